// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/braze/rawserver.h"

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

RawServer::RawServer(Behaviour behaviour, QByteArray endOfRequest)
    : m_behaviour(std::move(behaviour))
    , m_endOfRequest(std::move(endOfRequest))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        serve(m_server.nextPendingConnection());
    });
    if (!m_server.listen(QHostAddress::LocalHost)) {
        qFatal("no port on 127.0.0.1");
    }
}

QUrl RawServer::url(const QString &scheme) const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_server.serverPort()));
}

void RawServer::serve(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this] { ++m_closed; });
    const auto request = std::make_shared<QByteArray>();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, request] {
        const QByteArray bytes = socket->readAll();
        m_received += bytes;
        *request += bytes;
        if (request->contains(m_endOfRequest)) {
            request->clear();
            m_behaviour(socket, m_requests++);
        }
    });
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Some Reason\r\nContent-Length: "
         + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

RawServer::Behaviour saying(const QByteArray &answer, bool closing)
{
    return [answer, closing](QTcpSocket *socket, int) {
        socket->write(answer);
        if (closing) {
            socket->disconnectFromHost();
        }
    };
}

} // namespace emberline::test
