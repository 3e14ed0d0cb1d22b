// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacestore.h"

#include "app/core/wholefile.h"
#include "app/workspace/workspacemerge.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

template <typename Workspaces>
auto findById(Workspaces &workspaces, const QString &id)
{
    return std::find_if(workspaces.begin(), workspaces.end(), [&](const Workspace &workspace) {
        return workspace.id == id;
    });
}

StoreError refused(StoreRefusal refusal, const QString &place, const QString &detail)
{
    return {.refusal = refusal, .place = place, .detail = detail};
}

StoreError gone()
{
    return {.refusal = StoreRefusal::Gone, .detail = u"No workspace has this id"_s};
}

StoreError badName(NameProblem problem)
{
    return {.refusal = StoreRefusal::BadName,
            .nameProblem = problem,
            .detail = u"This name may not be used"_s};
}

bool sameName(const QString &left, const QString &right)
{
    return left.trimmed().compare(right.trimmed(), Qt::CaseInsensitive) == 0;
}

/// What stands in the file; nothing when there is none.
struct Reading
{
    WorkspaceFile content = {};
    std::optional<StoreProblem> problem = {};
    QString detail = {};
};

Reading readingOf(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return {.problem = StoreProblem::Unreadable, .detail = file.errorString()};
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return {.problem = StoreProblem::Unreadable, .detail = file.errorString()};
    }
    if (workspaceFileVersionOf(bytes) > workspaceFileVersion) {
        return {.problem = StoreProblem::Newer};
    }
    const Result<WorkspaceFile> content = workspaceFileFromBytes(bytes);
    if (!content) {
        return {.problem = StoreProblem::Corrupt, .detail = content.error().detail};
    }
    return {.content = *content};
}

/// One process at a time changes the file. A lock whose owner died is none.
class Lock
{
public:
    explicit Lock(const QString &path)
        : m_file(path + u".lock"_s)
        , m_isHeld(m_file.tryLock(patience))
    { }

    [[nodiscard]] bool isHeld() const { return m_isHeld; }

    /// Why it is not held.
    [[nodiscard]] StoreError error(const QString &folder) const
    {
        return m_file.error() == QLockFile::LockFailedError
                 ? refused(StoreRefusal::Busy, folder, u"Another process holds the lock"_s)
                 : refused(StoreRefusal::NotWritten, folder, u"The lock file cannot be made"_s);
    }

private:
    static constexpr std::chrono::milliseconds patience{2'000};

    QLockFile m_file;
    bool m_isHeld;
};

} // namespace

WorkspaceStore::WorkspaceStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_path(QDir(folder).filePath(u"workspaces.json"_s))
{
    load();
}

void WorkspaceStore::load()
{
    Reading reading = readingOf(m_path);
    if (reading.problem == StoreProblem::Corrupt) {
        // Another process may have set it aside already.
        const Lock lock(m_path);
        reading = readingOf(m_path);
        if (reading.problem == StoreProblem::Corrupt && lock.isHeld()) {
            m_notice = setAside(reading.detail);
            m_readOnly = m_notice->problem != StoreProblem::Corrupt;
            return;
        }
        if (reading.problem == StoreProblem::Corrupt) {
            reading.problem = StoreProblem::Unreadable;
        }
    }
    if (reading.problem) {
        m_notice = StoreNotice{
            .problem = *reading.problem, .file = m_path, .detail = reading.detail};
        m_readOnly = true;
    }
    m_content = reading.content;
}

StoreNotice WorkspaceStore::setAside(const QString &detail) const
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString aside = m_path + u".corrupt-"_s + time;
    QString free = aside;
    for (int i = 2; QFileInfo::exists(free); ++i) {
        free = aside + u'-' + QString::number(i);
    }
    const bool done = QFile::rename(m_path, free);
    return {.problem = done ? StoreProblem::Corrupt : StoreProblem::Unreadable,
            .file = done ? free : m_path,
            .detail = detail};
}

void WorkspaceStore::readAgain()
{
    const Reading reading = readingOf(m_path);
    if (!reading.problem && reading.content != m_content) {
        m_content = reading.content;
        Q_EMIT changed();
    }
}

std::optional<Workspace> WorkspaceStore::find(const QString &id) const
{
    const auto found = findById(m_content.workspaces, id);
    return found == m_content.workspaces.end() ? std::nullopt : std::optional(*found);
}

