// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/tablerows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

namespace emberline::test {

using enum BucketState;
using namespace Qt::Literals::StringLiterals;

inline Series seriesOf(const QString &segment,
                       const std::vector<double> &values,
                       const std::vector<BucketState> &states)
{
    return {.key = {.metric = {.name = u"checkout"_s}, .segmentId = segment},
            .values = values,
            .states = states};
}

/// Four days up to 23 November 2026, of all users and Gold; nothing is known of two days of Gold,
/// and today is open.
inline TableSource fourDays(const QString &gold = u"Gold"_s)
{
    auto dataset = std::make_shared<Dataset>();
    dataset->zone = QTimeZone("Europe/Berlin");
    dataset->fetchedAt = QDateTime(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC);
    for (int day = 20; day <= 23; ++day) {
        dataset->times.push_back(bucketOfDay(QDate(2026, 11, day)));
    }
    dataset->series = {
        seriesOf({}, {900, 10000, 0, 9120.5}, {Counted, Counted, Counted, Incomplete}),
        seriesOf(u"g"_s, {0, 0, 4655, 2880}, {NotCollected, Missing, Counted, Counted})};
    TableSource source;
    source.shown = {.dataset = dataset,
                    .looks = {{.name = u"All users"_s}, {.name = gold, .colorSlot = 0}}};
    source.query.events = {u"checkout"_s};
    source.query.segments = {{}, {.id = u"g"_s, .label = gold}};
    source.order = {3, 2, 1, 0};
    return source;
}

/// @p source with an earlier time, 28 days back, under it; it has half of every count.
inline TableSource compared(TableSource source)
{
    const Dataset &dataset = *source.shown.dataset;
    Earlier earlier{.dates = {.first = QDate(2026, 10, 23), .last = QDate(2026, 10, 26)}};
    for (const BucketTime time : dataset.times) {
        earlier.times.emplace_back(time - 28 * msPerDay);
    }
    for (const Series &series : dataset.series) {
        Series before = series;
        for (double &value : before.values) {
            value /= 2;
        }
        std::replace(before.states.begin(), before.states.end(), Incomplete, Counted);
        earlier.series.push_back(before);
    }
    source.shown.earlier = {earlier};
    return source;
}

/// The night in which clocks go back: 02:00 comes twice.
inline TableSource nightOfHours()
{
    auto dataset = std::make_shared<Dataset>();
    dataset->unit = Unit::Hour;
    dataset->granularity = Granularity::Hour;
    dataset->zone = QTimeZone("Europe/Berlin");
    const QDateTime first(QDate(2026, 10, 24), QTime(23, 0), Qt::UTC);
    for (int hour = 0; hour < 3; ++hour) {
        dataset->times.push_back(first.toMSecsSinceEpoch() + hour * msPerHour);
    }
    dataset->series = {seriesOf({}, {1, 2, 3}, {Counted, Counted, Counted})};
    TableSource source;
    source.shown = {.dataset = dataset, .looks = {{.name = u"n"_s}}};
    source.query.events = {u"checkout"_s};
    source.order = {0, 1, 2};
    return source;
}

inline QString python()
{
    return QStandardPaths::findExecutable(u"python3"_s);
}

/// What @p script of the test data prints as JSON.
inline QJsonDocument readBy(const QString &script,
                            const QString &argument,
                            const QByteArray &input = {})
{
    QProcess reader;
    reader.start(python(), {QStringLiteral(TEST_DATA_DIR "/tables/") + script, argument});
    reader.write(input);
    reader.closeWriteChannel();
    if (!reader.waitForFinished() || reader.exitCode() != 0) {
        qWarning("%s", reader.readAllStandardError().constData());
    }
    return QJsonDocument::fromJson(reader.readAllStandardOutput());
}

} // namespace emberline::test
