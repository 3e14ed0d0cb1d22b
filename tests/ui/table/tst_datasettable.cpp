// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "ui/table/datasettable.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestDatasetTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theSortedModelKeepsTheRules();
    void theNewestBucketComesFirst();
    void valuesAreSortedAsNumbers_data();
    void valuesAreSortedAsNumbers();
    void whatHasNoValueComesLastInBothOrders();
    void equalValuesStayNewestFirst();
    void aClickOnTheHeaderSortsLargestFirst();
    void theKeyboardSorts();
    void pickingARowTellsItsBucket();
    void theArrowKeysPick();
    void focusAlonePicksNothing();
    void aMarkSelectsItsRowWithoutEcho();
    void aMarkDoesNotTakeTheSelectionAway();
    void aMarkSurvivesAnotherDataset();
    void aMarkWaitsForItsBucket();
    void noMarkNoSelection();
    void cellsAreCopiedForASpreadsheet();
    void headersAreCopiedToo();
    void aHeaderIsNoFormulaForASpreadsheet();
    void weeksAreCopiedByTheirFirstDay();
    void hoursAreCopiedAsWallClock();
    void gapsInTheSelectionStayGaps();
    void nothingSelectedCopiesNothing();
    void aFoldedTableIsItsBar();
    void theBarCounts();
    void columnsAreAsWideAsTheLookSaysOrTheirFigures();
    void fewerSeriesSortByDateAgain();
    void everythingHasAName();
    void aCellReadsAsASentence();
    void anyNameIsPaintedAsText_data();
    void anyNameIsPaintedAsText();
    void theColoursFollowThePalette_data();
    void theColoursFollowThePalette();
    void anIncompleteRowIsHatchedToTheEdge();

private:
    void show(const DatasetPtr &dataset, const QString &goldName = QStringLiteral("Gold"));
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {});
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] QStringList column(int column) const;
    [[nodiscard]] QStringList selectedRows() const;

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<DatasetTable> m_table;
    QTableView *m_view = nullptr;
};

namespace {

using enum BucketState;

const QDate today(2026, 11, 23);

BucketTime dayBefore(int days)
{
    return bucketOfDay(today.addDays(-days));
}

DatasetPtr days(const std::vector<Series> &series)
{
    auto dataset = std::make_shared<Dataset>();
    const auto count = static_cast<int>(series.front().values.size());
    for (int i = count - 1; i >= 0; --i) {
        dataset->times.push_back(dayBefore(i));
    }
    dataset->series = series;
    return dataset;
}

/// All users and Gold; oldest first, today open.
DatasetPtr sample()
{
    return days(
        {{.values = {900, 10000, 2000, 9120}, .states = {Counted, Counted, Counted, Incomplete}},
         {.values = {0, 0, 4655, 2880}, .states = {NotCollected, Missing, Counted, Incomplete}}});
}

DatasetPtr manyDays(int count)
{
    Series series;
    for (int i = 0; i < count; ++i) {
        series.values.push_back(i);
        series.states.push_back(Counted);
    }
    return days({series, series});
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.win);
    palette.setColor(QPalette::Base, tokens.base);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::WindowText, tokens.text);
    return palette;
}

bool contains(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

void TestDatasetTable::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_model->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_table = std::make_unique<DatasetTable>(m_model.get());
    m_table->resize(900, 300);
    m_view = m_table->findChild<QTableView *>(u"datasetTableView"_s);
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void TestDatasetTable::cleanup()
{
    m_view = nullptr;
    m_table.reset();
    m_model.reset();
}

void TestDatasetTable::show(const DatasetPtr &dataset, const QString &goldName)
{
    std::vector<DatasetModel::Look> looks{{.name = u"All users"_s},
                                          {.name = goldName, .colorSlot = 0}};
    looks.resize(dataset->series.size());
    m_model->setDataset(dataset, looks);
    m_table->show();
    m_table->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_view->setFocus();
}

void TestDatasetTable::click(int row, int column, Qt::KeyboardModifiers modifiers)
{
    const QPoint place = m_view->visualRect(m_view->model()->index(row, column)).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, place);
}

void TestDatasetTable::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_view, static_cast<Qt::Key>(key), modifiers);
}

QStringList TestDatasetTable::column(int column) const
{
    QStringList texts;
    for (int row = 0; row < m_view->model()->rowCount(); ++row) {
        texts.append(m_view->model()->index(row, column).data().toString());
    }
    return texts;
}

QStringList TestDatasetTable::selectedRows() const
{
    QStringList dates;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        dates.append(row.data().toString());
    }
    return dates;
}

