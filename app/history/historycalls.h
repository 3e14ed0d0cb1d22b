// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/heldbucket.h"
#include "app/query/catalog.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace emberline {

/// For each series that was asked for, in that order, what is held: sorted, each bucket once.
using HeldBuckets = std::vector<std::vector<HeldBucket>>;

/// The history being asked. Each kind emits finished() exactly once, never inside the call that
/// started it; deleting it cancels silently.
class HistoryCall : public QObject
{
    Q_OBJECT

public:
    explicit HistoryCall(QObject *parent);
    ~HistoryCall() override;

    /// True once nobody wants the answer any more; may be read on any thread.
    [[nodiscard]] std::shared_ptr<const std::atomic_bool> cancelled() const { return m_cancelled; }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

class HistoryRead final : public HistoryCall
{
    Q_OBJECT

public:
    using HistoryCall::HistoryCall;

Q_SIGNALS:
    /// One entry per series that was asked for; all empty when the history can't be read.
    void finished(const emberline::HeldBuckets &held);
};

class CatalogRead final : public HistoryCall
{
    Q_OBJECT

public:
    using HistoryCall::HistoryCall;

Q_SIGNALS:
    void finished(const std::optional<emberline::Catalog> &catalog);
};

class HistorySize final : public HistoryCall
{
    Q_OBJECT

public:
    using HistoryCall::HistoryCall;

Q_SIGNALS:
    void finished(qint64 bytes);
};

/// Something done to the history as a whole.
class HistoryTask final : public HistoryCall
{
    Q_OBJECT

public:
    using HistoryCall::HistoryCall;

Q_SIGNALS:
    void finished(bool ok);
};

} // namespace emberline
