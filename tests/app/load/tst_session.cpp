// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/server.h"
#include "tests/app/load/sessiondesk.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/plainask.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The demo, which knows nothing of the client, and a session with it.
struct DemoDesk
{
    explicit DemoDesk(DemoOptions options = {})
        : clock(sessionNow)
        , server(clock, std::move(options))
        , listening(server.listen())
        , desk({.endpoint = server.url(), .key = keyOf(demoKey())})
    { }

    FixedClock clock;
    DemoServer server;
    bool listening;
    SessionDesk desk;
};

PlainParameters parametersOf(const SeriesKey &key, int length, const QDateTime &end)
{
    PlainParameters parameters{{u"event"_s, key.metric.name},
                               {u"length"_s, QString::number(length)},
                               {u"unit"_s, key.unit == Unit::Hour ? u"hour"_s : u"day"_s},
                               {u"ending_at"_s, end.toString(Qt::ISODate)}};
    if (!key.appId.isEmpty()) {
        parameters.emplace_back(u"app_id"_s, key.appId);
    }
    if (!key.segmentId.isEmpty()) {
        parameters.emplace_back(u"segment_id"_s, key.segmentId);
    }
    return parameters;
}

/// What linesOf() must say if the service said @p counts up to @p end.
QStringList linesFrom(const QMap<QString, qint64> &counts, Unit unit, const QDateTime &end)
{
    QStringList lines;
    const qint64 width = unit == Unit::Hour ? 3'600 : 86'400;
    for (auto row = counts.begin(); row != counts.end(); ++row) {
        QDateTime time = QDateTime::fromString(row.key(), Qt::ISODateWithMs);
        time.setTimeSpec(Qt::UTC);
        const bool over = time.addSecs(width) <= end;
        lines.append(row.key() + u' ' + QString::number(row.value())
                     + (over ? u" counted"_s : u" incomplete"_s));
    }
    return lines;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theDatasetIsWhatTheServiceSays_data();
    static void theDatasetIsWhatTheServiceSays();
    static void aBucketThatDidNotComeIsMissing();
    static void aZeroIsCounted();
    static void rowsThatWereNotAskedForAreLeftOut();
    static void aDayIsOpenUntilItEndsInTheWorkspacesZone_data();
    static void aDayIsOpenUntilItEndsInTheWorkspacesZone();
    static void hoursThatBeginOnTheHalfMoveTheAxis();
    static void answersMayComeInAnyOrder();
    static void everyRequestIsTold();
    static void twoSessionsShareNothing();
};

void TestSession::theDatasetIsWhatTheServiceSays_data()
{
    QTest::addColumn<Query>("query");
    const DemoCatalog shop = shopCatalog();
    Query base;
    base.events = QStringList{u"checkout_completed"_s};
    base.range = LastUnits{.length = 30};

    Query segments = base;
    for (std::size_t i = 0; i < 3; ++i) {
        segments.segments.push_back({.id = shop.segments[i].id, .label = u"label"_s});
    }
    QTest::newRow("four series by segment") << segments;

    Query apps = base;
    apps.apps = {{}, {.id = shop.apps[1].id}};
    apps.events.append(u"refund_requested"_s);
    QTest::newRow("two events in two apps") << apps;

    Query hours = segments;
    hours.unit = Unit::Hour;
    hours.range = LastUnits{.length = 100};
    QTest::newRow("a hundred hours") << hours;

    Query past = segments;
    std::get<LastUnits>(past.range).endingAt = QDateTime(
        QDate(2025, 7, 1), QTime(0, 0), QTimeZone::utc());
    QTest::newRow("an end in the past") << past;

    Query cut = base;
    std::get<LastUnits>(cut.range).endingAt = QDateTime(
        QDate(2025, 7, 1), QTime(12, 0), QTimeZone::utc());
    QTest::newRow("an end that cuts its day") << cut;

    Query one = base;
    one.range = LastUnits{.length = 1};
    QTest::newRow("one bucket") << one;
}

void TestSession::theDatasetIsWhatTheServiceSays()
{
    QFETCH(Query, query);
    DemoDesk demo;
    QVERIFY(demo.listening);
    Load *load = demo.desk.start(query);
    QSignalSpy progressed(load, &Load::progressed);
    const DatasetPtr dataset = endOf(load);
    QVERIFY(dataset);

    const std::vector<SeriesKey> keys = seriesOf(query);
    QCOMPARE(dataset->series.size(), keys.size());
    QVERIFY(dataset->failures.empty());
    QVERIFY(dataset->notices.empty());
    QCOMPARE(dataset->unit, query.unit);
    QCOMPARE(dataset->fetchedAt, sessionNow);
    const QDateTime end = std::get<LastUnits>(query.range).endingAt.value_or(sessionNow);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        QCOMPARE(dataset->series[i].key, keys[i]);
        const auto counts = plainSeries(
            demo.server.url(),
            demoKey(),
            parametersOf(keys[i], std::get<LastUnits>(query.range).length, end));
        QCOMPARE(counts.size(), std::get<LastUnits>(query.range).length);
        QCOMPARE(linesOf(*dataset, dataset->series[i]), linesFrom(counts, query.unit, end));
    }
    const auto total = static_cast<int>(keys.size());
    QCOMPARE(progressed.size(), total);
    for (int i = 0; i < total; ++i) {
        QCOMPARE(progressed.at(i), (QVariantList{i + 1, total}));
    }
}

