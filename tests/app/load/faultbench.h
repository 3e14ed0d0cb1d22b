// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/client.h"
#include "app/history/historyfile.h"
#include "tests/app/load/historybench.h"
#include "tests/support/faults.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

namespace emberline::test {

/// What a user of one session was told.
struct Told
{
    DatasetPtr held; ///< at once
    DatasetPtr dataset; ///< in the end
    qsizetype ends = 0; ///< how often the load ended
    QList<QDateTime> waits = {};
    std::vector<HistoryNotice> troubles = {};
    std::vector<RequestRecord> records = {};
};

/// Two series, "hit" and "other"; a service that counts; a history that lasts from one session to
/// the next. A fault strikes the first series, or the history of both.
class FaultBench
{
public:
    FaultBench() { isReady = server.listen() && elsewhere.listen() && m_folder.isValid(); }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file() const { return m_folder.filePath(u"kept/history.sqlite"_s); }

    /// A session at @p now with @p fault, from its beginning to its end.
    Told run(const QDateTime &now, const Fault *fault = nullptr, bool isOnce = false)
    {
        answerAt(now, fault, isOnce);
        if (fault != nullptr && fault->isSilent) {
            // The other series must not depend on the little patience that is had with this one.
            loadOther(now);
        }
        Told told;
        const auto desk = std::make_unique<SessionDesk>(optionsFor(fault), now);
        Session &session = desk->session;
        QObject::connect(&session,
                         &Session::historyTroubled,
                         &desk->owner,
                         [&](const auto &notice) { told.troubles.push_back(notice); });
        QObject::connect(&session,
                         &Session::requestFinished,
                         &desk->owner,
                         [&](const auto &record) { told.records.push_back(record); });
        told.held = endOf(desk->start(query(), {.mode = LoadMode::Offline}));
        Load *load = desk->start(query());
        // Nobody sits through a wait: they press "Try now".
        QObject::connect(load, &Load::waiting, load, &Load::retryNow, Qt::QueuedConnection);
        const QSignalSpy waits(load, &Load::waiting);
        QSignalSpy finished(load, &Load::finished);
        finished.wait(30'000);
        for (const QVariantList &wait : waits) {
            told.waits.append(wait.constFirst().toDateTime());
        }
        HistoryTask *flush = session.history()->flush(&desk->owner);
        QSignalSpy flushed(flush, &HistoryTask::finished);
        flushed.wait(30'000);
        told.ends = finished.size();
        told.dataset = finished.isEmpty() ? nullptr : finished.front().front().value<DatasetPtr>();
        return told;
    }

    /// The file of a history that was begun at @p now.
    static QByteArray seedAt(const QDateTime &now)
    {
        FaultBench bench;
        (void)bench.run(now);
        QFile seed(bench.file());
        return seed.open(QIODevice::ReadOnly) ? seed.readAll() : QByteArray();
    }

    /// Begins with @p bytes for a history.
    void seed(const QByteArray &bytes) const
    {
        QFile seed(file());
        if (!QDir().mkpath(QFileInfo(file()).absolutePath()) || !seed.open(QIODevice::WriteOnly)
            || seed.write(bytes) != bytes.size()) {
            qFatal("no history to begin with");
        }
    }

    /// A session at @p now, whose requests are tried so often.
    std::unique_ptr<SessionDesk> desk(const QDateTime &now, const Fault *fault, int maxAttempts)
    {
        answerAt(now, fault, false);
        SessionOptions options = optionsFor(fault);
        options.tuneClient = [tune = options.tuneClient, maxAttempts](ClientOptions &client) {
            tune(client);
            client.maxAttempts = maxAttempts;
        };
        return std::make_unique<SessionDesk>(options, now);
    }

    [[nodiscard]] static Query query() { return queryFor({u"hit"_s, u"other"_s}, 20); }

    FaultServer server;
    FaultServer elsewhere;
    Spell spell;
    int played = 0;
    bool isReady = false;

private:
    void loadOther(const QDateTime &now)
    {
        SessionDesk desk(optionsFor(nullptr), now);
        (void)endOf(desk.start(queryFor({u"other"_s}, 20)));
    }

    void answerAt(const QDateTime &now, const Fault *fault, bool isOnce)
    {
        const auto answer = CuttingService().responder(now);
        server.setResponder([this, answer, now, fault, isOnce](const HttpRequest &request) {
            ScriptedAnswer good = answer(request);
            if (fault == nullptr || segmentOf(request) != "hit") {
                return good;
            }
            const bool isFirst = played++ == 0;
            if (fault->during && isFirst) {
                spell = fault->during(file());
            }
            if (!fault->play || (isOnce && !isFirst)
                || (fault->sight.wait && !isFirst)) { // the wait is over
                return good;
            }
            return fault->play(
                {.good = good.answer, .elsewhere = elsewhere.url(), .key = sessionKey, .now = now});
        });
    }

    [[nodiscard]] SessionOptions optionsFor(const Fault *fault) const
    {
        SessionOptions options{.endpoint = server.url(),
                               .key = keyOf(sessionKey),
                               .historyFile = file(),
                               .history = {.busyTimeout = std::chrono::milliseconds(20)}};
        const bool isSilent = fault != nullptr && fault->isSilent;
        options.tuneClient = [isSilent](ClientOptions &client) {
            client.backoffBase = std::chrono::milliseconds(1);
            client.throttledBase = std::chrono::milliseconds(1);
            client.idleTimeout = std::chrono::milliseconds(isSilent ? 60 : 20'000);
            client.deadline = std::chrono::milliseconds(isSilent ? 400 : 60'000);
        };
        if (fault != nullptr && fault->statements) {
            options.history.beforeStatement = fault->statements();
        }
        if (fault != nullptr && fault->isNobodyThere) {
            FaultServer gone;
            options.endpoint = gone.listen() ? gone.url() : QUrl();
        }
        return options;
    }

    QTemporaryDir m_folder;
};

/// The one of the two series; null if it is not there.
inline const Series *seriesOf(const Dataset &dataset, const QString &segment)
{
    const auto series = std::find_if(
        dataset.series.begin(), dataset.series.end(), [&segment](const Series &other) {
            return other.key.segmentId == segment;
        });
    return series == dataset.series.end() ? nullptr : &*series;
}

/// "2026-03-10 12 counted" for each bucket.
inline QStringList linesOf(const Dataset &dataset, const QString &segment)
{
    const Series *series = seriesOf(dataset, segment);
    return series == nullptr ? QStringList() : linesOf(dataset, *series);
}

/// How many buckets of one series have this state.
inline int countOf(const Dataset &dataset, const QString &segment, BucketState state)
{
    const Series *series = seriesOf(dataset, segment);
    return series == nullptr
             ? 0
             : static_cast<int>(std::count(series->states.begin(), series->states.end(), state));
}

/// Every bucket but today's is complete (and wrongIn() says that it is right).
inline bool isWhole(const Dataset &dataset, const QString &segment)
{
    return countOf(dataset, segment, Counted) == 19 && countOf(dataset, segment, Incomplete) == 1;
}

/// What SQLite finds wrong with the file at @p path; empty: nothing.
inline QString damageOf(const QString &path)
{
    SqlConnection connection;
    if (!connection.open(path, SqlConnection::Access::ReadWrite, std::chrono::seconds(1))) {
        return u"can't be opened"_s;
    }
    const auto rows = connection.run(u"PRAGMA integrity_check"_s);
    const QString word = rows ? rows->front().constFirst().toString() : rows.error().detail;
    return word == u"ok"_s ? QString() : word;
}

/// A bucket that was over when it was fetched, and is not kept with the service's whole count.
inline bool isWrong(const HeldBucket &bucket)
{
    const bool isOver = bucket.time + bucketWidth(Unit::Day) <= bucket.fetchedAt;
    return isOver
        && (bucket.state != HeldState::Counted
            || bucket.value != CuttingService::countOf(bucket.time));
}

/// What is wrong with the history's file, for SQLite or for us; empty: nothing.
inline QString wrongInFile(const QString &path)
{
    if (QString damage = damageOf(path); !damage.isEmpty()) {
        return damage;
    }
    std::vector<SeriesKey> keys;
    for (const QString &segment : {u"hit"_s, u"other"_s}) {
        keys.push_back({.metric = {.name = u"e"_s}, .segmentId = segment, .unit = Unit::Day});
    }
    HistoryFile file(path);
    const auto held = file.read(keys, {.first = 0, .last = 4'102'444'800'000});
    if (!held || !file.takeNotices().empty()) {
        return u"can't be read"_s;
    }
    for (const std::vector<HeldBucket> &buckets : *held) {
        const auto wrong = std::find_if(buckets.begin(), buckets.end(), isWrong);
        if (wrong != buckets.end()) {
            return u"%1 is kept as %2"_s.arg(wrong->time).arg(wrong->value);
        }
    }
    return held->front().empty() ? u"nothing is held"_s : QString();
}

} // namespace emberline::test
