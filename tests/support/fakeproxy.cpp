// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeproxy.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr char letThroughFlag[] = "letThrough";

} // namespace

FakeProxy::FakeProxy(const QString &user, const QString &password, After407 after)
    : m_login("Proxy-Authorization: Basic " + QString(user + u':' + password).toLatin1().toBase64()
              + "\r\n")
    , m_after(after)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(
                socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(socket); });
        }
    });
}

QNetworkProxy FakeProxy::proxy() const
{
    return {QNetworkProxy::HttpProxy, m_server.serverAddress().toString(), m_server.serverPort()};
}

QString FakeProxy::name() const
{
    return u"127.0.0.1:%1"_s.arg(m_server.serverPort());
}

int FakeProxy::attempts() const
{
    return static_cast<int>(
        std::count_if(m_heads.begin(), m_heads.end(), [](const QByteArray &head) {
            return head.contains("\r\nProxy-Authorization: ");
        }));
}

void FakeProxy::serve(QTcpSocket *socket)
{
    if (socket->property(letThroughFlag).toBool()) {
        m_tunnelled += socket->readAll();
        socket->disconnectFromHost();
        return;
    }
    const QByteArray endOfHead("\r\n\r\n");
    const auto end = socket->peek(socket->bytesAvailable()).indexOf(endOfHead);
    if (end >= 0) {
        answer(socket, socket->read(end + endOfHead.size()));
    }
}

void FakeProxy::answer(QTcpSocket *socket, const QByteArray &head)
{
    m_heads.append(head);
    if (head.contains(m_login)) {
        ++m_letThrough;
        socket->setProperty(letThroughFlag, true);
        socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
        return;
    }
    const bool hangsUp = m_after == After407::HangUp;
    socket->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                  "Proxy-Authenticate: Basic realm=\"office\"\r\n"
                  "Content-Length: 0\r\n"
                  + QByteArray(hangsUp ? "Connection: close\r\n\r\n" : "\r\n"));
    if (hangsUp) {
        socket->disconnectFromHost();
    }
}

} // namespace emberline::test
