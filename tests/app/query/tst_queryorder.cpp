// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryorder.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestQueryOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anotherOrderAsksForTheSame_data();
    static void anotherOrderAsksForTheSame();
    static void theSameQueryDiffersInNothing();
    static void anAnswerTakesTheOrder();
};

namespace {

Query someQuery()
{
    Query query;
    query.events = QStringList{u"checkout"_s, u"signup"_s};
    query.apps = {{.id = u"web"_s, .label = u"Web"_s}, {}};
    query.segments = {{.id = u"g"_s, .label = u"Gold"_s}, {.id = u"s"_s, .label = u"Silver"_s}};
    return query;
}

} // namespace

void TestQueryOrder::anotherOrderAsksForTheSame_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<bool>("same");
    Query query = someQuery();
    query.events.move(0, 1);
    QTest::newRow("events") << query << true;
    query = someQuery();
    std::swap(query.segments.front(), query.segments.back());
    std::swap(query.apps.front(), query.apps.back());
    QTest::newRow("segments and apps") << query << true;
    query.unit = Unit::Hour;
    QTest::newRow("hours as well") << query << false;
    query = someQuery();
    query.segments.back() = {.id = u"b"_s, .label = u"Basic"_s};
    QTest::newRow("another segment") << query << false;
    query.segments.pop_back();
    QTest::newRow("a segment less") << query << false;
}

void TestQueryOrder::anotherOrderAsksForTheSame()
{
    QFETCH(Query, query);
    QFETCH(bool, same);
    QCOMPARE(differsInOrderOnly(someQuery(), query), same);
    QCOMPARE(differsInOrderOnly(query, someQuery()), same);
}

void TestQueryOrder::theSameQueryDiffersInNothing()
{
    QVERIFY(!differsInOrderOnly(someQuery(), someQuery()));
}

void TestQueryOrder::anAnswerTakesTheOrder()
{
    const Query before = someQuery();
    auto dataset = std::make_shared<Dataset>();
    for (const SeriesKey &key : seriesOf(before)) {
        if (dataset->failures.size() < 2) {
            dataset->failures.push_back({.key = key});
        }
        dataset->series.push_back({.key = key});
    }
    Query after = before;
    std::swap(after.segments.front(), after.segments.back());
    const DatasetPtr sorted = inOrderOf(after, dataset);
    const std::vector<SeriesKey> keys = seriesOf(after);
    QCOMPARE(sorted->series.size(), keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        QVERIFY(sorted->series[i].key == keys[i]);
    }
    QVERIFY(sorted->failures.front().key == keys.front());
    QVERIFY(sorted->failures.back().key == keys[1]);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestQueryOrder)

#include "tst_queryorder.moc"
