// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/change.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QLocale english()
{
    return {QLocale::English, QLocale::UnitedStates};
}

QLocale french()
{
    return {QLocale::French, QLocale::France};
}

Series seriesOf(const std::vector<double> &values)
{
    return {.values = values,
            .states = std::vector<BucketState>(values.size(), BucketState::Counted)};
}

} // namespace

/// How much a count differs from an earlier one, and how that is said.
class TestChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theWordsAre_data();
    static void theWordsAre();
    static void frenchNumbersAreFrench();
    static void aChangeIsNeverInfinite_data();
    static void aChangeIsNeverInfinite();
    static void onlyWhatIsWholeInBothCounts();
    static void nothingInCommonIsNoChange();
    static void aSpanIsSummedUpBeforeItIsCompared();
    static void aSpanBeyondTheEndIsCut();
};

void TestChange::theWordsAre_data()
{
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("before");
    QTest::addColumn<QString>("percent");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("direction");
    QTest::newRow("more") << 108.1 << 100.0 << u"+8.1\u00A0%"_s << u"+8"_s << u"\u25B2"_s;
    QTest::newRow("less") << 976.0 << 1'000.0 << u"\u22122.4\u00A0%"_s << u"\u221224"_s
                          << u"\u25BC"_s;
    QTest::newRow("the same") << 5.0 << 5.0 << u"0\u00A0%"_s << u"0"_s << QString();
    QTest::newRow("both none") << 0.0 << 0.0 << u"0\u00A0%"_s << u"0"_s << QString();
    QTest::newRow("new") << 7.0 << 0.0 << u"new"_s << u"+7"_s << u"\u25B2"_s;
    QTest::newRow("all gone") << 0.0 << 7.0 << u"\u2212100.0\u00A0%"_s << u"\u22127"_s
                              << u"\u25BC"_s;
    QTest::newRow("too little to say")
        << 100'001.0 << 100'000.0 << u"0\u00A0%"_s << u"+1"_s << u"\u25B2"_s;
    QTest::newRow("a lot") << 13'340.0 << 1'000.0 << u"+1,234\u00A0%"_s << u"+12,340"_s
                           << u"\u25B2"_s;
}

void TestChange::theWordsAre()
{
    QFETCH(double, now);
    QFETCH(double, before);
    QFETCH(QString, percent);
    QFETCH(QString, difference);
    QFETCH(QString, direction);
    const Change change = changeOf(now, before);
    QCOMPARE(signedPercentText(change, english()), percent);
    QCOMPARE(differenceText(change, english()), difference);
    QCOMPARE(directionText(change), direction);
    const QString unsignedText = percentText(change, english());
    QVERIFY(!unsignedText.startsWith(u'+') && !unsignedText.startsWith(u'\u2212'));
    QVERIFY(!unsignedText.contains(u'-'));
    QVERIFY(percent.endsWith(unsignedText));
}

void TestChange::frenchNumbersAreFrench()
{
    QCOMPARE(signedPercentText(changeOf(92.5, 100), french()), u"\u22127,5\u00A0%"_s);
    QCOMPARE(differenceText(changeOf(12'340, 0), french()), u"+12\u202F340"_s);
}

void TestChange::aChangeIsNeverInfinite_data()
{
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("before");
    QTest::newRow("from none") << 1.0 << 0.0;
    QTest::newRow("from negative none") << 1.0 << -0.0;
    QTest::newRow("from next to none") << 1e300 << 1e-300;
    QTest::newRow("huge") << 1e300 << 1.0;
}

void TestChange::aChangeIsNeverInfinite()
{
    QFETCH(double, now);
    QFETCH(double, before);
    const Change change = changeOf(now, before);
    QVERIFY(!change.ratio || std::isfinite(*change.ratio));
    QVERIFY(!signedPercentText(change, english()).contains(u"inf"_s, Qt::CaseInsensitive));
}

void TestChange::onlyWhatIsWholeInBothCounts()
{
    Series now = seriesOf({10, 20, 30, 40});
    Series before = seriesOf({5, 5, 5, 5});
    now.states[3] = BucketState::Incomplete;
    before.states[2] = BucketState::Missing;
    const auto change = changeOf(now, before, {.first = 0, .last = 3});
    QCOMPARE(change, std::optional(changeOf(30, 10)));
}

void TestChange::nothingInCommonIsNoChange()
{
    Series now = seriesOf({10, 20});
    Series before = seriesOf({5, 5});
    now.states[0] = BucketState::Incomplete;
    before.states[1] = BucketState::Unread;
    QCOMPARE(changeOf(now, before, {.first = 0, .last = 1}), std::nullopt);
}

void TestChange::aSpanIsSummedUpBeforeItIsCompared()
{
    const Series now = seriesOf({0, 110, 1});
    const Series before = seriesOf({100, 0, 1});
    const auto change = changeOf(now, before, {.first = 0, .last = 1});
    QVERIFY(change.has_value());
    QCOMPARE(signedPercentText(*change, english()), u"+10.0\u00A0%"_s);
}

void TestChange::aSpanBeyondTheEndIsCut()
{
    const auto change = changeOf(seriesOf({1, 2}), seriesOf({1, 1}), {.first = 1, .last = 99});
    QCOMPARE(change, std::optional(changeOf(2, 1)));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestChange)
#include "tst_change.moc"
