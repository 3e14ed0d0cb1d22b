// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/answer.h"
#include "app/core/result.h"
#include "app/load/loader.h"
#include "app/query/plan.h"

#include <optional>
#include <vector>

namespace emberline {

class Call;
class Client;

/// Carries a plan out with a client and puts what came onto one time axis.
class SeriesLoad final : public Load
{
    Q_OBJECT

public:
    /// Asks only for what @p known, of the query's unit, has no series of. @p client outlives the
    /// load.
    SeriesLoad(
        Client &client, Plan plan, const Dataset &known, const QTimeZone &zone, QObject *parent);

    void retryNow() override;

Q_SIGNALS:
    /// How many @p buckets the request with this @p serial brought.
    void bucketsRead(qint64 serial, int buckets);

private:
    struct Outcome
    {
        std::vector<Row> rows = {};
        std::vector<LoadNotice> notices = {};
        std::optional<Error> error = {};
    };

    [[nodiscard]] bool takeOver(std::size_t index, const Dataset &known);
    void start(std::size_t index);
    void settle(std::size_t index, const Result<Answer> &result);
    void read(std::size_t index, const Answer &answer);
    [[nodiscard]] DatasetPtr dataset() const;
    void finishIfDone();

    Client &m_client;
    Plan m_plan;
    Unit m_unit;
    QTimeZone m_zone;
    std::vector<Outcome> m_outcomes; ///< one per request of the plan
    std::vector<Call *> m_calls; ///< children; null once they have ended
    std::size_t m_known = 0; ///< outcomes that were taken over
    std::size_t m_done = 0; ///< all outcomes that there are
};

} // namespace emberline
