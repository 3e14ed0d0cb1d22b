// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/feedback/toast.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEnterEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestToast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void itStaysSixSecondsUnlessToldOtherwise();
    static void itGoesByItself();
    static void itStaysWhileTheMouseIsOnIt();
    static void itStaysWhileItsActionHasTheFocus();
    static void itsActionEndsIt();
    static void itIsAnnouncedByItsText();
    static void itKeepsToTheBottomOfItsParent();
    static void itsWordsStandOut();
};

namespace {

QTimer *timerOf(const Toast &toast)
{
    return toast.findChild<QTimer *>();
}

void enter(Toast *toast)
{
    QEnterEvent event({1, 1}, {1, 1}, {1, 1});
    QCoreApplication::sendEvent(toast, &event);
}

} // namespace

void TestToast::initTestCase()
{
    auto *style = new Style; // the application takes it
    style->setReducedMotion(true);
    QApplication::setStyle(style);
}

void TestToast::itStaysSixSecondsUnlessToldOtherwise()
{
    QWidget window;
    const Toast toast(u"check"_s, u"Copied"_s, &window);
    QCOMPARE(timerOf(toast)->intervalAsDuration(), 6000ms);
}

void TestToast::itGoesByItself()
{
    QWidget window;
    window.show();
    const QPointer<Toast> toast = new Toast(u"check"_s, u"Copied"_s, &window, 1ms);
    const QSignalSpy finished(toast, &Toast::finished);
    toast->show();
    QTRY_VERIFY(toast.isNull());
    QCOMPARE(finished.size(), 1);
}

void TestToast::itStaysWhileTheMouseIsOnIt()
{
    QWidget window;
    window.show();
    auto *toast = new Toast(u"check"_s, u"Copied"_s, &window, 1h);
    toast->show();
    QVERIFY(timerOf(*toast)->isActive());
    enter(toast);
    QVERIFY(!timerOf(*toast)->isActive());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(toast, &leave);
    QVERIFY(timerOf(*toast)->isActive());
}

void TestToast::itStaysWhileItsActionHasTheFocus()
{
    QWidget window;
    window.resize(600, 400);
    QPushButton other(u"Other"_s, &window);
    auto *toast = new Toast(u"trash"_s, u"Deleted"_s, &window, 1h);
    QPushButton *undo = toast->setAction(u"Undo"_s);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    toast->show();
    undo->setFocus();
    QVERIFY(!timerOf(*toast)->isActive());
    other.setFocus();
    QVERIFY(timerOf(*toast)->isActive());
}

void TestToast::itsActionEndsIt()
{
    QWidget window;
    window.show();
    const QPointer<Toast> toast = new Toast(u"trash"_s, u"Deleted"_s, &window, 1h);
    QPushButton *undo = toast->setAction(u"Undo"_s);
    toast->show();
    const QSignalSpy used(toast, &Toast::actionTriggered);
    const QSignalSpy finished(toast, &Toast::finished);
    QTest::keyClick(undo, Qt::Key_Space);
    QCOMPARE(used.size(), 1);
    QCOMPARE(finished.size(), 1);
    QTRY_VERIFY(toast.isNull());
}

void TestToast::itIsAnnouncedByItsText()
{
    QWidget window;
    Toast toast(u"check"_s, u"<b>Copied</b>"_s, &window);
    QCOMPARE(toast.accessibleName(), u"<b>Copied</b>"_s);
    QCOMPARE(toast.setAction(u"Undo"_s)->accessibleName(), u"Undo"_s);
}

void TestToast::itKeepsToTheBottomOfItsParent()
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    auto *toast = new Toast(u"check"_s, u"Copied"_s, &window, 1h);
    toast->show();
    const auto fromBottom = [&] {
        return window.height() - toast->geometry().bottom();
    };
    const int before = fromBottom();
    QVERIFY(before > 0);
    window.resize(800, 700);
    QTRY_COMPARE(fromBottom(), before);
}

void TestToast::itsWordsStandOut()
{
    const QPalette before = QApplication::palette();
    QPalette palette = before;
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::black);
    QApplication::setPalette(palette);
    QWidget window;
    window.resize(600, 200);
    window.setPalette(palette); // as the page has one of its own
    window.setBackgroundRole(QPalette::Base); // and so it has
    auto *toast = new Toast(u"check"_s, u"Copied 1920"_s, &window); // the window's
    window.show();
    toast->show();
    const auto *label = toast->findChild<QLabel *>(u"toastText"_s);
    QCOMPARE(label->palette().color(QPalette::WindowText), lightTokens().onToast);
    const QImage image = toast->grab(label->geometry()).toImage();
    int light = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            light += image.pixelColor(x, y).lightness() > 200 ? 1 : 0;
        }
    }
    QVERIFY2(light > 40, QByteArray::number(light).constData());
    QApplication::setPalette(before);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestToast)

#include "tst_toast.moc"
