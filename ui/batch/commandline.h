// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace emberline {

/// A wrong use of the command line; the detail is the sentence for stderr.
[[nodiscard]] Error usageError(const QString &sentence);

/// An ISO 8601 date or time. Without an offset it is meant in @p zone; a date alone is its
/// midnight.
[[nodiscard]] std::optional<QDateTime> instantFromIso(const QString &text, const QTimeZone &zone);

/// The value of @p option as a whole number from @p least to @p most; @p fallback when it isn't
/// set.
[[nodiscard]] Result<int> wholeNumber(
    const QCommandLineParser &parser, const QString &option, int fallback, int least, int most);

/// The value of `--lang`, a language we speak; empty when it isn't set.
[[nodiscard]] Result<QString> languageOf(const QCommandLineParser &parser);

/// Declares `--help`, and `--help-all` as the same.
void addHelp(QCommandLineParser &parser);
[[nodiscard]] bool asksForHelp(const QCommandLineParser &parser);

/// The value of `--now`, if it is set.
[[nodiscard]] Result<std::optional<QDateTime>> presentOf(const QCommandLineParser &parser);

} // namespace emberline
