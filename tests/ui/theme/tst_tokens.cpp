// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <QTest>

#include <cmath>

namespace emberline::test {

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyPairStandsOutAsPromised_data();
    static void everyPairStandsOutAsPromised();
    static void contrastIsThatOfWcag();
    static void aTickIsWhiteOrBlackWhicheverStandsOutMore();
    static void theSetFollowsThePalette();
    static void slotsBeyondThePaletteAreGrey();
};

namespace {

constexpr qreal readable = 4.5;
constexpr qreal recognisable = 3;

void addPairs(const Tokens &t)
{
    const auto row = [&t](const char *name, const QColor &ink, const QColor &ground, qreal least) {
        QTest::addRow("%s, %s", name, t.dark ? "dark" : "light") << ink << ground << least;
    };
    row("text on win", t.text, t.win, t.dark ? 13.1 : 15.0);
    row("text on base", t.text, t.base, t.dark ? 14.4 : 16.7);
    row("text on alt", t.text, t.alt, readable);
    row("text on button", t.text, t.btn, readable);
    row("text on selected", t.text, t.selected, t.dark ? 8.8 : 13.3);
    row("text on hover", t.text, t.hover, t.dark ? 9.0 : 13.5);
    row("text on pressed", t.text, t.pressed, t.dark ? 7.5 : 12.0);
    row("text on chip", t.text, t.chip, t.dark ? 10.0 : 13.9);
    row("text on tooltip", t.text, t.tooltip, t.dark ? 11.4 : 16.7);
    row("text2 on win", t.text2, t.win, t.dark ? 6.8 : 5.7);
    row("text2 on base", t.text2, t.base, t.dark ? 7.5 : 6.3);
    row("text2 on chip", t.text2, t.chip, t.dark ? 5.2 : 5.3);
    row("disabled on base", t.disabled, t.base, recognisable);
    row("accent on base", t.accent, t.base, t.dark ? 7.2 : 6.5);
    row("accent on win", t.accent, t.win, t.dark ? 6.5 : 5.9);
    row("on accent", t.onAccent, t.accent, t.dark ? 7.8 : 6.5);
    row("accent border of what is selected", t.accent, t.selected, t.dark ? 4.4 : 5.2);
    row("field border on base", t.fieldBorder, t.base, recognisable);
    row("field border on win", t.fieldBorder, t.win, 2.95);
    row("toast", t.onToast, t.toast, t.dark ? 13.5 : 14.8);
    row("toast action", t.toastAction, t.toast, t.dark ? 5.3 : 8.6);
    row("icon of info", t.info.icon, t.info.ground, t.dark ? 7.0 : 5.6);
    row("icon of warning", t.warning.icon, t.warning.ground, t.dark ? 7.5 : 5.4);
    row("icon of error", t.error.icon, t.error.ground, t.dark ? 7.1 : 5.6);
    row("icon of success", t.success.icon, t.success.ground, t.dark ? 7.3 : 5.4);
    row("text on info", t.text, t.info.ground, readable);
    row("text on warning", t.text, t.warning.ground, readable);
    row("text on error", t.text, t.error.ground, readable);
    row("text on success", t.text, t.success.ground, readable);
    row("message of an invalid field on win", t.error.icon, t.win, readable);
    row("message of an invalid field on base", t.error.icon, t.base, readable);
}

} // namespace

void TestTokens::everyPairStandsOutAsPromised_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<qreal>("least");
    addPairs(lightTokens());
    addPairs(darkTokens());
}

void TestTokens::everyPairStandsOutAsPromised()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(qreal, least);
    const qreal ratio = contrastRatio(ink, ground);
    QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
}

void TestTokens::contrastIsThatOfWcag()
{
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    QVERIFY(std::abs(contrastRatio(QColor(0x777777), Qt::white) - 4.48) < 0.01); // a known pair
}

void TestTokens::aTickIsWhiteOrBlackWhicheverStandsOutMore()
{
    QCOMPARE(readableOn(QColor(0x003CBA)), QColor(Qt::white));
    QCOMPARE(readableOn(QColor(0xDD7907)), QColor(0x101214));
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        for (const QColor &color : tokens->series) {
            QVERIFY(contrastRatio(readableOn(color), color) >= readable);
        }
    }
}

void TestTokens::theSetFollowsThePalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, lightTokens().win);
    QVERIFY(!tokensFor(palette).dark);
    palette.setColor(QPalette::Window, darkTokens().win);
    QVERIFY(tokensFor(palette).dark);
}

void TestTokens::slotsBeyondThePaletteAreGrey()
{
    QCOMPARE(seriesColor(lightTokens(), -1), lightTokens().neutral);
    QCOMPARE(seriesColor(lightTokens(), 0), QColor(0x003CBA));
    QCOMPARE(seriesColor(lightTokens(), 6), lightTokens().disabled);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestTokens)

#include "tst_tokens.moc"
