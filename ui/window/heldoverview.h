// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historycalls.h"

#include <QPointer>

namespace emberline {

class ViewController;
class WorkPage;

/// Shows in the overview what is held of the series before and after the range, once it has been
/// read.
class HeldOverview final : public QObject
{
    Q_OBJECT

public:
    /// @p controller outlives it; @p page owns it.
    HeldOverview(ViewController &controller, WorkPage *page);

private:
    void follow();
    void take(const HeldBuckets &held);

    ViewController &m_controller;
    WorkPage &m_page;
    QPointer<HistoryRead> m_read; ///< a child; of the workspace that is open
};

} // namespace emberline