void TestSession::aBucketThatDidNotComeIsMissing()
{
    DemoDesk demo({.missingPercent = 30});
    QVERIFY(demo.listening);
    Query query = queryFor({QString()}, 60);
    query.events = QStringList{u"checkout_completed"_s};
    const DatasetPtr dataset = endOf(demo.desk.start(query));
    QVERIFY(dataset);
    const auto counts = plainSeries(
        demo.server.url(), demoKey(), parametersOf(dataset->series.at(0).key, 60, sessionNow));
    QVERIFY(counts.size() > 10);
    QVERIFY(counts.size() < 60);
    QCOMPARE(dataset->times.size(), std::size_t{60});
    QStringList present;
    int missing = 0;
    const QStringList lines = linesOf(*dataset, dataset->series.at(0));
    for (const QString &line : lines) {
        if (line.endsWith(u" missing")) {
            ++missing;
        } else {
            present.append(line);
        }
    }
    QCOMPARE(missing, 60 - counts.size());
    QCOMPARE(present, linesFrom(counts, Unit::Day, sessionNow));
}

void TestSession::aZeroIsCounted()
{
    DemoDesk demo;
    QVERIFY(demo.listening);
    Query query = queryFor({QString()}, 2);
    query.events = QStringList{u"never heard of"_s};
    const DatasetPtr dataset = endOf(demo.desk.start(query));
    QVERIFY(dataset);
    QCOMPARE(linesOf(*dataset, dataset->series.at(0)),
             (QStringList{u"2026-03-09 0 counted"_s, u"2026-03-10 0 incomplete"_s}));
}

void TestSession::rowsThatWereNotAskedForAreLeftOut()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.enqueue(jsonScript(
        R"({"message":"success","data":[{"count":3,"time":"2026-03-11"},{"time":"2026-03-09","count":2.0},
            {"time":"2026-03-01","count":1},{"time":"2026-03-09","count":5}]})"));
    fault.server.enqueue(jsonScript(R"({"message":"success","data":[]})")); // asked once more
    const DatasetPtr dataset = endOf(fault.start(queryFor({QString()}, 2)));
    QVERIFY(dataset);
    QCOMPARE(linesOf(*dataset, dataset->series.at(0)),
             (QStringList{u"2026-03-09 5 counted"_s, u"2026-03-10 missing"_s}));
}

void TestSession::aDayIsOpenUntilItEndsInTheWorkspacesZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("lines");
    const auto row =
        [](const char *name, const QByteArray &zone, const QString &now, const QStringList &lines) {
            QTest::newRow(name) << zone << now << lines;
        };
    row("UTC",
        "UTC",
        u"2026-03-10T02:00:00Z"_s,
        {u"2026-03-09 9 counted"_s, u"2026-03-10 10 incomplete"_s});
    row("it is still yesterday in New York",
        "America/New_York",
        u"2026-03-10T02:00:00Z"_s,
        {u"2026-03-08 8 counted"_s, u"2026-03-09 9 incomplete"_s});
    row("a second before New York's midnight",
        "America/New_York",
        u"2026-03-10T03:59:59Z"_s,
        {u"2026-03-08 8 counted"_s, u"2026-03-09 9 incomplete"_s});
    row("New York's midnight",
        "America/New_York",
        u"2026-03-10T04:00:00Z"_s,
        {u"2026-03-08 8 counted"_s, u"2026-03-09 9 counted"_s});
    row("tomorrow has begun in Tokyo",
        "Asia/Tokyo",
        u"2026-03-09T15:30:00Z"_s,
        {u"2026-03-09 9 counted"_s, u"2026-03-10 10 incomplete"_s});
}

void TestSession::aDayIsOpenUntilItEndsInTheWorkspacesZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(QStringList, lines);
    FaultServer server;
    QVERIFY(server.listen());
    server.enqueue(jsonScript(
        R"({"message":"success","data":[{"time":"2026-03-08","count":8},{"time":"2026-03-09","count":9},
            {"time":"2026-03-10","count":10}]})"));
    SessionDesk desk({.endpoint = server.url(), .key = keyOf(sessionKey), .zone = QTimeZone(zone)},
                     QDateTime::fromString(now, Qt::ISODate));
    const DatasetPtr dataset = endOf(desk.start(queryFor({QString()}, 2)));
    QVERIFY(dataset);
    QCOMPARE(dataset->zone, QTimeZone(zone));
    QCOMPARE(linesOf(*dataset, dataset->series.at(0)), lines);
}