void TestDatasetTable::theSortedModelKeepsTheRules()
{
    const QAbstractItemModelTester tester(m_view->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(sample());
    m_view->sortByColumn(2, Qt::AscendingOrder);
    show(manyDays(40));
}

void TestDatasetTable::theNewestBucketComesFirst()
{
    show(sample());
    QCOMPARE(column(0),
             (QStringList{u"Mon 23 Nov"_s, u"Sun 22 Nov"_s, u"Sat 21 Nov"_s, u"Fri 20 Nov"_s}));
}

void TestDatasetTable::valuesAreSortedAsNumbers_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("values");
    const QStringList values{u"900"_s, u"2,000"_s, u"9,120"_s, u"10,000"_s};
    QTest::newRow("ascending") << Qt::AscendingOrder << values;
    QTest::newRow("descending") << Qt::DescendingOrder
                                << QStringList(values.crbegin(), values.crend());
}

void TestDatasetTable::valuesAreSortedAsNumbers()
{
    QFETCH(Qt::SortOrder, order);
    QFETCH(QStringList, values);
    show(sample());
    m_view->sortByColumn(1, order);
    QCOMPARE(column(1), values);
}

void TestDatasetTable::whatHasNoValueComesLastInBothOrders()
{
    show(sample());
    const QStringList none{u"no value"_s, u"not collected"_s};
    m_view->sortByColumn(2, Qt::AscendingOrder);
    QCOMPARE(column(2), (QStringList{u"2,880"_s, u"4,655"_s} + none));
    m_view->sortByColumn(2, Qt::DescendingOrder);
    QCOMPARE(column(2), (QStringList{u"4,655"_s, u"2,880"_s} + none));
}

void TestDatasetTable::equalValuesStayNewestFirst()
{
    show(days({{.values = {5, 5, 5}, .states = {Counted, Counted, Counted}}}));
    const QStringList newestFirst{u"Mon 23 Nov"_s, u"Sun 22 Nov"_s, u"Sat 21 Nov"_s};
    m_view->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(column(0), newestFirst);
    m_view->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(column(0), newestFirst);
}

void TestDatasetTable::aClickOnTheHeaderSortsLargestFirst()
{
    show(sample());
    QHeaderView *header = m_view->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(1) + 60, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(column(1).constFirst(), u"10,000"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(column(1).constFirst(), u"900"_s);
}

void TestDatasetTable::theKeyboardSorts()
{
    show(sample());
    press(Qt::Key_Right);
    auto *ascending = m_view->findChild<QAction *>(u"sortAscending"_s);
    QVERIFY(m_view->actions().contains(ascending)); // the menu key shows them
    ascending->trigger();
    QCOMPARE(column(1).constFirst(), u"900"_s);
    m_view->findChild<QAction *>(u"sortDescending"_s)->trigger();
    QCOMPARE(column(1).constFirst(), u"10,000"_s);
}

void TestDatasetTable::pickingARowTellsItsBucket()
{
    show(sample());
    const QSignalSpy picked(m_table.get(), &DatasetTable::bucketPicked);
    click(2, 1);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.at(0).at(0).value<BucketTime>(), dayBefore(2));
    click(2, 2);
    QCOMPARE(picked.count(), 1);
    click(0, 0);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.at(1).at(0).value<BucketTime>(), dayBefore(0));
}

void TestDatasetTable::theArrowKeysPick()
{
    show(sample());
    click(0, 1);
    const QSignalSpy picked(m_table.get(), &DatasetTable::bucketPicked);
    press(Qt::Key_Down);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.at(1).at(0).value<BucketTime>(), dayBefore(2));
}

void TestDatasetTable::focusAlonePicksNothing()
{
    const QSignalSpy picked(m_table.get(), &DatasetTable::bucketPicked);
    show(sample());
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(picked.count(), 0);
}

void TestDatasetTable::aMarkSelectsItsRowWithoutEcho()
{
    show(manyDays(100));
    const QSignalSpy picked(m_table.get(), &DatasetTable::bucketPicked);
    m_table->setMarkedBucket(dayBefore(90));
    QCOMPARE(selectedRows().size(), 1);
    const QModelIndex current = m_view->currentIndex();
    QCOMPARE(current.data(DatasetModel::TimeRole).toLongLong(), dayBefore(90));
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(current)));
    QCOMPARE(picked.count(), 0);
}

