// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/load/sessiondesk.h"
#include "tests/support/cuttingservice.h"

#include <QTemporaryDir>

#include <algorithm>

namespace emberline::test {

using namespace Qt::Literals::StringLiterals;
using enum BucketState;

inline const QDateTime noon(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);

/// A service that counts, and a folder in which what was loaded is kept from one desk to the next.
struct HistoryBench
{
    HistoryBench() { ready = server.listen() && folder.isValid(); }

    [[nodiscard]] SessionOptions options() const
    {
        return {.endpoint = server.url(),
                .key = keyOf(sessionKey),
                .zone = zone,
                .historyFile = folder.filePath(u"history.sqlite"_s)};
    }

    /// What a program that is started at @p now ends with, and how many requests that took.
    DatasetPtr load(const Query &query, const QDateTime &now, LoadMode mode = LoadMode::Usual)
    {
        const int before = server.requestCount();
        if (!isBroken) {
            server.setResponder(service.responder(now));
        }
        SessionDesk desk(options(), now);
        DatasetPtr dataset = endOf(desk.start(query, {.mode = mode}));
        asked = server.requestCount() - before;
        return dataset;
    }

    CuttingService service;
    QTimeZone zone = QTimeZone::utc();
    QTemporaryDir folder;
    FaultServer server;
    bool ready = false;
    bool isBroken = false; ///< the responder is the test's own
    int asked = 0;
};

inline Query days(int length)
{
    return queryFor({QString()}, length);
}

inline Query hours(int length)
{
    Query query = days(length);
    query.unit = Unit::Hour;
    query.granularity = Granularity::Hour;
    return query;
}

/// How many buckets have this state.
inline int count(const Dataset &dataset, BucketState state)
{
    const auto &states = dataset.series.front().states;
    return static_cast<int>(std::count(states.begin(), states.end(), state));
}

/// The first complete bucket that is not the service's whole count; empty: there is none.
inline QString wrongIn(const Dataset &dataset)
{
    for (const Series &series : dataset.series) {
        for (std::size_t i = 0; i < dataset.times.size(); ++i) {
            const double whole = CuttingService::countOf(dataset.times[i]);
            if (series.states[i] == Counted && series.values[i] != whole) {
                return u"%1: %2, not %3"_s
                    .arg(QDateTime::fromMSecsSinceEpoch(dataset.times[i], Qt::UTC)
                             .toString(Qt::ISODate))
                    .arg(series.values[i])
                    .arg(whole);
            }
        }
    }
    return {};
}

} // namespace emberline::test
