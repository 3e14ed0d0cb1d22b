// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/pace.h"

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr int leftOut = 3;
constexpr int enough = 4; ///< requests to learn from before anything is said
constexpr int memory = 16; ///< as many requests have a say
constexpr double longestStep = 8; ///< of the usual one; several requests may come at once
constexpr double pauseAlwaysTaken = 1000; ///< milliseconds

} // namespace

void Pace::note(int done, int total, std::chrono::milliseconds elapsed)
{
    if (done < m_done || elapsed < m_elapsed) {
        *this = {};
    }
    m_total = total;
    if (done <= m_done) {
        return;
    }
    if (m_done >= leftOut) {
        const auto step = static_cast<double>((elapsed - m_elapsed).count());
        learn(done - m_done, step / (done - m_done));
    }
    m_done = done;
    m_elapsed = elapsed;
}

void Pace::learn(int requests, double each)
{
    const double longest = std::max(longestStep * m_each, pauseAlwaysTaken);
    const double taken = m_known < enough ? each : std::min(each, longest);
    m_known += requests;
    const double oneByOne = static_cast<double>(requests) / m_known; // a plain mean at first
    const double fading = 1 - std::pow(1 - 1.0 / memory, requests);
    m_each += std::max(oneByOne, fading) * (taken - m_each);
}

std::optional<std::chrono::milliseconds> Pace::left() const
{
    if (m_known < enough) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(std::llround(m_each * std::max(0, m_total - m_done)));
}

} // namespace emberline
