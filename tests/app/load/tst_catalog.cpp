// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/server.h"
#include "app/load/catalogpages.h"
#include "tests/app/load/sessiondesk.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QString eventName(int index)
{
    return u"event %1"_s.arg(index, 5, 10, QChar(u'0'));
}

QByteArray eventsBody(int from, int to)
{
    QJsonArray names;
    for (int i = from; i < to; ++i) {
        names.append(eventName(i));
    }
    return QJsonDocument(QJsonObject{{u"events"_s, names}, {u"message"_s, u"success"_s}}).toJson();
}

QByteArray segmentsBody(int from, int to)
{
    QJsonArray segments;
    for (int i = from; i < to; ++i) {
        segments.append(QJsonObject{{u"id"_s, u"id-%1"_s.arg(i)},
                                    {u"name"_s, u"segment %1"_s.arg(i)},
                                    {u"analytics_tracking_enabled"_s, i % 2 == 0},
                                    {u"tags"_s, QJsonArray{u"tag"_s}}});
    }
    return QJsonDocument(QJsonObject{{u"segments"_s, segments}, {u"message"_s, u"success"_s}})
        .toJson();
}

int pageOf(const HttpRequest &request)
{
    return QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(u"page"_s).toInt();
}

bool isForEvents(const HttpRequest &request)
{
    return request.path == "/events/list";
}

/// A service with so many of both, in pages of 250 and 100.
FaultServer::Responder serviceWith(int events, int segments)
{
    return [events, segments](const HttpRequest &request) {
        const int size = isForEvents(request) ? 250 : 100;
        const int all = isForEvents(request) ? events : segments;
        const int from = std::min(all, pageOf(request) * size);
        const int to = std::min(all, from + size);
        return jsonScript(isForEvents(request) ? eventsBody(from, to) : segmentsBody(from, to));
    };
}

CatalogLoad *startIn(FaultDesk &fault)
{
    return fault.desk.session.start(&fault.desk.owner);
}

Catalog catalogOf(CatalogLoad *load)
{
    QSignalSpy finished(load, &CatalogLoad::finished);
    finished.wait();
    return finished.size() == 1 ? finished.constFirst().constFirst().value<Catalog>() : Catalog();
}

int requestsFor(const FaultServer &server, bool events)
{
    return static_cast<int>(std::count_if(
        server.requests().begin(), server.requests().end(), [events](const HttpRequest &request) {
            return isForEvents(request) == events;
        }));
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyPageIsRead_data();
    static void everyPageIsRead();
    static void theDemosListsAreReadAsTheyAre();
    static void aListThatIsNotPermittedIsSaidSo_data();
    static void aListThatIsNotPermittedIsSaidSo();
    static void aPageThatFailsKeepsTheOnesBefore_data();
    static void aPageThatFailsKeepsTheOnesBefore();
    static void pagesWithoutEndAreGivenUp();
    static void itIsToldOnce();
    static void deletingItCancels();
};

void TestCatalog::everyPageIsRead_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("eventRequests");
    QTest::addColumn<int>("segments");
    QTest::addColumn<int>("segmentRequests");
    QTest::newRow("none") << 0 << 1 << 0 << 1;
    QTest::newRow("one less than a page") << 249 << 1 << 99 << 1;
    QTest::newRow("a page to the full") << 250 << 2 << 100 << 2;
    QTest::newRow("one more than a page") << 251 << 2 << 101 << 2;
    QTest::newRow("two pages to the full") << 500 << 3 << 200 << 3;
}

void TestCatalog::everyPageIsRead()
{
    QFETCH(int, events);
    QFETCH(int, eventRequests);
    QFETCH(int, segments);
    QFETCH(int, segmentRequests);
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder(serviceWith(events, segments));
    const Catalog catalog = catalogOf(startIn(fault));
    QCOMPARE(catalog.eventsState, ListState::Read);
    QCOMPARE(catalog.segmentsState, ListState::Read);
    QCOMPARE(catalog.readAt, sessionNow);
    QCOMPARE(catalog.events.size(), events);
    QCOMPARE(static_cast<int>(catalog.segments.size()), segments);
    for (int i = 0; i < events; ++i) {
        QCOMPARE(catalog.events.at(i), eventName(i));
    }
    for (int i = 0; i < segments; ++i) {
        const Segment wanted{.id = u"id-%1"_s.arg(i),
                             .name = u"segment %1"_s.arg(i),
                             .tracked = i % 2 == 0,
                             .tags = {u"tag"_s}};
        QCOMPARE(catalog.segments.at(static_cast<std::size_t>(i)), wanted);
    }
    QCOMPARE(requestsFor(fault.server, true), eventRequests);
    QCOMPARE(requestsFor(fault.server, false), segmentRequests);
}

