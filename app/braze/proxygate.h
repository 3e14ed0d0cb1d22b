// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/proxycredentials.h"

#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QSet>

class QAuthenticator;
class QNetworkAccessManager;

namespace emberline {

/// Answers the proxies that ask one access manager for a name and password: with what is known,
/// once; else not at all, and the request fails. Nobody is asked while something loads.
class ProxyGate final : public QObject
{
    Q_OBJECT

public:
    /// @p network outlives the gate, as does @p credentials; null: nothing is known.
    ProxyGate(QNetworkAccessManager *network, ProxyCredentials *credentials);

    /// "host:port" of the proxy on the way to @p url; empty without one.
    [[nodiscard]] QString proxyFor(const QUrl &url) const;
    /// Whether @p proxy did not accept what it was given last.
    [[nodiscard]] bool hasRefused(const QString &proxy) const { return m_refused.contains(proxy); }

    /// Whether the access manager still holds a login that was refused, and would try it again.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// Drops that login. Requests under way would be dropped, too: there must be none.
    void forgetStale();

Q_SIGNALS:
    void loginGiven(const emberline::ProxyLogin &login);

private:
    void answer(const QNetworkProxy &proxy, QAuthenticator *authenticator);

    QPointer<QNetworkAccessManager> m_network;
    ProxyCredentials *m_credentials;
    QHash<QString, int> m_given; ///< the number of the login that a proxy got last
    QSet<QString> m_refused;
    bool m_isStale = false;
};

/// "host:port"; empty for what is no proxy.
[[nodiscard]] QString nameOf(const QNetworkProxy &proxy);

} // namespace emberline
