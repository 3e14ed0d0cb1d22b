// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/feedback/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(emberline::test::CannedReply)

namespace emberline::test {

namespace {

/// Answers requests for counts with @p reply, the lists as ever.
FakeNetwork::Responder seriesAnswer(const CannedReply &reply)
{
    return [reply](const QNetworkRequest &request) {
        return asksForSeries(request) ? reply : shopAnswer(request);
    };
}

QByteArray messageBody(const QByteArray &message)
{
    return QJsonDocument(QJsonObject{{u"message"_s, QString::fromLatin1(message)}}).toJson();
}

CannedReply failure(int status, const QByteArray &message)
{
    return {.httpStatus = status,
            .body = messageBody(message),
            .headers = {{"X-Request-Id", "req-7f3a"}}};
}

/// As Network::Fake, the demo on screen; from now on counts are answered with @p reply.
void breakDown(AppFixture &app, const CannedReply &reply)
{
    app.startDemo();
    app.responder = seriesAnswer(reply);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
}

QString details(AppFixture &app)
{
    app.press(MessageAction::Details);
    return app.find<QPlainTextEdit>(u"detailsText"_s).toPlainText();
}

/// The saved workspace with an event to ask for.
void openSaved(WorkspaceFixture &app)
{
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    Query query;
    query.events = QStringList{u"checkout_completed"_s};
    app.window().controller().setQuery(query);
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{1});
}

} // namespace

class TestMainWindowErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void cleanup() { QVERIFY(QApplication::activeModalWidget() == nullptr); }
    static void troubleIsSaidAndTheDataStays_data();
    static void troubleIsSaidAndTheDataStays();
    static void theKeyOfA401IsNowhere();
    static void detailsShowRequestAndAnswer();
    static void theReportIsCopied();
    static void tryAgainReadsAgain();
    static void oneOfFourIsNamed();
    static void aFirstLoadThatFailsLeavesAnEmptyChart();
    static void aWaitCountsDownAndCanBeEnded();
    static void aWaitEndsWithItsWorkspace();
    static void aNoteOfTheServerIsShown();
    static void aSavedWorkspaceOpensWithItsKey();
    static void editConnectionOpensTheDialog();
    static void aKeyForThisSessionIsSaidAfterOpening();
    static void nothingOfTheLastWorkspaceStays();
    static void aDamagedListIsSaid();
};

void TestMainWindowErrors::troubleIsSaidAndTheDataStays_data()
{
    QTest::addColumn<CannedReply>("reply");
    QTest::addColumn<QString>("sentence");
    const QString odd =
        u"The answer from Braze was not in the expected form. Nothing was changed."_s;
    QTest::newRow("400") << failure(400, "length must be at most 100")
                         << u"Braze could not use this request: “length must be at most 100”."_s;
    QTest::newRow("401") << failure(401, "Invalid API key")
                         << u"Braze did not accept the key for Demo data. It may have been deleted "
                            "or lack a permission."_s;
    QTest::newRow("403") << failure(403, "no")
                         << u"The key for Demo data lacks the permission events.data_series. Add "
                            "it to the key in Braze."_s;
    QTest::newRow("404") << failure(404, "no")
                         << u"127.0.0.1 does not know this request. Check the endpoint; it must "
                            "match your Braze instance."_s;
    QTest::newRow("a page") << CannedReply{.body = "<html><body>Log in</body></html>"} << odd;
    QTest::newRow("nothing") << CannedReply{.body = ""} << odd;
    QTest::newRow("half of it")
        << CannedReply{.body = R"({"message":"success","data":[{"time":"2026-11-0)"} << odd;
    QTest::newRow("wrong types")
        << CannedReply{.body = R"({"message":"success","data":{"time":7}})"} << odd;
    QTest::newRow("a list") << CannedReply{.body = "[1, 2]"} << odd;
    QTest::newRow("a redirect")
        << CannedReply{.httpStatus = 302, .headers = {{"Location", "https://elsewhere.example/"}}}
        << u"127.0.0.1 sent us on to another address. That was not followed, so that your key "
           "stays safe. Check the endpoint."_s;
}

void TestMainWindowErrors::troubleIsSaidAndTheDataStays()
{
    QFETCH(const CannedReply, reply);
    QFETCH(const QString, sentence);
    AppFixture app(AppFixture::Network::Fake);
    breakDown(app, reply);
    const DatasetPtr shown = app.window().controller().model()->dataset();
    QTRY_COMPARE(app.message(), sentence);
    QCOMPARE(app.dataset().times, shown->times); // what is held has taken its place
    for (std::size_t i = 0; i < shown->series.size(); ++i) {
        QVERIFY(app.dataset().series.at(i).states == shown->series[i].states);
        QCOMPARE(app.dataset().series.at(i).values, shown->series[i].values);
    }
    QCOMPARE(app.find<QTableView>(u"datasetTableView"_s).model()->rowCount(), 30);
    QVERIFY(app.isShown(u"chart"_s));
    QVERIFY(!app.isShown(u"loadProgress"_s));
    QVERIFY(app.isShown(u"messageBars"_s));
}

