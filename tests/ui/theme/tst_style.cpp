// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/controls.h"
#include "ui/theme/segmentedrow.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init();
    static void controlsAreAsHighAsInTheDesign();
    static void barsAreAsHighAsInTheDesign();
    static void aTableMayHaveRowsOf24();
    static void aLargeFontMakesControlsHigher();
    static void aPrimaryButtonIsFilledWithTheAccent();
    static void aQuietButtonHasNoFrame();
    static void aDisabledButtonLooksDisabled();
    static void aFieldWithFocusHasAnAccentBorderOfTwo();
    static void anInvalidFieldHasAnErrorBorderAndASign();
    static void aTickedBoxTakesItsTokenColour();
    static void aCheckMarkInAListTakesItsTokenColour();
    static void aChosenRowKeepsTheColourOfItsText();
    static void theRingSurroundsAButtonReachedByKeyboard();
    static void noRingAfterAClick();
    static void noRingInAnInactiveWindow();
    static void theRingSurvivesTheEndOfItsWindow();
    static void aTextThatLooksLikeMarkupIsJustText();
    static void segmentsAreChosenByArrowKeys();
    static void theChosenSegmentLooksChosen();
    static void tabReachesOneSegmentOnly();
};

namespace {

QColor pixelOf(QWidget *widget, QPoint where)
{
    return widget->grab().toImage().pixelColor(where);
}

QPoint leftEdge(const QWidget *widget)
{
    return {0, widget->height() / 2};
}

QFocusFrame *ringIn(const QWidget &window)
{
    return window.findChild<QFocusFrame *>();
}

void activate(QWidget &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace

void TestStyle::initTestCase()
{
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    QApplication::setStyle(new Style); // the application takes it
}

void TestStyle::init()
{
    failOnAnyWarning();
    QApplication::setPalette(paletteOf(lightTokens()));
}

void TestStyle::controlsAreAsHighAsInTheDesign()
{
    QPushButton button(u"Export"_s);
    QToolButton tool;
    tool.setText(u"Refresh"_s);
    QLineEdit field;
    QComboBox combo;
    combo.addItem(u"Day"_s);
    QSpinBox spin;
    SegmentedRow row;
    row.addSegment(0, u"Hour"_s);
    for (const QWidget *control :
         std::initializer_list<QWidget *>{&button, &tool, &field, &combo, &spin, &row}) {
        QCOMPARE(control->sizeHint().height(), 28);
    }
    setButtonKind(&button, ButtonKind::Primary, ButtonSize::Large);
    QCOMPARE(button.sizeHint().height(), 40);
    const QScrollBar bar(Qt::Vertical);
    QCOMPARE(bar.sizeHint().width(), 12);
    QListWidget list;
    list.addItem(u"Gold"_s);
    QCOMPARE(list.sizeHintForRow(0), 28);
}

void TestStyle::barsAreAsHighAsInTheDesign()
{
    QMainWindow window;
    window.menuBar()->addMenu(u"File"_s);
    QToolBar *tools = window.addToolBar(u"Tools"_s);
    tools->addWidget(new QPushButton(u"Export"_s, tools));
    QDockWidget dock(u"Query"_s);
    dock.setWidget(new QWidget(&dock));
    window.addDockWidget(Qt::LeftDockWidgetArea, &dock);
    QTabBar tabs;
    tabs.addTab(u"One"_s);
    QTableWidget table(1, 1);
    window.setCentralWidget(new QWidget(&window));
    window.statusBar();
    window.resize(800, 600);
    window.show();
    QCOMPARE(window.menuBar()->height(), 28);
    QCOMPARE(tools->height(), 44);
    QCOMPARE(window.statusBar()->height(), 28);
    QCOMPARE(dock.widget()->y(), 36);
    QCOMPARE(tabs.sizeHint().height(), 36);
    QCOMPARE(table.horizontalHeader()->sizeHint().height(), 28);
}

void TestStyle::aTableMayHaveRowsOf24()
{
    QTableWidget table(1, 1);
    table.verticalHeader()->setDefaultSectionSize(24);
    QCOMPARE(table.rowHeight(0), 24);
}

void TestStyle::aLargeFontMakesControlsHigher()
{
    QPushButton button(u"Export"_s);
    QFont font = button.font();
    font.setPixelSize(30);
    button.setFont(font);
    QCOMPARE(button.sizeHint().height(), button.fontMetrics().height() + 10);
}

void TestStyle::aPrimaryButtonIsFilledWithTheAccent()
{
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        QApplication::setPalette(paletteOf(*tokens));
        QPushButton button(u"Export"_s);
        setButtonKind(&button, ButtonKind::Primary);
        button.resize(button.sizeHint());
        QCOMPARE(pixelOf(&button, {6, 5}), tokens->accent);
        QCOMPARE(button.font().weight(), QFont::DemiBold);
    }
}

void TestStyle::aQuietButtonHasNoFrame()
{
    QPushButton button(u"Details"_s);
    button.resize(button.sizeHint());
    QCOMPARE(pixelOf(&button, leftEdge(&button)), lightTokens().buttonBorder);
    setButtonKind(&button, ButtonKind::Quiet);
    QCOMPARE(pixelOf(&button, leftEdge(&button)), lightTokens().win);
}

void TestStyle::aDisabledButtonLooksDisabled()
{
    QPushButton button(u"Retry"_s);
    setButtonKind(&button, ButtonKind::Primary);
    button.setEnabled(false);
    button.resize(button.sizeHint());
    QCOMPARE(pixelOf(&button, leftEdge(&button)), lightTokens().hairline);
    QCOMPARE(pixelOf(&button, {6, 5}), lightTokens().win);
}

void TestStyle::aFieldWithFocusHasAnAccentBorderOfTwo()
{
    QLineEdit field;
    field.resize(200, 28);
    QCOMPARE(pixelOf(&field, leftEdge(&field)), lightTokens().fieldBorder);
    QCOMPARE(pixelOf(&field, leftEdge(&field) + QPoint(1, 0)), lightTokens().base);
    activate(field);
    field.setFocus();
    QCOMPARE(pixelOf(&field, leftEdge(&field)), lightTokens().accent);
    QCOMPARE(pixelOf(&field, leftEdge(&field) + QPoint(1, 0)), lightTokens().accent);
    QCOMPARE(pixelOf(&field, leftEdge(&field) + QPoint(2, 0)), lightTokens().base);
}

void TestStyle::anInvalidFieldHasAnErrorBorderAndASign()
{
    QLineEdit field;
    field.resize(200, 28);
    setInvalid(&field, true, u"This is an SDK host."_s);
    QCOMPARE(pixelOf(&field, leftEdge(&field)), lightTokens().error.icon);
    QCOMPARE(field.actions().size(), 1);
    QCOMPARE(field.actions().constFirst()->text(), u"This is an SDK host."_s);
    setInvalid(&field, false);
    QCOMPARE(pixelOf(&field, leftEdge(&field)), lightTokens().fieldBorder);
    QVERIFY(!field.actions().constFirst()->isVisible());
}

void TestStyle::aTickedBoxTakesItsTokenColour()
{
    QCheckBox box(u"Silver"_s);
    box.resize(box.sizeHint());
    box.setChecked(true);
    const QPoint inside(3, box.height() / 2 - 5);
    QCOMPARE(pixelOf(&box, inside), lightTokens().accent);
    setTokenColor(&box, QColor(0xDD7907));
    QCOMPARE(pixelOf(&box, inside), QColor(0xDD7907));
    const QImage image = box.grab().toImage();
    bool hasBlackTick = false;
    for (int x = 0; x < 16; ++x) {
        for (int y = 0; y < image.height(); ++y) {
            hasBlackTick = hasBlackTick || image.pixelColor(x, y).lightness() < 40;
        }
    }
    QVERIFY(hasBlackTick); // white would be hard to see on orange
    box.setChecked(false);
    QCOMPARE(pixelOf(&box, inside), lightTokens().base);
}

void TestStyle::aCheckMarkInAListTakesItsTokenColour()
{
    QListWidget list;
    auto *item = new QListWidgetItem(u"Gold"_s, &list);
    item->setCheckState(Qt::Checked);
    item->setData(tokenColorRole, QColor(0x003CBA));
    list.resize(200, 60);
    const QRect row = list.visualItemRect(item);
    QCOMPARE(pixelOf(list.viewport(), row.topLeft() + QPoint(11, 9)), QColor(0x003CBA));
}

void TestStyle::aChosenRowKeepsTheColourOfItsText()
{
    QListWidget list;
    list.addItem(u"████"_s);
    list.setCurrentRow(0);
    list.resize(200, 60);
    list.show();
    const QImage image = list.viewport()->grab().toImage();
    const QRect row = list.visualItemRect(list.item(0));
    QCOMPARE(image.pixelColor(row.right() - 20, row.center().y()), lightTokens().selected);
    QCOMPARE(image.pixelColor(20, row.center().y()), lightTokens().text);
}

void TestStyle::theRingSurroundsAButtonReachedByKeyboard()
{
    QWidget window;
    window.resize(300, 100);
    QPushButton button(u"Export"_s, &window);
    button.setGeometry(50, 30, 100, 28);
    activate(window);
    button.setFocus(Qt::TabFocusReason);
    QVERIFY(ringIn(window) != nullptr);
    QCOMPARE(ringIn(window)->geometry(), button.geometry().adjusted(-4, -4, 4, 4));
    const QImage image = window.grab().toImage();
    QCOMPARE(image.pixelColor(46, 44), lightTokens().accent);
    QCOMPARE(image.pixelColor(47, 44), lightTokens().accent);
    QCOMPARE(image.pixelColor(48, 44), lightTokens().win);
    QCOMPARE(image.pixelColor(49, 44), lightTokens().win);
    QCOMPARE(image.pixelColor(50, 44), lightTokens().buttonBorder);
}

void TestStyle::noRingAfterAClick()
{
    QWidget window;
    window.resize(300, 100);
    QPushButton first(u"First"_s, &window);
    QPushButton second(u"Second"_s, &window);
    second.move(150, 0);
    activate(window);
    first.setFocus(Qt::TabFocusReason);
    QVERIFY(ringIn(window)->isVisible());
    QTest::mouseClick(&second, Qt::LeftButton);
    QVERIFY(second.hasFocus());
    QVERIFY(!ringIn(window)->isVisible());
}

void TestStyle::noRingInAnInactiveWindow()
{
    QWidget window;
    window.resize(300, 100);
    QPushButton button(u"Export"_s, &window);
    activate(window);
    button.setFocus(Qt::TabFocusReason);
    QVERIFY(ringIn(window)->isVisible());
    QWidget other;
    activate(other);
    QVERIFY(!ringIn(window)->isVisible());
}

void TestStyle::theRingSurvivesTheEndOfItsWindow()
{
    {
        QWidget window;
        QPushButton button(u"Export"_s, &window);
        activate(window);
        button.setFocus(Qt::TabFocusReason);
    }
    QWidget window;
    QPushButton button(u"Export"_s, &window);
    activate(window);
    button.setFocus(Qt::TabFocusReason);
    QVERIFY(ringIn(window) != nullptr);
}

void TestStyle::aTextThatLooksLikeMarkupIsJustText()
{
    const QPushButton plain(u"x"_s);
    const QPushButton markup(u"<b>x</b>"_s);
    QVERIFY(markup.sizeHint().width() > plain.sizeHint().width() + 20);
}

void TestStyle::segmentsAreChosenByArrowKeys()
{
    SegmentedRow row;
    row.addSegment(0, u"Hour"_s);
    row.addSegment(1, u"Day"_s);
    row.addSegment(2, u"Week"_s);
    QCOMPARE(row.current(), 0);
    const QSignalSpy changed(&row, &SegmentedRow::currentChanged);
    activate(row);
    row.segment(0)->setFocus();
    QTest::keyClick(row.segment(0), Qt::Key_Right);
    QCOMPARE(row.current(), 1);
    QVERIFY(row.segment(1)->hasFocus());
    QTest::keyClick(row.segment(1), Qt::Key_Left);
    QCOMPARE(row.current(), 0);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(0).at(0).toInt(), 1);
}

