// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace emberline {

/// A segment as Braze lists it. Only tracked ones can filter events.
struct Segment
{
    QString id = {};
    QString name = {};
    bool tracked = false; ///< analytics_tracking_enabled
    QStringList tags = {};

    friend bool operator==(const Segment &, const Segment &) = default;
};

/// Why a list is not there.
enum class ListState {
    Unread,
    Read,
    NotPermitted, ///< the key lacks events.list or segments.list
    Failed
};

/// The event names and segments that a workspace offers, with the moment they were read.
struct Catalog
{
    QStringList events = {}; ///< raw names, as sent
    std::vector<Segment> segments = {};
    ListState eventsState = ListState::Unread;
    ListState segmentsState = ListState::Unread;
    QDateTime readAt = {}; ///< UTC: when it was asked for last
    /// UTC: of which moment the names are that are there, whatever the state; invalid: none were
    /// ever read in full.
    QDateTime eventsReadAt = {};
    QDateTime segmentsReadAt = {};

    friend bool operator==(const Catalog &, const Catalog &) = default;
};

} // namespace emberline
