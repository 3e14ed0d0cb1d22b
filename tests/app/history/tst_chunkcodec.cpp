// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/chunkcodec.h"
#include "app/history/seriesbytes.h"
#include "app/history/varint.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestChunkCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatIsEncodedComesBackToTheBit_data();
    static void whatIsEncodedComesBackToTheBit();
    static void anythingRandomComesBack();
    static void aChunkIsAnAlignedSpan_data();
    static void aChunkIsAnAlignedSpan();
    static void countsTakeLittleRoom();
    static void bytesThatAreNotAChunkAreRefused();
    static void differentSeriesAreDifferentBytes();
};

namespace {

std::vector<HeldBucket> withValues(const std::vector<double> &values)
{
    std::vector<HeldBucket> buckets;
    for (std::size_t i = 0; i < values.size(); ++i) {
        buckets.push_back(counted(qint64(i) * msPerHour, values[i]));
    }
    return buckets;
}

bool sameBits(const std::vector<HeldBucket> &a, const std::vector<HeldBucket> &b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const HeldBucket &x, const HeldBucket &y) {
            HeldBucket z = x;
            z.value = y.value;
            return z == y && std::bit_cast<quint64>(x.value) == std::bit_cast<quint64>(y.value);
        });
}

} // namespace

void TestChunkCodec::whatIsEncodedComesBackToTheBit_data()
{
    QTest::addColumn<std::vector<HeldBucket>>("buckets");
    QTest::newRow("nothing") << std::vector<HeldBucket>();
    QTest::newRow("one zero") << withValues({0});
    QTest::newRow("a full chunk") << hours(1024, 0);
    QTest::newRow("the largest whole numbers")
        << withValues({9'007'199'254'740'992, 0, 9'007'199'254'740'991, 1});
    QTest::newRow("revenue") << withValues({0.1, 19.99, 1e300, 5e-324});
    QTest::newRow("above 2^53") << withValues({1e17, 18'014'398'509'481'984.0});
    QTest::newRow("below zero") << withValues({-1, -0.0, 3});
    QTest::newRow("33 values, the last one broken") << withValues([] {
        std::vector<double> v(33, 7);
        v.back() = 7.5;
        return v;
    }());
    QTest::newRow("hours on the half hour, after hours on the hour")
        << std::vector{counted(0, 1),
                       counted(msPerHour, 2),
                       counted(msPerHour * 5 / 2, 3),
                       counted(msPerHour * 7 / 2, 4)};
    QTest::newRow("both phases at once")
        << std::vector{counted(0, 1), counted(msPerHour / 2, 2), counted(msPerHour, 3)};
    QTest::newRow("every kind of word") << std::vector<HeldBucket>{
        {.time = 5, .value = 2, .inside = true, .fetchedAt = fetchTime},
        {.time = 6, .value = 2, .inside = false, .fetchedAt = -7},
        {.time = 7, .state = HeldState::Missing, .inside = true},
        {.time = 8, .state = HeldState::Missing, .fetchedAt = std::numeric_limits<qint64>::max()},
        {.time = 9, .fetchedAt = std::numeric_limits<qint64>::min()}};
}

void TestChunkCodec::whatIsEncodedComesBackToTheBit()
{
    QFETCH(std::vector<HeldBucket>, buckets);
    std::vector<HeldBucket> decoded;
    QVERIFY(decodeChunk(encodeChunk(buckets, Unit::Hour), 0, Unit::Hour, decoded));
    QVERIFY(sameBits(decoded, buckets));
}

void TestChunkCodec::anythingRandomComesBack()
{
    std::mt19937_64 random(20); // NOLINT(cert-msc51-cpp): the same cases every time
    for (int round = 0; round < 500; ++round) {
        const Unit unit = random() % 2 == 0 ? Unit::Hour : Unit::Day;
        const qint64 chunk = qint64(random() % 200) - 100;
        const BucketTime start = chunk * (unit == Unit::Hour ? 1024 * msPerHour : 512 * msPerDay);
        std::vector<HeldBucket> buckets;
        const int width = int(random() % 54);
        for (int i = 0; i < 300; ++i) {
            HeldBucket bucket = counted(start + i * bucketWidth(unit)
                                            + qint64(random() % 2) * 1'800'000,
                                        double(random() >> (63 - width)),
                                        fetchTime + qint64(random() % 3));
            bucket.inside = random() % 5 != 0;
            bucket.value = random() % 50 == 0 ? double(random() % 1000) / 7 : bucket.value;
            buckets.push_back(bucket);
        }
        settle(buckets);
        std::vector<HeldBucket> decoded;
        QVERIFY(decodeChunk(encodeChunk(buckets, unit), chunk, unit, decoded));
        QVERIFY(sameBits(decoded, buckets));
    }
}

void TestChunkCodec::aChunkIsAnAlignedSpan_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("unit");
    QTest::addColumn<qint64>("chunk");
    QTest::newRow("the epoch") << qint64{0} << int(Unit::Hour) << qint64{0};
    QTest::newRow("its last hour") << 1023 * msPerHour << int(Unit::Hour) << qint64{0};
    QTest::newRow("the hour after") << 1024 * msPerHour << int(Unit::Hour) << qint64{1};
    QTest::newRow("half an hour before") << -msPerHour / 2 << int(Unit::Hour) << qint64{-1};
    QTest::newRow("a chunk's first before 1970")
        << -1024 * msPerHour << int(Unit::Hour) << qint64{-1};
    QTest::newRow("the day after 512") << 512 * msPerDay << int(Unit::Day) << qint64{1};
}

void TestChunkCodec::aChunkIsAnAlignedSpan()
{
    QFETCH(qint64, time);
    QFETCH(int, unit);
    QTEST(chunkOf(time, static_cast<Unit>(unit)), "chunk");
}

void TestChunkCodec::countsTakeLittleRoom()
{
    std::vector<HeldBucket> buckets = hours(1024, 0); // values below 1,024: ten bits each
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        buckets[i].fetchedAt += qint64(i / 100); // eleven requests
    }
    const qsizetype size = encodeChunk(buckets, Unit::Hour).size();
    QVERIFY2(size < 1024 * 3 / 2, qPrintable(QString::number(size)));
}

