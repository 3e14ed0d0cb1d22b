// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/apikey.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>

#include <vector>

namespace emberline {

/// An app or a segment that the user named by hand.
struct NamedId
{
    QString id = {};
    QString name = {};

    friend bool operator==(const NamedId &, const NamedId &) = default;
};

/// Where a workspace's key is. The mark is kept in the settings, the key never: a keyring that is
/// locked reads as "not found", only the mark tells that a key was stored.
enum class KeyPlace { None, Keychain, Session };

/// A named connection to one Braze workspace.
struct Workspace
{
    QString id = {}; ///< a UUID, or "demo"
    QString name = {};
    QUrl endpoint = {}; ///< scheme, host and port only
    KeyPlace keyPlace = KeyPlace::None;
    QTimeZone zone = QTimeZone::utc(); ///< when a Braze day ends
    Qt::DayOfWeek weekStart = Qt::Monday;
    std::vector<NamedId> apps = {}; ///< no endpoint lists apps
    std::vector<NamedId> segments =
        {}; ///< added by pasted id, where segments.list is not permitted
    QStringList starredEvents = {};
    QStringList recentEvents = {}; ///< newest first
    QHash<QString, int> colorSlots = {}; ///< segment id → place in the palette, for good

    [[nodiscard]] bool isDemo() const { return id == QLatin1String("demo"); }

    friend bool operator==(const Workspace &, const Workspace &) = default;
};

} // namespace emberline
