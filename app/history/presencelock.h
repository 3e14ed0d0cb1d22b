// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace emberline {

/// Says that a history file is in use, by a lock on a file beside it: moving a database away under
/// another program's feet would damage the new one, too (SQLite deletes its log by name). The
/// system drops the lock when the program ends in any way. Where files that are open can't be
/// renamed anyway, it does nothing.
class PresenceLock
{
public:
    explicit PresenceLock(QString path);
    ~PresenceLock();
    PresenceLock(const PresenceLock &) = delete;
    PresenceLock &operator=(const PresenceLock &) = delete;

    /// From here on the file is in use.
    void enter();
    /// True when nobody else uses it, and nobody can begin to before leave() or enter().
    [[nodiscard]] bool claim() const;
    void leave();

private:
    QString m_path;
    int m_file = -1;
};

} // namespace emberline
