// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "tests/support/strictness.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestViewRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyRangeSurvivesItsFile_data();
    static void everyRangeSurvivesItsFile();
    static void everyGranularitySurvivesItsFile_data();
    static void everyGranularitySurvivesItsFile();
    static void theFirstVersionIsStillRead_data();
    static void theFirstVersionIsStillRead();
    static void theFirstVersionHadNoMore_data();
    static void theFirstVersionHadNoMore();
    static void aWrongRangeIsRefusedByPlace_data();
    static void aWrongRangeIsRefusedByPlace();
};

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODateWithMs).toUTC();
}

/// A view with @p query behind its names.
QByteArray document(int version, const QByteArray &query)
{
    return R"({"emberline":"view","version":)" + QByteArray::number(version)
         + R"(,"title":"T","query":{"events":["e"],"apps":[{"id":"","label":""}],)"
         + R"("segments":[{"id":"s","label":"Gold"}],)" + query + "}}";
}

} // namespace

void TestViewRanges::everyRangeSurvivesItsFile_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("units") << Range(LastUnits{.length = 365}) << QByteArray(R"({"length":365})");
    QTest::newRow("units to an end")
        << Range(LastUnits{.length = 7, .endingAt = utc(u"2026-03-10T12:00:00Z"_s)})
        << QByteArray(R"({"ending_at":"2026-03-10T12:00:00.000Z","length":7})");
    for (const Preset preset : allPresets) {
        QTest::newRow(qPrintable(presetName(preset)))
            << Range(preset) << QByteArray(R"({"preset":")" + presetName(preset).toUtf8() + "\"}");
    }
    QTest::newRow("days") << Range(DaySpan{.first = QDate(2026, 1, 31), .last = QDate(2026, 2, 1)})
                          << QByteArray(R"({"from":"2026-01-31","to":"2026-02-01"})");
    QTest::newRow("hours")
        << Range(HourSpan{.first = utc(u"2026-03-10T05:00:00Z"_s),
                          .last = utc(u"2026-03-10T05:00:00Z"_s)})
        << QByteArray(R"({"from":"2026-03-10T05:00:00.000Z","to":"2026-03-10T05:00:00.000Z"})");
}

void TestViewRanges::everyRangeSurvivesItsFile()
{
    QFETCH(Range, range);
    QFETCH(QByteArray, json);
    View view;
    view.query.range = range;
    const QJsonObject object = toJson(view);
    QCOMPARE(QJsonDocument(object.value(u"query"_s).toObject().value(u"range"_s).toObject())
                 .toJson(QJsonDocument::Compact),
             json);
    const Result<View> read = viewFromJson(object);
    QVERIFY2(read.hasValue(), read ? "" : qUtf8Printable(read.error().detail));
    QVERIFY(*read == view);
}

void TestViewRanges::everyGranularitySurvivesItsFile_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<bool>("good");
    QTest::newRow("hours") << Unit::Hour << Granularity::Hour << true;
    QTest::newRow("days of hours") << Unit::Hour << Granularity::Day << true;
    QTest::newRow("months of hours") << Unit::Hour << Granularity::Month << true;
    QTest::newRow("days") << Unit::Day << Granularity::Day << true;
    QTest::newRow("weeks") << Unit::Day << Granularity::Week << true;
    QTest::newRow("months") << Unit::Day << Granularity::Month << true;
    QTest::newRow("hours of days") << Unit::Day << Granularity::Hour << false;
}

void TestViewRanges::everyGranularitySurvivesItsFile()
{
    QFETCH(Unit, unit);
    QFETCH(Granularity, granularity);
    QFETCH(bool, good);
    View view;
    view.query.events = QStringList{u"e"_s};
    view.query.unit = unit;
    view.query.granularity = granularity;
    const Result<View> read = viewFromJson(toJson(view));
    QCOMPARE(read.hasValue(), good);
    QCOMPARE(problemOf(view.query) == QueryProblem::GranularityTooFine, !good);
    if (good) {
        QVERIFY(*read == view);
    } else {
        QVERIFY(read.error().detail.startsWith(u"query.granularity: "_s));
    }
}

