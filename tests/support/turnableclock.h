// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"

#include <chrono>
#include <utility>

namespace emberline::test {

/// A present that only the test moves.
class TurnableClock final : public Clock
{
public:
    explicit TurnableClock(QDateTime now)
        : m_now(std::move(now))
    { }

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] bool isFixed() const override { return true; }

    void turn(std::chrono::milliseconds by) { m_now = m_now.addDuration(by); }

private:
    QDateTime m_now;
};

} // namespace emberline::test
