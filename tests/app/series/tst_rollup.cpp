// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/rollup.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRollUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void daysBecomeWeeks_data();
    static void daysBecomeWeeks();
    static void daysBecomeMonths();
    static void hoursBecomeDaysOfTheZone_data();
    static void hoursBecomeDaysOfTheZone();
    static void anOpenEndIsNoCut_data();
    static void anOpenEndIsNoCut();
    static void statesOfPartsMakeTheStateOfASum_data();
    static void statesOfPartsMakeTheStateOfASum();
    static void whatElseIsInTheDatasetStays();
    static void theSameGranularityChangesNothing();
    static void nothingStaysNothing();
    static void noNumberIsLost_data();
    static void noNumberIsLost();
};

namespace {

constexpr auto Counted = BucketState::Counted;
constexpr auto Incomplete = BucketState::Incomplete;
constexpr auto Missing = BucketState::Missing;
constexpr auto NotCollected = BucketState::NotCollected;

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

QDate date(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

/// Days or hours of value 1, long over.
Dataset ones(std::vector<BucketTime> times, Unit unit)
{
    Dataset dataset{.unit = unit, .fetchedAt = utc(u"2040-01-01T00:00:00Z"_s)};
    dataset.series = {{.values = std::vector<double>(times.size(), 1),
                       .states = std::vector<BucketState>(times.size(), Counted)}};
    dataset.times = std::move(times);
    return dataset;
}

Dataset daysBetween(const QString &first, const QString &last)
{
    std::vector<BucketTime> times;
    for (QDate day = date(first); day <= date(last); day = day.addDays(1)) {
        times.push_back(bucketOfDay(day));
    }
    return ones(std::move(times), Unit::Day);
}

Dataset hoursFrom(const QString &first, int count)
{
    std::vector<BucketTime> times;
    times.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        times.push_back(utc(first).toMSecsSinceEpoch() + i * msPerHour);
    }
    return ones(std::move(times), Unit::Hour);
}

QString printed(Shortfalls shortfalls)
{
    QString text;
    const auto add = [&text, shortfalls](Shortfall shortfall, QChar sign) {
        if (shortfalls.testFlag(shortfall)) {
            text += sign;
        }
    };
    add(Shortfall::Open, u'o');
    add(Shortfall::CutByRange, u'c');
    add(Shortfall::PartsMissing, u'm');
    add(Shortfall::PartsNotCollected, u'n');
    return text;
}

/// "2026-11-23=7": first day, sum, then o(pen), c(ut), m(issing), n(ot collected) parts.
QString printed(const Dataset &dataset)
{
    QStringList texts;
    const Series &series = dataset.series.front();
    for (std::size_t i = 0; i < dataset.times.size(); ++i) {
        const BucketState state = series.states[i];
        const QString value = hasValue(state)  ? QString::number(series.values[i])
                            : state == Missing ? u"missing"_s
                                               : u"not collected"_s;
        texts.append(dayOf(dataset.times[i]).toString(Qt::ISODate) + u'=' + value
                     + printed(series.shortfallsOf(i)));
    }
    return texts.join(u' ');
}

} // namespace

void TestRollUp::daysBecomeWeeks_data()
{
    QTest::addColumn<int>("weekStart");
    QTest::addColumn<QString>("weeks");
    QTest::newRow("Monday") << static_cast<int>(Qt::Monday)
                            << u"2026-11-02=7 2026-11-09=7 2026-11-16=1c"_s;
    QTest::newRow("Sunday") << static_cast<int>(Qt::Sunday)
                            << u"2026-11-01=6c 2026-11-08=7 2026-11-15=2c"_s;
    QTest::newRow("Saturday") << static_cast<int>(Qt::Saturday)
                              << u"2026-10-31=5c 2026-11-07=7 2026-11-14=3c"_s;
}

void TestRollUp::daysBecomeWeeks()
{
    QFETCH(int, weekStart);
    QFETCH(QString, weeks);
    const Dataset base = daysBetween(u"2026-11-02"_s, u"2026-11-16"_s);
    const Dataset rolled = rollUp(
        base, Granularity::Week, {.weekStart = static_cast<Qt::DayOfWeek>(weekStart)});
    QCOMPARE(printed(rolled), weeks);
    QCOMPARE(rolled.granularity, Granularity::Week);
    QCOMPARE(rolled.rolledUp,
             (DaySpan{.first = date(u"2026-11-02"_s), .last = date(u"2026-11-16"_s)}));
}

void TestRollUp::daysBecomeMonths()
{
    QCOMPARE(printed(rollUp(daysBetween(u"2027-12-30"_s, u"2028-03-31"_s), Granularity::Month, {})),
             u"2027-12-01=2c 2028-01-01=31 2028-02-01=29 2028-03-01=31"_s);
}

