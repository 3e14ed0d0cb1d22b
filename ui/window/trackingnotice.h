// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace emberline {

class ViewController;
class WorkPage;

/// Tells in a bar that a segment was not tracked yet when the range begins, and offers to begin
/// later. Once it was put away it does not come again for this segment.
class TrackingNotice final : public QObject
{
    Q_OBJECT

public:
    /// @p controller outlives it; @p page owns it.
    TrackingNotice(ViewController &controller, WorkPage *page);

private:
    /// Of all segments that are shown the one that was tracked last.
    struct Latest
    {
        QString segmentId = {};
        QString name = {};
        BucketTime start = 0;
    };

    [[nodiscard]] std::optional<Latest> latest() const;
    void tell();
    void act(const QString &bar, MessageAction action);

    ViewController &m_controller;
    WorkPage &m_page;
    std::optional<Latest> m_told;
    QSet<QString> m_putAway;
};

} // namespace emberline
