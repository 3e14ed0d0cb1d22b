// SPDX-License-Identifier: GPL-3.0-or-later
// What the crosshair is at, in words.
#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/earliertext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

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

QString pointText(const ChartPlan &plan, std::size_t bucket, std::size_t series)
{
    const Series &data = plan.dataset().series[series];
    switch (data.states[bucket]) {
    case BucketState::Counted:
    case BucketState::Incomplete:
        return fullNumber(data.values[bucket], plan.content.locale);
    case BucketState::Missing:
        return QCoreApplication::translate("Chart", "no value");
    case BucketState::NotCollected:
        return QCoreApplication::translate("Chart", "not collected");
    case BucketState::Unread:
        return plan.dataset().isLoading ? QCoreApplication::translate("Chart", "loading…")
                                        : QCoreApplication::translate("Chart", "not loaded");
    }
    Q_UNREACHABLE();
}

std::vector<std::size_t> tooltipOrder(const ChartPlan &plan, std::size_t bucket)
{
    const Dataset &dataset = plan.dataset();
    std::vector<std::size_t> order = plan.content.shownSeries();
    const auto rank = [&dataset, bucket](std::size_t i) {
        const Series &series = dataset.series[i];
        return hasValue(series.states[bucket]) ? series.values[bucket] : -1.0;
    };
    std::stable_sort(order.begin(), order.end(), [&rank](std::size_t a, std::size_t b) {
        return rank(a) > rank(b);
    });
    return order;
}

QString shortDate(const ChartPlan &plan, std::size_t bucket)
{
    const Dataset &dataset = plan.dataset();
    const QLocale &locale = plan.content.locale;
    const auto clockAt = [&dataset](BucketTime time) {
        return wallClockOf(time, dataset.granularity, dataset.zone);
    };
    const BucketTime time = dataset.times[bucket];
    const bool spansYears = clockAt(dataset.times.front()).date().year()
                         != clockAt(dataset.times.back()).date().year();
    if (spansYears || dataset.granularity == Granularity::Month) {
        return bucketText(time, dataset.granularity, dataset.zone, locale);
    }
    const QDateTime clock = clockAt(time);
    if (dataset.granularity == Granularity::Week) {
        return QCoreApplication::translate("DateText", "Week of %1")
            .arg(locale.toString(clock.date(), u"d MMM"_s));
    }
    QString date = locale.toString(clock.date(), u"ddd d MMM"_s);
    return dataset.granularity == Granularity::Hour
             ? date + u", "_s + clockText(clock.time(), locale)
             : date;
}

QString spokenBucket(const ChartPlan &plan, std::size_t bucket)
{
    const Dataset &dataset = plan.dataset();
    QStringList parts{
        bucketText(dataset.times[bucket], dataset.granularity, dataset.zone, plan.content.locale)};
    for (const std::size_t i : tooltipOrder(plan, bucket)) {
        parts.append(displayText(plan.content.looks[i].name) + u' ' + pointText(plan, bucket, i));
        if (const QString change = spokenChange(plan, i, bucket); !change.isEmpty()) {
            parts.append(change);
        }
    }
    if (plan.anyShownHas(bucket, BucketState::Incomplete)) {
        parts.append(soFarText(dataset, bucket, plan.content.locale));
    }
    return parts.join(u", "_s);
}

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
