// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelplate.h"
#include "ui/panels/panelshead.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"
#include "ui/table/datasettable.h"
#include "ui/window/viewhistory.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), which, modifiers);
}

DatasetTable &tableOf(AppFixture &app)
{
    auto *table = app.window().findChild<DatasetTable *>();
    if (table == nullptr) {
        qFatal("no table");
    }
    return *table;
}

PanelView &panel(AppFixture &app, std::size_t index)
{
    return *app.find<PanelsView>(u"panels"_s).panels().at(index);
}

/// By its header, to the far half of panel @p to.
void drag(AppFixture &app, std::size_t from, std::size_t to)
{
    PanelHeader &header = panel(app, from).header();
    const QPoint grip(20, 18);
    PanelView &target = panel(app, to);
    const QPoint there = header.mapFromGlobal(
        target.mapToGlobal(target.rect().center() + QPoint(60, 0)));
    QTest::mousePress(&header, Qt::LeftButton, {}, grip);
    QTest::mouseMove(&header, there);
    QTest::mouseRelease(&header, Qt::LeftButton, {}, there);
}

QHash<QString, QRgb> coloursOf(AppFixture &app)
{
    QHash<QString, QRgb> colours;
    for (PanelView *each : app.find<PanelsView>(u"panels"_s).panels()) {
        const PanelTitle &title = each->header().title();
        colours.insert(title.name, title.swatch.color.rgb());
    }
    return colours;
}

QStringList names(AppFixture &app)
{
    QStringList names;
    for (PanelView *panel : app.find<PanelsView>(u"panels"_s).panels()) {
        names.append(panel->header().title().name);
    }
    return names;
}

} // namespace

/// Overlay and side by side in the whole window.
class TestSideBySide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void keysSwitchTheLayout();
    static void buttonsSwitchTheLayout();
    static void theTableFoldsBesidePanels();
    static void theLayoutIsAStepThatCanBeUndone();
    static void theLayoutIsThereAgainAtTheNextStart();
    static void everySegmentHasAPanel();
    static void sortingIsPartOfTheView();
    static void aDragIsAStepThatAsksForNothing();
    static void coloursStayWithTheirSegments();
    static void theBoxFollowsTheView();
    static void lettersWorkInPanels();
    static void aHiddenPanelIsAStep();
    static void whatFailedIsTriedAgainInItsPanel();
    static void controlDownGoesToTheRow();
    static void panelsMarkTheRow();
    static void escGoesBackBeforeItCancels();
    static void thePictureIsStillThere();
    static void withoutAWorkspaceThereIsNoLayout();
};

void TestSideBySide::keysSwitchTheLayout()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(app.isShown(u"chart"_s));
    key(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(app.isShown(u"panels"_s));
    QVERIFY(!app.isShown(u"chart"_s));
    QVERIFY(app.window().controller().view().look.layout == ChartLayout::SideBySide);
    QVERIFY(app.find<QAction>(u"panelsAction"_s).isChecked());
    key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(app.isShown(u"chart"_s));
    QVERIFY(!app.find<QAction>(u"panelsAction"_s).isChecked());
}

void TestSideBySide::buttonsSwitchTheLayout()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QTest::mouseClick(&app.find<QToolButton>(u"panelsButton"_s), Qt::LeftButton);
    QVERIFY(app.isShown(u"panels"_s));
    QVERIFY(app.find<QToolButton>(u"panelsButton"_s).isChecked());
    app.find<QAction>(u"overlayAction"_s).trigger();
    QVERIFY(app.isShown(u"chart"_s));
    QVERIFY(app.find<QToolButton>(u"overlayButton"_s).isChecked());
}

void TestSideBySide::theTableFoldsBesidePanels()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.window().resize(1440, 900);
    auto &table = tableOf(app);
    table.setFolded(false);
    app.find<QAction>(u"panelsAction"_s).trigger();
    QVERIFY(table.isFolded());
    key(Qt::Key_F8); // it can be had all the same
    QVERIFY(!table.isFolded());
    app.find<QAction>(u"overlayAction"_s).trigger();
    QVERIFY(!table.isFolded());
}

