// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttingservice.h"
#include "tests/support/strictness.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestCuttingService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anEndHasItsLastDay_data();
    static void anEndHasItsLastDay();
    static void theCutBucketHoldsAPartOfItsCount_data();
    static void theCutBucketHoldsAPartOfItsCount();
    static void theFirstBucketMayBeCut();
    static void bucketsMayBeMissing();
    static void theFaultServerPlaysIt();
};

namespace {

constexpr auto newYork = "America/New_York";

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

bool isWhole(const Row &row)
{
    return row.value == CuttingService::countOf(row.time);
}

} // namespace

void TestCuttingService::anEndHasItsLastDay_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<EndReading>("reading");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("day");
    using enum EndReading;
    QTest::newRow("noon") << QByteArray("UTC") << CutBucketReturned << u"2026-03-10T12:00:00Z"_s
                          << u"2026-03-10"_s;
    QTest::newRow("noon, left out")
        << QByteArray("UTC") << CutBucketLeftOut << u"2026-03-10T12:00:00Z"_s << u"2026-03-09"_s;
    QTest::newRow("midnight is exclusive")
        << QByteArray("UTC") << CutBucketReturned << u"2026-03-10T00:00:00Z"_s << u"2026-03-09"_s;
    QTest::newRow("midnight cuts nothing")
        << QByteArray("UTC") << CutBucketLeftOut << u"2026-03-10T00:00:00Z"_s << u"2026-03-09"_s;
    QTest::newRow("New York's date has not flipped")
        << QByteArray(newYork) << CutBucketReturned << u"2026-03-11T01:00:00Z"_s << u"2026-03-10"_s;
    QTest::newRow("New York, left out")
        << QByteArray(newYork) << CutBucketLeftOut << u"2026-03-11T01:00:00Z"_s << u"2026-03-09"_s;
    QTest::newRow("New York's midnight")
        << QByteArray(newYork) << CutBucketLeftOut << u"2026-03-11T04:00:00Z"_s << u"2026-03-10"_s;
    QTest::newRow("only the date is read")
        << QByteArray(newYork) << MidnightOfItsDate << u"2026-03-11T23:00:00Z"_s << u"2026-03-10"_s;
}

void TestCuttingService::anEndHasItsLastDay()
{
    QFETCH(QByteArray, zone);
    QFETCH(EndReading, reading);
    QFETCH(QString, end);
    QFETCH(QString, day);
    const CuttingService service{.zone = QTimeZone(zone), .reading = reading};
    const std::vector<Row> rows = service.rows(Unit::Day, 3, utc(end));
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(dayOf(rows.back().time).toString(Qt::ISODate), day);
    QCOMPARE(rows.back().time, service.newest(Unit::Day, utc(end)));
    QCOMPARE(rows.back().time - rows.front().time, 2 * msPerDay);
}

void TestCuttingService::theCutBucketHoldsAPartOfItsCount_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("cut");
    QTest::newRow("a day at noon") << Unit::Day << u"2026-03-10T16:00:00Z"_s << true;
    QTest::newRow("a day a second before it is over")
        << Unit::Day << u"2026-03-11T03:59:59Z"_s << true;
    QTest::newRow("a day that is over") << Unit::Day << u"2026-03-11T04:00:00Z"_s << false;
    QTest::newRow("an hour") << Unit::Hour << u"2026-03-10T16:20:00Z"_s << true;
    QTest::newRow("an hour that is over") << Unit::Hour << u"2026-03-10T16:00:00Z"_s << false;
}

void TestCuttingService::theCutBucketHoldsAPartOfItsCount()
{
    QFETCH(Unit, unit);
    QFETCH(QString, end);
    QFETCH(bool, cut);
    const CuttingService service{.zone = QTimeZone(newYork)};
    const std::vector<Row> rows = service.rows(unit, 3, utc(end));
    QVERIFY(isWhole(rows.at(0)));
    QVERIFY(isWhole(rows.at(1)));
    QCOMPARE(isWhole(rows.at(2)), !cut);
    QVERIFY(rows.at(2).value <= CuttingService::countOf(rows.at(2).time));
}

void TestCuttingService::theFirstBucketMayBeCut()
{
    const CuttingService service{
        .hourPhase = msPerHour / 2, .reading = EndReading::CutBucketLeftOut, .cutsTheFirst = true};
    for (const Unit unit : {Unit::Day, Unit::Hour}) {
        const std::vector<Row> rows = service.rows(unit, 3, utc(u"2026-03-10T16:00:00Z"_s));
        QVERIFY(!isWhole(rows.at(0)));
        QVERIFY(isWhole(rows.at(1)));
        QVERIFY(isWhole(rows.at(2)));
    }
}

void TestCuttingService::bucketsMayBeMissing()
{
    const CuttingService service{.missingPercent = 30};
    const QDateTime end = utc(u"2026-03-10T00:00:00Z"_s);
    const std::size_t size = service.rows(Unit::Hour, 100, end).size();
    QVERIFY(size > 50);
    QVERIFY(size < 90);
    for (const Row &row : service.rows(Unit::Hour, 100, end)) {
        QVERIFY(!service.misses(row.time));
    }
}

void TestCuttingService::theFaultServerPlaysIt()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder(CuttingService{}.responder(utc(u"2026-03-10T12:00:00Z"_s)));
    QNetworkAccessManager network;
    const auto bodyOf = [&](const QByteArray &query) {
        const QNetworkRequest request(
            QUrl::fromEncoded(server.url().toEncoded() + "/events/data_series?event=e&" + query));
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        return finished.wait() ? reply->readAll() : QByteArray("no answer");
    };
    QCOMPARE(bodyOf("unit=day&length=2&ending_at=2026-03-10T12:00:00Z"),
             bodyOf("unit=day&length=2"));
    const double whole = CuttingService::countOf(bucketOfDay(QDate(2026, 3, 9)));
    const QByteArray count = R"("count":)" + QByteArray::number(whole) + "}";
    QVERIFY(bodyOf("unit=day&length=1&ending_at=2026-03-10T00:00:00Z").contains(count));
    const QByteArray cut = bodyOf("unit=day&length=1&ending_at=2026-03-09T12:00:00Z");
    QVERIFY(cut.contains(R"("time":"2026-03-09")"));
    QVERIFY(!cut.contains(count));
    QVERIFY(bodyOf("unit=hour&length=1&ending_at=2026-03-09T12:00:00Z")
                .contains(R"("time":"2026-03-09T11:00:00Z")"));
    QVERIFY(bodyOf("unit=day&length=1&ending_at=2026-03-10T12:00:01Z").contains("future"));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCuttingService)

#include "tst_cuttingservice.moc"
