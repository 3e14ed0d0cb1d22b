// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/portalscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString service()
{
    return u"org.freedesktop.portal.Desktop"_s;
}

QString path()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

QString interface()
{
    return u"org.freedesktop.portal.Settings"_s;
}

QString appearance()
{
    return u"org.freedesktop.appearance"_s;
}

QString colorScheme()
{
    return u"color-scheme"_s;
}

/// The old "Read" of the portal wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

} // namespace

PortalScheme::PortalScheme(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
{
    if (!bus.isConnected()) {
        return;
    }
    QDBusConnection connection = bus;
    connection.connect(service(),
                       path(),
                       interface(),
                       u"SettingChanged"_s,
                       this,
                       // clang-format off
                       SLOT(noteSetting(QString,QString,QDBusVariant))); // as moc writes it
    // clang-format on
    QDBusMessage question = QDBusMessage::createMethodCall(
        service(), path(), interface(), u"Read"_s);
    question.setArguments({appearance(), colorScheme()});
    auto *answer = new QDBusPendingCallWatcher(connection.asyncCall(question), this);
    connect(
        answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
            const QDBusPendingReply<QDBusVariant> reply = *call;
            call->deleteLater();
            if (!reply.isError()) {
                take(reply.value().variant());
            }
        });
}

void PortalScheme::noteSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance() && key == colorScheme()) {
        take(value.variant());
    }
}

/// 1 is dark, 2 is light, anything else is no preference.
void PortalScheme::take(const QVariant &value)
{
    const QVariant scheme = unwrapped(value);
    std::optional<bool> dark;
    if (scheme == 1U) {
        dark = true;
    } else if (scheme == 2U) {
        dark = false;
    }
    if (std::exchange(m_isDark, dark) != dark) {
        Q_EMIT changed(dark);
    }
}

} // namespace emberline
