// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "tests/support/appfixture.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"

#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Names the saved workspace as the file allows; the dialogs allow less.
void giveName(const WorkspaceFixture &app, const QString &name)
{
    QFile file(app.profile() + u"/workspaces.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    WorkspaceFile content = *workspaceFileFromBytes(file.readAll());
    content.workspaces.front().name = name.trimmed().isEmpty() ? u"."_s : name;
    QVERIFY(file.resize(0) && file.seek(0) && file.write(toBytes(content)) > 0);
}

/// Lists @p name as the only event, and as the only segment.
FakeNetwork::Responder listing(const QString &name)
{
    return [name](const QNetworkRequest &request) -> CannedReply {
        const bool first = request.url().query().contains(u"page=0"_s);
        const QString path = request.url().path();
        if (path.endsWith(u"/events/list"_s)) {
            const QJsonArray events = first ? QJsonArray{name} : QJsonArray();
            return {.body = QJsonDocument({{u"events"_s, events}, {u"message"_s, u"success"_s}})
                                .toJson()};
        }
        if (path.endsWith(u"/segments/list"_s)) {
            const QJsonObject segment{{u"id"_s, u"the-segment"_s},
                                      {u"name"_s, name},
                                      {u"analytics_tracking_enabled"_s, true},
                                      {u"tags"_s, QJsonArray()}};
            const QJsonArray segments = first ? QJsonArray{segment} : QJsonArray();
            return {.body = QJsonDocument({{u"segments"_s, segments}, {u"message"_s, u"success"_s}})
                                .toJson()};
        }
        return {.body = R"({"message":"success","data":[{"time":"2026-11-22","count":12}]})"};
    };
}

View viewOf(const QString &event, const QString &segment)
{
    View view;
    view.query.events = QStringList{event};
    view.query.segments = {{}, {.id = u"the-segment"_s, .label = segment}};
    return view;
}

void openDemo(AppFixture &app, const QString &name)
{
    app.responder = listing(name);
    app.start({.workspace = u"demo"_s});
    QTRY_VERIFY(!app.window().controller().isLoading());
    QTRY_COMPARE(app.window().controller().catalog().eventsState, ListState::Read);
}

/// What the list of events offers after Ctrl+E.
QStringList offered(AppFixture &app)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_E, Qt::ControlModifier);
    const QAbstractItemModel *list = app.find<QListView>(u"eventList"_s).model();
    QStringList texts;
    for (int row = 0; row < list->rowCount(); ++row) {
        texts.append(list->index(row, 0).data().toString());
    }
    return texts;
}

/// The file name that the export dialog proposes.
QString proposedFile(AppFixture &app)
{
    QTest::keyClick(
        QApplication::focusWidget(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QString file = app.find<QLineEdit>(u"fileName"_s).text();
    app.find<QDialog>(u"exportDialog"_s).close();
    return file;
}

/// Names that can be asked for; the others get a sentence instead.
bool isAskable(const QString &name)
{
    return !problemOf(viewOf(name, {}).query);
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anEventIsShownLiterally_data() { addNames(); }
    static void anEventIsShownLiterally();
    static void aSegmentIsShownLiterally_data() { addNames(); }
    static void aSegmentIsShownLiterally();
    static void aWordOfTheServerIsShownLiterally_data() { addNames(); }
    static void aWordOfTheServerIsShownLiterally();
    static void aWorkspaceIsNamedLiterally_data() { addNames(); }
    static void aWorkspaceIsNamedLiterally();
};

void TestNames::anEventIsShownLiterally()
{
    QFETCH(const QString, name);
    AppFixture app(AppFixture::Network::Fake);
    openDemo(app, name);
    const QString shown = displayText(name);
    const QStringList list = offered(app);
    QVERIFY2(list.contains(name == u" " ? u"“ ”"_s : shown), qPrintable(list.join(u'\n')));
    app.window().controller().setView(viewOf(name, u"Gold"_s));
    QCOMPARE(app.window().windowTitle(), QString(shown + u" — Demo data — Emberline"_s));
    QCOMPARE(app.find<QLineEdit>(u"eventField"_s).text(), shown);
    if (!isAskable(name)) {
        QVERIFY(!app.window().controller().isLoading());
        QCOMPARE(app.message(), QString());
        return;
    }
    QTRY_COMPARE(app.window().controller().answeredView().query.events, QStringList{name});
    const ChartView &chart = app.find<ChartView>(u"chart"_s);
    QVERIFY2(chart.chartScene().plan().content.title.startsWith(shown),
             qPrintable(chart.chartScene().plan().content.title));
    QVERIFY(!app.window().grab().isNull());
    static const QRegularExpression safe(u"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,249}$"_s);
    const QString file = proposedFile(app);
    QVERIFY2(safe.match(file).hasMatch(), qPrintable(file));
}

void TestNames::aSegmentIsShownLiterally()
{
    QFETCH(const QString, name);
    AppFixture app(AppFixture::Network::Fake);
    openDemo(app, name);
    app.window().controller().setView(viewOf(u"signup"_s, name));
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{2});
    const QString shown = displayText(name);
    const auto &table = app.find<QTableView>(u"datasetTableView"_s);
    QCOMPARE(table.model()->headerData(2, Qt::Horizontal).toString(), shown);
    const auto &list = app.find<QListView>(u"segmentList"_s);
    QCOMPARE(list.model()->index(1, 0).data().toString(), shown);
    app.find<ChartView>(u"chart"_s).chartScene().setHovered(std::size_t{28});
    app.responder = [name](const QNetworkRequest &request) -> CannedReply {
        return request.url().query().contains(u"the-segment"_s)
                 ? CannedReply{.httpStatus = 400, .body = "{}"}
                 : listing(name)(request);
    };
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    const QString message = app.message();
    QVERIFY2(message.contains(shown + u" could not be loaded."_s), qPrintable(message));
    QVERIFY(!app.window().grab().isNull());
}

void TestNames::aWordOfTheServerIsShownLiterally()
{
    QFETCH(const QString, name);
    AppFixture app(AppFixture::Network::Fake);
    openDemo(app, u"signup"_s);
    const QByteArray body = QJsonDocument(QJsonObject{{u"message"_s, name}}).toJson();
    app.responder = [body](const QNetworkRequest & /*request*/) {
        return CannedReply{.httpStatus = 400, .body = body};
    };
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    const QString message = app.message();
    const QString said = displayText(name.trimmed()).left(100).trimmed();
    QVERIFY2(said.isEmpty() || message.contains(said), qPrintable(message));
    app.press(MessageAction::Details);
}

void TestNames::aWorkspaceIsNamedLiterally()
{
    QFETCH(const QString, name);
    WorkspaceFixture app;
    giveName(app, name);
    const QString shown = displayText(WorkspaceStore(app.profile()).find(app.id())->name);
    app.start();
    QTRY_VERIFY(app.window().controller().isOpen());
    app.responder = [](const QNetworkRequest & /*request*/) {
        return CannedReply{.httpStatus = 401, .body = "{}"};
    };
    app.window().controller().setView(viewOf(u"signup"_s, u"Gold"_s));
    QTRY_VERIFY(!app.message().isEmpty());
    QCOMPARE(app.window().windowTitle(), QString(u"signup — "_s + shown + u" — Emberline"_s));
    QVERIFY(app.find<QLabel>(u"statusWorkspace"_s).text().startsWith(shown));
    QVERIFY2(app.message().contains(u"the key for "_s + shown + u"."_s), qPrintable(app.message()));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestNames)
#include "tst_names.moc"
