// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/pace.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace std::chrono_literals;

namespace emberline::test {

namespace {

/// A load whose requests come every @p each, several at a time.
class Course
{
public:
    explicit Course(int total)
        : m_total(total)
    { }

    void go(int requests, std::chrono::milliseconds each, int atOnce = 1)
    {
        for (int i = 1; i <= requests; ++i) {
            m_elapsed += i % atOnce == 0 ? each * atOnce : 0ms;
            pace.note(++m_done, m_total, m_elapsed);
        }
    }

    void pause(std::chrono::milliseconds length) { m_elapsed += length; }

    /// In milliseconds; -1 if nothing is known.
    [[nodiscard]] int left() const
    {
        return pace.left() ? static_cast<int>(pace.left()->count()) : -1;
    }

    Pace pace;

private:
    int m_total;
    int m_done = 0;
    std::chrono::milliseconds m_elapsed{0};
};

bool isBetween(int value, int low, int high)
{
    if (value < low || value > high) {
        qInfo("%d is not between %d and %d", value, low, high);
        return false;
    }
    return true;
}

} // namespace

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void atFirstNothingIsKnown();
    static void anEvenPaceIsToldExactly();
    static void theFirstFewDoNotCount();
    static void severalAtATimeAreOnePace_data();
    static void severalAtATimeAreOnePace();
    static void onePauseHardlyCounts();
    static void aSlowerServiceSoonCounts();
    static void aFasterServiceSoonCounts();
    static void instantAnswersLeaveNothing();
    static void theEndLeavesNothing();
    static void moreWorkTakesLonger();
    static void aStepThatBringsNothingChangesNothing();
    static void aNewLoadBeginsAnew();
    static void manyInOneStepAreCountedEach();
};

void TestPace::atFirstNothingIsKnown()
{
    QVERIFY(!Pace().left());
    Course course(352);
    course.go(6, 50ms);
    QCOMPARE(course.left(), -1);
    course.go(1, 50ms);
    QVERIFY(course.left() > 0);
}

void TestPace::anEvenPaceIsToldExactly()
{
    Course course(352);
    course.go(112, 25ms);
    QCOMPARE(course.left(), 240 * 25);
    course.go(200, 25ms);
    QCOMPARE(course.left(), 40 * 25);
}

void TestPace::theFirstFewDoNotCount()
{
    Course course(100);
    course.go(3, 5s);
    course.go(7, 10ms);
    QCOMPARE(course.left(), 90 * 10);
}

void TestPace::severalAtATimeAreOnePace_data()
{
    QTest::addColumn<int>("atOnce");
    for (const int atOnce : {2, 4, 8}) {
        QTest::addRow("%d at once", atOnce) << atOnce;
    }
}

void TestPace::severalAtATimeAreOnePace()
{
    QFETCH(const int, atOnce);
    Course course(1000);
    course.go(400, 100ms, atOnce);
    QVERIFY(isBetween(course.left(), 60'000 * 3 / 4, 60'000 * 5 / 4));
}

void TestPace::onePauseHardlyCounts()
{
    Course course(1000);
    course.go(100, 50ms);
    course.pause(60s);
    course.go(1, 50ms);
    // As if it were the new pace, 899 requests would take half an hour.
    QVERIFY(isBetween(course.left(), 899 * 50, 899 * 150));
    course.go(40, 50ms);
    QVERIFY(isBetween(course.left(), 859 * 50, 859 * 60));
}

void TestPace::aSlowerServiceSoonCounts()
{
    Course course(1000);
    course.go(100, 50ms);
    course.go(30, 5s);
    QVERIFY(isBetween(course.left(), 870 * 3500, 870 * 5000));
}

void TestPace::aFasterServiceSoonCounts()
{
    Course course(1000);
    course.go(50, 5s);
    course.go(80, 50ms);
    QVERIFY(isBetween(course.left(), 870 * 50, 870 * 100));
}

void TestPace::instantAnswersLeaveNothing()
{
    Course course(100);
    course.go(50, 0ms);
    QCOMPARE(course.left(), 0);
    course.go(40, 40ms); // and the pace is found all the same
    QVERIFY(isBetween(course.left(), 10 * 20, 10 * 40));
}

void TestPace::theEndLeavesNothing()
{
    Course course(20);
    course.go(20, 50ms);
    QCOMPARE(course.left(), 0);
    course.go(3, 50ms); // more than there should be
    QCOMPARE(course.left(), 0);
}

void TestPace::moreWorkTakesLonger()
{
    Pace pace;
    for (int i = 1; i <= 20; ++i) {
        pace.note(i, 40, i * 100ms);
    }
    QCOMPARE(pace.left().value(), 2000ms);
    pace.note(20, 100, 2100ms);
    QCOMPARE(pace.left().value(), 8000ms);
}

void TestPace::aStepThatBringsNothingChangesNothing()
{
    Pace pace;
    for (int i = 1; i <= 20; ++i) {
        pace.note(i, 40, i * 100ms);
        pace.note(i, 40, i * 100ms + 50ms);
    }
    QCOMPARE(pace.left().value(), 2000ms);
}

void TestPace::aNewLoadBeginsAnew()
{
    Course course(100);
    course.go(50, 5s);
    course.pace.note(0, 100, 0ms);
    QCOMPARE(course.left(), -1);
    for (int i = 1; i <= 10; ++i) {
        course.pace.note(i, 100, i * 10ms);
    }
    QCOMPARE(course.left(), 90 * 10);
}

void TestPace::manyInOneStepAreCountedEach()
{
    Pace pace;
    pace.note(2, 100, 1s);
    pace.note(10, 100, 2s); // from where it was left out nothing is known yet
    QVERIFY(!pace.left());
    pace.note(20, 100, 3s);
    QCOMPARE(pace.left().value(), 8000ms);
}

} // namespace emberline::test

QTEST_APPLESS_MAIN(emberline::test::TestPace)

#include "tst_pace.moc"
