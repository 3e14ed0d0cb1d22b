// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/curlcommand.h"
#include "tests/support/faultserver.h"
#include "tests/support/strictness.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestCurlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theCommandNamesTheKeyAndNothingElse();
    static void onlyTheOriginOfTheEndpointIsUsed();
    static void aShellHandsTheAddressOverAsItIs_data();
    static void aShellHandsTheAddressOverAsItIs();
    static void anInteractiveShellTakesNoAddressForItsHistory();
    static void theCommandIsOneLineOfPrintableAscii();
    static void curlSendsTheSameRequest_data();
    static void curlSendsTheSameRequest();
    static void whatCameFromTheHistoryHasNoCommand();
};

namespace {

const auto key = u"5e1f0a7c $(touch x) '\"`\\!"_s;

RequestRecord recordOf(const QString &query, const QString &path = u"/events/data_series"_s)
{
    return {.serial = 1,
            .startedAt = QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate),
            .method = u"GET"_s,
            .path = path,
            .query = query,
            .httpStatus = 200,
            .attempts = 1,
            .requestId = u"request-id"_s};
}

/// What @p shell, started with @p arguments, says to @p script; its environment has a key.
QByteArray said(const QString &shell, const QStringList &arguments, const QString &script)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BRAZE_API_KEY"_s, key);
    process.setProcessEnvironment(environment);
    process.start(shell, arguments);
    process.write(script.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        qFatal("the shell did not end");
    }
    return process.readAllStandardOutput() + process.readAllStandardError();
}

/// A curl that prints its arguments, one a line.
const auto fakeCurl = u"curl() { printf '%s\\n' \"$@\"; }\n"_s;

QByteArrayList linesOf(const QByteArray &text)
{
    return text.trimmed().split('\n');
}

void addHostileQueries()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("as usual") << u"event=checkout_completed&length=30&unit=day"_s;
    QTest::newRow("escapes") << u"event=a%20b%27c%22&ending_at=2026-11-23T13%3A05%3A00Z"_s;
    QTest::newRow("single quotes") << u"event='; touch x; '"_s.replace(u' ', u"%20"_s);
    QTest::newRow("expansions") << u"event=$HOME$(id)${x}`id`"_s;
    QTest::newRow("history and backslashes") << u"event=!!\\!a\\\\b\\"_s;
    QTest::newRow("separators") << u"event=a;b|c&d>e<f(g)h*i?j~k#"_s;
    QTest::newRow("ranges of curl") << u"event=[key]{a,b}[1-3]"_s;
}

} // namespace

void TestCurlCommand::theCommandNamesTheKeyAndNothingElse()
{
    QCOMPARE(curlCommand(recordOf(u"event=checkout_completed&length=30&unit=day"_s),
                         QUrl(u"https://rest.iad-01.braze.com"_s)),
             u"curl -sS -H \"Authorization: Bearer $BRAZE_API_KEY\" "
             "'https://rest.iad-01.braze.com/events/"
             "data_series?event=checkout_completed&length=30&unit=day'"_s);
}

void TestCurlCommand::onlyTheOriginOfTheEndpointIsUsed()
{
    const QString command = curlCommand(recordOf({}),
                                        QUrl(u"https://user:secret@host.example:8443/a?b=c#d"_s));
    QVERIFY(command.endsWith(u" 'https://host.example:8443/events/data_series'"_s));
}

void TestCurlCommand::aShellHandsTheAddressOverAsItIs_data()
{
    addHostileQueries();
}

void TestCurlCommand::aShellHandsTheAddressOverAsItIs()
{
    QFETCH(QString, query);
    const QString command = curlCommand(recordOf(query), QUrl(u"https://host.example"_s));
    for (const QString &shell : {u"sh"_s, u"bash"_s}) {
        const QByteArrayList lines = linesOf(said(shell, {}, fakeCurl + command + u'\n'));
        QCOMPARE(lines.last(), "https://host.example/events/data_series?" + query.toUtf8());
        QCOMPARE(lines.at(lines.size() - 2), "Authorization: Bearer " + key.toUtf8());
        QCOMPARE(lines.first(), "-sS");
    }
}

void TestCurlCommand::anInteractiveShellTakesNoAddressForItsHistory()
{
    const QString command = curlCommand(recordOf(u"event=!!&a=!curl&b=^x^y"_s),
                                        QUrl(u"https://host.example"_s));
    const QString script = fakeCurl + u"set -o history -o histexpand\n"_s;
    const QByteArray control = said(u"bash"_s, {}, script + u"echo one\necho !!\n"_s);
    QVERIFY(control.startsWith("one\necho one\n")); // it has one
    const QByteArrayList lines = linesOf(said(u"bash"_s, {}, script + command + u'\n'));
    QCOMPARE(lines.last(), "https://host.example/events/data_series?event=!!&a=!curl&b=^x^y");
}

void TestCurlCommand::theCommandIsOneLineOfPrintableAscii()
{
    const QString command = curlCommand(recordOf(u"event=a\nid\r\x1b[31m\u00e9 \u202e"_s),
                                        QUrl(u"https://host.example"_s));
    QVERIFY(command.endsWith(u"?event=a%0Aid%0D%1B[31m%C3%A9%20%E2%80%AE'"_s));
}

void TestCurlCommand::curlSendsTheSameRequest_data()
{
    addHostileQueries();
}

void TestCurlCommand::curlSendsTheSameRequest()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        QSKIP("there is no curl here");
    }
    QFETCH(QString, query);
    FaultServer server;
    QVERIFY(server.listen());
    server.enqueue(jsonScript(R"({"message":"success"})"));
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BRAZE_API_KEY"_s, u"key-of-the-test"_s);
    environment.insert(u"no_proxy"_s, u"127.0.0.1"_s);
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, curlCommand(recordOf(query), server.url())});
    QTRY_COMPARE(shell.state(), QProcess::NotRunning);
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardOutput(), R"({"message":"success"})");
    QCOMPARE(server.requestCount(), 1);
    const HttpRequest &request = server.requests().front();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.path, "/events/data_series");
    // What follows a "#" is never sent, by anybody.
    QCOMPARE(request.query, query.section(u'#', 0, 0).toUtf8());
    QCOMPARE(request.header("Authorization"), "Bearer key-of-the-test");
}

void TestCurlCommand::whatCameFromTheHistoryHasNoCommand()
{
    RequestRecord record = recordOf(u"event=a"_s);
    record.source = RequestSource::History;
    QCOMPARE(curlCommand(record, QUrl(u"https://host.example"_s)), QString());
    QCOMPARE(curlCommand({}, QUrl(u"https://host.example"_s)), QString());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCurlCommand)
#include "tst_curlcommand.moc"
