// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/server.h"
#include "app/load/permissiontest.h"
#include "tests/app/load/sessiondesk.h"
#include "tests/support/strictness.h"

#include <QTcpServer>
#include <QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

using Findings = std::vector<PermissionFinding>;

Findings findingsOf(ConnectionTest *test)
{
    QSignalSpy finished(test, &ConnectionTest::finished);
    finished.wait();
    return finished.size() == 1 ? finished.constFirst().constFirst().value<Findings>() : Findings();
}

QByteArray pathOf(Permission permission)
{
    switch (permission) {
    case Permission::EventsDataSeries:
        return "/events/data_series";
    case Permission::EventsList:
        return "/events/list";
    case Permission::SegmentsList:
        return "/segments/list";
    }
    return {};
}

QByteArray bodyFor(const QByteArray &path)
{
    if (path == pathOf(Permission::EventsList)) {
        return R"({"message":"success","events":[]})";
    }
    return path == pathOf(Permission::SegmentsList) ? R"({"message":"success","segments":[]})"
                                                    : R"({"message":"success","data":[]})";
}

constexpr std::array permissions{
    Permission::EventsDataSeries, Permission::EventsList, Permission::SegmentsList};

} // namespace

class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void eachPermissionIsReadFromTheStatus_data();
    static void eachPermissionIsReadFromTheStatus();
    static void theDemosKeyMayDoWhatTheDemoSays();
    static void aFriendlyAnswerThatIsNotBrazesGrantsNothing();
    static void nothingListensThere();
    static void eachIsAskedOnce();
    static void theKeyStandsInNoFinding();
    static void aKeyNeverGoesToAnotherHostInTheOpen();
    static void deletingItCancels();
};

void TestPermissions::eachPermissionIsReadFromTheStatus_data()
{
    QTest::addColumn<Permission>("permission");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("granted");
    QTest::addColumn<ErrorKind>("kind");
    for (const Permission permission : permissions) {
        const auto row = [permission](int status, bool granted, ErrorKind kind) {
            QTest::addRow("%s %d", pathOf(permission).constData(), status)
                << permission << status << granted << kind;
        };
        row(200, true, ErrorKind::Cancelled);
        // The event need not exist; a list has no such excuse.
        row(400, permission == Permission::EventsDataSeries, ErrorKind::BadRequest);
        row(401, false, ErrorKind::Unauthorized);
        row(403, false, ErrorKind::Forbidden);
        row(404, false, ErrorKind::NotFound);
        row(429, false, ErrorKind::RateLimited);
        row(500, false, ErrorKind::Server);
    }
}

void TestPermissions::eachPermissionIsReadFromTheStatus()
{
    QFETCH(Permission, permission);
    QFETCH(int, status);
    QFETCH(bool, granted);
    QFETCH(ErrorKind, kind);
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder([path = pathOf(permission), status](const HttpRequest &request) {
        return request.path == path && status != 200
                 ? jsonScript(R"({"message":"because"})", status)
                 : jsonScript(bodyFor(request.path));
    });
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    const Findings findings = findingsOf(tester.start(server.url(), keyOf(sessionKey), &owner));
    QCOMPARE(findings.size(), permissions.size());
    for (std::size_t i = 0; i < permissions.size(); ++i) {
        const PermissionFinding &finding = findings[i];
        QCOMPARE(finding.permission, permissions[i]);
        QCOMPARE(finding.granted, finding.permission != permission || granted);
        QCOMPARE(finding.error.has_value(), !finding.granted);
        if (finding.error) {
            QCOMPARE(finding.error->kind, kind);
            QCOMPARE(finding.error->httpStatus, status);
            QCOMPARE(finding.error->serverMessage, u"because"_s);
        }
    }
}

