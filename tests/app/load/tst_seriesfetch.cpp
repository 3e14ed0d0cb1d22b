// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/seriesfetch.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

using enum BucketState;

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

qint64 ms(const QString &iso)
{
    return utc(iso).toMSecsSinceEpoch();
}

BucketTime day(int dayOfMarch)
{
    return bucketOfDay(QDate(2026, 3, dayOfMarch));
}

constexpr int lastDay = 20;

/// The ten days up to 20 March, asked at noon of that day.
Plan tenDays(const QByteArray &zone = "UTC")
{
    Plan plan{
        .series = {{.metric = {.name = u"e"_s}}},
        .context = {.now = utc(u"2026-03-20T12:00:00Z"_s), .end = utc(u"2026-03-20T12:00:00Z"_s)},
        .zone = QTimeZone(zone)};
    for (int i = 11; i <= lastDay; ++i) {
        plan.wanted.push_back(day(i));
    }
    return plan;
}

HeldBucket counted(int dayOfMarch, qint64 fetchedAt, bool inside = true)
{
    return {.time = day(dayOfMarch), .value = 7, .inside = inside, .fetchedAt = fetchedAt};
}

std::vector<HeldBucket> heldUntil(int last, qint64 fetchedAt)
{
    std::vector<HeldBucket> held;
    for (int i = 11; i <= last; ++i) {
        held.push_back(counted(i, fetchedAt));
    }
    return held;
}

/// "13 14 20": the days that had to be asked for.
QString askedFor(const SeriesFetch &fetch, const Plan &plan)
{
    QStringList days;
    for (std::size_t i = 0; i < plan.wanted.size(); ++i) {
        if (!fetch.isHeld(i)) {
            days.append(QString::number(dayOf(plan.wanted[i]).day()));
        }
    }
    return days.join(u' ');
}

std::vector<Row> rows(int first, int last)
{
    std::vector<Row> rows;
    for (int i = first; i <= last; ++i) {
        rows.push_back({.time = day(i), .value = i * 1.0});
    }
    return rows;
}

} // namespace

class TestSeriesFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatMustBeAskedFor_data();
    static void whatMustBeAskedFor();
    static void anotherCutOfTheSameDayIsNoAnswer_data();
    static void anotherCutOfTheSameDayIsNoAnswer();
    static void offlineAWholeDayIsNoAnswerToACutOne();
    static void aHeldCutIsNoNews();
    static void rowsFromInsideAreSureAtOnce();
    static void whatAnEndCutCountsAsFetchedAtThatEnd();
    static void whatDidNotComeIsAskedForOnceMoreAndThenMissing();
    static void aFailureOfTheSecondRoundLeavesUnreadWhatWasAskedAgain();
    static void whatIsMissingIsKeptWhenItIsOverEverywhere();
    static void aFailureLeavesTheRestUnread();
    static void aDayIsIncompleteUntilItEndsInTheWorkspacesZone_data();
    static void aDayIsIncompleteUntilItEndsInTheWorkspacesZone();
    static void whatWasCompleteStaysSoWhenTakenOver();
    static void theAgeIsThatOfTheOldestThatMayChange();
    static void hoursThatBeginOnTheHalfHourMoveTheAxis();
    static void hoursThatDisagreeDoNotMoveTheAxis();
};

void TestSeriesFetch::whatMustBeAskedFor_data()
{
    QTest::addColumn<LoadMode>("mode");
    QTest::addColumn<qint64>("fetchedAt");
    QTest::addColumn<QString>("asked");
    const qint64 now = ms(u"2026-03-20T12:00:00Z"_s);
    const QString all = u"11 12 13 14 15 16 17 18 19 20"_s;
    QTest::newRow("just fetched") << LoadMode::Usual << now - 59'000 << QString();
    QTest::newRow("a minute ago: all that is not settled")
        << LoadMode::Usual << now - 60'000 << u"17 18 19 20"_s;
    QTest::newRow("refreshed") << LoadMode::Refresh << now << u"17 18 19 20"_s;
    QTest::newRow("reloaded") << LoadMode::Reload << now << all;
    QTest::newRow("the rest: nothing that is held")
        << LoadMode::Rest << now - 5 * msPerDay << QString();
    QTest::newRow("offline") << LoadMode::Offline << now - 86'400'000 << QString();
    QTest::newRow("fetched two days ago")
        << LoadMode::Usual << now - 2 * msPerDay << u"15 16 17 18 19 20"_s;
    QTest::newRow("by a clock that was fast")
        << LoadMode::Usual << now + 60'000 << u"17 18 19 20"_s;
}

