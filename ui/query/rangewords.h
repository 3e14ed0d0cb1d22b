// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/range.h"

#include <QCoreApplication>
#include <QLocale>

namespace emberline {

/// What ranges and buckets are called on the screen.
class RangeWords
{
    Q_DECLARE_TR_FUNCTIONS(RangeWords)

public:
    /// "Last 30 days".
    [[nodiscard]] static QString presetText(Preset preset);
    /// The same of any range: "Last 45 days", "Custom".
    [[nodiscard]] static QString nameOf(const Range &range, Unit unit);
    /// "25 Oct – 23 Nov", with the year where it is not that of @p today.
    [[nodiscard]] static QString shortDates(const DaySpan &days,
                                            QDate today,
                                            const QLocale &locale);
    /// "Day".
    [[nodiscard]] static QString granularityText(Granularity granularity);
    /// Why a range was refused.
    [[nodiscard]] static QString sentenceFor(RangeProblem problem);
};

} // namespace emberline