void TestMainWindowErrors::theKeyOfA401IsNowhere()
{
    WorkspaceFixture app;
    openSaved(app);
    const QByteArray key = WorkspaceFixture::key();
    app.responder = seriesAnswer({.httpStatus = 401,
                                  .body = messageBody("Invalid API key: " + key),
                                  .headers = {{"X-Request-Id", "req-1"}, {"X-Echo", key}}});
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    QVERIFY(app.message().contains(u"ACME Production"_s));
    const QString shown = details(app);
    QVERIFY2(shown.contains(u"401"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"Invalid API key"_s), qPrintable(shown));
    QVERIFY(!everyTextOf(app.window()).contains(QString::fromLatin1(key)));
    QVERIFY(!everyTextOf(app.window()).contains(QString::fromLatin1(key.left(18))));
}

void TestMainWindowErrors::detailsShowRequestAndAnswer()
{
    AppFixture app(AppFixture::Network::Fake);
    breakDown(app, failure(400, "no such app"));
    QTRY_VERIFY(!app.message().isEmpty());
    const QString shown = details(app);
    QVERIFY(app.isShown(u"detailsView"_s));
    QVERIFY2(shown.startsWith(u"GET http://127.0.0.1:"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"/events/data_series?"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"event=checkout_completed"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"X-Request-Id: req-7f3a"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"no such app"_s), qPrintable(shown));
    QVERIFY(!shown.contains(u"Bearer"_s, Qt::CaseInsensitive));
    QVERIFY(app.find<QLabel>(u"detailsSummary"_s).text().startsWith(u"X-Request-Id req-7f3a"_s));
    QVERIFY(app.isShown(u"openErrorHelp"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!app.isShown(u"detailsView"_s));
}

void TestMainWindowErrors::theReportIsCopied()
{
    AppFixture app(AppFixture::Network::Fake);
    breakDown(app, {.body = "<html>", .headers = {{"X-Request-Id", "req-9"}}});
    QTRY_VERIFY(!app.message().isEmpty());
    QGuiApplication::clipboard()->clear();
    app.press(MessageAction::CopyReport);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"X-Request-Id: req-9"_s));
}

void TestMainWindowErrors::tryAgainReadsAgain()
{
    AppFixture app(AppFixture::Network::Fake);
    breakDown(app, failure(500, "down"));
    QTRY_VERIFY_WITH_TIMEOUT(!app.message().isEmpty(), 20'000); // three attempts
    QVERIFY2(app.message().startsWith(u"Braze has a problem (500)."_s), qPrintable(app.message()));
    app.responder = shopAnswer;
    const DatasetPtr shown = app.window().controller().model()->dataset();
    app.press(MessageAction::Retry);
    QTRY_COMPARE(app.message(), QString());
    QVERIFY(app.window().controller().model()->dataset() != shown);
    QCOMPARE(app.dataset().series.size(), std::size_t{4});
}

void TestMainWindowErrors::oneOfFourIsNamed()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const Choice gold = app.query().segments.at(1);
    app.responder = [gold](const QNetworkRequest &request) {
        return request.url().query().contains(gold.id) ? failure(400, "no such segment")
                                                       : shopAnswer(request);
    };
    app.window().controller().refresh();
    QTRY_COMPARE(app.message(),
                 QString(u"3 of 4 series loaded. "_s + gold.label + u" could not be loaded."_s));
    QCOMPARE(app.dataset().series.size(), std::size_t{4}); // with what is held of it
    app.press(MessageAction::Hide);
    QCOMPARE(app.message(), QString());
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    int asked = 0;
    app.responder = [&asked](const QNetworkRequest &request) {
        asked += request.url().path() == u"/events/data_series"_s ? 1 : 0;
        return shopAnswer(request);
    };
    app.press(MessageAction::RetryFailed);
    QTRY_COMPARE(app.message(), QString());
    QCOMPARE(app.dataset().series.size(), std::size_t{4});
    QCOMPARE(asked, 1);
}

void TestMainWindowErrors::aFirstLoadThatFailsLeavesAnEmptyChart()
{
    AppFixture app(AppFixture::Network::Fake);
    app.responder = seriesAnswer(failure(400, "no"));
    app.start({.workspace = u"demo"_s});
    QTRY_VERIFY(!app.message().isEmpty());
    QVERIFY(app.isShown(u"chart"_s));
    QVERIFY(app.dataset().isEmpty());
    QVERIFY(!app.window().grab().isNull());
}

