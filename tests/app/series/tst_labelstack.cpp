// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/labelstack.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace emberline::test {

class TestLabelStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void labelsThatDoNotTouchStayWhereTheyAre();
    static void labelsThatTouchArePushedApartAroundTheirMiddle();
    static void aClusterStaysInTheBand();
    static void tooManyLabelsShareTheBand();
    static void anyLabelsKeepOrderPitchAndBand();
};

void TestLabelStack::labelsThatDoNotTouchStayWhereTheyAre()
{
    const std::vector<double> wanted{80, 10, 40};
    QCOMPARE(spreadLabels(wanted, {.top = 0, .bottom = 100}), wanted);
}

void TestLabelStack::labelsThatTouchArePushedApartAroundTheirMiddle()
{
    QCOMPARE(spreadLabels({50, 50, 50}, {.top = 0, .bottom = 100}),
             (std::vector<double>{30, 50, 70}));
}

void TestLabelStack::aClusterStaysInTheBand()
{
    QCOMPARE(spreadLabels({98, 99}, {.top = 0, .bottom = 100}), (std::vector<double>{80, 100}));
    QCOMPARE(spreadLabels({-30, 2}, {.top = 0, .bottom = 100}), (std::vector<double>{0, 20}));
}

void TestLabelStack::tooManyLabelsShareTheBand()
{
    QCOMPARE(spreadLabels({5, 5, 5}, {.top = 0, .bottom = 20}), (std::vector<double>{0, 10, 20}));
}

void TestLabelStack::anyLabelsKeepOrderPitchAndBand()
{
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same cases every time
    std::uniform_real_distribution<double> place(-20, 320);
    for (int round = 0; round < 500; ++round) {
        std::vector<double> wanted(static_cast<std::size_t>(1 + round % 12));
        std::generate(wanted.begin(), wanted.end(), [&] { return place(random); });
        std::sort(wanted.begin(), wanted.end());
        const std::vector<double> places = spreadLabels(wanted, {.top = 0, .bottom = 300});
        QVERIFY(places.front() >= -1e-9 && places.back() <= 300 + 1e-9);
        for (std::size_t i = 1; i < places.size(); ++i) {
            QVERIFY(places[i] - places[i - 1] >= 20 - 1e-9);
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestLabelStack)
#include "tst_labelstack.moc"
