// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

namespace emberline::test {

/// A proxy on 127.0.0.1 that lets nobody through but for one name and password (Basic). There is
/// nothing behind it: it hangs up on whoever it let through once they have said something.
class FakeProxy
{
public:
    /// How it ends an answer of 407.
    enum class After407 { StayOpen, HangUp };

    FakeProxy(const QString &user, const QString &password, After407 after = After407::StayOpen);

    [[nodiscard]] bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] QNetworkProxy proxy() const;
    [[nodiscard]] QString name() const; ///< "host:port"

    /// What each request said, up to its empty line.
    [[nodiscard]] const QList<QByteArray> &heads() const { return m_heads; }
    [[nodiscard]] int connects() const { return static_cast<int>(m_heads.size()); }
    /// How many of them came with a name and password.
    [[nodiscard]] int attempts() const;
    [[nodiscard]] int letThrough() const { return m_letThrough; }
    /// What was said to the host behind it.
    [[nodiscard]] const QByteArray &tunnelled() const { return m_tunnelled; }

private:
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &head);

    QByteArray m_login;
    After407 m_after;
    QList<QByteArray> m_heads;
    QByteArray m_tunnelled;
    int m_letThrough = 0;
    QTcpServer m_server; ///< last: its sockets use the others
};

} // namespace emberline::test
