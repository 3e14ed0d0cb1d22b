// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/measure.h"

#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/valueaxis.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Measure", text);
}

QString lengthText(const BucketSpan &span, Granularity granularity)
{
    const int count = static_cast<int>(span.last - span.first + 1);
    switch (granularity) {
    case Granularity::Hour:
        return QCoreApplication::translate("Measure", "%n hours", nullptr, count);
    case Granularity::Day:
        return QCoreApplication::translate("Measure", "%n days", nullptr, count);
    case Granularity::Week:
        return QCoreApplication::translate("Measure", "%n weeks", nullptr, count);
    case Granularity::Month:
        return QCoreApplication::translate("Measure", "%n months", nullptr, count);
    }
    Q_UNREACHABLE();
}

/// The sum is not of all the buckets, or not of all of one.
QString reservations(const Measure &measure)
{
    QStringList parts;
    const int count = static_cast<int>(measure.span.last - measure.span.first + 1);
    if (measure.isIncomplete) {
        parts.append(translated(QT_TRANSLATE_NOOP("Measure", "incl. incomplete")));
    }
    if (const int without = count - measure.valued; without > 0) {
        parts.append(
            QCoreApplication::translate("Measure", "%n without a value", nullptr, without));
    }
    return parts.join(u", "_s);
}

struct Ends
{
    QString from;
    QString to;
};

/// "3" and "10 Nov": nothing is said twice.
Ends endsOf(const Dataset &dataset, const BucketSpan &span, const QLocale &locale)
{
    const Granularity granularity = dataset.granularity;
    const auto at = [&dataset](std::size_t bucket) {
        return wallClockOf(dataset.times[bucket], dataset.granularity, dataset.zone);
    };
    const QDateTime first = at(span.first);
    const QDateTime last = at(span.last);
    const bool sameYear = first.date().year() == last.date().year();
    const auto text = [&locale](QDate date, const QString &format) {
        return locale.toString(date, format);
    };
    switch (granularity) {
    case Granularity::Hour: {
        const QString format = sameYear ? u"d MMM"_s : u"d MMM yyyy"_s;
        return {.from = text(first.date(), format) + u", "_s + clockText(first.time(), locale),
                .to = text(last.date(), format) + u", "_s + clockText(last.time(), locale)};
    }
    case Granularity::Day:
    case Granularity::Week: {
        const QDate end = lastDayOf(last.date(), granularity);
        const bool oneYear = first.date().year() == end.year();
        const bool oneMonth = oneYear && first.date().month() == end.month();
        return {.from = text(first.date(),
                             oneMonth  ? u"d"_s
                             : oneYear ? u"d MMM"_s
                                       : u"d MMM yyyy"_s),
                .to = text(end, oneYear ? u"d MMM"_s : u"d MMM yyyy"_s)};
    }
    case Granularity::Month:
        return {.from = text(first.date(), sameYear ? u"MMM"_s : u"MMM yyyy"_s),
                .to = text(last.date(), sameYear ? u"MMM"_s : u"MMM yyyy"_s)};
    }
    Q_UNREACHABLE();
}

QString movementText(const Measure &measure, const Ends &ends, const QLocale &locale)
{
    if (!measure.change) {
        return translated(QT_TRANSLATE_NOOP("Measure", "from %1 to %2")).arg(ends.from, ends.to);
    }
    const Change &change = *measure.change;
    if (change.difference == 0) {
        return translated(QT_TRANSLATE_NOOP("Measure", "the same on both ends from %1 to %2"))
            .arg(ends.from, ends.to);
    }
    if (!change.ratio) {
        return translated(QT_TRANSLATE_NOOP("Measure", "rose from 0 to %1 from %2 to %3"))
            .arg(fullNumber(measure.last, locale), ends.from, ends.to);
    }
    const QString sentence = change.difference > 0
                               ? translated(QT_TRANSLATE_NOOP("Measure", "rose %1 from %2 to %3"))
                               : translated(QT_TRANSLATE_NOOP("Measure", "fell %1 from %2 to %3"));
    return sentence.arg(percentText(change, locale), ends.from, ends.to);
}

} // namespace

Measure measureOf(const Series &series, const BucketSpan &span)
{
    Measure measure{.span = span, .last = series.values[span.last]};
    for (std::size_t i = span.first; i <= span.last; ++i) {
        const BucketState state = series.states[i];
        if (hasValue(state)) {
            measure.sum += series.values[i];
            ++measure.valued;
        }
        measure.isIncomplete = measure.isIncomplete || state == BucketState::Incomplete;
    }
    if (hasValue(series.states[span.first]) && hasValue(series.states[span.last])) {
        measure.change = changeOf(series.values[span.last], series.values[span.first]);
    }
    return measure;
}

QString measureText(const Measure &measure, Granularity granularity, const QLocale &locale)
{
    QStringList parts;
    if (measure.change) {
        parts = {signedPercentText(*measure.change, locale),
                 differenceText(*measure.change, locale)};
    }
    parts.append(lengthText(measure.span, granularity));
    parts.append(
        translated(QT_TRANSLATE_NOOP("Measure", "sum %1")).arg(fullNumber(measure.sum, locale)));
    if (const QString more = reservations(measure); !more.isEmpty()) {
        parts.append(more);
    }
    return parts.join(u" · "_s);
}

QString measureSentence(const Dataset &dataset,
                        std::size_t index,
                        const BucketSpan &span,
                        const QString &name,
                        const QLocale &locale)
{
    const Series &series = dataset.series[index];
    const Measure measure = measureOf(series, span);
    //: An event, a segment: "rose 18.2 % from 3 to 10 Nov", a sum in "8 days"
    const QString sentence = translated(QT_TRANSLATE_NOOP("Measure", "%1, %2: %3, %4 in %5"))
                                 .arg(displayText(series.key.metric.name),
                                      displayText(name),
                                      movementText(measure, endsOf(dataset, span, locale), locale),
                                      fullNumber(measure.sum, locale),
                                      lengthText(span, dataset.granularity));
    const QString more = reservations(measure);
    return more.isEmpty() ? sentence : sentence + u" ("_s + more + u')';
}

} // namespace emberline
