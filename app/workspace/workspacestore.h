// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/storeerror.h"
#include "app/workspace/workspacefile.h"

#include <QObject>

#include <functional>
#include <optional>

namespace emberline {

/// Why the file of workspaces could not be used when the store was made.
enum class StoreProblem {
    Corrupt, ///< set aside, the store began anew
    Newer, ///< written by a newer version: left untouched, nothing can be changed
    Unreadable ///< cannot be read, or not be set aside: left untouched, nothing can be changed
};

/// A problem to tell people once.
struct StoreNotice
{
    StoreProblem problem = StoreProblem::Corrupt;
    QString file = {}; ///< where it lies now
    QString detail = {};

    friend bool operator==(const StoreNotice &, const StoreNotice &) = default;
};

/// All workspaces of a profile, kept in its workspaces.json. A change is made only when it could be
/// written; an error says why it was not.
///
/// Several processes may use one profile: each change is applied to what the file says at that
/// moment, under a lock, and what others changed is seen here then.
class WorkspaceStore : public QObject
{
    Q_OBJECT

public:
    /// Reads @p folder /workspaces.json; the folder is made when something is to be written.
    explicit WorkspaceStore(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<StoreNotice> &notice() const { return m_notice; }
    /// Whether the file was one that is left untouched when we saw it last.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    [[nodiscard]] const std::vector<Workspace> &list() const { return m_content.workspaces; }
    [[nodiscard]] std::optional<Workspace> find(const QString &id) const;
    /// Big and small letters alike.
    [[nodiscard]] std::optional<Workspace> findByName(const QString &name) const;
    /// What was open last, "demo" included; empty when nothing was. It may be gone meanwhile.
    [[nodiscard]] const QString &currentId() const { return m_content.currentId; }
    /// Whether the workspace @p id (empty: a new one) may be called @p name.
    [[nodiscard]] std::optional<NameProblem> nameProblem(const QString &name,
                                                         const QString &id = {}) const;

    /// Sees what other processes changed.
    void readAgain();

    /// Gives @p workspace an id, unless it has one, and answers it.
    [[nodiscard]] Result<QString> add(Workspace workspace);
    /// A workspace that has an id.
    [[nodiscard]] std::optional<StoreError> insert(const Workspace &workspace);
    /// Makes of find() with the same id @p workspace. What others changed of it meanwhile stays.
    [[nodiscard]] std::optional<StoreError> update(const Workspace &workspace);
    [[nodiscard]] std::optional<StoreError> rename(const QString &id, const QString &name);
    [[nodiscard]] std::optional<StoreError> setKeyPlace(const QString &id, KeyPlace place);
    /// Its key is removed by the KeyKeeper, before.
    [[nodiscard]] std::optional<StoreError> remove(const QString &id);
    /// @p id is of a workspace in the list, "demo", or empty.
    [[nodiscard]] std::optional<StoreError> setCurrentId(const QString &id);

Q_SIGNALS:
    /// By us or by another process.
    void changed();

private:
    using Edit = std::function<std::optional<StoreError>(WorkspaceFile &)>;

    void load();
    [[nodiscard]] std::optional<StoreError> change(const Edit &edit);
    [[nodiscard]] std::optional<StoreError> changeLocked(const Edit &edit);
    [[nodiscard]] std::optional<StoreError> lookAgain();
    [[nodiscard]] StoreNotice setAside(const QString &detail) const;
    [[nodiscard]] std::optional<StoreError> makeFolder() const;
    [[nodiscard]] std::optional<StoreError> write(const QByteArray &bytes) const;

    QString m_folder;
    QString m_path;
    WorkspaceFile m_content;
    std::optional<StoreNotice> m_notice;
    bool m_readOnly = false;
};

} // namespace emberline
