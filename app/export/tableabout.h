// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/export/tablerows.h"

#include <QLocale>

#include <vector>

namespace emberline {

/// A line of what a table says of itself.
struct AboutLine
{
    QString label = {};
    QString text = {}; ///< the words of others as they are
};

/// What a table says of itself, in the language of the program.
struct TableAbout
{
    QString sheetName = {};
    QString title = {};
    std::vector<AboutLine> lines = {};
    QDateTime created = {}; ///< what was fetched is as old as this
};

/// Describes the table of @p source, the answer to the query of @p view. @p isDemo: the data is
/// made up, and says so.
[[nodiscard]] TableAbout tableAbout(const View &view,
                                    const TableSource &source,
                                    const QLocale &locale,
                                    bool isDemo);

} // namespace emberline