void TestSideBySide::theLayoutIsAStepThatCanBeUndone()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    app.window().controller().viewHistory().steps().undo();
    QVERIFY(app.isShown(u"chart"_s));
    QVERIFY(app.find<QAction>(u"overlayAction"_s).isChecked());
    app.window().controller().viewHistory().steps().redo();
    QVERIFY(app.isShown(u"panels"_s));
}

void TestSideBySide::theLayoutIsThereAgainAtTheNextStart()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    app.startDemo();
    QVERIFY(app.isShown(u"panels"_s));
    QVERIFY(!names(app).isEmpty());
}

void TestSideBySide::everySegmentHasAPanel()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    QCOMPARE(names(app).size(), static_cast<qsizetype>(app.query().segments.size()));
    Query query = app.query();
    query.segments.pop_back();
    app.window().controller().setQuery(query);
    QTRY_COMPARE(names(app).size(), static_cast<qsizetype>(query.segments.size()));
    QVERIFY(!app.find<PanelsHead>(u"panelsHead"_s).key().title.isEmpty());
}

void TestSideBySide::sortingIsPartOfTheView()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    const QStringList before = names(app);
    auto &order = app.find<QComboBox>(u"panelsOrder"_s);
    order.setFocus();
    key(Qt::Key_End); // by name
    QCOMPARE(app.window().controller().view().look.panels.order, PanelOrder::Name);
    QStringList sorted = before;
    sorted.sort(Qt::CaseInsensitive);
    QVERIFY(sorted != before);
    QCOMPARE(names(app), sorted);
    app.window().controller().viewHistory().steps().undo();
    QCOMPARE(names(app), before);
}

void TestSideBySide::aDragIsAStepThatAsksForNothing()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    app.window().controller().setComparison({.kind = ComparisonKind::PreviousPeriod});
    QTRY_VERIFY(!panel(app, 3).header().title().change.isEmpty());
    app.find<QComboBox>(u"panelsOrder"_s).setCurrentIndex(1); // by total
    const QStringList sorted = names(app);
    const Query before = app.query();
    const int requests = app.seriesRequests();
    drag(app, 0, 1);
    QCOMPARE(names(app), (QStringList{sorted[1], sorted[0], sorted[2], sorted[3]}));
    QVERIFY(!app.window().controller().isLoading());
    QVERIFY(!panel(app, 0).header().title().change.isEmpty());
    QCOMPARE(app.window().controller().view().look.panels.order, PanelOrder::AsChosen);
    QCOMPARE(app.query().segments.at(0).label, sorted[1]);
    QCOMPARE(app.find<QTableView>(u"datasetTableView"_s)
                 .model()
                 ->headerData(1, Qt::Horizontal)
                 .toString(),
             sorted[1]);
    QCOMPARE(app.find<QAction>(u"undoAction"_s).text(), u"&Undo: Change order"_s);
    app.find<QAction>(u"undoAction"_s).trigger();
    QCOMPARE(names(app), sorted);
    QVERIFY(app.query() == before);
    QCOMPARE(app.seriesRequests(), requests);
}

void TestSideBySide::coloursStayWithTheirSegments()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    const QHash<QString, QRgb> before = coloursOf(app);
    QCOMPARE(before.size(), 4);
    panel(app, 0).chart().setFocus();
    key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(coloursOf(app), before);
    QVERIFY(panel(app, 1).chart().hasFocus());
}

void TestSideBySide::theBoxFollowsTheView()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    auto &box = app.find<QCheckBox>(u"panelsPreviousPeriod"_s);
    ViewController &controller = app.window().controller();
    QVERIFY(!box.isChecked());
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
    QCOMPARE(controller.view().comparison.kind, ComparisonKind::PreviousPeriod);
    QTRY_VERIFY(!panel(app, 0).header().title().change.isEmpty());
    QVERIFY(app.find<PanelsHead>(u"panelsHead"_s)
                .key()
                .entries.front()
                .words.startsWith(u"previous period, "_s));
    controller.setComparison({.kind = ComparisonKind::LastYear});
    QVERIFY(!box.isChecked());
    controller.viewHistory().steps().undo();
    QVERIFY(box.isChecked());
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
    QCOMPARE(controller.view().comparison.kind, ComparisonKind::None);
}

