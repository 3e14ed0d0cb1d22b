// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/messagetext.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestMessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init();
    static void itIsAsHighAsInTheDesign();
    static void itGrowsWithATextThatNeedsMoreLines();
    static void itHasTheGroundOfItsKind_data();
    static void itHasTheGroundOfItsKind();
    static void itsActionsAreReachedAndPressedByKeyboard();
    static void escapeClosesOnlyWhatCanBeClosed();
    static void aCountdownKeepsTheFocusOnItsButton();
    static void otherActionsMakeOtherButtons();
    static void itIsNamedAfterItsText();
    static void markupIsJustText();
    static void theStackShowsOneBarForEachName();
    static void theStackPassesOnWhatWasPressed();
    static void anEmptyStackTakesNoRoom();
    static void aBarMayBeRemovedByItsOwnAction();
};

namespace {

Message failure()
{
    return messageFor({.kind = ErrorKind::Unauthorized}, u"ACME"_s, u"rest.x"_s);
}

void activate(QWidget &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace

void TestMessageBar::initTestCase()
{
    qRegisterMetaType<MessageAction>("emberline::MessageAction");
    QApplication::setStyle(new Style); // the application takes it
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
}

void TestMessageBar::init()
{
    failOnAnyWarning();
    QApplication::setPalette(paletteOf(lightTokens()));
}

void TestMessageBar::itIsAsHighAsInTheDesign()
{
    const MessageBar bar(failure());
    QCOMPARE(bar.sizeHint().height(), 44);
}

void TestMessageBar::itGrowsWithATextThatNeedsMoreLines()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *bar = new MessageBar(failure(), &window);
    layout->addWidget(bar);
    layout->addStretch(1);
    window.resize(1000, 300);
    window.show();
    QTRY_COMPARE(bar->height(), 44);
    window.resize(420, 300);
    QTRY_VERIFY(bar->height() > 60);
}

void TestMessageBar::itHasTheGroundOfItsKind_data()
{
    QTest::addColumn<MessageKind>("kind");
    QTest::addColumn<QColor>("light");
    QTest::addColumn<QColor>("dark");
    const auto row = [](const char *name, MessageKind kind, MessageColors Tokens::*colors) {
        QTest::newRow(name) << kind << (lightTokens().*colors).ground
                            << (darkTokens().*colors).ground;
    };
    row("info", MessageKind::Info, &Tokens::info);
    row("warning", MessageKind::Warning, &Tokens::warning);
    row("error", MessageKind::Error, &Tokens::error);
    row("success", MessageKind::Success, &Tokens::success);
}

void TestMessageBar::itHasTheGroundOfItsKind()
{
    QFETCH(MessageKind, kind);
    QFETCH(QColor, light);
    QFETCH(QColor, dark);
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        QApplication::setPalette(paletteOf(*tokens));
        MessageBar bar({.kind = kind, .icon = u"info"_s, .text = u"Text"_s});
        bar.resize(400, 44);
        QCOMPARE(bar.grab().toImage().pixelColor(4, 4), tokens->dark ? dark : light);
    }
}

void TestMessageBar::itsActionsAreReachedAndPressedByKeyboard()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *bar = new MessageBar(failure(), &window);
    layout->addWidget(bar);
    bar->setClosable(true);
    activate(window);
    const QSignalSpy pressed(bar, &MessageBar::actionTriggered);
    const QSignalSpy closed(bar, &MessageBar::closed);
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), bar->button(MessageAction::EditConnection));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), bar->button(MessageAction::Details));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(pressed.size(), 2);
    QCOMPARE(pressed.at(0).at(0).value<MessageAction>(), MessageAction::EditConnection);
    QCOMPARE(pressed.at(1).at(0).value<MessageAction>(), MessageAction::Details);
    QCOMPARE(closed.size(), 1);
    QVERIFY(bar->isHidden());
}

