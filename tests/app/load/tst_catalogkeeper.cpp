// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/catalogkeeper.h"
#include "tests/support/strictness.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

using namespace std::chrono_literals;
using enum ListState;

QDateTime noon()
{
    return QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);
}

class TurnedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return time; }
    [[nodiscard]] bool isFixed() const override { return fixed; }

    QDateTime time = noon();
    bool fixed = false;
};

/// Remembers who asked; the test answers.
class FakeCatalogLoader final : public CatalogLoader
{
public:
    CatalogLoad *start(QObject *parent) override
    {
        loads.emplace_back(new CatalogLoad(parent)); // owned by whoever asked
        return loads.back();
    }

    [[nodiscard]] int asked() const { return static_cast<int>(loads.size()); }

    std::vector<QPointer<CatalogLoad>> loads;
};

Catalog readIn(const QString &name, const QDateTime &at)
{
    return {.events = {name},
            .segments = {{.id = name, .name = name}},
            .eventsState = Read,
            .segmentsState = Read,
            .readAt = at,
            .eventsReadAt = at,
            .segmentsReadAt = at};
}

Catalog neither(ListState state, const QDateTime &at)
{
    return {.eventsState = state, .segmentsState = state, .readAt = at};
}

/// One start of the program after the other, all with the same file.
struct Desk
{
    Desk() { restart(); }

    void restart()
    {
        keeper.reset();
        history = std::make_unique<History>(folder.filePath(u"history.sqlite"_s));
        loader.loads.clear();
        keeper = std::make_unique<CatalogKeeper>(
            loader, history.get(), clock, CatalogKeeperOptions{.lookEvery = 1ms});
    }

    void answer(const Catalog &catalog) { Q_EMIT loader.loads.back()->finished(catalog); }

    /// Reads @p catalog, keeps it and starts anew.
    void restartWith(const Catalog &catalog)
    {
        history->storeCatalog(catalog);
        restart();
    }

    QTemporaryDir folder;
    TurnedClock clock;
    FakeCatalogLoader loader;
    std::unique_ptr<History> history;
    std::unique_ptr<CatalogKeeper> keeper;
};

/// Lets the keeper look whether something is due, several times.
bool looksAFewTimes(Desk &desk)
{
    QTimer timer;
    QSignalSpy ticks(&timer, &QTimer::timeout);
    timer.start(1ms);
    return QTest::qWaitFor([&ticks] { return ticks.size() >= 20; }) && desk.keeper;
}

} // namespace

class TestCatalogKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void withoutAHistoryItIsAskedForAtOnce();
    static void whatIsNotHeldIsAskedFor();
    static void whatIsHeldIsShownAndNotAskedFor();
    static void aDayLaterItIsAskedForAgain_data();
    static void aDayLaterItIsAskedForAgain();
    static void onceADayWhileItIsOpen();
    static void afterAFailureItIsTriedAgainInAnHour();
    static void byHandItIsAskedForAtAnyTime();
    static void oneRefreshAtATime();
    static void theOldOneStaysWhileANewOneIsRead();
    static void aFailureKeepsTheOldOne_data();
    static void aFailureKeepsTheOldOne();
    static void aListThatFailsLeavesTheOtherOneNew();
    static void aFailureDoesNotReplaceWhatIsKept();
    static void aRefusalIsKeptWithTheOldNames();
    static void partsOfAListThatNeverWasReadAreShown();
    static void withAFixedPresentALaterOneIsNotThere();
    static void withAFixedPresentAnEarlierOneIs();
    static void whatIsHeldComesLateAndDoesNotReplaceWhatIsNew();
    static void deletingItIsSilent();
};

void TestCatalogKeeper::withoutAHistoryItIsAskedForAtOnce()
{
    Desk desk;
    CatalogKeeper keeper(desk.loader, nullptr, desk.clock);
    const QSignalSpy changed(&keeper, &CatalogKeeper::changed);
    keeper.start();
    QCOMPARE(desk.loader.asked(), 1);
    QVERIFY(keeper.isReading());
    desk.answer(readIn(u"a"_s, noon()));
    QVERIFY(!keeper.isReading());
    QCOMPARE(keeper.catalog(), readIn(u"a"_s, noon()));
    QCOMPARE(changed.size(), 2);
}

