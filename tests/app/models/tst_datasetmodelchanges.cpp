// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetmodel.h"
#include "tests/support/strictness.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Four days of two series: more, less, new and so far; the day before each the week before.
struct Compared
{
    Compared()
    {
        auto dataset = std::make_shared<Dataset>();
        Earlier earlier;
        for (int i = 0; i < 4; ++i) {
            const BucketTime time = bucketOfDay(QDate(2026, 11, 20).addDays(i));
            dataset->times.push_back(time);
            earlier.times.emplace_back(time - 7 * msPerDay);
        }
        earlier.dates = {.first = {2026, 11, 13}, .last = {2026, 11, 16}};
        Series now{.values = {108, 95, 5, 50},
                   .states = {BucketState::Counted,
                              BucketState::Counted,
                              BucketState::Counted,
                              BucketState::Incomplete}};
        dataset->series = {now, now};
        Series before{.values = {100, 100, 0, 100},
                      .states = std::vector<BucketState>(4, BucketState::Counted)};
        earlier.series = {before, before};
        earlier.series[1].states[0] = BucketState::Missing;
        model.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        model.setDataset(dataset, looks, {earlier});
    }

    [[nodiscard]] QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role);
    }

    std::vector<DatasetModel::Look> looks{{.name = u"All"_s}, {.name = u"Gold"_s, .colorSlot = 0}};
    DatasetModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

/// The columns of a model that compares.
class TestDatasetModelChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void eachSeriesHasTwoColumns();
    static void withoutAComparisonThereIsOne();
    static void aChangeIsSaidInPercent();
    static void theHeadersSayWhatIsCompared();
    static void aChangeIsSortedByItsSize();
    static void theToolTipHasTheRealCountAndDate();
    static void aScreenReaderHearsWhoseChangeItIs();
    static void onlyChangesAreChanges();
};

void TestDatasetModelChanges::eachSeriesHasTwoColumns()
{
    const Compared compared;
    QCOMPARE(compared.model.columnCount(), 5);
    QCOMPARE(compared.model.valueColumn(1), 3);
    QCOMPARE(compared.model.changeColumn(1), 4);
    for (const int column : {3, 4}) {
        QCOMPARE(compared.model.seriesOf(column), std::size_t{1});
    }
    QCOMPARE(compared.at(0, 3).toString(), u"108"_s);
}

void TestDatasetModelChanges::withoutAComparisonThereIsOne()
{
    Compared compared;
    compared.model.setDataset(compared.model.dataset(), compared.looks);
    QCOMPARE(compared.model.columnCount(), 3);
    QCOMPARE(compared.model.valueColumn(1), 2);
    QCOMPARE(compared.model.changeColumn(1), -1);
    QVERIFY(!compared.model.isChange(2));
    QCOMPARE(compared.at(0, 2).toString(), u"108"_s);
}

void TestDatasetModelChanges::aChangeIsSaidInPercent()
{
    const Compared compared;
    QCOMPARE(compared.at(0, 2).toString(), u"+8.0\u00A0%"_s);
    QCOMPARE(compared.at(1, 2).toString(), u"\u22125.0\u00A0%"_s);
    QCOMPARE(compared.at(2, 2).toString(), u"new"_s);
    QCOMPARE(compared.at(3, 2).toString(), u"–"_s); // so far
    QCOMPARE(compared.at(0, 4).toString(), u"–"_s); // nothing to compare with
}

void TestDatasetModelChanges::theHeadersSayWhatIsCompared()
{
    const Compared compared;
    const auto header = [&compared](int column, int role) {
        return compared.model.headerData(column, Qt::Horizontal, role);
    };
    QCOMPARE(header(3, Qt::DisplayRole).toString(), u"Gold"_s);
    QCOMPARE(header(4, Qt::DisplayRole).toString(), u"vs previous"_s);
    QCOMPARE(header(4, Qt::AccessibleTextRole).toString(), u"Gold vs previous"_s);
    QVERIFY(header(4, Qt::ToolTipRole).toString().contains(u"13 – 16 Nov 2026"_s));
    QVERIFY(header(3, DatasetModel::ColorSlotRole).isValid());
    QVERIFY(!header(4, DatasetModel::ColorSlotRole).isValid());
}

void TestDatasetModelChanges::aChangeIsSortedByItsSize()
{
    const Compared compared;
    QCOMPARE(compared.at(0, 2, DatasetModel::SortRole).toDouble(), 0.08);
    QVERIFY(std::isinf(compared.at(2, 2, DatasetModel::SortRole).toDouble()));
    QVERIFY(!compared.at(3, 2, DatasetModel::SortRole).isValid());
}

void TestDatasetModelChanges::theToolTipHasTheRealCountAndDate()
{
    const Compared compared;
    QVERIFY(compared.at(0, 2, Qt::ToolTipRole).toString().contains(u"100 on Fri 13 Nov 2026"_s));
    QVERIFY(!compared.at(0, 4, Qt::ToolTipRole).toString().contains(u"100"_s));
}

void TestDatasetModelChanges::aScreenReaderHearsWhoseChangeItIs()
{
    const Compared compared;
    QCOMPARE(compared.at(0, 2, Qt::AccessibleTextRole).toString(),
             u"20 November 2026, All, change +8.0\u00A0%"_s);
    QCOMPARE(compared.at(3, 4, Qt::AccessibleTextRole).toString(),
             u"23 November 2026, Gold, no change to tell"_s);
}

void TestDatasetModelChanges::onlyChangesAreChanges()
{
    const Compared compared;
    QStringList columns;
    for (int column = 0; column < compared.model.columnCount(); ++column) {
        const bool isChange = compared.at(1, column, DatasetModel::ChangeRole).toBool();
        QCOMPARE(compared.model.isChange(column), isChange);
        columns.append(isChange ? u"change"_s : u"value"_s);
    }
    QCOMPARE(columns, (QStringList{u"value"_s, u"value"_s, u"change"_s, u"value"_s, u"change"_s}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDatasetModelChanges)
#include "tst_datasetmodelchanges.moc"
