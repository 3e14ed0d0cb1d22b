// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/earliertext.h"

#include "app/series/datetext.h"
#include "app/series/valueaxis.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto dash = u"–"_s;

QString translated(const char *text)
{
    return QCoreApplication::translate("Chart", text);
}

QString dateText(const ChartPlan &plan,
                 const EarlierLines::Period &period,
                 std::size_t bucket,
                 const QString &dayFormat)
{
    if (!period.times[bucket]) {
        return dash;
    }
    const Dataset &dataset = plan.dataset();
    const QLocale &locale = plan.content.locale;
    const QDateTime now = wallClockOf(dataset.times[bucket], dataset.granularity, dataset.zone);
    const QDateTime then = wallClockOf(*period.times[bucket], dataset.granularity, dataset.zone);
    const QString year = then.date().year() == now.date().year() ? QString() : u" yyyy"_s;
    switch (dataset.granularity) {
    case Granularity::Hour:
        return locale.toString(then.date(), dayFormat + year) + u", "_s
             + clockText(then.time(), locale);
    case Granularity::Day:
        return locale.toString(then.date(), dayFormat + year);
    case Granularity::Week:
        return locale.toString(then.date(), u"d MMM"_s + year);
    case Granularity::Month:
        return locale.toString(then.date(), u"MMM yyyy"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

bool comparesAt(const ChartPlan &plan, std::size_t bucket)
{
    const std::vector<EarlierLines::Period> &periods = plan.content.earlier->periods;
    return std::any_of(periods.begin(), periods.end(), [&](const EarlierLines::Period &period) {
        for (std::size_t i = 0; i < period.series.size(); ++i) {
            if (!plan.content.looks[i].hidden && hasValue(period.series[i].states[bucket])) {
                return true;
            }
        }
        return false;
    });
}

QString earlierDateText(const ChartPlan &plan,
                        const EarlierLines::Period &period,
                        std::size_t bucket)
{
    const QString date = dateText(plan, period, bucket, u"ddd d MMM"_s);
    //: The week that begins on a date
    return plan.dataset().granularity == Granularity::Week && period.times[bucket]
             ? translated(QT_TRANSLATE_NOOP("Chart", "week of %1")).arg(date)
             : date;
}

QString shortEarlierDateText(const ChartPlan &plan,
                             const EarlierLines::Period &period,
                             std::size_t bucket)
{
    return dateText(plan, period, bucket, u"d MMM"_s);
}

QString earlierValueText(const ChartPlan &plan, const Series &earlier, std::size_t bucket)
{
    return hasValue(earlier.states[bucket])
             ? fullNumber(earlier.values[bucket], plan.content.locale)
             : dash;
}

std::optional<Change> changeAt(const ChartPlan &plan, std::size_t series, std::size_t bucket)
{
    const std::vector<EarlierLines::Period> &periods = plan.content.earlier->periods;
    return periods.empty() ? std::nullopt
                           : changeOf(plan.dataset().series[series],
                                      periods.front().series[series],
                                      {.first = bucket, .last = bucket});
}

QString changeText(const ChartPlan &plan, std::size_t series, std::size_t bucket)
{
    const std::optional<Change> change = changeAt(plan, series, bucket);
    return change ? signedPercentText(*change, plan.content.locale) : dash;
}

QString spokenChange(const ChartPlan &plan, std::size_t series, std::size_t bucket)
{
    const std::vector<EarlierLines::Period> &periods = plan.content.earlier->periods;
    return periods.empty()
             ? QString()
             : spokenChange(plan, series, bucket, earlierDateText(plan, periods.front(), bucket));
}

QString spokenChange(const ChartPlan &plan,
                     std::size_t series,
                     std::size_t bucket,
                     const QString &date)
{
    const std::optional<Change> change = changeAt(plan, series, bucket);
    if (!change) {
        return {};
    }
    if (change->difference == 0) {
        //: A count beside the one of an earlier date, spoken
        return translated(QT_TRANSLATE_NOOP("Chart", "as on %1")).arg(date);
    }
    if (!change->ratio) {
        //: A count beside the one of an earlier date, spoken
        return translated(QT_TRANSLATE_NOOP("Chart", "none on %1")).arg(date);
    }
    //: A count beside the one of an earlier date, spoken: up 8.1 % on 5 November
    const QString words = change->difference > 0
                            ? translated(QT_TRANSLATE_NOOP("Chart", "up %1 on %2"))
                            : translated(QT_TRANSLATE_NOOP("Chart", "down %1 on %2"));
    return words.arg(percentText(*change, plan.content.locale), date);
}

} // namespace emberline
