// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/listparser.h"
#include "app/braze/seriesparser.h"
#include "tests/support/fixture.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestBrazeParsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void everyAnswerReadsAsItsGolden_data();
    static void everyAnswerReadsAsItsGolden();
    static void everyPrefixOfAnAnswerIsMalformed();
    static void aPageIsTheLastWhenItIsNotFull();
    static void anUnreadableRowDoesNotEndTheList();
    static void aLongNoteIsCut();
};

namespace {

/// Fractional, to see what revenue will do.
constexpr MetricRules revenueRules{.kind = MetricKind::CustomEvent,
                                   .path = "/purchases/revenue_series"_L1,
                                   .valueKey = "revenue"_L1,
                                   .fractional = true};

QString timeText(BucketTime time, Unit unit)
{
    return unit == Unit::Day ? dayOf(time).toString(Qt::ISODate)
                             : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject toJson(const SeriesAnswer &answer, Unit unit)
{
    QJsonArray rows;
    for (const Row &row : answer.rows) {
        const QString value = QString::number(row.value, 'f', QLocale::FloatingPointShortest);
        rows.append(u"%1 %2"_s.arg(timeText(row.time, unit), value));
    }
    return {{u"rows"_s, rows},
            {u"unreadable"_s, answer.unreadable},
            {u"clamped"_s, answer.clamped},
            {u"assumedUtc"_s, answer.assumedUtc},
            {u"note"_s, answer.note}};
}

QJsonObject toJson(const EventsPage &page)
{
    return {{u"names"_s, QJsonArray::fromStringList(page.names)}, {u"received"_s, page.received}};
}

QJsonObject toJson(const SegmentsPage &page)
{
    QJsonArray segments;
    for (const Segment &segment : page.segments) {
        segments.append(QJsonObject{{u"id"_s, segment.id},
                                    {u"name"_s, segment.name},
                                    {u"tracked"_s, segment.tracked},
                                    {u"tags"_s, QJsonArray::fromStringList(segment.tags)}});
    }
    return {{u"segments"_s, segments}, {u"received"_s, page.received}};
}

QJsonObject toJson(const Error &error)
{
    return {{u"error"_s,
             error.kind == ErrorKind::MalformedReply ? u"MalformedReply"_s : u"another kind"_s}};
}

template <typename T, typename... Unit>
QByteArray text(const Result<T> &result, Unit... unit)
{
    const QJsonObject object = result ? toJson(*result, unit...) : toJson(result.error());
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// The beginning of a file's name tells what it is an answer to.
QByteArray read(const QString &name, const QByteArray &body)
{
    if (name.startsWith("events"_L1)) {
        return text(parseEventsPage(body));
    }
    if (name.startsWith("segments"_L1)) {
        return text(parseSegmentsPage(body));
    }
    if (name.startsWith("revenue"_L1)) {
        return text(parseSeries(body, revenueRules, Unit::Day), Unit::Day);
    }
    const Unit unit = name.startsWith("hour"_L1) ? Unit::Hour : Unit::Day;
    return text(parseSeries(body, rulesOf(MetricKind::CustomEvent), unit), unit);
}

} // namespace

void TestBrazeParsers::initTestCase()
{
    // A zone with a gap in spring: nothing in here may look at it.
    qputenv("TZ", "Europe/Paris");
}

void TestBrazeParsers::everyAnswerReadsAsItsGolden_data()
{
    QTest::addColumn<QString>("name");
    constexpr qsizetype ending = 8; // ".in.json"
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/braze"));
    const QStringList files = folder.entryList({u"*.in.json"_s}, QDir::Files);
    QVERIFY(files.size() >= 30);
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file.chopped(ending))) << file.chopped(ending);
    }
}

void TestBrazeParsers::everyAnswerReadsAsItsGolden()
{
    QFETCH(QString, name);
    const QByteArray body = fixture(u"braze/"_s + name + u".in.json"_s);
    QCOMPARE(QString::fromUtf8(read(name, body)),
             QString::fromUtf8(fixture(u"braze/"_s + name + u".out.json"_s)));
}

void TestBrazeParsers::everyPrefixOfAnAnswerIsMalformed()
{
    const QByteArray body = fixture(u"braze/day-plain.in.json"_s);
    const MetricRules &rules = rulesOf(MetricKind::CustomEvent);
    for (qsizetype n = 0; n < body.size(); ++n) {
        const Result<SeriesAnswer> answer = parseSeries(body.left(n), rules, Unit::Day);
        QVERIFY2(!answer, qPrintable(QString::number(n)));
        QCOMPARE(answer.error().kind, ErrorKind::MalformedReply);
        QVERIFY(!answer.error().detail.isEmpty());
    }
    QVERIFY(parseSeries(body, rules, Unit::Day));
}

void TestBrazeParsers::aPageIsTheLastWhenItIsNotFull()
{
    const auto page = [](int size) {
        QJsonArray names;
        for (int i = 0; i < size; ++i) {
            names.append(u"event %1"_s.arg(i));
        }
        return parseEventsPage(
            QJsonDocument(QJsonObject{{u"events"_s, names}}).toJson(QJsonDocument::Compact));
    };
    QVERIFY(!page(250)->isLast());
    QVERIFY(page(249)->isLast());
    QVERIFY(page(0)->isLast());
}

void TestBrazeParsers::anUnreadableRowDoesNotEndTheList()
{
    QJsonArray rows;
    for (int i = 0; i < 100; ++i) {
        rows.append(i == 50 ? QJsonValue(5)
                            : QJsonObject{{u"id"_s, u"s%1"_s.arg(i)}, {u"name"_s, u"n"_s}});
    }
    const Result<SegmentsPage> page = parseSegmentsPage(
        QJsonDocument(QJsonObject{{u"segments"_s, rows}}).toJson(QJsonDocument::Compact));
    QCOMPARE(page->segments.size(), std::size_t{99});
    QVERIFY(!page->isLast());
}

void TestBrazeParsers::aLongNoteIsCut()
{
    const QByteArray body = R"({"data":[],"message":")" + QByteArray(1'000'000, 'x') + R"("})";
    const Result<SeriesAnswer> answer = parseSeries(
        body, rulesOf(MetricKind::CustomEvent), Unit::Day);
    QCOMPARE(answer->note.size(), 2'000);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestBrazeParsers)

#include "tst_brazeparsers.moc"
