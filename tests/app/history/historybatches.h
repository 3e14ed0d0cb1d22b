// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/history/historydesk.h"

namespace emberline::test {

constexpr int batchLength = 40;
constexpr int seriesInTurn = 5;

inline SeriesKey batchKey(int series)
{
    return hourly(QStringLiteral("event ") + QString::number(series));
}

/// The buckets of batch @p number: it follows on the last one of its series, so that most of them
/// change a chunk that is there.
inline HeldSeries batch(int number)
{
    const BucketTime first = firstHour
                           + BucketTime{number / seriesInTurn} * batchLength * msPerHour;
    return {.key = batchKey(number % seriesInTurn), .buckets = hours(batchLength, first)};
}

} // namespace emberline::test