void TestPermissions::theDemosKeyMayDoWhatTheDemoSays()
{
    const FixedClock clock(sessionNow);
    DemoServer server(clock, {.permissions = {u"events.data_series"_s, u"segments.list"_s}});
    QVERIFY(server.listen());
    PermissionTester tester(clock);
    QObject owner;
    const Findings findings = findingsOf(tester.start(server.url(), keyOf(demoKey()), &owner));
    QCOMPARE(findings.size(), std::size_t{3});
    QVERIFY(findings[0].granted);
    QVERIFY(!findings[1].granted);
    QCOMPARE(findings[1].error->kind, ErrorKind::Forbidden);
    QVERIFY(findings[2].granted);
}

void TestPermissions::aFriendlyAnswerThatIsNotBrazesGrantsNothing()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder(
        [](const HttpRequest & /*request*/) { return jsonScript(R"({"ok":true})"); });
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    const Findings findings = findingsOf(tester.start(server.url(), keyOf(sessionKey), &owner));
    QCOMPARE(findings.size(), permissions.size());
    for (const PermissionFinding &finding : findings) {
        QVERIFY(!finding.granted);
        QCOMPARE(finding.error->kind, ErrorKind::MalformedReply);
    }
}

void TestPermissions::nothingListensThere()
{
    QUrl url(u"http://127.0.0.1"_s);
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        url.setPort(taken.serverPort());
    }
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    const Findings findings = findingsOf(tester.start(url, keyOf(sessionKey), &owner));
    QCOMPARE(findings.size(), std::size_t{3});
    for (const PermissionFinding &finding : findings) {
        QVERIFY(!finding.granted);
        QCOMPARE(finding.error->kind, ErrorKind::Network);
        QCOMPARE(finding.error->attempts, 1);
    }
}

void TestPermissions::eachIsAskedOnce()
{
    FaultServer server;
    QVERIFY(server.listen()); // without a script every request gets a 500
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    QCOMPARE(findingsOf(tester.start(server.url(), keyOf(sessionKey), &owner)).size(),
             std::size_t{3});
    QCOMPARE(server.requestCount(), 3);
    for (const HttpRequest &request : server.requests()) {
        QCOMPARE(request.header("Authorization"), "Bearer " + sessionKey);
    }
}

void TestPermissions::theKeyStandsInNoFinding()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder([](const HttpRequest &) {
        return jsonScript(R"({"message":"Invalid API key: )" + sessionKey + R"("})", 401);
    });
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    const Findings findings = findingsOf(tester.start(server.url(), keyOf(sessionKey), &owner));
    QCOMPARE(findings.size(), std::size_t{3});
    for (const PermissionFinding &finding : findings) {
        const Error &error = *finding.error;
        const QString words = error.detail + error.serverMessage + error.request + error.answer;
        QVERIFY(words.contains(u"Invalid API key"));
        QVERIFY(!words.contains(QString::fromLatin1(sessionKey)));
    }
}

void TestPermissions::aKeyNeverGoesToAnotherHostInTheOpen()
{
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    const Findings findings = findingsOf(
        tester.start(QUrl(u"http://rest.iad-01.braze.com"_s), keyOf(sessionKey), &owner));
    QCOMPARE(findings.size(), std::size_t{3});
    QCOMPARE(findings[0].error->kind, ErrorKind::InvalidQuery);
    QCOMPARE(findings[0].error->attempts, 0);
}

void TestPermissions::deletingItCancels()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder([](const HttpRequest &request) {
        ScriptedAnswer script = jsonScript(bodyFor(request.path));
        script.hold = request.path != pathOf(Permission::EventsList);
        return script;
    });
    const FixedClock clock(sessionNow);
    PermissionTester tester(clock);
    QObject owner;
    ConnectionTest *test = tester.start(server.url(), keyOf(sessionKey), &owner);
    const QSignalSpy finished(test, &ConnectionTest::finished);
    QTRY_COMPARE(server.requestCount(), 3);
    delete test;
    QTRY_COMPARE(server.abandonedCount(), 2);
    QVERIFY(finished.isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPermissions)

#include "tst_permissions.moc"
