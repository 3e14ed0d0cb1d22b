// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QLocale>
#include <QString>

namespace emberline {

/// How a table is taken away.
struct TableOptions
{
    enum class Format { Csv, Xlsx };
    enum class Form {
        Wide, ///< a row per bucket, a column per series
        Long ///< a row per bucket and series; of CSV only
    };
    enum class Dates {
        Iso, ///< the same everywhere; hours with their offset
        Local ///< as a spreadsheet in the language of the system writes them
    };

    Format format = Format::Csv;
    Form form = Form::Wide;
    QChar separator = u','; ///< comma, semicolon or tab
    QChar decimalMark = u'.'; ///< point or comma
    Dates dates = Dates::Iso;
    bool byteOrderMark = true; ///< spreadsheets take CSV without one for something else than UTF-8
    bool incompleteColumn = true;
    bool asShown = true; ///< only what is visible, in the order of the table
    bool raw = false; ///< names as they are, even where a spreadsheet takes them for formulas

    friend bool operator==(const TableOptions &, const TableOptions &) = default;
};

/// What spreadsheets of people with @p locale read without being told.
[[nodiscard]] TableOptions tableOptionsFor(const QLocale &locale);

/// The decimal mark that spreadsheets of people with @p locale read: a comma or a point.
[[nodiscard]] QChar spreadsheetDecimalMark(const QLocale &locale);

/// What of @p options is not as in @p usual: only that is remembered, so that the rest goes on
/// following the locale.
[[nodiscard]] QJsonObject toJson(const TableOptions &options, const TableOptions &usual);
/// The other way round; whatever can't be read is as in @p usual. Never raw: that is chosen anew
/// each time.
[[nodiscard]] TableOptions tableOptionsFrom(const QJsonObject &json, const TableOptions &usual);

} // namespace emberline
