// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/comparison.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace emberline {

inline constexpr std::array allComparisons{ComparisonKind::None,
                                           ComparisonKind::PreviousPeriod,
                                           ComparisonKind::LastYear,
                                           ComparisonKind::Custom};

/// What comparisons are called on the screen, and what they become by being chosen.
class CompareWords
{
    Q_DECLARE_TR_FUNCTIONS(CompareWords)

public:
    /// "Previous period".
    [[nodiscard]] static QString kindText(ComparisonKind kind);
    /// "vs previous period", "vs 2 previous periods", "No comparison".
    [[nodiscard]] static QString shortText(const Comparison &comparison);
    /// The dates that @p query, which has no problem, is compared with at @p now, a line each:
    /// "20 Sep – 19 Oct 2026".
    [[nodiscard]] static QString datesText(const Query &query,
                                           const Comparison &comparison,
                                           const QDateTime &now,
                                           const Calendar &calendar,
                                           const QLocale &locale);
};

/// @p comparison as one of @p kind. A custom one that would say nothing begins as the previous
/// period of what @p query, which has no problem, means at @p now.
[[nodiscard]] Comparison comparedBy(Comparison comparison,
                                    ComparisonKind kind,
                                    const Query &query,
                                    const QDateTime &now,
                                    const Calendar &calendar);

} // namespace emberline
