// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestDemoService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theAnswerHasItsShape();
    static void aWindowHasItsRows_data();
    static void aWindowHasItsRows();
    static void everyLengthBringsThatManyRows();
    static void aWrongParameterIsNamed_data();
    static void aWrongParameterIsNamed();
    static void unknownParametersAreIgnored();
    static void anUnknownEventIsZero();
    static void anOddNameFindsItsEvent_data();
    static void anOddNameFindsItsEvent();
    static void todayIsPartial();
    static void aChosenEndCutsItsBucket();
    static void thePastDoesNotDependOnNow_data();
    static void thePastDoesNotDependOnNow();
    static void theHoursOfADayAddUpToTheDay();
    static void theAppsAddUpToTheWhole();
    static void aSegmentHasNoRowsBeforeItWasTracked();
    static void missingBucketsAreAlwaysTheSame();
};

namespace {

const auto present = u"2026-11-23T13:05:00Z"_s;

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODateWithMs).toUTC();
}

HttpAnswer ask(const QByteArray &query,
               const QString &now = present,
               const DemoService &service = DemoService())
{
    return service.answer(DemoEndpoint::EventsDataSeries, query, utc(now));
}

QJsonObject objectOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QJsonArray rowsOf(const HttpAnswer &answer)
{
    return objectOf(answer).value(u"data"_s).toArray();
}

QString timeOf(const QJsonArray &rows, qsizetype row)
{
    return rows.at(row).toObject().value(u"time"_s).toString();
}

qint64 sumOf(const QJsonArray &rows)
{
    qint64 sum = 0;
    for (const auto &row : rows) {
        sum += row.toObject().value(u"count"_s).toInteger();
    }
    return sum;
}

qint64 lastOf(const HttpAnswer &answer)
{
    return rowsOf(answer).last().toObject().value(u"count"_s).toInteger();
}

QByteArray segmentId(std::size_t place)
{
    return shopCatalog().segments.at(place).id.toLatin1();
}

QByteArray hostile(const QString &name)
{
    return QUrl::toPercentEncoding(name);
}

} // namespace

void TestDemoService::theAnswerHasItsShape()
{
    const HttpAnswer answer = ask("event=checkout_completed&length=1&ending_at=2026-11-15");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.first().value, "application/json");
    QCOMPARE(answer.body, R"({"message":"success","data":[{"time":"2026-11-14","count":18286}]})");
}

void TestDemoService::aWindowHasItsRows_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("day is the default") << QByteArray("") << u"2026-11-21"_s << u"2026-11-23"_s;
    QTest::newRow("days up to now")
        << QByteArray("&unit=day") << u"2026-11-21"_s << u"2026-11-23"_s;
    QTest::newRow("hours up to now") << QByteArray("&unit=hour") << u"2026-11-23T11:00:00.000Z"_s
                                     << u"2026-11-23T13:00:00.000Z"_s;
    QTest::newRow("midnight is exclusive")
        << QByteArray("&ending_at=2026-03-10T00:00:00Z") << u"2026-03-07"_s << u"2026-03-09"_s;
    QTest::newRow("a date is its midnight")
        << QByteArray("&ending_at=2026-03-10") << u"2026-03-07"_s << u"2026-03-09"_s;
    QTest::newRow("a second after midnight")
        << QByteArray("&ending_at=2026-03-10T00:00:01Z") << u"2026-03-08"_s << u"2026-03-10"_s;
    QTest::newRow("a full hour is exclusive")
        << QByteArray("&unit=hour&ending_at=2026-03-10T02:00:00Z") << u"2026-03-09T23:00:00.000Z"_s
        << u"2026-03-10T01:00:00.000Z"_s;
    QTest::newRow("milliseconds") << QByteArray("&unit=hour&ending_at=2026-03-10T02:00:00.001Z")
                                  << u"2026-03-10T00:00:00.000Z"_s << u"2026-03-10T02:00:00.000Z"_s;
    QTest::newRow("an offset to the east") << QByteArray("&ending_at=2026-03-10T01:00:00%2B02:00")
                                           << u"2026-03-07"_s << u"2026-03-09"_s;
    QTest::newRow("an offset to the west")
        << QByteArray("&ending_at=2026-03-09T20:00:00-0500") << u"2026-03-08"_s << u"2026-03-10"_s;
    QTest::newRow("no offset is UTC")
        << QByteArray("&ending_at=2026-03-10T12:00") << u"2026-03-08"_s << u"2026-03-10"_s;
    QTest::newRow("a leap day") << QByteArray("&ending_at=2024-03-01T12:00:00Z") << u"2024-02-28"_s
                                << u"2024-03-01"_s;
    QTest::newRow("now itself") << QByteArray("&ending_at=2026-11-23T13:05:00Z") << u"2026-11-21"_s
                                << u"2026-11-23"_s;
    QTest::newRow("before 1970") << QByteArray("&ending_at=1969-12-31T12:00:00Z") << u"1969-12-29"_s
                                 << u"1969-12-31"_s;
}

void TestDemoService::aWindowHasItsRows()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const QJsonArray rows = rowsOf(ask("event=app_open&length=3" + query));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(timeOf(rows, 0), first);
    QCOMPARE(timeOf(rows, 2), last);
}

