// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/chart/zoomspan.h"

#include <QTest>

namespace emberline::test {

class TestZoomSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aScaledSpanKeepsItsPlace_data();
    static void aScaledSpanKeepsItsPlace();
    static void aZoomThatShowsNothingShowsAll();
    static void spansMoveAsFarAsThereIsData();
};

namespace {

BucketSpan span(std::size_t first, std::size_t last)
{
    return {.first = first, .last = last};
}

} // namespace

void TestZoomSpan::aScaledSpanKeepsItsPlace_data()
{
    QTest::addColumn<BucketSpan>("before");
    QTest::addColumn<double>("factor");
    QTest::addColumn<double>("place");
    QTest::addColumn<BucketSpan>("after");
    QTest::newRow("in, middle") << span(0, 99) << 0.5 << 49.5 << span(25, 74);
    QTest::newRow("in, left edge") << span(10, 29) << 0.5 << 9.5 << span(10, 19);
    QTest::newRow("in, right edge") << span(10, 29) << 0.5 << 29.5 << span(20, 29);
    QTest::newRow("in by one at least") << span(10, 12) << 0.99 << 9.5 << span(10, 11);
    QTest::newRow("two is the least") << span(10, 11) << 0.5 << 10.0 << span(10, 11);
    QTest::newRow("out") << span(40, 49) << 2.0 << 44.5 << span(35, 54);
    QTest::newRow("out at the start") << span(0, 9) << 2.0 << 9.0 << span(0, 19);
    QTest::newRow("out at the end") << span(90, 99) << 2.0 << 90.0 << span(80, 99);
    QTest::newRow("out beyond all") << span(10, 89) << 2.0 << 50.0 << span(0, 99);
    QTest::newRow("out by one at least") << span(10, 11) << 1.01 << 9.5 << span(10, 12);
}

void TestZoomSpan::aScaledSpanKeepsItsPlace()
{
    QFETCH(BucketSpan, before);
    QFETCH(double, factor);
    QFETCH(double, place);
    QFETCH(BucketSpan, after);
    const BucketSpan found = scaledSpan(before, factor, place, 100);
    QCOMPARE(found.first, after.first);
    QCOMPARE(found.last, after.last);
    // One bucket is all there is of one.
    QCOMPARE(scaledSpan(span(0, 0), factor, 0, 1), span(0, 0));
}

void TestZoomSpan::aZoomThatShowsNothingShowsAll()
{
    const std::vector<BucketTime> times{10, 20, 30};
    QCOMPARE(spanOf(times, std::nullopt), span(0, 2));
    QCOMPARE(spanOf(times, Zoom{.first = 11, .last = 35}), span(1, 2));
    QCOMPARE(spanOf(times, Zoom{.first = 31, .last = 99}), span(0, 2));
    QCOMPARE(spanOf(times, Zoom{.first = 30, .last = 10}), span(0, 2));
    QVERIFY(!zoomOf(times, span(0, 2)).has_value());
    QCOMPARE(zoomOf(times, span(1, 2)), std::optional(Zoom{.first = 20, .last = 30}));
}

void TestZoomSpan::spansMoveAsFarAsThereIsData()
{
    QCOMPARE(movedSpan(span(3, 5), -2, 10), span(1, 3));
    QCOMPARE(movedSpan(span(3, 5), -9, 10), span(0, 2));
    QCOMPARE(movedSpan(span(3, 5), 99, 10), span(7, 9));
    QCOMPARE(movedTo(span(3, 5), 4), span(3, 5));
    QCOMPARE(movedTo(span(3, 5), 9), span(7, 9));
    QCOMPARE(movedTo(span(3, 5), 1), span(1, 3));
    QCOMPARE(spanBetween(7, 4, 10), span(4, 7));
    QCOMPARE(spanBetween(9, 9, 10), span(8, 9));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestZoomSpan)
#include "tst_zoomspan.moc"