void TestViewRanges::theFirstVersionIsStillRead_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<Range>("range");
    QTest::newRow("days") << QByteArray(R"("unit":"day","range":{"length":30})") << Unit::Day
                          << Range(LastUnits{.length = 30});
    QTest::newRow("hours to an end")
        << QByteArray(
               R"("unit":"hour","range":{"length":48,"ending_at":"2026-03-29T03:30:00.250+02:00"})")
        << Unit::Hour
        << Range(LastUnits{.length = 48, .endingAt = utc(u"2026-03-29T01:30:00.250Z"_s)});
}

void TestViewRanges::theFirstVersionIsStillRead()
{
    QFETCH(QByteArray, query);
    QFETCH(Unit, unit);
    QFETCH(Range, range);
    const Result<View> read = viewFromBytes(document(1, query));
    QVERIFY2(read.hasValue(), read ? "" : qUtf8Printable(read.error().detail));
    View expected{.title = u"T"_s};
    expected.query.events = QStringList{u"e"_s};
    expected.query.segments = {{.id = u"s"_s, .label = u"Gold"_s}};
    expected.query.unit = unit;
    expected.query.granularity = granularityOf(unit);
    expected.query.range = range;
    QVERIFY(*read == expected);
    QCOMPARE(toJson(*read).value(u"version"_s).toInt(), 3);
}

void TestViewRanges::theFirstVersionHadNoMore_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("a granularity")
        << QByteArray(R"("unit":"day","granularity":"day","range":{"length":30})");
    QTest::newRow("a preset") << QByteArray(R"("unit":"day","range":{"preset":"today"})");
    QTest::newRow("dates") << QByteArray(
        R"("unit":"day","range":{"from":"2026-01-01","to":"2026-01-02"})");
    QTest::newRow("more than a request") << QByteArray(R"("unit":"day","range":{"length":101})");
}

void TestViewRanges::theFirstVersionHadNoMore()
{
    QFETCH(QByteArray, query);
    QVERIFY(!viewFromBytes(document(1, query)).hasValue());
}

void TestViewRanges::aWrongRangeIsRefusedByPlace_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QString>("place");
    QTest::newRow("nothing") << QByteArray("{}") << u"query.range.length"_s;
    QTest::newRow("an unknown preset")
        << QByteArray(R"({"preset":"last-5-days"})") << u"query.range.preset"_s;
    QTest::newRow("a preset in capitals")
        << QByteArray(R"({"preset":"Today"})") << u"query.range.preset"_s;
    QTest::newRow("a preset and a length")
        << QByteArray(R"({"preset":"today","length":3})") << u"query.range.length"_s;
    QTest::newRow("dates and a preset")
        << QByteArray(R"({"preset":"today","from":"2026-01-01"})") << u"query.range.from"_s;
    QTest::newRow("no such day") << QByteArray(R"({"from":"2026-02-30","to":"2026-03-01"})")
                                 << u"query.range.from"_s;
    QTest::newRow("no end") << QByteArray(R"({"from":"2026-02-28"})") << u"query.range.to"_s;
    QTest::newRow("no start") << QByteArray(R"({"to":"2026-02-28"})") << u"query.range.length"_s;
    QTest::newRow("reversed") << QByteArray(R"({"from":"2026-03-02","to":"2026-03-01"})")
                              << u"query.range.to"_s;
    QTest::newRow("a date to an hour")
        << QByteArray(R"({"from":"2026-03-02","to":"2026-03-03T00:00:00Z"})")
        << u"query.range.to"_s;
    QTest::newRow("an hour without an offset")
        << QByteArray(R"({"from":"2026-03-02T00:00:00","to":"2026-03-03T00:00:00Z"})")
        << u"query.range.from"_s;
    QTest::newRow("a date that is a number")
        << QByteArray(R"({"from":20260302,"to":"2026-03-03"})") << u"query.range.from"_s;
}

void TestViewRanges::aWrongRangeIsRefusedByPlace()
{
    QFETCH(QByteArray, range);
    QFETCH(QString, place);
    const Result<View> read = viewFromBytes(
        document(2, R"("unit":"day","granularity":"day","range":)" + range));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::MalformedReply);
    QVERIFY2(read.error().detail.startsWith(place + u": "_s), qUtf8Printable(read.error().detail));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestViewRanges)

#include "tst_viewranges.moc"
