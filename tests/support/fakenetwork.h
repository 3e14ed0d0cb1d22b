// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <functional>
#include <queue>
#include <vector>

namespace emberline::test {

struct CannedReply
{
    int httpStatus = 200;
    QByteArray body = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers = {};
    bool held = false; ///< comes only with release(), so that answers can overtake each other
};

/// Answers from a queue and remembers what was asked; opens no socket.
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    using Responder = std::function<CannedReply(const QNetworkRequest &)>;

    void enqueue(CannedReply reply) { m_replies.push(std::move(reply)); }
    /// Answers every request for which nothing is queued.
    void setResponder(Responder responder) { m_responder = std::move(responder); }
    [[nodiscard]] const std::vector<QNetworkRequest> &requests() const { return m_requests; }
    /// Lets the held answer to request @p index (from 0) come.
    void release(std::size_t index);
    /// Requests whose reply is neither finished nor aborted.
    [[nodiscard]] int underWay() const;

protected:
    QNetworkReply *createRequest(Operation operation,
                                 const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    std::queue<CannedReply> m_replies;
    Responder m_responder;
    std::vector<QNetworkRequest> m_requests;
    std::vector<QPointer<QNetworkReply>> m_made;
};

} // namespace emberline::test
