// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/csv.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void daysAreWrittenByteByByte();
    static void theLocaleChangesNothing();
    static void withoutRowsTheHeaderIsLeft();
    static void withoutSeriesTheTimesAreLeft();
    static void anyIncompleteSeriesMarksItsRow();
    static void anHourCarriesItsOffset_data();
    static void anHourCarriesItsOffset();
    static void theHourThatComesTwiceIsTold();
    static void aZoneThatGoesBackByHalfAnHourIsTold();
    static void aNumberIsPlain_data();
    static void aNumberIsPlain();
    static void aFractionReadsBackAsItself_data();
    static void aFractionReadsBackAsItself();
    static void aNameReadsBack_data();
    static void aNameReadsBack();
    static void aNameIsNoFormula_data();
    static void aNameIsNoFormula();
    static void equalNamesAreToldApart_data();
    static void equalNamesAreToldApart();
    static void anotherReaderAgrees();
};

namespace {

using enum BucketState;

qint64 utcMs(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

Dataset days(int count, const std::vector<Series> &series)
{
    Dataset dataset;
    for (int i = 0; i < count; ++i) {
        dataset.times.push_back(bucketOfDay(QDate(2026, 2, 27)) + i * msPerDay);
    }
    dataset.series = series;
    return dataset;
}

Series counted(const std::vector<double> &values)
{
    return {.values = values, .states = std::vector<BucketState>(values.size(), Counted)};
}

Dataset hours(const QString &first, int count, const char *zone)
{
    Dataset dataset;
    dataset.unit = Unit::Hour;
    dataset.granularity = Granularity::Hour;
    dataset.zone = QTimeZone(zone);
    for (int i = 0; i < count; ++i) {
        dataset.times.push_back(utcMs(first) + i * msPerHour);
    }
    dataset.series = {counted(std::vector<double>(static_cast<std::size_t>(count), 1))};
    return dataset;
}

/// A reader of RFC 4180 that knows nothing of the writer.
class Rfc4180
{
public:
    static QList<QStringList> parse(const QByteArray &bytes)
    {
        Rfc4180 reader;
        const QString text = QString::fromUtf8(bytes);
        for (const QChar c : text) {
            reader.take(c);
        }
        return reader.m_records;
    }

private:
    void take(QChar c)
    {
        if (m_inside) {
            takeQuoted(c);
        } else if (c == u'"') {
            m_inside = true;
            m_cell += m_wasQuoted ? QString(c) : QString();
        } else if (c == u',' || c == u'\n') {
            endCell(c == u'\n');
        } else {
            m_cell += c;
        }
    }

    void takeQuoted(QChar c)
    {
        if (c == u'"') {
            m_inside = false;
            m_wasQuoted = true; // until the cell ends: another quote now is a doubled one
        } else {
            m_cell += c;
        }
    }

    void endCell(bool endsRecord)
    {
        m_record.append(m_cell);
        m_cell.clear();
        m_wasQuoted = false;
        if (endsRecord) {
            m_records.append(m_record);
            m_record.clear();
        }
    }

    QList<QStringList> m_records;
    QStringList m_record;
    QString m_cell;
    bool m_inside = false;
    bool m_wasQuoted = false;
};

QStringList headerOf(const QStringList &names)
{
    const std::vector<Series> series(static_cast<std::size_t>(names.size()), counted({1}));
    return Rfc4180::parse(renderCsv(days(1, series), names)).constFirst();
}

QStringList column(const Dataset &dataset, int index)
{
    QStringList cells;
    const QList<QStringList> records = Rfc4180::parse(renderCsv(dataset, {u"n"_s}));
    for (const QStringList &record : records.sliced(1)) {
        cells.append(record.at(index));
    }
    return cells;
}

} // namespace

void TestCsv::daysAreWrittenByteByByte()
{
    const Series all{.values = {15204, 0, 7, 9120},
                     .states = {Counted, Counted, Missing, Incomplete}};
    const Series gold{.values = {0, 4655.5, 3, 2880},
                      .states = {NotCollected, Counted, Counted, Incomplete}};
    QCOMPARE(renderCsv(days(4, {all, gold}), {u"All users"_s, u"Gold, members"_s}),
             QByteArray("time,All users,\"Gold, members\",incomplete\n"
                        "2026-02-27,15204,,\n"
                        "2026-02-28,0,4655.5,\n"
                        "2026-03-01,,3,\n"
                        "2026-03-02,9120,2880,yes\n"));
}

void TestCsv::theLocaleChangesNothing()
{
    const Dataset dataset = days(1, {counted({1234567.25})});
    const QByteArray before = renderCsv(dataset, {u"n"_s});
    const QLocale previous;
    QLocale::setDefault(QLocale(QLocale::German));
    const QByteArray after = renderCsv(dataset, {u"n"_s});
    QLocale::setDefault(previous);
    QCOMPARE(after, before);
    QVERIFY(after.contains("1234567.25"));
}

void TestCsv::withoutRowsTheHeaderIsLeft()
{
    QCOMPARE(renderCsv(days(0, {Series()}), {u"e"_s}), QByteArray("time,e,incomplete\n"));
}

void TestCsv::withoutSeriesTheTimesAreLeft()
{
    QCOMPARE(renderCsv(days(1, {}), {}), QByteArray("time,incomplete\n2026-02-27,\n"));
}

void TestCsv::anyIncompleteSeriesMarksItsRow()
{
    const Series open{.values = {1, 2}, .states = {Counted, Incomplete}};
    QCOMPARE(renderCsv(days(2, {counted({3, 4}), open}), {u"a"_s, u"b"_s}),
             QByteArray("time,a,b,incomplete\n2026-02-27,3,1,\n2026-02-28,4,2,yes\n"));
}

void TestCsv::anHourCarriesItsOffset_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("time");
    const auto row = [](const char *zone, const QString &time) {
        QTest::newRow(zone) << QByteArray(zone) << time;
    };
    row("UTC", u"2026-03-10T14:00:00+00:00"_s);
    row("Europe/London", u"2026-03-10T14:00:00+00:00"_s);
    row("Europe/Berlin", u"2026-03-10T15:00:00+01:00"_s);
    row("America/New_York", u"2026-03-10T10:00:00-04:00"_s);
    row("Asia/Kolkata", u"2026-03-10T19:30:00+05:30"_s);
    row("Asia/Kathmandu", u"2026-03-10T19:45:00+05:45"_s);
    row("America/St_Johns", u"2026-03-10T11:30:00-02:30"_s);
    row("Australia/Lord_Howe", u"2026-03-11T01:00:00+11:00"_s);
    row("Pacific/Chatham", u"2026-03-11T03:45:00+13:45"_s);
}