void TestDemoService::everyLengthBringsThatManyRows()
{
    for (int length = 1; length <= 100; ++length) {
        const QByteArray query = "event=app_open&unit=hour&length=" + QByteArray::number(length);
        QCOMPARE(rowsOf(ask(query)).size(), length);
    }
}

void TestDemoService::aWrongParameterIsNamed_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("begin");
    QTest::newRow("no event") << QByteArray("length=3") << u"event must"_s;
    QTest::newRow("an empty event") << QByteArray("event=&length=3") << u"event must"_s;
    QTest::newRow("a reserved event")
        << QByteArray("event=%24Purchase&length=3") << u"event must"_s;
    QTest::newRow("no length") << QByteArray("event=e") << u"length must"_s;
    QTest::newRow("an empty length") << QByteArray("event=e&length=") << u"length must"_s;
    QTest::newRow("a length of 0") << QByteArray("event=e&length=0") << u"length must"_s;
    QTest::newRow("a length of 101") << QByteArray("event=e&length=101") << u"length must"_s;
    QTest::newRow("a negative length") << QByteArray("event=e&length=-5") << u"length must"_s;
    QTest::newRow("a fraction") << QByteArray("event=e&length=1.5") << u"length must"_s;
    QTest::newRow("a word") << QByteArray("event=e&length=ten") << u"length must"_s;
    QTest::newRow("a length beyond any integer")
        << QByteArray("event=e&length=99999999999999999999") << u"length must"_s;
    QTest::newRow("a unit of weeks") << QByteArray("event=e&length=3&unit=week") << u"unit must"_s;
    QTest::newRow("an empty unit") << QByteArray("event=e&length=3&unit=") << u"unit must"_s;
    const QByteArray ending = "event=e&length=3&ending_at=";
    QTest::newRow("an end of words") << QByteArray(ending + "yesterday") << u"ending_at must be"_s;
    QTest::newRow("an empty end") << ending << u"ending_at must be"_s;
    QTest::newRow("30 February") << QByteArray(ending + "2026-02-30") << u"ending_at must be"_s;
    QTest::newRow("no leap year") << QByteArray(ending + "2026-02-29") << u"ending_at must be"_s;
    QTest::newRow("25 o'clock") << QByteArray(ending + "2026-03-10T25:00:00Z")
                                << u"ending_at must be"_s;
    QTest::newRow("an unescaped plus")
        << QByteArray(ending + "2026-03-10T10:00:00+01:00") << u"ending_at must be"_s;
    QTest::newRow("a line break") << QByteArray(ending + "2026-03-10%0A") << u"ending_at must be"_s;
    QTest::newRow("the future") << QByteArray(ending + "2026-11-23T13:05:01Z")
                                << u"ending_at must not"_s;
    QTest::newRow("an unknown app")
        << QByteArray("event=e&length=3&app_id=ios") << u"app_id must"_s;
    QTest::newRow("an empty app") << QByteArray("event=e&length=3&app_id=") << u"app_id must"_s;
    QTest::newRow("an unknown segment")
        << QByteArray("event=e&length=3&segment_id=gold") << u"segment_id must be a string"_s;
    QTest::newRow("a segment that is not tracked")
        << QByteArray("event=e&length=3&segment_id=" + segmentId(7))
        << u"segment_id must be of a segment with analytics tracking"_s;
    QTest::newRow("a broken escape") << QByteArray("event=%&length=3") << u"The query"_s;
}

void TestDemoService::aWrongParameterIsNamed()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, begin);
    const HttpAnswer answer = ask(query);
    QCOMPARE(answer.status, 400);
    const QString message = objectOf(answer).value(u"message"_s).toString();
    QVERIFY2(message.startsWith(begin), qPrintable(message));
    QVERIFY(!objectOf(answer).contains(u"data"_s));
}

void TestDemoService::unknownParametersAreIgnored()
{
    // As the service does: "ending_date" has no effect, and no error either.
    const QByteArray query = "event=app_open&length=3";
    QCOMPARE(ask(query + "&ending_date=2020-01-01").body, ask(query).body);
}

void TestDemoService::anUnknownEventIsZero()
{
    const HttpAnswer answer = ask("event=no_such_event&length=50");
    QCOMPARE(answer.status, 200);
    QCOMPARE(rowsOf(answer).size(), 50);
    QCOMPARE(sumOf(rowsOf(answer)), 0);
}

void TestDemoService::anOddNameFindsItsEvent_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blanks") << u"added to cart"_s;
    QTest::newRow("a plus") << u"a+b"_s;
    QTest::newRow("an ampersand and a percent sign") << u"50% & more=x"_s;
    QTest::newRow("an emoji with joiners") << u"👩‍👧 tap 🛒"_s;
    QTest::newRow("Arabic") << u"شراء"_s;
    QTest::newRow("a NUL") << (u"a"_s + QChar(u'\0') + u'b');
    QTest::newRow("markup") << u"<img src=/dev/zero>"_s;
}

