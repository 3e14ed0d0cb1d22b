// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tablecsv.h"
#include "app/export/xlsx.h"
#include "tests/app/export/tablesample.h"
#include "tests/support/strictness.h"

#include <QTemporaryDir>

namespace emberline::test {

/// What LibreOffice makes of our files: numbers and dates, whatever its language is.
class TestSpreadsheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void csvBecomesNumbersAndDates_data();
    static void csvBecomesNumbersAndDates();
    static void aWorkbookKeepsNumbersAndDates_data();
    static void aWorkbookKeepsNumbersAndDates();
};

namespace {

/// The first sheet of what LibreOffice writes after it has read @p bytes, as rows of cells.
QJsonArray throughOffice(const QString &name,
                         const QByteArray &bytes,
                         const QString &filter,
                         const QString &locale)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.flush()) {
        return {};
    }
    QStringList arguments{u"--headless"_s,
                          u"-env:UserInstallation=file://"_s + folder.filePath(u"profile"_s)};
    if (!filter.isEmpty()) {
        arguments.append(u"--infilter="_s + filter);
    }
    arguments += {
        u"--convert-to"_s, u"xlsx"_s, u"--outdir"_s, folder.filePath(u"out"_s), file.fileName()};
    QProcess office;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, locale + u".UTF-8"_s);
    office.setProcessEnvironment(environment);
    office.start(u"soffice"_s, arguments);
    if (!office.waitForFinished(100'000)) {
        return {};
    }
    return readBy(u"readxlsx.py"_s, folder.filePath(u"out/book.xlsx"_s))
        .object()
        .value(u"sheets"_s)
        .toArray()
        .at(0)
        .toObject()
        .value(u"rows"_s)
        .toArray();
}

/// NaN if it is no number.
double numberOf(const QJsonArray &rows, int row, int column)
{
    const QJsonObject cell = rows.at(row).toArray().at(column).toObject();
    return cell.value(u"type"_s).toString() == u"number"_s
             ? cell.value(u"value"_s).toDouble(qQNaN())
             : qQNaN();
}

void verifyCells(const QJsonArray &rows)
{
    QCOMPARE(rows.size(), 5);
    QCOMPARE(numberOf(rows, 1, 0), 46'349.0); // 23 November 2026
    QCOMPARE(numberOf(rows, 1, 1), 9120.5);
    QCOMPARE(numberOf(rows, 1, 2), 2880.0);
    QCOMPARE(numberOf(rows, 3, 1), 10'000.0);
}

} // namespace

void TestSpreadsheets::init()
{
    failOnAnyWarning();
    if (QStandardPaths::findExecutable(u"soffice"_s).isEmpty() || python().isEmpty()) {
        QSKIP("LibreOffice or python3 is not installed");
    }
}

void TestSpreadsheets::csvBecomesNumbersAndDates_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<int>("language"); // as the office numbers them
    QTest::addColumn<TableOptions::Dates>("dates");
    for (const auto dates : {TableOptions::Dates::Iso, TableOptions::Dates::Local}) {
        const char *kind = dates == TableOptions::Dates::Iso ? ", ISO dates" : ", local dates";
        QTest::addRow("German%s", kind) << u"de_DE"_s << 1031 << dates;
        QTest::addRow("French%s", kind) << u"fr_FR"_s << 1036 << dates;
        QTest::addRow("English%s", kind) << u"en_US"_s << 1033 << dates;
    }
}

void TestSpreadsheets::csvBecomesNumbersAndDates()
{
    QFETCH(QString, locale);
    QFETCH(int, language);
    QFETCH(TableOptions::Dates, dates);
    const QLocale reader(locale);
    TableOptions options = tableOptionsFor(reader);
    options.dates = dates;
    const QString filter =
        u"CSV:%1,34,76,1,,%2,false,true"_s.arg(options.separator.unicode()).arg(language);
    verifyCells(
        throughOffice(u"book.csv"_s, tableCsv(fourDays(), options, reader), filter, locale));
}

void TestSpreadsheets::aWorkbookKeepsNumbersAndDates_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("German") << u"de_DE"_s;
    QTest::newRow("French") << u"fr_FR"_s;
    QTest::newRow("English") << u"en_US"_s;
}

void TestSpreadsheets::aWorkbookKeepsNumbersAndDates()
{
    QFETCH(QString, locale);
    const TableSource source = fourDays();
    const Result<QByteArray> bytes = xlsxBytes(
        {.source = source, .about = tableAbout({}, source, QLocale(locale), false)});
    QVERIFY(bytes);
    verifyCells(throughOffice(u"book.xlsx"_s, *bytes, {}, locale));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSpreadsheets)

#include "tst_spreadsheets.moc"