void TestCsv::anHourCarriesItsOffset()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, time);
    QCOMPARE(column(hours(u"2026-03-10T14:00:00Z"_s, 1, zone.constData()), 0), QStringList{time});
}

void TestCsv::theHourThatComesTwiceIsTold()
{
    QCOMPARE(column(hours(u"2026-10-25T00:00:00Z"_s, 3, "Europe/Berlin"), 0),
             (QStringList{u"2026-10-25T02:00:00+02:00"_s,
                          u"2026-10-25T02:00:00+01:00"_s,
                          u"2026-10-25T03:00:00+01:00"_s}));
}

void TestCsv::aZoneThatGoesBackByHalfAnHourIsTold()
{
    QCOMPARE(column(hours(u"2026-04-04T14:00:00Z"_s, 3, "Australia/Lord_Howe"), 0),
             (QStringList{u"2026-04-05T01:00:00+11:00"_s,
                          u"2026-04-05T01:30:00+10:30"_s,
                          u"2026-04-05T02:30:00+10:30"_s}));
}

void TestCsv::aNumberIsPlain_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0"_s;
    QTest::newRow("negative zero") << -0.0 << u"0"_s;
    QTest::newRow("a million") << 1e6 << u"1000000"_s;
    QTest::newRow("the largest exact whole number") << 9007199254740992.0 << u"9007199254740992"_s;
    QTest::newRow("a whole number beyond") << 1e21 << u"1000000000000000000000"_s;
    QTest::newRow("a negative number") << -17.0 << u"-17"_s;
    QTest::newRow("a tenth") << 0.1 << u"0.1"_s;
    QTest::newRow("the sum that is not 0.3") << 0.1 + 0.2 << u"0.30000000000000004"_s;
    QTest::newRow("a small fraction") << 1e-7 << u"0.0000001"_s;
    QTest::newRow("not a number") << qQNaN() << QString();
    QTest::newRow("infinity") << qInf() << QString();
}

void TestCsv::aNumberIsPlain()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(plainNumber(value), text);
    QCOMPARE(column(days(1, {counted({value})}), 1), QStringList{text});
}

void TestCsv::aFractionReadsBackAsItself_data()
{
    QTest::addColumn<double>("value");
    for (const double value :
         {1.0 / 3, 2.0 / 3 * 1e6, 5e-324, 1.7976931348623157e308, 123456.789}) {
        QTest::addRow("%g", value) << value;
    }
}

void TestCsv::aFractionReadsBackAsItself()
{
    QFETCH(double, value);
    QVERIFY(plainNumber(value).toDouble() == value);
    QVERIFY(!plainNumber(value).contains(u'e'));
}

