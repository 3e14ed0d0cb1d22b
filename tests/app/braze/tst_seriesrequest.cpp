// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/metric.h"
#include "app/braze/seriesrequest.h"
#include "tests/app/braze/corpus.h"
#include "tests/support/strictness.h"

#include <QTest>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestSeriesRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyParameterHasItsTrueName_data();
    static void everyParameterHasItsTrueName();
    static void everyNameArrivesAsItIs_data();
    static void everyNameArrivesAsItIs();
    static void namesThatDifferStayDifferent();
    static void idsAreEncodedToo();
    static void whatTheMetricDoesNotAllowIsRefused_data();
    static void whatTheMetricDoesNotAllowIsRefused();
    static void listPagesCountFromZero();
    static void customEventsHaveTheirRow();
};

namespace {

Request request(const QString &event, int length = 30, Unit unit = Unit::Day)
{
    Request made;
    made.key.metric.name = event;
    made.key.unit = unit;
    made.length = length;
    return made;
}

QDateTime at(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODateWithMs);
}

} // namespace

void TestSeriesRequest::everyParameterHasItsTrueName_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("least") << request(u"e"_s, 1)
                           << QByteArray("/events/data_series?event=e&length=1&unit=day");
    QTest::newRow("hours") << request(u"e"_s, 100, Unit::Hour)
                           << QByteArray("/events/data_series?event=e&length=100&unit=hour");
    Request whole = request(u"e"_s);
    whole.endingAt = at(u"2026-03-10T14:05:00Z"_s);
    whole.key.appId = u"app-1"_s;
    whole.key.segmentId = u"seg-1"_s;
    QTest::newRow("all six") << whole
                             << QByteArray("/events/data_series?event=e&length=30&unit=day"
                                           "&ending_at=2026-03-10T14%3A05%3A00Z"
                                           "&app_id=app-1&segment_id=seg-1");
    Request app = request(u"e"_s);
    app.key.appId = u"app-1"_s;
    QTest::newRow("app only") << app
                              << QByteArray(
                                     "/events/data_series?event=e&length=30&unit=day&app_id=app-1");
    Request segment = request(u"e"_s);
    segment.key.segmentId = u"seg-1"_s;
    QTest::newRow("segment only")
        << segment << QByteArray("/events/data_series?event=e&length=30&unit=day&segment_id=seg-1");
    const auto row = [](const char *name, const QDateTime &end, const char *sent) {
        Request ending = request(u"e"_s);
        ending.endingAt = end;
        QTest::newRow(name) << ending
                            << "/events/data_series?event=e&length=30&unit=day&ending_at="
                                   + QByteArray(sent);
    };
    row("another zone becomes UTC", at(u"2026-03-10T14:05:00+05:30"_s), "2026-03-10T08%3A35%3A00Z");
    row("milliseconds are cut", at(u"2026-03-10T14:05:59.999Z"_s), "2026-03-10T14%3A05%3A59Z");
    row("midnight keeps its time", at(u"2026-03-10T00:00:00Z"_s), "2026-03-10T00%3A00%3A00Z");
    row("a named zone in summer",
        QDateTime(QDate(2026, 7, 1), QTime(0, 0), QTimeZone("America/New_York")),
        "2026-07-01T04%3A00%3A00Z");
}

void TestSeriesRequest::everyParameterHasItsTrueName()
{
    QFETCH(Request, request);
    QFETCH(QByteArray, target);
    const Result<QByteArray> made = seriesTarget(request);
    QVERIFY(made);
    QCOMPARE(*made, target);
}

void TestSeriesRequest::everyNameArrivesAsItIs_data()
{
    addEncodedNames();
}

void TestSeriesRequest::everyNameArrivesAsItIs()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, encoded);
    const Result<QByteArray> made = seriesTarget(request(name));
    QVERIFY(made);
    QCOMPARE(*made, QByteArray("/events/data_series?event=" + encoded + "&length=30&unit=day"));
    // QUrl keeps every byte: what is built is what is sent.
    const QByteArray url = "https://rest.iad-01.braze.com" + *made;
    QCOMPARE(QUrl::fromEncoded(url, QUrl::StrictMode).toEncoded(), url);
}

void TestSeriesRequest::namesThatDifferStayDifferent()
{
    QStringList seen;
    for (const NamedText &name : nameCorpus()) {
        const QString encoded = QString::fromLatin1(percentEncoded(name.text));
        QVERIFY2(!seen.contains(encoded), name.row);
        seen.append(encoded);
    }
}

void TestSeriesRequest::idsAreEncodedToo()
{
    Request made = request(u"e"_s);
    made.key.appId = u"a&unit=hour"_s;
    made.key.segmentId = u"s+1#"_s;
    QCOMPARE(*seriesTarget(made),
             QByteArray("/events/data_series?event=e&length=30&unit=day&app_id=a%26unit%3Dhour"
                        "&segment_id=s%2B1%23"));
}

void TestSeriesRequest::whatTheMetricDoesNotAllowIsRefused_data()
{
    QTest::addColumn<Request>("request");
    QTest::newRow("no name") << request(QString());
    QTest::newRow("length 0") << request(u"e"_s, 0);
    QTest::newRow("length 101") << request(u"e"_s, 101);
    QTest::newRow("168 hours") << request(u"e"_s, 168, Unit::Hour);
    Request endless = request(u"e"_s);
    endless.endingAt = QDateTime();
    QTest::newRow("an end that is no date") << endless;
}

void TestSeriesRequest::whatTheMetricDoesNotAllowIsRefused()
{
    QFETCH(Request, request);
    const Result<QByteArray> made = seriesTarget(request);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InvalidQuery);
    QVERIFY(!made.error().detail.isEmpty());
}

void TestSeriesRequest::listPagesCountFromZero()
{
    QCOMPARE(eventsListTarget(0), QByteArray("/events/list?page=0"));
    QCOMPARE(eventsListTarget(19), QByteArray("/events/list?page=19"));
    QCOMPARE(segmentsListTarget(0), QByteArray("/segments/list?page=0&sort_direction=asc"));
}

void TestSeriesRequest::customEventsHaveTheirRow()
{
    const MetricRules &rules = rulesOf(MetricKind::CustomEvent);
    QCOMPARE(rules.kind, MetricKind::CustomEvent);
    QCOMPARE(rules.valueKey, "count"_L1);
    QCOMPARE(rules.permission, "events.data_series"_L1);
    QVERIFY(rules.hours && rules.summable && !rules.fractional);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSeriesRequest)

#include "tst_seriesrequest.moc"