void TestDemoService::anOddNameFindsItsEvent()
{
    QFETCH(QString, name);
    DemoCatalog catalog = shopCatalog();
    catalog.events = QStringList{name};
    const HttpAnswer answer = ask(
        "event=" + hostile(name) + "&length=5", present, DemoService(catalog));
    QVERIFY(sumOf(rowsOf(answer)) > 0);
}

void TestDemoService::todayIsPartial()
{
    const QByteArray query = "event=checkout_completed&length=1";
    const qint64 atNoon = lastOf(ask(query, u"2026-11-23T12:00:00Z"_s));
    const qint64 later = lastOf(ask(query, u"2026-11-23T12:20:00Z"_s));
    const qint64 whole = lastOf(ask(query, u"2026-11-24T00:00:00Z"_s));
    QVERIFY(atNoon > 0);
    QVERIFY(later > atNoon);
    QVERIFY(whole > later);
}

void TestDemoService::aChosenEndCutsItsBucket()
{
    const QByteArray query = "event=checkout_completed&length=1&ending_at=";
    const qint64 cut = lastOf(ask(query + "2026-03-10T12:00:00Z"));
    const qint64 whole = lastOf(ask(query + "2026-03-11"));
    QVERIFY(cut < whole);
    // It is what was said at that moment.
    QCOMPARE(cut, lastOf(ask("event=checkout_completed&length=1", u"2026-03-10T12:00:00Z"_s)));
}

void TestDemoService::thePastDoesNotDependOnNow_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QByteArray>("segment");
    for (const QByteArray &unit : {QByteArray("day"), QByteArray("hour")}) {
        QTest::addRow("%s, everybody", unit.constData()) << unit << QByteArray();
        QTest::addRow("%s, gold", unit.constData())
            << unit << QByteArray("&segment_id=" + segmentId(0));
        QTest::addRow("%s, tracked lately", unit.constData())
            << unit << QByteArray("&segment_id=" + segmentId(6));
    }
}

void TestDemoService::thePastDoesNotDependOnNow()
{
    QFETCH(QByteArray, unit);
    QFETCH(QByteArray, segment);
    const DemoService service(shopCatalog(), 20);
    const QByteArray query = "event=checkout_completed&length=100&ending_at=2026-11-20&unit=" + unit
                           + segment;
    const QByteArray early = ask(query, u"2026-11-20T00:00:00Z"_s, service).body;
    QVERIFY(rowsOf(ask(query, u"2026-11-20T00:00:00Z"_s, service)).size() > 10);
    for (const QString &now : {u"2026-11-20T13:37:11.123Z"_s, present, u"2031-01-01T00:00:00Z"_s}) {
        QCOMPARE(ask(query, now, service).body, early);
    }
}

void TestDemoService::theHoursOfADayAddUpToTheDay()
{
    for (const QByteArray &date : {QByteArray("2026-11-14"), QByteArray("2024-03-01")}) {
        const QByteArray end = "&ending_at=" + date;
        for (const QByteArray &filter : {QByteArray(), QByteArray("&segment_id=" + segmentId(5))}) {
            QCOMPARE(sumOf(rowsOf(ask("event=cart_add&unit=hour&length=24" + end + filter))),
                     sumOf(rowsOf(ask("event=cart_add&length=1" + end + filter))));
        }
    }
}

void TestDemoService::theAppsAddUpToTheWhole()
{
    const QByteArray query = "event=product_viewed&length=100";
    qint64 sum = 0;
    const DemoCatalog catalog = shopCatalog();
    for (const DemoApp &app : catalog.apps) {
        sum += sumOf(rowsOf(ask(query + "&app_id=" + app.id.toLatin1())));
    }
    QCOMPARE(sum, sumOf(rowsOf(ask(query))));
}

void TestDemoService::aSegmentHasNoRowsBeforeItWasTracked()
{
    const QByteArray query = "event=checkout_completed&length=30&segment_id=" + segmentId(6);
    const QJsonArray rows = rowsOf(ask(query));
    QCOMPARE(rows.size(), 29);
    QCOMPARE(timeOf(rows, 0), u"2026-10-26"_s);
    QVERIFY(rowsOf(ask(query + "&ending_at=2026-10-26")).isEmpty());
    QCOMPARE(timeOf(rowsOf(ask(query + "&unit=hour&ending_at=2026-10-26T02:00:00Z")), 0),
             u"2026-10-26T00:00:00.000Z"_s);
}

void TestDemoService::missingBucketsAreAlwaysTheSame()
{
    const DemoService service(shopCatalog(), 30);
    const QByteArray query = "event=app_open&unit=hour&length=100&ending_at=2026-11-20";
    const qsizetype size = rowsOf(ask(query, present, service)).size();
    QVERIFY(size > 50);
    QVERIFY(size < 90);
    QCOMPARE(ask(query, u"2030-01-01T00:00:00Z"_s, service).body,
             ask(query, present, service).body);
    QVERIFY(rowsOf(ask(query, present, DemoService(shopCatalog(), 100))).isEmpty());
    QCOMPARE(rowsOf(ask(query, present, DemoService(shopCatalog(), 0))).size(), 100);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDemoService)

#include "tst_demoservice.moc"
