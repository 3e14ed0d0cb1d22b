// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/autorefresh.h"

#include "app/core/clock.h"
#include "app/history/heldbucket.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/windowpresence.h"

namespace emberline {

namespace {

/// The clock is looked at that often: a sleep of the computer makes a long timer late.
constexpr std::chrono::seconds looks(20);

} // namespace

bool canChange(const Query &query, const QDateTime &now, const Calendar &calendar)
{
    if (problemOf(query, now, calendar)) {
        return false;
    }
    const ResolvedRange range = resolve(query.range, query.unit, now, calendar);
    return range.end.addDuration(usualSettlingTime) > now;
}

AutoRefresh::AutoRefresh(ViewController &controller,
                         const Clock &clock,
                         const WindowPresence &presence,
                         QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_clock(clock)
    , m_presence(presence)
{
    m_timer.setInterval(looks);
    connect(&m_timer, &QTimer::timeout, this, &AutoRefresh::tick);
    connect(&presence, &WindowPresence::changed, this, &AutoRefresh::follow);
    connect(&controller, &ViewController::loadStarted, this, &AutoRefresh::noteReading);
    connect(&controller, &ViewController::answered, this, &AutoRefresh::noteReading);
    connect(&controller, &ViewController::loadCancelled, this, &AutoRefresh::noteReading);
}

void AutoRefresh::setInterval(std::chrono::minutes interval)
{
    m_interval = interval;
    if (!m_last.isValid()) {
        noteReading();
    }
    follow(m_presence.isPresent());
}

void AutoRefresh::noteReading()
{
    m_last = m_clock.now();
}

void AutoRefresh::follow(bool isPresent)
{
    if (m_interval.count() == 0 || !isPresent) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    tick();
}

void AutoRefresh::tick()
{
    const QDateTime now = m_clock.now();
    if (now < m_last) { // the clock was put back
        m_last = now;
    }
    const bool isDue = m_interval.count() > 0 && m_last.isValid()
                    && m_last.addDuration(m_interval) <= now;
    if (!isDue || !m_presence.isPresent() || !m_controller.isOpen() || m_controller.isLoading()) {
        return;
    }
    const Workspace &workspace = m_controller.workspace();
    const Calendar calendar{.zone = workspace.zone, .weekStart = workspace.weekStart};
    if (canChange(m_controller.view().query, now, calendar)) {
        m_controller.refreshQuietly();
    }
}

} // namespace emberline