void TestMessageBar::escapeClosesOnlyWhatCanBeClosed()
{
    MessageBar bar(failure());
    activate(bar);
    const QSignalSpy closed(&bar, &MessageBar::closed);
    QTest::keyClick(bar.button(MessageAction::Details), Qt::Key_Escape);
    QCOMPARE(closed.size(), 0);
    bar.setClosable(true);
    QTest::keyClick(bar.button(MessageAction::Details), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestMessageBar::aCountdownKeepsTheFocusOnItsButton()
{
    const QDateTime until = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    MessageBar bar(waitMessage(until, until.addSecs(-60), {}));
    activate(bar);
    QAbstractButton *cancel = bar.button(MessageAction::Cancel);
    cancel->setFocus();
    bar.setMessage(waitMessage(until, until.addSecs(-59), {}));
    QCOMPARE(bar.button(MessageAction::Cancel), cancel);
    QVERIFY(cancel->hasFocus());
    QVERIFY(bar.findChild<MessageText *>()->text().contains(u"0:59"_s));
}

void TestMessageBar::otherActionsMakeOtherButtons()
{
    MessageBar bar(failure());
    bar.setMessage(partialFailureMessage(1, 2, {u"VIP"_s}));
    QVERIFY(bar.button(MessageAction::EditConnection) == nullptr);
    QVERIFY(bar.button(MessageAction::RetryFailed) != nullptr);
}

void TestMessageBar::itIsNamedAfterItsText()
{
    MessageBar bar(failure());
    QCOMPARE(bar.accessibleName(), failure().text);
    QCOMPARE(bar.button(MessageAction::Details)->accessibleName(), u"Details"_s);
    QVERIFY(!bar.findChild<QToolButton *>(u"closeMessage"_s)->accessibleName().isEmpty());
}

void TestMessageBar::markupIsJustText()
{
    const auto widthOf = [](const QString &name) {
        MessageText text;
        text.setContent(name);
        return text.sizeHint().width();
    };
    QVERIFY(widthOf(u"<b>x</b>"_s) > widthOf(u"x"_s) + 20);
    const MessageBar bar(cannotWriteMessage(u"<img src=/dev/zero>"_s));
    const auto *text = bar.findChild<MessageText *>();
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QVERIFY(text->text().startsWith(u"<img src=/dev/zero> cannot"_s));
}

void TestMessageBar::theStackShowsOneBarForEachName()
{
    MessageBarStack stack;
    MessageBar *first = stack.put(u"load"_s, failure());
    QCOMPARE(stack.put(u"load"_s, demoMessage()), first);
    QCOMPARE(first->message(), demoMessage());
    QVERIFY(stack.put(u"demo"_s, demoMessage(), true) != first);
    stack.remove(u"load"_s);
    QVERIFY(stack.bar(u"load"_s) == nullptr);
    QVERIFY(stack.bar(u"demo"_s) != nullptr);
}

void TestMessageBar::theStackPassesOnWhatWasPressed()
{
    MessageBarStack stack;
    const QSignalSpy pressed(&stack, &MessageBarStack::actionTriggered);
    stack.put(u"load"_s, failure())->button(MessageAction::Details)->click();
    QCOMPARE(pressed.size(), 1);
    QCOMPARE(pressed.at(0).at(0).toString(), u"load"_s);
    QCOMPARE(pressed.at(0).at(1).value<MessageAction>(), MessageAction::Details);
}

void TestMessageBar::anEmptyStackTakesNoRoom()
{
    MessageBarStack stack;
    QVERIFY(stack.isHidden());
    MessageBar *bar = stack.put(u"demo"_s, demoMessage(), true);
    QVERIFY(stack.isVisible());
    const QSignalSpy closed(&stack, &MessageBarStack::closed);
    bar->findChild<QToolButton *>(u"closeMessage"_s)->click();
    QCOMPARE(closed.size(), 1);
    QVERIFY(stack.isHidden());
}

void TestMessageBar::aBarMayBeRemovedByItsOwnAction()
{
    MessageBarStack stack;
    connect(&stack, &MessageBarStack::actionTriggered, &stack, [&stack](const QString &id) {
        stack.remove(id);
    });
    stack.put(u"load"_s, failure())->button(MessageAction::Details)->click();
    QVERIFY(stack.bar(u"load"_s) == nullptr);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(stack.findChildren<MessageBar *>().isEmpty());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestMessageBar)

#include "tst_messagebar.moc"
