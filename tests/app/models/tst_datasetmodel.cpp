// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/models/datasetmodel.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestDatasetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itKeepsTheRulesOfItemModels();
    static void itPrintsAsATable();
    static void itPrintsInFrench();
    static void theYearIsShownWhenThereAreTwo();
    static void hoursAreShownInTheZone();
    static void theHourThatComesTwiceIsToldApart();
    static void aCellReadsAsASentence_data();
    static void aCellReadsAsASentence();
    static void anHourReadsAsASentence();
    static void aStateIsExplained_data();
    static void aStateIsExplained();
    static void valuesSortAsNumbers();
    static void newestAndLargestComeFirst();
    static void anyNameIsShownLiterally_data();
    static void anyNameIsShownLiterally();
    static void aRowIsFoundByItsTime();
    static void anotherLanguageKeepsTheSelection();
    static void anEmptyModelAnswers();
};

namespace {

using enum BucketState;

QLocale english()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

DatasetPtr days(QDate last, const std::vector<Series> &series)
{
    auto dataset = std::make_shared<Dataset>();
    const auto count = static_cast<int>(series.front().values.size());
    for (int i = 1 - count; i <= 0; ++i) {
        dataset->times.push_back(bucketOfDay(last.addDays(i)));
    }
    dataset->series = series;
    return dataset;
}

DatasetPtr hours(const QString &first, int count, const char *zone)
{
    auto dataset = std::make_shared<Dataset>();
    dataset->unit = Unit::Hour;
    dataset->granularity = Granularity::Hour;
    dataset->zone = QTimeZone(zone);
    const qint64 start = QDateTime::fromString(first, Qt::ISODate).toMSecsSinceEpoch();
    Series series;
    for (int i = 0; i < count; ++i) {
        dataset->times.push_back(start + i * msPerHour);
        series.values.push_back(i);
        series.states.push_back(Counted);
    }
    dataset->series = {series};
    return dataset;
}

/// Four days of every state; today is not over.
DatasetPtr sample()
{
    return days(
        QDate(2026, 11, 23),
        {{.values = {12977, 0, 15204, 9120}, .states = {Counted, Counted, Counted, Incomplete}},
         {.values = {0, 0, 4655, 2880}, .states = {NotCollected, Missing, Counted, Incomplete}}});
}

void fill(DatasetModel &model, const DatasetPtr &dataset)
{
    model.setLocale(english());
    std::vector<DatasetModel::Look> looks(dataset->series.size());
    looks.front() = {.name = u"All users"_s, .colorSlot = -1};
    if (looks.size() > 1) {
        looks.at(1) = {.name = u"Gold members"_s, .colorSlot = 0};
    }
    model.setDataset(dataset, looks);
}

/// The model as people see it; a "~" stands behind what is incomplete.
QStringList printed(const DatasetModel &model)
{
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column) {
        header.append(model.headerData(column, Qt::Horizontal).toString());
    }
    QStringList lines{header.join(u" | "_s)};
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex cell = model.index(row, column);
            const bool open = cell.data(DatasetModel::StateRole).toInt()
                           == static_cast<int>(Incomplete);
            cells.append(cell.data().toString() + (open ? u"~"_s : QString()));
        }
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

void TestDatasetModel::itKeepsTheRulesOfItemModels()
{
    DatasetModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model, sample());
    model.setLocale(QLocale(QLocale::French));
    fill(model, hours(u"2026-03-10T14:00:00Z"_s, 24, "Asia/Kathmandu"));
    model.setDataset(std::make_shared<const Dataset>(), {});
}

void TestDatasetModel::itPrintsAsATable()
{
    DatasetModel model;
    fill(model, sample());
    QCOMPARE(printed(model),
             (QStringList{u"Date | All users | Gold members"_s,
                          u"Fri 20 Nov | 12,977 | not collected"_s,
                          u"Sat 21 Nov | 0 | no value"_s,
                          u"Sun 22 Nov | 15,204 | 4,655"_s,
                          u"Mon 23 Nov~ | 9,120~ | 2,880~"_s}));
}

void TestDatasetModel::itPrintsInFrench()
{
    DatasetModel model;
    fill(model, sample());
    model.setLocale(QLocale(QLocale::French));
    QCOMPARE(printed(model).constLast(), u"lun. 23 nov.~ | 9\u202F120~ | 2\u202F880~"_s);
}

void TestDatasetModel::theYearIsShownWhenThereAreTwo()
{
    DatasetModel model;
    fill(model, days(QDate(2027, 1, 1), {{.values = {1, 2}, .states = {Counted, Counted}}}));
    QCOMPARE(
        printed(model),
        (QStringList{u"Date | All users"_s, u"Thu 31 Dec 2026 | 1"_s, u"Fri 1 Jan 2027 | 2"_s}));
}

void TestDatasetModel::hoursAreShownInTheZone()
{
    DatasetModel model;
    fill(model, hours(u"2026-03-10T17:00:00Z"_s, 2, "Asia/Kathmandu"));
    QCOMPARE(
        printed(model),
        (QStringList{u"Time | All users"_s, u"Tue 10 Mar 22:45 | 0"_s, u"Tue 10 Mar 23:45 | 1"_s}));
}

