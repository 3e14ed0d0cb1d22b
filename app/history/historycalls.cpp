// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historycalls.h"

namespace emberline {

HistoryCall::HistoryCall(QObject *parent)
    : QObject(parent)
{ }

HistoryCall::~HistoryCall()
{
    *m_cancelled = true;
}

} // namespace emberline