void TestCsv::aNameReadsBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("read");
    for (const NamedText &name : nameCorpus()) {
        QString read = QString::fromUtf8(name.text.toUtf8());
        read.remove(QChar(u'\0'));
        if (read == u"=1+1" || read == u"-") {
            read.prepend(u'\'');
        }
        QTest::newRow(name.row) << name.text << read;
    }
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("quotes") << u"say \"hi\", \"you\""_s << u"say \"hi\", \"you\""_s;
    QTest::newRow("a quote alone") << u"\""_s << u"\""_s;
    QTest::newRow("a comma") << u"a,b"_s << u"a,b"_s;
    QTest::newRow("both line breaks") << u"a\r\nb"_s << u"a\r\nb"_s;
    QTest::newRow("a carriage return") << u"a\rb"_s << u"a\rb"_s;
}

void TestCsv::aNameReadsBack()
{
    QFETCH(QString, name);
    QFETCH(QString, read);
    QCOMPARE(headerOf({name}), (QStringList{u"time"_s, read, u"incomplete"_s}));
}

void TestCsv::aNameIsNoFormula_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("cell");
    for (const char *start : {"=", "+", "-", "@", "\t", "\r", "\n"}) {
        const QString name = QString::fromLatin1(start) + u"SUM(A1)"_s;
        QTest::addRow("starts with %d", start[0]) << name << u'\'' + name;
    }
    QTest::newRow("behind a NUL") << QString(QChar(u'\0')) + u"=1"_s << u"'=1"_s;
    QTest::newRow("a formula with a comma") << u"=A1,B1"_s << u"'=A1,B1"_s;
    QTest::newRow("not at the start") << u"a=1"_s << u"a=1"_s;
    QTest::newRow("a quotation mark stays as it is") << u"'a"_s << u"'a"_s;
}

void TestCsv::aNameIsNoFormula()
{
    QFETCH(QString, name);
    QFETCH(QString, cell);
    QCOMPARE(spreadsheetSafe(name), cell);
    QCOMPARE(headerOf({name}).at(1), cell);
}

void TestCsv::equalNamesAreToldApart_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("columns");
    QTest::newRow("three") << QStringList{u"a"_s, u"a"_s, u"a"_s}
                           << QStringList{u"a"_s, u"a (2)"_s, u"a (3)"_s};
    QTest::newRow("a number that is taken")
        << QStringList{u"a (2)"_s, u"a"_s, u"a"_s} << QStringList{u"a (2)"_s, u"a"_s, u"a (3)"_s};
    QTest::newRow("a number that is wanted later")
        << QStringList{u"a"_s, u"a"_s, u"a (2)"_s}
        << QStringList{u"a"_s, u"a (2)"_s, u"a (2) (2)"_s};
    QTest::newRow("the other columns") << QStringList{u"time"_s, u"incomplete"_s}
                                       << QStringList{u"time (2)"_s, u"incomplete (2)"_s};
    QTest::newRow("equal once made safe")
        << QStringList{u"'=a"_s, u"=a"_s} << QStringList{u"'=a"_s, u"'=a (2)"_s};
    QTest::newRow("differing by case")
        << QStringList{u"a"_s, u"A"_s} << QStringList{u"a"_s, u"A"_s};
    QTest::newRow("differing by normalisation")
        << QStringList{u"\u00E9"_s, u"e\u0301"_s} << QStringList{u"\u00E9"_s, u"e\u0301"_s};
}

void TestCsv::equalNamesAreToldApart()
{
    QFETCH(QStringList, names);
    QFETCH(QStringList, columns);
    QCOMPARE(headerOf(names), QStringList{u"time"_s} + columns + QStringList{u"incomplete"_s});
}

void TestCsv::anotherReaderAgrees()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty()) {
        QSKIP("there is no python3 to read it with");
    }
    QStringList names;
    std::vector<Series> series;
    for (const NamedText &name : nameCorpus()) {
        names.append(name.text);
        series.push_back({.values = {1.5, 2}, .states = {Counted, Missing}});
    }
    const QByteArray csv = renderCsv(days(2, series), names);
    QProcess reader;
    reader.start(python,
                 {u"-c"_s,
                  u"import csv, io, json, sys\n"
                  "text = io.TextIOWrapper(sys.stdin.buffer, 'utf-8', newline='')\n"
                  "json.dump(list(csv.reader(text, strict=True)), sys.stdout)"_s});
    reader.write(csv);
    reader.closeWriteChannel();
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardError(), QByteArray());
    QList<QStringList> records;
    const QJsonArray answer = QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
    for (const auto &record : answer) {
        records.append(record.toVariant().toStringList());
    }
    QCOMPARE(records, Rfc4180::parse(csv));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCsv)

#include "tst_csv.moc"
