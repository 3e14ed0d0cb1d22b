// SPDX-License-Identifier: GPL-3.0-or-later
// What the crosshair is at, in words.
#include "app/core/text.h"
#include "app/series/datetext.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/earliertext.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// "12 November" as the locale writes it: its long date without weekday and year.
QString dayAndMonth(QDate date, const QLocale &locale)
{
    if (locale.language() == QLocale::C) {
        return date.toString(u"d MMMM"_s);
    }
    QString format = locale.dateFormat(QLocale::LongFormat);
    static const QRegularExpression weekdayAndYear(
        uR"([,\s]*(?:\bde |'de' )?y+(?:\s*('[^']*'|г\.|г))?|d{3,4}[,.]?\s*)"_s);
    format.remove(weekdayAndYear);
    const bool isUsual = format.contains(u"MMM"_s) && format.contains(u'd');
    return locale.toString(date, isUsual ? format.trimmed() : u"d MMMM"_s);
}

QString spokenDate(const ChartPlan &plan, BucketTime time)
{
    const Dataset &dataset = plan.dataset();
    const QLocale &locale = plan.content.locale;
    const QDateTime clock = wallClockOf(time, dataset.granularity, dataset.zone);
    switch (dataset.granularity) {
    case Granularity::Hour:
        return dayAndMonth(clock.date(), locale) + u", "_s + clockText(clock.time(), locale);
    case Granularity::Day:
        return dayAndMonth(clock.date(), locale);
    case Granularity::Week:
    case Granularity::Month:
        return bucketText(time, dataset.granularity, dataset.zone, locale);
    }
    Q_UNREACHABLE();
}

/// "up 8.1 % on 5 November": in the same year as the point the day is enough.
QString spokenChangeAt(const ChartPlan &plan, std::size_t bucket, std::size_t series)
{
    const std::vector<EarlierLines::Period> &periods = plan.content.earlier->periods;
    if (periods.empty() || !periods.front().times[bucket]) {
        return {};
    }
    const Dataset &dataset = plan.dataset();
    const auto yearOf = [&dataset](BucketTime time) {
        return wallClockOf(time, dataset.granularity, dataset.zone).date().year();
    };
    const BucketTime then = *periods.front().times[bucket];
    const bool isSameYear = yearOf(then) == yearOf(dataset.times[bucket]);
    return spokenChange(plan,
                        series,
                        bucket,
                        isSameYear ? spokenDate(plan, then)
                                   : earlierDateText(plan, periods.front(), bucket));
}

} // namespace

QString spokenPoint(const ChartPlan &plan, std::size_t bucket, std::size_t series)
{
    QStringList parts{spokenDate(plan, plan.dataset().times[bucket]),
                      displayText(plan.content.looks[series].name),
                      pointText(plan, bucket, series)};
    if (const QString change = spokenChangeAt(plan, bucket, series); !change.isEmpty()) {
        parts.append(change);
    }
    if (plan.dataset().series[series].states[bucket] == BucketState::Incomplete) {
        parts.append(soFarText(plan.dataset(), bucket, plan.content.locale));
    }
    return parts.join(u", "_s);
}

QString tooltipText(const ChartPlan &plan, std::size_t bucket)
{
    const Dataset &dataset = plan.dataset();
    QStringList lines{
        bucketText(dataset.times[bucket], dataset.granularity, dataset.zone, plan.content.locale)};
    const std::vector<std::size_t> order = tooltipOrder(plan, bucket);
    for (const std::size_t i : order) {
        lines.append(displayText(plan.content.looks[i].name) + u'\t' + pointText(plan, bucket, i));
    }
    if (anyHas(dataset, bucket, BucketState::Incomplete)) {
        lines.append(soFarText(dataset, bucket, plan.content.locale));
    }
    return lines.join(u'\n');
}

} // namespace emberline
