// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"
#include "app/series/dataset.h"

#include <QObject>

#include <optional>

namespace emberline {

/// How much of what is held may stand for an answer.
enum class LoadMode {
    Usual, ///< asks for what is not held, and for what may have changed since a minute
    Refresh, ///< asks for what is not final
    Reload, ///< asks for everything
    Rest, ///< asks only for what is not held
    Offline ///< asks for nothing
};

struct LoadOptions
{
    LoadMode mode = LoadMode::Usual;
    /// More requests than that are not sent before Load::proceed(). Absent: any number.
    std::optional<int> mostRequests = {};
};

/// A query being answered. Emits finished() exactly once, never inside the call that started it;
/// deleting it cancels silently, and what came until then is kept in the history.
class Load : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends a wait for the rate limit early.
    virtual void retryNow() = 0;
    /// Sends what costly() told of.
    virtual void proceed() = 0;

Q_SIGNALS:
    /// How many of the requests are done. What did not come is asked for once more, so that the
    /// total may grow.
    void progressed(int done, int total);
    /// What is there by now, if it is worth looking at: first what is held, then from time to time.
    void arrived(const emberline::DatasetPtr &partial);
    /// It takes more requests than allowed, @p total in all and at most @p perSeries for one
    /// series: nothing is sent before proceed(). Deleting the load is allowed.
    void costly(int perSeries, int total);
    /// The service asked us to wait until @p until (UTC); the load goes on by itself then.
    void waiting(const QDateTime &until);
    /// All series that came, and the errors of those that did not.
    void finished(const emberline::DatasetPtr &dataset);
};

/// Answers queries for one workspace.
class Loader
{
public:
    Loader() = default;
    virtual ~Loader() = default;
    Loader(const Loader &) = delete;
    Loader &operator=(const Loader &) = delete;

    /// Starts to answer @p query, which has no problem. The caller's @p parent owns the load.
    [[nodiscard]] virtual Load *start(const Query &query,
                                      const LoadOptions &options,
                                      QObject *parent) = 0;
    /// Asks again for those series of @p query that failed in @p partial, its answer so far; the
    /// others are taken from there while it is about the same buckets.
    [[nodiscard]] virtual Load *complete(const Query &query,
                                         const DatasetPtr &partial,
                                         QObject *parent) = 0;
};

} // namespace emberline
