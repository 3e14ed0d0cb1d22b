// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/catalog.h"

#include <QByteArray>

#include <optional>

namespace emberline {

/// Part of the file format.
[[nodiscard]] QByteArray encodeCatalog(const Catalog &catalog);
/// Nothing when @p bytes are not what encodeCatalog() makes.
[[nodiscard]] std::optional<Catalog> decodeCatalog(const QByteArray &bytes);

} // namespace emberline