void TestSession::hoursThatBeginOnTheHalfMoveTheAxis()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.enqueue(jsonScript(
        R"({"message":"success","data":[{"time":"2026-03-10T18:00:00+05:30","count":1},
            {"time":"2026-03-10T19:00:00+05:30","count":2}]})"));
    Query query = queryFor({QString()}, 2);
    query.unit = Unit::Hour;
    const DatasetPtr dataset = endOf(fault.start(query));
    QVERIFY(dataset);
    QCOMPARE(linesOf(*dataset, dataset->series.at(0)),
             (QStringList{u"2026-03-10T12:30:00.000Z 1 counted"_s,
                          u"2026-03-10T13:30:00.000Z 2 incomplete"_s}));
}

void TestSession::answersMayComeInAnyOrder()
{
    auto network = std::make_unique<FakeNetwork>();
    FakeNetwork &fake = *network;
    for (int i = 0; i < 4; ++i) {
        fake.enqueue({.body = R"({"message":"success","data":[{"time":"2026-03-10","count":)"
                            + QByteArray::number(i) + "}]}",
                      .held = true});
    }
    SessionDesk desk(
        {.endpoint = QUrl(u"https://rest.iad-01.braze.com"_s), .key = keyOf(sessionKey)},
        sessionNow,
        std::move(network));
    Load *load = desk.start(queryFor({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QSignalSpy finished(load, &Load::finished);
    QSignalSpy progressed(load, &Load::progressed);
    QTRY_COMPARE(fake.requests().size(), std::size_t{4});
    for (const std::size_t index : {2U, 0U, 3U, 1U}) {
        QVERIFY(finished.isEmpty());
        fake.release(index);
    }
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(progressed.size(), 4);
    const auto dataset = finished.constFirst().constFirst().value<DatasetPtr>();
    QCOMPARE(dataset->series.size(), std::size_t{4});
    QCOMPARE(dataset->series.at(0).key.segmentId, u"a"_s);
    QCOMPARE(dataset->series.at(0).values.at(0), 0.0);
    QCOMPARE(dataset->series.at(3).key.segmentId, u"d"_s);
    QCOMPARE(dataset->series.at(3).values.at(0), 3.0);
}

void TestSession::everyRequestIsTold()
{
    DemoDesk demo;
    QVERIFY(demo.listening);
    const QSignalSpy records(&demo.desk.session, &Session::requestFinished);
    const QSignalSpy buckets(&demo.desk.session, &Session::bucketsRead);
    const QSignalSpy limits(&demo.desk.session, &Session::rateLimitChanged);
    const DatasetPtr dataset = endOf(
        demo.desk.start(queryFor({QString(), shopCatalog().segments.front().id})));
    QVERIFY(dataset);
    QCOMPARE(records.size(), 2);
    const auto record = records.front().front().value<RequestRecord>();
    QCOMPARE(record.method, u"GET"_s);
    QCOMPARE(record.path, u"/events/data_series"_s);
    QCOMPARE(record.httpStatus, 200);
    QCOMPARE(record.attempts, 1);
    QCOMPARE(record.source, RequestSource::Service);
    QVERIFY(record.serial > 0);
    QVERIFY(records.back().front().value<RequestRecord>().serial != record.serial);
    QCOMPARE(buckets.size(), 2);
    QCOMPARE(buckets.front().at(0).toLongLong(), record.serial);
    QVERIFY(buckets.front().at(1).toInt() >= 1); // the day, and those around it
    QCOMPARE(limits.back().front().value<RateLimit>().remaining, std::optional<qint64>(249'998));
}

void TestSession::twoSessionsShareNothing()
{
    FaultDesk first;
    QVERIFY(first.listening);
    first.server.enqueue({.answer = {.headers = {{"Set-Cookie", "session=1"}},
                                     .body = R"({"message":"success","data":[]})"}});
    QVERIFY(endOf(first.start(queryFor({QString()}))));

    first.server.setResponder(
        [](const HttpRequest &) { return jsonScript(R"({"message":"success","data":[]})"); });
    SessionDesk other({.endpoint = first.server.url(), .key = keyOf("another-key")});
    QVERIFY(endOf(other.start(queryFor({QString()}))));
    const HttpRequest &request = first.server.requests().back();
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer another-key"));
    QVERIFY(request.header("Cookie").isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSession)

#include "tst_session.moc"
