// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/answer.h"
#include "app/braze/seriesparser.h"
#include "app/core/requestrecord.h"
#include "app/history/history.h"
#include "app/load/loader.h"
#include "app/load/seriesfetch.h"

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

namespace emberline {

class Call;
class Client;

/// Where the numbers of a load come from. Both outlive it.
struct LoadSources
{
    Client *client = nullptr;
    History *history = nullptr; ///< none: nothing is held, nothing is kept
};

/// Carries a plan out: takes what is held, asks for the rest, keeps what came, and puts it all onto
/// one time axis.
class SeriesLoad final : public Load
{
    Q_OBJECT

public:
    /// Asks only for what @p known has no series of, or a failure.
    SeriesLoad(const LoadSources &sources,
               Plan plan,
               const LoadOptions &options,
               const DatasetPtr &known,
               QObject *parent);

    void retryNow() override;
    void proceed() override;

Q_SIGNALS:
    /// How many @p buckets the request with this @p serial brought.
    void bucketsRead(qint64 serial, int buckets);
    /// What the history brought.
    void historyRead(const emberline::RequestRecord &record);

private:
    /// A request under way.
    struct Open
    {
        std::size_t fetch = 0;
        Window window = {};
        Call *call = nullptr; ///< a child
    };

    void readHistory();
    void begin(const HeldBuckets &held);
    [[nodiscard]] bool takeOver(std::size_t index, const DatasetPtr &known);
    void tellHeld(const HeldBuckets &held);
    void ask();
    void pump();
    [[nodiscard]] std::size_t nextFetch() const;
    void send(std::size_t index);
    void settle(Call *call, const Result<Answer> &result);
    void readSoon(const Open &open, const Answer &answer);
    void read(const Open &open, const Answer &answer, const Result<SeriesAnswer> &parsed);
    void note(const SeriesKey &key, const SeriesAnswer &answer, bool isSecondRound);
    void fail(std::size_t index, const Error &error);
    void advance(std::size_t index);
    void tellPartial();
    void finish();
    [[nodiscard]] DatasetPtr dataset(bool isLoading) const;
    [[nodiscard]] bool isOver() const;

    LoadSources m_sources;
    const Plan m_plan;
    LoadOptions m_options;
    std::vector<SeriesFetch> m_fetches; ///< one per series of the plan
    std::vector<bool> m_isKnown; ///< of these, those that were taken over
    std::vector<std::vector<LoadNotice>> m_notices; ///< one list per series
    std::vector<Open> m_open;
    QTimer m_partial; ///< runs while something new is not shown yet
    QElapsedTimer m_elapsed;
    int m_done = 0;
    int m_total = 0;
    bool m_mayAsk = false;
};

} // namespace emberline
