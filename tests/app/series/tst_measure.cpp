// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/measure.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theSumIsOfAllThatHaveAValue();
    static void anEndWithoutAValueIsNoChange();
    static void theTextSaysWhatLiesBetween();
    static void theSentenceSaysWhatHappened_data();
    static void theSentenceSaysWhatHappened();
    static void datesSayNothingTwice_data();
    static void datesSayNothingTwice();
    static void reservationsAreSaid();
};

namespace {

QLocale english()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

Dataset datasetOf(const std::vector<double> &values,
                  QDate first = QDate(2026, 11, 3),
                  Granularity granularity = Granularity::Day)
{
    Dataset dataset;
    dataset.granularity = granularity;
    Series series;
    series.key.metric.name = u"checkout_completed"_s;
    series.values = values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = static_cast<int>(i);
        const QDate day = granularity == Granularity::Month ? first.addMonths(at)
                        : granularity == Granularity::Week  ? first.addDays(qint64{7} * at)
                                                            : first.addDays(at);
        const BucketTime hour = bucketOfDay(first) + static_cast<qint64>(i) * msPerHour;
        dataset.times.push_back(granularity == Granularity::Hour ? hour : bucketOfDay(day));
        series.states.push_back(BucketState::Counted);
    }
    dataset.series.push_back(series);
    return dataset;
}

BucketSpan all(const Dataset &dataset)
{
    return {.first = 0, .last = dataset.times.size() - 1};
}

QString sentence(const Dataset &dataset)
{
    return measureSentence(dataset, 0, all(dataset), u"Gold members"_s, english())
        .replace(u'\u00A0', u' ');
}

} // namespace

void TestMeasure::theSumIsOfAllThatHaveAValue()
{
    Dataset dataset = datasetOf({10, 20, 0, 40, 50});
    dataset.series[0].states[2] = BucketState::Missing;
    const Measure measure = measureOf(dataset.series[0], {.first = 1, .last = 3});
    QCOMPARE(measure.sum, 60.0);
    QCOMPARE(measure.valued, 2);
    QVERIFY(!measure.isIncomplete);
    QVERIFY(measure.change.has_value());
    QCOMPARE(*measure.change, (Change{.difference = 20, .ratio = 1}));
}

void TestMeasure::anEndWithoutAValueIsNoChange()
{
    Dataset dataset = datasetOf({10, 20, 30});
    dataset.series[0].states[2] = BucketState::NotCollected;
    QVERIFY(!measureOf(dataset.series[0], all(dataset)).change.has_value());
    QCOMPARE(sentence(dataset),
             u"checkout_completed, Gold members: from 3 to 5 Nov, 30 in 3 days "
             "(1 without a value)"_s);
}

void TestMeasure::theTextSaysWhatLiesBetween()
{
    const Dataset dataset = datasetOf({5'000, 5'000, 5'500, 6'000, 5'910});
    const Measure measure = measureOf(dataset.series[0], all(dataset));
    QCOMPARE(measureText(measure, Granularity::Day, english()).replace(u'\u00A0', u' '),
             u"+18.2 % · +910 · 5 days · sum 27,410"_s);
}

void TestMeasure::theSentenceSaysWhatHappened_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<QString>("expected");
    using Values = std::vector<double>;
    QTest::newRow("rose") << Values{5'000, 5'500, 5'500, 5'500, 5'500, 5'500, 5'710, 5'910}
                          << u"rose 18.2 % from 3 to 10 Nov, 44,120 in 8 days"_s;
    QTest::newRow("fell") << Values{100, 75} << u"fell 25.0 % from 3 to 4 Nov, 175 in 2 days"_s;
    QTest::newRow("same") << Values{7, 9, 7}
                          << u"the same on both ends from 3 to 5 Nov, 23 in 3 days"_s;
    QTest::newRow("from nothing") << Values{0, 3, 9}
                                  << u"rose from 0 to 9 from 3 to 5 Nov, 12 in 3 days"_s;
    QTest::newRow("to nothing") << Values{4, 0} << u"fell 100.0 % from 3 to 4 Nov, 4 in 2 days"_s;
    QTest::newRow("nothing") << Values{0, 0}
                             << u"the same on both ends from 3 to 4 Nov, 0 in 2 days"_s;
}

void TestMeasure::theSentenceSaysWhatHappened()
{
    QFETCH(std::vector<double>, values);
    QFETCH(QString, expected);
    QCOMPARE(sentence(datasetOf(values)), u"checkout_completed, Gold members: "_s + expected);
}

void TestMeasure::datesSayNothingTwice_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one month") << QDate(2026, 11, 3) << Granularity::Day << u"from 3 to 5 Nov"_s;
    QTest::newRow("two months") << QDate(2026, 10, 30) << Granularity::Day
                                << u"from 30 Oct to 1 Nov"_s;
    QTest::newRow("two years") << QDate(2025, 12, 30) << Granularity::Day
                               << u"from 30 Dec 2025 to 1 Jan 2026"_s;
    QTest::newRow("weeks") << QDate(2026, 11, 2) << Granularity::Week << u"from 2 to 22 Nov"_s;
    QTest::newRow("months") << QDate(2026, 10, 1) << Granularity::Month << u"from Oct to Dec"_s;
    QTest::newRow("months of two years")
        << QDate(2025, 12, 1) << Granularity::Month << u"from Dec 2025 to Feb 2026"_s;
    QTest::newRow("hours") << QDate(2026, 11, 3) << Granularity::Hour
                           << u"from 3 Nov, 00:00 to 3 Nov, 02:00"_s;
}

void TestMeasure::datesSayNothingTwice()
{
    QFETCH(QDate, first);
    QFETCH(Granularity, granularity);
    QFETCH(QString, expected);
    const QString text = sentence(datasetOf({1, 2, 4}, first, granularity));
    QVERIFY2(text.contains(u' ' + expected + u", 7 in 3 "_s), qPrintable(text));
}

void TestMeasure::reservationsAreSaid()
{
    Dataset dataset = datasetOf({10, 20, 30, 15});
    dataset.series[0].states[3] = BucketState::Incomplete;
    dataset.series[0].states[1] = BucketState::Unread;
    QCOMPARE(sentence(dataset),
             u"checkout_completed, Gold members: rose 50.0 % from 3 to 6 Nov, 55 in 4 days "
             "(incl. incomplete, 1 without a value)"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestMeasure)
#include "tst_measure.moc"
