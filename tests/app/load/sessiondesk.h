// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/session.h"
#include "tests/support/faultserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>

namespace emberline::test {

inline const QByteArray sessionKey = "5e55-10ad-secret";
inline const QDateTime sessionNow(QDate(2026, 3, 10), QTime(14, 5), QTimeZone::utc());

inline ApiKey keyOf(const QByteArray &bytes)
{
    return ApiKey::fromText(QString::fromLatin1(bytes)).value();
}

/// A session with a fixed present, and a parent for its loads that is gone before it.
struct SessionDesk
{
    explicit SessionDesk(
        const SessionOptions &options,
        const QDateTime &now = sessionNow,
        std::unique_ptr<QNetworkAccessManager> network = std::make_unique<QNetworkAccessManager>())
        : clock(now)
        , session(options, clock, std::move(network))
    { }

    Load *start(const Query &query, const LoadOptions &options = {})
    {
        return session.start(query, options, &owner);
    }

    FixedClock clock;
    Session session;
    QObject owner;
};

/// A session with a server that does what the test says.
struct FaultDesk
{
    explicit FaultDesk(std::optional<std::chrono::seconds> maxWait = std::nullopt)
        : listening(server.listen())
        , desk({.endpoint = server.url(), .key = keyOf(sessionKey), .maxWait = maxWait})
    { }

    Load *start(const Query &query, const LoadOptions &options = {})
    {
        return desk.start(query, options);
    }

    FaultServer server;
    bool listening;
    SessionDesk desk;
};

/// Several series: one per segment id; an empty one is all users.
inline Query queryFor(const QStringList &segments, int length = 1)
{
    Query query;
    query.events = QStringList{QStringLiteral("e")};
    query.range = LastUnits{.length = length};
    query.segments.clear();
    for (const QString &segment : segments) {
        query.segments.push_back({.id = segment});
    }
    return query;
}

/// What @p load ends with; null if it does not.
inline DatasetPtr endOf(Load *load)
{
    QSignalSpy finished(load, &Load::finished);
    finished.wait();
    return finished.isEmpty() ? nullptr : finished.constFirst().constFirst().value<DatasetPtr>();
}

inline QByteArray segmentOf(const HttpRequest &request)
{
    const QByteArray name = "segment_id=";
    const qsizetype at = request.query.indexOf(name);
    return at < 0 ? QByteArray() : request.query.mid(at + name.size()).split('&').front();
}

/// "2026-03-10 12 counted": one line per bucket of @p series.
inline QStringList linesOf(const Dataset &dataset, const Series &series)
{
    QStringList lines;
    for (std::size_t i = 0; i < dataset.times.size(); ++i) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(dataset.times[i], Qt::UTC);
        QString line = dataset.unit == Unit::Day ? time.date().toString(Qt::ISODate)
                                                 : time.toString(Qt::ISODateWithMs);
        switch (series.states[i]) {
        case BucketState::Counted:
            line += QStringLiteral(" %1 counted").arg(qRound64(series.values[i]));
            break;
        case BucketState::Incomplete:
            line += QStringLiteral(" %1 incomplete").arg(qRound64(series.values[i]));
            break;
        case BucketState::Missing:
            line += QStringLiteral(" missing");
            break;
        case BucketState::NotCollected:
            line += QStringLiteral(" not collected");
            break;
        case BucketState::Unread:
            line += QStringLiteral(" unread");
            break;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace emberline::test
