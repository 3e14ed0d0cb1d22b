// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/heldbucket.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace emberline {

/// A chunk holds what is known of a fixed, aligned span of one series: 1,024 hours or 512 days.
/// Labels need not lie on whole hours or days; each keeps its own.
[[nodiscard]] qint64 chunkOf(BucketTime time, Unit unit);

/// Chunks that can be stored: some 60,000 years of hours each way.
constexpr qint64 chunkLimit = qint64{1} << 19;

/// The bytes of @p buckets: one chunk's, settled. Runs of labels, runs of (state, inside, fetched)
/// and blocks of values, whole numbers in as many bits as the block's range needs, others as they
/// are.
[[nodiscard]] QByteArray encodeChunk(const std::vector<HeldBucket> &buckets, Unit unit);

/// Appends what encodeChunk() made bytes of to @p buckets; false when that can't be.
[[nodiscard]] bool decodeChunk(QByteArrayView bytes,
                               qint64 chunk,
                               Unit unit,
                               std::vector<HeldBucket> &buckets);

} // namespace emberline
