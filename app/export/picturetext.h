// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/series/earlier.h"

#include <QLocale>
#include <QString>

namespace emberline {

/// What a picture says of itself, as plain text with the words of others made fit for display.
struct PictureText
{
    QString title = {}; ///< "checkout_completed per day, 25 Oct – 23 Nov 2026"
    QString subtitle = {}; ///< "Custom event checkout_completed, all apps"
    QString comparison = {}; ///< what thin lines are: "previous period, 20 Sep – 19 Oct"
    QString footnote = {}; ///< everything that is needed to read the picture elsewhere
    QString range = {}; ///< "25 Oct – 23 Nov 2026"
    QString notice =
        {}; ///< what no picture may leave out, and the footnote begins with: "Demo data."

    friend bool operator==(const PictureText &, const PictureText &) = default;
};

/// Describes @p dataset, the answer to the query of @p view, and what lies under it. The sentences
/// are in the language of the program, numbers and dates as in @p locale. @p isDemo: the data is
/// made up, and says so.
[[nodiscard]] PictureText pictureText(const View &view,
                                      const Dataset &dataset,
                                      const QLocale &locale,
                                      bool isDemo,
                                      const std::vector<Earlier> &earlier = {});

/// The same of what the look of @p view lets through: without hidden series, in the zoom.
[[nodiscard]] PictureText seenText(const View &view,
                                   const Dataset &dataset,
                                   const QLocale &locale,
                                   bool isDemo,
                                   const std::vector<Earlier> &earlier = {});

} // namespace emberline
