// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/theme/colourvision.h"
#include "ui/theme/tokens.h"
#include "ui/theme/visioneffect.h"

#include <QLabel>
#include <QTest>

namespace emberline::test {

namespace {

/// What the papers say, rounded as in a picture.
QColor expectedOf(const ColorMatrix &matrix, const QColor &color)
{
    const auto channel = [](double linear) {
        const double bounded = std::min(1.0, std::max(0.0, linear));
        const double c = bounded <= 0.0031308 ? 12.92 * bounded
                                              : 1.055 * std::pow(bounded, 1 / 2.4) - 0.055;
        return static_cast<int>(std::lround(c * 255));
    };
    const Vector seen = applied(matrix, linearRgb(color));
    return {channel(seen[0]), channel(seen[1]), channel(seen[2])};
}

QColor seen(const QColor &color, ColorVision vision)
{
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(color);
    showAsSeen(image, vision);
    return image.pixelColor(0, 0);
}

bool isNear(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) <= 1 && std::abs(one.green() - other.green()) <= 1
        && std::abs(one.blue() - other.blue()) <= 1;
}

} // namespace

/// The preview of other people's colour vision.
class TestColorVision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void coloursAreThoseOfThePaper_data();
    static void coloursAreThoseOfThePaper();
    static void greyStaysGrey_data();
    static void greyStaysGrey();
    static void theUsualVisionChangesNothing();
    static void whatIsTranslucentStaysSo();
    static void aWidgetIsShownSoWithAllInIt();
};

void TestColorVision::coloursAreThoseOfThePaper_data()
{
    QTest::addColumn<ColorVision>("vision");
    QTest::newRow("protanopia") << ColorVision::Protanopia;
    QTest::newRow("deuteranopia") << ColorVision::Deuteranopia;
    QTest::newRow("tritanopia") << ColorVision::Tritanopia;
}

void TestColorVision::coloursAreThoseOfThePaper()
{
    QFETCH(ColorVision, vision);
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        for (const QColor &color : tokens->series) {
            const QColor expected = expectedOf(matrixOf(vision), color);
            QVERIFY2(isNear(seen(color, vision), expected), qPrintable(color.name()));
            QVERIFY2(seen(color, vision) != color, qPrintable(color.name()));
        }
    }
}

void TestColorVision::greyStaysGrey_data()
{
    coloursAreThoseOfThePaper_data();
}

void TestColorVision::greyStaysGrey()
{
    QFETCH(ColorVision, vision);
    for (int level = 0; level < 256; ++level) {
        const QColor grey(level, level, level);
        QVERIFY2(isNear(seen(grey, vision), grey), qPrintable(grey.name()));
    }
}

void TestColorVision::theUsualVisionChangesNothing()
{
    QImage image(2, 2, QImage::Format_RGB32);
    image.fill(QColor(12, 200, 90));
    const QImage before = image;
    showAsSeen(image, ColorVision::Usual);
    QCOMPARE(image, before);
}

void TestColorVision::whatIsTranslucentStaysSo()
{
    const QColor half(200, 40, 40, 128);
    const QColor shown = seen(half, ColorVision::Deuteranopia);
    QCOMPARE(shown.alpha(), 128);
    QVERIFY(shown.red() != 200);
    QCOMPARE(seen(Qt::transparent, ColorVision::Deuteranopia).alpha(), 0);
}

void TestColorVision::aWidgetIsShownSoWithAllInIt()
{
    QWidget page;
    page.setAutoFillBackground(true);
    page.setPalette(QPalette(Qt::white));
    page.resize(60, 40);
    QWidget inside(&page);
    inside.setAutoFillBackground(true);
    inside.setPalette(QPalette(QColor(0xBC1105)));
    inside.setGeometry(10, 10, 40, 20);
    page.setGraphicsEffect(new VisionEffect(ColorVision::Protanopia)); // the page's
    const QColor expected = expectedOf(protanopia, QColor(0xBC1105));
    QVERIFY(isNear(page.grab().toImage().pixelColor(30, 20), expected));
    page.setGraphicsEffect(nullptr);
    QCOMPARE(page.grab().toImage().pixelColor(30, 20), QColor(0xBC1105));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestColorVision)

#include "tst_colorvision.moc"
