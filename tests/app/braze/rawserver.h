// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace emberline::test {

/// Keeps every byte that reaches it on 127.0.0.1 and does with each request whatever a test says:
/// it knows nothing of HTTP and so can break all of its rules.
class RawServer
{
public:
    /// Gets the socket and the number of the request, from 0. Timers need the socket as context.
    using Behaviour = std::function<void(QTcpSocket *socket, int request)>;

    /// A request is over with @p endOfRequest.
    explicit RawServer(Behaviour behaviour, QByteArray endOfRequest = "\r\n\r\n");

    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("http")) const;
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] int requestCount() const { return m_requests; }
    /// Connections that the other side ended.
    [[nodiscard]] int closedCount() const { return m_closed; }

private:
    void serve(QTcpSocket *socket);

    Behaviour m_behaviour;
    QByteArray m_endOfRequest;
    QByteArray m_received;
    int m_requests = 0;
    int m_closed = 0;
    QTcpServer m_server; ///< last: its sockets use the others
};

/// A whole answer, in one piece (two writes would meet Nagle's algorithm).
[[nodiscard]] QByteArray httpAnswer(int status,
                                    const QByteArray &body,
                                    const QByteArray &headers = {});

/// The behaviour of a server that always says @p answer and, if @p closing, hangs up.
[[nodiscard]] RawServer::Behaviour saying(const QByteArray &answer, bool closing = false);

} // namespace emberline::test
