// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/server.h"
#include "app/models/requestlistmodel.h"
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/theme/tokens.h"
#include "ui/window/rategauge.h"
#include "ui/window/requestsview.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void theDockIsHiddenUntilWanted();
    static void theMenuShowsTheDockAndItsCrossHidesIt();
    static void anOpenDockIsOpenAgainAfterARestart();
    static void everyRequestOfALoadIsListed();
    static void theCopiedCommandRunsAndHasNoKey();
    static void noKeyIsInAnyCommandOrText();
    static void severalRowsAreCopiedAsSeveralLines();
    static void theRequestIdIsCopied();
    static void withoutASelectionNothingIsCopied();
    static void theHistoryHasNoCommand();
    static void theDemoAsksOnceForWhatIsFinal();
    static void aCopiedCommandIsConfirmed();
    static void clearedIsEmptyAndSaysWhatComes();
    static void nothingAskedIsSaid();
    static void anotherSessionStartsAnEmptyList();
    static void theGaugeShowsWhatTheServiceSays();
    static void theGaugeTurnsAmber();
    static void withoutHeadersThereIsNoGauge();
};

namespace {

using Model = RequestListModel;

QTableView &tableOf(AppFixture &app)
{
    return app.find<QTableView>(u"requestsTable"_s);
}

QStringList columnOf(AppFixture &app, int column)
{
    QStringList texts;
    const QAbstractItemModel &model = *tableOf(app).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(model.index(row, column).data().toString());
    }
    return texts;
}

/// The place of the first request for counts.
int seriesRow(AppFixture &app)
{
    const QStringList requests = columnOf(app, Model::RequestColumn);
    for (int row = 0; row < requests.size(); ++row) {
        if (requests.at(row).contains(u"/data_series?"_s)) {
            return row;
        }
    }
    qFatal("no counts were asked for");
}

void showRequests(AppFixture &app)
{
    auto &action = app.find<QAction>(u"requestsAction"_s);
    if (!action.isChecked()) {
        action.trigger();
    }
}

QString copied()
{
    return QGuiApplication::clipboard()->text();
}

QString commandOf(AppFixture &app, int row)
{
    tableOf(app).selectRow(row);
    QTest::keyClick(&tableOf(app), Qt::Key_C, Qt::ControlModifier);
    return copied();
}

CannedReply shopAnswerWithLimit(const QNetworkRequest &request, int remaining)
{
    CannedReply reply = shopAnswer(request);
    reply.headers = {
        {"X-RateLimit-Limit", "1000"},
        {"X-RateLimit-Remaining", QByteArray::number(remaining)},
        {"X-RateLimit-Reset", QByteArray::number(fixtureNow().addSecs(3'300).toSecsSinceEpoch())},
        {"X-Request-Id", "the-request-id"}};
    return reply;
}

} // namespace

void TestRequests::init()
{
    failOnAnyWarning();
    QGuiApplication::clipboard()->clear();
}

void TestRequests::theDockIsHiddenUntilWanted()
{
    AppFixture app;
    app.startDemo();
    QVERIFY(!app.isShown(u"requestsDock"_s));
    QVERIFY(!app.find<QAction>(u"requestsAction"_s).isChecked());
}

void TestRequests::theMenuShowsTheDockAndItsCrossHidesIt()
{
    AppFixture app;
    app.startDemo();
    app.find<QAction>(u"requestsAction"_s).trigger();
    QVERIFY(app.isShown(u"requestsTable"_s));
    QCOMPARE(QApplication::focusWidget(), &tableOf(app));
    app.find<QToolButton>(u"closeRequestsButton"_s).click();
    QVERIFY(!app.isShown(u"requestsDock"_s));
    QVERIFY(!app.find<QAction>(u"requestsAction"_s).isChecked());
}

void TestRequests::anOpenDockIsOpenAgainAfterARestart()
{
    AppFixture app;
    app.startDemo();
    showRequests(app);
    app.startDemo();
    QVERIFY(app.isShown(u"requestsDock"_s));
    QVERIFY(app.find<QAction>(u"requestsAction"_s).isChecked());
    app.find<QAction>(u"requestsAction"_s).trigger();
    app.startDemo();
    QVERIFY(!app.isShown(u"requestsDock"_s));
}

void TestRequests::everyRequestOfALoadIsListed()
{
    AppFixture app;
    app.startDemo();
    const QStringList requests = columnOf(app, Model::RequestColumn);
    QCOMPARE(requests.size(), app.hosts().size());
    QCOMPARE(requests.filter(u"event=checkout_completed&"_s).size(), 4);
    QCOMPARE(columnOf(app, Model::StatusColumn).count(u"200"_s), requests.size());
    QCOMPARE(columnOf(app, Model::BucketsColumn).count(u"32"_s), 4);
    QCOMPARE(columnOf(app, Model::AttemptsColumn).count(u"1"_s), requests.size());
    const QStringList ids = columnOf(app, Model::RequestIdColumn);
    QVERIFY(!ids.contains(u"–"_s));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), requests.size());
    QCOMPARE(app.find<QLabel>(u"requestsCount"_s).text(), QString::number(requests.size()));
}

