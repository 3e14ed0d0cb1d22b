// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
#include "app/models/datasetmodel.h"

#include <QPointer>
#include <QScrollArea>

#include <optional>
#include <vector>

namespace emberline {

class SummaryCell;

/// The summary above the chart, and its legend: a cell per series of a DatasetModel, all of the
/// same width. More than have room are scrolled sideways. Hidden without data.
class SummaryStrip final : public QScrollArea
{
    Q_OBJECT

public:
    explicit SummaryStrip(QWidget *parent = nullptr);

    /// Follows @p model from now on; it may go away first.
    void setModel(const DatasetModel *model);
    /// The numbers are about this part.
    void setZoom(const std::optional<emberline::Zoom> &zoom);
    /// Side by side each panel has a head of its own instead.
    void setChartLayout(emberline::ChartLayout layout);
    /// Whether what the numbers are about is on screen.
    void setWanted(bool wanted);
    /// The window is low: total and change are enough.
    void setLow(bool low);

    /// In the order of the series.
    [[nodiscard]] const std::vector<SummaryCell *> &cells() const { return m_cells; }

Q_SIGNALS:
    void hideToggled(std::size_t series, bool hidden);
    void isolateAsked(std::size_t series);
    /// The pointer, or the focus by keyboard, is at @p series; or at none.
    void pointed(std::optional<std::size_t> series);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeData();
    void setCellCount(std::size_t count);
    void addCell();
    void chainFocus();
    void layOut();
    void showOrHide();

    QPointer<const DatasetModel> m_model;
    std::vector<DatasetModel::Look> m_looks; ///< that the cells show
    std::optional<Zoom> m_zoom;
    ChartLayout m_layout = ChartLayout::Overlay;
    bool m_wanted = true;
    bool m_low = false;
    QWidget *m_row; ///< the scrolled widget
    std::vector<SummaryCell *> m_cells; ///< children of it
};

} // namespace emberline
