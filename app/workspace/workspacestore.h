// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspacefile.h"

#include <QObject>

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

/// Why a workspace cannot be called so.
enum class NameProblem {
    Empty,
    TooLong, ///< more than 200 characters
    Taken, ///< by another workspace, big and small letters alike
    Reserved ///< "demo" means the demo, on the command line too
};

/// All workspaces of a profile, kept in its workspaces.json. A change is made only when it could be
/// written; an error says why it was not.
class WorkspaceStore : public QObject
{
    Q_OBJECT

public:
    /// Reads @p folder /workspaces.json; the folder is made when something is to be written.
    explicit WorkspaceStore(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<StoreNotice> &notice() const { return m_notice; }
    [[nodiscard]] bool isReadOnly() const;

    [[nodiscard]] const std::vector<Workspace> &list() const { return m_content.workspaces; }
    [[nodiscard]] std::optional<Workspace> find(const QString &id) const;
    /// Big and small letters alike.
    [[nodiscard]] std::optional<Workspace> findByName(const QString &name) const;
    /// Empty when none is.
    [[nodiscard]] const QString &currentId() const { return m_content.currentId; }
    /// Whether the workspace @p id (empty: a new one) may be called @p name.
    [[nodiscard]] std::optional<NameProblem> nameProblem(const QString &name,
                                                         const QString &id = {}) const;

    /// Gives @p workspace an id, unless it has one, and answers it.
    [[nodiscard]] Result<QString> add(Workspace workspace);
    /// Replaces the workspace with the same id.
    [[nodiscard]] std::optional<Error> update(const Workspace &workspace);
    [[nodiscard]] std::optional<Error> rename(const QString &id, const QString &name);
    [[nodiscard]] std::optional<Error> setKeyPlace(const QString &id, KeyPlace place);
    /// Its key is removed by the KeyKeeper, before.
    [[nodiscard]] std::optional<Error> remove(const QString &id);
    [[nodiscard]] std::optional<Error> setCurrentId(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void load();
    void setAside(const QString &detail);
    [[nodiscard]] std::optional<Error> apply(const WorkspaceFile &content);
    [[nodiscard]] std::optional<Error> write(const QByteArray &bytes) const;

    QString m_folder;
    QString m_path;
    WorkspaceFile m_content;
    std::optional<StoreNotice> m_notice;
};

} // namespace emberline
