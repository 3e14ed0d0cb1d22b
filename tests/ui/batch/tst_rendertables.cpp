// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/export/tablesample.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

namespace emberline::test {

/// Workbooks without a window.
class TestRenderTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aWorkbookHoldsWhatTheCsvHolds();
    static void theSameCallGivesTheSameWorkbook();
    static void aWorkbookThatCannotBeWritten();
};

void TestRenderTables::aWorkbookHoldsWhatTheCsvHolds()
{
    if (python().isEmpty()) {
        QSKIP("python3 is not installed");
    }
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(eventAndLength(30)
                                       + QStringList{u"--format"_s, u"csv,xlsx"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 2);
    QVERIFY(run.out.at(1).endsWith(u".xlsx"_s));
    const QJsonArray lines = readBy(u"readcsv.py"_s, u","_s, bytesOf(run.out.at(0))).array();
    const QJsonArray sheets =
        readBy(u"readxlsx.py"_s, run.out.at(1)).object().value(u"sheets"_s).toArray();
    QCOMPARE(sheets.size(), 2); // and what it says of itself
    const QJsonArray rows = sheets.at(0).toObject().value(u"rows"_s).toArray();
    QCOMPARE(rows.size(), 31);
    QCOMPARE(rows.size(), lines.size());
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const QJsonArray cells = rows.at(row).toArray();
        const QJsonArray line = lines.at(row).toArray();
        const QDate day =
            QDate(1899, 12, 30).addDays(cells.at(0).toObject().value(u"value"_s).toInteger());
        QCOMPARE(day.toString(Qt::ISODate), line.at(0).toString());
        const QJsonValue count = cells.at(1).toObject().value(u"value"_s);
        QCOMPARE(count.isDouble() ? QString::number(count.toInteger()) : QString(),
                 line.at(1).toString());
    }
}

void TestRenderTables::theSameCallGivesTheSameWorkbook()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QStringList arguments = eventAndLength(30) + QStringList{u"--format"_s, u"xlsx"_s};
    const ProgramRun first = desk.render(arguments);
    QCOMPARE(first.exitCode, 0);
    const QByteArray bytes = bytesOf(first.out.value(0));
    QVERIFY(bytes.startsWith("PK"));
    const ProgramRun second = desk.render(arguments); // over the first file
    QCOMPARE(second.exitCode, 0);
    QVERIFY(bytesOf(second.out.value(0)) == bytes);
}

void TestRenderTables::aWorkbookThatCannotBeWritten()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    QVERIFY(QDir().mkpath(desk.program.path(u"out/x.xlsx/"_s)));
    const ProgramRun run = desk.render(
        eventAndLength(7) + QStringList{u"--format"_s, u"xlsx"_s, u"--name"_s, u"x"_s});
    QCOMPARE(run.exitCode, 6);
    QVERIFY2(run.err.join(u'|').contains(u"cannot be written to"_s),
             qUtf8Printable(run.err.join(u'|')));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderTables)

#include "tst_rendertables.moc"
