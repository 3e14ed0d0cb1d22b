// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/shop.h"
#include "tests/support/strictness.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestShop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theCatalogIsThatOfAShop();
    static void theSameQuestionAlwaysHasTheSameAnswer();
    static void theHoursOfADayAddUpToTheDay_data();
    static void theHoursOfADayAddUpToTheDay();
    static void anyTwoPartsOfADayAddUp();
    static void theAppsAddUpToTheWhole();
    static void theTiersAreAtMostTheWhole();
    static void noSegmentIsLargerThanTheWhole();
    static void theRunningHourGrowsAndNeverShrinks();
    static void nothingWasCountedBeforeTheOpening();
    static void threeYearsAreFull_data();
    static void threeYearsAreFull();
    static void anAutumnDayLooksLikeTheMockUp();
    static void theNovemberCampaignStandsOut();
    static void weekendsDiffer();
    static void theShopGrows();
    static void nightsAreQuiet();
    static void aLeapDayHasItsNumbers();
    static void unknownNamesGetRatesOfTheirOwn();
};

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

qint64 at(QDate date, int h = 0)
{
    return QDateTime(date, QTime(h, 0), QTimeZone::utc()).toMSecsSinceEpoch();
}

qint64 ofDay(const QString &event,
             QDate date,
             const QString &segment = {},
             std::optional<int> app = {})
{
    return ShopEvent(event).count(shopAudience(segment), app, at(date), at(date) + day);
}

QString segmentId(const QString &name)
{
    const DemoCatalog catalog = shopCatalog();
    const auto found = std::find_if(
        catalog.segments.begin(), catalog.segments.end(), [&](const DemoSegment &segment) {
            return segment.name == name;
        });
    return found == catalog.segments.end() ? QString() : found->id;
}

const auto checkout = u"checkout_completed"_s;

} // namespace

void TestShop::theCatalogIsThatOfAShop()
{
    const DemoCatalog catalog = shopCatalog();
    QVERIFY(catalog.events.size() >= 10);
    for (const QString &name :
         {checkout, u"app_open"_s, u"signup_done"_s, u"cart_add"_s, u"product_viewed"_s}) {
        QVERIFY2(catalog.events.contains(name), qPrintable(name));
    }
    QCOMPARE(catalog.segments.size(), std::size_t{8});
    QCOMPARE(catalog.apps.size(), std::size_t{shopAppCount});
    const auto untracked = std::count_if(
        catalog.segments.begin(), catalog.segments.end(), [](const DemoSegment &segment) {
            return !segment.tracked;
        });
    const auto recent = std::count_if(
        catalog.segments.begin(), catalog.segments.end(), [](const DemoSegment &segment) {
            return segment.trackedSince.has_value();
        });
    QCOMPARE(untracked, 1);
    QCOMPARE(recent, 1);
    QSet<QString> ids;
    for (const DemoSegment &segment : catalog.segments) {
        ids.insert(segment.id);
    }
    for (const DemoApp &app : catalog.apps) {
        ids.insert(app.id);
    }
    QCOMPARE(ids.size(), 8 + shopAppCount);
}

void TestShop::theSameQuestionAlwaysHasTheSameAnswer()
{
    // Written down: these numbers must be the same in every process, on every machine, for good.
    QCOMPARE(ofDay(checkout, QDate(2026, 11, 14)), 18286);
    QCOMPARE(ofDay(checkout, QDate(2026, 11, 14), segmentId(u"Gold members"_s)), 6347);
    QCOMPARE(ofDay(checkout, QDate(2026, 11, 14), segmentId(u"Newsletter readers"_s)), 7468);
    QCOMPARE(ofDay(u"wishlist_add"_s, QDate(2026, 11, 22)), 11015);
}

void TestShop::theHoursOfADayAddUpToTheDay_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("segment");
    QTest::addColumn<int>("app");
    const DemoCatalog catalog = shopCatalog();
    for (const QString &event : catalog.events) {
        QTest::addRow("%s, everybody", qPrintable(event)) << event << QString() << -1;
    }
    for (const DemoSegment &segment : catalog.segments) {
        QTest::addRow("%s on every app", qPrintable(segment.name)) << checkout << segment.id << -1;
        QTest::addRow("%s on the web", qPrintable(segment.name)) << checkout << segment.id << 2;
    }
    QTest::newRow("a rare event") << u"refund_requested"_s << segmentId(u"Lapsed 90 days"_s) << 1;
}

