// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace emberline {

/// The one id of this program: desktop entry, metainfo and keychain entries carry it.
inline constexpr QLatin1StringView applicationId{"io.github.emberline.Emberline"};

} // namespace emberline
