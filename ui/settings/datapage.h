// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historyclearing.h"
#include "app/workspace/workspace.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QLabel;

namespace emberline {

class DataRow;

/// Where what was loaded is kept, and of which workspaces.
struct KeptData
{
    QString folder = {}; ///< empty: nothing is kept
    std::vector<Workspace> workspaces = {}; ///< the demo is not listed: nothing of it is kept
    QString openId = {}; ///< the workspace that is open, and what is kept of it
    QPointer<History> openHistory = {};
};

/// How much is kept of each workspace; clears it.
class DataPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(KeptData kept, QWidget *parent = nullptr);
    ~DataPage() override;

    /// Keeps what is being asked about, if anything is; tells whether it was.
    bool dismissQuestion();

Q_SIGNALS:
    /// A sentence about a clearing that failed; empty: there is none any more.
    void problemChanged(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeFacts();
    void measure(const QString &workspaceId);
    void setBytes(const QString &workspaceId, qint64 bytes);
    void clear(const QString &workspaceId);
    void endClearing(const QString &workspaceId, const ClearingOutcome &outcome);
    [[nodiscard]] History *openHistoryOf(const QString &workspaceId) const;

    KeptData m_kept;
    std::map<QString, DataRow *> m_rows; ///< by workspace; children
    std::map<QString, qint64> m_bytes;
    QLabel *m_total = nullptr;
};

} // namespace emberline