void TestRollUp::hoursBecomeDaysOfTheZone_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("days");
    QTest::newRow("clocks go back")
        << u"2026-10-24T22:00:00Z"_s << 25 + 24 << QByteArray("Europe/Berlin")
        << u"2026-10-25=25 2026-10-26=24"_s;
    QTest::newRow("clocks go forward")
        << u"2026-03-28T23:00:00Z"_s << 23 + 24 << QByteArray("Europe/Berlin")
        << u"2026-03-29=23 2026-03-30=24"_s;
    QTest::newRow("no midnight that day")
        << u"2026-09-06T04:00:00Z"_s << 23 << QByteArray("America/Santiago") << u"2026-09-06=23"_s;
    QTest::newRow("a zone that left a day out")
        << u"2011-12-29T10:00:00Z"_s << 48 << QByteArray("Pacific/Apia")
        << u"2011-12-29=24 2011-12-31=24"_s;
    QTest::newRow("UTC hours in a half-hour zone")
        << u"2026-11-19T19:00:00Z"_s << 24 << QByteArray("Asia/Kolkata") << u"2026-11-20=24"_s;
    QTest::newRow("hours on the half in a half-hour zone")
        << u"2026-11-19T18:30:00Z"_s << 24 << QByteArray("Asia/Kolkata") << u"2026-11-20=24"_s;
    QTest::newRow("cut at both ends") << u"2026-11-20T05:00:00Z"_s << 24 << QByteArray("UTC")
                                      << u"2026-11-20=19c 2026-11-21=5c"_s;
    QTest::newRow("cut twice in one day")
        << u"2026-11-20T05:00:00Z"_s << 3 << QByteArray("UTC") << u"2026-11-20=3c"_s;
}

void TestRollUp::hoursBecomeDaysOfTheZone()
{
    QFETCH(QString, first);
    QFETCH(int, count);
    QFETCH(QByteArray, zone);
    QFETCH(QString, days);
    const Dataset rolled = rollUp(
        hoursFrom(first, count), Granularity::Day, {.zone = QTimeZone(zone)});
    QCOMPARE(printed(rolled), days);
    QCOMPARE(rolled.zone, QTimeZone(zone));
}

void TestRollUp::anOpenEndIsNoCut_data()
{
    QTest::addColumn<QString>("fetched");
    QTest::addColumn<bool>("lastIsOpen");
    QTest::addColumn<QString>("weeks");
    // Monday to Wednesday, 18 November.
    QTest::newRow("that day") << u"2026-11-18T14:00:00Z"_s << true << u"2026-11-16=3o"_s;
    QTest::newRow("at its very end") << u"2026-11-19T00:00:00Z"_s << false << u"2026-11-16=3o"_s;
    QTest::newRow("the day after") << u"2026-11-19T08:00:00Z"_s << false << u"2026-11-16=3c"_s;
    QTest::newRow("an end that the user chose")
        << u"2026-11-23T08:00:00Z"_s << true << u"2026-11-16=3c"_s;
}

void TestRollUp::anOpenEndIsNoCut()
{
    QFETCH(QString, fetched);
    QFETCH(bool, lastIsOpen);
    QFETCH(QString, weeks);
    Dataset base = daysBetween(u"2026-11-16"_s, u"2026-11-18"_s);
    base.fetchedAt = utc(fetched);
    if (lastIsOpen) {
        base.series.front().states.back() = Incomplete;
    }
    QCOMPARE(printed(rollUp(base, Granularity::Week, {})), weeks);
}

void TestRollUp::statesOfPartsMakeTheStateOfASum_data()
{
    QTest::addColumn<std::vector<BucketState>>("states");
    QTest::addColumn<QString>("week");
    const auto row =
        [](const char *name, const std::vector<BucketState> &states, const QString &week) {
            QTest::newRow(name) << states << u"2026-11-16="_s + week;
        };
    const auto week = [](BucketState first, BucketState second) {
        std::vector<BucketState> states(7, second);
        states.front() = first;
        return states;
    };
    row("all counted", week(Counted, Counted), u"7"_s);
    row("one missing", week(Missing, Counted), u"6m"_s);
    row("one counted", week(Counted, Missing), u"1m"_s);
    row("all missing", week(Missing, Missing), u"missing"_s);
    row("one not collected", week(NotCollected, Counted), u"6n"_s);
    row("none collected", week(NotCollected, NotCollected), u"not collected"_s);
    row("not collected, then missing", week(NotCollected, Missing), u"missing"_s);
    row("of each some",
        {NotCollected, NotCollected, Missing, Counted, Counted, Counted, Counted},
        u"4mn"_s);
}

