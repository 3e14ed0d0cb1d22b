// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/proxygate.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

ProxyGate::ProxyGate(QNetworkAccessManager *network, ProxyCredentials *credentials)
    : m_network(network)
    , m_credentials(credentials)
{
    connect(network, &QNetworkAccessManager::proxyAuthenticationRequired, this, &ProxyGate::answer);
}

QString ProxyGate::proxyFor(const QUrl &url) const
{
    if (!m_network) {
        return {};
    }
    const QNetworkProxy own = m_network->proxy();
    if (own.type() != QNetworkProxy::DefaultProxy) {
        return nameOf(own);
    }
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(
        QNetworkProxyQuery(url));
    return proxies.isEmpty() ? QString() : nameOf(proxies.constFirst());
}

void ProxyGate::answer(const QNetworkProxy &proxy, QAuthenticator *authenticator)
{
    const QString name = nameOf(proxy);
    if (name.isEmpty()) {
        return; // a server behind no proxy that poses as one
    }
    const auto kept = m_credentials != nullptr ? m_credentials->find(name) : std::nullopt;
    if (kept && m_given.value(name) != kept->number) {
        m_given.insert(name, kept->number);
        m_refused.remove(name);
        Q_EMIT loginGiven(kept->login);
        authenticator->setUser(kept->login.user);
        authenticator->setPassword(kept->login.password);
        return;
    }
    // The access manager gives one login to all its connections by itself: being asked for the
    // same again means that it was refused. Saying nothing ends the request.
    if (kept) {
        m_credentials->forget(name, kept->number);
    }
    if (kept || !proxy.user().isEmpty()) {
        m_refused.insert(name);
        m_isStale = true;
    }
}

void ProxyGate::forgetStale()
{
    if (std::exchange(m_isStale, false) && m_network) {
        m_network->clearAccessCache();
    }
}

QString nameOf(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty()) {
        return {};
    }
    const bool isIpv6 = proxy.hostName().contains(u':');
    const QString host = isIpv6 ? u'[' + proxy.hostName() + u']' : proxy.hostName();
    return u"%1:%2"_s.arg(host).arg(proxy.port());
}

} // namespace emberline
