// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firstopening.h"

#include "ui/window/pictureopening.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString demo = u"demo"_s;

QString idOf(const QString &name, const WorkspaceStore &store)
{
    const std::optional<Workspace> named = store.findByName(name);
    return named ? named->id : name; // unknown: whoever opens it says so
}

QString usualWorkspace(const WindowOptions &options, const Services &services)
{
    const WorkspaceStore &store = services.workspaces;
    if (!options.workspace.isEmpty()) {
        return idOf(options.workspace, store);
    }
    if (!store.currentId().isEmpty()) {
        return store.currentId();
    }
    const bool knowsDemo = !services.preferences.lastView(demo).isEmpty();
    return store.list().empty() && (knowsDemo || options.demoIfUnconnected) ? demo : QString();
}

} // namespace

FirstOpening firstOpening(const WindowOptions &options, const Services &services)
{
    FirstOpening first{.workspaceId = usualWorkspace(options, services)};
    if (options.viewFile.isEmpty()) {
        return first;
    }
    const Result<PictureInfo> info = pictureInfoOf(options.viewFile);
    if (!info) {
        first.fileError = info.error();
        return first;
    }
    first.view = info->view;
    if (first.workspaceId.isEmpty()) {
        first.workspaceId = demo;
    }
    return first;
}

} // namespace emberline
