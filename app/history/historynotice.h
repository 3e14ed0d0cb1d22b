// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace emberline {

/// Why history is not what it should be. None of them keeps a result from being shown.
enum class HistoryTrouble {
    Quarantined, ///< the file was damaged and set aside; a new one was begun
    NewerVersion, ///< written by a newer program: left untouched, nothing is read or kept
    ReadOnly, ///< what is held is shown, nothing new is kept
    Full, ///< no room on the disk: what is held is shown, nothing new is kept
    Busy, ///< another program had it locked for too long; something was not kept
    Unusable ///< can't be opened, read or written, or is damaged and can't be set aside
};

struct HistoryNotice
{
    HistoryTrouble trouble = HistoryTrouble::Unusable;
    QString path = {}; ///< the file; of a damaged one, where it is now
    QString detail = {}; ///< for the log; never translated

    friend bool operator==(const HistoryNotice &, const HistoryNotice &) = default;
};

} // namespace emberline
