// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventlistmodel.h"
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The demo's window with hands on the form.
class SplitBench final : public AppFixture
{
public:
    SplitBench()
        : AppFixture(Network::Fake)
    {
        startDemo();
    }

    /// Ctrl+E, a few letters, Ctrl+Enter.
    void addEvent(const QString &letters)
    {
        press(Qt::Key_E, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), letters);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_Escape);
    }

    /// Ctrl+Shift+P, then a box each.
    void tickApps(const QList<int> &rows)
    {
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto &menu = find<QMenu>(u"appMenu"_s);
        for (const int row : rows) {
            const QRect place = menu.actionGeometry(menu.actions().at(row));
            const QPoint box(place.left() + 20, place.center().y());
            QTest::mouseMove(&menu, box);
            QTest::mouseClick(&menu, Qt::LeftButton, {}, box);
        }
        QTest::keyClick(&menu, Qt::Key_Escape);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    /// Once everything that is asked for is on screen.
    [[nodiscard]] bool hasSeries(std::size_t count)
    {
        return dataset().series.size() == count && !window().controller().isLoading();
    }

    QStringList panels()
    {
        QStringList names;
        const auto &all = find<PanelsView>(u"panels"_s).panels();
        for (PanelView *panel : all) {
            names.append(panel->header().title().name);
        }
        return names;
    }
};

} // namespace

/// Several events and apps, chosen by hand, and a panel for each of them.
class TestPanelSplits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void thereIsAPanelForEveryEvent();
    static void thereIsAPanelForEveryApp();
    static void addingAnEventIsAStepThatCanBeUndone();
    static void everyChosenEventIsRecent();
    static void theTitleNamesEveryEvent();
};

void TestPanelSplits::thereIsAPanelForEveryEvent()
{
    SplitBench app;
    app.addEvent(u"cart_abandoned"_s);
    QCOMPARE(app.query().events, (QStringList{u"checkout_completed"_s, u"cart_abandoned"_s}));
    QTRY_VERIFY(app.hasSeries(8)); // of four segments
    app.press(Qt::Key_2, Qt::ControlModifier);
    auto &split = app.find<QComboBox>(u"panelsSplit"_s);
    QVERIFY(split.isVisible());
    QCOMPARE(split.count(), 2); // there are no apps to split by
    split.setFocus();
    app.press(Qt::Key_End);
    QCOMPARE(app.window().controller().view().look.panels.split, PanelSplit::Event);
    QCOMPARE(app.panels(), (QStringList{u"checkout_completed"_s, u"cart_abandoned"_s}));
}

void TestPanelSplits::thereIsAPanelForEveryApp()
{
    SplitBench app;
    app.tickApps({1, 2});
    QCOMPARE(app.query().apps.size(), std::size_t{2});
    QTRY_VERIFY(app.hasSeries(8));
    app.press(Qt::Key_2, Qt::ControlModifier);
    auto &split = app.find<QComboBox>(u"panelsSplit"_s);
    QCOMPARE(split.count(), 2);
    split.setFocus();
    app.press(Qt::Key_Down);
    QCOMPARE(app.window().controller().view().look.panels.split, PanelSplit::App);
    QCOMPARE(app.panels(), (QStringList{u"iOS"_s, u"Android"_s}));
}

void TestPanelSplits::addingAnEventIsAStepThatCanBeUndone()
{
    SplitBench app;
    app.addEvent(u"cart_abandoned"_s);
    app.addEvent(u"app_open"_s);
    QCOMPARE(app.query().events.size(), 3);
    QTest::mouseClick(&app.find<QToolButton>(u"removeEvent0"_s), Qt::LeftButton);
    QCOMPARE(app.query().events, (QStringList{u"cart_abandoned"_s, u"app_open"_s}));
    QUndoStack &steps = app.window().controller().viewHistory().steps();
    QCOMPARE(steps.count(), 3);
    steps.undo();
    QCOMPARE(app.query().events.size(), 3);
    QVERIFY(app.isShown(u"removeEvent2"_s));
    steps.undo();
    steps.undo();
    QCOMPARE(app.query().events, QStringList{u"checkout_completed"_s});
    QCOMPARE(app.find<QLineEdit>(u"eventField"_s).text(), u"checkout_completed"_s);
    QTRY_VERIFY(app.hasSeries(4));
}

void TestPanelSplits::everyChosenEventIsRecent()
{
    SplitBench app;
    app.addEvent(u"cart_abandoned"_s);
    app.addEvent(u"app_open"_s);
    QCOMPARE(app.window().controller().workspace().recentEvents,
             (QStringList{u"app_open"_s, u"cart_abandoned"_s, u"checkout_completed"_s}));
}

void TestPanelSplits::theTitleNamesEveryEvent()
{
    SplitBench app;
    app.addEvent(u"cart_abandoned"_s);
    QVERIFY(app.window().windowTitle().startsWith(u"checkout_completed, cart_abandoned"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelSplits)

#include "tst_panelsplits.moc"
