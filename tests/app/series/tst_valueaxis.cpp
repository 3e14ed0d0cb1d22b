// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/valueaxis.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestValueAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theMockUpsScale();
    static void everyMaximumHasFourToSixTicksThatReachIt();
    static void stepsAreOneTwoOrFiveTimesAPowerOfTen();
    static void smallNumbersAreNoMountains();
    static void whatCannotBeDrawnIsBroughtIntoBounds_data();
    static void whatCannotBeDrawnIsBroughtIntoBounds();
    static void numbersAreShort_data();
    static void numbersAreShort();
};

namespace {

std::vector<double> maxima()
{
    std::vector<double> all;
    double value = 5;
    while (value < 1e15) {
        all.push_back(std::floor(value));
        value *= 1.037;
    }
    return all;
}

} // namespace

void TestValueAxis::theMockUpsScale()
{
    QCOMPARE(valueAxisFor(17'772), (ValueAxis{.step = 5'000, .steps = 4}));
}

void TestValueAxis::everyMaximumHasFourToSixTicksThatReachIt()
{
    for (const double maximum : maxima()) {
        const ValueAxis axis = valueAxisFor(maximum);
        const QByteArray message = QByteArray::number(maximum);
        QVERIFY2(axis.steps >= 3 && axis.steps <= 5, message.constData());
        QVERIFY2(axis.top() >= maximum, message.constData());
    }
}

void TestValueAxis::stepsAreOneTwoOrFiveTimesAPowerOfTen()
{
    for (const double maximum : maxima()) {
        const double step = valueAxisFor(maximum).step;
        const double digit = std::round(step / std::pow(10.0, std::floor(std::log10(step) + 1e-9)));
        QVERIFY2(digit == 1 || digit == 2 || digit == 5, QByteArray::number(step).constData());
    }
}

void TestValueAxis::smallNumbersAreNoMountains()
{
    for (const double maximum : {0.0, 1.0, 2.0, 5.0}) {
        QCOMPARE(valueAxisFor(maximum), (ValueAxis{.step = 1, .steps = 5}));
    }
}

void TestValueAxis::whatCannotBeDrawnIsBroughtIntoBounds_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("drawn");
    QTest::newRow("absurd") << 1e300 << largestDrawable;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << largestDrawable;
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 0.0;
    QTest::newRow("negative") << -5.0 << 0.0;
    QTest::newRow("usual") << 17.0 << 17.0;
}

void TestValueAxis::whatCannotBeDrawnIsBroughtIntoBounds()
{
    QFETCH(double, value);
    QFETCH(double, drawn);
    QCOMPARE(drawableValue(value), drawn);
    QVERIFY(valueAxisFor(value).top() >= drawn);
}

void TestValueAxis::numbersAreShort_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale french(QLocale::French, QLocale::France);
    QTest::newRow("zero") << 0.0 << english << u"0"_s;
    QTest::newRow("below a thousand") << 500.0 << english << u"500"_s;
    QTest::newRow("one decimal") << 1'500.0 << english << u"1.5\u202Fk"_s;
    QTest::newRow("decimal mark of the locale") << 1'500.0 << french << u"1,5\u202Fk"_s;
    QTest::newRow("no needless decimal") << 12'000.0 << english << u"12\u202Fk"_s;
    QTest::newRow("millions") << 1'200'000.0 << english << u"1.2\u202FM"_s;
    QTest::newRow("never 1000 k") << 999'999.0 << english << u"1\u202FM"_s;
    QTest::newRow("the largest") << 1e15 << english << u"1,000\u202FT"_s;
}

void TestValueAxis::numbersAreShort()
{
    QFETCH(double, value);
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QCOMPARE(compactNumber(value, locale), text);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestValueAxis)
#include "tst_valueaxis.moc"
