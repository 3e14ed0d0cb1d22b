// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/query/catalog.h"

#include <QByteArray>

namespace emberline {

constexpr int eventsPageSize = 250;
constexpr int segmentsPageSize = 100;

/// One page of /events/list. No total is given: the page that is not full is the last one, and
/// whether it is full does not depend on how many of its rows were readable.
struct EventsPage
{
    QStringList names = {}; ///< raw, as sent
    int received = 0; ///< rows, the unreadable ones included

    [[nodiscard]] bool isLast() const { return received < eventsPageSize; }
};

/// One page of /segments/list.
struct SegmentsPage
{
    std::vector<Segment> segments = {};
    int received = 0; ///< rows, the unreadable ones included

    [[nodiscard]] bool isLast() const { return received < segmentsPageSize; }
};

/// Reads a page; rows of a wrong type are skipped. Without the list it is MalformedReply.
[[nodiscard]] Result<EventsPage> parseEventsPage(const QByteArray &body);
[[nodiscard]] Result<SegmentsPage> parseSegmentsPage(const QByteArray &body);

} // namespace emberline