void TestDatasetTable::aMarkDoesNotTakeTheSelectionAway()
{
    show(sample());
    click(0, 1);
    click(2, 1, Qt::ShiftModifier);
    const QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    QCOMPARE(selected.size(), 3);
    m_table->setMarkedBucket(dayBefore(2)); // as the window answers the pick
    QCOMPARE(m_view->selectionModel()->selectedIndexes(), selected);
}

void TestDatasetTable::aMarkSurvivesAnotherDataset()
{
    show(sample());
    const QSignalSpy picked(m_table.get(), &DatasetTable::bucketPicked);
    m_table->setMarkedBucket(dayBefore(1));
    show(manyDays(10));
    QCOMPARE(selectedRows(), QStringList{u"Sun 22 Nov"_s});
    QCOMPARE(picked.count(), 0);
}

void TestDatasetTable::aMarkWaitsForItsBucket()
{
    show(sample());
    m_table->setMarkedBucket(dayBefore(8));
    QCOMPARE(selectedRows(), QStringList());
    show(manyDays(10));
    QCOMPARE(selectedRows(), QStringList{u"Sun 15 Nov"_s});
}

void TestDatasetTable::noMarkNoSelection()
{
    show(sample());
    const QSignalSpy picked(m_table.get(), &DatasetTable::bucketPicked);
    m_table->setMarkedBucket(dayBefore(1));
    m_table->setMarkedBucket(std::nullopt);
    QVERIFY(!m_view->selectionModel()->hasSelection());
    QCOMPARE(picked.count(), 0);
    click(2, 1);
    QCOMPARE(picked.count(), 1);
}

void TestDatasetTable::cellsAreCopiedForASpreadsheet()
{
    show(sample());
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(),
             u"2026-11-23\t9120\t2880\n2026-11-22\t2000\t4655\n2026-11-21\t10000\t\n"
             "2026-11-20\t900\t"_s);
}

void TestDatasetTable::headersAreCopiedToo()
{
    show(sample());
    m_view->sortByColumn(1, Qt::DescendingOrder);
    click(0, 1);
    click(1, 2, Qt::ShiftModifier);
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), u"All users\tGold\n10000\t\n9120\t2880"_s);
}

void TestDatasetTable::aHeaderIsNoFormulaForASpreadsheet()
{
    show(sample(), u"=HYPERLINK(1)\tx\ny"_s);
    click(1, 2);
    m_table->copyWithHeaders();
    QCOMPARE(clipboard(), u"'=HYPERLINK(1) x y\n4655"_s);
}

void TestDatasetTable::weeksAreCopiedByTheirFirstDay()
{
    auto dataset = std::make_shared<Dataset>();
    dataset->granularity = Granularity::Week;
    dataset->times = {bucketOfDay(QDate(2026, 11, 16))};
    dataset->series = {{.values = {7}, .states = {Counted}}};
    show(dataset);
    m_view->selectAll();
    m_table->copy();
    QCOMPARE(clipboard(), u"2026-11-16\t7"_s);
}

void TestDatasetTable::hoursAreCopiedAsWallClock()
{
    auto dataset = std::make_shared<Dataset>();
    dataset->unit = Unit::Hour;
    dataset->granularity = Granularity::Hour;
    dataset->zone = QTimeZone("Asia/Kathmandu");
    dataset->times = {QDateTime(QDate(2026, 3, 10), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch()};
    dataset->series = {{.values = {0.5}, .states = {Counted}}};
    show(dataset);
    m_view->selectAll();
    m_table->copy();
    QCOMPARE(clipboard(), u"2026-03-10 19:45:00\t0.5"_s);
}

void TestDatasetTable::gapsInTheSelectionStayGaps()
{
    show(sample());
    click(0, 0);
    click(1, 2, Qt::ControlModifier);
    m_table->copy();
    QCOMPARE(clipboard(), u"2026-11-23\t\n\t4655"_s);
}

void TestDatasetTable::nothingSelectedCopiesNothing()
{
    show(sample());
    m_table->copy();
    m_table->copyWithHeaders();
    QCOMPARE(clipboard(), u"before"_s);
}

void TestDatasetTable::aFoldedTableIsItsBar()
{
    show(sample());
    const QSignalSpy folded(m_table.get(), &DatasetTable::foldedChanged);
    auto *button = m_table->findChild<QToolButton *>(u"tableFoldButton"_s);
    const QString hide = button->accessibleName();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_table->isFolded());
    QVERIFY(!m_view->isVisible());
    QCOMPARE(m_table->maximumHeight(), m_table->findChild<QWidget *>(u"tableBar"_s)->height());
    QVERIFY(button->accessibleName() != hide);
    m_table->setFolded(true);
    QCOMPARE(folded.count(), 1);
    m_table->setFolded(false);
    QCOMPARE(folded.count(), 2);
    QVERIFY(m_view->isVisible());
    QCOMPARE(m_table->maximumHeight(), QWIDGETSIZE_MAX);
}