void TestSideBySide::lettersWorkInPanels()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    panel(app, 1).chart().setFocus();
    key(Qt::Key_X);
    QCOMPARE(app.window().controller().view().comparison.kind, ComparisonKind::PreviousPeriod);
    key(Qt::Key_W);
    QVERIFY(app.query().range == Range(Preset::Last7Days));
}

void TestSideBySide::aHiddenPanelIsAStep()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    const QStringList before = names(app);
    QTest::mouseClick(&panel(app, 1).header().moreButton(), Qt::LeftButton);
    app.find<QAction>(u"panelHideAction"_s).trigger();
    QCOMPARE(names(app), (QStringList{before[0], before[2], before[3]}));
    app.window().controller().viewHistory().steps().undo();
    QCOMPARE(names(app), before);
}

void TestSideBySide::whatFailedIsTriedAgainInItsPanel()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    Query query = app.query();
    const QString id = u"b84e0a19-57c2-4d63-8f2b-90c4a6e1d304"_s;
    query.segments.insert(query.segments.begin() + 1, {.id = id, .label = u"New customers"_s});
    app.responder = [id](const QNetworkRequest &request) {
        return request.url().query().contains(id)
                 ? CannedReply{.httpStatus = 400, .body = R"({"message":"no"})"}
                 : shopAnswer(request);
    };
    app.window().controller().setQuery(query);
    QTRY_VERIFY(!app.message().isEmpty());
    QCOMPARE(names(app).at(1), u"New customers"_s);
    QCOMPARE(names(app).size(), 5);
    PanelPlate &plate = panel(app, 1).plate();
    QVERIFY(plate.isVisible());
    app.responder = shopAnswer;
    QTest::mouseClick(&plate.retryButton(), Qt::LeftButton);
    QTRY_VERIFY(app.message().isEmpty());
    QTRY_VERIFY(!panel(app, 1).header().title().total.isEmpty());
    QVERIFY(!panel(app, 1).plate().isVisible());
    QCOMPARE(names(app).at(1), u"New customers"_s);
}

void TestSideBySide::controlDownGoesToTheRow()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    panel(app, 1).chart().setFocus();
    key(Qt::Key_Left);
    key(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(!tableOf(app).isFolded());
    QVERIFY(tableOf(app).isAncestorOf(QApplication::focusWidget()));
}

void TestSideBySide::panelsMarkTheRow()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    PanelView *panel = app.find<PanelsView>(u"panels"_s).panels().at(1);
    const ChartFrame &frame = panel->chart().chartScene().frame();
    QTest::mouseClick(panel->chart().viewport(),
                      Qt::LeftButton,
                      {},
                      QPointF(frame.centerOf(10), frame.plot.center().y()).toPoint());
    const auto &table = app.find<QTableView>(u"datasetTableView"_s);
    const QModelIndexList rows = table.selectionModel()->selectedIndexes();
    QVERIFY(!rows.isEmpty());
    QCOMPARE(rows.front().row(), 19);
    QCOMPARE(app.find<ChartView>(u"chart"_s).markedBucket(),
             std::optional(app.dataset().times.at(10)));
}

void TestSideBySide::escGoesBackBeforeItCancels()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    auto &panels = app.find<PanelsView>(u"panels"_s);
    panels.panels().at(1)->chart().setFocus();
    key(Qt::Key_Return);
    QCOMPARE(panels.enlarged(), std::optional<std::size_t>(1));
    key(Qt::Key_Escape);
    QVERIFY(!panels.enlarged().has_value());
    QVERIFY(app.isShown(u"panels"_s));
}

void TestSideBySide::thePictureIsStillThere()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"panelsAction"_s).trigger();
    QVERIFY(app.find<QAction>(u"copyImageAction"_s).isEnabled());
    QVERIFY(app.find<QAction>(u"exportAction"_s).isEnabled());
}

void TestSideBySide::withoutAWorkspaceThereIsNoLayout()
{
    AppFixture app(AppFixture::Network::Fake);
    app.start();
    QVERIFY(!app.find<QAction>(u"panelsAction"_s).isEnabled());
    QVERIFY(!app.find<QToolButton>(u"panelsButton"_s).isEnabled());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestSideBySide)

#include "tst_sidebyside.moc"
