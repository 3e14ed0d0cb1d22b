// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/window/autorefresh.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(emberline::Query)

namespace emberline::test {

namespace {

Query queryOf(const Range &range, Unit unit = Unit::Day)
{
    return {.events = QStringList{u"checkout_completed"_s}, .unit = unit, .range = range};
}

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

/// A window with counts up to now on screen, and how often they are read from now on.
struct Bench
{
    WorkspaceFixture app;
    std::unique_ptr<QSignalSpy> reads;

    explicit Bench(const Range &range = LastUnits{})
    {
        app.start();
        if (!QTest::qWaitFor([this] { return controller().isOpen(); })) {
            qFatal("the workspace did not open");
        }
        controller().setQuery(queryOf(range));
        if (!QTest::qWaitFor([this] { return isQuiet() && !app.dataset().isEmpty(); })) {
            qFatal("nothing was read");
        }
        reads = std::make_unique<QSignalSpy>(&controller(), &ViewController::loadStarted);
    }

    [[nodiscard]] ViewController &controller() { return app.window().controller(); }
    [[nodiscard]] AutoRefresh &refresh() { return *app.window().findChild<AutoRefresh *>(); }
    [[nodiscard]] bool isQuiet() { return !controller().isLoading(); }
    [[nodiscard]] QAction &choice(int minutes)
    {
        return childOf<QAction>(app.window(), u"autoRefresh%1"_s.arg(minutes));
    }

    void pass(std::chrono::milliseconds time)
    {
        app.clock.turn(time);
        refresh().tick();
    }
};

} // namespace

class TestAutoRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void onlyWhatHasNotSettledCanChange_data();
    static void onlyWhatHasNotSettledCanChange();
    static void atFirstNothingIsReadByItself();
    static void itReadsWhenItIsTime();
    static void readingByHandPutsItOff();
    static void whileItLoadsNothingBegins();
    static void aHiddenWindowWaitsAndCatchesUpOnce_data();
    static void aHiddenWindowWaitsAndCatchesUpOnce();
    static void aWindowThatWasAwayForAMomentDoesNotRead();
    static void aRangeOfThePastIsLeftAlone();
    static void withoutAWorkspaceNothingIsRead();
    static void offEndsIt();
    static void aClockThatIsPutBackDoesNotStopIt();
    static void theChoiceIsRemembered();
};

void TestAutoRefresh::onlyWhatHasNotSettledCanChange_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<bool>("changes");
    const auto days = [](const QString &first, const QString &last) {
        return queryOf(DaySpan{.first = QDate::fromString(first, Qt::ISODate),
                               .last = QDate::fromString(last, Qt::ISODate)});
    };
    QTest::newRow("up to now") << queryOf(LastUnits{}) << true;
    QTest::newRow("hours up to now") << queryOf(Preset::Last24Hours, Unit::Hour) << true;
    QTest::newRow("today") << days(u"2026-11-23"_s, u"2026-11-23"_s) << true;
    QTest::newRow("into the future") << days(u"2026-11-01"_s, u"2026-12-31"_s) << true;
    QTest::newRow("yesterday, still settling") << queryOf(Preset::Yesterday) << true;
    QTest::newRow("settled") << days(u"2026-11-01"_s, u"2026-11-19"_s) << false;
    QTest::newRow("the last month") << queryOf(Preset::LastMonth) << false;
    QTest::newRow("cut long ago") << queryOf(LastUnits{.endingAt = utc(u"2026-11-10T12:00:00Z"_s)})
                                  << false;
    QTest::newRow("not begun") << days(u"2027-01-01"_s, u"2027-01-02"_s) << false;
    QTest::newRow("nothing asked") << Query() << false;
}

void TestAutoRefresh::onlyWhatHasNotSettledCanChange()
{
    QFETCH(const Query, query);
    QFETCH(const bool, changes);
    QCOMPARE(canChange(query, utc(u"2026-11-23T13:05:00Z"_s), {}), changes);
}

void TestAutoRefresh::atFirstNothingIsReadByItself()
{
    Bench bench;
    QVERIFY(bench.choice(0).isChecked());
    QVERIFY(!bench.refresh().isRunning());
    bench.pass(48h);
    QCOMPARE(bench.reads->size(), 0);
}

