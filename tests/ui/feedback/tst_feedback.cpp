// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/feedback/chip.h"
#include "ui/feedback/detailsview.h"
#include "ui/feedback/emptystate.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Stands in for the browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    Q_DISABLE_COPY_MOVE(Browser)

    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; }

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private:
    QList<QUrl> m_opened;
};

class TestFeedback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init();
    static void detailsShowRequestAndAnswer();
    static void detailsAreReadOnlyPlainText();
    static void detailsAreCopiedAsShown();
    static void thePageIsOpenedOnlyOnAClick();
    static void escapeClosesTheDetails();
    static void anEmptyStateOffersItsButton();
    static void anEmptyStateShowsMarkupAsText();
    static void aBlockIsNoWiderThanItCanBeRead();
    static void aChipIsAsHighAsInTheDesign();
    static void aWarningChipHasItsGround();
    static void aChipGrowsWithItsWords();
};

namespace {

Error error()
{
    return {.kind = ErrorKind::Server,
            .detail = u"<b>gateway</b>"_s,
            .serverMessage = u"bad gateway"_s,
            .httpStatus = 502,
            .requestId = u"abc-123"_s,
            .attempts = 3,
            .request = u"GET https://rest.x/events/data_series?event=a"_s,
            .answer = u"HTTP/1.1 502\nServer: x\n\n<html>"_s};
}

} // namespace

void TestFeedback::initTestCase()
{
    QApplication::setStyle(new Style); // the application takes it
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
}

void TestFeedback::init()
{
    failOnAnyWarning();
    QApplication::setPalette(paletteOf(lightTokens()));
}

void TestFeedback::detailsShowRequestAndAnswer()
{
    DetailsView view;
    view.setError(error());
    for (const QString &part : {u"GET https://rest.x/events/data_series?event=a"_s,
                                u"HTTP status: 502"_s,
                                u"X-Request-Id: abc-123"_s,
                                u"Attempts: 3"_s,
                                u"Message: bad gateway"_s,
                                u"Detail: <b>gateway</b>"_s,
                                u"HTTP/1.1 502\nServer: x\n\n<html>"_s}) {
        QVERIFY2(view.report().contains(part), qPrintable(part));
    }
    QVERIFY(view.findChild<QLabel *>(u"detailsSummary"_s)->text().contains(u"abc-123"_s));
}

void TestFeedback::detailsAreReadOnlyPlainText()
{
    DetailsView view;
    view.setError(error());
    const auto *text = view.findChild<QPlainTextEdit *>();
    QVERIFY(text->isReadOnly());
    QCOMPARE(text->toPlainText(), reportOf(error()));
}

void TestFeedback::detailsAreCopiedAsShown()
{
    DetailsView view;
    view.setError(error());
    const QSignalSpy copied(&view, &DetailsView::copied);
    view.findChild<QPushButton *>(u"copyDetails"_s)->click();
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QApplication::clipboard()->text(), view.report());
}

void TestFeedback::thePageIsOpenedOnlyOnAClick()
{
    const Browser browser;
    DetailsView view;
    view.setError(error());
    view.show();
    QVERIFY(browser.opened().isEmpty());
    view.findChild<QPushButton *>(u"openErrorHelp"_s)->click();
    QCOMPARE(browser.opened(), QList<QUrl>{QUrl(u"https://www.braze.com/docs/api/errors/"_s)});
}

void TestFeedback::escapeClosesTheDetails()
{
    DetailsView view;
    const QSignalSpy closed(&view, &DetailsView::closed);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestFeedback::anEmptyStateOffersItsButton()
{
    EmptyState state(u"search"_s, u"Pick an event"_s);
    QPushButton *button = state.addButton(u"Choose event"_s, ButtonKind::Primary, u"Ctrl+E"_s);
    state.resize(600, 300);
    state.show();
    QVERIFY(button->isVisible());
    QCOMPARE(button->accessibleName(), u"Choose event"_s);
    QCOMPARE(buttonKindOf(button), ButtonKind::Primary);
}

void TestFeedback::anEmptyStateShowsMarkupAsText()
{
    const EmptyState state(u"search"_s, u"No match for “<b>x</b>”"_s);
    QCOMPARE(state.findChild<QLabel *>(u"emptyTitle"_s)->textFormat(), Qt::PlainText);
}

void TestFeedback::aBlockIsNoWiderThanItCanBeRead()
{
    EmptyState state(u"plus"_s, u"Compare groups"_s);
    state.setText(u"Add segments to see them. "_s.repeated(20));
    state.resize(1200, 600);
    state.show();
    const auto *text = state.findChild<QLabel *>(u"emptyText"_s);
    QCOMPARE(text->width(), 420);
    const QPoint center = text->mapTo(&state, text->rect().center());
    QVERIFY(std::abs(center.x() - 600) < 30);
    QVERIFY(text->height() > 2 * text->fontMetrics().height());
}

void TestFeedback::aChipIsAsHighAsInTheDesign()
{
    const Chip chip(u"own scale"_s);
    QCOMPARE(chip.sizeHint().height(), 20);
    QVERIFY(Chip(u"own scale"_s, u"play"_s).sizeHint().width() == chip.sizeHint().width() + 16);
}

void TestFeedback::aWarningChipHasItsGround()
{
    Chip chip(u"Offline"_s, {}, ChipKind::Warning);
    chip.resize(chip.sizeHint());
    QCOMPARE(chip.grab().toImage().pixelColor(chip.width() / 2, 2), lightTokens().warning.ground);
    Chip plain(u"Offline"_s);
    plain.resize(plain.sizeHint());
    QCOMPARE(plain.grab().toImage().pixelColor(plain.width() / 2, 2), lightTokens().chip);
}

void TestFeedback::aChipGrowsWithItsWords()
{
    Chip chip(u"Offline"_s, u"offline"_s, ChipKind::Warning);
    const int before = chip.sizeHint().width();
    chip.setWords(u"Offline · data from 23 Nov 14:05"_s);
    QVERIFY(chip.sizeHint().width() > before);
    QCOMPARE(chip.accessibleName(), chip.text());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestFeedback)

#include "tst_feedback.moc"
