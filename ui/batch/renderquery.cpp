// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/commandline.h"
#include "ui/batch/renderoptions.h"
#include "ui/query/rangechoice.h"

#include <QCoreApplication>

namespace emberline {

namespace {

QString say(const char *sentence)
{
    return QCoreApplication::translate("RenderOptions", sentence);
}

bool isDate(const QString &text)
{
    constexpr qsizetype dateOnly = 10;
    return text.size() == dateOnly;
}

/// From one date or time to another, both included: a date alone is its first or its last hour.
Result<Range> spanFrom(const QString &from, const QString &to, Unit unit, const QTimeZone &zone)
{
    if (isDate(from) && isDate(to)) {
        return Range(DaySpan{.first = QDate::fromString(from, Qt::ISODate),
                             .last = QDate::fromString(to, Qt::ISODate)});
    }
    if (unit == Unit::Day) {
        return usageError(say(QT_TRANSLATE_NOOP(
            "RenderOptions", "A time of day in --from or --to goes with --unit hour")));
    }
    const QDate lastDay = QDate::fromString(to, Qt::ISODate);
    const std::optional<QDateTime> first = instantFromIso(from, zone);
    const std::optional<QDateTime> last = isDate(to) ? QDateTime::fromMSecsSinceEpoch(
                                              dayBegin(lastDay.addDays(1), zone) - 1, Qt::UTC)
                                                     : instantFromIso(to, zone);
    if (!first || !last) {
        return usageError(say(QT_TRANSLATE_NOOP("RenderOptions", "--from or --to is no time")));
    }
    return Range(HourSpan{.first = *first, .last = *last});
}

Result<Range> unitsWith(const Range &base, const RenderOptions &options, const QTimeZone &zone)
{
    const auto *before = std::get_if<LastUnits>(&base);
    if (before == nullptr && !options.length) {
        return usageError(
            say(QT_TRANSLATE_NOOP("RenderOptions",
                                  "--ending-at needs --length: the view has another kind of "
                                  "range")));
    }
    LastUnits units = before == nullptr ? LastUnits() : *before;
    units.length = options.length.value_or(units.length);
    if (options.endingAt) {
        units.endingAt = instantFromIso(*options.endingAt, zone);
    }
    return Range(units);
}

Result<Range> rangeWith(const Query &query, const RenderOptions &options, const QTimeZone &zone)
{
    if (options.preset) {
        return Range(*options.preset);
    }
    if (options.length || options.endingAt) {
        return unitsWith(query.range, options, zone);
    }
    if (!options.from || !options.to) {
        return query.range;
    }
    Result<Range> span = spanFrom(*options.from, *options.to, query.unit, zone);
    if (span && problemOf(*span, query.unit) == RangeProblem::Reversed) {
        return usageError(say(QT_TRANSLATE_NOOP("RenderOptions", "--to lies before --from")));
    }
    return span;
}

/// The last 24 hours are shown by the hour, as in the window: who says nothing else means that.
Result<Query> byTheHour(const Query &query, const RenderOptions &options)
{
    const Query hours = ranged(query, query.range);
    const bool isRefused = (options.unit && query.unit != hours.unit)
                        || (options.granularity && query.granularity != hours.granularity);
    if (isRefused) {
        return usageError(say(QT_TRANSLATE_NOOP(
            "RenderOptions", "The last 24 hours go with --unit hour and --granularity hour")));
    }
    return hours;
}

} // namespace

Result<Query> queryWith(const Query &base, const RenderOptions &options, const QTimeZone &zone)
{
    Query query = base;
    if (!options.events.isEmpty()) {
        query = Query{.events = options.events, .range = base.range};
    }
    if (!options.segments.empty()) {
        query.segments = options.segments;
    }
    if (!options.apps.empty()) {
        query.apps = options.apps;
    }
    query.unit = options.unit.value_or(query.unit);
    if (options.unit || !options.events.isEmpty()) {
        query.granularity = granularityOf(query.unit);
    }
    query.granularity = options.granularity.value_or(query.granularity);
    if (query.granularity < granularityOf(query.unit)) {
        return usageError(
            say(QT_TRANSLATE_NOOP("RenderOptions", "--granularity hour goes with --unit hour")));
    }
    const Result<Range> range = rangeWith(query, options, zone);
    if (!range) {
        return range.error();
    }
    query.range = *range;
    return *range == Range(Preset::Last24Hours) ? byTheHour(query, options) : query;
}

Result<View> viewWith(const View &base, const RenderOptions &options, const QTimeZone &zone)
{
    const Result<Query> query = queryWith(base.query, options, zone);
    if (!query) {
        return query.error();
    }
    View view = base;
    if (query->range != view.query.range) {
        view.look.zoom.reset(); // it is a part of another range
    }
    view.query = *query;
    view.comparison.kind = options.comparison.value_or(view.comparison.kind);
    view.look.layout = options.layout.value_or(view.look.layout);
    return view;
}

} // namespace emberline
