// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/chunkcodec.h"

#include "app/history/varint.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace emberline {

namespace {

constexpr std::size_t blockLength = 32;
constexpr quint8 rawBlock = 0xFF;
constexpr double largestWhole = 9'007'199'254'740'992; // 2^53
constexpr quint8 missingFlag = 1;
constexpr quint8 insideFlag = 2;
constexpr quint64 largestChunk = quint64{1} << 32; // labels a millisecond apart do not fill it

qint64 chunkSpan(Unit unit)
{
    switch (unit) {
    case Unit::Hour:
        return 1024 * msPerHour;
    case Unit::Day:
        return 512 * msPerDay;
    }
    Q_UNREACHABLE();
}

quint8 flagsOf(const HeldBucket &bucket)
{
    const quint8 missing = bucket.state == HeldState::Missing ? missingFlag : quint8{0};
    const quint8 inside = bucket.inside ? insideFlag : quint8{0};
    return static_cast<quint8>(missing | inside);
}

/// Whole, 0 … 2^53; minus zero is not, it would come back as plus zero.
bool isWhole(double value)
{
    return value >= 0 && value <= largestWhole && value == std::floor(value)
        && !std::signbit(value);
}

void writeTimes(ByteWriter &out, const std::vector<HeldBucket> &buckets, Unit unit)
{
    BucketTime last = chunkOf(buckets.front().time, unit) * chunkSpan(unit);
    for (std::size_t begin = 0; begin < buckets.size();) {
        std::size_t end = begin + 1;
        while (end < buckets.size()
               && buckets[end].time == buckets[end - 1].time + bucketWidth(unit)) {
            ++end;
        }
        out.number(static_cast<quint64>(buckets[begin].time - last));
        out.number(end - begin);
        last = buckets[end - 1].time;
        begin = end;
    }
}

void readTimes(
    ByteReader &in, std::vector<HeldBucket> &buckets, std::size_t first, qint64 chunk, Unit unit)
{
    BucketTime last = chunk * chunkSpan(unit);
    const BucketTime chunkEnd = last + chunkSpan(unit);
    for (std::size_t at = first; at < buckets.size() && !in.failed();) {
        const quint64 gap = in.number();
        const quint64 run = in.number();
        if (run == 0 || run > buckets.size() - at || gap > static_cast<quint64>(chunkEnd - last)) {
            in.fail();
            return;
        }
        buckets[at].time = last + static_cast<qint64>(gap);
        for (std::size_t i = 1; i < run; ++i) {
            buckets[at + i].time = buckets[at + i - 1].time + bucketWidth(unit);
        }
        at += run;
        last = buckets[at - 1].time;
        if (last >= chunkEnd) {
            in.fail();
        }
    }
}

void writeFetches(ByteWriter &out, const std::vector<HeldBucket> &buckets)
{
    quint64 last = 0;
    for (std::size_t begin = 0; begin < buckets.size();) {
        std::size_t end = begin + 1;
        while (end < buckets.size() && flagsOf(buckets[end]) == flagsOf(buckets[begin])
               && buckets[end].fetchedAt == buckets[begin].fetchedAt) {
            ++end;
        }
        const auto fetched = static_cast<quint64>(buckets[begin].fetchedAt);
        out.byte(flagsOf(buckets[begin]));
        out.number(zigzag(static_cast<qint64>(fetched - last)));
        out.number(end - begin);
        last = fetched;
        begin = end;
    }
}

void readFetches(ByteReader &in, std::vector<HeldBucket> &buckets, std::size_t first)
{
    quint64 last = 0;
    for (std::size_t at = first; at < buckets.size() && !in.failed();) {
        const quint8 flags = in.byte();
        last += static_cast<quint64>(unzigzag(in.number()));
        const quint64 run = in.number();
        if (run == 0 || run > buckets.size() - at) {
            in.fail();
            return;
        }
        const std::size_t end = at + run;
        for (; at < end; ++at) {
            buckets[at].state = (flags & missingFlag) != 0 ? HeldState::Missing
                                                           : HeldState::Counted;
            buckets[at].inside = (flags & insideFlag) != 0;
            buckets[at].fetchedAt = static_cast<qint64>(last);
        }
    }
}

void writeBlock(ByteWriter &out, const HeldBucket *begin, const HeldBucket *end)
{
    const auto whole = [](const HeldBucket &bucket) {
        return isWhole(bucket.value);
    };
    if (!std::all_of(begin, end, whole)) {
        out.byte(rawBlock);
        std::for_each(begin, end, [&out](const HeldBucket &bucket) {
            out.fixed(std::bit_cast<quint64>(bucket.value));
        });
        return;
    }
    const auto byValue = [](const HeldBucket &a, const HeldBucket &b) {
        return a.value < b.value;
    };
    const auto [least, most] = std::minmax_element(begin, end, byValue);
    const auto base = static_cast<quint64>(least->value);
    const int width = static_cast<int>(std::bit_width(static_cast<quint64>(most->value) - base));
    out.byte(static_cast<quint8>(width));
    out.number(base);
    std::for_each(begin, end, [&out, base, width](const HeldBucket &bucket) {
        out.bits(static_cast<quint64>(bucket.value) - base, width);
    });
    out.flushBits();
}

void readBlock(ByteReader &in, HeldBucket *begin, HeldBucket *end)
{
    const quint8 width = in.byte();
    if (width == rawBlock) {
        std::for_each(begin, end, [&in](HeldBucket &bucket) {
            bucket.value = std::bit_cast<double>(in.fixed());
        });
        return;
    }
    if (width > 54) {
        in.fail();
        return;
    }
    const quint64 base = in.number();
    std::for_each(begin, end, [&in, base, width](HeldBucket &bucket) {
        bucket.value = static_cast<double>(base + in.bits(width));
    });
    in.skipPadding();
}

} // namespace

qint64 chunkOf(BucketTime time, Unit unit)
{
    const qint64 span = chunkSpan(unit);
    return time / span - (time % span < 0 ? 1 : 0);
}

QByteArray encodeChunk(const std::vector<HeldBucket> &buckets, Unit unit)
{
    ByteWriter out;
    out.number(buckets.size());
    if (buckets.empty()) {
        return out.bytes();
    }
    writeTimes(out, buckets, unit);
    writeFetches(out, buckets);
    for (std::size_t at = 0; at < buckets.size(); at += blockLength) {
        const std::size_t end = std::min(at + blockLength, buckets.size());
        writeBlock(out, buckets.data() + at, buckets.data() + end);
    }
    return out.bytes();
}

bool decodeChunk(QByteArrayView bytes, qint64 chunk, Unit unit, std::vector<HeldBucket> &buckets)
{
    ByteReader in(bytes);
    const quint64 count = in.number();
    // Every 32 buckets take 2 bytes at least: a count that the bytes can't hold allocates nothing.
    if (in.failed() || count > largestChunk
        || count / blockLength > static_cast<quint64>(bytes.size())) {
        return false;
    }
    const std::size_t first = buckets.size();
    buckets.resize(first + count);
    readTimes(in, buckets, first, chunk, unit);
    readFetches(in, buckets, first);
    for (std::size_t at = first; at < buckets.size() && !in.failed(); at += blockLength) {
        const std::size_t end = std::min(at + blockLength, buckets.size());
        readBlock(in, buckets.data() + at, buckets.data() + end);
    }
    if (in.failed() || !in.atEnd()) {
        buckets.resize(first);
        return false;
    }
    return true;
}

} // namespace emberline
