// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"
#include "app/series/dataset.h"

#include <QObject>
#include <QTimeZone>

namespace emberline {

/// A query being answered. Emits finished() exactly once, never inside the call that started it;
/// deleting it cancels silently.
class Load : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends a wait for the rate limit early.
    virtual void retryNow() = 0;

Q_SIGNALS:
    /// How many of the plan's requests are done.
    void progressed(int done, int total);
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
    [[nodiscard]] virtual Load *start(const Query &query, QObject *parent) = 0;
    /// Asks again for those series of @p query that failed in @p partial, its answer so far, up to
    /// the same moment; the others are taken from there.
    [[nodiscard]] virtual Load *complete(const Query &query,
                                         const DatasetPtr &partial,
                                         QObject *parent) = 0;
};

} // namespace emberline
