// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/feedback/messagebar.h"
#include "ui/window/offlinewatch.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(emberline::Dataset)
Q_DECLARE_METATYPE(emberline::NetworkState)

namespace emberline::test {

namespace {

Dataset failing(const QList<ErrorKind> &kinds)
{
    Dataset dataset;
    for (const ErrorKind kind : kinds) {
        dataset.failures.push_back({.key = {}, .error = {.kind = kind}});
    }
    return dataset;
}

/// The same beside one series that was fetched @p age before the load began.
Dataset failingBeside(const QList<ErrorKind> &kinds, std::chrono::milliseconds age)
{
    Dataset dataset = failing(kinds);
    dataset.times = {0};
    dataset.series.push_back({.key = {.segmentId = u"another"_s}});
    dataset.fetchedAt = fixtureNow().addDuration(-age);
    return dataset;
}

/// The demo on screen.
struct Bench
{
    AppFixture app{AppFixture::Network::Fake};

    explicit Bench(bool read = true)
    {
        if (read) {
            app.startDemo();
            return;
        }
        app.responder = [](const QNetworkRequest &request) {
            CannedReply reply = shopAnswer(request);
            reply.held = true;
            return reply;
        };
        app.start({.workspace = u"demo"_s});
        if (!QTest::qWaitFor([this] { return controller().isLoading(); })) {
            qFatal("the demo did not open");
        }
    }

    [[nodiscard]] ViewController &controller() { return app.window().controller(); }
    [[nodiscard]] OfflineWatch &watch() { return *app.window().findChild<OfflineWatch *>(); }
    [[nodiscard]] QString chip()
    {
        const auto &chip = app.find<QLabel>(u"offlineChip"_s);
        return chip.isVisible() ? chip.text() : QString();
    }

    void answer(const Dataset &dataset)
    {
        Q_EMIT controller().answered(std::make_shared<const Dataset>(dataset));
    }
    void loseNetwork() { answer(failing({ErrorKind::Network})); }
    void succeed() { answer(app.dataset()); }
};

} // namespace

class TestOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anAnswerSaysWhetherOneIsOffline_data();
    static void anAnswerSaysWhetherOneIsOffline();
    static void theWaitGrowsToFiveMinutes();
    static void aLostNetworkIsSaidAndTheDataStays();
    static void theChipSaysFromWhenTheDataIs();
    static void withoutDataTheHostMayBeWrong();
    static void chipAndBarSayTheSameMoment();
    static void theSystemKnowsBetter();
    static void withANetworkTheHostMayBeWrong();
    static void theBarCanBePutAwayAndTheChipStays();
    static void afterABarWasPutAwayTheNextTroubleIsSaid();
    static void theFirstAnswerTakesTheChipAway();
    static void itTriesAgainByItself();
    static void aNetworkThatIsBackIsTriedAtOnce();
    static void aNetworkThatIsBackChangesNothingOnline();
    static void aHiddenWindowDoesNotTry();
    static void aCancelledTryIsNotTheLast();
    static void aQuestionThatWasPutAwayDoesNotKeepTheChip();
    static void nothingOfItStaysWithoutAWorkspace();
};

void TestOffline::anAnswerSaysWhetherOneIsOffline_data()
{
    using enum ErrorKind;
    QTest::addColumn<Dataset>("dataset");
    QTest::addColumn<NetworkState>("network");
    QTest::addColumn<bool>("offline");
    const auto row = [](const char *name, const Dataset &dataset, NetworkState state, bool says) {
        QTest::newRow(name) << dataset << state << says;
    };
    const NetworkState unknown = NetworkState::Unknown;
    row("nothing failed", failing({}), unknown, false);
    row("nothing failed, no network", failing({}), NetworkState::Down, false);
    row("all for the network", failing({Network, Network}), unknown, true);
    row("all though there is a network", failing({Network}), NetworkState::Up, true);
    row("one for the key", failing({Network, Unauthorized}), unknown, false);
    row("a server that is down", failing({Server}), NetworkState::Down, false);
    row("silence", failing({Timeout}), unknown, false);
    row("silence without a network", failing({Timeout, Network}), NetworkState::Down, true);
    row("beside old counts", failingBeside({Network}, 1h), unknown, true);
    row("beside counts that came just now", failingBeside({Network}, 0s), unknown, false);
    row("beside counts as of the plan", failingBeside({Network}, 900ms), unknown, false);
    row("lost on the way", failingBeside({Network}, 0s), NetworkState::Down, true);
}

