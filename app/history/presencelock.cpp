// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/presencelock.h"

#include <QFile>

#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace emberline {

PresenceLock::PresenceLock(QString path)
    : m_path(std::move(path))
{ }

PresenceLock::~PresenceLock()
{
    leave();
}

#ifdef Q_OS_UNIX

void PresenceLock::enter()
{
    if (m_file < 0) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system's own signature
        m_file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
    if (m_file >= 0) {
        // Somebody who claims it holds it for a moment only.
        (void)::flock(m_file, LOCK_SH);
    }
}

bool PresenceLock::claim() const
{
    if (m_file < 0) {
        return true; // the folder is not writable: the move will say so
    }
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0) {
        return true;
    }
    (void)::flock(m_file, LOCK_SH); // a failed change may have dropped the old lock
    return false;
}

void PresenceLock::leave()
{
    if (m_file >= 0) {
        ::close(m_file);
        m_file = -1;
    }
}

#else

void PresenceLock::enter() { }

bool PresenceLock::claim() const
{
    return true;
}

void PresenceLock::leave() { }

#endif

} // namespace emberline
