// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyfile.h"

#include "app/history/catalogcodec.h"
#include "app/history/chunkcodec.h"
#include "app/history/seriesbytes.h"
#include "app/history/varint.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype checksumLength = 8;

qint64 rowIdOf(qint64 series, qint64 chunk)
{
    return series * (2 * chunkLimit) + chunk + chunkLimit;
}

qint64 chunkOfRow(qint64 rowId)
{
    return (rowId & (2 * chunkLimit - 1)) - chunkLimit;
}

qint64 clampedChunk(BucketTime time, Unit unit)
{
    return std::clamp(chunkOf(time, unit), -chunkLimit, chunkLimit - 1);
}

bool canBeStored(const HeldSeries &series)
{
    return std::all_of(series.buckets.begin(), series.buckets.end(), [&](const HeldBucket &bucket) {
        const qint64 chunk = chunkOf(bucket.time, series.key.unit);
        return chunk >= -chunkLimit && chunk < chunkLimit;
    });
}

bool isTooNew(const HeldBucket &bucket, const HeldSpan &span)
{
    return span.notAfter && bucket.fetchedAt > *span.notAfter;
}

} // namespace

HistoryFile::HistoryFile(QString path, HistoryOptions options)
    : m_file(std::move(path), std::move(options))
{ }

Result<std::vector<std::vector<HeldBucket>>> HistoryFile::read(const std::vector<SeriesKey> &keys,
                                                               const HeldSpan &span)
{
    using Held = std::vector<std::vector<HeldBucket>>;
    // One transaction: all of it as it was at one moment, whatever others store meanwhile.
    return m_file.attempt<Held>([&] {
        return m_file.connection().transaction<Held>(u"BEGIN"_s, [&]() -> Result<Held> {
            Held held;
            held.reserve(keys.size());
            for (const SeriesKey &key : keys) {
                auto series = readSeries(key, span);
                if (!series) {
                    return series.error();
                }
                held.push_back(std::move(series).value());
            }
            return held;
        });
    });
}

Result<Done> HistoryFile::store(const std::vector<HeldSeries> &series)
{
    if (!std::all_of(series.begin(), series.end(), canBeStored)) {
        return Error{.kind = ErrorKind::File, .detail = u"a bucket beyond all calendars"_s};
    }
    return m_file.attempt<Done>([&] {
        return m_file.connection().transaction<Done>(u"BEGIN IMMEDIATE"_s, [&]() -> Result<Done> {
            for (const HeldSeries &one : series) {
                if (auto stored = storeSeries(one); !stored) {
                    return stored;
                }
            }
            return Done{};
        });
    });
}

Result<std::optional<Catalog>> HistoryFile::readCatalog(std::optional<qint64> notAfter)
{
    using Held = std::optional<Catalog>;
    return m_file.attempt<Held>([&]() -> Result<Held> {
        const auto rows = m_file.connection().run(u"SELECT data FROM catalog WHERE id = 1"_s);
        if (!rows || rows->empty()) {
            return rows ? Result<Held>(Held{}) : Result<Held>(rows.error());
        }
        const QByteArray data = rows->front().constFirst().toByteArray();
        const QByteArray bytes = data.mid(checksumLength);
        Held catalog = decodeCatalog(bytes);
        if (ByteReader(data).fixed() != checksum({}, 0, bytes) || !catalog) {
            return m_file.connection().damaged(u"the catalog's checksum is wrong"_s);
        }
        if (notAfter && catalog->readAt.toMSecsSinceEpoch() > *notAfter) {
            return Held{};
        }
        return catalog;
    });
}

Result<Done> HistoryFile::storeCatalog(const Catalog &catalog)
{
    return m_file.attempt<Done>([&]() -> Result<Done> {
        const QByteArray bytes = encodeCatalog(catalog);
        ByteWriter data;
        data.fixed(checksum({}, 0, bytes));
        const auto done = m_file.connection().run(u"INSERT OR REPLACE INTO catalog VALUES (1, ?)"_s,
                                                  {QByteArray(data.bytes() + bytes)});
        return done ? Result<Done>(Done{}) : Result<Done>(done.error());
    });
}

Result<Done> HistoryFile::clear()
{
    return m_file.attempt<Done>([&]() -> Result<Done> {
        auto cleared = m_file.connection().transaction<Done>(
            u"BEGIN IMMEDIATE"_s, [&]() -> Result<Done> {
                for (const QString &table : {u"chunks"_s, u"series"_s, u"catalog"_s}) {
                    if (const auto done = m_file.connection().run(u"DELETE FROM "_s + table);
                        !done) {
                        return done.error();
                    }
                }
                return Done{};
            });
        if (!cleared) {
            return cleared;
        }
        for (const QString &tidying : {u"VACUUM"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s}) {
            const auto done = m_file.connection().run(tidying);
            // Another program that reads right now keeps the room for later, not the data.
            if (!done && m_file.connection().trouble() != SqlTrouble::Busy) {
                return done.error();
            }
        }
        return Done{};
    });
}

Result<qint64> HistoryFile::seriesId(const QByteArray &key)
{
    const auto rows = m_file.connection().run(u"SELECT id FROM series WHERE key = ?"_s, {key});
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? qint64{0} : rows->front().constFirst().toLongLong();
}

Result<qint64> HistoryFile::addedSeriesId(const QByteArray &key)
{
    auto id = seriesId(key);
    if (!id || *id != 0) {
        return id;
    }
    if (const auto added = m_file.connection().run(u"INSERT INTO series(key) VALUES (?)"_s, {key});
        !added) {
        return added.error();
    }
    return seriesId(key);
}