void TestRollUp::statesOfPartsMakeTheStateOfASum()
{
    QFETCH(std::vector<BucketState>, states);
    QFETCH(QString, week);
    Dataset base = daysBetween(u"2026-11-16"_s, u"2026-11-22"_s);
    base.series.front().states = states;
    const Dataset rolled = rollUp(base, Granularity::Week, {});
    QCOMPARE(printed(rolled), week);
    const Series &series = rolled.series.front();
    QCOMPARE(series.states.front() == Counted,
             series.shortfalls.front() == Shortfalls() && hasValue(series.states.front()));
}

void TestRollUp::whatElseIsInTheDatasetStays()
{
    Dataset base = daysBetween(u"2026-11-16"_s, u"2026-11-22"_s);
    base.series.front().key.segmentId = u"gold"_s;
    base.failures.push_back({.key = base.series.front().key});
    base.notices.push_back({.count = 3});
    const Dataset rolled = rollUp(base, Granularity::Month, {});
    QCOMPARE(rolled.series.front().key, base.series.front().key);
    QCOMPARE(rolled.failures.size(), std::size_t{1});
    QCOMPARE(rolled.notices.front().count, 3);
    QCOMPARE(rolled.fetchedAt, base.fetchedAt);
    QCOMPARE(rolled.unit, Unit::Day);
}

void TestRollUp::theSameGranularityChangesNothing()
{
    const Dataset base = hoursFrom(u"2026-11-19T19:00:00Z"_s, 24);
    const Dataset rolled = rollUp(base, Granularity::Hour, {.zone = QTimeZone("Asia/Kolkata")});
    QCOMPARE(rolled.times, base.times);
    QVERIFY(rolled.series.front().shortfalls.empty());
    QVERIFY(!rolled.rolledUp.first.isValid());
}

void TestRollUp::nothingStaysNothing()
{
    const Dataset rolled = rollUp(ones({}, Unit::Day), Granularity::Week, {});
    QVERIFY(rolled.times.empty());
    QVERIFY(!rolled.rolledUp.first.isValid());
}

void TestRollUp::noNumberIsLost_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC",
                             "Europe/Berlin",
                             "America/New_York",
                             "Asia/Kolkata",
                             "America/Santiago",
                             "Pacific/Apia",
                             "Australia/Lord_Howe"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

/// Over random ranges of 2010 to 2030, random numbers and every start of a week: the sums hold all
/// that was counted, each within its own days, and weeks and months of hours are those of its days.
void TestRollUp::noNumberIsLost()
{
    QFETCH(QByteArray, zone);
    std::mt19937 random(20261123); // NOLINT(cert-msc51-cpp): the same numbers in every run
    std::uniform_int_distribution<int> anyCount(1, 3'000);
    std::uniform_int_distribution<qint64> anyHour(350'640, 525'960);
    std::uniform_int_distribution<int> anyValue(0, 1'000);
    for (int round = 0; round < 14; ++round) {
        const Calendar calendar{.zone = QTimeZone(zone),
                                .weekStart = static_cast<Qt::DayOfWeek>(round % 7 + 1)};
        const QDateTime first = QDateTime::fromMSecsSinceEpoch(anyHour(random) * msPerHour,
                                                               Qt::UTC);
        Dataset hours = hoursFrom(first.toString(Qt::ISODate), anyCount(random));
        std::vector<double> &values = hours.series.front().values;
        std::generate(values.begin(), values.end(), [&] { return anyValue(random); });
        const double total = std::accumulate(values.begin(), values.end(), 0.0);

        // The same days as if they had been asked for: a base of their own.
        Dataset days = rollUp(hours, Granularity::Day, calendar);
        Dataset asked = ones(days.times, Unit::Day);
        asked.series.front().values = days.series.front().values;
        for (const Granularity granularity : {Granularity::Week, Granularity::Month}) {
            const Dataset sums = rollUp(hours, granularity, calendar);
            const std::vector<double> &all = sums.series.front().values;
            QCOMPARE(std::accumulate(all.begin(), all.end(), 0.0), total);
            QCOMPARE(all, rollUp(asked, granularity, calendar).series.front().values);
            QVERIFY(std::is_sorted(sums.times.begin(), sums.times.end()));
            for (std::size_t i = 0; i < sums.times.size(); ++i) {
                const QDate begin = dayOf(sums.times[i]);
                QCOMPARE(firstDayOf(begin, granularity, calendar.weekStart), begin);
                const bool inner = i > 0 && i + 1 < sums.times.size();
                QVERIFY(!inner || sums.series.front().states[i] == Counted);
            }
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRollUp)

#include "tst_rollup.moc"