void TestShop::theHoursOfADayAddUpToTheDay()
{
    QFETCH(QString, event);
    QFETCH(QString, segment);
    QFETCH(int, app);
    const auto onApp = app < 0 ? std::nullopt : std::optional(app);
    const ShopEvent shopEvent(event);
    const ShopAudience audience = shopAudience(segment);
    for (int i = 0; i < 40; ++i) {
        const QDate date = QDate(2026, 11, 22).addDays(qint64{-27} * i);
        qint64 sum = 0;
        for (int h = 0; h < 24; ++h) {
            const qint64 count = shopEvent.count(audience, onApp, at(date, h), at(date, h) + hour);
            QVERIFY(count >= 0);
            sum += count;
        }
        QCOMPARE(sum, ofDay(event, date, segment, onApp));
    }
}

void TestShop::anyTwoPartsOfADayAddUp()
{
    const ShopEvent event(checkout);
    const ShopAudience audience = shopAudience(segmentId(u"New customers"_s));
    const qint64 start = at(QDate(2026, 11, 13));
    for (qint64 cut = 0; cut <= day; cut += 1'234'567) {
        QCOMPARE(event.count(audience, {}, start, start + cut)
                     + event.count(audience, {}, start + cut, start + day),
                 event.count(audience, {}, start, start + day));
    }
}

void TestShop::theAppsAddUpToTheWhole()
{
    const DemoCatalog catalog = shopCatalog();
    for (const DemoSegment &segment : catalog.segments) {
        for (int h = 0; h < 24; ++h) {
            const qint64 from = at(QDate(2026, 3, 20), h);
            const ShopEvent event(u"cart_add"_s);
            const ShopAudience audience = shopAudience(segment.id);
            qint64 sum = 0;
            for (int app = 0; app < shopAppCount; ++app) {
                sum += event.count(audience, app, from, from + hour);
            }
            QCOMPARE(sum, event.count(audience, {}, from, from + hour));
        }
    }
}

void TestShop::theTiersAreAtMostTheWhole()
{
    const DemoCatalog catalog = shopCatalog();
    for (const QString &event : catalog.events) {
        for (int h = 0; h < 24 * 7; ++h) {
            const qint64 from = at(QDate(2026, 11, 12)) + h * hour;
            const ShopEvent shopEvent(event);
            qint64 tiers = 0;
            for (const QString &name :
                 {u"Gold members"_s, u"Silver members"_s, u"Basic members"_s}) {
                tiers += shopEvent.count(shopAudience(segmentId(name)), {}, from, from + hour);
            }
            QVERIFY(tiers <= shopEvent.count({}, {}, from, from + hour));
        }
    }
}

void TestShop::noSegmentIsLargerThanTheWhole()
{
    const DemoCatalog catalog = shopCatalog();
    for (const DemoSegment &segment : catalog.segments) {
        for (const QString &event : catalog.events) {
            const ShopEvent shopEvent(event);
            for (int h = 0; h < 48; ++h) {
                const qint64 from = at(QDate(2026, 11, 13)) + h * hour;
                for (int app = 0; app < shopAppCount; ++app) {
                    QVERIFY(shopEvent.count(shopAudience(segment.id), app, from, from + hour)
                            <= shopEvent.count({}, app, from, from + hour));
                }
            }
        }
    }
}

