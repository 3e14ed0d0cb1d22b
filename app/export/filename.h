// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/series/dataset.h"

#include <QString>
#include <QStringList>

namespace emberline {

/// What the words of a name pattern stand for, raw.
struct FileNameWords
{
    QString event = {};
    QString segment = {};
    QString from = {}; ///< ISO date; hours with "T14"; of sums the first day that was summed up
    QString to = {};
    QString view = {};

    friend bool operator==(const FileNameWords &, const FileNameWords &) = default;
};

[[nodiscard]] FileNameWords fileNameWords(const View &view, const Dataset &dataset);

/// "{event}_{from}_{to}"
[[nodiscard]] QString defaultNamePattern();

/// "{event}", "{segment}" …: what a name pattern may say.
[[nodiscard]] QStringList nameWords();
/// The first word in braces of @p pattern that is none of them; empty if there is none.
[[nodiscard]] QString unknownNameWord(const QString &pattern);

/// @p pattern with {event} {segment} {from} {to} {view} replaced, as a file name without a suffix
/// that every file system takes. What the words hold can't reach another folder.
[[nodiscard]] QString fileNameFrom(const QString &pattern, const FileNameWords &words);

/// @p name, without its suffix, as every file system takes it; "@2x" at its end stays.
[[nodiscard]] QString safeFileName(const QString &name);

/// @p names as names of files in one folder beside those that are @p taken: none comes twice, in
/// capitals or not, as some file systems have it; the second one gets "-2".
[[nodiscard]] QStringList uniqueFileNames(const QStringList &names, const QStringList &taken = {});

/// "checkout_completed_2026-10-25_2026-11-23@2x.png"; scale 1 is not mentioned.
[[nodiscard]] QString scaledFileName(const QString &baseName, int scale, const QString &suffix);

} // namespace emberline
