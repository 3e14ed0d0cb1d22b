// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/requestrecord.h"

#include <QString>
#include <QUrl>

namespace emberline {

/// A command that sends the request of @p record to @p endpoint again, to be pasted into a POSIX
/// shell that has the key in $BRAZE_API_KEY; the key itself is never in it. Empty for a record of
/// the history, which sent nothing.
[[nodiscard]] QString curlCommand(const RequestRecord &record, const QUrl &endpoint);

} // namespace emberline
