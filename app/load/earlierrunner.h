// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/load/loader.h"
#include "app/query/comparison.h"

#include <memory>
#include <vector>

namespace emberline {

/// Keeps the answers about the earlier times of a comparison coming, one load after the other and
/// each only once: what is held stands for an answer, as nothing of it will change any more.
class EarlierRunner : public QObject
{
    Q_OBJECT

public:
    /// @p loader and @p clock outlive the runner.
    EarlierRunner(Loader &loader, const Clock &clock, QObject *parent = nullptr);
    ~EarlierRunner() override;

    /// What is to be compared from now on. Answers that belong to it stay, others go; what lacks is
    /// loaded, unless the clock says that there is nothing to compare. changed() tells of news,
    /// never inside this call.
    void follow(const Query &query,
                const Comparison &comparison,
                const Calendar &calendar,
                LoadMode mode = LoadMode::Usual);
    /// Forgets everything.
    void clear();
    /// Gives up what is loading; the answers stay.
    void cancel();

    /// Nearest first, those that are there.
    [[nodiscard]] std::vector<EarlierAnswer> answers() const;
    [[nodiscard]] bool isRunning() const { return m_load != nullptr; }

Q_SIGNALS:
    void changed();
    /// Some of the earlier time did not come, and why.
    void failed(const emberline::Error &error);
    /// Nothing more will come of what follow() was told; not if there was nothing to load, or that
    /// was given up.
    void settled();

private:
    /// One earlier time, and its answer once it has come.
    struct Task
    {
        Query query = {};
        Distance distance = {};
        DatasetPtr dataset = {};
        bool isDone = false;
    };

    void startNext();
    void take(const DatasetPtr &dataset, bool isDone);

    Loader &m_loader;
    const Clock &m_clock;
    LoadMode m_mode = LoadMode::Usual;
    std::vector<Task> m_tasks;
    std::size_t m_current = 0; ///< the task that is being loaded
    std::unique_ptr<Load> m_load;
};

} // namespace emberline
