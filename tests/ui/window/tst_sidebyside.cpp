// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelshead.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"
#include "ui/table/datasettable.h"
#include "ui/window/viewhistory.h"

#include <QAction>
#include <QComboBox>
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
