// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace emberline {

/// How well a text answers what was typed; smaller is better.
struct MatchRank
{
    int level = 0; ///< 0 the same, 1 prefix, 2 start of a word, 3 in one piece, 4 scattered
    qsizetype spread = 0; ///< how far apart scattered letters are, how far in the others begin

    friend bool operator==(const MatchRank &, const MatchRank &) = default;
    friend bool operator<(const MatchRank &a, const MatchRank &b)
    {
        return a.level != b.level ? a.level < b.level : a.spread < b.spread;
    }
};

/// A text made ready to be searched: composed, so that é is found however it was written.
[[nodiscard]] QString composedForMatch(const QString &raw);

/// Ranks a text of which @p composed is composedForMatch() and @p folded its toCaseFolded(), for
/// @p needle, which is composed and folded, too. Nothing if not every letter of @p needle is there
/// in this order. Blanks in @p needle may stand for anything.
[[nodiscard]] std::optional<MatchRank> rankOf(const QString &composed,
                                              const QString &folded,
                                              const QString &needle);

} // namespace emberline
