// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historyfile.h"

#include <QFile>
#include <QTest>

namespace emberline::test {

constexpr qint64 fetchTime = 1'773'144'000'000; // 2026-03-10T12:00:00Z
constexpr BucketTime firstHour = 1'767'225'600'000; // 2026-01-01T00:00:00Z
constexpr HeldSpan allTime{.first = std::numeric_limits<qint64>::min(),
                           .last = std::numeric_limits<qint64>::max()};

inline SeriesKey hourly(const QString &event)
{
    return {.metric = {.name = event}, .unit = Unit::Hour};
}

inline HeldBucket counted(BucketTime time, double value, qint64 fetchedAt = fetchTime)
{
    return {.time = time, .value = value, .inside = true, .fetchedAt = fetchedAt};
}

/// @p count hours from @p first on, each with a value that can be told from the others.
inline std::vector<HeldBucket> hours(int count, BucketTime first = firstHour)
{
    std::vector<HeldBucket> buckets;
    buckets.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        buckets.push_back(counted(first + i * msPerHour, i * 37 % 1009));
    }
    return buckets;
}

/// What @p file holds of one series; a failure is an empty series.
inline std::vector<HeldBucket> heldOf(HistoryFile &file,
                                      const SeriesKey &key,
                                      const HeldSpan &span = allTime)
{
    auto held = file.read({key}, span);
    return held ? held->front() : std::vector<HeldBucket>();
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        qFatal("can't write %s", qUtf8Printable(path));
    }
}

} // namespace emberline::test
