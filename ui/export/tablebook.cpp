// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/tablebook.h"

#include "ui/panels/panelset.h"

namespace emberline {

XlsxBook tableBook(const View &view,
                   TableSource source,
                   const TableOptions &options,
                   const QLocale &locale,
                   bool isDemo)
{
    std::vector<XlsxSheet> sheets;
    if (view.look.layout == ChartLayout::SideBySide) {
        const Shown &shown = source.shown;
        DatasetModel model;
        model.setDataset(shown.dataset, shown.looks, shown.earlier);
        for (const Panel &panel : panelsOf(model, view.query, view.look.panels)) {
            sheets.push_back({.name = panel.name, .series = panel.series});
        }
    }
    if (sheets.empty()) {
        sheets.push_back({.name = view.title.isEmpty()
                                    ? view.query.events.join(QStringLiteral(", "))
                                    : view.title,
                          .series = oldestFirst(source.shown.dataset->series.size())});
    }
    TableAbout about = tableAbout(view, source, locale, isDemo);
    return {.source = std::move(source),
            .options = options,
            .sheets = std::move(sheets),
            .about = std::move(about)};
}

} // namespace emberline
