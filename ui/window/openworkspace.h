// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"
#include "app/workspace/workspacestore.h"

#include <QObject>

namespace emberline {

struct Query;

/// The workspace that is open, and what using it changes in it: stars, recent events, colours,
/// segments added by hand. Kept in the store, except for the demo's; what the store says about it
/// is followed.
class OpenWorkspace final : public QObject
{
    Q_OBJECT

public:
    /// @p store outlives it.
    explicit OpenWorkspace(WorkspaceStore &store, QObject *parent = nullptr);

    [[nodiscard]] const Workspace &get() const { return m_workspace; }
    [[nodiscard]] Calendar calendar() const;
    void set(const Workspace &workspace) { m_workspace = workspace; }
    void clear() { m_workspace = {}; }

    void toggleStar(const QString &event);
    void addSegment(const QString &id, const QString &name);
    /// What @p query asks for gets its colours, and is remembered as recent.
    void noteUse(const Query &query);

Q_SIGNALS:
    void changed();
    /// Endpoint or zone are other ones now: the session is about the old ones.
    void moved(const QString &workspaceId);

private:
    void keep();
    void followStore();

    WorkspaceStore &m_store;
    Workspace m_workspace;
    bool m_isKeeping = false; ///< the store announces our own change
};

} // namespace emberline
