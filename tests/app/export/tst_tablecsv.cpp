// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tablecsv.h"
#include "tests/app/export/tablesample.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

namespace emberline::test {

/// A table as CSV of any form; `render` has its own.
class TestTableCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theLocaleChoosesTheMarks_data();
    static void theLocaleChoosesTheMarks();
    static void wideHasAColumnPerSeries();
    static void longHasARowPerValue();
    static void comparingAddsWhatWasBefore();
    static void asShownMeansSortedFilteredAndHidden();
    static void theMarkOfAHiddenSeriesIsNotSeen();
    static void anHourCarriesItsOffset();
    static void aLocalHourHasItsOffsetBeside();
    static void localDatesFollowTheLocale_data();
    static void localDatesFollowTheLocale();
    static void aMarkThatIsTheSeparatorIsQuoted();
    static void aByteOrderMarkComesFirst();
    static void theHeadIsTheBeginning();
    static void anotherReaderAgreesOnNames_data();
    static void anotherReaderAgreesOnNames();
    static void anySeparatorMayStandInAName_data();
    static void anySeparatorMayStandInAName();
    static void rawNamesStayAsTheyAre();
    static void ourOwnColumnsKeepTheirNames();
    static void numbersReadBackInTheirLocale_data();
    static void numbersReadBackInTheirLocale();
    static void optionsAreRemembered();
    static void oddMemoriesAreIgnored();
};

namespace {

QString csv(const TableSource &source,
            TableOptions options = {},
            const QLocale &locale = QLocale::c())
{
    options.byteOrderMark = false;
    return QString::fromUtf8(tableCsv(source, options, locale));
}

QJsonArray readBack(const QByteArray &bytes, const QString &separator = u","_s)
{
    return readBy(u"readcsv.py"_s, separator, bytes).array();
}

} // namespace

void TestTableCsv::theLocaleChoosesTheMarks_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("decimalMark");
    QTest::newRow("C") << u"C"_s << u","_s << u"."_s;
    QTest::newRow("English") << u"en_US"_s << u","_s << u"."_s;
    QTest::newRow("German") << u"de_DE"_s << u";"_s << u","_s;
    QTest::newRow("French") << u"fr_FR"_s << u";"_s << u","_s;
    QTest::newRow("Swiss German") << u"de_CH"_s << u","_s << u"."_s;
    QTest::newRow("Arabic, whose mark is neither") << u"ar_EG"_s << u","_s << u"."_s;
}

void TestTableCsv::theLocaleChoosesTheMarks()
{
    QFETCH(QString, locale);
    const TableOptions options = tableOptionsFor(QLocale(locale));
    QTEST(QString(options.separator), "separator");
    QTEST(QString(options.decimalMark), "decimalMark");
}

void TestTableCsv::wideHasAColumnPerSeries()
{
    QCOMPARE(csv(fourDays(), {.asShown = false}),
             u"time,All users,Gold,incomplete\n"
             "2026-11-20,900,,\n"
             "2026-11-21,10000,,\n"
             "2026-11-22,0,4655,\n"
             "2026-11-23,9120.5,2880,yes\n"_s);
}

void TestTableCsv::longHasARowPerValue()
{
    QCOMPARE(csv(fourDays(),
                 {.form = TableOptions::Form::Long,
                  .separator = u';',
                  .decimalMark = u',',
                  .asShown = false}),
             u"time;event;app;segment;value;incomplete\n"
             "2026-11-20;checkout;All apps;All users;900;\n"
             "2026-11-20;checkout;All apps;Gold;;\n"
             "2026-11-21;checkout;All apps;All users;10000;\n"
             "2026-11-21;checkout;All apps;Gold;;\n"
             "2026-11-22;checkout;All apps;All users;0;\n"
             "2026-11-22;checkout;All apps;Gold;4655;\n"
             "2026-11-23;checkout;All apps;All users;9120,5;yes\n"
             "2026-11-23;checkout;All apps;Gold;2880;\n"_s);
}

