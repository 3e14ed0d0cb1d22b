// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacestore.h"
#include "tests/support/fakeproxy.h"
#include "tests/support/faultserver.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/program.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int wrongUsage = 2;
constexpr int notAuthorised = 3;
constexpr int partly = 4;
constexpr int nothingLoaded = 5;

QStringList csvOfAWeek()
{
    return {u"--event"_s, renderEvent, u"--length"_s, u"7"_s, u"--format"_s, u"csv"_s};
}

QStringList twoSeries()
{
    return {u"--event"_s, u"refund_requested"_s};
}

bool says(const ProgramRun &run, const QString &words)
{
    return run.err.size() == 1 && run.err.front().contains(words);
}

bool hasKey(const ProgramRun &run)
{
    return (run.out + run.err).join(u'\n').contains(QString::fromLatin1(renderKey));
}

} // namespace

class TestRenderExit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void wrongUseAsksNothing_data();
    static void wrongUseAsksNothing();
    static void aKeyFileThatIsNotPrivateOrNoKeyIsRefused_data();
    static void aKeyFileThatIsNotPrivateOrNoKeyIsRefused();
    static void aViewFileThatIsNoneIsRefused_data();
    static void aViewFileThatIsNoneIsRefused();
    static void aKeyThatIsNotAccepted_data();
    static void aKeyThatIsNotAccepted();
    static void aKeychainThatCannotBeRead();
    static void anEmptyKeyInTheEnvironmentIsNone();
    static void whatArrivedIsWritten_data();
    static void whatArrivedIsWritten();
    static void nothingCame_data();
    static void nothingCame();
    static void nobodyListens();
    static void aProxyThatAsksForAPassword_data();
    static void aProxyThatAsksForAPassword();
    static void aRateLimitIsNotWaitedForTooLong();
    static void noticesAreOneLineEach();
};

void TestRenderExit::wrongUseAsksNothing_data()
{
    QTest::addColumn<QStringList>("source"); // empty: a service that would answer
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QStringList none;
    QTest::newRow("unknown option") << none << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("a key as an option")
        << none << QStringList{u"--key"_s, QString::fromLatin1(renderKey)} << u"key"_s;
    QTest::newRow("length 200001")
        << none << QStringList{u"--length"_s, u"200001"_s} << u"1 to 200000"_s;
    QTest::newRow("two ranges") << none
                                << QStringList{u"--length"_s, u"3"_s, u"--range"_s, u"today"_s}
                                << u"Say one range"_s;
    QTest::newRow("length 0") << none << QStringList{u"--length"_s, u"0"_s} << u"1 to 200000"_s;
    QTest::newRow("no event name") << none << QStringList{u"--event"_s, QString()} << u"event"_s;
    QTest::newRow("an event name that is too long")
        << none << QStringList{u"--event"_s, QString(256, u'x')} << u"255"_s;
    QTest::newRow("two sources") << none << QStringList{u"--workspace"_s, u"demo"_s}
                                 << u"--workspace"_s;
    QTest::newRow("http to another host")
        << QStringList{u"--endpoint"_s, u"http://rest.iad-01.braze.com"_s} << none << u"https"_s;
    QTest::newRow("a path in the endpoint")
        << QStringList{u"--endpoint"_s, u"https://rest.iad-01.braze.com/x"_s} << none
        << u"endpoint"_s;
    QTest::newRow("a host that only looks like this computer")
        << QStringList{u"--endpoint"_s, u"http://127.0.0.1.example.com"_s} << none << u"https"_s;
    QTest::newRow("no key") << QStringList{u"--endpoint"_s, u"https://rest.iad-01.braze.com"_s}
                            << none << u"EMBERLINE_API_KEY"_s;
    QTest::newRow("a workspace that is not there")
        << QStringList{u"--workspace"_s, u"ACME"_s} << none << u"ACME"_s;
}

void TestRenderExit::wrongUseAsksNothing()
{
    QFETCH(QStringList, source);
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.program.render((source.isEmpty() ? desk.source() : source)
                                               + csvOfAWeek() + arguments);
    QCOMPARE(run.exitCode, wrongUsage);
    QVERIFY2(says(run, words), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(run.out, QStringList());
    QCOMPARE(desk.server.requestCount(), 0);
    QCOMPARE(desk.program.written(), QStringList());
    QVERIFY(!hasKey(run));
}

void TestRenderExit::aKeyFileThatIsNotPrivateOrNoKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("more"); // permissions
    QTest::addColumn<QString>("words");
    const int none = 0;
    QTest::newRow("others may read")
        << renderKey << static_cast<int>(QFile::ReadOther) << u"chmod 600"_s;
    QTest::newRow("the group may read")
        << renderKey << static_cast<int>(QFile::ReadGroup) << u"chmod 600"_s;
    QTest::newRow("empty") << QByteArray() << none << u"holds no key"_s;
    QTest::newRow("a blank inside") << renderKey + " x" << none << u"holds no key"_s;
    QTest::newRow("a line break inside") << renderKey + "\nX: y" << none << u"holds no key"_s;
    QTest::newRow("not there") << QByteArray("-") << none << u"cannot be read"_s;
}

