// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>

#include <chrono>
#include <optional>

namespace emberline {

/// Full jitter: a random share (@p chance, 0 to 1) of @p base doubled with every attempt after the
/// first, at most @p cap.
[[nodiscard]] std::chrono::milliseconds backoffDelay(std::chrono::milliseconds base,
                                                     std::chrono::milliseconds cap,
                                                     int attempt,
                                                     double chance);

/// Tokens shared by all requests of a client: when much fails, retries stop before they add to
/// the trouble.
class RetryBudget
{
public:
    static constexpr int capacity = 500;
    static constexpr int transientCost = 14;
    static constexpr int throttledCost = 5;

    /// Takes @p cost, if there is as much.
    [[nodiscard]] bool spend(int cost);
    void refund(int cost);
    [[nodiscard]] int left() const { return m_left; }

private:
    int m_left = capacity;
};

/// A path that the service asked us to leave alone for a while. Paths have limits of their own
/// (the lists share a small pool), so one that is held does not hold the others.
struct Hold
{
    QDeadlineTimer end; ///< monotonic
    QDateTime until; ///< UTC, for people
    bool hinted = false; ///< the service named the time, we did not guess it
};

class Holds
{
public:
    /// A shorter hold never replaces a longer one.
    void add(const QByteArray &path, const Hold &hold);
    void lift(const QByteArray &path) { m_holds.remove(path); }
    /// The hold on @p path that is not over yet.
    [[nodiscard]] std::optional<Hold> on(const QByteArray &path) const;
    /// Until the first hold ends that is not over yet.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextEnd() const;

private:
    QHash<QByteArray, Hold> m_holds;
};

} // namespace emberline