void TestTableCsv::comparingAddsWhatWasBefore()
{
    const QStringList lines = csv(compared(fourDays()), {.incompleteColumn = false}).split(u'\n');
    QCOMPARE(lines.at(0),
             u"time,time (earlier),All users,All users (earlier),All users (change),"
             "Gold,Gold (earlier),Gold (change)"_s);
    // An incomplete count is compared with nothing.
    QCOMPARE(lines.at(1), u"2026-11-23,2026-10-26,9120.5,4560.25,,2880,1440,1"_s);
    QCOMPARE(lines.at(2), u"2026-11-22,2026-10-25,0,0,0,4655,2327.5,1"_s);
    QCOMPARE(lines.at(4), u"2026-11-20,2026-10-23,900,450,1,,,"_s);
}

void TestTableCsv::asShownMeansSortedFilteredAndHidden()
{
    TableSource source = fourDays();
    source.shown.looks[0].hidden = true;
    source.order = {2, 0};
    QCOMPARE(csv(source), u"time,Gold,incomplete\n2026-11-22,4655,\n2026-11-20,,\n"_s);
    QCOMPARE(csv(source, {.asShown = false}).count(u'\n'), 5);
}

void TestTableCsv::theMarkOfAHiddenSeriesIsNotSeen()
{
    TableSource source = fourDays();
    QVERIFY(csv(source).contains(u"yes"_s));
    source.shown.looks[0].hidden = true; // the one that is open
    QVERIFY(!csv(source).contains(u"yes"_s));
}

void TestTableCsv::anHourCarriesItsOffset()
{
    QCOMPARE(csv(nightOfHours(), {.incompleteColumn = false}),
             u"time,n\n"
             "2026-10-25T01:00:00+02:00,1\n"
             "2026-10-25T02:00:00+02:00,2\n"
             "2026-10-25T02:00:00+01:00,3\n"_s);
}

void TestTableCsv::aLocalHourHasItsOffsetBeside()
{
    QCOMPARE(
        csv(nightOfHours(),
            {.separator = u';', .dates = TableOptions::Dates::Local, .incompleteColumn = false},
            QLocale(u"de_DE"_s)),
        u"time;utc_offset;n\n"
        "25.10.2026 01:00:00;+02:00;1\n"
        "25.10.2026 02:00:00;+02:00;2\n"
        "25.10.2026 02:00:00;+01:00;3\n"_s);
}

void TestTableCsv::localDatesFollowTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("date");
    QTest::newRow("German") << u"de_DE"_s << u"23.11.2026"_s;
    QTest::newRow("French") << u"fr_FR"_s << u"23/11/2026"_s;
    QTest::newRow("American") << u"en_US"_s << u"11/23/2026"_s;
    QTest::newRow("Arabic, in digits that spreadsheets read") << u"ar_EG"_s << u"23"_s;
}

void TestTableCsv::localDatesFollowTheLocale()
{
    QFETCH(QString, locale);
    QFETCH(QString, date);
    const QString text = csv(fourDays(), {.dates = TableOptions::Dates::Local}, QLocale(locale));
    QVERIFY2(text.split(u'\n').at(1).contains(date), qUtf8Printable(text));
}

void TestTableCsv::aMarkThatIsTheSeparatorIsQuoted()
{
    const QString text = csv(fourDays(), {.decimalMark = u','});
    QCOMPARE(text.split(u'\n').at(1), u"2026-11-23,\"9120,5\",2880,yes"_s);
}

void TestTableCsv::aByteOrderMarkComesFirst()
{
    QVERIFY(tableCsv(fourDays(), {}, QLocale::c()).startsWith("\xEF\xBB\xBFtime,"));
    QVERIFY(tableCsv(fourDays(), {.byteOrderMark = false}, QLocale::c()).startsWith("time,"));
}

void TestTableCsv::theHeadIsTheBeginning()
{
    const QString head = tableCsvHead(fourDays(), {}, QLocale::c(), 2);
    QCOMPARE(head.count(u'\n'), 3);
    QVERIFY(csv(fourDays()).startsWith(head));
    QCOMPARE(tableCsvHead(fourDays(), {}, QLocale::c(), 99), csv(fourDays()));
}

void TestTableCsv::anotherReaderAgreesOnNames_data()
{
    addNames();
}

