// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/heldbucket.h"
#include "app/history/storefile.h"
#include "app/query/catalog.h"

#include <optional>

namespace emberline {

using HistoryOptions = StoreOptions;

/// The history's file. Synchronous, used on one thread; opened by the first call that needs it.
/// Other programs may use the same file at the same time.
///
/// A file that proves damaged, whenever that is found, is set aside together with its log and begun
/// anew, and the call is answered from the new one. Every failure is an Error, and a notice once
/// per kind.
class HistoryFile
{
public:
    explicit HistoryFile(QString path, HistoryOptions options = {});

    /// For each of @p keys, in their order, what is held: sorted, each bucket once.
    [[nodiscard]] Result<std::vector<std::vector<HeldBucket>>> read(
        const std::vector<SeriesKey> &keys, const HeldSpan &span);

    /// Merges @p series into what is held (see preferred()), in one transaction: all or nothing.
    [[nodiscard]] Result<Done> store(const std::vector<HeldSeries> &series);

    /// The catalog, if one is held that was read not after @p notAfter (UTC ms).
    [[nodiscard]] Result<std::optional<Catalog>> readCatalog(std::optional<qint64> notAfter = {});
    [[nodiscard]] Result<Done> storeCatalog(const Catalog &catalog);

    /// Forgets everything and gives the room back.
    [[nodiscard]] Result<Done> clear();

    /// Bytes on disk, the log included.
    [[nodiscard]] qint64 size() const { return m_file.size(); }

    /// What went wrong since the last call, each kind once in the life of this object.
    [[nodiscard]] std::vector<HistoryNotice> takeNotices() { return m_file.takeNotices(); }

private:
    [[nodiscard]] Result<qint64> seriesId(const QByteArray &key);
    [[nodiscard]] Result<qint64> addedSeriesId(const QByteArray &key);
    [[nodiscard]] Result<std::vector<HeldBucket>> readSeries(const SeriesKey &key,
                                                             const HeldSpan &span);
    [[nodiscard]] Result<std::vector<HeldBucket>> newestBefore(qint64 series,
                                                               const SeriesKey &key,
                                                               const HeldSpan &span);
    [[nodiscard]] Result<Done> storeSeries(const HeldSeries &series);
    [[nodiscard]] Result<Done> storeChunk(const QByteArray &key,
                                          qint64 rowId,
                                          Unit unit,
                                          std::vector<HeldBucket> buckets);
    [[nodiscard]] Result<Done> appendChunk(const QVariantList &row,
                                           const QByteArray &key,
                                           Unit unit,
                                           std::vector<HeldBucket> &buckets);
    [[nodiscard]] quint64 checksum(const QByteArray &key, qint64 rowId, QByteArrayView data) const;

    StoreFile m_file;
};

} // namespace emberline
