// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/query.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aProblemIsFound_data();
    static void aProblemIsFound();
    static void anyNameWithinTheLimitCanBeAsked_data();
    static void anyNameWithinTheLimitCanBeAsked();
    static void seriesComeByEventThenAppThenSegment();
    static void aSeriesBearsWhatTellsItApart_data();
    static void aSeriesBearsWhatTellsItApart();
    static void namesOfOneQueryDiffer();
};

namespace {

const Choice gold{.id = u"g-1"_s, .label = u"Gold"_s};
const Choice unnamed{.id = u"s-2"_s, .label = {}};
const Choice ios{.id = u"a-1"_s, .label = u"iOS"_s};

Query queryOf(const QStringList &events)
{
    Query query;
    query.events = events;
    return query;
}

QStringList names(const Query &query, const QString &allUsers)
{
    QStringList result;
    for (const SeriesKey &key : seriesOf(query)) {
        result.append(seriesName(query, key, allUsers));
    }
    return result;
}

} // namespace

void TestQuery::aProblemIsFound_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<std::optional<QueryProblem>>("problem");
    const auto row = [](const char *name, const Query &query, std::optional<QueryProblem> problem) {
        QTest::newRow(name) << query << problem;
    };
    const QStringList events{u"e"_s};
    Query query = queryOf(events);
    row("none", query, std::nullopt);
    row("no event", queryOf({}), QueryProblem::NoEvent);
    row("an empty name", queryOf({u"e"_s, QString()}), QueryProblem::EmptyEventName);
    row("the longest name", queryOf({QString(longestEventName, u'x')}), std::nullopt);
    row("one character more",
        queryOf({QString(longestEventName + 1, u'x')}),
        QueryProblem::EventNameTooLong);
    query.segments.clear();
    row("no segment", query, QueryProblem::NoSegment);
    query = queryOf(events);
    query.apps.clear();
    row("no app", query, QueryProblem::NoSegment);
    query = queryOf(events);
    query.range = LastUnits{.length = 1};
    row("one unit", query, std::nullopt);
    query.range = LastUnits{.length = longestRange};
    row("the longest range", query, std::nullopt);
    query.range = LastUnits{.length = 0};
    row("length 0", query, QueryProblem::LengthOutOfRange);
    query.range = LastUnits{.length = longestRange + 1};
    row("one unit more", query, QueryProblem::LengthOutOfRange);
    query.range = LastUnits{.length = -1};
    row("a negative length", query, QueryProblem::LengthOutOfRange);
}

void TestQuery::aProblemIsFound()
{
    QFETCH(Query, query);
    QFETCH(std::optional<QueryProblem>, problem);
    QCOMPARE(problemOf(query), problem);
}

void TestQuery::anyNameWithinTheLimitCanBeAsked_data()
{
    addNames([](const QString &name) { return name.size() <= longestEventName; });
}

void TestQuery::anyNameWithinTheLimitCanBeAsked()
{
    QFETCH(QString, name);
    const Query query = queryOf({name});
    QVERIFY(!problemOf(query).has_value());
    QCOMPARE(seriesOf(query).front().metric.name, name);
    QCOMPARE(seriesName(query, seriesOf(query).front()), name);
}

void TestQuery::seriesComeByEventThenAppThenSegment()
{
    Query query = queryOf({u"a"_s, u"b"_s});
    query.apps = {{}, ios};
    query.segments = {{}, gold};
    query.unit = Unit::Hour;
    QStringList order;
    for (const SeriesKey &key : seriesOf(query)) {
        order.append(key.metric.name + u'/' + key.appId + u'/' + key.segmentId);
        QCOMPARE(key.unit, Unit::Hour);
    }
    QCOMPARE(order,
             (QStringList{u"a//"_s,
                          u"a//g-1"_s,
                          u"a/a-1/"_s,
                          u"a/a-1/g-1"_s,
                          u"b//"_s,
                          u"b//g-1"_s,
                          u"b/a-1/"_s,
                          u"b/a-1/g-1"_s}));
}

void TestQuery::aSeriesBearsWhatTellsItApart_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<QString>("allUsers");
    QTest::addColumn<QStringList>("names");
    const auto all = u"All users"_s;
    Query query = queryOf({u"e"_s});
    QTest::newRow("one of everything, for people") << query << all << QStringList{all};
    QTest::newRow("one of everything, for files") << query << QString() << QStringList{u"e"_s};
    query.segments = {{}, gold};
    QTest::newRow("segments, for people") << query << all << QStringList{all, u"Gold"_s};
    QTest::newRow("segments, for files") << query << QString() << QStringList{u"e"_s, u"Gold"_s};
    query.segments = {unnamed};
    QTest::newRow("a segment without a label") << query << all << QStringList{u"s-2"_s};
    query.segments = {{}};
    query.apps = {ios};
    QTest::newRow("an app") << query << all << QStringList{u"iOS"_s};
    query.segments = {{}, gold};
    QTest::newRow("an app and segments")
        << query << all << QStringList{u"iOS · All users"_s, u"iOS · Gold"_s};
    query = queryOf({u"a"_s, u"b"_s});
    QTest::newRow("events") << query << all << QStringList{u"a"_s, u"b"_s};
    query.segments = {gold};
    QTest::newRow("events of a segment")
        << query << all << QStringList{u"a · Gold"_s, u"b · Gold"_s};
    query.segments = {{}, gold};
    QTest::newRow("events and segments, for files")
        << query << QString() << QStringList{u"a"_s, u"a · Gold"_s, u"b"_s, u"b · Gold"_s};
}

void TestQuery::aSeriesBearsWhatTellsItApart()
{
    QFETCH(Query, query);
    QFETCH(QString, allUsers);
    QFETCH(QStringList, names);
    QCOMPARE(test::names(query, allUsers), names);
}

void TestQuery::namesOfOneQueryDiffer()
{
    Query query = queryOf({u"a"_s, u"b"_s});
    query.apps = {{}, ios};
    query.segments = {{}, gold, unnamed};
    for (const QString &allUsers : {QString(), u"All users"_s}) {
        const QStringList all = names(query, allUsers);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestQuery)

#include "tst_query.moc"
