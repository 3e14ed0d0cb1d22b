// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportallaction.h"

#include "app/export/filename.h"
#include "app/workspace/preferences.h"
#include "ui/export/exportalldialog.h"
#include "ui/export/panelsources.h"
#include "ui/window/commands.h"
#include "ui/window/exportfeedback.h"
#include "ui/window/pictureactions.h"

#include <QAction>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// The panels by their names; any other view by its own.
PictureSet setOf(const PictureSource &source)
{
    PictureSet set{.title = source.text.title, .columns = source.view.look.panels.columns};
    const QStringList names = panelNames(source);
    const std::vector<PictureSource> panels = panelSources(source);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        const QString whole = source.view.title.isEmpty() ? source.view.query.events.join(u'-')
                                                          : source.view.title;
        set.pictures.push_back({.name = names.value(index, whole), .source = panels[i]});
    }
    return set;
}

} // namespace

ExportAllAction::ExportAllAction(PictureActions &pictures,
                                 Preferences &preferences,
                                 const Commands &commands,
                                 QWidget *page)
    : QObject(page)
    , m_pictures(pictures)
    , m_preferences(preferences)
    , m_page(page)
{
    connect(commands.exportAll, &QAction::triggered, this, &ExportAllAction::open);
}

void ExportAllAction::open()
{
    const PictureSource source = m_pictures.pictureSource();
    if (source.dataset->isEmpty()) {
        return;
    }
    const ExportAllSetup setup{
        .set = setOf(source),
        .choice = m_pictures.choice(),
        .screenSize = m_pictures.screenSize(),
        .place = {
            .folder = exportFolder(m_preferences.pictureFolder(), QStandardPaths::PicturesLocation),
            .baseName = fileNameFrom(defaultNamePattern(),
                                     fileNameWords(source.view, *source.dataset))}};
    auto *dialog = new ExportAllDialog(setup, m_page->window()); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportAllDialog::exported, this, [this](const QStringList &paths) {
        m_preferences.setPictureFolder(QFileInfo(paths.constFirst()).absolutePath());
        tellSaved(paths, m_page);
    });
    dialog->open();
}

} // namespace emberline
