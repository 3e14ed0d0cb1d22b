// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace emberline {

class ChartView;
class Overview;

/// A chart and below it the overview, both as wide: where there is something to look over, and
/// where the chart stays high enough.
class ChartPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Takes both over; they follow the same model.
    ChartPanel(ChartView *chart, Overview *overview, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();

    ChartView *m_chart; // children
    Overview *m_overview;
    bool m_hasAround = false; ///< the overview shows more than the chart could
};

} // namespace emberline
