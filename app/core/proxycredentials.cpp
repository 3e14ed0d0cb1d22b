// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/proxycredentials.h"

namespace emberline {

QList<QByteArray> secretsOf(const ProxyLogin &login)
{
    if (login.password.isEmpty()) {
        return {};
    }
    const QString pair = login.user + u':' + login.password;
    // Latin-1 is how Qt and most proxies read Basic, and how a Redactor reads a plain text.
    return {login.password.toUtf8(),
            login.password.toLatin1(),
            pair.toUtf8().toBase64(),
            pair.toLatin1().toBase64()};
}

void ProxyCredentials::keep(const ProxyLogin &login)
{
    m_logins.insert(login.proxy, {.login = login, .number = ++m_last});
}

std::optional<ProxyCredentials::Kept> ProxyCredentials::find(const QString &proxy) const
{
    const auto kept = m_logins.constFind(proxy);
    return kept == m_logins.constEnd() ? std::nullopt : std::optional(*kept);
}

void ProxyCredentials::forget(const QString &proxy, int number)
{
    const auto kept = m_logins.constFind(proxy);
    if (kept != m_logins.constEnd() && kept->number == number) {
        m_logins.erase(kept);
    }
}

} // namespace emberline