void TestOffline::anAnswerSaysWhetherOneIsOffline()
{
    QFETCH(const Dataset, dataset);
    QFETCH(const NetworkState, network);
    QFETCH(const bool, offline);
    QCOMPARE(saysOffline(dataset, fixtureNow(), network), offline);
}

void TestOffline::theWaitGrowsToFiveMinutes()
{
    QList<int> waits;
    for (int tries = 0; tries < 7; ++tries) {
        waits.append(static_cast<int>(nextTryAfter(tries).count()));
    }
    QCOMPARE(waits, (QList<int>{15, 30, 60, 120, 240, 300, 300}));
    QCOMPARE(nextTryAfter(1'000'000), 300s);
}

void TestOffline::aLostNetworkIsSaidAndTheDataStays()
{
    Bench bench;
    const DatasetPtr shown = bench.controller().model()->dataset();
    bench.app.responder = [](const QNetworkRequest & /*request*/) {
        return CannedReply{.error = QNetworkReply::HostNotFoundError};
    };
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.chip().isEmpty(), 30'000); // after all attempts
    QVERIFY(bench.watch().isOffline());
    QCOMPARE(bench.app.dataset().times, shown->times); // what is held has taken its place
    QCOMPARE(bench.app.dataset().series.front().values, shown->series.front().values);
    bench.app.responder = shopAnswer;
    bench.app.press(MessageAction::Retry);
    QTRY_COMPARE(bench.chip(), QString());
    QCOMPARE(bench.app.message(), QString());
}

void TestOffline::theChipSaysFromWhenTheDataIs()
{
    Bench bench;
    QCOMPARE(bench.chip(), QString());
    bench.loseNetwork();
    QCOMPARE(bench.chip(), u"Offline · data from 23 Nov 13:05"_s);
}

void TestOffline::withoutDataTheHostMayBeWrong()
{
    Bench bench(false);
    bench.loseNetwork();
    QCOMPARE(bench.chip(), u"Offline"_s);
    QVERIFY2(bench.app.message().startsWith(u"Cannot reach 127.0.0.1."_s),
             qPrintable(bench.app.message()));
}

void TestOffline::chipAndBarSayTheSameMoment()
{
    Bench bench;
    bench.loseNetwork();
    QCOMPARE(bench.app.message(), u"You are offline. Showing data from 23 Nov, 13:05."_s);
    bench.app.press(MessageAction::Retry);
    QTRY_COMPARE(bench.app.message(), QString());
    QCOMPARE(bench.chip(), QString());
}

void TestOffline::theSystemKnowsBetter()
{
    Bench bench(false);
    bench.watch().noteNetwork(NetworkState::Down);
    bench.loseNetwork();
    QCOMPARE(bench.app.message(), u"You are offline."_s);
}

void TestOffline::withANetworkTheHostMayBeWrong()
{
    Bench bench;
    bench.watch().noteNetwork(NetworkState::Up);
    bench.loseNetwork();
    QVERIFY(bench.app.message().startsWith(u"Cannot reach 127.0.0.1."_s));
    QCOMPARE(bench.chip(), u"Offline · data from 23 Nov 13:05"_s);
}

void TestOffline::theBarCanBePutAwayAndTheChipStays()
{
    Bench bench;
    bench.loseNetwork();
    MessageBar *bar = bench.app.find<MessageBarStack>(u"messageBars"_s).bar(u"error"_s);
    QTest::mouseClick(&childOf<QToolButton>(*bar, u"closeMessage"_s), Qt::LeftButton);
    QCOMPARE(bench.app.message(), QString());
    bench.loseNetwork();
    QCOMPARE(bench.app.message(), QString());
    QVERIFY(!bench.chip().isEmpty());
}

void TestOffline::afterABarWasPutAwayTheNextTroubleIsSaid()
{
    Bench bench;
    const auto putAway = [&bench] {
        bench.loseNetwork();
        MessageBar *bar = bench.app.find<MessageBarStack>(u"messageBars"_s).bar(u"error"_s);
        QTest::mouseClick(&childOf<QToolButton>(*bar, u"closeMessage"_s), Qt::LeftButton);
    };
    putAway();
    bench.answer(failing({ErrorKind::Unauthorized}));
    QVERIFY(!bench.app.message().isEmpty());
    bench.succeed();
    putAway();
    bench.succeed();
    bench.loseNetwork();
    QVERIFY(!bench.app.message().isEmpty());
}

