// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/heldbucket.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestHeldBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aBucketIsFinalOnceItHasSettled_data();
    static void aBucketIsFinalOnceItHasSettled();
    static void oneWordPerBucketCounts_data();
    static void oneWordPerBucketCounts();
    static void theOrderOfStoringDoesNotMatter();
    static void amongEqualsTheNewerWordWins();
};

namespace {

qint64 ms(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

HeldBucket word(double value, HeldState state, bool inside, qint64 fetchedAt)
{
    return {.time = 0, .value = value, .state = state, .inside = inside, .fetchedAt = fetchedAt};
}

/// One word of every kind.
std::vector<HeldBucket> everyWord()
{
    return {word(10, HeldState::Counted, false, 10),
            word(11, HeldState::Counted, false, 11),
            word(20, HeldState::Counted, true, 10),
            word(21, HeldState::Counted, true, 11),
            word(0, HeldState::Missing, false, 10),
            word(0, HeldState::Missing, false, 11),
            word(0, HeldState::Missing, true, 10),
            word(0, HeldState::Missing, true, 11)};
}

/// The word that counts when those of @p words are stored in the order of @p order, one by one.
HeldBucket countsAfter(const std::vector<HeldBucket> &words, const std::vector<std::size_t> &order)
{
    std::vector<HeldBucket> held;
    for (const std::size_t i : order) {
        held.push_back(words[i]);
        settle(held);
    }
    return held.front();
}

} // namespace

void TestHeldBucket::aBucketIsFinalOnceItHasSettled_data()
{
    QTest::addColumn<bool>("inside");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("fetched");
    QTest::addColumn<bool>("isFinal");
    constexpr int day = int(Unit::Day);
    constexpr int hour = int(Unit::Hour);
    QTest::newRow("settled") << true << day << QByteArray("UTC") << u"2026-03-14T00:00:01Z"_s
                             << true;
    QTest::newRow("exactly the settling time is not more")
        << true << day << QByteArray("UTC") << u"2026-03-14T00:00:00Z"_s << false;
    QTest::newRow("at an edge never")
        << false << day << QByteArray("UTC") << u"2027-03-14T00:00:00Z"_s << false;
    QTest::newRow("New York's day ends later")
        << true << day << QByteArray("America/New_York") << u"2026-03-14T03:59:59Z"_s << false;
    QTest::newRow("and then settles")
        << true << day << QByteArray("America/New_York") << u"2026-03-14T04:00:01Z"_s << true;
    QTest::newRow("an hour") << true << hour << QByteArray("Asia/Tokyo")
                             << u"2026-03-13T01:00:01Z"_s << true;
    QTest::newRow("an hour too young")
        << true << hour << QByteArray("Asia/Tokyo") << u"2026-03-13T01:00:00Z"_s << false;
}

void TestHeldBucket::aBucketIsFinalOnceItHasSettled()
{
    QFETCH(bool, inside);
    QFETCH(int, unit);
    QFETCH(QByteArray, zone);
    QFETCH(QString, fetched);
    const HeldBucket bucket{
        .time = ms(u"2026-03-10T00:00:00Z"_s), .inside = inside, .fetchedAt = ms(fetched)};
    QTEST(emberline::isFinal(bucket, static_cast<Unit>(unit), QTimeZone(zone)), "isFinal");
}

void TestHeldBucket::oneWordPerBucketCounts_data()
{
    QTest::addColumn<HeldBucket>("held");
    QTest::addColumn<HeldBucket>("stored");
    QTest::addColumn<bool>("storedCounts");
    constexpr auto value = HeldState::Counted;
    constexpr auto missing = HeldState::Missing;
    QTest::newRow("a later value replaces an earlier one")
        << word(1, value, true, 10) << word(2, value, true, 11) << true;
    QTest::newRow("an earlier value does not replace a later one")
        << word(1, value, true, 11) << word(2, value, true, 10) << false;
    QTest::newRow("an edge never replaces an inside")
        << word(1, value, true, 10) << word(2, value, false, 99) << false;
    QTest::newRow("an inside replaces an edge, even an earlier one")
        << word(1, value, false, 99) << word(2, value, true, 10) << true;
    QTest::newRow("a later edge replaces an edge")
        << word(1, value, false, 10) << word(2, value, false, 11) << true;
    QTest::newRow("missing at an edge never replaces a value")
        << word(1, value, false, 10) << word(0, missing, false, 99) << false;
    QTest::newRow("a value at an edge replaces missing at an edge, even a later one")
        << word(0, missing, false, 99) << word(1, value, false, 10) << true;
    QTest::newRow("missing inside and later replaces a value")
        << word(1, value, true, 10) << word(0, missing, true, 11) << true;
    QTest::newRow("missing inside at the same instant does not")
        << word(1, value, true, 10) << word(0, missing, true, 10) << false;
    QTest::newRow("missing inside replaces a value at an edge")
        << word(1, value, false, 10) << word(0, missing, true, 11) << true;
    QTest::newRow("a value later than missing replaces it")
        << word(0, missing, true, 10) << word(1, value, true, 11) << true;
    QTest::newRow("an edge does not replace missing inside")
        << word(0, missing, true, 10) << word(1, value, false, 11) << false;
}

void TestHeldBucket::oneWordPerBucketCounts()
{
    QFETCH(HeldBucket, held);
    QFETCH(HeldBucket, stored);
    QFETCH(bool, storedCounts);
    QVERIFY(preferred(held, stored) == (storedCounts ? stored : held));
}

void TestHeldBucket::theOrderOfStoringDoesNotMatter()
{
    const std::vector<HeldBucket> words = everyWord();
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (std::size_t k = 0; k < j; ++k) {
                std::vector<std::size_t> order{k, j, i};
                const HeldBucket expected = countsAfter(words, order);
                while (std::next_permutation(order.begin(), order.end())) {
                    QVERIFY(countsAfter(words, order) == expected);
                }
            }
        }
    }
}

void TestHeldBucket::amongEqualsTheNewerWordWins()
{
    std::vector<HeldBucket> buckets{counted(5, 1), counted(3, 7), counted(5, 2)};
    settle(buckets);
    QVERIFY(buckets == (std::vector{counted(3, 7), counted(5, 2)}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHeldBucket)

#include "tst_heldbucket.moc"
