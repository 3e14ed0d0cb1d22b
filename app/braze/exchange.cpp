// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/exchange.h"

#include <QCoreApplication>
#include <QEvent>

namespace emberline {

Exchange::Exchange(QNetworkReply *reply, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_maxBody(limits.maxBody)
{
    connect(reply, &QNetworkReply::metaDataChanged, this, &Exchange::checkAnnouncedSize);
    connect(reply, &QNetworkReply::readyRead, this, &Exchange::collect);
    connect(reply, &QNetworkReply::finished, this, [this] { conclude(Outcome::Stop::None); });
    connect(reply, &QObject::destroyed, this, [this] { conclude(Outcome::Stop::Gone); });
    m_deadline.setSingleShot(true);
    m_deadline.callOnTimeout(this, [this] { conclude(Outcome::Stop::Deadline); });
    m_deadline.start(limits.deadline);
}

Exchange::~Exchange()
{
    dropReply();
}

void Exchange::checkAnnouncedSize()
{
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_maxBody) {
        conclude(Outcome::Stop::TooLarge);
    }
}

void Exchange::collect()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_maxBody) {
        m_body.truncate(m_maxBody);
        conclude(Outcome::Stop::TooLarge);
    }
}

void Exchange::conclude(Outcome::Stop stop)
{
    m_deadline.stop();
    Outcome outcome{.stop = stop};
    if (m_reply) {
        outcome.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        outcome.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        outcome.headers = m_reply->rawHeaderPairs();
        outcome.error = m_reply->error();
        outcome.errorText = m_reply->errorString();
        // An abort from inside Qt (its idle time-out) has closed the device.
        if (stop == Outcome::Stop::None && m_reply->isOpen()) {
            m_body += m_reply->readAll();
        }
        if (m_body.size() > m_maxBody) {
            outcome.stop = Outcome::Stop::TooLarge;
        }
    }
    outcome.body = std::exchange(m_body, {});
    dropReply();
    Q_EMIT done(outcome);
}

void Exchange::dropReply()
{
    if (m_reply) {
        // abort() emits finished() from inside. It counts as an error, and Qt (6.4) warns of a
        // second one: neither may the reply have one already (then it is over on the wire), nor may
        // one that Qt's thread has sent still reach it.
        m_reply->disconnect(this);
        if (m_reply->error() == QNetworkReply::NoError) {
            m_reply->abort();
            QCoreApplication::removePostedEvents(m_reply, QEvent::MetaCall);
        }
        m_reply->deleteLater();
        m_reply.clear();
    }
}

} // namespace emberline
