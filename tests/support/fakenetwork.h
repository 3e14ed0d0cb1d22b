// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <queue>
#include <vector>

namespace emberline::test {

struct CannedReply
{
    int httpStatus = 200;
    QByteArray body = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
};

/// Answers from a queue and remembers what was asked; opens no socket.
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    void enqueue(CannedReply reply) { m_replies.push(std::move(reply)); }
    [[nodiscard]] const std::vector<QNetworkRequest> &requests() const { return m_requests; }

protected:
    QNetworkReply *createRequest(Operation operation,
                                 const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    std::queue<CannedReply> m_replies;
    std::vector<QNetworkRequest> m_requests;
};

} // namespace emberline::test
