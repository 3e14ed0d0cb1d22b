// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyclearing.h"

#include "app/history/historyplace.h"
#include "app/history/presencelock.h"

#include <QFile>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// An empty database takes some room, too. Whoever wants to open it waits until it is gone.
void removeUnused(const QString &path)
{
    PresenceLock presence(path + u".lock"_s);
    presence.enter();
    if (presence.claim() && QFile::remove(path)) {
        QFile::remove(path + u"-wal"_s);
        QFile::remove(path + u"-shm"_s);
    }
}

} // namespace

HistoryClearing::HistoryClearing(const QString &folder,
                                 const QString &workspaceId,
                                 History *inUse,
                                 QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_workspaceId(workspaceId)
{
    if (inUse != nullptr) {
        clearInUse(*inUse);
    }
    const QStringList paths = historyFiles(folder, workspaceId);
    for (const QString &path : paths) {
        if (inUse == nullptr || path != inUse->path()) {
            clearFile(path);
        }
    }
    if (m_left == 0) {
        QTimer::singleShot(0, this, &HistoryClearing::end);
    }
}

HistoryClearing::~HistoryClearing() = default;

void HistoryClearing::clearInUse(History &history)
{
    ++m_left;
    HistoryTask *task = history.clear(this);
    connect(&history, &QObject::destroyed, task, [this, task] {
        task->disconnect(this);
        endOne(true); // it has done all it was asked for before it went
    });
    connect(task, &HistoryTask::finished, this, [this, task](bool ok) {
        task->deleteLater();
        endOne(ok);
    });
}

void HistoryClearing::clearFile(const QString &path)
{
    ++m_left;
    History *history = m_opened.emplace_back(std::make_unique<History>(path)).get();
    connect(history, &History::troubled, this, [this](const HistoryNotice &notice) {
        if (notice.trouble != HistoryTrouble::Quarantined) {
            m_outcome.trouble = notice.trouble;
        }
    });
    connect(history->clear(this), &HistoryTask::finished, this, &HistoryClearing::endOne);
}

void HistoryClearing::endOne(bool ok)
{
    m_outcome.ok = m_outcome.ok && ok;
    --m_left;
    if (m_left == 0) { // not at once: we are inside a signal of what end() deletes
        QTimer::singleShot(0, this, &HistoryClearing::end);
    }
}

void HistoryClearing::end()
{
    QStringList paths;
    for (const std::unique_ptr<History> &history : m_opened) {
        paths.append(history->path());
    }
    m_opened.clear();
    if (m_outcome.ok) {
        for (const QString &path : std::as_const(paths)) {
            removeUnused(path);
        }
    }
    m_outcome.ok = removeDamagedHistory(m_folder, m_workspaceId) && m_outcome.ok;
    Q_EMIT finished(m_outcome);
}

} // namespace emberline
