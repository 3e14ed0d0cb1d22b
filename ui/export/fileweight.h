// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <functional>

namespace emberline {

/// Works out about how many bytes a picture's file will have; on any thread, in little time. The
/// picture is painted small before, now.
[[nodiscard]] std::function<qint64()> fileWeight(const PictureSource &source,
                                                 const PictureOptions &options);

/// "310 kB", with as many figures as an estimate has.
[[nodiscard]] QString weightText(qint64 bytes, const QLocale &locale);

} // namespace emberline
