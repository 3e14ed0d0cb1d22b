// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace emberline {

struct ClearingOutcome
{
    bool ok = true; ///< nothing is kept any more
    std::optional<HistoryTrouble> trouble = {}; ///< why not, where that is known

    friend bool operator==(const ClearingOutcome &, const ClearingOutcome &) = default;
};

/// Forgets all that is kept of one workspace. Other programs may use its files at the same time:
/// they are emptied in place, and go only where nobody has them open. Emits finished() exactly
/// once, never inside the constructor. Deleting it is silent; what has begun is done nevertheless.
class HistoryClearing final : public QObject
{
    Q_OBJECT

public:
    /// @p inUse is the history of the same workspace that we have open ourselves, if any; it may
    /// end at any time.
    HistoryClearing(const QString &folder,
                    const QString &workspaceId,
                    History *inUse,
                    QObject *parent);
    ~HistoryClearing() override;

Q_SIGNALS:
    void finished(const emberline::ClearingOutcome &outcome);

private:
    void clearInUse(History &history);
    void clearFile(const QString &path);
    void endOne(bool ok);
    void end();

    QString m_folder;
    QString m_workspaceId;
    std::vector<std::unique_ptr<History>> m_opened; ///< by us, for this alone
    ClearingOutcome m_outcome;
    std::size_t m_left = 0;
};

} // namespace emberline