void TestOffline::theFirstAnswerTakesTheChipAway()
{
    Bench bench;
    bench.loseNetwork();
    bench.succeed();
    QCOMPARE(bench.chip(), QString());
    QVERIFY(!bench.watch().nextTry().isActive());
    bench.loseNetwork();
    bench.answer(failing({ErrorKind::Server})); // somebody is there
    QCOMPARE(bench.chip(), QString());
}

void TestOffline::itTriesAgainByItself()
{
    Bench bench;
    bench.loseNetwork();
    QVERIFY(bench.watch().nextTry().isActive());
    QCOMPARE(bench.watch().nextTry().intervalAsDuration(), 15s);
    bench.loseNetwork();
    QCOMPARE(bench.watch().nextTry().intervalAsDuration(), 30s);
    const QSignalSpy reads(&bench.controller(), &ViewController::loadStarted);
    bench.watch().tryAgain(); // as the timer does
    QCOMPARE(reads.size(), 1);
    bench.watch().tryAgain();
    QCOMPARE(reads.size(), 1); // it is under way
    QTRY_COMPARE(bench.chip(), QString());
    bench.loseNetwork();
    QCOMPARE(bench.watch().nextTry().intervalAsDuration(), 15s);
}

void TestOffline::aNetworkThatIsBackIsTriedAtOnce()
{
    Bench bench;
    bench.watch().noteNetwork(NetworkState::Down);
    bench.loseNetwork();
    const QSignalSpy reads(&bench.controller(), &ViewController::loadStarted);
    bench.watch().noteNetwork(NetworkState::Unknown);
    QCOMPARE(reads.size(), 0);
    bench.watch().noteNetwork(NetworkState::Up);
    QCOMPARE(reads.size(), 1);
    QTRY_COMPARE(bench.chip(), QString());
}

void TestOffline::aNetworkThatIsBackChangesNothingOnline()
{
    Bench bench;
    const QSignalSpy reads(&bench.controller(), &ViewController::loadStarted);
    bench.watch().noteNetwork(NetworkState::Down);
    bench.watch().noteNetwork(NetworkState::Up);
    QCOMPARE(reads.size(), 0);
    QCOMPARE(bench.chip(), QString());
}

void TestOffline::aHiddenWindowDoesNotTry()
{
    Bench bench;
    bench.loseNetwork();
    bench.app.window().hide();
    QTRY_VERIFY(!bench.watch().nextTry().isActive());
    bench.loseNetwork();
    QVERIFY(!bench.watch().nextTry().isActive());
    const QSignalSpy reads(&bench.controller(), &ViewController::loadStarted);
    bench.app.window().show();
    QTRY_COMPARE(reads.size(), 1);
}

void TestOffline::aCancelledTryIsNotTheLast()
{
    Bench bench;
    bench.loseNetwork();
    bench.watch().tryAgain();
    QVERIFY(!bench.watch().nextTry().isActive());
    bench.controller().cancel();
    QVERIFY(bench.watch().nextTry().isActive());
    QVERIFY(!bench.chip().isEmpty());
}

void TestOffline::aQuestionThatWasPutAwayDoesNotKeepTheChip()
{
    Bench bench;
    bench.loseNetwork();
    Query hours = bench.app.query();
    hours.unit = Unit::Hour;
    hours.granularity = Granularity::Hour;
    hours.range = DaySpan{.first = QDate(2025, 1, 1), .last = QDate(2026, 3, 31)};
    bench.controller().setQuery(hours);
    QTRY_VERIFY(!bench.app.message(u"cost"_s).isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(bench.app.message(u"cost"_s), QString());
    QVERIFY(!bench.chip().isEmpty()); // nobody has answered yet
    QVERIFY(bench.watch().nextTry().isActive());
    const int before = bench.app.seriesRequests();
    bench.watch().tryAgain(); // as the timer does
    QTRY_COMPARE(bench.chip(), QString());
    QVERIFY(!bench.watch().nextTry().isActive());
    QCOMPARE(bench.app.message(), QString());
    QCOMPARE(bench.app.message(u"cost"_s), QString());
    QCOMPARE(bench.app.seriesRequests(), before); // that much is sent to nobody unasked
}

void TestOffline::nothingOfItStaysWithoutAWorkspace()
{
    Bench bench;
    bench.loseNetwork();
    bench.controller().close();
    QVERIFY(!bench.watch().isOffline());
    QVERIFY(!bench.watch().nextTry().isActive());
    QVERIFY(bench.app.find<QWidget>(u"offlineChip"_s).isHidden());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestOffline)

#include "tst_offline.moc"
