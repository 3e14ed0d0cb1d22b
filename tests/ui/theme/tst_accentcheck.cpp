// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/accentcheck.h"
#include "ui/theme/colordifference.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestAccentCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theUsualFirstColourHasNoProblem();
    static void aPaleColourIsToldWithItsContrast();
    static void aColourOfTheOthersIsToldFromNobody_data();
    static void aColourOfTheOthersIsToldFromNobody();
    static void whatOnlySomeConfuseSaysWho();
    static void theOfferedColourIsGood_data();
    static void theOfferedColourIsGood();
    static void theOfferedColourIsTheNearest_data() { theOfferedColourIsGood_data(); }
    static void theOfferedColourIsTheNearest();
};

namespace {

double difference(const QColor &one, const QColor &other)
{
    return ciede2000(seenBy(usualMatrix, one), seenBy(usualMatrix, other));
}

} // namespace

void TestAccentCheck::theUsualFirstColourHasNoProblem()
{
    const QColor blue = lightTokens().series.front();
    QVERIFY(problemsOf(blue).empty());
    QCOMPARE(nearestAccent(blue), blue);
}

void TestAccentCheck::aPaleColourIsToldWithItsContrast()
{
    const std::vector<AccentProblem> problems = problemsOf(QColor(0xFFF4A3));
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, AccentProblem::Kind::Pale);
    QVERIFY(std::abs(problems.front().value - 1.12) < 0.01);
}

void TestAccentCheck::aColourOfTheOthersIsToldFromNobody_data()
{
    QTest::addColumn<int>("slot");
    for (int slot = -1; slot < 6; ++slot) {
        if (slot != 0) {
            QTest::addRow("%d", slot) << slot;
        }
    }
}

void TestAccentCheck::aColourOfTheOthersIsToldFromNobody()
{
    QFETCH(int, slot);
    const std::vector<AccentProblem> problems = problemsOf(seriesColor(lightTokens(), slot));
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, AccentProblem::Kind::Alike);
    QCOMPARE(problems.front().slot, slot);
    QCOMPARE(problems.front().vision, ColorVision::Usual);
    QVERIFY(problems.front().value < 0.001);
}

void TestAccentCheck::whatOnlySomeConfuseSaysWho()
{
    // A red that is far from orange, but not without the cones for green.
    const std::vector<AccentProblem> problems = problemsOf(QColor(0xFF0000));
    const auto orange = std::find_if(
        problems.begin(), problems.end(), [](const AccentProblem &problem) {
            return problem.slot == 1;
        });
    QVERIFY(orange != problems.end());
    QCOMPARE(orange->vision, ColorVision::Deuteranopia);
    QVERIFY(difference(QColor(0xFF0000), lightTokens().series.at(1)) > leastAccentDifference);
    QVERIFY(orange->value < leastAccentDifference);
}

void TestAccentCheck::theOfferedColourIsGood_data()
{
    QTest::addColumn<QColor>("brand");
    QTest::newRow("pale yellow") << QColor(0xFFF4A3);
    QTest::newRow("Spotify green") << QColor(0x1DB954);
    QTest::newRow("Facebook blue") << QColor(0x1877F2);
    QTest::newRow("Telekom magenta") << QColor(0xE20074);
    QTest::newRow("black") << QColor(Qt::black);
    QTest::newRow("white") << QColor(Qt::white);
    QTest::newRow("pure red") << QColor(0xFF0000);
}

void TestAccentCheck::theOfferedColourIsGood()
{
    QFETCH(QColor, brand);
    QVERIFY(!problemsOf(brand).empty());
    const QColor offered = nearestAccent(brand);
    QVERIFY2(problemsOf(offered).empty(), qPrintable(offered.name()));
    QVERIFY(contrastRatio(offered, QColor(Qt::white)) >= leastAccentContrast);
    QCOMPARE(nearestAccent(brand), offered);
    QCOMPARE(nearestAccent(offered), offered);
}

void TestAccentCheck::theOfferedColourIsTheNearest()
{
    QFETCH(QColor, brand);
    const double offered = difference(brand, nearestAccent(brand));
    constexpr int step = 17;
    for (int red = 0; red <= 255; red += step) {
        for (int green = 0; green <= 255; green += step) {
            for (int blue = 0; blue <= 255; blue += step) {
                const QColor color(red, green, blue);
                // Half a step of what anybody sees is let through: the search has a lattice, too.
                if (difference(brand, color) < offered - 0.5) {
                    QVERIFY2(!problemsOf(color).empty(), qPrintable(color.name()));
                }
            }
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestAccentCheck)
#include "tst_accentcheck.moc"
