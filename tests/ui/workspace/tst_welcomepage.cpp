// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/workspace/welcomepage.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWelcomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void enterExploresTheDemo();
    static void theOtherButtonConnects();
    static void theKeyStepsFoldOutAndMoveNothing();
    static void aSmallWindowShowsBothWays();
    static void aTinyWindowScrolls();
    static void nothingIsReadAsHtml();
};

namespace {

void showPage(WelcomePage &page, QSize size)
{
    page.resize(size);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
}

QPushButton *exploreButton(const WelcomePage &page)
{
    return page.findChild<QPushButton *>(u"exploreDemo"_s);
}

} // namespace

void TestWelcomePage::enterExploresTheDemo()
{
    WelcomePage page;
    showPage(page, {1600, 868});
    page.setFocus();
    QVERIFY(exploreButton(page)->hasFocus());
    const QSignalSpy explored(&page, &WelcomePage::exploreDemo);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(explored.size(), 1);
}

void TestWelcomePage::theOtherButtonConnects()
{
    WelcomePage page;
    showPage(page, {1600, 868});
    page.setFocus();
    const QSignalSpy connects(&page, &WelcomePage::connectRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(connects.size(), 1);
}

void TestWelcomePage::theKeyStepsFoldOutAndMoveNothing()
{
    WelcomePage page;
    showPage(page, {1600, 868});
    auto *steps = page.findChild<QWidget *>(u"keySteps"_s);
    auto *link = page.findChild<QAbstractButton *>(u"howToMakeAKey"_s);
    QVERIFY(!steps->isVisible());
    const QPoint before = exploreButton(page)->mapTo(&page, QPoint());
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Return);
    QTRY_VERIFY(steps->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(exploreButton(page)->mapTo(&page, QPoint()), before);
    QTest::keyClick(link, Qt::Key_Return);
    QVERIFY(!steps->isVisible());
}

void TestWelcomePage::aSmallWindowShowsBothWays()
{
    WelcomePage page;
    showPage(page, {960, 500});
    QVERIFY(!page.horizontalScrollBar()->isVisible());
    for (const QString &name : {u"exploreDemo"_s, u"connectToBraze"_s, u"howToMakeAKey"_s}) {
        const auto *button = page.findChild<QWidget *>(name);
        const QRect place(button->mapTo(page.viewport(), QPoint()), button->size());
        QVERIFY2(page.viewport()->rect().contains(place), qPrintable(name));
    }
}

void TestWelcomePage::aTinyWindowScrolls()
{
    WelcomePage page;
    showPage(page, {700, 300});
    QTRY_VERIFY(page.verticalScrollBar()->maximum() > 0);
}

void TestWelcomePage::nothingIsReadAsHtml()
{
    const WelcomePage page;
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(!labels.isEmpty());
    for (const QLabel *label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestWelcomePage)

#include "tst_welcomepage.moc"
