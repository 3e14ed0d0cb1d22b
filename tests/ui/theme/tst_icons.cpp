// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyIconDrawsSomething_data();
    static void everyIconDrawsSomething();
    static void everyPixelHasTheColourOfTheRole_data();
    static void everyPixelHasTheColourOfTheRole();
    static void anIconFollowsThePaletteThatComesLater();
    static void theRatioAddsPixelsNotSize();
    static void aLargerIconKeepsItsStroke();
    static void theMarkKeepsItsColours();
    static void aFixedColourIsGreyedWhenDisabled();
    static void anUnknownNameIsNoPicture();
};

namespace {

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.win);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, tokens.disabled);
    palette.setColor(QPalette::PlaceholderText, tokens.text2);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    return palette;
}

QImage imageOf(const QPixmap &pixmap)
{
    return pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colours of all pixels that are fully covered.
QSet<QRgb> solidColors(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255) {
                colors.insert(image.pixel(x, y));
            }
        }
    }
    return colors;
}

} // namespace

void TestIcons::everyIconDrawsSomething_data()
{
    QTest::addColumn<QString>("name");
    const QFileInfoList files = QDir(u":/icons"_s).entryInfoList({u"*.svg"_s});
    QVERIFY(files.size() > 50);
    for (const QFileInfo &file : files) {
        QTest::newRow(qPrintable(file.baseName())) << file.baseName();
    }
}

void TestIcons::everyIconDrawsSomething()
{
    QFETCH(QString, name);
    for (const int size : {16, 20}) {
        const QImage image = imageOf(iconPixmap(name, size, 1, Qt::black));
        QCOMPARE(image.size(), QSize(size, size));
        QImage nothing(image.size(), image.format());
        nothing.fill(Qt::transparent);
        QVERIFY(image != nothing);
    }
}

void TestIcons::everyPixelHasTheColourOfTheRole_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<IconRole>("role");
    QTest::addColumn<QIcon::Mode>("mode");
    QTest::addColumn<QColor>("expected");
    for (const bool dark : {false, true}) {
        const Tokens &tokens = dark ? darkTokens() : lightTokens();
        const auto row = [&](const char *name, IconRole role, QIcon::Mode mode, QColor expected) {
            QTest::addRow("%s, %s", name, dark ? "dark" : "light")
                << dark << role << mode << expected;
        };
        row("button", IconRole::Button, QIcon::Normal, tokens.text);
        row("button, selected", IconRole::Button, QIcon::Selected, tokens.text);
        row("button, disabled", IconRole::Button, QIcon::Disabled, tokens.disabled);
        row("quiet", IconRole::Quiet, QIcon::Normal, tokens.text2);
        row("quiet, hovered", IconRole::Quiet, QIcon::Active, tokens.text);
        row("quiet, disabled", IconRole::Quiet, QIcon::Disabled, tokens.disabled);
        row("on accent", IconRole::OnAccent, QIcon::Normal, tokens.onAccent);
        row("on accent, disabled", IconRole::OnAccent, QIcon::Disabled, tokens.disabled);
    }
}

void TestIcons::everyPixelHasTheColourOfTheRole()
{
    QFETCH(bool, dark);
    QFETCH(IconRole, role);
    QFETCH(QIcon::Mode, mode);
    QFETCH(QColor, expected);
    QApplication::setPalette(paletteOf(dark ? darkTokens() : lightTokens()));
    for (const qreal ratio : {1.0, 2.0}) {
        const QPixmap pixmap = icon(u"star-f"_s, role).pixmap({16, 16}, ratio, mode, QIcon::Off);
        QCOMPARE(solidColors(imageOf(pixmap)), QSet<QRgb>{expected.rgb()});
    }
}

void TestIcons::anIconFollowsThePaletteThatComesLater()
{
    QApplication::setPalette(paletteOf(lightTokens()));
    const QIcon star = icon(u"star-f"_s);
    const QImage light = imageOf(star.pixmap(16));
    QApplication::setPalette(paletteOf(darkTokens()));
    const QImage dark = imageOf(star.pixmap(16));
    QVERIFY(light != dark);
    QCOMPARE(solidColors(dark), QSet<QRgb>{darkTokens().text.rgb()});
}

void TestIcons::theRatioAddsPixelsNotSize()
{
    const QPixmap pixmap = icon(u"refresh"_s).pixmap({16, 16}, 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    // Drawn anew, not enlarged: an enlarged one has blocks of 2 × 2.
    QVERIFY(imageOf(pixmap) != imageOf(icon(u"refresh"_s).pixmap({16, 16}, 1.0)).scaled(32, 32));
}

void TestIcons::aLargerIconKeepsItsStroke()
{
    // The bar of "minus" runs horizontally: ink in a column through its middle is its height.
    const auto inkHeight = [](int size) {
        const QImage image = imageOf(iconPixmap(u"minus"_s, size, 4, Qt::black));
        qreal ink = 0;
        for (int y = 0; y < image.height(); ++y) {
            ink += qAlpha(image.pixel(image.width() / 2, y)) / 255.0;
        }
        return ink / 4;
    };
    QVERIFY2(qAbs(inkHeight(16) - 1.5) < 0.05, qPrintable(QString::number(inkHeight(16))));
    QVERIFY2(qAbs(inkHeight(20) - 1.5) < 0.05, qPrintable(QString::number(inkHeight(20))));
}

void TestIcons::theMarkKeepsItsColours()
{
    const QImage image = imageOf(icon(u"emberline"_s).pixmap({64, 64}, 1.0));
    QVERIFY(solidColors(image).contains(qRgb(0xFF, 0x8A, 0x2A)));
}

void TestIcons::aFixedColourIsGreyedWhenDisabled()
{
    QApplication::setPalette(paletteOf(lightTokens()));
    const QIcon star = tintedIcon(u"star-f"_s, Qt::magenta);
    QCOMPARE(solidColors(imageOf(star.pixmap(16))), QSet<QRgb>{QColor(Qt::magenta).rgb()});
    QCOMPARE(solidColors(imageOf(star.pixmap(16, QIcon::Disabled))),
             QSet<QRgb>{lightTokens().disabled.rgb()});
}

void TestIcons::anUnknownNameIsNoPicture()
{
    QVERIFY(iconPixmap(u"no-such-icon"_s, 16, 1, Qt::black).isNull());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestIcons)

#include "tst_icons.moc"
