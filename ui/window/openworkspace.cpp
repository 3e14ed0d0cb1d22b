// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/openworkspace.h"

#include "app/query/query.h"
#include "app/workspace/colorslots.h"

namespace emberline {

namespace {

constexpr qsizetype mostRecentEvents = 10;

} // namespace

OpenWorkspace::OpenWorkspace(WorkspaceStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &WorkspaceStore::changed, this, &OpenWorkspace::followStore);
}

Calendar OpenWorkspace::calendar() const
{
    return {.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
}

void OpenWorkspace::toggleStar(const QString &event)
{
    if (m_workspace.starredEvents.removeAll(event) == 0) {
        m_workspace.starredEvents.append(event);
    }
    keep();
}

void OpenWorkspace::addSegment(const QString &id, const QString &name)
{
    m_workspace.segments.push_back({.id = id, .name = name});
    keep();
}

void OpenWorkspace::noteUse(const Query &query)
{
    const Workspace before = m_workspace;
    for (const Choice &segment : query.segments) {
        static_cast<void>(colorSlotFor(m_workspace, segment.id));
    }
    // Those in use are the most recent already, in whatever order they came to be.
    const QStringList used = query.events.mid(0, mostRecentEvents);
    for (const QString &event : used) {
        if (!m_workspace.recentEvents.mid(0, used.size()).contains(event)) {
            m_workspace.recentEvents.removeAll(event);
            m_workspace.recentEvents.prepend(event);
            m_workspace.recentEvents = m_workspace.recentEvents.mid(0, mostRecentEvents);
        }
    }
    if (m_workspace != before) {
        keep();
    }
}

void OpenWorkspace::keep()
{
    if (!m_workspace.isDemo()) {
        m_isKeeping = true;
        // It stays as it is on screen; what could not be written is forgotten at the next start.
        if (!m_store.update(m_workspace)) {
            m_workspace = m_store.find(m_workspace.id).value_or(m_workspace);
        }
        m_isKeeping = false;
    }
    Q_EMIT changed();
}

/// It was renamed in a dialog, or changed in another window.
void OpenWorkspace::followStore()
{
    if (m_workspace.id.isEmpty() || m_workspace.isDemo() || m_isKeeping) {
        return;
    }
    const std::optional<Workspace> stored = m_store.find(m_workspace.id);
    if (!stored || *stored == m_workspace) {
        return;
    }
    if (stored->endpoint != m_workspace.endpoint || stored->zone != m_workspace.zone) {
        Q_EMIT moved(stored->id);
        return;
    }
    m_workspace = *stored;
    Q_EMIT changed();
}

} // namespace emberline
