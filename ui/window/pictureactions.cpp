// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pictureactions.h"

#include "app/export/filename.h"
#include "app/export/picturetext.h"
#include "app/workspace/preferences.h"
#include "ui/chart/chartview.h"
#include "ui/export/exportdialog.h"
#include "ui/feedback/toast.h"
#include "ui/panels/panelsview.h"
#include "ui/window/exportfeedback.h"
#include "ui/window/pictureopening.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QFileInfo>
#include <QPushButton>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

PictureActions::PictureActions(ViewController &controller, Preferences &preferences, WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_preferences(preferences)
    , m_page(page)
    , m_opening(new PictureOpening(controller, *page, page->window()))
{ }

void PictureActions::openFile()
{
    m_opening->choose();
}

PictureSource PictureActions::pictureSource()
{
    const DatasetPtr dataset = m_controller.model()->dataset();
    const std::vector<Earlier> &earlier = m_controller.model()->earlier();
    const Workspace &workspace = m_controller.workspace();
    const View &view = m_controller.answeredView();
    return {.dataset = dataset,
            .looks = m_controller.model()->looks(),
            .earlier = earlier,
            .view = view,
            .text = seenText(view, *dataset, QLocale(), workspace.isDemo(), earlier),
            .locale = QLocale(),
            .weekStart = workspace.weekStart,
            .brand = brand()};
}

BrandPtr PictureActions::brand()
{
    const Result<BrandPtr> kept = readBrand(m_preferences.folder());
    if (kept) {
        return *kept;
    }
    if (!std::exchange(m_toldOfBrand, true)) {
        tellDone(tr("The brand kit is damaged and is not used. Set it again in the settings."),
                 m_page);
    }
    return {};
}

PictureChoice PictureActions::choice() const
{
    PictureChoice choice = m_last.value_or(pictureChoiceFrom(m_preferences.pictureExport()));
    if (choice.asOnScreen) {
        choice.options.size = screenSize();
    }
    return choice;
}

QSize PictureActions::screenSize() const
{
    const bool isSideBySide = m_controller.answeredView().look.layout == ChartLayout::SideBySide;
    return isSideBySide ? m_page->panels().size() : m_page->chart().size();
}

void PictureActions::copyImage()
{
    if (m_controller.model()->dataset()->isEmpty()) {
        return;
    }
    const QSize pixels = copyPicture(pictureSource(), choice().options);
    const Toast *toast = tellCopied(pixels, m_page, tr("Settings…"));
    connect(toast, &Toast::actionTriggered, this, &PictureActions::exportImage);
}

void PictureActions::exportImage()
{
    const DatasetPtr dataset = m_controller.model()->dataset();
    if (dataset->isEmpty()) {
        return;
    }
    const ExportSetup setup{
        .source = pictureSource(),
        .choice = choice(),
        .screenSize = screenSize(),
        .folder = exportFolder(m_preferences.pictureFolder(), QStandardPaths::PicturesLocation),
        .baseName = fileNameFrom(defaultNamePattern(),
                                 fileNameWords(m_controller.answeredView(), *dataset))};
    auto *dialog = new ExportDialog(setup, m_page->window()); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &ExportDialog::exported,
            this,
            [this, dialog](const QStringList &paths, const PictureChoice &choice) {
                keep(choice, dialog->wantsRemembering());
                m_preferences.setPictureFolder(QFileInfo(paths.constFirst()).absolutePath());
                tellSaved(paths, m_page);
            });
    connect(dialog,
            &ExportDialog::copied,
            this,
            [this, dialog](const QSize &pixels, const PictureChoice &choice) {
                keep(choice, dialog->wantsRemembering());
                tellCopied(pixels, dialog); // over the page it would be under the scrim
            });
    dialog->open();
}

/// Words are about one picture only.
void PictureActions::keep(const PictureChoice &choice, bool remember)
{
    m_last = choice;
    m_last->options.words = {};
    if (remember) {
        m_preferences.setPictureExport(toJson(*m_last));
    }
}

Toast *PictureActions::tellCopied(const QSize &pixels, QWidget *over, const QString &action)
{
    return tellDone(tr("Copied %1 × %2 px").arg(pixels.width()).arg(pixels.height()), over, action);
}

} // namespace emberline