void TestRequests::theCopiedCommandRunsAndHasNoKey()
{
    AppFixture app;
    app.startDemo();
    showRequests(app);
    const QString command = commandOf(app, seriesRow(app));
    QVERIFY(command.startsWith(u"curl -sS -H \"Authorization: Bearer $BRAZE_API_KEY\" '"_s));
    const QString key = QString::fromLatin1(demoKey());
    QVERIFY(!key.isEmpty() && !command.contains(key));
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        QSKIP("there is no curl here");
    }
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BRAZE_API_KEY"_s, key);
    environment.insert(u"no_proxy"_s, u"127.0.0.1"_s);
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, command});
    QTRY_COMPARE(shell.state(), QProcess::NotRunning);
    const QByteArray answer = shell.readAllStandardOutput();
    QVERIFY2(answer.contains("\"data\"") && answer.contains("2026-11-22"), answer.constData());
}

void TestRequests::noKeyIsInAnyCommandOrText()
{
    WorkspaceFixture app;
    app.start();
    QTRY_VERIFY(tableOf(app).model()->rowCount() >= 2);
    showRequests(app);
    tableOf(app).selectAll();
    app.find<QToolButton>(u"copyCommandButton"_s).click();
    const QString key = QString::fromLatin1(WorkspaceFixture::key());
    QVERIFY(copied().contains(u"'https://rest.iad-01.braze.com/"_s));
    QVERIFY(!copied().contains(key));
    QVERIFY(!everyTextOf(app.window()).contains(key));
}

void TestRequests::severalRowsAreCopiedAsSeveralLines()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    showRequests(app);
    tableOf(app).selectAll();
    app.find<QToolButton>(u"copyCommandButton"_s).click();
    const QStringList lines = copied().split(u'\n');
    QCOMPARE(lines.size(), tableOf(app).model()->rowCount());
    QCOMPARE(lines.filter(u"curl "_s).size(), lines.size());
}

void TestRequests::theRequestIdIsCopied()
{
    AppFixture app;
    app.startDemo();
    showRequests(app);
    tableOf(app).selectRow(2);
    app.find<QToolButton>(u"copyRequestIdButton"_s).click();
    QCOMPARE(copied(), columnOf(app, Model::RequestIdColumn).at(2));
}

void TestRequests::withoutASelectionNothingIsCopied()
{
    AppFixture app;
    app.startDemo();
    showRequests(app);
    QVERIFY(!app.find<QToolButton>(u"copyCommandButton"_s).isEnabled());
    QVERIFY(!app.find<QToolButton>(u"copyRequestIdButton"_s).isEnabled());
    QTest::keyClick(&tableOf(app), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied(), QString());
    tableOf(app).selectRow(0);
    QVERIFY(app.find<QToolButton>(u"copyCommandButton"_s).isEnabled());
    QVERIFY(app.find<QToolButton>(u"copyRequestIdButton"_s).isEnabled());
}

void TestRequests::theDemoAsksOnceForWhatIsFinal()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    showRequests(app);
    app.find<QToolButton>(u"clearRequestsButton"_s).click();
    app.window().controller().refresh();
    QTRY_VERIFY(!app.window().controller().isLoading());
    const QStringList buckets = columnOf(app, Model::BucketsColumn);
    QCOMPARE(buckets.size(), 5); // the history's, and one per series
    const QStringList requests = columnOf(app, Model::RequestColumn);
    QCOMPARE(requests.at(4), u"checkout_completed, 4 series"_s);
    for (int row = 0; row < 4; ++row) {
        QVERIFY2(buckets.at(row).toInt() < 10, qPrintable(buckets.at(row)));
    }
}