void TestRenderExit::aKeyFileThatIsNotPrivateOrNoKeyIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(int, more);
    QFETCH(QString, words);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString file = desk.program.path(u"key"_s);
    const QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(content == "-" ? QFile::remove(file)
                           : writeFile(file, content, mine | QFile::Permissions(more)));
    const ProgramRun run = desk.render(csvOfAWeek());
    QCOMPARE(run.exitCode, wrongUsage);
    QVERIFY2(says(run, words), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(desk.server.requestCount(), 0);
    QVERIFY(!hasKey(run));
}

void TestRenderExit::aViewFileThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not there") << QByteArray("-");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("another kind") << QByteArray(R"({"kind":"recipe","version":1})");
    QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ');
    QTest::newRow("a picture that holds no view") << QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAg"
        "ABSK+kcQAAAABJRU5ErkJggg==");
    QTest::newRow("a picture that is cut off") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("a board with an endpoint") << QByteArray(
        R"({"emberline":"board","version":1,"title":"","columns":1,"views":[],"endpoint":"x"})");
}

void TestRenderExit::aViewFileThatIsNoneIsRefused()
{
    QFETCH(QByteArray, content);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString file = desk.program.path(u"view.json"_s);
    QVERIFY(content == "-" || writeFile(file, content));
    const ProgramRun run = desk.render(QStringList{file} + csvOfAWeek());
    QCOMPARE(run.exitCode, wrongUsage);
    QVERIFY2(says(run, file), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(desk.server.requestCount(), 0);
}

void TestRenderExit::aKeyThatIsNotAccepted_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QStringList>("permissions");
    QTest::newRow("401") << QByteArray("another-" + renderKey)
                         << QStringList{u"events.data_series"_s};
    QTest::newRow("403") << renderKey << QStringList{u"events.list"_s};
}

void TestRenderExit::aKeyThatIsNotAccepted()
{
    QFETCH(QByteArray, key);
    QFETCH(QStringList, permissions);
    const RenderDesk desk({.permissions = permissions});
    QVERIFY(desk.ready);
    QVERIFY(writeFile(desk.program.path(u"key"_s), key));
    const QString log = desk.program.path(u"log"_s);
    const ProgramRun run = desk.render(csvOfAWeek() + QStringList{u"--log"_s, log});
    QCOMPARE(run.exitCode, notAuthorised);
    QCOMPARE(run.out, QStringList());
    QVERIFY2(says(run, renderEvent), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(desk.program.written(), QStringList());
    QVERIFY(!hasKey(run)); // a 401 echoes it
    QCOMPARE(linesOf(bytesOf(log)).size(), 1);
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
}

void TestRenderExit::aKeychainThatCannotBeRead()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    WorkspaceStore store(desk.program.path(u"profile"_s));
    QVERIFY(store.add(
        {.name = u"ACME"_s, .endpoint = desk.server.url(), .keyPlace = KeyPlace::Keychain}));
    const ProgramRun run = desk.program.render(QStringList{u"--workspace"_s, u"acme"_s}
                                               + csvOfAWeek());
    QCOMPARE(run.exitCode, notAuthorised);
    QVERIFY2(says(run, u"ACME"_s), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(desk.server.requestCount(), 0);
}

void TestRenderExit::anEmptyKeyInTheEnvironmentIsNone()
{
    Program program;
    program.set(u"EMBERLINE_API_KEY"_s, u" "_s);
    const ProgramRun run = program.render(
        QStringList{u"--endpoint"_s, u"https://rest.iad-01.braze.com"_s} + csvOfAWeek());
    QCOMPARE(run.exitCode, wrongUsage);
    QVERIFY2(says(run, u"EMBERLINE_API_KEY"_s), qUtf8Printable(run.err.join(u'|')));
}

void TestRenderExit::whatArrivedIsWritten_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("400") << 400;
    QTest::newRow("401") << 401;
    QTest::newRow("404") << 404;
}

