// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"

#include <QBuffer>
#include <QTimer>

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
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, canned.httpStatus);
        if (canned.error != NoError) {
            setError(canned.error, u"canned error"_s);
        }
        m_body.setData(canned.body);
        m_body.open(QIODevice::ReadOnly);
        open(QIODevice::ReadOnly);
        QTimer::singleShot(0, this, &FakeReply::finishOnce);
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
        return QNetworkReply::bytesAvailable() + m_body.bytesAvailable();
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
    }
    return new FakeReply(request, canned, this);
}

} // namespace emberline::test

#include "fakenetwork.moc"
