// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace emberline {

/// What a proxy lets somebody through with.
struct ProxyLogin
{
    QString proxy = {}; ///< "host:port"
    QString user = {};
    QString password = {};
};

/// Every text that would give @p login away, for a Redactor.
[[nodiscard]] QList<QByteArray> secretsOf(const ProxyLogin &login);

/// The logins of proxies, one a proxy. In memory only: they end with the program.
class ProxyCredentials
{
public:
    /// A login and which of all that were ever kept it is.
    struct Kept
    {
        ProxyLogin login = {};
        int number = 0;
    };

    void keep(const ProxyLogin &login);
    [[nodiscard]] std::optional<Kept> find(const QString &proxy) const;
    /// Forgets the login of @p proxy if it is @p number still, not a newer one.
    void forget(const QString &proxy, int number);

private:
    QHash<QString, Kept> m_logins;
    int m_last = 0;
};

} // namespace emberline
