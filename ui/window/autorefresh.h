// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace emberline {

class Clock;
class ViewController;
class WindowPresence;

/// Whether asking @p query again at @p now can bring anything new: the counts of its last bucket
/// have not settled yet.
[[nodiscard]] bool canChange(const Query &query, const QDateTime &now, const Calendar &calendar);

/// Reads the view again now and then, as often as was chosen: not while nobody can see it (but once
/// when it is shown again, if it was due), not while it is being loaded anyway, and not when
/// nothing in it can have changed.
class AutoRefresh final : public QObject
{
    Q_OBJECT

public:
    /// The first three outlive this.
    AutoRefresh(ViewController &controller,
                const Clock &clock,
                const WindowPresence &presence,
                QObject *parent = nullptr);

    /// 0: never.
    void setInterval(std::chrono::minutes interval);
    [[nodiscard]] std::chrono::minutes interval() const { return m_interval; }
    /// Whether it looks at the clock.
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

public Q_SLOTS:
    /// Refreshes if it is time to; called now and then.
    void tick();

private:
    void noteReading();
    void follow(bool isPresent);

    ViewController &m_controller;
    const Clock &m_clock;
    const WindowPresence &m_presence;
    std::chrono::minutes m_interval{0};
    QDateTime m_last; ///< when the view was read last, or this began
    QTimer m_timer;
};

} // namespace emberline
