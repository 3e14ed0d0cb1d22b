// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/board.h"
#include "app/demo/shop.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

#include <QFileInfo>
#include <QImage>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRenderBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyViewIsWrittenInEveryFormat();
    static void equalNamesAreKeptApart();
    static void viewsWithoutATitleAreNamedAsUsual();
    static void whatIsSaidHoldsForEveryView();
    static void theContactSheetIsWrittenAsWell_data();
    static void theContactSheetIsWrittenAsWell();
    static void theContactSheetHasItsNameToItself();
    static void whatIsRefusedIsRefusedBeforeAnythingIsSent_data();
    static void whatIsRefusedIsRefusedBeforeAnythingIsSent();
    static void aViewOfWhichNothingCameIsNamed();
    static void nothingOfAnyViewCame();
    static void aKeyThatIsNotAccepted();
    static void oneFileThatCannotBeWrittenLeavesNone();
    static void aPictureIsRenderedAnew();
    static void theSampleOfTheDemo();
    static void twoRunsWriteTheSameBytes();
};

namespace {

View viewOf(const QString &title, const QString &event)
{
    View view{.title = title};
    view.query.events = QStringList{event};
    view.query.range = LastUnits{.length = 3};
    return view;
}

Board twoViews()
{
    return {
        .title = u"Monday"_s,
        .views = {viewOf(u"Bought"_s, renderEvent), viewOf(u"Returned"_s, u"refund_requested"_s)}};
}

/// Puts @p board where the program finds it.
QStringList boardFile(const RenderDesk &desk, const Board &board)
{
    const QString path = desk.program.path(u"board.emberline"_s);
    return writeFile(path, QJsonDocument(toJson(board)).toJson()) ? QStringList{path}
                                                                  : QStringList();
}

QStringList format(const QString &list)
{
    return {u"--format"_s, list, u"--size"_s, u"400x300"_s};
}

QStringList namesOf(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths) {
        names.append(QFileInfo(path).fileName());
    }
    return names;
}

bool says(const ProgramRun &run, const QString &words)
{
    return run.err.join(u'\n').contains(words);
}

const QString span = u"_2026-11-18_2026-11-20"_s;

} // namespace

void TestRenderBoard::everyViewIsWrittenInEveryFormat()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(u"csv,png,svg"_s));
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(namesOf(run.out),
             (QStringList{u"Bought"_s + span + u".csv"_s,
                          u"Bought"_s + span + u".png"_s,
                          u"Bought"_s + span + u".svg"_s,
                          u"Returned"_s + span + u".csv"_s,
                          u"Returned"_s + span + u".png"_s,
                          u"Returned"_s + span + u".svg"_s}));
    QCOMPARE(desk.program.written().size(), 6);
    QCOMPARE(QImage(run.out.at(4)).size(), QSize(400, 300));
    const std::vector<Column> column{
        {.title = u"refund_requested"_s, .parameters = {{u"event"_s, u"refund_requested"_s}}}};
    QCOMPARE(bytesOf(run.out.at(3)),
             dayTable(column, countsOf(desk.server.url(), renderKey, u"day"_s, 3, column), 3));
}

void TestRenderBoard::equalNamesAreKeptApart()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    Board board = twoViews();
    board.views[1].title = u"BOUGHT"_s; // the same file where capitals don't count
    const ProgramRun run = desk.render(boardFile(desk, board) + format(u"csv"_s)
                                       + QStringList{u"--name"_s, u"{view}"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(namesOf(run.out), (QStringList{u"Bought.csv"_s, u"BOUGHT-2.csv"_s}));
    QVERIFY(bytesOf(run.out.at(0)) != bytesOf(run.out.at(1)));
}

void TestRenderBoard::viewsWithoutATitleAreNamedAsUsual()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    Board board = twoViews();
    board.views[0].title.clear();
    const ProgramRun run = desk.render(boardFile(desk, board) + format(u"csv"_s));
    QCOMPARE(namesOf(run.out),
             (QStringList{renderEvent + span + u".csv"_s, u"Returned"_s + span + u".csv"_s}));
}

void TestRenderBoard::whatIsSaidHoldsForEveryView()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(u"csv"_s)
                                       + QStringList{u"--range"_s,
                                                     u"last-7-days"_s,
                                                     u"--segment"_s,
                                                     shopCatalog().segments[0].id + u"=Gold"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 2);
    for (const QString &path : run.out) {
        const QStringList table = linesOf(bytesOf(path));
        QCOMPARE(table.size(), 8);
        QVERIFY(table.front().contains(u"Gold"_s));
    }
}

void TestRenderBoard::theContactSheetIsWrittenAsWell_data()
{
    QTest::addColumn<QString>("formats");
    QTest::addColumn<QStringList>("sheets");
    QTest::newRow("beside images") << u"png"_s << QStringList{u"contact-sheet.png"_s};
    QTest::newRow("beside documents") << u"pdf"_s << QStringList{u"contact-sheet.pdf"_s};
    QTest::newRow("beside both") << u"pdf,png"_s
                                 << QStringList{u"contact-sheet.pdf"_s, u"contact-sheet.png"_s};
    QTest::newRow("beside tables") << u"csv"_s << QStringList{u"contact-sheet.png"_s};
}

