// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/query/formbench.h"

#include <QToolButton>

namespace emberline::test {

struct RangeBench : FormBench
{
    using FormBench::FormBench;

    QDateTimeEdit *first() const { return find<QDateTimeEdit>(QStringLiteral("spanFirstField")); }
    QDateTimeEdit *last() const { return find<QDateTimeEdit>(QStringLiteral("spanLastField")); }
    QToolButton *button() const { return find<QToolButton>(QStringLiteral("rangeButton")); }
    QLabel *problem() const { return label(QStringLiteral("spanProblem")); }
    Range asked() const { return FormBench::last().range; }
    /// What stands at the end of an item of the menu.
    QString datesOfItem(const QString &preset) const
    {
        return find<QAction>(QStringLiteral("range-") + preset)->text().section(u'\t', 1, 1);
    }
};

inline View askingFor(const Range &range, Unit unit = Unit::Day)
{
    View view = checkouts();
    view.query.unit = unit;
    view.query.granularity = granularityOf(unit);
    view.query.range = range;
    return view;
}

inline DaySpan days(QDate first, QDate last)
{
    return {.first = first, .last = last};
}

} // namespace emberline::test
