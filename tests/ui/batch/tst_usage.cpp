// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/batch/program.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int wrongUsage = 2;

QStringList csvOfAWeek()
{
    return {u"--event"_s, renderEvent, u"--length"_s, u"7"_s, u"--format"_s, u"csv"_s};
}

} // namespace

class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void helpIsNoError_data();
    static void helpIsNoError();
    static void anUnknownOptionIsOneLine_data();
    static void anUnknownOptionIsOneLine();
    static void anEndInTheFutureIsNow_data();
    static void anEndInTheFutureIsNow();
};

void TestUsage::helpIsNoError_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    for (const QString &help : {u"--help"_s, u"--help-all"_s, u"-h"_s}) {
        const QByteArray name = help.toLatin1();
        QTest::addRow("%s", name.constData()) << QStringList{help} << u"--demo-if-unconnected"_s;
        QTest::addRow("render %s", name.constData())
            << QStringList{u"render"_s, help} << u"--ending-at"_s;
        QTest::addRow("demo-server %s", name.constData())
            << QStringList{u"demo-server"_s, help} << u"--latency"_s;
    }
}

void TestUsage::helpIsNoError()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const Program program;
    const ProgramRun run = program.run(arguments);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QStringList());
    const QString help = run.out.join(u'\n');
    QVERIFY2(help.contains(words), qPrintable(help));
    QVERIFY2(help.contains(u"-h, --help"), qPrintable(help));
    QVERIFY2(!help.contains(u"help-all"), qPrintable(help));
}

void TestUsage::anUnknownOptionIsOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("render") << QStringList{u"render"_s, u"--frob"_s};
    QTest::newRow("two of them") << QStringList{u"render"_s, u"--frob"_s, u"--nicate=1"_s};
    QTest::newRow("nearly help") << QStringList{u"render"_s, u"--help-al"_s};
    QTest::newRow("demo-server") << QStringList{u"demo-server"_s, u"--frob"_s};
}

void TestUsage::anUnknownOptionIsOneLine()
{
    QFETCH(QStringList, arguments);
    const Program program;
    const ProgramRun run = program.run(arguments);
    QCOMPARE(run.exitCode, wrongUsage);
    QCOMPARE(run.out, QStringList());
    QCOMPARE(run.err.size(), 1);
    QVERIFY2(run.err.front().contains(arguments.at(1).mid(2).section(u'=', 0, 0)),
             qPrintable(run.err.front()));
}

void TestUsage::anEndInTheFutureIsNow_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("next year") << u"2027-11-20"_s << true;
    QTest::newRow("a minute later") << u"2026-11-20T14:06"_s << true;
    QTest::newRow("this minute") << u"2026-11-20T14:05"_s << false;
}

void TestUsage::anEndInTheFutureIsNow()
{
    QFETCH(QString, end);
    QFETCH(bool, isSaid);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString log = desk.program.path(u"log"_s);
    const ProgramRun run = desk.render(csvOfAWeek()
                                       + QStringList{u"--ending-at"_s, end, u"--log"_s, log});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 1);
    const QStringList sentence{u"--ending-at lies in the future; the range ends now"_s};
    QCOMPARE(run.err, isSaid ? sentence : QStringList());
    QVERIFY(bytesOf(log).contains("ending_at=2026-11-20T14%3A05%3A00Z\""));
    QVERIFY(linesOf(bytesOf(run.out.front())).constLast().startsWith(u"2026-11-20,"));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestUsage)

#include "tst_usage.moc"
