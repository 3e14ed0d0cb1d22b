// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// A desk whose runs keep what they loaded.
struct HistoryDesk : RenderDesk
{
    using RenderDesk::RenderDesk;

    [[nodiscard]] QString folder() const { return program.path(u"kept"_s); }
    [[nodiscard]] QString log() const { return program.path(u"log"_s); }
    [[nodiscard]] int asked() const { return static_cast<int>(linesOf(bytesOf(log())).size()); }

    [[nodiscard]] ProgramRun renderKept(const QStringList &arguments) const
    {
        return render(
            arguments
            + QStringList{
                u"--history"_s, folder(), u"--log"_s, log(), u"--format"_s, u"png,csv"_s});
    }

    /// The same with a service that nobody reaches.
    [[nodiscard]] ProgramRun renderAlone(const QStringList &arguments) const
    {
        return program.render(arguments
                              + QStringList{u"--endpoint"_s,
                                            u"http://127.0.0.1:9"_s,
                                            u"--offline"_s,
                                            u"--history"_s,
                                            folder(),
                                            u"--log"_s,
                                            log(),
                                            u"--format"_s,
                                            u"png,csv"_s});
    }
};

QByteArrayList bytesOfAll(const QStringList &files)
{
    QByteArrayList all;
    for (const QString &file : files) {
        all.append(bytesOf(file));
    }
    return all;
}

} // namespace

class TestRenderHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theSameBytesComeFromHistory_data();
    static void theSameBytesComeFromHistory();
    static void offlineNothingIsThereAtFirst();
    static void offlineAPartIsWrittenAndTheRestIsNamed();
    static void oneOfTwoSeriesIsHeld();
    static void withoutHistoryNothingIsKept_data();
    static void withoutHistoryNothingIsKept();
    static void aFolderThatCannotBeUsedIsSaidAndNoMore();
    static void whatExcludesEachOther_data();
    static void whatExcludesEachOther();
};

void TestRenderHistory::theSameBytesComeFromHistory_data()
{
    QTest::addColumn<QStringList>("range");
    QTest::newRow("a week") << QStringList{u"--length"_s, u"7"_s};
    QTest::newRow("a year by the week")
        << QStringList{u"--range"_s, u"last-12-months"_s, u"--granularity"_s, u"week"_s};
    QTest::newRow("hours of two weeks")
        << QStringList{u"--unit"_s, u"hour"_s, u"--length"_s, u"336"_s};
    QTest::newRow("an end that cuts")
        << QStringList{u"--length"_s, u"7"_s, u"--ending-at"_s, u"2026-10-01T09:30:00Z"_s};
}

void TestRenderHistory::theSameBytesComeFromHistory()
{
    QFETCH(QStringList, range);
    const HistoryDesk desk;
    QVERIFY(desk.ready);
    const QStringList arguments = range + QStringList{u"--event"_s, u"checkout_completed"_s};
    const ProgramRun first = desk.renderKept(arguments);
    QCOMPARE(first.err, QStringList());
    QCOMPARE(first.exitCode, 0);
    QVERIFY(desk.asked() > 0);
    const QByteArrayList bytes = bytesOfAll(first.out);
    QVERIFY(bytes.front().size() > 1'000);

    const ProgramRun second = desk.renderKept(arguments);
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(desk.asked(), 0);
    QVERIFY(bytesOfAll(second.out) == bytes);

    const ProgramRun alone = desk.renderAlone(arguments);
    QCOMPARE(alone.err, QStringList());
    QCOMPARE(alone.exitCode, 0);
    QCOMPARE(desk.asked(), 0);
    QVERIFY(bytesOfAll(alone.out) == bytes);
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
}

void TestRenderHistory::offlineNothingIsThereAtFirst()
{
    const HistoryDesk desk;
    const ProgramRun run = desk.renderAlone(eventAndLength(7));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.out, QStringList());
    QCOMPARE(run.err.size(), 1);
    QVERIFY(desk.program.written().isEmpty());
}

void TestRenderHistory::offlineAPartIsWrittenAndTheRestIsNamed()
{
    const HistoryDesk desk;
    QVERIFY(desk.ready);
    QCOMPARE(desk.renderKept(eventAndLength(7)).exitCode, 0);
    const ProgramRun run = desk.renderAlone(eventAndLength(60));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err.size(), 1);
    QVERIFY(run.err.front().contains(u"not kept on this computer"));
    const QStringList lines = linesOf(bytesOf(run.out.back()));
    QCOMPARE(lines.size(), 61);
    QVERIFY(lines.at(1).endsWith(u",,")); // not loaded, and no reason to call it incomplete
}

void TestRenderHistory::oneOfTwoSeriesIsHeld()
{
    const HistoryDesk desk;
    QVERIFY(desk.ready);
    QCOMPARE(desk.renderKept(eventAndLength(7)).exitCode, 0);
    const ProgramRun run = desk.renderAlone(eventAndLength(7)
                                            + QStringList{u"--event"_s, u"app_open"_s});
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(linesOf(bytesOf(run.out.back())).value(0), u"time,checkout_completed,incomplete"_s);
}

void TestRenderHistory::withoutHistoryNothingIsKept_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("an endpoint alone") << QStringList();
    QTest::newRow("said") << QStringList{u"--no-history"_s};
}

void TestRenderHistory::withoutHistoryNothingIsKept()
{
    QFETCH(QStringList, arguments);
    const HistoryDesk desk;
    QVERIFY(desk.ready);
    QCOMPARE(desk.render(eventAndLength(7) + arguments).exitCode, 0);
    QVERIFY(!QDir(desk.program.path(u"profile/history"_s)).exists());
}

void TestRenderHistory::aFolderThatCannotBeUsedIsSaidAndNoMore()
{
    const HistoryDesk desk;
    QVERIFY(desk.ready);
    QVERIFY(writeFile(desk.folder(), "mine"));
    const ProgramRun run = desk.renderKept(eventAndLength(7));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 2);
    QCOMPARE(run.err.size(), 1);
    QCOMPARE(bytesOf(desk.folder()), QByteArray("mine"));
}

void TestRenderHistory::whatExcludesEachOther_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no history and a place for it")
        << QStringList{u"--no-history"_s, u"--history"_s, u"x"_s};
    QTest::newRow("neither history nor service") << QStringList{u"--no-history"_s, u"--offline"_s};
    QTest::newRow("no place") << QStringList{u"--history"_s, QString()};
}

void TestRenderHistory::whatExcludesEachOther()
{
    QFETCH(QStringList, arguments);
    const HistoryDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(eventAndLength(7) + arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.err.size(), 1);
    QVERIFY(run.err.front().contains(u"history"));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderHistory)

#include "tst_renderhistory.moc"