void TestShop::theRunningHourGrowsAndNeverShrinks()
{
    const ShopEvent event(checkout);
    const qint64 from = at(QDate(2026, 11, 23), 13);
    qint64 before = 0;
    for (qint64 minute = 0; minute <= 60; ++minute) {
        const qint64 count = event.count({}, {}, from, from + minute * 60'000);
        QVERIFY(count >= before);
        before = count;
    }
    const qint64 half = event.count({}, {}, from, from + hour / 2);
    QVERIFY(half > before / 3);
    QVERIFY(half < before * 2 / 3);
}

void TestShop::nothingWasCountedBeforeTheOpening()
{
    QCOMPARE(ofDay(checkout, shopOpening().addDays(-1)), 0);
    QVERIFY(ofDay(checkout, shopOpening()) > 1'000);
    QCOMPARE(ofDay(checkout, QDate(1969, 12, 31)), 0);
}

void TestShop::threeYearsAreFull_data()
{
    QTest::addColumn<QString>("event");
    const DemoCatalog catalog = shopCatalog();
    for (const QString &event : catalog.events) {
        QTest::newRow(qPrintable(event)) << event;
    }
}

void TestShop::threeYearsAreFull()
{
    QFETCH(QString, event);
    for (QDate date(2023, 11, 23); date <= QDate(2026, 11, 23); date = date.addDays(1)) {
        QVERIFY2(ofDay(event, date) > 50, qPrintable(date.toString(Qt::ISODate)));
    }
}

void TestShop::anAutumnDayLooksLikeTheMockUp()
{
    const auto isNear = [](qint64 value, qint64 wanted) {
        return value > wanted * 85 / 100 && value < wanted * 115 / 100;
    };
    const QDate thursday(2026, 11, 19);
    QVERIFY(isNear(ofDay(checkout, thursday), 12'364));
    QVERIFY(isNear(ofDay(checkout, thursday, segmentId(u"Gold members"_s)), 3'801));
    QVERIFY(isNear(ofDay(checkout, thursday, segmentId(u"Silver members"_s)), 2'824));
    QVERIFY(isNear(ofDay(checkout, thursday, segmentId(u"Basic members"_s)), 5'092));
}

void TestShop::theNovemberCampaignStandsOut()
{
    const qint64 usualFriday = ofDay(checkout, QDate(2026, 11, 6));
    const qint64 campaignFriday = ofDay(checkout, QDate(2026, 11, 13));
    QVERIFY(campaignFriday > usualFriday * 12 / 10);
    // Gold members were told first.
    const QString gold = segmentId(u"Gold members"_s);
    QVERIFY(ofDay(checkout, QDate(2026, 11, 12), gold)
            > ofDay(checkout, QDate(2026, 11, 5), gold) * 11 / 10);
}

void TestShop::weekendsDiffer()
{
    QVERIFY(ofDay(checkout, QDate(2026, 10, 25))
            > ofDay(checkout, QDate(2026, 10, 28)) * 115 / 100);
    QVERIFY(ofDay(u"email_clicked"_s, QDate(2026, 10, 25))
            < ofDay(u"email_clicked"_s, QDate(2026, 10, 28)));
}

void TestShop::theShopGrows()
{
    const auto year = [](int number) {
        qint64 sum = 0;
        for (QDate date(number, 1, 1); date.year() == number; date = date.addDays(1)) {
            sum += ofDay(checkout, date);
        }
        return sum;
    };
    const qint64 first = year(2024);
    const qint64 second = year(2025);
    QVERIFY(second > first * 11 / 10);
    QVERIFY(second < first * 16 / 10);
}

void TestShop::nightsAreQuiet()
{
    const ShopEvent event(checkout);
    const QDate date(2026, 11, 18);
    QVERIFY(event.count({}, {}, at(date, 2), at(date, 3)) * 5
            < event.count({}, {}, at(date, 18), at(date, 19)));
}

void TestShop::aLeapDayHasItsNumbers()
{
    const qint64 leap = ofDay(checkout, QDate(2024, 2, 29));
    const qint64 next = ofDay(checkout, QDate(2024, 3, 1));
    QVERIFY(leap > next * 8 / 10);
    QVERIFY(leap < next * 12 / 10);
}

void TestShop::unknownNamesGetRatesOfTheirOwn()
{
    const QDate date(2026, 11, 18);
    QVERIFY(ofDay(u"custom_one"_s, date) > 0);
    QVERIFY(ofDay(u"custom_one"_s, date) != ofDay(u"custom_two"_s, date));
    QVERIFY(ofDay(checkout, date, u"some-segment"_s) > 0);
    QVERIFY(ofDay(checkout, date, u"some-segment"_s) < ofDay(checkout, date));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestShop)

#include "tst_shop.moc"
