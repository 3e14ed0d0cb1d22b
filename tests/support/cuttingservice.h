// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"
#include "tests/support/faultserver.h"

#include <QDateTime>
#include <QTimeZone>

#include <vector>

namespace emberline::test {

/// What a service may make of the end of a series.
enum class EndReading {
    CutBucketReturned, ///< with the part of its count that lies before the end
    CutBucketLeftOut,
    MidnightOfItsDate ///< its time of day is ignored, and that midnight is exclusive (days only)
};

/// A service that counts by a rule, and is free in what the documentation leaves open. It shares
/// no line with the planner that is tested against it.
struct CuttingService
{
    QTimeZone zone = QTimeZone::utc(); ///< where its days end
    qint64 hourPhase = 0; ///< ms after the UTC hour at which its hours begin
    EndReading reading = EndReading::CutBucketReturned;
    bool cutsTheFirst = false; ///< a day in the middle, an hour at end - length
    int missingPercent = 0; ///< of the buckets, always the same ones

    /// The last @p length buckets before @p end, which is not in the future.
    [[nodiscard]] std::vector<Row> rows(Unit unit, int length, const QDateTime &end) const;
    /// The newest bucket that an answer with that end can hold.
    [[nodiscard]] BucketTime newest(Unit unit, const QDateTime &end) const;
    /// A bucket without its count, whoever asks and when.
    [[nodiscard]] bool misses(BucketTime bucket) const;
    /// The whole count of a bucket, more than 100; a part of it is always less.
    [[nodiscard]] static double countOf(BucketTime bucket);

    /// The same on the wire, for FaultServer::setResponder(): any path is the series of @p now.
    [[nodiscard]] FaultServer::Responder responder(const QDateTime &now) const;
};

} // namespace emberline::test