void TestSeriesFetch::whatMustBeAskedFor()
{
    QFETCH(LoadMode, mode);
    QFETCH(qint64, fetchedAt);
    QFETCH(QString, asked);
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin(heldUntil(lastDay, fetchedAt), plan.wanted, mode);
    QCOMPARE(askedFor(fetch, plan), asked);
    QCOMPARE(fetch.queued(), asked.isEmpty() ? 0 : 1);
}

void TestSeriesFetch::anotherCutOfTheSameDayIsNoAnswer_data()
{
    QTest::addColumn<HeldBucket>("held");
    QTest::addColumn<bool>("asked");
    const qint64 cut = ms(u"2026-03-20T09:00:00Z"_s);
    QTest::newRow("the same cut") << counted(lastDay, cut, false) << false;
    QTest::newRow("an earlier one") << counted(lastDay, cut - 1, false) << true;
    QTest::newRow("the whole day") << counted(lastDay, cut + msPerDay, true) << true;
}

void TestSeriesFetch::anotherCutOfTheSameDayIsNoAnswer()
{
    QFETCH(HeldBucket, held);
    QFETCH(bool, asked);
    Plan plan = tenDays();
    plan.context.now = utc(u"2026-04-20T12:00:00Z"_s);
    plan.context.end = utc(u"2026-03-20T09:00:00Z"_s);
    plan.cuts = true;
    SeriesFetch fetch(plan.series.front(), plan);
    std::vector<HeldBucket> all = heldUntil(lastDay - 1, plan.now());
    all.push_back(held);
    fetch.begin(all, plan.wanted, LoadMode::Usual);
    QCOMPARE(askedFor(fetch, plan), asked ? u"20"_s : QString());
    QCOMPARE(fetch.known().size(), asked ? 9U : 10U);
}

void TestSeriesFetch::offlineAWholeDayIsNoAnswerToACutOne()
{
    Plan plan = tenDays();
    plan.context.now = utc(u"2026-04-20T12:00:00Z"_s);
    plan.context.end = utc(u"2026-03-20T09:00:00Z"_s);
    plan.cuts = true;
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin(heldUntil(lastDay, plan.now()), plan.wanted, LoadMode::Offline);
    const Series series = fetch.on(plan.wanted, fetch.known());
    QCOMPARE(series.states.back(), Unread);
    QCOMPARE(series.states.front(), Counted);
}

void TestSeriesFetch::aHeldCutIsNoNews()
{
    Plan plan = tenDays();
    plan.context.now = utc(u"2026-04-20T12:00:00Z"_s);
    plan.context.end = utc(u"2026-03-20T09:00:00Z"_s);
    plan.cuts = true;
    const qint64 before = plan.now() - 7 * msPerDay;
    std::vector<HeldBucket> held = heldUntil(lastDay - 1, before);
    held.push_back(counted(lastDay, plan.end(), false));
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin(held, plan.wanted, LoadMode::Usual);
    QCOMPARE(fetch.queued(), 0);
    QCOMPARE(fetch.fetchedAt(plan.wanted, fetch.known()), std::optional(before));
}

void TestSeriesFetch::rowsFromInsideAreSureAtOnce()
{
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin({}, plan.wanted, LoadMode::Usual);
    const Window window = fetch.takeWindow();
    QVERIFY(!window.endingAt);
    const std::vector<HeldBucket> sure = fetch.answer({.window = window, .rows = rows(10, 20)});
    QCOMPARE(sure.size(), std::size_t{9});
    QCOMPARE(sure.front(),
             (HeldBucket{.time = day(11), .value = 11, .inside = true, .fetchedAt = plan.now()}));
    QCOMPARE(sure.back().time, day(19));
    QVERIFY(fetch.isOver());
    // Of the edges the open day is left, and the one below the range.
    const std::vector<HeldBucket> left = fetch.leftovers(plan.wanted);
    QCOMPARE(left.size(), std::size_t{2});
    QVERIFY(!left.front().inside && !left.back().inside);
}

