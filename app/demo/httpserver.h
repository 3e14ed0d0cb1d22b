// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpmessage.h"

#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace emberline {

class HttpConnection;

/// Called once per request. It answers through the connection, now or later; until then the
/// connection reads no further request, so pipelined ones are answered in their order.
using HttpHandler = std::function<void(const HttpRequest &, HttpConnection &)>;

/// One client. Lives as long as its socket, which is its parent: whatever is timed with the socket
/// or the connection as context dies with the client.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, const HttpHandler &handler);

    /// Answers the request after @p delay, head and body in one write (two would meet Nagle and
    /// delayed acknowledgements).
    void reply(const HttpAnswer &answer,
               std::chrono::milliseconds delay = std::chrono::milliseconds{0});

    /// Raw bytes of an answer. A client that has left is ignored.
    void send(const QByteArray &bytes);
    /// The answer was sent in full: the next request may come, unless the client wanted to close.
    void finish();
    /// Ends the connection after what was sent.
    void close();
    /// Ends the connection at once; the client sees it reset.
    void abort();

    /// Whether the client wants to go on after this answer.
    [[nodiscard]] bool keepsAlive() const { return m_keepAlive; }
    [[nodiscard]] bool isAnswering() const { return m_answering; }

private:
    void readRequest();
    void refuse(int status);

    QTcpSocket *m_socket;
    const HttpHandler &m_handler; ///< the server's, which owns the socket
    QByteArray m_received;
    bool m_answering = false;
    bool m_keepAlive = true;
    bool m_headOnly = false; ///< the request was a HEAD, whose answer has no body
    bool m_closing = false; ///< nothing that still arrives is a request
};

/// A small HTTP/1.1 server on 127.0.0.1. It stands on QTcpServer because Qt's own HttpServer 6.4
/// crashes when a client leaves before a delayed answer.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    explicit HttpServer(HttpHandler handler, QObject *parent = nullptr);

    /// False if the port is taken; 0 takes a free one.
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString errorString() const { return m_server.errorString(); }

Q_SIGNALS:
    /// A client left. @p answering: a request of it was still to be answered.
    void disconnected(bool answering);

private:
    void accept();

    HttpHandler m_handler;
    QTcpServer m_server; ///< after the handler: it owns the sockets, which use the handler
};

} // namespace emberline
