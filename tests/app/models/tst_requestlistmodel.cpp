// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/requestlistmodel.h"
#include "app/models/requestlistproxy.h"
#include "tests/support/strictness.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRequestListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void modelAndProxyKeepTheRules();
    static void theNewestComesFirst();
    static void theOldestOfManyAreForgotten();
    static void aRecordReadsAsItsCells();
    static void whatCameFromTheHistorySaysSo();
    static void whatTellsRequestsApartComesFirst();
    static void withoutAnAnswerThatIsSaid();
    static void bucketsComeLater();
    static void bucketsOfNobodyChangeNothing();
    static void timesFollowTheZone();
    static void theQueryIsDecodedForReading();
    static void namesOfOthersAreCleanAndEscaped();
    static void aLongNameHidesNothingAfterIt();
    static void cellsAreSortedByValue_data();
    static void cellsAreSortedByValue();
    static void whatHasNoValueComesLast_data();
    static void whatHasNoValueComesLast();
    static void requestsOfOneMomentStayInTheirOrder();
    static void aSortedListTakesNewRequestsIn();
};

namespace {

using Model = RequestListModel;

RequestRecord recordOf(qint64 serial)
{
    return {.serial = serial,
            .startedAt = QDateTime::fromString(u"2026-11-23T13:05:07Z"_s, Qt::ISODate),
            .method = u"GET"_s,
            .path = u"/events/data_series"_s,
            .query = u"event=a&length=30"_s,
            .httpStatus = 200,
            .duration = std::chrono::milliseconds(1'234),
            .attempts = 1,
            .requestId = u"id-%1"_s.arg(serial)};
}

RequestRecord historyRecord()
{
    RequestRecord record;
    record.source = RequestSource::History;
    record.startedAt = QDateTime::fromString(u"2026-11-23T13:05:08Z"_s, Qt::ISODate);
    record.duration = std::chrono::milliseconds(3);
    record.buckets = 27;
    return record;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QStringList columnOf(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(cell(model, row, column));
    }
    return texts;
}

QStringList reversed(const QStringList &list)
{
    return {list.crbegin(), list.crend()};
}

/// Four requests whose numbers are in another order as texts, and one of the history.
struct Bench
{
    Bench()
    {
        const std::array<int, 4> durations{9, 1'000, 80, 200};
        for (int i = 0; i < 4; ++i) {
            RequestRecord record = recordOf(i + 1);
            record.startedAt = record.startedAt.addSecs(i);
            record.duration = std::chrono::milliseconds(durations.at(static_cast<std::size_t>(i)));
            record.attempts = 1 + (i % 2);
            record.httpStatus = i == 2 ? 0 : 200 + i;
            model.add(record);
        }
        model.setBuckets(1, 100);
        model.setBuckets(3, 24);
        proxy.setSourceModel(&model);
    }

    RequestListModel model;
    RequestListProxy proxy;
};

} // namespace

void TestRequestListModel::modelAndProxyKeepTheRules()
{
    RequestListModel model;
    RequestListProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(Model::TimeColumn, Qt::DescendingOrder);
    for (int i = 1; i < Model::mostRecords; ++i) {
        model.add(recordOf(i));
    }
    // From here on they look at everything after every change.
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    const QAbstractItemModelTester modelTester(&model, mode);
    const QAbstractItemModelTester proxyTester(&proxy, mode);
    model.add(recordOf(Model::mostRecords));
    model.add(historyRecord());
    model.add(recordOf(Model::mostRecords + 1));
    model.setBuckets(Model::mostRecords, 30);
    QCOMPARE(proxy.rowCount(), Model::mostRecords);
    model.setZone(QTimeZone("Asia/Tokyo"));
    model.clear();
    QCOMPARE(proxy.rowCount(), 0);
    model.add(recordOf(1));
    QCOMPARE(proxy.rowCount(), 1);
}

void TestRequestListModel::theNewestComesFirst()
{
    RequestListModel model;
    model.add(recordOf(1));
    model.add(recordOf(2));
    QCOMPARE(columnOf(model, Model::RequestIdColumn), (QStringList{u"id-2"_s, u"id-1"_s}));
    QCOMPARE(model.record(0).serial, 2);
}

void TestRequestListModel::theOldestOfManyAreForgotten()
{
    RequestListModel model;
    for (int i = 1; i <= Model::mostRecords + 2; ++i) {
        model.add(recordOf(i));
    }
    QCOMPARE(model.rowCount(), 1'000);
    QCOMPARE(cell(model, 0, Model::RequestIdColumn), u"id-1002"_s);
    QCOMPARE(cell(model, 999, Model::RequestIdColumn), u"id-3"_s);
}

void TestRequestListModel::aRecordReadsAsItsCells()
{
    RequestListModel model;
    RequestRecord record = recordOf(1);
    record.attempts = 2;
    record.buckets = 30;
    model.add(record);
    QStringList cells;
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column) {
        cells.append(cell(model, 0, column));
        headers.append(model.headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(cells,
             (QStringList{u"23 Nov, 13:05:07"_s,
                          u"200"_s,
                          u"1,234"_s,
                          u"2"_s,
                          u"30"_s,
                          u"/events/data_series?event=a&length=30"_s,
                          u"id-1"_s}));
    QCOMPARE(headers,
             (QStringList{u"Time"_s,
                          u"Status"_s,
                          u"ms"_s,
                          u"Attempts"_s,
                          u"Buckets"_s,
                          u"Request"_s,
                          u"X-Request-Id"_s}));
}

void TestRequestListModel::whatTellsRequestsApartComesFirst()
{
    RequestRecord record;
    record.path = u"/events/data_series"_s;
    record.query =
        u"event=a%20long%20name&length=100&unit=day&segment_id=vip&ending_at=2026-11-23T13%3A05Z"_s;
    RequestListModel model;
    model.add(record);
    QCOMPARE(cell(model, 0, Model::RequestColumn),
             u"/events/data_series?ending_at=2026-11-23T13:05Z&segment_id=vip"
             "&event=a long name&length=100&unit=day"_s);
    // As it was sent.
    QVERIFY(model.index(0, Model::RequestColumn)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"?event=a long name"_s));
}

void TestRequestListModel::whatCameFromTheHistorySaysSo()
{
    RequestListModel model;
    model.add(historyRecord());
    QCOMPARE(cell(model, 0, Model::StatusColumn), u"from this computer"_s);
    QCOMPARE(cell(model, 0, Model::DurationColumn), u"3"_s);
    QCOMPARE(cell(model, 0, Model::BucketsColumn), u"27"_s);
    for (const int column : {Model::AttemptsColumn, Model::RequestColumn, Model::RequestIdColumn}) {
        QCOMPARE(cell(model, 0, column), u"–"_s);
    }
}

void TestRequestListModel::withoutAnAnswerThatIsSaid()
{
    RequestListModel model;
    RequestRecord record = recordOf(1);
    record.httpStatus = 0;
    record.requestId.clear();
    model.add(record);
    QCOMPARE(cell(model, 0, Model::StatusColumn), u"no answer"_s);
    QCOMPARE(cell(model, 0, Model::RequestIdColumn), u"–"_s);
}

void TestRequestListModel::bucketsComeLater()
{
    RequestListModel model;
    model.add(recordOf(1));
    model.add(recordOf(2));
    QCOMPARE(columnOf(model, Model::BucketsColumn), (QStringList{u"–"_s, u"–"_s}));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setBuckets(1, 0);
    QCOMPARE(columnOf(model, Model::BucketsColumn), (QStringList{u"–"_s, u"0"_s}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().toModelIndex(), model.index(1, Model::BucketsColumn));
}

void TestRequestListModel::bucketsOfNobodyChangeNothing()
{
    RequestListModel model;
    model.add(recordOf(1));
    model.add(historyRecord());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setBuckets(7, 30);
    model.setBuckets(0, 30);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(columnOf(model, Model::BucketsColumn), (QStringList{u"27"_s, u"–"_s}));
}

void TestRequestListModel::timesFollowTheZone()
{
    RequestListModel model;
    model.add(recordOf(1));
    model.setZone(QTimeZone("Asia/Tokyo"));
    QCOMPARE(cell(model, 0, Model::TimeColumn), u"23 Nov, 22:05:07"_s);
    QVERIFY(model.index(0, Model::TimeColumn)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"Asia/Tokyo"_s));
}

void TestRequestListModel::theQueryIsDecodedForReading()
{
    RequestListModel model;
    RequestRecord record = recordOf(1);
    record.query = u"event=caf%C3%A9%20au%20lait&ending_at=2026-11-23T13%3A05%3A00Z"_s;
    model.add(record);
    QCOMPARE(cell(model, 0, Model::RequestColumn),
             u"/events/data_series?ending_at=2026-11-23T13:05:00Z&event=café au lait"_s);
}

void TestRequestListModel::namesOfOthersAreCleanAndEscaped()
{
    RequestListModel model;
    RequestRecord record = recordOf(1);
    record.query = u"event=%3Cimg%20src%3D%2Fdev%2Fzero%3E%E2%80%AE%0A%00"_s;
    record.requestId = u"<b>\u202eid</b>"_s;
    model.add(record);
    QCOMPARE(cell(model, 0, Model::RequestColumn),
             u"/events/data_series?event=<img src=/dev/zero> "_s);
    QCOMPARE(cell(model, 0, Model::RequestIdColumn), u"<b>id</b>"_s);
    QCOMPARE(model.index(0, Model::RequestColumn).data(Qt::ToolTipRole).toString(),
             u"<qt>/events/data_series?event=&lt;img src=/dev/zero&gt; </qt>"_s);
    QCOMPARE(model.index(0, Model::RequestIdColumn).data(Qt::ToolTipRole).toString(),
             u"<qt>&lt;b&gt;id&lt;/b&gt;</qt>"_s);
}

void TestRequestListModel::aLongNameHidesNothingAfterIt()
{
    RequestListModel model;
    RequestRecord record = recordOf(1);
    record.query = u"event="_s + QString(10'000, u'x') + u"&length=30"_s;
    model.add(record);
    const QString shown = cell(model, 0, Model::RequestColumn);
    QVERIFY(shown.endsWith(u"…&length=30"_s));
    QVERIFY(shown.size() < 300);
}

void TestRequestListModel::cellsAreSortedByValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("ascending");
    QTest::newRow("times") << int(Model::TimeColumn)
                           << QStringList{u"id-1"_s, u"id-2"_s, u"id-3"_s, u"id-4"_s};
    QTest::newRow("status") << int(Model::StatusColumn)
                            << QStringList{u"id-3"_s, u"id-1"_s, u"id-2"_s, u"id-4"_s};
    QTest::newRow("milliseconds") << int(Model::DurationColumn)
                                  << QStringList{u"id-1"_s, u"id-3"_s, u"id-4"_s, u"id-2"_s};
    QTest::newRow("ids") << int(Model::RequestIdColumn)
                         << QStringList{u"id-1"_s, u"id-2"_s, u"id-3"_s, u"id-4"_s};
}

void TestRequestListModel::cellsAreSortedByValue()
{
    QFETCH(int, column);
    QFETCH(QStringList, ascending);
    Bench bench;
    bench.proxy.sort(column, Qt::AscendingOrder);
    QCOMPARE(columnOf(bench.proxy, Model::RequestIdColumn), ascending);
    bench.proxy.sort(column, Qt::DescendingOrder);
    QCOMPARE(columnOf(bench.proxy, Model::RequestIdColumn), reversed(ascending));
}

void TestRequestListModel::whatHasNoValueComesLast_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("ascending") << Qt::AscendingOrder
                               << QStringList{u"id-3"_s, u"id-1"_s, u"id-4"_s, u"id-2"_s};
    QTest::newRow("descending") << Qt::DescendingOrder
                                << QStringList{u"id-1"_s, u"id-3"_s, u"id-4"_s, u"id-2"_s};
}

void TestRequestListModel::whatHasNoValueComesLast()
{
    QFETCH(Qt::SortOrder, order);
    QFETCH(QStringList, ids);
    Bench bench;
    bench.proxy.sort(Model::BucketsColumn, order);
    QCOMPARE(columnOf(bench.proxy, Model::RequestIdColumn), ids);
}

void TestRequestListModel::requestsOfOneMomentStayInTheirOrder()
{
    RequestListModel model;
    RequestListProxy proxy;
    proxy.setSourceModel(&model);
    for (int i = 1; i <= 4; ++i) {
        model.add(recordOf(i));
    }
    const QStringList newestFirst{u"id-4"_s, u"id-3"_s, u"id-2"_s, u"id-1"_s};
    proxy.sort(Model::TimeColumn, Qt::DescendingOrder);
    QCOMPARE(columnOf(proxy, Model::RequestIdColumn), newestFirst);
    proxy.sort(Model::TimeColumn, Qt::AscendingOrder);
    QCOMPARE(columnOf(proxy, Model::RequestIdColumn), reversed(newestFirst));
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        proxy.sort(Model::StatusColumn, order);
        QCOMPARE(columnOf(proxy, Model::RequestIdColumn), newestFirst);
    }
}

void TestRequestListModel::aSortedListTakesNewRequestsIn()
{
    Bench bench;
    bench.proxy.sort(Model::DurationColumn, Qt::DescendingOrder);
    RequestRecord record = recordOf(5);
    record.duration = std::chrono::milliseconds(500);
    bench.model.add(record);
    QCOMPARE(columnOf(bench.proxy, Model::RequestIdColumn),
             (QStringList{u"id-2"_s, u"id-5"_s, u"id-4"_s, u"id-3"_s, u"id-1"_s}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRequestListModel)
#include "tst_requestlistmodel.moc"
