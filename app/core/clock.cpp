// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/clock.h"

namespace emberline {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

FixedClock::FixedClock(const QDateTime &now)
    : m_now(now.toUTC())
{ }

} // namespace emberline
