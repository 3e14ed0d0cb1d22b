// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/keyguard.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype longestBody = 4'096;
constexpr qsizetype longestHeader = 300;

QByteArray asJson(const QString &text)
{
    // ["…"] without the brackets and quotes
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).sliced(2).chopped(2);
}

} // namespace

KeyGuard::KeyGuard(const ApiKey &key)
{
    const QString text = QString::fromLatin1(key.bytes());
    const QByteArray json = asJson(text);
    for (const QByteArray &spelling : {key.bytes(),
                                       json,
                                       QByteArray(json).replace("/", "\\/"),
                                       text.toHtmlEscaped().toLatin1()}) {
        addSecret(spelling);
    }
}

void KeyGuard::addSecret(const QByteArray &secret)
{
    m_redactor.addSecret(secret);
    constexpr qsizetype longestEncoding = 3; // %XX
    m_longest = std::max(m_longest, secret.size() * longestEncoding);
}

QString KeyGuard::shown(const Outcome &outcome) const
{
    if (outcome.status == 0) {
        return {};
    }
    QString text = u"HTTP %1 %2\n"_s.arg(outcome.status).arg(outcome.reason);
    for (const QNetworkReply::RawHeaderPair &header : outcome.headers) {
        const bool secret = header.first.compare("Set-Cookie", Qt::CaseInsensitive) == 0;
        const QString value = redacted(QString::fromUtf8(header.second)).left(longestHeader);
        text += redacted(QString::fromUtf8(header.first)) + u": "_s
              + (secret ? u"[cookie]"_s : value) + u'\n';
    }
    return text + u'\n' + shownBody(outcome.body);
}

QString KeyGuard::shownBody(const QByteArray &body) const
{
    // The cut must not leave the beginning of a key that is no longer recognised as one.
    const QByteArray beginning = body.left(longestBody + m_longest);
    QString text = redacted(QString::fromUtf8(beginning));
    if (beginning.size() < body.size()) {
        text.chop(m_longest);
    }
    return text.left(longestBody);
}

} // namespace emberline
