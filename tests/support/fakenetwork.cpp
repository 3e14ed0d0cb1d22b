// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"

#include <QBuffer>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(const QNetworkRequest &request, const CannedReply &canned, QObject *parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        m_body.setData(canned.body);
        m_canned = canned;
        open(QIODevice::ReadOnly);
        if (!canned.held) {
            QTimer::singleShot(0, this, &FakeReply::answer);
        }
    }

    void answer()
    {
        if (isFinished()) {
            return;
        }
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_canned.httpStatus);
        for (const RawHeaderPair &header : m_canned.headers) {
            setRawHeader(header.first, header.second);
        }
        if (m_canned.error != NoError) {
            setError(m_canned.error, u"canned error"_s);
        }
        m_body.open(QIODevice::ReadOnly);
        finishOnce();
    }

    /// Like the real one, emits finished() from inside: code that forgets this is caught here.
    void abort() override
    {
        if (!isFinished()) {
            setError(OperationCanceledError, u"aborted"_s);
        }
        finishOnce();
    }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return QNetworkReply::bytesAvailable() + (m_body.isOpen() ? m_body.bytesAvailable() : 0);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override { return m_body.read(data, maxSize); }

private:
    void finishOnce()
    {
        if (!isFinished()) {
            setFinished(true);
            Q_EMIT finished();
        }
    }

    CannedReply m_canned;
    QBuffer m_body;
};

QNetworkReply *FakeNetwork::createRequest(Operation /*operation*/,
                                          const QNetworkRequest &request,
                                          QIODevice * /*body*/)
{
    m_requests.push_back(request);
    // An unplanned request must fail the test.
    CannedReply canned{.error = QNetworkReply::ProtocolFailure};
    if (!m_replies.empty()) {
        canned = std::exchange(m_replies.front(), {});
        m_replies.pop();
    } else if (m_responder) {
        canned = m_responder(request);
    }
    auto *reply = new FakeReply(request, canned, this);
    m_made.emplace_back(reply);
    return reply;
}

void FakeNetwork::release(std::size_t index)
{
    if (auto *reply = qobject_cast<FakeReply *>(m_made.at(index).data())) {
        reply->answer();
    }
}

int FakeNetwork::underWay() const
{
    return static_cast<int>(std::count_if(m_made.begin(), m_made.end(), [](const auto &reply) {
        return reply && !reply->isFinished();
    }));
}

} // namespace emberline::test

#include "fakenetwork.moc"
