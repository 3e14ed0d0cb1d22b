// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/seriesparser.h"

#include "app/braze/envelope.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

struct Instant
{
    BucketTime time = 0;
    bool assumedUtc = false;
};

/// Seconds east of UTC; "Z" and nothing are 0, what is no offset is nothing.
std::optional<int> offsetSeconds(const QString &zone)
{
    if (zone.isEmpty() || zone.front().isLetter()) {
        return 0;
    }
    constexpr int farthestHours = 18;
    const QString digits = QString(zone).remove(u':').mid(1);
    const int hours = digits.left(2).toInt();
    const int minutes = digits.mid(2).toInt();
    if (hours > farthestHours || minutes > 59) {
        return std::nullopt;
    }
    const int seconds = (hours * 60 + minutes) * 60;
    return zone.front() == u'-' ? -seconds : seconds;
}

/// ISO 8601 extended, by hand: Qt reads a text without offset in the zone of this computer.
std::optional<Instant> hourFrom(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)(:\\d\\d)?(?:[.,]\\d+)?"
        " ?(Z|z|UTC|[+-]\\d\\d(?::?\\d\\d)?)?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2) + match.captured(3), Qt::ISODate);
    const std::optional<int> offset = offsetSeconds(match.captured(4));
    if (!date.isValid() || !time.isValid() || !offset) {
        return std::nullopt;
    }
    const qint64 utc = bucketOfDay(date) + time.msecsSinceStartOfDay() - qint64{*offset} * 1'000;
    return Instant{.time = utc, .assumedUtc = match.captured(4).isEmpty()};
}

std::optional<Instant> timeFrom(const QJsonValue &value, Unit unit)
{
    const QString text = value.toString();
    if (unit == Unit::Hour) {
        return hourFrom(text);
    }
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    if (!day.isValid()) {
        return std::nullopt;
    }
    return Instant{.time = bucketOfDay(day)};
}

/// QJsonValue::toInt() answers 0 for "5", fractions and 64-bit values; this refuses them.
std::optional<double> numberFrom(const QJsonValue &value, bool fractional)
{
    if (!value.isDouble()) {
        return std::nullopt;
    }
    const double number = value.toDouble();
    if (fractional && std::isfinite(number) && number >= 0) {
        return number;
    }
    const qint64 whole = value.toInteger(-1);
    if (whole < 0 || whole > largestValue) {
        return std::nullopt;
    }
    return static_cast<double>(whole);
}

void sortKeepingTheLast(std::vector<Row> &rows)
{
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(
        rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.time < b.time; });
    const auto sameTime = [](const Row &a, const Row &b) {
        return a.time == b.time;
    };
    rows.erase(std::unique(rows.begin(), rows.end(), sameTime), rows.end());
}

} // namespace

Result<SeriesAnswer> parseSeries(const QByteArray &body, const MetricRules &rules, Unit unit)
{
    const Result<QJsonObject> envelope = objectFrom(body);
    if (!envelope) {
        return envelope.error();
    }
    const Result<QJsonArray> data = listFrom(*envelope, u"data"_s);
    if (!data) {
        return data.error();
    }
    SeriesAnswer answer{.note = wordsOf(*envelope)};
    answer.rows.reserve(static_cast<std::size_t>(data->size()));
    for (const auto &entry : *data) {
        const QJsonObject row = entry.toObject();
        const std::optional<Instant> time = timeFrom(row.value("time"_L1), unit);
        const std::optional<double> number = numberFrom(row.value(rules.valueKey),
                                                        rules.fractional);
        if (!time || !number) {
            ++answer.unreadable;
            continue;
        }
        constexpr auto largest = static_cast<double>(largestValue);
        answer.clamped += *number > largest ? 1 : 0;
        answer.assumedUtc = answer.assumedUtc || time->assumedUtc;
        answer.rows.push_back({.time = time->time, .value = std::min(*number, largest)});
    }
    sortKeepingTheLast(answer.rows);
    return answer;
}

} // namespace emberline
