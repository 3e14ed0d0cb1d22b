// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/batch/renderoptions.h"

#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRangeOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aRangeIsRead_data();
    static void aRangeIsRead();
    static void theLast24HoursAreHours();
    static void aContradictionIsRefused_data();
    static void aContradictionIsRefused();
    static void whatIsShownFollowsTheUnit_data();
    static void whatIsShownFollowsTheUnit();
    static void theRangeOfTheViewStays();
    static void aComparisonIsRead_data();
    static void aComparisonIsRead();
};

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

QStringList demo(const QStringList &more)
{
    return QStringList{u"--workspace"_s, u"demo"_s} + more;
}

/// The whole way of an option: its words, then the view under it.
Result<Query> queryFrom(const QStringList &arguments, const Query &base = {})
{
    const Result<RenderOptions> options = renderOptionsFrom(demo(arguments));
    if (!options) {
        return options.error();
    }
    return queryWith(base, *options, QTimeZone("America/New_York"));
}

} // namespace

void TestRangeOptions::aRangeIsRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Range>("range");
    QTest::newRow("a long one") << QStringList{u"--length"_s, u"366"_s}
                                << Range(LastUnits{.length = 366});
    QTest::newRow("by name") << QStringList{u"--range"_s, u"last-12-months"_s}
                             << Range(Preset::Last12Months);
    QTest::newRow("from day to day")
        << QStringList{u"--from"_s, u"2026-02-01"_s, u"--to"_s, u"2026-02-28"_s}
        << Range(DaySpan{.first = QDate(2026, 2, 1), .last = QDate(2026, 2, 28)});
    const QStringList hours{u"--unit"_s, u"hour"_s};
    QTest::newRow("the hours from day to day")
        << hours + QStringList{u"--from"_s, u"2026-02-01"_s, u"--to"_s, u"2026-02-28"_s}
        << Range(DaySpan{.first = QDate(2026, 2, 1), .last = QDate(2026, 2, 28)});
    QTest::newRow("from hour to hour in the zone")
        << hours + QStringList{u"--from"_s, u"2026-02-01T05:00"_s, u"--to"_s, u"2026-02-01T07:00"_s}
        << Range(HourSpan{.first = utc(u"2026-02-01T10:00:00Z"_s),
                          .last = utc(u"2026-02-01T12:00:00Z"_s)});
    QTest::newRow("from an hour to the last one of a day")
        << hours + QStringList{u"--from"_s, u"2026-02-01T05:00"_s, u"--to"_s, u"2026-02-01"_s}
        << Range(HourSpan{.first = utc(u"2026-02-01T10:00:00Z"_s),
                          .last = utc(u"2026-02-02T05:00:00Z"_s).addMSecs(-1)});
}

void TestRangeOptions::aRangeIsRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(Range, range);
    const Result<Query> query = queryFrom(arguments);
    QVERIFY2(query.hasValue(), query ? "" : qPrintable(query.error().detail));
    QVERIFY(query->range == range);
}

void TestRangeOptions::theLast24HoursAreHours()
{
    const Result<Query> named = queryFrom({u"--range"_s, u"last-24-hours"_s});
    QVERIFY(named.hasValue());
    QVERIFY(named->unit == Unit::Hour);
    QVERIFY(named->granularity == Granularity::Hour);
    const Result<Query> ofAView = queryFrom({}, {.range = Preset::Last24Hours});
    QVERIFY(ofAView.hasValue());
    QVERIFY(ofAView->granularity == Granularity::Hour);
}

