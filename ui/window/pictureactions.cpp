// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pictureactions.h"

#include "app/export/filename.h"
#include "app/export/picturetext.h"
#include "app/workspace/preferences.h"
#include "ui/export/exportdialog.h"
#include "ui/feedback/toast.h"
#include "ui/window/pictureopening.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QPushButton>
#include <QStandardPaths>

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
        toast(tr("The brand kit is damaged and is not used. Set it again in the settings."),
              m_page);
    }
    return {};
}

void PictureActions::copyImage()
{
    if (m_controller.model()->dataset()->isEmpty()) {
        return;
    }
    const Preferences &preferences = m_preferences;
    const QSize pixels = copyPicture(
        pictureSource(), {.size = preferences.exportSize(), .scale = preferences.exportScale()});
    tellCopied(pixels, m_page);
}

void PictureActions::exportImage()
{
    const DatasetPtr dataset = m_controller.model()->dataset();
    if (dataset->isEmpty()) {
        return;
    }
    Preferences &preferences = m_preferences;
    const ExportSetup setup{
        .source = pictureSource(),
        .options = {.size = preferences.exportSize(), .scale = preferences.exportScale()},
        .folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
        .baseName = fileNameFrom(defaultNamePattern(),
                                 fileNameWords(m_controller.answeredView(), *dataset))};
    auto *dialog = new ExportDialog(setup, m_page->window()); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto remember = [&preferences](const PictureOptions &options) {
        preferences.setExportSize(options.size);
        preferences.setExportScale(options.scale);
    };
    connect(dialog,
            &ExportDialog::exported,
            this,
            [this, remember](const QString &path, const PictureOptions &options) {
                remember(options);
                toast(tr("Saved %1").arg(path), m_page);
            });
    connect(dialog,
            &ExportDialog::copied,
            this,
            [dialog, remember](const QSize &pixels, const PictureOptions &options) {
                remember(options);
                tellCopied(pixels, dialog); // over the page it would be under the scrim
            });
    dialog->open();
}

void PictureActions::tellCopied(const QSize &pixels, QWidget *over)
{
    toast(tr("Copied %1 × %2 px").arg(pixels.width()).arg(pixels.height()), over);
}

void PictureActions::toast(const QString &text, QWidget *over)
{
    auto *toast = new Toast(u"check"_s, text, over); // its child; deletes itself
    toast->show();
    toast->raise();
}

} // namespace emberline
