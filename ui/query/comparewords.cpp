// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/comparewords.h"

#include "app/series/datetext.h"

namespace emberline {

QString CompareWords::kindText(ComparisonKind kind)
{
    switch (kind) {
    case ComparisonKind::None:
        //: Compare: none
        return tr("None");
    case ComparisonKind::PreviousPeriod:
        return tr("Previous period");
    case ComparisonKind::LastYear:
        return tr("Same period last year");
    case ComparisonKind::Custom:
        return tr("Custom…");
    }
    Q_UNREACHABLE();
}

QString CompareWords::shortText(const Comparison &comparison)
{
    const int periods = comparison.periods;
    switch (comparison.kind) {
    case ComparisonKind::None:
        return tr("No comparison");
    case ComparisonKind::PreviousPeriod:
        return periods == 1 ? tr("vs previous period")
                            : tr("vs %n previous periods", nullptr, periods);
    case ComparisonKind::LastYear:
        return periods == 1 ? tr("vs last year") : tr("vs %n earlier years", nullptr, periods);
    case ComparisonKind::Custom:
        return tr("vs earlier dates");
    }
    Q_UNREACHABLE();
}

QString CompareWords::datesText(const Query &query,
                                const Comparison &comparison,
                                const QDateTime &now,
                                const Calendar &calendar,
                                const QLocale &locale)
{
    QStringList lines;
    for (const Distance &distance : distancesOf(query, comparison, now, calendar)) {
        const Query earlier = earlierQuery(query, distance, now, calendar);
        lines.append(rangeText(datesOf(earlier.range, earlier.unit, now, calendar), locale));
    }
    return lines.join(u'\n');
}

Comparison comparedBy(Comparison comparison,
                      ComparisonKind kind,
                      const Query &query,
                      const QDateTime &now,
                      const Calendar &calendar)
{
    comparison.kind = kind;
    if (kind == ComparisonKind::Custom && distancesOf(query, comparison, now, calendar).empty()) {
        const Comparison previous{.kind = ComparisonKind::PreviousPeriod,
                                  .matchWeekdays = comparison.matchWeekdays};
        for (const Distance &distance : distancesOf(query, previous, now, calendar)) {
            const Query earlier = earlierQuery(query, distance, now, calendar);
            comparison.start = datesOf(earlier.range, earlier.unit, now, calendar).first;
        }
    }
    return comparison;
}

} // namespace emberline