void TestCatalog::theDemosListsAreReadAsTheyAre()
{
    const FixedClock clock(sessionNow);
    DemoServer server(clock, {});
    QVERIFY(server.listen());
    SessionDesk desk({.endpoint = server.url(), .key = keyOf(demoKey())});
    const Catalog catalog = catalogOf(desk.session.start(&desk.owner));
    const DemoCatalog shop = shopCatalog();
    QCOMPARE(catalog.events, shop.events);
    QCOMPARE(catalog.segments.size(), shop.segments.size());
    for (std::size_t i = 0; i < shop.segments.size(); ++i) {
        QCOMPARE(catalog.segments[i].id, shop.segments[i].id);
        QCOMPARE(catalog.segments[i].name, shop.segments[i].name);
        QCOMPARE(catalog.segments[i].tracked, shop.segments[i].tracked);
        QCOMPARE(catalog.segments[i].tags, shop.segments[i].tags);
    }
}

void TestCatalog::aListThatIsNotPermittedIsSaidSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("events");
    QTest::addColumn<ListState>("state");
    QTest::newRow("events 401") << 401 << true << ListState::NotPermitted;
    QTest::newRow("events 403") << 403 << true << ListState::NotPermitted;
    QTest::newRow("events 404") << 404 << true << ListState::Failed;
    QTest::newRow("segments 401") << 401 << false << ListState::NotPermitted;
    QTest::newRow("segments 403") << 403 << false << ListState::NotPermitted;
    QTest::newRow("segments 404") << 404 << false << ListState::Failed;
    QTest::newRow("segments with a body of HTML") << 200 << false << ListState::Failed;
}

void TestCatalog::aListThatIsNotPermittedIsSaidSo()
{
    QFETCH(int, status);
    QFETCH(bool, events);
    QFETCH(ListState, state);
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([status, events](const HttpRequest &request) {
        return isForEvents(request) == events ? jsonScript("<html>", status)
                                              : serviceWith(3, 3)(request);
    });
    const Catalog catalog = catalogOf(startIn(fault));
    QCOMPARE(events ? catalog.eventsState : catalog.segmentsState, state);
    QCOMPARE(events ? catalog.segmentsState : catalog.eventsState, ListState::Read);
    QCOMPARE(catalog.events.size(), events ? 0 : 3);
    QCOMPARE(catalog.segments.size(), std::size_t{events ? 3U : 0U});
}

void TestCatalog::aPageThatFailsKeepsTheOnesBefore_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ListState>("state");
    QTest::newRow("404") << 404 << ListState::Failed;
    QTest::newRow("403") << 403 << ListState::NotPermitted;
    QTest::newRow("no list in it") << 200 << ListState::Failed;
}

void TestCatalog::aPageThatFailsKeepsTheOnesBefore()
{
    QFETCH(int, status);
    QFETCH(ListState, state);
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([status](const HttpRequest &request) {
        return pageOf(request) == 1 ? jsonScript(R"({"message":"no more"})", status)
                                    : serviceWith(600, 300)(request);
    });
    const Catalog catalog = catalogOf(startIn(fault));
    QCOMPARE(catalog.eventsState, state);
    QCOMPARE(catalog.segmentsState, state);
    QCOMPARE(catalog.events.size(), 250);
    QCOMPARE(catalog.events.back(), eventName(249));
    QCOMPARE(catalog.segments.size(), std::size_t{100});
}

void TestCatalog::pagesWithoutEndAreGivenUp()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    const QByteArray fullPage = eventsBody(0, 250);
    fault.server.setResponder([fullPage](const HttpRequest &request) {
        return jsonScript(isForEvents(request) ? fullPage : segmentsBody(0, 1));
    });
    CatalogLoad *load = startIn(fault);
    QSignalSpy finished(load, &CatalogLoad::finished);
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<Catalog>().eventsState, ListState::Read);
    QCOMPARE(requestsFor(fault.server, true), CatalogPages::mostPages);
}

void TestCatalog::itIsToldOnce()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder(serviceWith(251, 101));
    CatalogLoad *load = startIn(fault);
    QSignalSpy finished(load, &CatalogLoad::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(catalogOf(startIn(fault)).events.size(), 251);
    QCOMPARE(finished.size(), 1);
}

void TestCatalog::deletingItCancels()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &request) {
        ScriptedAnswer script = serviceWith(600, 300)(request);
        script.hold = pageOf(request) == 1;
        return script;
    });
    CatalogLoad *load = startIn(fault);
    const QSignalSpy finished(load, &CatalogLoad::finished);
    QTRY_COMPARE(fault.server.requestCount(), 4);
    delete load;
    QTRY_COMPARE(fault.server.abandonedCount(), 2);
    fault.server.setResponder(serviceWith(1, 1));
    QCOMPARE(catalogOf(startIn(fault)).events.size(), 1);
    QVERIFY(finished.isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCatalog)

#include "tst_catalog.moc"
