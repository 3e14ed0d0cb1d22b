// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loader.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace emberline {

/// Keeps the answer to the newest query coming: collapses quick changes into one load, and a newer
/// query deletes (and so cancels) the load of an older one, whose late answer can't overwrite it.
class QueryRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultDelay{200};

    /// @p loader outlives the runner.
    explicit QueryRunner(Loader &loader,
                         std::chrono::milliseconds delay = defaultDelay,
                         QObject *parent = nullptr);
    ~QueryRunner() override;

    /// Loads @p query, which has no problem, once no other has come for the delay.
    void askSoon(const Query &query, const LoadOptions &options = {});
    /// Loads @p query at once.
    void askNow(const Query &query, const LoadOptions &options = {});
    /// Loads at once what failed in @p partial, the answer to @p query so far.
    void complete(const Query &query, const DatasetPtr &partial);
    /// Gives up what is running or waiting to run; emits cancelled() if there was anything.
    void cancel();
    /// Ends a wait for the rate limit early.
    void retryNow();
    /// Sends what costly() told of.
    void proceed();
    [[nodiscard]] bool isRunning() const { return m_load != nullptr || m_delay.isActive(); }

Q_SIGNALS:
    void started();
    void progressed(int done, int total);
    void arrived(const emberline::Query &query, const emberline::DatasetPtr &partial);
    void costly(int perSeries, int total);
    void waiting(const QDateTime &until);
    void answered(const emberline::Query &query, const emberline::DatasetPtr &dataset);
    void cancelled();

private:
    void start();
    void follow(Load *load);
    void dropLoad();

    Loader &m_loader;
    QTimer m_delay;
    Query m_query;
    LoadOptions m_options;
    std::unique_ptr<Load> m_load;
};

} // namespace emberline
