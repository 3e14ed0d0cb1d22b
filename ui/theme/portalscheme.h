// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace emberline {

/// What the desktop portal says about light and dark
/// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html).
/// Qt knows it by itself from 6.5 on. Asks once, never waits, and hears of changes.
class PortalScheme final : public QObject
{
    Q_OBJECT

public:
    /// On @p bus, the session's; without one nothing is ever known.
    explicit PortalScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Nothing: the portal does not answer, has not yet, or has no preference.
    [[nodiscard]] std::optional<bool> isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed(std::optional<bool> dark);

private Q_SLOTS:
    void noteSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    std::optional<bool> m_isDark;
};

} // namespace emberline
