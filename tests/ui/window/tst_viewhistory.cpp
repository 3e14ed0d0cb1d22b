// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/window/viewhistory.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The demo, whose view the tests change.
struct HistoryWindow : AppFixture
{
    HistoryWindow()
        : AppFixture(AppFixture::Network::Fake)
    {
        startDemo();
    }

    ViewController &controller() { return window().controller(); }
    QUndoStack &steps() { return controller().viewHistory().steps(); }
    const Look &look() { return controller().view().look; }

    void hide(std::size_t series)
    {
        Look changed = look();
        changed.hidden = {idOf(dataset().series.at(series).key)};
        controller().setLook(changed);
    }

    void zoom(int first, int last, bool continues = false)
    {
        Look changed = look();
        const std::vector<BucketTime> &times = dataset().times;
        changed.zoom = Zoom{.first = times.at(static_cast<std::size_t>(first)),
                            .last = times.at(static_cast<std::size_t>(last))};
        controller().setLook(changed, continues);
    }
};

View plain()
{
    View view;
    view.query.events = QStringList{u"a"_s};
    return view;
}

} // namespace

/// Going back through the views of the window.
class TestViewHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aStepIsNamedAfterWhatItChanges_data();
    static void aStepIsNamedAfterWhatItChanges();
    static void anEditIsUndoneAndDoneAgain();
    static void theSameViewIsNoStep();
    static void undoingHidesAndShowsWithoutAReset();
    static void aRangeIsUndoneFromWhatIsKept();
    static void anotherEditEndsWhatCouldBeDoneAgain();
    static void aWheelIsOneStep();
    static void aNewZoomIsAnotherStep();
    static void anotherRangeEndsTheZoom();
    static void tenStepsGoBackOneByOne();
};

void TestViewHistory::aStepIsNamedAfterWhatItChanges_data()
{
    QTest::addColumn<View>("after");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &text, auto change) {
        View view = plain();
        change(view);
        QTest::newRow(qPrintable(text)) << view << text;
    };
    row(u"Change event"_s, [](View &view) { view.query.events = QStringList{u"b"_s}; });
    row(u"Change segments"_s, [](View &view) { view.query.segments = {}; });
    row(u"Change app"_s, [](View &view) { view.query.apps = {}; });
    row(u"Change range"_s, [](View &view) { view.query.range = Preset::Today; });
    row(u"Change bucket"_s, [](View &view) { view.query.granularity = Granularity::Week; });
    row(u"Change comparison"_s,
        [](View &view) { view.comparison.kind = ComparisonKind::LastYear; });
    row(u"Change layout"_s, [](View &view) { view.look.layout = ChartLayout::SideBySide; });
    row(u"Hide series"_s, [](View &view) { view.look.hidden = {{.event = u"a"_s}}; });
    row(u"Complete periods only"_s, [](View &view) { view.look.completeOnly = true; });
    row(u"Zoom"_s, [](View &view) { view.look.zoom = Zoom{.first = 0, .last = msPerDay}; });
    row(u"Change panels"_s, [](View &view) { view.look.panels.ghosts = true; });
    row(u"Rename view"_s, [](View &view) { view.title = u"T"_s; });
}

void TestViewHistory::aStepIsNamedAfterWhatItChanges()
{
    QFETCH(View, after);
    QFETCH(QString, text);
    QCOMPARE(stepText(plain(), after), text);
}

void TestViewHistory::anEditIsUndoneAndDoneAgain()
{
    HistoryWindow app;
    const View before = app.controller().view();
    QCOMPARE(app.steps().count(), 0);
    app.controller().setComparison({.kind = ComparisonKind::LastYear});
    const View after = app.controller().view();
    QCOMPARE(app.steps().count(), 1);
    app.steps().undo();
    QVERIFY(app.controller().view() == before);
    app.steps().redo();
    QVERIFY(app.controller().view() == after);
    QCOMPARE(app.steps().count(), 1);
}

void TestViewHistory::theSameViewIsNoStep()
{
    HistoryWindow app;
    app.controller().setView(app.controller().view());
    QCOMPARE(app.steps().count(), 0);
}

void TestViewHistory::undoingHidesAndShowsWithoutAReset()
{
    HistoryWindow app;
    const DatasetModel &model = *app.controller().model();
    const QSignalSpy resets(&model, &DatasetModel::modelReset);
    const QSignalSpy looks(&model, &DatasetModel::looksChanged);
    app.hide(1);
    QVERIFY(model.look(1).hidden);
    app.steps().undo();
    QVERIFY(!model.look(1).hidden);
    QCOMPARE(looks.size(), 2);
    QCOMPARE(resets.size(), 0);
}

void TestViewHistory::aRangeIsUndoneFromWhatIsKept()
{
    HistoryWindow app;
    Query query = app.query();
    query.range = Preset::Last7Days;
    app.controller().setQuery(query);
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{7});
    app.steps().undo();
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{30});
}

void TestViewHistory::anotherEditEndsWhatCouldBeDoneAgain()
{
    HistoryWindow app;
    app.hide(0);
    app.steps().undo();
    QVERIFY(app.steps().canRedo());
    app.hide(1);
    QVERIFY(!app.steps().canRedo());
}

void TestViewHistory::aWheelIsOneStep()
{
    HistoryWindow app;
    app.zoom(2, 27);
    app.zoom(4, 25, true);
    app.zoom(6, 23, true);
    QCOMPARE(app.steps().count(), 1);
    app.steps().undo();
    QVERIFY(!app.look().zoom.has_value());
    app.steps().redo();
    QCOMPARE(app.look().zoom->first, app.dataset().times.at(6));
}

void TestViewHistory::aNewZoomIsAnotherStep()
{
    HistoryWindow app;
    app.zoom(2, 27);
    app.zoom(4, 25);
    QCOMPARE(app.steps().count(), 2);
    app.steps().undo();
    QCOMPARE(app.look().zoom->first, app.dataset().times.at(2));
}

void TestViewHistory::anotherRangeEndsTheZoom()
{
    HistoryWindow app;
    app.zoom(2, 27);
    Query query = app.query();
    query.range = Preset::Last7Days;
    app.controller().setQuery(query);
    QVERIFY(!app.look().zoom.has_value());
    app.steps().undo();
    QVERIFY(app.look().zoom.has_value());
}

void TestViewHistory::tenStepsGoBackOneByOne()
{
    HistoryWindow app;
    std::vector<View> views{app.controller().view()};
    for (int i = 0; i < 10; ++i) {
        Look look = app.look();
        look.panels.columns = 1 + i % mostPanelColumns;
        look.completeOnly = i % 2 == 0;
        app.controller().setLook(look);
        views.push_back(app.controller().view());
    }
    for (std::size_t i = 10; i-- > 0;) {
        app.steps().undo();
        QVERIFY(app.controller().view() == views.at(i));
    }
    QVERIFY(!app.steps().canUndo());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestViewHistory)
#include "tst_viewhistory.moc"