void TestCatalogKeeper::whatIsNotHeldIsAskedFor()
{
    Desk desk;
    desk.keeper->start();
    QCOMPARE(desk.loader.asked(), 0);
    QTRY_COMPARE(desk.loader.asked(), 1);
    desk.answer(readIn(u"a"_s, noon()));
    QCOMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
}

void TestCatalogKeeper::whatIsHeldIsShownAndNotAskedFor()
{
    Desk desk;
    desk.keeper->start();
    QTRY_COMPARE(desk.loader.asked(), 1);
    desk.answer(readIn(u"a"_s, noon()));
    desk.restart();
    desk.clock.time = noon().addSecs(3'600);
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
    QVERIFY(looksAFewTimes(desk));
    QCOMPARE(desk.loader.asked(), 0);
}

void TestCatalogKeeper::aDayLaterItIsAskedForAgain_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<Catalog>("held");
    QTest::addColumn<int>("asked");
    constexpr int day = 24 * 3'600;
    QTest::newRow("almost a day") << day - 1 << readIn(u"a"_s, noon()) << 0;
    QTest::newRow("a day") << day << readIn(u"a"_s, noon()) << 1;
    QTest::newRow("a month") << 30 * day << readIn(u"a"_s, noon()) << 1;
    QTest::newRow("a clock that was wrong") << -60 << readIn(u"a"_s, noon()) << 1;
    QTest::newRow("not permitted, the same day") << 60 << neither(NotPermitted, noon()) << 0;
    QTest::newRow("not permitted, a day ago") << day << neither(NotPermitted, noon()) << 1;
    Catalog half = readIn(u"a"_s, noon());
    half.segmentsState = Failed;
    QTest::newRow("one of them failed") << 60 << half << 1;
}

void TestCatalogKeeper::aDayLaterItIsAskedForAgain()
{
    QFETCH(int, seconds);
    QFETCH(Catalog, held);
    QFETCH(int, asked);
    Desk desk;
    desk.restartWith(held);
    desk.clock.time = noon().addSecs(seconds);
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), held);
    QVERIFY(looksAFewTimes(desk));
    QCOMPARE(desk.loader.asked(), asked);
}

void TestCatalogKeeper::onceADayWhileItIsOpen()
{
    Desk desk;
    desk.keeper->start();
    QTRY_COMPARE(desk.loader.asked(), 1);
    desk.answer(readIn(u"a"_s, noon()));
    for (int day = 1; day <= 3; ++day) {
        desk.clock.time = noon().addDays(day).addSecs(-1);
        QVERIFY(looksAFewTimes(desk));
        QCOMPARE(desk.loader.asked(), day);
        desk.clock.time = noon().addDays(day);
        QTRY_COMPARE(desk.loader.asked(), day + 1);
        desk.answer(readIn(u"a"_s, desk.clock.time));
    }
}

