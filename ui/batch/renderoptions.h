// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/core/result.h"
#include "ui/export/pictureoptions.h"

#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace emberline {

/// What `emberline render` was told, checked as far as that is possible without looking at files
/// or the network.
struct RenderOptions
{
    QString file = {}; ///< a board, a view, or a picture that holds a view
    QString workspace = {};
    QString endpoint = {};
    QString keyFile = {};

    /// Absent: not said, the view decides.
    QStringList events = {};
    std::vector<Choice> segments = {};
    std::vector<Choice> apps = {};
    std::optional<Unit> unit = {};
    std::optional<int> length = {};
    std::optional<QString> endingAt = {}; ///< read in the workspace's zone, known only later
    std::optional<QString> from = {}; ///< like this; together with to
    std::optional<QString> to = {};
    std::optional<Preset> preset = {};
    std::optional<Granularity> granularity = {};
    std::optional<ComparisonKind> comparison = {};
    std::optional<ChartLayout> layout = {};

    QString outFolder = {};
    QString namePattern = {}; ///< empty: the default
    bool contactSheet = false; ///< all pictures on one page as well
    QStringList formats = {}; ///< suffixes: of pictures, or csv
    PictureOptions picture = {}; ///< its format aside

    std::optional<QTimeZone> zone = {};
    std::chrono::seconds maxWait{120};
    bool offline = false; ///< never ask the service
    bool noHistory = false; ///< neither read nor keep what was loaded
    QString historyFolder = {}; ///< exactly this store; empty: the saved workspace's own
    std::optional<QDateTime> now = {};
    QString logFile = {};
    QString language = {};
    QString profile = {};

    QString information = {}; ///< help or version: print it and stop
};

/// Reads the arguments after "render". An error's detail is the sentence for stderr (exit code 2).
[[nodiscard]] Result<RenderOptions> renderOptionsFrom(const QStringList &arguments);

/// @p base with everything that was said in @p options put over it; a unit that is said is also
/// what is shown unless that is said, too. @p zone is the workspace's.
[[nodiscard]] Result<Query> queryWith(const Query &base,
                                      const RenderOptions &options,
                                      const QTimeZone &zone);

/// The same of a whole view; a zoom stays as long as the range does.
[[nodiscard]] Result<View> viewWith(const View &base,
                                    const RenderOptions &options,
                                    const QTimeZone &zone);

} // namespace emberline
