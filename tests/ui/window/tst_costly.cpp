// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const QString costBar = u"cost"_s;

/// All users' hours of two years: a lot of requests.
void askForHours(AppFixture &app)
{
    app.startDemo();
    Query query = app.query();
    query.segments = {{}};
    query.unit = Unit::Hour;
    query.granularity = Granularity::Hour;
    query.range = DaySpan{.first = QDate(2025, 1, 1), .last = QDate(2026, 3, 31)};
    app.window().controller().setQuery(query);
    QTRY_VERIFY(!app.message(costBar).isEmpty());
}

} // namespace

/// A range that takes many requests says so before anything is sent.
class TestCostly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itIsSaidFirst();
    static void loadLoads();
    static void useDaysAsksForDays();
    static void useDaysKeepsTheDatesOfTheLastHours();
    static void escapeTakesTheQuestionBack();
    static void anotherQueryTakesTheQuestionBack();
    static void bucketsAreSwitchedWithoutARequest();
};

void TestCostly::itIsSaidFirst()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    QCOMPARE(app.seriesRequests(), 4); // of what was shown before
    QCOMPARE(app.message(costBar), u"Hours for 455 days need 110 requests per series."_s);
    QCOMPARE(app.dataset().times.size(), std::size_t{30}); // that stays
}

void TestCostly::loadLoads()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    app.press(MessageAction::Load, costBar);
    QTRY_COMPARE_WITH_TIMEOUT(app.seriesRequests(), 4 + 110, 20'000);
    QTRY_VERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.dataset().times.size(), std::size_t{455 * 24});
    QCOMPARE(app.message(costBar), QString());
}

void TestCostly::useDaysAsksForDays()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    app.press(MessageAction::UseDays, costBar);
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{455});
    QCOMPARE(app.query().unit, Unit::Day);
    QCOMPARE(app.query().granularity, Granularity::Day);
    QCOMPARE(app.message(costBar), QString());
}

void TestCostly::useDaysKeepsTheDatesOfTheLastHours()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    Query query = app.query();
    query.range = LastUnits{.length = 455 * 24};
    app.window().controller().setQuery(query);
    QTRY_VERIFY(app.message(costBar).contains(u"456 days"));
    app.press(MessageAction::UseDays, costBar);
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{456});
    QVERIFY(app.query().range == Range(LastUnits{.length = 456}));
}

void TestCostly::escapeTakesTheQuestionBack()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(app.message(costBar), QString());
    QVERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.seriesRequests(), 4);
}

void TestCostly::anotherQueryTakesTheQuestionBack()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    Query query = app.query();
    query.range = Preset::Last7Days;
    app.window().controller().setQuery(query);
    QTRY_COMPARE(app.message(costBar), QString());
    QTRY_VERIFY(!app.window().controller().isLoading());
    QVERIFY(app.dataset().granularity == Granularity::Hour);
}

void TestCostly::bucketsAreSwitchedWithoutARequest()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const int before = app.seriesRequests();
    const std::vector<double> days = app.dataset().series.front().values;
    Query query = app.query();
    query.granularity = Granularity::Week;
    app.window().controller().setQuery(query);
    QCOMPARE(app.dataset().granularity, Granularity::Week);
    const std::vector<double> weeks = app.dataset().series.front().values;
    QCOMPARE(weeks.at(1),
             days.at(1) + days.at(2) + days.at(3) + days.at(4) + days.at(5) + days.at(6)
                 + days.at(7)); // 26 October is a Monday
    query.granularity = Granularity::Day;
    app.window().controller().setQuery(query);
    QCOMPARE(app.dataset().series.front().values, days);
    QVERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.seriesRequests(), before);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestCostly)

#include "tst_costly.moc"
