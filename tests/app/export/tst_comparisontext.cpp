// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/comparisontext.h"
#include "app/export/picturetext.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Earlier on(QDate first, QDate last)
{
    return {.dates = {.first = first, .last = last}};
}

QString textOf(ComparisonKind kind, const std::vector<Earlier> &earlier)
{
    return comparisonText(
        {.kind = kind}, earlier, {2026, 11, 23}, QLocale(QLocale::English, QLocale::UnitedStates));
}

} // namespace

/// What the thin lines are, in words.
class TestComparisonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theWordsAre_data();
    static void theWordsAre();
    static void withoutDatesThereIsNothingToSay();
    static void aPictureSaysIt();
};

void TestComparisonText::theWordsAre_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::vector<Earlier>>("earlier");
    QTest::addColumn<QString>("text");
    const auto previous = static_cast<int>(ComparisonKind::PreviousPeriod);
    const auto year = static_cast<int>(ComparisonKind::LastYear);
    const auto custom = static_cast<int>(ComparisonKind::Custom);
    const Earlier september = on({2026, 9, 20}, {2026, 10, 19});
    const Earlier lastYear = on({2025, 10, 26}, {2025, 11, 24});
    QTest::newRow("previous") << previous << std::vector{september}
                              << u"previous period, 20 Sep – 19 Oct"_s;
    QTest::newRow("two") << previous << std::vector{september, on({2026, 8, 16}, {2026, 9, 14})}
                         << u"previous periods: 20 Sep – 19 Oct, 16 Aug – 14 Sep"_s;
    QTest::newRow("last year") << year << std::vector{lastYear}
                               << u"same period last year, 26 Oct – 24 Nov 2025"_s;
    QTest::newRow("custom") << custom << std::vector{on({2026, 3, 1}, {2026, 3, 30})}
                            << u"earlier period, 1 – 30 Mar"_s;
    QTest::newRow("one day") << custom << std::vector{on({2026, 3, 1}, {2026, 3, 1})}
                             << u"earlier period, 1 Mar"_s;
}

void TestComparisonText::theWordsAre()
{
    QFETCH(int, kind);
    QFETCH(std::vector<Earlier>, earlier);
    QFETCH(QString, text);
    QCOMPARE(textOf(static_cast<ComparisonKind>(kind), earlier), text);
}

void TestComparisonText::withoutDatesThereIsNothingToSay()
{
    QCOMPARE(textOf(ComparisonKind::PreviousPeriod, {}), QString());
    QCOMPARE(textOf(ComparisonKind::PreviousPeriod, {Earlier()}), QString());
    QCOMPARE(textOf(ComparisonKind::None, {on({2026, 3, 1}, {2026, 3, 30})}), QString());
}

void TestComparisonText::aPictureSaysIt()
{
    View view;
    view.query.events = QStringList{u"checkout_completed"_s};
    view.comparison.kind = ComparisonKind::PreviousPeriod;
    Dataset dataset;
    dataset.times = {bucketOfDay({2026, 11, 22}), bucketOfDay({2026, 11, 23})};
    dataset.series = {{.values = {1, 2}, .states = {BucketState::Counted, BucketState::Counted}}};
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    const std::vector<Earlier> earlier{on({2026, 11, 15}, {2026, 11, 16})};
    const PictureText text = pictureText(view, dataset, locale, false, earlier);
    QCOMPARE(text.comparison, u"previous period, 15 – 16 Nov"_s);
    QVERIFY(text.footnote.contains(u"Thin lines: previous period, 15 – 16 Nov 2026."_s));
    const PictureText alone = pictureText(view, dataset, locale, false);
    QCOMPARE(alone.comparison, QString());
    QVERIFY(!alone.footnote.contains(u"Thin"_s));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestComparisonText)
#include "tst_comparisontext.moc"
