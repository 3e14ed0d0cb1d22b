// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/comparisontext.h"

#include "app/series/datetext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ComparisonText", text);
}

QString oneOf(ComparisonKind kind)
{
    switch (kind) {
    case ComparisonKind::None:
        return {};
    case ComparisonKind::PreviousPeriod:
        return words(QT_TRANSLATE_NOOP("ComparisonText", "previous period, %1"));
    case ComparisonKind::LastYear:
        return words(QT_TRANSLATE_NOOP("ComparisonText", "same period last year, %1"));
    case ComparisonKind::Custom:
        return words(QT_TRANSLATE_NOOP("ComparisonText", "earlier period, %1"));
    }
    Q_UNREACHABLE();
}

QString severalOf(ComparisonKind kind)
{
    switch (kind) {
    case ComparisonKind::None:
        return {};
    case ComparisonKind::PreviousPeriod:
        return words(QT_TRANSLATE_NOOP("ComparisonText", "previous periods: %1"));
    case ComparisonKind::LastYear:
        return words(QT_TRANSLATE_NOOP("ComparisonText", "same period of earlier years: %1"));
    case ComparisonKind::Custom:
        return words(QT_TRANSLATE_NOOP("ComparisonText", "earlier periods: %1"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString comparisonText(const Comparison &comparison,
                       const std::vector<Earlier> &earlier,
                       QDate shown,
                       const QLocale &locale)
{
    QStringList dates;
    for (const Earlier &period : earlier) {
        if (period.dates.first.isValid()) {
            dates.append(shortRangeText(period.dates, shown, locale));
        }
    }
    if (dates.isEmpty() || comparison.kind == ComparisonKind::None) {
        return {};
    }
    return dates.size() == 1 ? oneOf(comparison.kind).arg(dates.constFirst())
                             : severalOf(comparison.kind).arg(dates.join(u", "_s));
}

} // namespace emberline
