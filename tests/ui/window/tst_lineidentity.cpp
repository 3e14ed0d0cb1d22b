// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/chart/overview.h"
#include "ui/feedback/messagebar.h"
#include "ui/theme/visioneffect.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QClipboard>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const auto trackingBar = u"tracking"_s;
const auto holidayShoppers = u"2c97d5e8-e3a6-4b18-b7d0-4f5a1c6b9e07"_s;

Query holidays(const QDate &first)
{
    Query query;
    query.events = QStringList{u"checkout_completed"_s};
    query.segments = {{.id = {}, .label = {}},
                      {.id = holidayShoppers, .label = u"Holiday shoppers"_s}};
    query.range = DaySpan{.first = first, .last = QDate(2026, 11, 23)};
    return query;
}

void load(AppFixture &app, const Query &query)
{
    ViewController &controller = app.window().controller();
    controller.setQuery(query);
    const bool loaded = QTest::qWaitFor([&] {
        return !controller.isLoading() && controller.answeredView().query == query
            && !app.dataset().isLoading;
    });
    if (!loaded) {
        qFatal("it was not loaded");
    }
}

bool isPatterned(AppFixture &app)
{
    const std::vector<DatasetModel::Look> &looks = app.window().controller().model()->looks();
    return std::all_of(
        looks.begin(), looks.end(), [](const DatasetModel::Look &look) { return look.patterned; });
}

/// The picture that *Copy image* makes.
QImage copied(AppFixture &app)
{
    QGuiApplication::clipboard()->clear();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    return QGuiApplication::clipboard()->image();
}

} // namespace

/// What tells lines apart in the window, and what lies around and before them.
class TestLineIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void patternsAreRememberedAndInThePicture();
    static void thePreviewIsNotInThePicture();
    static void aLateSegmentIsNamedWithItsDay();
    static void startingLaterLeavesThePartThatIsThere();
    static void whatWasPutAwayDoesNotComeAgain();
    static void theOverviewShowsWhatIsHeldAroundTheRange();
};

void TestLineIdentity::patternsAreRememberedAndInThePicture()
{
    AppFixture app;
    app.startDemo();
    QVERIFY(!isPatterned(app));
    const QImage plain = copied(app);
    QVERIFY(!plain.isNull());
    app.find<QAction>(u"patternsAction"_s).trigger();
    QVERIFY(isPatterned(app));
    QVERIFY(copied(app) != plain);
    app.startDemo();
    QVERIFY(isPatterned(app));
    QVERIFY(app.find<QAction>(u"patternsAction"_s).isChecked());
    app.find<QAction>(u"patternsAction"_s).trigger();
    QVERIFY(!isPatterned(app));
    QCOMPARE(copied(app), plain);
}

void TestLineIdentity::thePreviewIsNotInThePicture()
{
    AppFixture app;
    app.startDemo();
    auto &page = app.find<WorkPage>(u"workPage"_s);
    QVERIFY(page.graphicsEffect() == nullptr);
    const QImage picture = copied(app);
    const QImage before = page.grab().toImage();
    app.find<QAction>(u"deuteranopiaAction"_s).trigger();
    const auto *effect = qobject_cast<VisionEffect *>(page.graphicsEffect());
    QVERIFY(effect != nullptr);
    QCOMPARE(effect->vision(), ColorVision::Deuteranopia);
    QVERIFY(page.grab().toImage() != before);
    QCOMPARE(copied(app), picture);
    app.find<QAction>(u"usualVisionAction"_s).trigger();
    QVERIFY(page.graphicsEffect() == nullptr);
}

void TestLineIdentity::aLateSegmentIsNamedWithItsDay()
{
    AppFixture app;
    app.startDemo();
    load(app, holidays(QDate(2026, 10, 10)));
    QCOMPARE(app.message(trackingBar),
             u"Holiday shoppers has been tracked since 26 Oct; there is nothing before."_s);
    const Series &late = app.dataset().series.at(1);
    QCOMPARE(std::count(late.states.begin(), late.states.end(), BucketState::NotCollected), 16);
    const Series &all = app.dataset().series.at(0);
    QCOMPARE(std::count(all.states.begin(), all.states.end(), BucketState::NotCollected), 0);
    load(app, holidays(QDate(2026, 10, 26)));
    QCOMPARE(app.message(trackingBar), QString());
}

void TestLineIdentity::startingLaterLeavesThePartThatIsThere()
{
    AppFixture app;
    app.startDemo();
    load(app, holidays(QDate(2026, 10, 10)));
    app.press(MessageAction::StartLater, trackingBar);
    const DaySpan rest{.first = QDate(2026, 10, 26), .last = QDate(2026, 11, 23)};
    QCOMPARE(app.query().range, Range(rest));
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{29});
    QTRY_COMPARE(app.message(trackingBar), QString());
}

void TestLineIdentity::whatWasPutAwayDoesNotComeAgain()
{
    AppFixture app;
    app.startDemo();
    load(app, holidays(QDate(2026, 10, 10)));
    auto &page = app.find<WorkPage>(u"workPage"_s);
    MessageBar *bar = page.messages().bar(trackingBar);
    QVERIFY(bar != nullptr);
    QTest::keyClick(bar, Qt::Key_Escape);
    load(app, holidays(QDate(2026, 10, 1)));
    QCOMPARE(app.message(trackingBar), QString());
}

void TestLineIdentity::theOverviewShowsWhatIsHeldAroundTheRange()
{
    WorkspaceFixture app;
    app.keepsHistory = true;
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    Query query = holidays(QDate(2026, 5, 1));
    query.segments = {{.id = {}, .label = {}}};
    load(app, query);
    auto &overview = app.find<Overview>(u"overview"_s);
    QCOMPARE(overview.window(), overview.strip());
    query.range = DaySpan{.first = QDate(2026, 7, 1), .last = QDate(2026, 10, 31)};
    load(app, query);
    QTRY_VERIFY(overview.window().width() < overview.strip().width() * 3 / 4);
    QVERIFY(overview.window().left() > overview.strip().left());
    const int before = app.seriesRequests();
    QVERIFY(overview.isVisible());
    QTest::keyClick(&overview, Qt::Key_Left);
    const DaySpan moved{.first = QDate(2026, 6, 19), .last = QDate(2026, 10, 19)};
    QVERIFY(std::holds_alternative<DaySpan>(app.query().range));
    QCOMPARE(std::get<DaySpan>(app.query().range).first, moved.first);
    QCOMPARE(std::get<DaySpan>(app.query().range).last, moved.last);
    QTRY_COMPARE(app.dataset().times.front(), bucketOfDay(moved.first));
    QTRY_VERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.seriesRequests(), before); // all of it was there
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestLineIdentity)

#include "tst_lineidentity.moc"
