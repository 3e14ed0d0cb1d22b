// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plainask.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/program.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// `emberline demo-server`, running.
class ServerProcess
{
public:
    ServerProcess(const Program &program, const QStringList &arguments)
    {
        m_process.setProcessEnvironment(program.environment());
        QSignalSpy printed(&m_process, &QProcess::readyReadStandardOutput);
        m_process.start(QStringLiteral(PROGRAM), QStringList{u"demo-server"_s} + arguments);
        if (printed.wait()) {
            m_url = QUrl(linesOf(m_process.readAllStandardOutput()).constFirst());
        }
    }
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;
    ~ServerProcess()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    [[nodiscard]] const QUrl &url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace

class TestDemoServerCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itServesWhatTheDemoShows();
    static void itTakesThePortThatWasAsked();
    static void aTakenPortIsRefused();
    static void wrongUseIsRefused_data();
    static void wrongUseIsRefused();
    static void itFailsAsTold();
};

void TestDemoServerCommand::itServesWhatTheDemoShows()
{
    const Program program;
    const ServerProcess server(program,
                               {u"--now"_s, renderNow.toString(Qt::ISODate), u"--key"_s, u"k"_s});
    QCOMPARE(server.url().host(), u"127.0.0.1"_s);
    const PlainParameters parameters{{u"event"_s, renderEvent}, {u"length"_s, u"7"_s}};
    const auto counts = plainSeries(server.url(), "k", parameters);
    QCOMPARE(counts.size(), 7);
    QCOMPARE(counts.lastKey(), u"2026-11-20"_s);

    const FixedClock clock(renderNow);
    DemoServer same(clock, {.key = "k"});
    QVERIFY(same.listen());
    QCOMPARE(counts, plainSeries(same.url(), "k", parameters));
}

void TestDemoServerCommand::itTakesThePortThatWasAsked()
{
    quint16 port = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    const Program program;
    const ServerProcess server(program, {u"--port"_s, QString::number(port)});
    QCOMPARE(server.url(), QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
}

void TestDemoServerCommand::aTakenPortIsRefused()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const Program program;
    const ProgramRun run = program.run(
        {u"demo-server"_s, u"--port"_s, QString::number(taken.serverPort())});
    QVERIFY(!run.crashed);
    QVERIFY(run.exitCode != 0);
    QCOMPARE(run.out, QStringList());
    QCOMPARE(run.err.size(), 1);
}

void TestDemoServerCommand::wrongUseIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("fail") << QStringList{u"--fail"_s, u"503"_s};
    QTest::newRow("missing") << QStringList{u"--missing"_s, u"101"_s};
}

void TestDemoServerCommand::wrongUseIsRefused()
{
    QFETCH(QStringList, arguments);
    const Program program;
    const ProgramRun run = program.run(QStringList{u"demo-server"_s} + arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QStringList());
    QCOMPARE(run.err.size(), 1);
}

void TestDemoServerCommand::itFailsAsTold()
{
    const Program program;
    const ServerProcess server(program,
                               {u"--now"_s,
                                renderNow.toString(Qt::ISODate),
                                u"--fail"_s,
                                u"400:1"_s,
                                u"--missing"_s,
                                u"30"_s});
    QVERIFY(writeFile(program.path(u"key"_s), "demo-key"));
    const QStringList arguments{u"--endpoint"_s,
                                server.url().toString(),
                                u"--key-file"_s,
                                program.path(u"key"_s),
                                u"--event"_s,
                                renderEvent,
                                u"--length"_s,
                                u"60"_s,
                                u"--format"_s,
                                u"csv"_s};
    QCOMPARE(program.render(arguments).exitCode, 5);
    const ProgramRun second = program.render(arguments);
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(second.err.size(), 1);
    QVERIFY(second.err.front().contains(u"missing"));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDemoServerCommand)

#include "tst_demoservercommand.moc"
