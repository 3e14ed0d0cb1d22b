// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/table/tablebench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Taking the table's cells away, and its bar.
class TestTableTaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void cleanup() { QLocale::setDefault(QLocale::c()); }
    static void theDecimalMarkIsTheLocales_data();
    static void theDecimalMarkIsTheLocales();
    static void aTableIsCopiedAsWell();
    static void cellsSayWhatTheyAre();
    static void namesAreEscaped_data();
    static void namesAreEscaped();
    static void theButtonTakesTheSelection();
    static void theButtonTakesAllWithoutASelection();
    static void theFilterLeavesRows();
    static void theOrderIsThatOfTheTable();
    static void aMarkThatIsFilteredComesBack();
    static void exportingIsAskedFor();
    static void anEmptyTableHasNothingToTake();

private:
    static QString textOf(const TableBench &bench, const QString &label)
    {
        return bench.table.findChild<QLabel *>(label)->text();
    }
};

namespace {

QString html()
{
    return QGuiApplication::clipboard()->mimeData()->html();
}

DatasetPtr fractions()
{
    return days({{.values = {1234.5}, .states = {Counted}}});
}

} // namespace

void TestTableTaking::init()
{
    failOnAnyWarning();
    QGuiApplication::clipboard()->clear();
}

void TestTableTaking::theDecimalMarkIsTheLocales_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("number");
    QTest::newRow("C") << u"C"_s << u"1234.5"_s;
    QTest::newRow("English") << u"en_US"_s << u"1234.5"_s;
    QTest::newRow("German") << u"de_DE"_s << u"1234,5"_s;
    QTest::newRow("French") << u"fr_FR"_s << u"1234,5"_s;
}

void TestTableTaking::theDecimalMarkIsTheLocales()
{
    QFETCH(QString, locale);
    QFETCH(QString, number);
    QLocale::setDefault(QLocale(locale));
    TableBench bench;
    bench.show(fractions());
    bench.view->selectAll();
    bench.table.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2026-11-23\t"_s + number);
    QVERIFY(html().contains(u'>' + number + u"</td>"_s));
    QVERIFY(html().contains(u"sdval=\"1234.5\""_s)); // the same for every reader
}

void TestTableTaking::aTableIsCopiedAsWell()
{
    TableBench bench;
    bench.show(sample());
    bench.view->selectAll();
    bench.table.copyWithHeaders();
    static const QRegularExpression tags(u"<td[^>]*>"_s);
    const QString plain = html().replace(tags, u"<td>"_s);
    QCOMPARE(plain.count(u"<tr>"_s), 5);
    QVERIFY(plain.contains(u"<tr><td>Date</td><td>All users</td><td>Gold</td></tr>"_s));
    QVERIFY(plain.contains(u"<tr><td>2026-11-21</td><td>10000</td><td></td></tr>"_s));
}

void TestTableTaking::cellsSayWhatTheyAre()
{
    TableBench bench;
    bench.show(sample());
    bench.click(0, 0);
    bench.table.copy();
    QVERIFY2(html().contains(u"<td sdval=\"46349\" sdnum=\"1033;0;YYYY-MM-DD\" "
                             "style=\"mso-number-format:'yyyy\\-mm\\-dd'\">2026-11-23</td>"_s),
             qUtf8Printable(html()));
}

void TestTableTaking::namesAreEscaped_data()
{
    addNames();
}

void TestTableTaking::namesAreEscaped()
{
    QFETCH(QString, name);
    TableBench bench;
    bench.show(sample(), name);
    bench.click(0, 2);
    bench.table.copyWithHeaders();
    QCOMPARE(html().count(u"<td"_s), 2);
    QVERIFY(!html().contains(u"<b>"_s) && !html().contains(u"<img"_s)
            && !html().contains(u"<a "_s));
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(!u"=+-@"_s.contains(lines.at(0).left(1)) || lines.at(0).isEmpty());
    QCOMPARE(lines.at(1), u"2880"_s);
}

void TestTableTaking::theButtonTakesTheSelection()
{
    TableBench bench;
    bench.show(sample());
    bench.click(1, 2);
    bench.table.findChild<QPushButton *>(u"tableCopyButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"4655"_s);
}

void TestTableTaking::theButtonTakesAllWithoutASelection()
{
    TableBench bench;
    bench.show(sample());
    bench.table.findChild<QPushButton *>(u"tableCopyButton"_s)->click();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"Date\tAll users\tGold\n2026-11-23\t"_s));
    QCOMPARE(text.count(u'\n'), 4);
}

void TestTableTaking::theFilterLeavesRows()
{
    TableBench bench;
    bench.show(sample());
    QCOMPARE(textOf(bench, u"tableCount"_s), u"4 day(s)"_s);
    auto *filter = bench.table.findChild<QLineEdit *>(u"tableFilter"_s);
    filter->setText(u"sun "_s);
    QCOMPARE(bench.view->model()->rowCount(), 1);
    QCOMPARE(bench.view->model()->index(0, 0).data().toString(), u"Sun 22 Nov"_s);
    QCOMPARE(textOf(bench, u"tableCount"_s), u"1 of 4 day(s)"_s);
    filter->setText(u"no such row"_s);
    QCOMPARE(bench.view->model()->rowCount(), 0);
    QCOMPARE(textOf(bench, u"tableCount"_s), u"0 of 4 day(s)"_s);
    filter->clear();
    QCOMPARE(bench.view->model()->rowCount(), 4);
}

void TestTableTaking::theOrderIsThatOfTheTable()
{
    TableBench bench;
    bench.show(sample());
    QCOMPARE(bench.table.order(), (std::vector<std::size_t>{3, 2, 1, 0}));
    bench.view->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(bench.table.order(), (std::vector<std::size_t>{0, 2, 3, 1}));
    bench.table.findChild<QLineEdit *>(u"tableFilter"_s)->setText(u"22 Nov"_s);
    QCOMPARE(bench.table.order(), (std::vector<std::size_t>{2}));
}

void TestTableTaking::aMarkThatIsFilteredComesBack()
{
    TableBench bench;
    bench.show(sample());
    bench.table.setMarkedBucket(dayBefore(1));
    auto *filter = bench.table.findChild<QLineEdit *>(u"tableFilter"_s);
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    filter->setText(u"20 Nov"_s);
    QVERIFY(!bench.view->selectionModel()->hasSelection());
    filter->clear();
    QCOMPARE(bench.view->currentIndex().data(DatasetModel::TimeRole).toLongLong(), dayBefore(1));
    QCOMPARE(picked.count(), 0);
}

void TestTableTaking::exportingIsAskedFor()
{
    TableBench bench;
    bench.show(sample());
    const QSignalSpy asked(&bench.table, &DatasetTable::exportRequested);
    bench.table.findChild<QPushButton *>(u"tableExportButton"_s)->click();
    QCOMPARE(asked.count(), 1);
}

void TestTableTaking::anEmptyTableHasNothingToTake()
{
    const TableBench bench;
    QVERIFY(!bench.table.findChild<QPushButton *>(u"tableCopyButton"_s)->isEnabled());
    QVERIFY(!bench.table.findChild<QPushButton *>(u"tableExportButton"_s)->isEnabled());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestTableTaking)

#include "tst_tabletaking.moc"