void TestRequests::aCopiedCommandIsConfirmed()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    showRequests(app);
    QVERIFY(!commandOf(app, seriesRow(app)).isEmpty());
    const auto &toast = app.find<QWidget>(u"toast"_s);
    QVERIFY(toast.isVisible());
    QVERIFY(toast.accessibleName().contains(u"$BRAZE_API_KEY"_s));
}

void TestRequests::theHistoryHasNoCommand()
{
    AppFixture app;
    app.startDemo();
    showRequests(app);
    RequestRecord record;
    record.source = RequestSource::History;
    record.startedAt = fixtureNow().addDays(1);
    Q_EMIT app.window().controller().requestFinished(record);
    QCOMPARE(columnOf(app, Model::StatusColumn).constFirst(), u"from this computer"_s);
    tableOf(app).selectRow(0);
    QVERIFY(!app.find<QToolButton>(u"copyCommandButton"_s).isEnabled());
    QVERIFY(!app.find<QToolButton>(u"copyRequestIdButton"_s).isEnabled());
    QCOMPARE(commandOf(app, 0), QString());
}

void TestRequests::clearedIsEmptyAndSaysWhatComes()
{
    AppFixture app;
    app.startDemo();
    showRequests(app);
    app.find<QToolButton>(u"clearRequestsButton"_s).click();
    QCOMPARE(tableOf(app).model()->rowCount(), 0);
    QCOMPARE(app.emptyTitle(), u"No requests"_s);
    const auto &dock = app.find<RequestsView>(u"requestsDock"_s);
    QVERIFY(!everyTextOf(dock).contains(u"came from this computer"_s));
    QVERIFY(!app.find<QToolButton>(u"clearRequestsButton"_s).isEnabled());
    app.window().controller().refresh();
    QTRY_COMPARE(columnOf(app, Model::StatusColumn).count(u"200"_s), 4);
    QCOMPARE(app.emptyTitle(), QString());
}

void TestRequests::nothingAskedIsSaid()
{
    AppFixture app;
    app.start();
    showRequests(app);
    QCOMPARE(app.emptyTitle(), u"No requests"_s);
    QVERIFY(everyTextOf(app.find<RequestsView>(u"requestsDock"_s))
                .contains(u"Everything on screen came from this computer."_s));
}

void TestRequests::anotherSessionStartsAnEmptyList()
{
    AppFixture app;
    app.startDemo();
    const QStringList before = columnOf(app, Model::RequestIdColumn);
    app.window().controller().open(u"demo"_s);
    QCOMPARE(tableOf(app).model()->rowCount(), 0);
    QVERIFY(!app.isShown(u"rateGauge"_s));
    QTRY_COMPARE(tableOf(app).model()->rowCount(), before.size());
    QTRY_COMPARE(columnOf(app, Model::BucketsColumn).count(u"32"_s), 4);
    QVERIFY(app.isShown(u"rateGauge"_s));
    app.window().controller().close();
    QCOMPARE(tableOf(app).model()->rowCount(), 0);
    QVERIFY(!app.isShown(u"rateGauge"_s));
}

void TestRequests::theGaugeShowsWhatTheServiceSays()
{
    AppFixture app;
    app.startDemo();
    QVERIFY(app.isShown(u"rateGauge"_s));
    const auto &gauge = app.find<RateGauge>(u"rateGauge"_s);
    QTRY_COMPARE(gauge.text(), u"Requests left 249,995 of 250,000 resets 14:00"_s);
    QCOMPARE(gauge.accessibleName(), u"Requests left 249,995 of 250,000, resets 14:00"_s);
}

void TestRequests::theGaugeTurnsAmber()
{
    AppFixture app(AppFixture::Network::Fake);
    const Tokens &tokens = tokensFor(QApplication::palette());
    const auto hasAmber = [&] {
        const QImage image = app.find<RateGauge>(u"rateGauge"_s).grab().toImage();
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, image.height() / 2) == tokens.warning.icon) {
                return true;
            }
        }
        return false;
    };
    app.responder = [](const QNetworkRequest &request) {
        return shopAnswerWithLimit(request, 200);
    };
    app.startDemo();
    QVERIFY(!hasAmber());
    app.responder = [](const QNetworkRequest &request) {
        return shopAnswerWithLimit(request, 199);
    };
    app.window().controller().refresh();
    QTRY_VERIFY(app.find<RateGauge>(u"rateGauge"_s).text().contains(u"199"_s));
    QVERIFY(hasAmber());
}

void TestRequests::withoutHeadersThereIsNoGauge()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(!app.isShown(u"rateGauge"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestRequests)
#include "tst_requests.moc"
