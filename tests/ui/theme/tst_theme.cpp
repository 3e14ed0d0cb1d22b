// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>
#include <QWidget>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theFirstPaletteIsTheSystems();
    static void aChoiceWinsOverTheSystem();
    static void aChangeOfTheSystemIsFollowed();
    static void aChosenThemeIgnoresTheSystem();
    static void thePlatformIsAskedWithoutEnd();
    static void anInactiveWindowLooksLikeAnActiveOne();
    static void reducedMotionTakesTheTimeAway();
    static void fontsAreInProportion();
    static void pixelFontsAreInProportion();
    static void onlyTheRolesThatAskForItAreBold();
    static void figuresAreEquallyWide();
};

namespace {

QApplication *application()
{
    return qobject_cast<QApplication *>(QCoreApplication::instance());
}

void tellOfNewTheme(QWidget &window)
{
    QEvent event(QEvent::ThemeChange);
    QCoreApplication::sendEvent(window.windowHandle(), &event);
}

} // namespace

void TestTheme::theFirstPaletteIsTheSystems()
{
    const ThemeController dark(application(), [] { return true; });
    QVERIFY(dark.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().win);
    const ThemeController light(application(), [] { return false; });
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().win);
}

void TestTheme::aChoiceWinsOverTheSystem()
{
    ThemeController theme(application(), [] { return false; });
    const QSignalSpy changed(&theme, &ThemeController::themeChanged);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), darkTokens().base);
    theme.setChoice(ThemeChoice::Dark);
    theme.setChoice(ThemeChoice::System);
    QVERIFY(!theme.isDark());
    QCOMPARE(changed.size(), 2);
}

void TestTheme::aChangeOfTheSystemIsFollowed()
{
    bool systemIsDark = false;
    const ThemeController theme(application(), [&systemIsDark] { return systemIsDark; });
    const QSignalSpy changed(&theme, &ThemeController::themeChanged);
    QWidget window;
    window.show();
    systemIsDark = true;
    tellOfNewTheme(window);
    QVERIFY(theme.isDark());
    QTRY_COMPARE(window.palette().color(QPalette::Window), darkTokens().win);
    tellOfNewTheme(window);
    QCOMPARE(changed.size(), 1);
}

void TestTheme::aChosenThemeIgnoresTheSystem()
{
    bool systemIsDark = false;
    ThemeController theme(application(), [&systemIsDark] { return systemIsDark; });
    theme.setChoice(ThemeChoice::Light);
    QWidget window;
    window.show();
    systemIsDark = true;
    tellOfNewTheme(window);
    QVERIFY(!theme.isDark());
}

void TestTheme::thePlatformIsAskedWithoutEnd()
{
    ThemeController theme(application()); // the offscreen platform is light
    theme.setChoice(ThemeChoice::Dark);
    theme.setChoice(ThemeChoice::System);
    QVERIFY(!theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().win);
}

void TestTheme::anInactiveWindowLooksLikeAnActiveOne()
{
    const QPalette palette = paletteOf(lightTokens());
    QVERIFY(palette.isEqual(QPalette::Active, QPalette::Inactive));
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), lightTokens().disabled);
    QCOMPARE(palette.color(QPalette::Highlight), lightTokens().accent);
    QCOMPARE(palette.color(QPalette::PlaceholderText), lightTokens().text2);
}

void TestTheme::reducedMotionTakesTheTimeAway()
{
    ThemeController theme(application(), [] { return false; });
    const auto duration = [] {
        return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration);
    };
    QVERIFY(duration() > 0);
    theme.setReducedMotion(true);
    QCOMPARE(duration(), 0);
}

void TestTheme::fontsAreInProportion()
{
    QFont base;
    base.setPointSizeF(20);
    QCOMPARE(fontOf(TextRole::Body, base).pointSizeF(), 20.0);
    QCOMPARE(fontOf(TextRole::Secondary, base).pointSizeF(), 18.0);
    QCOMPARE(fontOf(TextRole::ChartTitle, base).pointSizeF(), 26.0);
    QCOMPARE(fontOf(TextRole::WelcomeTitle, base).pointSizeF(), 42.0);
}

void TestTheme::pixelFontsAreInProportion()
{
    QFont base;
    base.setPixelSize(13);
    QCOMPARE(fontOf(TextRole::Body, base).pixelSize(), 13);
    QCOMPARE(fontOf(TextRole::Secondary, base).pixelSize(), 12);
    QCOMPARE(fontOf(TextRole::SmallTitle, base).pixelSize(), 15);
    QCOMPARE(fontOf(TextRole::ChartTitle, base).pixelSize(), 17);
    QCOMPARE(fontOf(TextRole::Total, base).pixelSize(), 21);
}

void TestTheme::onlyTheRolesThatAskForItAreBold()
{
    const QFont base;
    QCOMPARE(fontOf(TextRole::Body, base).weight(), QFont::Normal);
    QCOMPARE(fontOf(TextRole::Secondary, base).weight(), QFont::Normal);
    QCOMPARE(fontOf(TextRole::Label, base).weight(), QFont::DemiBold);
    QCOMPARE(fontOf(TextRole::Strong, base).weight(), QFont::DemiBold);
}

void TestTheme::figuresAreEquallyWide()
{
    const QFont font = figureFont(QApplication::font());
    QVERIFY(hasTabularFigures(font));
    const QFontMetricsF metrics(font);
    QCOMPARE(metrics.horizontalAdvance(u"1"_s), metrics.horizontalAdvance(u"0"_s));
    QCOMPARE(pictureFamilies().constFirst(), u"Noto Sans"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestTheme)

#include "tst_theme.moc"
