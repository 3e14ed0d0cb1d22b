// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historycalls.h"

#include <QPointer>
#include <QWidget>

namespace emberline {

class ViewController;

/// Makes the range of the view what is kept of its series on this computer, from the first bucket
/// to the last. Where nothing is kept it says so, over @p page.
class HeldRange final : public QObject
{
    Q_OBJECT

public:
    /// @p controller outlives it.
    HeldRange(ViewController &controller, QWidget *page);

    void choose();

private:
    void take(const std::vector<SeriesKey> &keys, const HeldBuckets &held);
    void tellNothing();

    ViewController &m_controller;
    QWidget *m_page;
    QPointer<HistoryRead> m_read; ///< a child; of the workspace that is open
};

} // namespace emberline
