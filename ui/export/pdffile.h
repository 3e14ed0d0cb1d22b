// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/export/pictureinfo.h"

#include <QDateTime>
#include <QSize>

#include <functional>
#include <vector>

class QPainter;

namespace emberline {

/// A PDF of pages of one size.
struct PdfFile
{
    QSize size = {}; ///< in points
    XmpWords words = {}; ///< the program's name aside
    QDateTime made = {}; ///< invalid: long ago, so that it is always the same
    std::vector<std::function<void(QPainter &)>> pages = {}; ///< each paints one
};

/// The same pages give the same bytes, in two processes only with a fixed hash seed.
[[nodiscard]] Result<QByteArray> pdfBytes(const PdfFile &file);

/// The program and its version, as files name their maker.
[[nodiscard]] QString programName();

} // namespace emberline
