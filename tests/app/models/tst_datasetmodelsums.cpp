// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetmodel.h"
#include "app/series/rollup.h"
#include "tests/support/strictness.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Weeks and months in the model.
class TestDatasetModelSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aRowIsCalledByItsFirstDay_data();
    static void aRowIsCalledByItsFirstDay();
    static void theReasonIsExplained_data();
    static void theReasonIsExplained();
    static void aPartialSumIsSpokenSo();
};

namespace {

/// 25 October (a Sunday) to 23 November, which is not over.
DatasetPtr sums(Granularity granularity, std::size_t missingDay = 0)
{
    Dataset base;
    base.fetchedAt = QDateTime({2026, 11, 23}, {13, 5}, Qt::UTC);
    for (QDate day(2026, 10, 25); day <= QDate(2026, 11, 23); day = day.addDays(1)) {
        base.times.push_back(bucketOfDay(day));
    }
    Series series{.values = std::vector<double>(base.times.size(), 100),
                  .states = std::vector<BucketState>(base.times.size())};
    series.states.back() = BucketState::Incomplete;
    if (missingDay > 0) {
        series.states[missingDay] = BucketState::Missing;
        series.states[missingDay + 1] = BucketState::NotCollected;
    }
    base.series = {series};
    return std::make_shared<const Dataset>(rollUp(base, granularity, {}));
}

void fill(DatasetModel &model, const DatasetPtr &dataset)
{
    model.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setDataset(dataset, {{.name = u"All users"_s}});
}

} // namespace

void TestDatasetModelSums::aRowIsCalledByItsFirstDay_data()
{
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("value");
    QTest::newRow("weeks") << Granularity::Week << u"Week"_s << u"Week of 19 Oct"_s << u"100"_s;
    QTest::newRow("months") << Granularity::Month << u"Month"_s << u"Oct 2026"_s << u"700"_s;
}

void TestDatasetModelSums::aRowIsCalledByItsFirstDay()
{
    QFETCH(Granularity, granularity);
    QFETCH(QString, header);
    QFETCH(QString, first);
    QFETCH(QString, value);
    DatasetModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model, sums(granularity));
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), header);
    QCOMPARE(model.index(0, 0).data().toString(), first);
    QCOMPARE(model.index(0, 1).data().toString(), value);
}

void TestDatasetModelSums::theReasonIsExplained_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("tip");
    QTest::addColumn<int>("shortfalls");
    QTest::newRow("cut") << 0 << u"<qt>Partial: cut by the range</qt>"_s
                         << static_cast<int>(Shortfall::CutByRange);
    QTest::newRow("whole") << 2 << QString() << 0;
    QTest::newRow("a part missing, another not collected")
        << 1
        << u"<qt>Partial: Braze sent no value for some of it<br>Partial: Braze did not track this "
           "segment for some of it</qt>"_s
        << (static_cast<int>(Shortfall::PartsMissing)
            | static_cast<int>(Shortfall::PartsNotCollected));
    QTest::newRow("open") << 5 << u"<qt>So far: not a whole week</qt>"_s
                          << static_cast<int>(Shortfall::Open);
}

void TestDatasetModelSums::theReasonIsExplained()
{
    QFETCH(int, row);
    QFETCH(QString, tip);
    QFETCH(int, shortfalls);
    DatasetModel model;
    fill(model, sums(Granularity::Week, 3));
    for (const int column : {0, 1}) {
        QCOMPARE(model.index(row, column).data(Qt::ToolTipRole).toString(), tip);
        QCOMPARE(model.index(row, column).data(DatasetModel::ShortfallsRole).toInt(), shortfalls);
    }
}

void TestDatasetModelSums::aPartialSumIsSpokenSo()
{
    DatasetModel model;
    fill(model, sums(Granularity::Week));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
             u"Week of 19 October 2026, All users, 100, partial"_s);
    QCOMPARE(model.index(5, 1).data(Qt::AccessibleTextRole).toString(),
             u"Week of 23 November 2026, All users, 100, so far"_s);
    fill(model, sums(Granularity::Month));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"October 2026, partial"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDatasetModelSums)

#include "tst_datasetmodelsums.moc"