void TestSeriesFetch::whatAnEndCutCountsAsFetchedAtThatEnd()
{
    Plan plan = tenDays();
    plan.context.now = utc(u"2026-04-20T12:00:00Z"_s);
    plan.context.end = utc(u"2026-03-20T09:00:00Z"_s);
    plan.cuts = true;
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin({}, plan.wanted, LoadMode::Usual);
    const Window window = fetch.takeWindow();
    QCOMPARE(window.endingAt, std::optional(plan.context.end));
    static_cast<void>(fetch.answer({.window = window, .rows = rows(10, 20)}));
    QCOMPARE(fetch.known().back().fetchedAt, plan.end());
    QCOMPARE(fetch.on(plan.wanted, fetch.known()).states.back(), Incomplete);
    // It is no old news: the answer is as fresh as any.
    QCOMPARE(fetch.fetchedAt(plan.wanted, fetch.known()), std::optional(plan.now()));
}

void TestSeriesFetch::whatDidNotComeIsAskedForOnceMoreAndThenMissing()
{
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin({}, plan.wanted, LoadMode::Usual);
    std::vector<Row> some = rows(10, 20);
    some.erase(some.begin() + 4); // the 14th
    static_cast<void>(fetch.answer({.window = fetch.takeWindow(), .rows = some}));
    QVERIFY(!fetch.isSecondRound());
    fetch.askOnceMore();
    QVERIFY(fetch.isSecondRound());
    QCOMPARE(fetch.queued(), 1);
    QCOMPARE(fetch.on(plan.wanted, fetch.known()).states.at(3), Unread);
    static_cast<void>(fetch.answer({.window = fetch.takeWindow(), .rows = {}}));
    QVERIFY(fetch.isOver());
    QCOMPARE(fetch.on(plan.wanted, fetch.known()).states.at(3), Missing);
}

void TestSeriesFetch::aFailureOfTheSecondRoundLeavesUnreadWhatWasAskedAgain()
{
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin({}, plan.wanted, LoadMode::Usual);
    static_cast<void>(fetch.answer({.window = fetch.takeWindow(), .rows = rows(15, 20)}));
    fetch.askOnceMore();
    static_cast<void>(fetch.takeWindow());
    fetch.fail({.kind = ErrorKind::Server});
    QVERIFY(fetch.isOver());
    QVERIFY(!fetch.error());
    // The asking that would have told whether it is missing has failed: "asked, not returned" can't
    // be said of it.
    QCOMPARE(fetch.on(plan.wanted, fetch.known()).states.front(), Unread);
    QCOMPARE(fetch.on(plan.wanted, fetch.known()).states.back(), Incomplete);
    const std::vector<HeldBucket> left = fetch.leftovers(plan.wanted);
    QVERIFY(std::none_of(left.begin(), left.end(), [](const HeldBucket &bucket) {
        return bucket.state == HeldState::Missing;
    }));
}

void TestSeriesFetch::whatIsMissingIsKeptWhenItIsOverEverywhere()
{
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin({}, plan.wanted, LoadMode::Usual);
    static_cast<void>(fetch.answer({.window = fetch.takeWindow(), .rows = {}}));
    const std::vector<HeldBucket> left = fetch.leftovers(plan.wanted);
    // At noon UTC the 19th has just ended in the westmost zone.
    QCOMPARE(left.size(), std::size_t{9});
    for (const HeldBucket &bucket : left) {
        QCOMPARE(bucket.state, HeldState::Missing);
        QVERIFY(bucket.inside);
    }
    QCOMPARE(left.back().time, day(19));
}

void TestSeriesFetch::aFailureLeavesTheRestUnread()
{
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    fetch.begin(heldUntil(13, plan.now()), plan.wanted, LoadMode::Usual);
    static_cast<void>(fetch.takeWindow());
    QCOMPARE(fetch.outstanding(), 1);
    fetch.fail({.kind = ErrorKind::Server});
    QVERIFY(fetch.isOver());
    const Series series = fetch.on(plan.wanted, fetch.known());
    QCOMPARE(
        series.states,
        (std::vector{
            Counted, Counted, Counted, Unread, Unread, Unread, Unread, Unread, Unread, Unread}));
    QVERIFY(fetch.leftovers(plan.wanted).empty());
}

