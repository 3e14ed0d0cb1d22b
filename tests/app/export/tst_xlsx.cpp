// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/xlsx.h"
#include "tests/app/export/tablesample.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#endif

namespace emberline::test {

/// A workbook, read by python3 with nothing but zipfile and xml.
class TestXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void datesAndNumbersAreReal();
    static void whatIsNotKnownIsNoCell();
    static void theHeaderIsFrozenAndBold();
    static void hoursHaveTheirOffsetBeside();
    static void changesArePercentages();
    static void eachPanelHasASheet();
    static void theLastSheetSaysWhatThisIs();
    static void demoDataSaysSo();
    static void namesAreTextAndReadBack_data();
    static void namesAreTextAndReadBack();
    static void rawNamesAreTextToo();
    static void anEscapeThatIsNoneReadsBack();
    static void sheetsHaveNamesThatSpreadsheetsTake_data();
    static void sheetsHaveNamesThatSpreadsheetsTake();
    static void sheetsAreToldApart();
    static void theSameInputGivesTheSameBytes();
    static void theDecimalMarkOfTheSystemChangesNothing();
    static void withoutRoomNothingIsMade();
};

namespace {

XlsxBook bookOf(const TableSource &source, const View &view = {}, bool isDemo = false)
{
    return {.source = source, .about = tableAbout(view, source, QLocale::c(), isDemo)};
}

View viewOf(const TableSource &source)
{
    View view;
    view.query = source.query;
    return view;
}

QJsonObject readBack(const XlsxBook &book)
{
    const Result<QByteArray> bytes = xlsxBytes(book);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"book.xlsx"_s));
    if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) < 0 || !file.flush()) {
        return {};
    }
    return readBy(u"readxlsx.py"_s, file.fileName()).object();
}

QJsonObject sheetOf(const QJsonObject &book, int index)
{
    return book.value(u"sheets"_s).toArray().at(index).toObject();
}

QJsonObject cellOf(const QJsonObject &sheet, int row, int column)
{
    return sheet.value(u"rows"_s).toArray().at(row).toArray().at(column).toObject();
}

QString textOf(const QJsonObject &sheet, int row, int column)
{
    return cellOf(sheet, row, column).value(u"value"_s).toString();
}

double numberOf(const QJsonObject &sheet, int row, int column)
{
    const QJsonObject cell = cellOf(sheet, row, column);
    return cell.value(u"type"_s) == u"number"_s ? cell.value(u"value"_s).toDouble(-1) : -2;
}

QStringList headerOf(const QJsonObject &sheet)
{
    QStringList names;
    const QJsonArray cells = sheet.value(u"rows"_s).toArray().at(0).toArray();
    for (const auto &cell : cells) {
        names.append(cell.toObject().value(u"value"_s).toString());
    }
    return names;
}

/// The "About" sheet as label → text.
QMap<QString, QString> aboutOf(const QJsonObject &book)
{
    QMap<QString, QString> lines;
    const QJsonObject sheet = sheetOf(
        book, static_cast<int>(book.value(u"sheets"_s).toArray().size()) - 1);
    const auto rows = static_cast<int>(sheet.value(u"rows"_s).toArray().size());
    for (int row = 0; row < rows; ++row) {
        lines.insert(textOf(sheet, row, 0), textOf(sheet, row, 1));
    }
    return lines;
}

/// Days since 30 December 1899, as every spreadsheet counts them.
double serial(int year, int month, int day)
{
    return static_cast<double>(QDate(1899, 12, 30).daysTo(QDate(year, month, day)));
}

} // namespace

void TestXlsx::init()
{
    failOnAnyWarning();
    if (python().isEmpty()) {
        QSKIP("python3 is not installed");
    }
}