void TestRenderBoard::theContactSheetIsWrittenAsWell()
{
    QFETCH(QString, formats);
    QFETCH(QStringList, sheets);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(formats)
                                       + QStringList{u"--contact-sheet"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(namesOf(run.out).mid(run.out.size() - sheets.size()), sheets);
    QCOMPARE(run.out.size(), sheets.size() + 2 * formats.split(u',').size());
    const QByteArray sheet = bytesOf(run.out.constLast());
    QVERIFY(sheet.startsWith(sheets.constLast().endsWith(u"pdf") ? "%PDF" : "\x89PNG"));
}

void TestRenderBoard::theContactSheetHasItsNameToItself()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    Board board = twoViews();
    board.views.pop_back();
    const ProgramRun run = desk.render(
        boardFile(desk, board) + format(u"png"_s)
        + QStringList{u"--name"_s, u"contact-sheet"_s, u"--contact-sheet"_s});
    QCOMPARE(namesOf(run.out), (QStringList{u"contact-sheet-2.png"_s, u"contact-sheet.png"_s}));
}

void TestRenderBoard::whatIsRefusedIsRefusedBeforeAnythingIsSent_data()
{
    QTest::addColumn<Board>("board");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("an event") << twoViews() << QStringList{u"--event"_s, u"signup"_s}
                              << u"--event"_s;
    Board board = twoViews();
    board.views[1].query.events.clear();
    QTest::newRow("a view without an event") << board << QStringList() << u"Returned: "_s;
    QTest::newRow("no views") << Board() << QStringList() << u"views: "_s;
    board = twoViews();
    board.views[1].query.range = Preset::LastMonth;
    QTest::newRow("an end for a range that has none")
        << board << QStringList{u"--ending-at"_s, u"2026-11-01"_s} << u"--length"_s;
}

void TestRenderBoard::whatIsRefusedIsRefusedBeforeAnythingIsSent()
{
    QFETCH(Board, board);
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, board) + format(u"csv"_s) + arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.err.size(), 1);
    QVERIFY2(says(run, words), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(desk.server.requestCount(), 0);
}

void TestRenderBoard::aViewOfWhichNothingCameIsNamed()
{
    const RenderDesk desk({.fail = DemoFailRule{.status = 404, .requests = 1}});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(u"csv"_s));
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(namesOf(run.out), QStringList{u"Returned"_s + span + u".csv"_s});
    QCOMPARE(run.err.size(), 2);
    QVERIFY(run.err.at(0).startsWith(renderEvent + u": "_s));
    QVERIFY(run.err.at(1).startsWith(u"Bought: "_s));
}

void TestRenderBoard::nothingOfAnyViewCame()
{
    const RenderDesk desk({.fail = DemoFailRule{.status = 404, .requests = 99}});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(u"csv"_s));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.out, QStringList());
    QCOMPARE(desk.program.written(), QStringList());
}

void TestRenderBoard::aKeyThatIsNotAccepted()
{
    const RenderDesk desk({.permissions = {u"events.list"_s}});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(u"csv"_s));
    QCOMPARE(run.exitCode, 3);
}

void TestRenderBoard::oneFileThatCannotBeWrittenLeavesNone()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString taken = u"Returned"_s + span + u".csv"_s;
    QVERIFY(QDir(desk.program.out()).mkpath(taken));
    const ProgramRun run = desk.render(boardFile(desk, twoViews()) + format(u"csv"_s));
    QCOMPARE(run.exitCode, 6);
    QVERIFY2(says(run, taken), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(run.out, QStringList());
    QCOMPARE(desk.program.written(), QStringList{taken});
}

void TestRenderBoard::aPictureIsRenderedAnew()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun first = desk.render(eventAndLength(5) + format(u"png"_s));
    QCOMPARE(first.exitCode, 0);
    const ProgramRun again = desk.render(QStringList{first.out.value(0)} + format(u"csv"_s));
    QCOMPARE(again.err, QStringList());
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(linesOf(bytesOf(again.out.value(0))).size(), 6);
}

void TestRenderBoard::theSampleOfTheDemo()
{
    const Program program;
    const ProgramRun run = program.render({QStringLiteral(EXAMPLES "/shop.emberline"),
                                           u"--workspace"_s,
                                           u"demo"_s,
                                           u"--format"_s,
                                           u"png,csv"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 12);
    for (const QString &path : run.out) {
        QVERIFY2(bytesOf(path).size() > 200, qUtf8Printable(path));
    }
}

void TestRenderBoard::twoRunsWriteTheSameBytes()
{
    const Program program;
    const QStringList arguments{QStringLiteral(EXAMPLES "/shop.emberline"),
                                u"--workspace"_s,
                                u"demo"_s,
                                u"--contact-sheet"_s,
                                u"--format"_s,
                                u"png,svg,pdf,csv,xlsx"_s,
                                u"--size"_s,
                                u"640x360"_s,
                                u"--layout"_s,
                                u"panels"_s};
    const ProgramRun first = program.render(arguments);
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.out.size(), 6 * 5 + 2);
    const ProgramRun second = program.render(arguments
                                             + QStringList{u"--out"_s, program.path(u"again"_s)});
    QCOMPARE(namesOf(second.out), namesOf(first.out));
    for (qsizetype i = 0; i < first.out.size(); ++i) {
        QVERIFY2(bytesOf(first.out.at(i)) == bytesOf(second.out.at(i)),
                 qUtf8Printable(first.out.at(i)));
        QVERIFY(first.out.at(i) != second.out.at(i));
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderBoard)

#include "tst_renderboard.moc"
