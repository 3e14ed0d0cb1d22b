// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacestore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

template <typename Workspaces>
auto findById(Workspaces &workspaces, const QString &id)
{
    return std::find_if(workspaces.begin(), workspaces.end(), [&](const Workspace &workspace) {
        return workspace.id == id;
    });
}

Error fileError(const QString &detail)
{
    return {.kind = ErrorKind::File, .detail = detail};
}

Error unknownId()
{
    return {.kind = ErrorKind::NotFound, .detail = u"No workspace has this id"_s};
}

bool sameName(const QString &left, const QString &right)
{
    return left.trimmed().compare(right.trimmed(), Qt::CaseInsensitive) == 0;
}

} // namespace

WorkspaceStore::WorkspaceStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_path(QDir(folder).filePath(u"workspaces.json"_s))
{
    load();
}

bool WorkspaceStore::isReadOnly() const
{
    return m_notice && m_notice->problem != StoreProblem::Corrupt;
}

void WorkspaceStore::load()
{
    QFile file(m_path);
    if (!file.exists()) {
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_notice = StoreNotice{
            .problem = StoreProblem::Unreadable, .file = m_path, .detail = file.errorString()};
        return;
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        m_notice = StoreNotice{
            .problem = StoreProblem::Unreadable, .file = m_path, .detail = file.errorString()};
        return;
    }
    file.close();
    if (workspaceFileVersionOf(bytes) > workspaceFileVersion) {
        m_notice = StoreNotice{.problem = StoreProblem::Newer, .file = m_path};
        return;
    }
    const Result<WorkspaceFile> content = workspaceFileFromBytes(bytes);
    if (content) {
        m_content = *content;
    } else {
        setAside(content.error().detail);
    }
}

void WorkspaceStore::setAside(const QString &detail)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString aside = m_path + u".corrupt-"_s + time;
    QString free = aside;
    for (int i = 2; QFileInfo::exists(free); ++i) {
        free = aside + u'-' + QString::number(i);
    }
    if (QFile::rename(m_path, free)) {
        m_notice = StoreNotice{.problem = StoreProblem::Corrupt, .file = free, .detail = detail};
    } else {
        m_notice = StoreNotice{
            .problem = StoreProblem::Unreadable, .file = m_path, .detail = detail};
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
    workspace.name = workspace.name.trimmed();
    if (find(workspace.id) || nameProblem(workspace.name, workspace.id)) {
        return Error{.kind = ErrorKind::InvalidQuery,
                     .detail = u"Another workspace has this id or name, or it may not be used"_s};
    }
    WorkspaceFile content = m_content;
    content.workspaces.push_back(workspace);
    if (const std::optional<Error> error = apply(content)) {
        return *error;
    }
    return workspace.id;
}

std::optional<Error> WorkspaceStore::update(const Workspace &workspace)
{
    WorkspaceFile content = m_content;
    const auto found = findById(content.workspaces, workspace.id);
    if (found == content.workspaces.end()) {
        return unknownId();
    }
    if (nameProblem(workspace.name, workspace.id)) {
        return Error{.kind = ErrorKind::InvalidQuery, .detail = u"This name may not be used"_s};
    }
    *found = workspace;
    found->name = workspace.name.trimmed();
    return apply(content);
}

std::optional<Error> WorkspaceStore::rename(const QString &id, const QString &name)
{
    std::optional<Workspace> workspace = find(id);
    if (!workspace) {
        return unknownId();
    }
    workspace->name = name;
    return update(*workspace);
}

std::optional<Error> WorkspaceStore::setKeyPlace(const QString &id, KeyPlace place)
{
    std::optional<Workspace> workspace = find(id);
    if (!workspace) {
        return unknownId();
    }
    workspace->keyPlace = place;
    return update(*workspace);
}

std::optional<Error> WorkspaceStore::remove(const QString &id)
{
    WorkspaceFile content = m_content;
    const auto found = findById(content.workspaces, id);
    if (found == content.workspaces.end()) {
        return unknownId();
    }
    content.workspaces.erase(found);
    if (content.currentId == id) {
        content.currentId.clear();
    }
    return apply(content);
}

std::optional<Error> WorkspaceStore::setCurrentId(const QString &id)
{
    if (!id.isEmpty() && !find(id)) {
        return unknownId();
    }
    WorkspaceFile content = m_content;
    content.currentId = id;
    return apply(content);
}

std::optional<Error> WorkspaceStore::apply(const WorkspaceFile &content)
{
    if (content == m_content) {
        return std::nullopt;
    }
    if (isReadOnly()) {
        return fileError(u"The list of workspaces cannot be changed: "_s + m_path);
    }
    const QByteArray bytes = toBytes(content);
    // Nothing is stored that would not be read again.
    if (const Result<WorkspaceFile> readBack = workspaceFileFromBytes(bytes); !readBack) {
        return Error{.kind = ErrorKind::InvalidQuery, .detail = readBack.error().detail};
    }
    if (std::optional<Error> error = write(bytes)) {
        return error;
    }
    m_content = content;
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> WorkspaceStore::write(const QByteArray &bytes) const
{
    if (!QFileInfo::exists(m_folder)) {
        if (!QDir().mkpath(m_folder)) {
            return fileError(u"The folder cannot be made: "_s + m_folder);
        }
        QFile::setPermissions(m_folder, ownerOnly | QFileDevice::ExeOwner);
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fileError(file.errorString());
    }
    // Permissions before content. A full disk shows only when the buffer goes out: in flush(),
    // commit() of Qt 6.4 overlooks it and replaces the good file by half a one.
    if (!file.setPermissions(ownerOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || !file.commit()) {
        return fileError(file.errorString());
    }
    return std::nullopt;
}

} // namespace emberline
