// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/colordifference.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <QTest>

namespace emberline::test {

class TestPalettes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theDifferenceIsThatOfThePaper_data();
    static void theDifferenceIsThatOfThePaper();
    static void theKnownSetIsAsDifferentAsKnown();
    static void everySeriesStandsOutFromTheGround();
    static void seriesCanBeToldApart_data();
    static void seriesCanBeToldApart();
    static void allUsersCanBeToldFromEverySeries_data();
    static void allUsersCanBeToldFromEverySeries();
};

namespace {

double smallestDifference(const std::vector<QColor> &colors, const ColorMatrix &vision)
{
    double smallest = 1000;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        for (std::size_t j = i + 1; j < colors.size(); ++j) {
            smallest = std::min(
                smallest, ciede2000(seenBy(vision, colors.at(i)), seenBy(vision, colors.at(j))));
        }
    }
    return smallest;
}

struct Vision
{
    const char *name;
    const ColorMatrix *matrix;
    double light, dark;
};

/// What product and look promise of each set, rounded there to one digit.
constexpr std::array<Vision, 4> visions{Vision{"normal", &usualMatrix, 27.7, 27.0},
                                        {"protan", &protanopiaMatrix, 16.3, 15.3},
                                        {"deutan", &deuteranopiaMatrix, 15.9, 18.6},
                                        {"tritan", &tritanopiaMatrix, 18.1, 17.1}};
constexpr double rounding = 0.05;

} // namespace

void TestPalettes::theDifferenceIsThatOfThePaper_data()
{
    // Pairs of the test data that Sharma, Wu and Dalal published, with their results.
    QTest::addColumn<QList<double>>("labs");
    QTest::addColumn<double>("difference");
    QTest::newRow("blue") << QList<double>{50, 2.6772, -79.7751, 50, 0, -82.7485} << 2.0425;
    QTest::newRow("grey") << QList<double>{50, 0, 0, 50, -1, 2} << 2.3669;
    QTest::newRow("opposite hues") << QList<double>{50, 2.49, -0.001, 50, -2.49, 0.0009} << 7.1792;
    QTest::newRow("far") << QList<double>{50, 2.5, 0, 73, 25, -18} << 27.1492;
    QTest::newRow("green") << QList<double>{60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387}
                           << 1.2644;
    QTest::newRow("dark") << QList<double>{2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514}
                          << 0.9082;
}

void TestPalettes::theDifferenceIsThatOfThePaper()
{
    QFETCH(QList<double>, labs);
    QFETCH(double, difference);
    const Lab x{labs[0], labs[1], labs[2]};
    const Lab y{labs[3], labs[4], labs[5]};
    QVERIFY(std::abs(ciede2000(x, y) - difference) < 0.0001);
    QVERIFY(std::abs(ciede2000(y, x) - difference) < 0.0001);
}

void TestPalettes::theKnownSetIsAsDifferentAsKnown()
{
    const std::vector<QColor> okabeIto{QColor(0x0072B2),
                                       QColor(0xE69F00),
                                       QColor(0x009E73),
                                       QColor(0xCC79A7),
                                       QColor(0x56B4E9),
                                       QColor(0xD55E00)};
    QVERIFY(std::abs(smallestDifference(okabeIto, usualMatrix) - 22.2) < 2 * rounding);
    QVERIFY(std::abs(smallestDifference(okabeIto, protanopiaMatrix) - 12.2) < 2 * rounding);
}

void TestPalettes::everySeriesStandsOutFromTheGround()
{
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        for (const QColor &color : tokens->series) {
            QVERIFY2(contrastRatio(color, tokens->base) >= 3, qPrintable(color.name()));
        }
        QVERIFY(contrastRatio(tokens->neutral, tokens->base) > 16);
    }
}

void TestPalettes::seriesCanBeToldApart_data()
{
    QTest::addColumn<int>("vision");
    QTest::addColumn<bool>("dark");
    for (int i = 0; i < static_cast<int>(visions.size()); ++i) {
        const char *name = visions.at(static_cast<std::size_t>(i)).name;
        QTest::addRow("%s, light", name) << i << false;
        QTest::addRow("%s, dark", name) << i << true;
    }
}

void TestPalettes::seriesCanBeToldApart()
{
    QFETCH(int, vision);
    QFETCH(bool, dark);
    const Vision &eyes = visions.at(static_cast<std::size_t>(vision));
    const auto &series = (dark ? darkTokens() : lightTokens()).series;
    const double smallest = smallestDifference({series.begin(), series.end()}, *eyes.matrix);
    QVERIFY2(smallest >= (dark ? eyes.dark : eyes.light) - 2 * rounding,
             qPrintable(QString::number(smallest)));
}

void TestPalettes::allUsersCanBeToldFromEverySeries_data()
{
    seriesCanBeToldApart_data();
}

void TestPalettes::allUsersCanBeToldFromEverySeries()
{
    QFETCH(int, vision);
    QFETCH(bool, dark);
    const ColorMatrix &eyes = *visions.at(static_cast<std::size_t>(vision)).matrix;
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    for (const QColor &color : tokens.series) {
        const double difference = ciede2000(seenBy(eyes, tokens.neutral), seenBy(eyes, color));
        QVERIFY2(difference >= (dark ? 14.9 : 17.7) - rounding,
                 qPrintable(color.name() + u' ' + QString::number(difference)));
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPalettes)

#include "tst_palettes.moc"