void TestDatasetTable::theBarCounts()
{
    auto *count = m_table->findChild<QLabel *>(u"tableCount"_s);
    QVERIFY(!count->isVisibleTo(m_table.get()));
    show(manyDays(30));
    QVERIFY(count->isVisible());
    QCOMPARE(count->text(), DatasetTable::tr("%n day(s)", nullptr, 30));
    QVERIFY(count->text().startsWith(u"30 "_s));
}

void TestDatasetTable::columnsAreAsWideAsTheLookSaysOrTheirFigures()
{
    show(sample());
    QCOMPARE(m_view->columnWidth(1), 152);
    QVERIFY(m_view->columnWidth(0) >= 176);
    const int wide = m_view->fontMetrics().horizontalAdvance(u"9,007,199,254,740,992"_s);
    m_view->setColumnWidth(2, 200);
    show(days({{.values = {9007199254740992}, .states = {Counted}},
               {.values = {1}, .states = {Counted}}}));
    QVERIFY(m_view->columnWidth(1) > wide);
    QCOMPARE(m_view->columnWidth(2), 200);
}

void TestDatasetTable::fewerSeriesSortByDateAgain()
{
    show(sample());
    m_view->sortByColumn(2, Qt::AscendingOrder);
    show(days({{.values = {3, 1, 2}, .states = {Counted, Counted, Counted}}}));
    QCOMPARE(column(1), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
    QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), 0);
}

void TestDatasetTable::everythingHasAName()
{
    show(sample());
    QVERIFY(!m_view->accessibleName().isEmpty());
    QVERIFY(!m_table->findChild<QToolButton *>(u"tableFoldButton"_s)->accessibleName().isEmpty());
    const QList<QAction *> actions = m_view->actions();
    for (const QAction *action : actions) {
        QVERIFY(!action->text().isEmpty());
    }
}

void TestDatasetTable::aCellReadsAsASentence()
{
    show(sample());
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(view && view->tableInterface());
    QAccessibleInterface *cell = view->tableInterface()->cellAt(0, 2);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"23 November 2026, Gold, 2,880, so far"_s);
}

void TestDatasetTable::anyNameIsPaintedAsText_data()
{
    QTest::addColumn<QString>("name");
    for (const NamedText &name : nameCorpus()) {
        QTest::newRow(name.row) << name.text;
    }
}

void TestDatasetTable::anyNameIsPaintedAsText()
{
    QFETCH(QString, name);
    show(sample(), name);
    QVERIFY(!m_table->grab().isNull());
    QCOMPARE(m_view->model()->headerData(2, Qt::Horizontal).toString(), displayText(name));
}

void TestDatasetTable::theColoursFollowThePalette_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDatasetTable::theColoursFollowThePalette()
{
    QFETCH(bool, dark);
    const Tokens &before = dark ? lightTokens() : darkTokens();
    const Tokens &after = dark ? darkTokens() : lightTokens();
    m_table->setPalette(paletteOf(before));
    show(sample());
    QVERIFY(contains(m_table->grab().toImage(), seriesColor(before, 0)));
    m_table->setPalette(paletteOf(after));
    m_table->setMarkedBucket(dayBefore(1));
    const QImage image = m_table->grab().toImage();
    QVERIFY(contains(image, seriesColor(after, 0)));
    QVERIFY(contains(image, after.selected));
    QVERIFY(!contains(image, seriesColor(before, 0)));
    const QImage header = m_view->horizontalHeader()->viewport()->grab().toImage();
    QCOMPARE(header.pixelColor(2, 2), after.alt);
}

void TestDatasetTable::anIncompleteRowIsHatchedToTheEdge()
{
    m_table->setPalette(paletteOf(lightTokens()));
    show(sample());
    const QImage image = m_view->viewport()->grab().toImage();
    const auto isPlain = [&image](int top) {
        for (int x = 600; x < 800; ++x) { // right of all columns
            if (image.pixelColor(x, top + 10) != lightTokens().base) {
                return false;
            }
        }
        return true;
    };
    QVERIFY(!isPlain(m_view->rowViewportPosition(0)));
    QVERIFY(isPlain(m_view->rowViewportPosition(1)));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestDatasetTable)

#include "tst_datasettable.moc"