std::optional<Workspace> WorkspaceStore::findByName(const QString &name) const
{
    const auto &all = m_content.workspaces;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Workspace &workspace) {
        return sameName(workspace.name, name);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<NameProblem> WorkspaceStore::nameProblem(const QString &name, const QString &id) const
{
    constexpr qsizetype longest = 200;
    if (name.trimmed().isEmpty()) {
        return NameProblem::Empty;
    }
    if (name.trimmed().size() > longest) {
        return NameProblem::TooLong;
    }
    const bool isDemo = id == u"demo";
    if (!isDemo && sameName(name, u"demo"_s)) {
        return NameProblem::Reserved;
    }
    const std::optional<Workspace> other = findByName(name);
    if (other && other->id != id) {
        return NameProblem::Taken;
    }
    return std::nullopt;
}

Result<QString> WorkspaceStore::add(Workspace workspace)
{
    if (workspace.id.isEmpty()) {
        workspace.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    if (const std::optional<StoreError> error = insert(workspace)) {
        return errorOf(*error);
    }
    return workspace.id;
}

std::optional<StoreError> WorkspaceStore::insert(const Workspace &workspace)
{
    return change([&](WorkspaceFile &content) -> std::optional<StoreError> {
        if (const std::optional<NameProblem> problem = nameProblem(workspace.name, workspace.id)) {
            return badName(*problem);
        }
        if (find(workspace.id)) {
            return StoreError{.refusal = StoreRefusal::Invalid,
                              .detail = u"Another workspace has this id"_s};
        }
        content.workspaces.push_back(workspace);
        content.workspaces.back().name = workspace.name.trimmed();
        return std::nullopt;
    });
}

std::optional<StoreError> WorkspaceStore::update(const Workspace &workspace)
{
    const std::optional<Workspace> base = find(workspace.id);
    return change([&](WorkspaceFile &content) -> std::optional<StoreError> {
        const auto found = findById(content.workspaces, workspace.id);
        if (found == content.workspaces.end()) {
            return gone();
        }
        Workspace merged = mergedWorkspace(base.value_or(*found), workspace, *found);
        if (const std::optional<NameProblem> problem = nameProblem(merged.name, merged.id)) {
            return badName(*problem);
        }
        merged.name = merged.name.trimmed();
        *found = merged;
        return std::nullopt;
    });
}

std::optional<StoreError> WorkspaceStore::rename(const QString &id, const QString &name)
{
    std::optional<Workspace> workspace = find(id);
    if (!workspace) {
        return gone();
    }
    workspace->name = name;
    return update(*workspace);
}

std::optional<StoreError> WorkspaceStore::setKeyPlace(const QString &id, KeyPlace place)
{
    return change([&](WorkspaceFile &content) -> std::optional<StoreError> {
        const auto found = findById(content.workspaces, id);
        if (found == content.workspaces.end()) {
            return gone();
        }
        found->keyPlace = place;
        return std::nullopt;
    });
}

std::optional<StoreError> WorkspaceStore::remove(const QString &id)
{
    return change([&](WorkspaceFile &content) -> std::optional<StoreError> {
        const auto found = findById(content.workspaces, id);
        if (found == content.workspaces.end()) {
            return gone();
        }
        content.workspaces.erase(found);
        if (content.currentId == id) {
            content.currentId.clear();
        }
        return std::nullopt;
    });
}

std::optional<StoreError> WorkspaceStore::setCurrentId(const QString &id)
{
    return change([&](WorkspaceFile &content) -> std::optional<StoreError> {
        if (!id.isEmpty() && id != u"demo" && !find(id)) {
            return gone();
        }
        content.currentId = id;
        return std::nullopt;
    });
}

/// Announces it when the lock is free again: who hears of a change may make another.
std::optional<StoreError> WorkspaceStore::change(const Edit &edit)
{
    const WorkspaceFile before = m_content;
    std::optional<StoreError> error = changeLocked(edit);
    if (m_content != before) {
        Q_EMIT changed();
    }
    return error;
}

std::optional<StoreError> WorkspaceStore::changeLocked(const Edit &edit)
{
    if (std::optional<StoreError> error = makeFolder()) {
        return error;
    }
    const Lock lock(m_path);
    if (!lock.isHeld()) {
        return lock.error(m_folder);
    }
    if (std::optional<StoreError> error = lookAgain()) {
        return error;
    }
    WorkspaceFile content = m_content;
    if (std::optional<StoreError> error = edit(content)) {
        return error;
    }
    if (content == m_content) {
        return std::nullopt;
    }
    const QByteArray bytes = toBytes(content);
    // Nothing is stored that would not be read again.
    if (const Result<WorkspaceFile> readBack = workspaceFileFromBytes(bytes); !readBack) {
        return refused(StoreRefusal::Invalid, {}, readBack.error().detail);
    }
    if (std::optional<StoreError> error = write(bytes)) {
        return error;
    }
    m_content = content;
    return std::nullopt;
}

std::optional<StoreError> WorkspaceStore::lookAgain()
{
    const Reading reading = readingOf(m_path);
    m_readOnly = reading.problem && reading.problem != StoreProblem::Corrupt;
    if (reading.problem == StoreProblem::Newer) {
        return refused(StoreRefusal::Newer, m_path, u"Written by a newer version"_s);
    }
    if (reading.problem == StoreProblem::Unreadable) {
        return refused(StoreRefusal::Unreadable, m_path, reading.detail);
    }
    if (reading.problem == StoreProblem::Corrupt) {
        // What we know is better than nothing: it is written in its place.
        const StoreNotice notice = setAside(reading.detail);
        m_readOnly = notice.problem != StoreProblem::Corrupt;
        return m_readOnly ? std::optional(refused(StoreRefusal::Unreadable, m_path, reading.detail))
                          : std::nullopt;
    }
    m_content = reading.content;
    return std::nullopt;
}

std::optional<StoreError> WorkspaceStore::makeFolder() const
{
    if (QFileInfo::exists(m_folder)) {
        return std::nullopt;
    }
    if (!QDir().mkpath(m_folder)) {
        return refused(StoreRefusal::NotWritten, m_folder, u"The folder cannot be made"_s);
    }
    QFile::setPermissions(m_folder, ownerOnly | QFileDevice::ExeOwner);
    return std::nullopt;
}

std::optional<StoreError> WorkspaceStore::write(const QByteArray &bytes) const
{
    if (const std::optional<Error> error = writeWhole(m_path, bytes, ownerOnly)) {
        return refused(StoreRefusal::NotWritten, m_folder, error->detail);
    }
    return std::nullopt;
}

} // namespace emberline