void TestDatasetModel::theHourThatComesTwiceIsToldApart()
{
    DatasetModel model;
    fill(model, hours(u"2026-10-24T23:00:00Z"_s, 4, "Europe/Berlin"));
    QCOMPARE(printed(model),
             (QStringList{u"Time | All users"_s,
                          u"Sun 25 Oct 01:00 | 0"_s,
                          u"Sun 25 Oct 02:00 CEST | 1"_s,
                          u"Sun 25 Oct 02:00 CET | 2"_s,
                          u"Sun 25 Oct 03:00 | 3"_s}));
}

void TestDatasetModel::aCellReadsAsASentence_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a day") << 2 << 0 << u"22 November 2026"_s;
    QTest::newRow("today") << 3 << 0 << u"23 November 2026, so far"_s;
    QTest::newRow("a count") << 2 << 1 << u"22 November 2026, All users, 15,204"_s;
    QTest::newRow("zero") << 1 << 1 << u"21 November 2026, All users, 0"_s;
    QTest::newRow("incomplete") << 3 << 2 << u"23 November 2026, Gold members, 2,880, so far"_s;
    QTest::newRow("missing") << 1 << 2 << u"21 November 2026, Gold members, no value"_s;
    QTest::newRow("not collected") << 0 << 2 << u"20 November 2026, Gold members, not collected"_s;
}

void TestDatasetModel::aCellReadsAsASentence()
{
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(QString, sentence);
    DatasetModel model;
    fill(model, sample());
    QCOMPARE(model.index(row, column).data(Qt::AccessibleTextRole).toString(), sentence);
}

void TestDatasetModel::anHourReadsAsASentence()
{
    DatasetModel model;
    fill(model, hours(u"2026-03-10T14:00:00Z"_s, 1, "UTC"));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
             u"10 March 2026 14:00, All users, 0"_s);
}

void TestDatasetModel::aStateIsExplained_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("toolTip");
    QTest::newRow("counted") << 2 << 1 << QString();
    QTest::newRow("a whole day") << 2 << 0 << QString();
    QTest::newRow("today") << 3 << 0 << u"<qt>So far: not a whole day</qt>"_s;
    QTest::newRow("incomplete") << 3 << 2 << u"<qt>So far: not a whole day</qt>"_s;
    QTest::newRow("missing") << 1 << 2 << u"<qt>Braze sent no value for this day</qt>"_s;
    QTest::newRow("not collected") << 0 << 2 << u"<qt>Braze did not track this segment yet</qt>"_s;
}

void TestDatasetModel::aStateIsExplained()
{
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(QString, toolTip);
    DatasetModel model;
    fill(model, sample());
    QCOMPARE(model.index(row, column).data(Qt::ToolTipRole).toString(), toolTip);
}

void TestDatasetModel::valuesSortAsNumbers()
{
    DatasetModel model;
    fill(model, sample());
    QCOMPARE(model.index(0, 1).data(DatasetModel::SortRole), QVariant(12977.0));
    QCOMPARE(model.index(1, 1).data(DatasetModel::SortRole), QVariant(0.0));
    QVERIFY(!model.index(1, 2).data(DatasetModel::SortRole).isValid());
    QVERIFY(!model.index(0, 2).data(DatasetModel::SortRole).isValid());
    QCOMPARE(model.index(0, 0).data(DatasetModel::SortRole).toLongLong(),
             bucketOfDay(QDate(2026, 11, 20)));
}

void TestDatasetModel::newestAndLargestComeFirst()
{
    DatasetModel model;
    fill(model, sample());
    for (int column = 0; column < model.columnCount(); ++column) {
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).toInt(),
                 static_cast<int>(Qt::DescendingOrder));
    }
}

void TestDatasetModel::anyNameIsShownLiterally_data()
{
    addNames();
}

void TestDatasetModel::anyNameIsShownLiterally()
{
    QFETCH(QString, name);
    DatasetModel model;
    model.setLocale(english());
    model.setDataset(sample(), {{.name = u"All users"_s}, {.name = name, .colorSlot = 2}});
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), displayText(name));
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString(),
             u"<qt>"_s + displayText(name).toHtmlEscaped() + u"</qt>"_s);
    QCOMPARE(model.index(2, 2).data(Qt::AccessibleTextRole).toString(),
             u"22 November 2026, "_s + displayText(name) + u", 4,655"_s);
    QCOMPARE(model.look(1).name, name);
    QCOMPARE(model.headerData(2, Qt::Horizontal, DatasetModel::ColorSlotRole).toInt(), 2);
}

void TestDatasetModel::aRowIsFoundByItsTime()
{
    DatasetModel model;
    fill(model, sample());
    QCOMPARE(model.rowOf(bucketOfDay(QDate(2026, 11, 20))), 0);
    QCOMPARE(model.rowOf(bucketOfDay(QDate(2026, 11, 23))), 3);
    QCOMPARE(model.rowOf(bucketOfDay(QDate(2026, 11, 24))), -1);
    QCOMPARE(model.rowOf(bucketOfDay(QDate(2026, 11, 22)) + 1), -1);
    QCOMPARE(model.index(3, 1).data(DatasetModel::TimeRole).toLongLong(),
             bucketOfDay(QDate(2026, 11, 23)));
}

void TestDatasetModel::anotherLanguageKeepsTheSelection()
{
    DatasetModel model;
    fill(model, sample());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setLocale(QLocale(QLocale::French));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
}

void TestDatasetModel::anEmptyModelAnswers()
{
    DatasetModel model;
    QVERIFY(model.dataset());
    QCOMPARE(printed(model), QStringList{u"Date"_s});
    QCOMPARE(model.rowOf(0), -1);
    model.setLocale(english());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDatasetModel)

#include "tst_datasetmodel.moc"