void TestXlsx::datesAndNumbersAreReal()
{
    const QJsonObject sheet = sheetOf(readBack(bookOf(fourDays())), 0);
    QCOMPARE(headerOf(sheet), (QStringList{u"time"_s, u"All users"_s, u"Gold"_s, u"incomplete"_s}));
    QCOMPARE(numberOf(sheet, 1, 0), serial(2026, 11, 23)); // as shown: newest first
    QCOMPARE(numberOf(sheet, 1, 0), 46'349.0);
    QCOMPARE(cellOf(sheet, 1, 0).value(u"code"_s).toString(), u"yyyy-mm-dd"_s);
    QCOMPARE(numberOf(sheet, 1, 1), 9120.5);
    QCOMPARE(cellOf(sheet, 1, 1).value(u"code"_s).toString(), u"#,##0.00"_s);
    QCOMPARE(numberOf(sheet, 3, 1), 10'000.0);
    QCOMPARE(cellOf(sheet, 3, 1).value(u"code"_s).toString(), u"#,##0"_s);
    QCOMPARE(textOf(sheet, 1, 3), u"yes"_s);
}

void TestXlsx::whatIsNotKnownIsNoCell()
{
    const QJsonObject sheet = sheetOf(readBack(bookOf(fourDays())), 0);
    QCOMPARE(numberOf(sheet, 2, 1), 0.0); // counted
    QCOMPARE(sheet.value(u"rows"_s).toArray().at(3).toArray().size(), 2); // missing
    QCOMPARE(sheet.value(u"rows"_s).toArray().at(4).toArray().size(), 2); // not collected
}

void TestXlsx::theHeaderIsFrozenAndBold()
{
    const QJsonObject sheet = sheetOf(readBack(bookOf(fourDays())), 0);
    QCOMPARE(sheet.value(u"frozen_rows"_s).toInt(), 1);
    for (int column = 0; column < 4; ++column) {
        QVERIFY(cellOf(sheet, 0, column).value(u"bold"_s).toBool());
        QVERIFY(!cellOf(sheet, 1, column).value(u"bold"_s).toBool());
    }
}

void TestXlsx::hoursHaveTheirOffsetBeside()
{
    const QJsonObject sheet = sheetOf(readBack(bookOf(nightOfHours())), 0);
    QCOMPARE(textOf(sheet, 0, 1), u"utc_offset"_s);
    QCOMPARE(numberOf(sheet, 2, 0), serial(2026, 10, 25) + 2 / 24.0);
    QCOMPARE(textOf(sheet, 2, 1), u"+02:00"_s);
    QCOMPARE(numberOf(sheet, 3, 0), serial(2026, 10, 25) + 2 / 24.0);
    QCOMPARE(textOf(sheet, 3, 1), u"+01:00"_s);
    QCOMPARE(cellOf(sheet, 3, 0).value(u"code"_s).toString(), u"yyyy-mm-dd hh:mm"_s);
}

void TestXlsx::changesArePercentages()
{
    const QJsonObject sheet = sheetOf(readBack(bookOf(compared(fourDays()))), 0);
    QCOMPARE(headerOf(sheet).mid(1, 4),
             (QStringList{u"time (earlier)"_s,
                          u"All users"_s,
                          u"All users (earlier)"_s,
                          u"All users (change)"_s}));
    QCOMPARE(numberOf(sheet, 1, 1), serial(2026, 10, 26));
    QCOMPARE(numberOf(sheet, 4, 3), 450.0);
    QCOMPARE(numberOf(sheet, 4, 4), 1.0);
    QCOMPARE(cellOf(sheet, 4, 4).value(u"code"_s).toString(), u"+0.0%;-0.0%;0.0%"_s);
}

void TestXlsx::eachPanelHasASheet()
{
    XlsxBook book = bookOf(fourDays());
    book.sheets = {{.name = u"All users"_s, .series = {0}}, {.name = u"Gold"_s, .series = {1}}};
    const QJsonObject read = readBack(book);
    QCOMPARE(read.value(u"sheets"_s).toArray().size(), 3);
    QCOMPARE(sheetOf(read, 0).value(u"name"_s).toString(), u"All users"_s);
    QCOMPARE(sheetOf(read, 1).value(u"name"_s).toString(), u"Gold"_s);
    QCOMPARE(sheetOf(read, 2).value(u"name"_s).toString(), u"About"_s);
    QCOMPARE(headerOf(sheetOf(read, 1)), (QStringList{u"time"_s, u"Gold"_s, u"incomplete"_s}));
    QCOMPARE(numberOf(sheetOf(read, 1), 1, 1), 2880.0);
}

void TestXlsx::theLastSheetSaysWhatThisIs()
{
    TableSource source = compared(fourDays());
    View view = viewOf(source);
    view.comparison.kind = ComparisonKind::PreviousPeriod;
    const QMap<QString, QString> about = aboutOf(readBack(bookOf(source, view)));
    QCOMPARE(about.value(u"Custom event"_s), u"checkout"_s);
    QCOMPARE(about.value(u"Segment"_s), u"All users"_s);
    QVERIFY(std::find(about.cbegin(), about.cend(), u"Gold"_s) != about.cend());
    QCOMPARE(about.value(u"App"_s), u"All apps"_s);
    QCOMPARE(about.value(u"Range"_s), u"20 – 23 Nov 2026"_s);
    QCOMPARE(about.value(u"A row is"_s), u"a Braze workspace day"_s);
    QCOMPARE(about.value(u"Time zone of the workspace"_s), u"Europe/Berlin"_s);
    QVERIFY(about.value(u"Compared with"_s).contains(u"previous period"_s));
    QVERIFY2(about.value(u"Fetched"_s).startsWith(u"23 Nov 2026, 14:05"_s),
             qUtf8Printable(about.value(u"Fetched"_s)));
    QCOMPARE(about.value(u"Made with"_s), u"Emberline " EMBERLINE_VERSION ""_s);
    QVERIFY(!about.contains(u"Source"_s));
}

void TestXlsx::demoDataSaysSo()
{
    const TableSource source = fourDays();
    const QMap<QString, QString> about = aboutOf(readBack(bookOf(source, viewOf(source), true)));
    QVERIFY(about.value(u"Source"_s).startsWith(u"Demo data"_s));
}

void TestXlsx::namesAreTextAndReadBack_data()
{
    addNames();
}

void TestXlsx::namesAreTextAndReadBack()
{
    QFETCH(QString, name);
    TableSource source = fourDays(name);
    source.query.events = {name};
    XlsxBook book = bookOf(source, viewOf(source));
    book.sheets = {{.name = name, .series = {0, 1}}};
    const QJsonObject read = readBack(book);
    QVERIFY(!read.isEmpty());
    const QJsonObject cell = cellOf(sheetOf(read, 0), 0, 2);
    QString expected = QString::fromUtf8(name.toUtf8()).remove(QChar(u'\0'));
    if (u"=+-@"_s.contains(expected.front())) {
        expected.prepend(u'\'');
    }
    QCOMPARE(cell.value(u"value"_s).toString(), expected);
    QCOMPARE(cell.value(u"type"_s).toString(), u"text"_s);
    QVERIFY(!cell.value(u"formula"_s).toBool());
    QCOMPARE(aboutOf(read).value(u"Custom event"_s), expected);
}

void TestXlsx::rawNamesAreTextToo()
{
    XlsxBook book = bookOf(fourDays(u"=1+1"_s));
    book.options.raw = true;
    const QJsonObject cell = cellOf(sheetOf(readBack(book), 0), 0, 2);
    QCOMPARE(cell.value(u"value"_s).toString(), u"=1+1"_s);
    QCOMPARE(cell.value(u"type"_s).toString(), u"text"_s);
    QVERIFY(!cell.value(u"formula"_s).toBool());
}

void TestXlsx::anEscapeThatIsNoneReadsBack()
{
    const QString name = u"a_x0041_b\u0001c"_s + QChar(0xFFFE);
    const QJsonObject sheet = sheetOf(readBack(bookOf(fourDays(name))), 0);
    QCOMPARE(textOf(sheet, 0, 2), u"a_x0041_b\u0001c"_s);
}

void TestXlsx::sheetsHaveNamesThatSpreadsheetsTake_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Gold"_s << u"Gold"_s;
    QTest::newRow("forbidden characters") << u"a[b]:c*d?e/f\\g"_s << u"a_b__c_d_e_f_g"_s;
    QTest::newRow("apostrophes at the ends") << u"'it's'"_s << u"it's"_s;
    QTest::newRow("empty") << u""_s << u"_"_s;
    QTest::newRow("blank") << u"  "_s << u"_"_s;
    QTest::newRow("Excel's own") << u"History"_s << u"History (2)"_s;
    QTest::newRow("long") << QString(40, u'x') << QString(31, u'x');
    QTest::newRow("a pair of surrogates at the end")
        << QString(30, u'x') + u"\U0001F469"_s << QString(30, u'x');
}

void TestXlsx::sheetsHaveNamesThatSpreadsheetsTake()
{
    QFETCH(QString, wanted);
    QFETCH(QString, name);
    QCOMPARE(sheetNames({wanted}), QStringList{name});
    XlsxBook book = bookOf(fourDays());
    book.sheets = {{.name = wanted, .series = {0}}};
    QCOMPARE(sheetOf(readBack(book), 0).value(u"name"_s).toString(), name);
}

void TestXlsx::sheetsAreToldApart()
{
    QCOMPARE(sheetNames({u"Gold"_s, u"gold"_s, u"caf\u00E9"_s, u"cafe\u0301"_s, u"about"_s},
                        {u"About"_s}),
             (QStringList{
                 u"Gold"_s, u"gold (2)"_s, u"caf\u00E9"_s, u"cafe\u0301 (2)"_s, u"about (2)"_s}));
    const QString long31(31, u'x');
    QCOMPARE(sheetNames({long31, long31}), (QStringList{long31, QString(27, u'x') + u" (2)"_s}));
}

void TestXlsx::theSameInputGivesTheSameBytes()
{
    const Result<QByteArray> first = xlsxBytes(bookOf(fourDays()));
    const Result<QByteArray> second = xlsxBytes(bookOf(fourDays()));
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
    const QJsonObject read = readBack(bookOf(fourDays()));
    // Neither of them is the time of this test.
    QCOMPARE(read.value(u"core"_s).toObject().value(u"created"_s).toString(),
             u"2026-11-23T13:05:00Z"_s);
    QCOMPARE(read.value(u"zip_dates"_s).toArray(), QJsonArray{u"1980-01-01"_s});
}

void TestXlsx::theDecimalMarkOfTheSystemChangesNothing()
{
    // The program under test needs the locale from its first moment: this test runs itself.
    const QString localedef = QStandardPaths::findExecutable(u"localedef"_s);
    const QTemporaryDir folder;
    const QString locale = folder.filePath(u"de_DE.utf8"_s);
    if (localedef.isEmpty()
        || QProcess::execute(localedef, {u"-i"_s, u"de_DE"_s, u"-f"_s, u"UTF-8"_s, locale}) > 1
        || !QFileInfo(locale).isDir()) {
        QSKIP("there is no German locale here, and none can be made");
    }
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LOCPATH"_s, folder.path());
    environment.insert(u"LC_ALL"_s, u"de_DE.utf8"_s);
    again.setProcessEnvironment(environment);
    again.start(QCoreApplication::applicationFilePath(),
                {u"datesAndNumbersAreReal"_s, u"hoursHaveTheirOffsetBeside"_s});
    QVERIFY(again.waitForFinished());
    QVERIFY2(again.exitCode() == 0, again.readAllStandardOutput().constData());
}

void TestXlsx::withoutRoomNothingIsMade()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN); // NOLINT: the macro is the system's
    const rlimit tiny{.rlim_cur = 4'096, .rlim_max = limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const Result<QByteArray> bytes = xlsxBytes(bookOf(fourDays()));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    (void)std::signal(SIGXFSZ, handler);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::File);
#else
    QSKIP("no limit can be set here");
#endif
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestXlsx)

#include "tst_xlsx.moc"