void TestStyle::theChosenSegmentLooksChosen()
{
    SegmentedRow row;
    row.addSegment(0, u"Hour"_s);
    row.addSegment(1, u"Day"_s);
    row.addSegment(2, u"Week"_s);
    row.resize(300, 28);
    row.setCurrent(1);
    row.ensurePolished();
    const QImage image = row.grab().toImage();
    const QRect chosen = row.segment(1)->geometry();
    QCOMPARE(image.pixelColor(chosen.left(), 14), lightTokens().accent);
    QCOMPARE(image.pixelColor(chosen.left() + 3, 4), lightTokens().selected);
    QCOMPARE(image.pixelColor(0, 14), lightTokens().buttonBorder);
    QCOMPARE(image.pixelColor(4, 4), lightTokens().btn);
}

void TestStyle::tabReachesOneSegmentOnly()
{
    QWidget window;
    QPushButton before(u"Before"_s, &window);
    SegmentedRow row(&window);
    row.addSegment(0, u"Hour"_s);
    row.addSegment(1, u"Day"_s);
    QPushButton after(u"After"_s, &window);
    activate(window);
    before.setFocus();
    QTest::keyClick(&before, Qt::Key_Tab);
    QVERIFY(row.segment(0)->hasFocus());
    QTest::keyClick(row.segment(0), Qt::Key_Tab);
    QVERIFY(after.hasFocus());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestStyle)

#include "tst_style.moc"