void TestMainWindowErrors::aWaitCountsDownAndCanBeEnded()
{
    AppFixture app(AppFixture::Network::Fake);
    breakDown(app, {.httpStatus = 429, .body = "{}", .headers = {{"Retry-After", "600"}}});
    QTRY_VERIFY(!app.message(u"wait"_s).isEmpty());
    QVERIFY2(app.message(u"wait"_s).startsWith(u"Braze asked us to wait. Trying again at 13:15"_s),
             qPrintable(app.message(u"wait"_s)));
    app.responder = shopAnswer;
    app.press(MessageAction::TryNow, u"wait"_s);
    QTRY_VERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.message(u"wait"_s), QString());
    QCOMPARE(app.message(), QString());
}

void TestMainWindowErrors::aWaitEndsWithItsWorkspace()
{
    AppFixture app(AppFixture::Network::Fake);
    breakDown(app, {.httpStatus = 429, .body = "{}", .headers = {{"Retry-After", "600"}}});
    QTRY_VERIFY(!app.message(u"wait"_s).isEmpty());
    app.window().controller().close();
    QVERIFY(app.isShown(u"welcomePage"_s));
    QVERIFY(app.find<MessageBarStack>(u"messageBars"_s).bar(u"wait"_s) == nullptr);
    QVERIFY(app.find<QWidget>(u"loadProgress"_s).isHidden());
}

void TestMainWindowErrors::aNoteOfTheServerIsShown()
{
    AppFixture app(AppFixture::Network::Fake);
    app.responder = [](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        if (asksForSeries(request)) {
            reply.body.replace("\"success\"", "\"<b>partial</b> outage\"");
        }
        return reply;
    };
    app.startDemo();
    QCOMPARE(app.message(u"notice"_s), u"Braze says: “<b>partial</b> outage”"_s);
}

void TestMainWindowErrors::aSavedWorkspaceOpensWithItsKey()
{
    WorkspaceFixture app;
    openSaved(app);
    QCOMPARE(app.window().windowTitle(), u"checkout_completed — ACME Production — Emberline"_s);
    QVERIFY(app.find<QLabel>(u"statusWorkspace"_s).text().startsWith(u"ACME Production ("_s));
    QCOMPARE(app.message(u"demo"_s), QString());
    for (const QNetworkRequest &request : app.network().requests()) {
        QCOMPARE(request.url().host(), u"rest.iad-01.braze.com"_s);
        QCOMPARE(request.rawHeader("Authorization"), "Bearer " + WorkspaceFixture::key());
    }
}

void TestMainWindowErrors::editConnectionOpensTheDialog()
{
    WorkspaceFixture app;
    openSaved(app);
    app.responder = seriesAnswer(failure(401, "no"));
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    app.press(MessageAction::EditConnection);
    QVERIFY(app.isShown(u"connectDialog"_s));
    QTest::keyClick(&app.find<QWidget>(u"connectDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!app.isShown(u"connectDialog"_s));
}

void TestMainWindowErrors::aKeyForThisSessionIsSaidAfterOpening()
{
    WorkspaceFixture app;
    openSaved(app);
    app.keychain.setMood(FakeSecretStore::Mood::Unavailable);
    app.window().findChild<QAction *>(u"connectAction"_s)->trigger();
    auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    for (const auto &[field, text] :
         {std::pair(u"workspaceName"_s, u"Second"_s),
          std::pair(u"endpointText"_s, u"rest.fra-01.braze.eu"_s),
          std::pair(u"apiKey"_s, u"0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"_s)}) {
        auto &edit = childOf<QLineEdit>(dialog, field);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
    }
    childOf<QAbstractButton>(dialog, u"testConnection"_s).click();
    app.tester.answer({true, true, true});
    childOf<QAbstractButton>(dialog, u"saveAndOpen"_s).click();
    QTRY_COMPARE(app.window().workspaceName(), u"Second"_s);
    QTRY_VERIFY(!app.window().controller().isLoading());
    QVERIFY(everyTextOf(app.find<MessageBarStack>(u"messageBars"_s))
                .contains(u"The key of Second is kept for this session only."_s));
}

void TestMainWindowErrors::nothingOfTheLastWorkspaceStays()
{
    WorkspaceFixture app;
    openSaved(app);
    app.responder = seriesAnswer(failure(400, "odd"));
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    app.keychain.setMood(FakeSecretStore::Mood::Locked);
    app.window().controller().open(app.id());
    QTRY_COMPARE(app.emptyTitle(), u"This workspace needs its key"_s);
    QCOMPARE(app.message(), QString());
    const auto &page = app.find<QWidget>(u"workPage"_s);
    QTRY_VERIFY(!everyTextOf(page).contains(u"checkout_completed"_s));
    QCOMPARE(app.window().windowTitle(), u"Emberline"_s);
}

void TestMainWindowErrors::aDamagedListIsSaid()
{
    WorkspaceFixture app;
    QFile file(app.profile() + u"/workspaces.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ broken");
    file.close();
    app.start();
    QVERIFY(app.message(u"file"_s).startsWith(u"The list of workspaces was damaged."_s));
    QVERIFY(app.isShown(u"welcomePage"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestMainWindowErrors)
#include "tst_mainwindowerrors.moc"