void TestChunkCodec::bytesThatAreNotAChunkAreRefused()
{
    const QByteArray good = encodeChunk(hours(100, 0), Unit::Hour);
    for (qsizetype length = 0; length < good.size(); ++length) {
        std::vector<HeldBucket> decoded;
        QVERIFY(!decodeChunk(good.left(length), 0, Unit::Hour, decoded));
        QVERIFY(decoded.empty());
    }
    std::mt19937 random(21); // NOLINT(cert-msc51-cpp): the same cases every time
    for (int round = 0; round < 2000; ++round) {
        QByteArray bad = good;
        for (int i = 0; i < 3; ++i) {
            bad[qsizetype(random() % quint32(bad.size()))] = char(random());
        }
        std::vector<HeldBucket> decoded;
        (void)decodeChunk(bad, 0, Unit::Hour, decoded); // the sanitizers look on
        QVERIFY(decoded.size() <= 32 * std::size_t(bad.size() + 1));
    }
}

void TestChunkCodec::differentSeriesAreDifferentBytes()
{
    const QString nul(QChar(u'\0'));
    const std::vector<SeriesKey> keys{
        hourly(u""_s),
        hourly(u"a"_s),
        hourly(u"A"_s),
        hourly(nul),
        hourly(u"a"_s + nul),
        hourly(QString(QChar(0xD800))),
        hourly(QString(QChar(0xDC00))),
        hourly(u"\u00e9"_s),
        hourly(u"e\u0301"_s),
        {.metric = {.name = u"a"_s}, .unit = Unit::Day},
        {.metric = {.name = u"a"_s}, .appId = u"b"_s, .unit = Unit::Hour},
        {.metric = {.name = u"a"_s}, .segmentId = u"b"_s, .unit = Unit::Hour},
        {.metric = {.name = u"ab"_s}, .unit = Unit::Hour}};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (std::size_t j = 0; j < keys.size(); ++j) {
            QCOMPARE(seriesBytes(keys[i]) == seriesBytes(keys[j]), i == j);
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestChunkCodec)

#include "tst_chunkcodec.moc"
