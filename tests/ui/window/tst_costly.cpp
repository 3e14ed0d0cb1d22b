// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>

#include <algorithm>

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
    static void cancelTakesTheQuestionBack();
    static void ofSeveralSeriesTheTotalIsSaid();
    static void nobodyIsAskedUnlessHeAskedFirst();
    static void whatWasAgreedToIsNotAskedAgain();
    static void theRestCanBeLoadedAfterEscape();
    static void whatIsWholeHasNoRest();
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

void TestCostly::cancelTakesTheQuestionBack()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    app.press(MessageAction::Cancel, costBar);
    QCOMPARE(app.message(costBar), QString());
    QVERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.seriesRequests(), 4);
}

void TestCostly::ofSeveralSeriesTheTotalIsSaid()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    Query query = app.query();
    query.segments.push_back({.id = u"vip"_s, .label = u"VIP"_s});
    app.window().controller().setQuery(query);
    QTRY_COMPARE(app.message(costBar),
                 u"Hours for 455 days need 110 requests per series. That makes 220 in all."_s);
}

void TestCostly::nobodyIsAskedUnlessHeAskedFirst()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    app.press(MessageAction::Cancel, costBar);
    ViewController &controller = app.window().controller();
    const QSignalSpy ended(&controller, &ViewController::loadCancelled);
    controller.refreshQuietly();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(app.message(costBar), QString());
    QVERIFY(!controller.isLoading());
    QCOMPARE(app.seriesRequests(), 4);
    controller.refresh();
    QTRY_VERIFY(!app.message(costBar).isEmpty());
}

void TestCostly::whatWasAgreedToIsNotAskedAgain()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    app.responder = [](const QNetworkRequest & /*request*/) {
        return CannedReply{.httpStatus = 0, .error = QNetworkReply::HostNotFoundError};
    };
    app.press(MessageAction::Load, costBar);
    QTRY_VERIFY_WITH_TIMEOUT(!app.window().controller().isLoading(), 20'000);
    app.responder = shopAnswer;
    app.window().controller().refreshQuietly(); // the network is back
    QTRY_COMPARE_WITH_TIMEOUT(app.dataset().times.size(), std::size_t{455 * 24}, 20'000);
    QCOMPARE(app.message(costBar), QString());
}

void TestCostly::theRestCanBeLoadedAfterEscape()
{
    AppFixture app(AppFixture::Network::Fake);
    askForHours(app);
    app.responder = [left = std::make_shared<int>(30)](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = --*left < 0;
        return reply;
    };
    const int asked = app.seriesRequests();
    app.press(MessageAction::Load, costBar);
    ViewController &controller = app.window().controller();
    // Thirty are answered, and four wait.
    QTRY_VERIFY(app.dataset().times.size() == std::size_t{455 * 24}
                && app.seriesRequests() - asked == 34);
    controller.cancel();
    QCOMPARE(app.message(u"rest"_s), u"Not all of this range is loaded."_s);
    const int before = app.seriesRequests();
    app.responder = shopAnswer;
    app.press(MessageAction::LoadRest, u"rest"_s);
    QCOMPARE(app.message(u"rest"_s), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!controller.isLoading(), 20'000);
    QCOMPARE(app.message(u"rest"_s), QString());
    QCOMPARE(app.message(costBar), QString());
    // Thirty were there.
    QVERIFY(app.seriesRequests() - before <= 110 - 29);
    const std::vector<BucketState> &states = app.dataset().series.front().states;
    QVERIFY(std::find(states.begin(), states.end(), BucketState::Unread) == states.end());
}

void TestCostly::whatIsWholeHasNoRest()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.responder = [](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = true;
        return reply;
    };
    app.window().controller().refresh();
    QTRY_VERIFY(app.network().underWay() > 0);
    app.window().controller().cancel();
    QCOMPARE(app.message(u"rest"_s), QString());
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
