// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/apikey.h"

namespace emberline {

/// Reads a key from @p path, a file that its owner alone can read; an error's detail is the
/// sentence for stderr.
[[nodiscard]] Result<ApiKey> keyFromFile(const QString &path);

/// The key of EMBERLINE_API_KEY; an error if it is not set or is no key.
[[nodiscard]] Result<ApiKey> keyFromEnvironment();

} // namespace emberline
