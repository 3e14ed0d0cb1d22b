// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/history/heldbucket.h"
#include "app/load/loader.h"
#include "app/query/plan.h"

#include <deque>
#include <map>
#include <optional>

namespace emberline {

/// How long what may still change is taken as it is when nobody asked for a refresh.
inline constexpr std::chrono::milliseconds freshness{60'000};

/// Where in the hour all @p buckets begin (ms), if they agree; 0 for none.
[[nodiscard]] std::optional<qint64> phaseOf(
    const std::vector<const std::vector<HeldBucket> *> &buckets);

/// The axis for a plan. The service's hours need not begin on UTC hours (zones with half-hour
/// offsets exist): when all of @p buckets agree on another minute, the axis moves there, its last
/// bucket still beginning before the plan's end. Days never move.
[[nodiscard]] std::vector<BucketTime> axisFor(
    const Plan &plan, const std::vector<const std::vector<HeldBucket> *> &buckets);

/// What is known of one series while it is loaded: what is held, what is asked, what came.
class SeriesFetch
{
public:
    /// @p plan outlives it.
    SeriesFetch(SeriesKey key, const Plan &plan);

    [[nodiscard]] const SeriesKey &key() const { return m_key; }

    /// Takes notice of what @p held, which is sorted, has before @p first, and leaves the rest.
    void noteOlder(std::vector<HeldBucket> &held, BucketTime first);

    /// Takes what is held (sorted, each bucket once) and makes the windows that @p mode asks for.
    /// @p axis is the plan's, as what is held has it.
    void begin(std::vector<HeldBucket> held, const std::vector<BucketTime> &axis, LoadMode mode);
    /// Takes @p series on @p times as it is; nothing is asked.
    void takeOver(const Series &series,
                  const std::vector<BucketTime> &times,
                  const QDateTime &fetchedAt);

    [[nodiscard]] int queued() const { return static_cast<int>(m_queue.size()); }
    [[nodiscard]] int taken() const { return m_taken; }
    /// Queued or under way.
    [[nodiscard]] int outstanding() const { return queued() + m_open; }
    /// Nothing is queued or under way any more.
    [[nodiscard]] bool isOver() const { return m_queue.empty() && m_open == 0; }
    /// The newest window that was not asked yet.
    [[nodiscard]] Window takeWindow();
    /// What an answer brought: returned is what is sure enough to be kept at once.
    [[nodiscard]] std::vector<HeldBucket> answer(const WindowAnswer &answer);
    /// Rows of an answer could not be read: what did not come may have been among them, and is not
    /// kept as missing.
    void noteUnreadable() { m_knowsMissing = false; }
    /// Gives up what is queued or under way. In the second round that is no error: the first has
    /// brought what there is. What was to be asked for once more is then unread, not missing.
    void fail(const Error &error);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// When the first round is over: queues what is worth asking for once more.
    void askOnceMore();
    [[nodiscard]] bool isSecondRound() const { return m_isSecondRound; }

    /// All that is known, sorted, each bucket once.
    [[nodiscard]] std::vector<HeldBucket> known() const;
    /// What remains to be kept when all is over: counts from the edges, and what did not come.
    [[nodiscard]] std::vector<HeldBucket> leftovers(const std::vector<BucketTime> &axis) const;

    /// @p known on @p axis. A bucket that ends after it was fetched is incomplete.
    [[nodiscard]] Series on(const std::vector<BucketTime> &axis,
                            const std::vector<HeldBucket> &known) const;
    /// Whether there is a value before @p first, in @p known or elsewhere, or may be: nobody can
    /// say that the series begins later.
    [[nodiscard]] bool mayBeOlder(BucketTime first, const std::vector<HeldBucket> &known) const;
    /// Nothing was asked for the bucket with this place on the axis.
    [[nodiscard]] bool isHeld(std::size_t place) const { return !m_needed[place]; }
    /// When what may still change was fetched first (UTC ms); if nothing may, when the newest
    /// was; nothing if there is nothing.
    [[nodiscard]] std::optional<qint64> fetchedAt(const std::vector<BucketTime> &axis,
                                                  const std::vector<HeldBucket> &known) const;

private:
    [[nodiscard]] bool wasGivenUp(BucketTime time) const;
    [[nodiscard]] bool isNeeded(const HeldBucket *held, bool isCut, LoadMode mode) const;
    [[nodiscard]] std::vector<HeldBucket> bucketsFrom(const std::vector<PlacedRow> &rows) const;

    SeriesKey m_key;
    const Plan &m_plan;
    std::vector<HeldBucket> m_held;
    std::vector<bool> m_needed; ///< by place on the axis
    std::vector<BucketTime> m_asked; ///< times of what is needed, as they were asked for
    std::vector<BucketTime> m_askedAgain; ///< in the second round
    std::deque<Window> m_queue;
    std::vector<WindowAnswer> m_answers;
    std::map<BucketTime, qint64> m_cutAt; ///< where the end of its window cut a bucket
    std::optional<Error> m_error;
    int m_open = 0;
    int m_taken = 0;
    bool m_isSecondRound = false;
    bool m_isSecondCut = false; ///< the second round has failed
    bool m_knowsMissing = true; ///< what did not come, is not there
    bool m_isOlder = false; ///< there are values from before
};

/// What of the history @p plan needs: its buckets, and where there are segments whether anything
/// was counted before, which tells that they were tracked then.
[[nodiscard]] HeldSpan heldSpanFor(const Plan &plan);

/// What @p fetches, those of @p plan, know by now, on one axis.
[[nodiscard]] Dataset datasetOf(const Plan &plan, const std::vector<SeriesFetch> &fetches);

} // namespace emberline