void TestRenderExit::whatArrivedIsWritten()
{
    QFETCH(int, status);
    const RenderDesk desk({.fail = DemoFailRule{.status = status, .requests = 1}});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(csvOfAWeek() + twoSeries());
    QCOMPARE(run.exitCode, partly);
    QCOMPARE(run.out.size(), 1);
    // Which of the two came first is not for us to say.
    QCOMPARE(run.err.size(), 1);
    const bool firstFailed = run.err.front().startsWith(renderEvent + u": "_s);
    QVERIFY(firstFailed || run.err.front().startsWith(u"refund_requested: "));
    const QStringList table = linesOf(bytesOf(run.out.front()));
    QCOMPARE(table.size(), 8);
    QCOMPARE(table.front(),
             u"time,%1,incomplete"_s.arg(firstFailed ? u"refund_requested"_s : renderEvent));
    QVERIFY(!hasKey(run));
}

void TestRenderExit::nothingCame_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::newRow("400") << 400 << 1;
    QTest::newRow("404") << 404 << 1;
    QTest::newRow("500, tried three times") << 500 << 3;
}

void TestRenderExit::nothingCame()
{
    QFETCH(int, status);
    QFETCH(int, requests);
    const RenderDesk desk({.fail = DemoFailRule{.status = status, .requests = 99}});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(csvOfAWeek());
    QCOMPARE(run.exitCode, nothingLoaded);
    QCOMPARE(run.out, QStringList());
    QVERIFY2(says(run, renderEvent), qUtf8Printable(run.err.join(u'|')));
    QCOMPARE(desk.server.requestCount(), requests);
    QCOMPARE(desk.program.written(), QStringList());
}

void TestRenderExit::nobodyListens()
{
    QUrl url(u"http://127.0.0.1"_s);
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        url.setPort(taken.serverPort());
    }
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.program.render(
        QStringList{u"--endpoint"_s, url.toString(), u"--key-file"_s, desk.program.path(u"key"_s)}
        + csvOfAWeek());
    QCOMPARE(run.exitCode, nothingLoaded);
    QVERIFY2(says(run, renderEvent), qUtf8Printable(run.err.join(u'|')));
}

void TestRenderExit::aProxyThatAsksForAPassword_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<int>("attempts");
    QTest::newRow("without one") << QString() << 0;
    QTest::newRow("with a wrong one") << u"anna:wr0ng-w0rd@"_s << 1;
}

void TestRenderExit::aProxyThatAsksForAPassword()
{
    QFETCH(QString, login);
    QFETCH(int, attempts);
    FakeProxy proxy(u"anna"_s, u"s3cret"_s);
    QVERIFY(proxy.listen());
    RenderDesk desk;
    QVERIFY(desk.ready);
    for (const auto *name : {"http_proxy", "https_proxy"}) {
        desk.program.set(QLatin1String(name), u"http://"_s + login + proxy.name());
    }
    desk.program.set(u"no_proxy"_s, {});
    const ProgramRun run = desk.program.render(QStringList{u"--endpoint"_s,
                                                           u"https://rest.iad-01.braze.com"_s,
                                                           u"--key-file"_s,
                                                           desk.program.path(u"key"_s)}
                                               + csvOfAWeek());
    QCOMPARE(run.exitCode, nothingLoaded);
    QVERIFY2(says(run, u"http_proxy"_s), qUtf8Printable(run.err.join(u'|')));
    QVERIFY(run.err.front().contains(proxy.name()));
    QVERIFY(!run.err.front().contains(u"wr0ng-w0rd"));
    QCOMPARE(proxy.attempts(), attempts);
    QVERIFY(!hasKey(run));
}

void TestRenderExit::aRateLimitIsNotWaitedForTooLong()
{
    // With a present that stands still the hour of the limit never ends.
    const RenderDesk desk({.rateLimit = 1});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(csvOfAWeek() + twoSeries()
                                       + QStringList{u"--max-wait"_s, u"60"_s});
    QCOMPARE(run.exitCode, partly);
    QCOMPARE(run.err.size(), 1);
}

void TestRenderExit::noticesAreOneLineEach()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.enqueue(jsonScript(R"({"message":"two\nlines","data":[
        {"time":"2026-11-20","count":4},{"time":"2026-11-19","count":"4"}]})"));
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.program.render({u"--endpoint"_s,
                                                server.url().toString(),
                                                u"--key-file"_s,
                                                desk.program.path(u"key"_s),
                                                u"--event"_s,
                                                u"e"_s,
                                                u"--length"_s,
                                                u"2"_s,
                                                u"--format"_s,
                                                u"csv"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(bytesOf(run.out.value(0)),
             QByteArray("time,e,incomplete\n2026-11-19,,\n2026-11-20,4,yes\n"));
    QCOMPARE(run.err.size(), 3);
    for (const QString &line : run.err) {
        QVERIFY(line.startsWith(u"e: "));
    }
    QCOMPARE(run.err.at(1), u"e: two lines"_s);
    QVERIFY(run.err.at(2).startsWith(u"e: 1 "));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderExit)

#include "tst_renderexit.moc"
