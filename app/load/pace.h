// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace emberline {

/// How long a load will probably still take, told from how its requests came so far. The first few
/// are left out: they wait for connections, and come several at once. One long pause among quick
/// requests hardly counts; a service that has become slower soon does.
class Pace
{
public:
    /// @p done of @p total requests were done @p elapsed after the load began. Call it at every
    /// step; fewer than before begin a new load.
    void note(int done, int total, std::chrono::milliseconds elapsed);

    /// Nothing while too little is known.
    [[nodiscard]] std::optional<std::chrono::milliseconds> left() const;

private:
    void learn(int requests, double each);

    int m_done = 0;
    int m_total = 0;
    std::chrono::milliseconds m_elapsed{0};
    int m_known = 0; ///< requests that were learnt from
    double m_each = 0; ///< milliseconds from one to the next
};

} // namespace emberline