void TestSeriesFetch::aDayIsIncompleteUntilItEndsInTheWorkspacesZone_data()
{
    QTest::addColumn<QString>("fetched");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<bool>("complete");
    QTest::newRow("noon") << u"2026-03-20T12:00:00Z"_s << QByteArray("UTC") << false;
    QTest::newRow("midnight") << u"2026-03-21T00:00:00Z"_s << QByteArray("UTC") << true;
    QTest::newRow("UTC has flipped, New York has not")
        << u"2026-03-21T03:59:59Z"_s << QByteArray("America/New_York") << false;
    QTest::newRow("New York has flipped")
        << u"2026-03-21T04:00:00Z"_s << QByteArray("America/New_York") << true;
    QTest::newRow("Tokyo is ahead")
        << u"2026-03-20T15:00:00Z"_s << QByteArray("Asia/Tokyo") << true;
}

void TestSeriesFetch::aDayIsIncompleteUntilItEndsInTheWorkspacesZone()
{
    QFETCH(QString, fetched);
    QFETCH(QByteArray, zone);
    QFETCH(bool, complete);
    const Plan plan = tenDays(zone);
    const SeriesFetch fetch(plan.series.front(), plan);
    const Series series = fetch.on(plan.wanted, {counted(lastDay, ms(fetched))});
    QCOMPARE(series.states.back(), complete ? Counted : Incomplete);
    QCOMPARE(series.values.back(), 7.0);
}

void TestSeriesFetch::whatWasCompleteStaysSoWhenTakenOver()
{
    const Plan plan = tenDays();
    SeriesFetch fetch(plan.series.front(), plan);
    const Series series{.key = plan.series.front(),
                        .values = {1, 0, 2, 0},
                        .states = {Counted, Missing, Incomplete, Unread}};
    const std::vector<BucketTime> times{day(17), day(18), day(19), day(20)};
    fetch.takeOver(series, times, utc(u"2026-03-17T10:00:00Z"_s)); // before any was over
    const Series taken = fetch.on(times, fetch.known());
    QCOMPARE(taken.values, series.values);
    QCOMPARE(taken.states, series.states);
    QVERIFY(fetch.isOver());
}

void TestSeriesFetch::theAgeIsThatOfTheOldestThatMayChange()
{
    const Plan plan = tenDays();
    const SeriesFetch fetch(plan.series.front(), plan);
    const qint64 now = plan.now();
    QVERIFY(!fetch.fetchedAt(plan.wanted, {}));
    QCOMPARE(
        fetch.fetchedAt(plan.wanted,
                        {counted(11, now - msPerHour), counted(19, now - 10), counted(20, now)}),
        std::optional(now - 10));
    QCOMPARE(fetch.fetchedAt(plan.wanted, {counted(11, now - msPerHour), counted(12, now - 10)}),
             std::optional(now - 10));
}

void TestSeriesFetch::hoursThatBeginOnTheHalfHourMoveTheAxis()
{
    constexpr qint64 minute = 60'000;
    const qint64 noon = ms(u"2026-03-10T12:00:00Z"_s);
    Plan plan{.wanted = {noon - msPerHour, noon}, .context = {.unit = Unit::Hour}};
    const std::vector<HeldBucket> buckets{{.time = noon - 30 * minute},
                                          {.time = noon + 30 * minute}};
    // At 12:45 the hour from 12:30 has begun, at 12:15 it has not.
    plan.context.end = QDateTime::fromMSecsSinceEpoch(noon + 45 * minute, Qt::UTC);
    QCOMPARE(axisFor(plan, {&buckets}).back(), noon + 30 * minute);
    plan.context.end = QDateTime::fromMSecsSinceEpoch(noon + 15 * minute, Qt::UTC);
    QCOMPARE(axisFor(plan, {&buckets}).back(), noon - 30 * minute);
}

void TestSeriesFetch::hoursThatDisagreeDoNotMoveTheAxis()
{
    const qint64 noon = ms(u"2026-03-10T12:00:00Z"_s);
    const Plan plan{
        .wanted = {noon},
        .context = {.unit = Unit::Hour, .end = QDateTime::fromMSecsSinceEpoch(noon + 1, Qt::UTC)}};
    const std::vector<HeldBucket> buckets{{.time = noon - msPerHour / 2}, {.time = noon}};
    QCOMPARE(axisFor(plan, {&buckets}).back(), noon);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSeriesFetch)

#include "tst_seriesfetch.moc"