void TestCatalogKeeper::afterAFailureItIsTriedAgainInAnHour()
{
    Desk desk;
    desk.keeper->start();
    QTRY_COMPARE(desk.loader.asked(), 1);
    desk.answer(neither(Failed, noon()));
    desk.clock.time = noon().addSecs(3'599);
    QVERIFY(looksAFewTimes(desk));
    QCOMPARE(desk.loader.asked(), 1);
    desk.clock.time = noon().addSecs(3'600);
    QTRY_COMPARE(desk.loader.asked(), 2);
}

void TestCatalogKeeper::byHandItIsAskedForAtAnyTime()
{
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
    desk.keeper->refresh();
    QCOMPARE(desk.loader.asked(), 1);
    desk.answer(readIn(u"b"_s, noon().addSecs(1)));
    QCOMPARE(desk.keeper->catalog(), readIn(u"b"_s, noon().addSecs(1)));
}

void TestCatalogKeeper::oneRefreshAtATime()
{
    Desk desk;
    desk.keeper->refresh();
    desk.keeper->refresh();
    QCOMPARE(desk.loader.asked(), 1);
}

void TestCatalogKeeper::theOldOneStaysWhileANewOneIsRead()
{
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    desk.clock.time = noon().addDays(2);
    desk.keeper->start();
    QTRY_VERIFY(desk.keeper->isReading());
    QCOMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
}

void TestCatalogKeeper::aFailureKeepsTheOldOne_data()
{
    QTest::addColumn<ListState>("state");
    QTest::newRow("failed") << Failed;
    QTest::newRow("not permitted any more") << NotPermitted;
}

void TestCatalogKeeper::aFailureKeepsTheOldOne()
{
    QFETCH(ListState, state);
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    desk.clock.time = noon().addDays(2);
    desk.keeper->start();
    QTRY_VERIFY(desk.keeper->isReading());
    Catalog fresh = neither(state, desk.clock.time);
    fresh.events = {u"the first page"_s};
    desk.answer(fresh);
    const Catalog &catalog = desk.keeper->catalog();
    QCOMPARE(catalog.events, QStringList{u"a"_s});
    QCOMPARE(catalog.segments, readIn(u"a"_s, noon()).segments);
    QCOMPARE(catalog.eventsReadAt, noon());
    QCOMPARE(catalog.segmentsReadAt, noon());
    QCOMPARE(catalog.eventsState, state);
    QCOMPARE(catalog.segmentsState, state);
}

void TestCatalogKeeper::aListThatFailsLeavesTheOtherOneNew()
{
    Catalog fresh = readIn(u"b"_s, noon().addDays(2));
    fresh.segmentsState = NotPermitted;
    fresh.segments.clear();
    fresh.segmentsReadAt = {};
    const Catalog merged = mergedCatalog(readIn(u"a"_s, noon()), fresh);
    QCOMPARE(merged.events, QStringList{u"b"_s});
    QCOMPARE(merged.eventsReadAt, noon().addDays(2));
    QCOMPARE(merged.segments, readIn(u"a"_s, noon()).segments);
    QCOMPARE(merged.segmentsReadAt, noon());
    QCOMPARE(merged.readAt, noon().addDays(2));
}

void TestCatalogKeeper::aFailureDoesNotReplaceWhatIsKept()
{
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
    desk.keeper->refresh();
    desk.answer(neither(Failed, noon().addSecs(60)));
    desk.restart();
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
}

void TestCatalogKeeper::aRefusalIsKeptWithTheOldNames()
{
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
    desk.keeper->refresh();
    desk.answer(neither(NotPermitted, noon().addSecs(60)));
    desk.restart();
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog().eventsState, NotPermitted);
    QCOMPARE(desk.keeper->catalog().events, QStringList{u"a"_s});
    QCOMPARE(desk.keeper->catalog().eventsReadAt, noon());
}

void TestCatalogKeeper::partsOfAListThatNeverWasReadAreShown()
{
    Desk desk;
    desk.keeper->refresh();
    Catalog fresh = neither(Failed, noon());
    fresh.events = {u"the first page"_s};
    desk.answer(fresh);
    QCOMPARE(desk.keeper->catalog(), fresh);
}

void TestCatalogKeeper::withAFixedPresentALaterOneIsNotThere()
{
    Desk desk;
    desk.clock.fixed = true;
    desk.restartWith(readIn(u"a"_s, noon().addSecs(1)));
    desk.keeper->start();
    QTRY_COMPARE(desk.loader.asked(), 1);
    QCOMPARE(desk.keeper->catalog(), Catalog());
}

void TestCatalogKeeper::withAFixedPresentAnEarlierOneIs()
{
    Desk desk;
    desk.clock.fixed = true;
    desk.restartWith(readIn(u"a"_s, noon()));
    desk.keeper->start();
    QTRY_COMPARE(desk.keeper->catalog(), readIn(u"a"_s, noon()));
    QCOMPARE(desk.loader.asked(), 0);
}

void TestCatalogKeeper::whatIsHeldComesLateAndDoesNotReplaceWhatIsNew()
{
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    const QSignalSpy changed(desk.keeper.get(), &CatalogKeeper::changed);
    desk.keeper->start();
    desk.keeper->refresh();
    desk.answer(readIn(u"b"_s, noon().addSecs(1)));
    QCOMPARE(changed.size(), 2);
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(desk.keeper->catalog(), readIn(u"b"_s, noon().addSecs(1)));
}

void TestCatalogKeeper::deletingItIsSilent()
{
    Desk desk;
    desk.restartWith(readIn(u"a"_s, noon()));
    const QSignalSpy changed(desk.keeper.get(), &CatalogKeeper::changed);
    desk.keeper->start();
    desk.keeper.reset();
    const QSignalSpy size(desk.history->size(desk.history.get()), &HistorySize::finished);
    QTRY_COMPARE(size.size(), 1);
    QVERIFY(changed.isEmpty());
    QCOMPARE(desk.loader.asked(), 0);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCatalogKeeper)

#include "tst_catalogkeeper.moc"
