// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historynotice.h"
#include "ui/feedback/sentences.h"

namespace emberline {

/// What is wrong with what is kept on this computer; loading goes on without it.
[[nodiscard]] Message historyMessage(const HistoryNotice &notice);

} // namespace emberline
