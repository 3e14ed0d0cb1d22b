// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"

#include <QDateTime>

#include <optional>
#include <vector>

/// Which requests bring which buckets, and what of their answers may be trusted. Nobody knows in
/// which zone the service's days end, whether it returns the bucket that an end cuts, or whether
/// its first bucket is whole: nothing here relies on one reading, so none can make a number wrong.
namespace emberline {

/// Under which circumstances one series is asked for.
struct WindowContext
{
    Unit unit = Unit::Day;
    QDateTime now = {}; ///< UTC, the moment of planning
    /// UTC, not after now: an end that the user chose in the past, which cuts its bucket; else now.
    /// A past range of whole buckets cuts none: leave now here, its windows end in time anyway.
    QDateTime end = {};
    /// Even the newest window names its end: a fixed clock. (An end before now is always named.)
    bool namesEnd = false;

    friend bool operator==(const WindowContext &, const WindowContext &) = default;
};

/// One request of a series.
struct Window
{
    int length = 1; ///< units, 1 to 100
    std::optional<QDateTime> endingAt = {}; ///< UTC, never after the context's end; absent: now

    friend bool operator==(const Window &, const Window &) = default;
};

/// The windows for @p needed (sorted, unique, with a hole where the numbers are held already),
/// newest first. Hours may begin at any minute that they share; what has not begun at the end in
/// any zone is left out.
///
/// Of n days in a row that end with the open one it makes ceil((n - 1) / 98) windows, at least
/// one; of n days that are long over at most ceil((n + 1) / 98); of n hours ceil(n / 100). Holes
/// never make it more. Where a window more would cover what every zone and every reading of the
/// end may lack, the fewer are taken, for the second round seldom asks for it. Where it costs
/// nothing, neighbours overlap a row further, so that a change of clocks leaves no gap.
[[nodiscard]] std::vector<Window> windowsFor(const std::vector<BucketTime> &needed,
                                             const WindowContext &context);

/// Whether a row's count is sure to be of its whole bucket.
enum class RowPlace {
    Inside, ///< may become final, once its bucket is over in the workspace's zone
    Edge ///< may be partial: to be shown, never final
};

/// A row, and its place in the answer that it came with.
struct PlacedRow
{
    Row row = {};
    RowPlace place = RowPlace::Edge;

    friend bool operator==(const PlacedRow &, const PlacedRow &) = default;
};

/// What the service said to one window: one row per bucket, oldest first.
struct WindowAnswer
{
    Window window = {};
    std::vector<Row> rows = {};
};

/// The places of an answer's rows. Days: all but the first and the last are inside. Hours: those
/// that lie within the window and are over at its end; the first one of a window without an end
/// is not, for nobody knows where such a window begins.
[[nodiscard]] std::vector<RowPlace> placesOf(const WindowAnswer &answer,
                                             const WindowContext &context);

/// All rows by time, each time once: one from inside an answer, else the largest count, for a part
/// is never more than the whole.
[[nodiscard]] std::vector<PlacedRow> mergedRows(const std::vector<WindowAnswer> &answers,
                                                const WindowContext &context);

/// The buckets of @p needed for which it is worth asking once more: no row inside an answer came,
/// and a later answer could hold one (what lies at the end never can). What then still lacks a row
/// is missing. Hours come back with the minute at which the service's hours begin.
///
/// The second round takes no more windows than the first and one, days that lie together
/// ceil((n + 2) / 98).
[[nodiscard]] std::vector<BucketTime> stillWanted(const std::vector<BucketTime> &needed,
                                                  const std::vector<PlacedRow> &rows,
                                                  const WindowContext &context);

} // namespace emberline