void TestTableCsv::anotherReaderAgreesOnNames()
{
    QFETCH(QString, name);
    if (python().isEmpty()) {
        QSKIP("python3 is not installed");
    }
    const QJsonArray rows = readBack(tableCsv(fourDays(name), {}, QLocale::c()));
    QCOMPARE(rows.size(), 5);
    QString expected = QString::fromUtf8(name.toUtf8()).remove(QChar(u'\0'));
    if (u"=+-@"_s.contains(expected.front())) {
        expected.prepend(u'\'');
    }
    QCOMPARE(rows.at(0).toArray().at(2).toString(), expected);
    QCOMPARE(rows.at(1).toArray().at(2).toString(), u"2880"_s);
}

void TestTableCsv::anySeparatorMayStandInAName_data()
{
    QTest::addColumn<QString>("separator");
    QTest::newRow("comma") << u","_s;
    QTest::newRow("semicolon") << u";"_s;
    QTest::newRow("tab") << u"\t"_s;
}

void TestTableCsv::anySeparatorMayStandInAName()
{
    QFETCH(QString, separator);
    if (python().isEmpty()) {
        QSKIP("python3 is not installed");
    }
    const QString name = u"a,b;c\td\"e\nf"_s;
    const QByteArray bytes = tableCsv(
        fourDays(name), {.separator = separator.front()}, QLocale::c());
    const QJsonArray rows = readBack(bytes, separator);
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(0).toArray().at(2).toString(), name);
}

void TestTableCsv::rawNamesStayAsTheyAre()
{
    const QString text = csv(fourDays(u"=1+1"_s), {.raw = true});
    QVERIFY(text.startsWith(u"time,All users,=1+1,incomplete\n"_s));
    QVERIFY(csv(fourDays(u"=1+1"_s)).startsWith(u"time,All users,'=1+1,incomplete\n"_s));
}

void TestTableCsv::ourOwnColumnsKeepTheirNames()
{
    TableSource source = fourDays(u"time"_s);
    source.shown.looks[0].name = u"incomplete"_s;
    QVERIFY(csv(source).startsWith(u"time,incomplete (2),time (2),incomplete\n"_s));
}

void TestTableCsv::numbersReadBackInTheirLocale_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"C", "de_DE", "fr_FR", "en_US"}) {
        QTest::newRow(locale) << QString::fromLatin1(locale);
    }
}

void TestTableCsv::numbersReadBackInTheirLocale()
{
    QFETCH(QString, locale);
    if (python().isEmpty()) {
        QSKIP("python3 is not installed");
    }
    QLocale reader(locale);
    const TableOptions options = tableOptionsFor(reader);
    const QJsonArray rows = readBack(tableCsv(fourDays(), options, reader),
                                     QString(options.separator));
    bool isNumber = false;
    QCOMPARE(reader.toDouble(rows.at(1).toArray().at(1).toString(), &isNumber), 9120.5);
    QVERIFY(isNumber);
    QCOMPARE(reader.toDouble(rows.at(3).toArray().at(1).toString(), &isNumber), 10000.0);
    QVERIFY(isNumber);
}

void TestTableCsv::optionsAreRemembered()
{
    const TableOptions german = tableOptionsFor(QLocale(u"de_DE"_s));
    const TableOptions english = tableOptionsFor(QLocale(u"en_US"_s));
    QVERIFY(toJson(german, german).isEmpty());
    TableOptions chosen{.format = TableOptions::Format::Xlsx,
                        .form = TableOptions::Form::Long,
                        .separator = u'\t',
                        .decimalMark = u'.',
                        .dates = TableOptions::Dates::Local,
                        .byteOrderMark = false,
                        .incompleteColumn = false,
                        .asShown = false};
    QCOMPARE(tableOptionsFrom(toJson(chosen, german), german), chosen);
    // What nobody chose follows the locale.
    QCOMPARE(tableOptionsFrom(toJson(german, german), english), english);
    // Unsafe only as long as it is asked for.
    chosen.raw = true;
    QVERIFY(!tableOptionsFrom(toJson(chosen, german), german).raw);
}

void TestTableCsv::oddMemoriesAreIgnored()
{
    const TableOptions usual = tableOptionsFor(QLocale::c());
    const QJsonObject odd{{u"separator"_s, u"ab"_s},
                          {u"decimal_mark"_s, u"x"_s},
                          {u"long"_s, 7},
                          {u"raw"_s, true},
                          {u"byte_order_mark"_s, u"no"_s}};
    QCOMPARE(tableOptionsFrom(odd, usual), usual);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestTableCsv)

#include "tst_tablecsv.moc"