Result<std::vector<HeldBucket>> HistoryFile::readSeries(const SeriesKey &key, const HeldSpan &span)
{
    std::vector<HeldBucket> held;
    const QByteArray bytes = seriesBytes(key);
    const auto id = seriesId(bytes);
    if (!id || *id == 0) {
        return id ? Result(std::move(held)) : Result<std::vector<HeldBucket>>(id.error());
    }
    const auto rows = m_file.connection().run(
        u"SELECT id, data FROM chunks WHERE id BETWEEN ? AND ? ORDER BY id"_s,
        {rowIdOf(*id, clampedChunk(span.first, key.unit)),
         rowIdOf(*id, clampedChunk(span.last, key.unit))});
    if (!rows) {
        return rows.error();
    }
    for (const QVariantList &row : *rows) {
        if (const auto appended = appendChunk(row, bytes, key.unit, held); !appended) {
            return appended.error();
        }
    }
    std::erase_if(held, [&span](const HeldBucket &bucket) {
        return bucket.time < span.first || bucket.time > span.last || isTooNew(bucket, span);
    });
    if (span.andNewestBefore) {
        const auto newest = newestBefore(*id, key, span);
        if (!newest) {
            return newest.error();
        }
        held.insert(held.begin(), newest->begin(), newest->end());
    }
    return held;
}

/// One or none. From chunk to chunk into the past: what is sought is usually in the first.
Result<std::vector<HeldBucket>> HistoryFile::newestBefore(qint64 series,
                                                          const SeriesKey &key,
                                                          const HeldSpan &span)
{
    const QByteArray bytes = seriesBytes(key);
    const auto isSought = [&span](const HeldBucket &bucket) {
        return bucket.time < span.first && bucket.state == HeldState::Counted
            && !isTooNew(bucket, span);
    };
    qint64 newest = rowIdOf(series, clampedChunk(span.first, key.unit));
    for (;;) {
        const auto rows = m_file.connection().run(
            u"SELECT id, data FROM chunks WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"_s,
            {rowIdOf(series, -chunkLimit), newest});
        if (!rows) {
            return rows.error();
        }
        std::vector<HeldBucket> held;
        if (rows->empty()) {
            return held;
        }
        if (const auto appended = appendChunk(rows->front(), bytes, key.unit, held); !appended) {
            return appended.error();
        }
        const auto found = std::find_if(held.rbegin(), held.rend(), isSought);
        if (found != held.rend()) {
            return std::vector{*found};
        }
        newest = rows->front().constFirst().toLongLong() - 1;
    }
}

Result<Done> HistoryFile::storeSeries(const HeldSeries &series)
{
    std::vector<HeldBucket> buckets = series.buckets;
    for (HeldBucket &bucket : buckets) {
        bucket.value = bucket.state == HeldState::Missing ? 0 : bucket.value;
    }
    settle(buckets);
    if (buckets.empty()) {
        return Done{};
    }
    const Unit unit = series.key.unit;
    const QByteArray key = seriesBytes(series.key);
    const auto id = addedSeriesId(key);
    if (!id) {
        return id.error();
    }
    for (auto begin = buckets.begin(); begin != buckets.end();) {
        const qint64 chunk = chunkOf(begin->time, unit);
        const auto end = std::find_if(begin, buckets.end(), [chunk, unit](const HeldBucket &b) {
            return chunkOf(b.time, unit) != chunk;
        });
        if (auto stored = storeChunk(key, rowIdOf(*id, chunk), unit, {begin, end}); !stored) {
            return stored;
        }
        begin = end;
    }
    return Done{};
}

Result<Done> HistoryFile::storeChunk(const QByteArray &key,
                                     qint64 rowId,
                                     Unit unit,
                                     std::vector<HeldBucket> buckets)
{
    const auto rows = m_file.connection().run(u"SELECT id, data FROM chunks WHERE id = ?"_s,
                                              {rowId});
    if (!rows) {
        return rows.error();
    }
    std::vector<HeldBucket> held;
    if (!rows->empty()) {
        if (auto appended = appendChunk(rows->front(), key, unit, held); !appended) {
            return appended;
        }
    }
    std::vector<HeldBucket> merged = held;
    merged.insert(merged.end(), buckets.begin(), buckets.end());
    settle(merged);
    if (merged == held) {
        return Done{};
    }
    const QByteArray data = encodeChunk(merged, unit);
    ByteWriter sum;
    sum.fixed(checksum(key, rowId, data));
    const auto done = m_file.connection().run(
        u"INSERT INTO chunks VALUES (?, ?) "
        "ON CONFLICT (id) DO UPDATE SET data = excluded.data"_s,
        {rowId, QByteArray(sum.bytes() + data)});
    return done ? Result<Done>(Done{}) : Result<Done>(done.error());
}

Result<Done> HistoryFile::appendChunk(const QVariantList &row,
                                      const QByteArray &key,
                                      Unit unit,
                                      std::vector<HeldBucket> &buckets)
{
    const qint64 rowId = row.constFirst().toLongLong();
    const QByteArray data = row.constLast().toByteArray();
    const QByteArrayView bytes = QByteArrayView(data).sliced(std::min(checksumLength, data.size()));
    if (ByteReader(data).fixed() != checksum(key, rowId, bytes)
        || !decodeChunk(bytes, chunkOfRow(rowId), unit, buckets)) {
        return m_file.connection().damaged(u"a chunk's checksum is wrong"_s);
    }
    return Done{};
}

quint64 HistoryFile::checksum(const QByteArray &key, qint64 rowId, QByteArrayView data) const
{
    ByteWriter where;
    where.fixed(static_cast<quint64>(m_file.number()));
    where.fixed(static_cast<quint64>(rowId));
    return checksumOf(data, checksumOf(key, checksumOf(where.bytes())));
}

} // namespace emberline
