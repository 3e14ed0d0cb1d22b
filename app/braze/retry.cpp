// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/retry.h"

#include <algorithm>

namespace emberline {

std::chrono::milliseconds backoffDelay(std::chrono::milliseconds base,
                                       std::chrono::milliseconds cap,
                                       int attempt,
                                       double chance)
{
    constexpr int mostDoublings = 20;
    const auto doublings = static_cast<unsigned>(std::clamp(attempt - 1, 0, mostDoublings));
    const std::chrono::milliseconds longest = std::min<std::chrono::milliseconds>(
        cap, base * (qint64{1} << doublings));
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(longest.count()) * chance));
}

bool RetryBudget::spend(int cost)
{
    if (m_left < cost) {
        return false;
    }
    m_left -= cost;
    return true;
}

void RetryBudget::refund(int cost)
{
    m_left = std::min(capacity, m_left + cost);
}

void Holds::add(const QByteArray &path, const Hold &hold)
{
    const std::optional<Hold> held = on(path);
    if (!held || held->end < hold.end) {
        m_holds.insert(path, hold);
    }
}

std::optional<Hold> Holds::on(const QByteArray &path) const
{
    const auto hold = m_holds.constFind(path);
    if (hold == m_holds.constEnd() || hold->end.hasExpired()) {
        return std::nullopt;
    }
    return *hold;
}

std::optional<std::chrono::milliseconds> Holds::untilNextEnd() const
{
    std::optional<std::chrono::milliseconds> next;
    for (const Hold &hold : m_holds) {
        const std::chrono::milliseconds left(hold.end.remainingTime());
        if (left.count() > 0) {
            next = std::min(left, next.value_or(left));
        }
    }
    return next;
}

} // namespace emberline
