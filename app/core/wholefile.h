// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QFileDevice>

#include <optional>

namespace emberline {

/// Writes @p bytes to @p path, whole or not at all: what stood there before stays until then. The
/// file gets @p permissions before it gets its content; without them, those of the file that it
/// replaces, or what the system gives to new ones.
[[nodiscard]] std::optional<Error> writeWhole(
    const QString &path,
    const QByteArray &bytes,
    std::optional<QFileDevice::Permissions> permissions = std::nullopt);

} // namespace emberline
