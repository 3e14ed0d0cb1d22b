// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tableactions.h"

#include "app/export/filename.h"
#include "app/workspace/preferences.h"
#include "ui/export/tablebook.h"
#include "ui/export/tableexportdialog.h"
#include "ui/feedback/toast.h"
#include "ui/table/datasettable.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

TableActions::TableActions(ViewController &controller, Preferences &preferences, WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_preferences(preferences)
    , m_page(page)
{
    connect(&page->table(), &DatasetTable::exportRequested, this, &TableActions::exportTable);
}

XlsxBook TableActions::book() const
{
    const DatasetModel &model = *m_controller.model();
    const View &view = m_controller.answeredView();
    return tableBook(
        view,
        {.shown = {.dataset = model.dataset(), .looks = model.looks(), .earlier = model.earlier()},
         .query = view.query,
         .order = m_page->table().order()},
        tableOptionsFrom(m_preferences.tableExport(), tableOptionsFor(QLocale())),
        QLocale(),
        m_controller.workspace().isDemo());
}

/// That of the last table, as long as it is there.
QString TableActions::folder() const
{
    const QString last = m_preferences.tableFolder();
    return !last.isEmpty() && QFileInfo(last).isDir()
             ? last
             : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void TableActions::exportTable()
{
    const DatasetPtr dataset = m_controller.model()->dataset();
    if (dataset->isEmpty()) {
        return;
    }
    const TableExportSetup setup{
        .book = book(),
        .locale = QLocale(),
        .folder = folder(),
        .baseName = fileNameFrom(defaultNamePattern(),
                                 fileNameWords(m_controller.answeredView(), *dataset))};
    auto *dialog = new TableExportDialog(setup, m_page->window()); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &TableExportDialog::exported,
            this,
            [this](const QString &path, const TableOptions &options) {
                m_preferences.setTableExport(toJson(options, tableOptionsFor(QLocale())));
                m_preferences.setTableFolder(QFileInfo(path).absolutePath());
                auto *toast = new Toast(u"check"_s, tr("Saved %1").arg(path), m_page); // its child
                toast->show();
                toast->raise();
            });
    dialog->open();
}

} // namespace emberline
