// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestDemoLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theListOfEventsComesInPages();
    static void theListOfSegmentsComesInPages();
    static void segmentsComeInBothDirections();
    static void aWrongPageIsNamed();
};

namespace {

const auto present = u"2026-11-23T13:05:00Z"_s;

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODateWithMs).toUTC();
}

QJsonObject objectOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

void TestDemoLists::theListOfEventsComesInPages()
{
    DemoCatalog catalog;
    for (int i = 0; i < 600; ++i) {
        catalog.events.prepend(u"event_%1"_s.arg(i, 4, 10, QChar(u'0')));
    }
    const DemoService service(catalog);
    QStringList names;
    const QList<int> sizes{250, 250, 100, 0};
    for (int page = 0; page < 4; ++page) {
        const HttpAnswer answer = service.answer(
            DemoEndpoint::EventsList, "page=" + QByteArray::number(page), utc(present));
        const QJsonArray events = objectOf(answer).value(u"events"_s).toArray();
        QCOMPARE(events.size(), sizes.at(page));
        for (const auto &name : events) {
            names.append(name.toString());
        }
    }
    std::reverse(names.begin(), names.end());
    QCOMPARE(names, catalog.events);
    QCOMPARE(service.answer(DemoEndpoint::EventsList, "", utc(present)).body,
             service.answer(DemoEndpoint::EventsList, "page=0", utc(present)).body);
}

void TestDemoLists::theListOfSegmentsComesInPages()
{
    DemoCatalog catalog;
    for (int i = 0; i < 101; ++i) {
        catalog.segments.push_back({.id = QString::number(i), .name = u"Segment"_s});
    }
    const DemoService service(catalog);
    const auto size = [&](const QByteArray &query) {
        const HttpAnswer answer = service.answer(DemoEndpoint::SegmentsList, query, utc(present));
        return objectOf(answer).value(u"segments"_s).toArray().size();
    };
    QCOMPARE(size(""), 100);
    QCOMPARE(size("page=1"), 1);
    QCOMPARE(size("page=2"), 0);
    QCOMPARE(size("page=999999999"), 0);
}

void TestDemoLists::segmentsComeInBothDirections()
{
    const DemoService service;
    const auto segments = [&](const QByteArray &query) {
        const HttpAnswer answer = service.answer(DemoEndpoint::SegmentsList, query, utc(present));
        return objectOf(answer).value(u"segments"_s).toArray();
    };
    const QJsonObject gold = segments("sort_direction=asc").first().toObject();
    QCOMPARE(gold.value(u"name"_s).toString(), u"Gold members"_s);
    QCOMPARE(gold.value(u"analytics_tracking_enabled"_s).toBool(), true);
    QCOMPARE(gold.value(u"tags"_s).toArray().size(), 1);
    const QJsonObject vip = segments("sort_direction=desc").first().toObject();
    QCOMPARE(vip.value(u"name"_s).toString(), u"VIP"_s);
    QCOMPARE(vip.value(u"analytics_tracking_enabled"_s).toBool(true), false);
    QCOMPARE(service.answer(DemoEndpoint::SegmentsList, "sort_direction=up", utc(present)).status,
             400);
}

void TestDemoLists::aWrongPageIsNamed()
{
    const DemoService service;
    for (const QByteArray &page :
         {QByteArray("-1"), QByteArray("x"), QByteArray("1.5"), QByteArray("")}) {
        QCOMPARE(service.answer(DemoEndpoint::EventsList, "page=" + page, utc(present)).status,
                 400);
        QCOMPARE(service.answer(DemoEndpoint::SegmentsList, "page=" + page, utc(present)).status,
                 400);
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDemoLists)

#include "tst_demolists.moc"
