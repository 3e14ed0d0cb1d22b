// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace emberline {

/// The present, passed in so that tests and `--now` can turn it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// The present in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// True when now() never moves: requests then always name their end, so that the same call
    /// gives the same bytes.
    [[nodiscard]] virtual bool isFixed() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] bool isFixed() const override { return false; }
};

/// The present of `--now`.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &now);

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] bool isFixed() const override { return true; }

private:
    QDateTime m_now;
};

} // namespace emberline