void TestAutoRefresh::itReadsWhenItIsTime()
{
    Bench bench;
    bench.choice(5).trigger();
    QVERIFY(bench.refresh().isRunning());
    bench.pass(5min - 1ms);
    QCOMPARE(bench.reads->size(), 0);
    bench.pass(1ms);
    QCOMPARE(bench.reads->size(), 1);
    QTRY_VERIFY(bench.isQuiet());
    bench.pass(0ms);
    QCOMPARE(bench.reads->size(), 1);
    bench.pass(5min);
    QCOMPARE(bench.reads->size(), 2);
}

void TestAutoRefresh::readingByHandPutsItOff()
{
    Bench bench;
    bench.choice(5).trigger();
    bench.pass(4min);
    bench.controller().refresh();
    QTRY_VERIFY(bench.isQuiet());
    bench.pass(4min);
    QCOMPARE(bench.reads->size(), 1);
    bench.pass(1min);
    QCOMPARE(bench.reads->size(), 2);
}

void TestAutoRefresh::whileItLoadsNothingBegins()
{
    Bench bench;
    bench.choice(5).trigger();
    bench.app.responder = [](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = true;
        return reply;
    };
    bench.controller().refresh();
    bench.pass(1h);
    QCOMPARE(bench.reads->size(), 1);
    bench.controller().cancel();
    bench.pass(5min);
    QCOMPARE(bench.reads->size(), 2);
}

void TestAutoRefresh::aHiddenWindowWaitsAndCatchesUpOnce_data()
{
    QTest::addColumn<bool>("minimised");
    QTest::newRow("hidden") << false;
    QTest::newRow("minimised") << true;
}

void TestAutoRefresh::aHiddenWindowWaitsAndCatchesUpOnce()
{
    QFETCH(const bool, minimised);
    Bench bench;
    bench.choice(15).trigger();
    if (minimised) {
        bench.app.window().showMinimized();
    } else {
        bench.app.window().hide();
    }
    QTRY_VERIFY(!bench.refresh().isRunning());
    bench.pass(24h);
    QCOMPARE(bench.reads->size(), 0);
    bench.app.window().showNormal();
    QTRY_VERIFY(bench.refresh().isRunning());
    QTRY_VERIFY(bench.isQuiet());
    bench.pass(14min);
    QCOMPARE(bench.reads->size(), 1);
}

void TestAutoRefresh::aWindowThatWasAwayForAMomentDoesNotRead()
{
    Bench bench;
    bench.choice(15).trigger();
    bench.app.window().hide();
    QTRY_VERIFY(!bench.refresh().isRunning());
    bench.pass(14min);
    bench.app.window().show();
    QTRY_VERIFY(bench.refresh().isRunning());
    QCOMPARE(bench.reads->size(), 0);
}

void TestAutoRefresh::aRangeOfThePastIsLeftAlone()
{
    Bench bench(DaySpan{.first = QDate(2026, 10, 1), .last = QDate(2026, 10, 31)});
    bench.choice(5).trigger();
    bench.pass(24h);
    QCOMPARE(bench.reads->size(), 0);
}

void TestAutoRefresh::withoutAWorkspaceNothingIsRead()
{
    Bench bench;
    bench.choice(5).trigger();
    bench.controller().close();
    bench.pass(24h);
    QCOMPARE(bench.reads->size(), 0);
}

void TestAutoRefresh::offEndsIt()
{
    Bench bench;
    bench.choice(5).trigger();
    bench.choice(0).trigger();
    QVERIFY(!bench.refresh().isRunning());
    bench.pass(24h);
    QCOMPARE(bench.reads->size(), 0);
}

void TestAutoRefresh::aClockThatIsPutBackDoesNotStopIt()
{
    Bench bench;
    bench.choice(5).trigger();
    bench.pass(-24h);
    QCOMPARE(bench.reads->size(), 0);
    bench.pass(5min);
    QCOMPARE(bench.reads->size(), 1);
}

void TestAutoRefresh::theChoiceIsRemembered()
{
    Bench bench;
    bench.choice(60).trigger();
    QVERIFY(!bench.choice(0).isChecked());
    bench.app.start();
    QVERIFY(bench.choice(60).isChecked());
    QVERIFY(!bench.choice(0).isChecked());
    QCOMPARE(bench.refresh().interval(), std::chrono::minutes(60));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestAutoRefresh)

#include "tst_autorefresh.moc"
