// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/earlierrunner.h"

#include "app/query/queryorder.h"

#include <algorithm>

namespace emberline {

EarlierRunner::EarlierRunner(Loader &loader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_clock(clock)
{ }

EarlierRunner::~EarlierRunner() = default;

void EarlierRunner::follow(const Query &query,
                           const Comparison &comparison,
                           const Calendar &calendar,
                           LoadMode mode)
{
    m_mode = mode;
    const QDateTime now = m_clock.now();
    std::vector<Task> tasks;
    for (const Distance &distance : distancesOf(query, comparison, now, calendar)) {
        Task task{.query = earlierQuery(query, distance, now, calendar), .distance = distance};
        task.query.granularity = granularityOf(
            task.query.unit); // it is summed up where it is shown
        const auto known = std::find_if(m_tasks.begin(), m_tasks.end(), [&task](const Task &other) {
            const bool isSame = other.query == task.query
                             || differsInOrderOnly(other.query, task.query);
            return isSame && other.distance == task.distance && other.isDone
                && other.dataset->failures.empty();
        });
        if (known != m_tasks.end()) { // its order does not matter where it is laid under another
            task.dataset = known->dataset;
            task.isDone = true;
        }
        tasks.push_back(std::move(task));
    }
    m_load.reset();
    m_tasks = std::move(tasks);
    startNext();
}

void EarlierRunner::clear()
{
    m_load.reset();
    m_tasks.clear();
}

void EarlierRunner::cancel()
{
    m_load.reset();
}

std::vector<EarlierAnswer> EarlierRunner::answers() const
{
    std::vector<EarlierAnswer> answers;
    for (const Task &task : m_tasks) {
        if (task.dataset != nullptr) {
            answers.push_back({.distance = task.distance, .dataset = task.dataset});
        }
    }
    return answers;
}

void EarlierRunner::startNext()
{
    const auto next = std::find_if(
        m_tasks.begin(), m_tasks.end(), [](const Task &task) { return !task.isDone; });
    if (next == m_tasks.end()) {
        return;
    }
    m_current = static_cast<std::size_t>(next - m_tasks.begin());
    m_load.reset(m_loader.start(next->query, {.mode = m_mode}, nullptr));
    connect(m_load.get(), &Load::arrived, this, [this](const DatasetPtr &partial) {
        take(partial, false);
    });
    connect(m_load.get(), &Load::finished, this, [this](const DatasetPtr &dataset) {
        m_load.release()->deleteLater(); // we are inside its signal
        take(dataset, true);
        if (!dataset->failures.empty()) {
            Q_EMIT failed(dataset->failures.front().error);
        }
        startNext();
        if (!isRunning()) {
            Q_EMIT settled();
        }
    });
}

void EarlierRunner::take(const DatasetPtr &dataset, bool isDone)
{
    m_tasks[m_current].dataset = dataset;
    m_tasks[m_current].isDone = isDone;
    Q_EMIT changed();
}

} // namespace emberline
