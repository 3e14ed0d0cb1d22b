// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpserver.h"

#include <QTcpSocket>
#include <QTimer>

namespace emberline {

HttpConnection::HttpConnection(QTcpSocket *socket, const HttpHandler &handler)
    : QObject(socket)
    , m_socket(socket)
    , m_handler(handler)
{
    // While an answer is due nothing is read: a client that floods is slowed down by TCP.
    m_socket->setReadBufferSize(longestHttpHead + longestHttpBody);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readRequest);
}

void HttpConnection::readRequest()
{
    if (m_closing) {
        m_socket->readAll();
        return;
    }
    if (m_answering || m_socket->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    m_received += m_socket->readAll();
    HttpParse parse = parseHttpRequest(m_received);
    switch (parse.state) {
    case HttpParse::State::Incomplete:
        return;
    case HttpParse::State::Refused:
        refuse(parse.refusal);
        return;
    case HttpParse::State::Complete:
        m_answering = true;
        m_keepAlive = parse.request.keepAlive;
        m_headOnly = parse.request.method == "HEAD";
        m_received.remove(0, parse.consumed);
        m_handler(parse.request, *this);
        return;
    }
}

void HttpConnection::refuse(int status)
{
    send(toBytes({.status = status,
                  .headers = {{"Content-Type", "application/json"}},
                  .body = R"({"message":"The request could not be understood"})"},
                 false));
    // Closing with unread bytes resets the connection, and the client may never see the answer:
    // read on for a moment and forget what comes.
    constexpr std::chrono::milliseconds patience{200};
    m_closing = true;
    m_received.clear();
    QTimer::singleShot(patience, m_socket, [this] { close(); });
}

void HttpConnection::reply(const HttpAnswer &answer, std::chrono::milliseconds delay)
{
    QByteArray bytes = toBytes(answer, m_keepAlive);
    if (m_headOnly) {
        bytes.chop(answer.body.size());
    }
    const auto sendAll = [this, bytes] {
        send(bytes);
        finish();
    };
    if (delay.count() > 0) {
        QTimer::singleShot(delay, Qt::PreciseTimer, m_socket, sendAll);
    } else {
        sendAll();
    }
}

void HttpConnection::send(const QByteArray &bytes)
{
    if (m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->write(bytes);
    }
}

void HttpConnection::finish()
{
    m_answering = false;
    if (!m_keepAlive) {
        close();
        return;
    }
    // Queued: a hundred pipelined requests must not become a hundred nested calls.
    QMetaObject::invokeMethod(this, &HttpConnection::readRequest, Qt::QueuedConnection);
}

void HttpConnection::close()
{
    m_closing = true;
    m_socket->disconnectFromHost();
}

void HttpConnection::abort()
{
    m_closing = true;
    m_socket->abort();
}

HttpServer::HttpServer(HttpHandler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

bool HttpServer::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, m_handler); // the socket's child
        connect(socket, &QTcpSocket::disconnected, connection, [this, socket, connection] {
            Q_EMIT disconnected(connection->isAnswering());
            socket->deleteLater();
        });
    }
}

} // namespace emberline
