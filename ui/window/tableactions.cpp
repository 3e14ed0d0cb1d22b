// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tableactions.h"

#include "app/export/filename.h"
#include "app/workspace/preferences.h"
#include "ui/export/tablebook.h"
#include "ui/export/tableexportdialog.h"
#include "ui/table/datasettable.h"
#include "ui/window/commands.h"
#include "ui/window/exportfeedback.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

TableActions::TableActions(ViewController &controller,
                           Preferences &preferences,
                           const Commands &commands,
                           WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_preferences(preferences)
    , m_page(page)
{
    connect(commands.exportTable, &QAction::triggered, this, &TableActions::exportTable);
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

void TableActions::exportTable()
{
    const DatasetPtr dataset = m_controller.model()->dataset();
    if (dataset->isEmpty()) {
        return;
    }
    const TableExportSetup setup{
        .book = book(),
        .locale = QLocale(),
        .folder = exportFolder(m_preferences.tableFolder(), QStandardPaths::DocumentsLocation),
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
                tellSaved({path}, m_page);
            });
    dialog->open();
}

} // namespace emberline