void TestRangeOptions::aContradictionIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const QString &arguments, const QString &complaint) {
        QTest::newRow(name) << arguments.split(u' ') << complaint;
    };
    const QString one = u"Say one range"_s;
    row("length and name", u"--length 3 --range today"_s, one);
    row("end and name", u"--ending-at 2026-01-01 --range today"_s, one);
    row("dates and name", u"--from 2026-01-01 --to 2026-01-02 --range today"_s, one);
    row("dates and length", u"--from 2026-01-01 --to 2026-01-02 --length 3"_s, one);
    row("from alone", u"--from 2026-01-01"_s, u"go together"_s);
    row("to alone", u"--to 2026-01-01"_s, u"go together"_s);
    row("no date", u"--from soon --to 2026-01-01"_s, u"“soon”"_s);
    row("no such day", u"--from 2026-01-01 --to 2026-02-30"_s, u"--to takes"_s);
    row("reversed", u"--from 2026-01-02 --to 2026-01-01"_s, u"--to lies before --from"_s);
    row("reversed hours",
        u"--unit hour --from 2026-01-02T05:00 --to 2026-01-02T04:00"_s,
        u"--to lies before --from"_s);
    row("a time of day with days", u"--from 2026-01-02T05:00 --to 2026-01-03"_s, u"--unit hour"_s);
    row("no such name", u"--range last-5-days"_s, u"“last-5-days”"_s);
    row("no such granularity", u"--granularity year"_s, u"“year”"_s);
    row("hours of days", u"--granularity hour"_s, u"--granularity hour goes with --unit hour"_s);
    const QString byHour = u"--unit hour and --granularity hour"_s;
    row("24 hours by the day", u"--range last-24-hours --unit day"_s, byHour);
    row("24 hours in days", u"--range last-24-hours --granularity day"_s, byHour);
    row("24 hours in weeks", u"--unit hour --range last-24-hours --granularity week"_s, byHour);
    row("length 0", u"--length 0"_s, u"1 to 200000"_s);
}

void TestRangeOptions::aContradictionIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, complaint);
    const Result<Query> query = queryFrom(arguments);
    QVERIFY(!query.hasValue());
    QVERIFY2(query.error().detail.contains(complaint), qPrintable(query.error().detail));
    QVERIFY(!query.error().detail.contains(u'\n'));
}

void TestRangeOptions::whatIsShownFollowsTheUnit_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Granularity>("granularity");
    QTest::newRow("nothing said") << QStringList() << Granularity::Week; // the view's
    QTest::newRow("hours") << QStringList{u"--unit"_s, u"hour"_s} << Granularity::Hour;
    QTest::newRow("days") << QStringList{u"--unit"_s, u"day"_s} << Granularity::Day;
    QTest::newRow("months") << QStringList{u"--granularity"_s, u"month"_s} << Granularity::Month;
    QTest::newRow("days of hours")
        << QStringList{u"--unit"_s, u"hour"_s, u"--granularity"_s, u"day"_s} << Granularity::Day;
    QTest::newRow("another event") << QStringList{u"--event"_s, u"e"_s} << Granularity::Day;
}

void TestRangeOptions::whatIsShownFollowsTheUnit()
{
    QFETCH(QStringList, arguments);
    QFETCH(Granularity, granularity);
    Query base;
    base.granularity = Granularity::Week;
    const Result<Query> query = queryFrom(arguments, base);
    QVERIFY(query.hasValue());
    QCOMPARE(query->granularity, granularity);
}

void TestRangeOptions::theRangeOfTheViewStays()
{
    Query base;
    base.range = Preset::LastMonth;
    QVERIFY(queryFrom({}, base)->range == Range(Preset::LastMonth));
    QVERIFY(queryFrom({u"--length"_s, u"5"_s}, base)->range == Range(LastUnits{.length = 5}));
    const Result<Query> query = queryFrom({u"--ending-at"_s, u"2026-01-01"_s}, base);
    QVERIFY(!query.hasValue());
    QVERIFY(query.error().detail.contains(u"--ending-at needs --length"_s));
}

void TestRangeOptions::aComparisonIsRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<std::optional<ComparisonKind>>("kind");
    const auto row = [](const char *name, const QString &word, ComparisonKind kind) {
        QTest::newRow(name) << QStringList{u"--compare"_s, word} << std::optional(kind);
    };
    QTest::newRow("not said") << QStringList() << std::optional<ComparisonKind>();
    row("previous", u"previous"_s, ComparisonKind::PreviousPeriod);
    row("year", u"year"_s, ComparisonKind::LastYear);
}

void TestRangeOptions::aComparisonIsRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(std::optional<ComparisonKind>, kind);
    const Result<RenderOptions> options = renderOptionsFrom(demo(arguments));
    QVERIFY(options);
    QCOMPARE(options->comparison, kind);
    QVERIFY(!renderOptionsFrom(demo({u"--compare"_s, u"yesterday"_s})));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRangeOptions)

#include "tst_rangeoptions.moc"
