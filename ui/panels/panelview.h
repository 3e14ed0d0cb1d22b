// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/shown.h"
#include "app/series/pyramid.h"
#include "ui/chart/chartframe.h"
#include "ui/panels/panelghosts.h"
#include "ui/panels/panelgrid.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace emberline {

class DenseLines;
class PanelChart;
class PanelHeader;
class PanelPlate;
struct Message;
struct PanelTitle;

/// One panel: its header and its chart.
class PanelView final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelView(QWidget *parent = nullptr);

    void setTitle(const PanelTitle &title);
    void setShown(Shown shown);
    /// Places it in its parent; the scale holds @p largest.
    void place(const PanelRects &rects, double largest);
    void setEnlarged(bool enlarged);
    /// Why there is nothing to show; none: there is.
    void setFailure(const std::optional<emberline::Message> &message);
    /// These stand pale behind its own lines, on the same scale.
    void setGhosts(std::vector<Ghost> ghosts);
    /// @p dated: the crosshair bears its date.
    void setCrosshair(std::optional<std::size_t> bucket, bool dated);

    [[nodiscard]] PanelChart &chart() { return *m_chart; }
    [[nodiscard]] const PanelChart &chart() const { return *m_chart; }
    [[nodiscard]] PanelHeader &header() { return *m_header; }
    /// Hidden while nothing failed.
    [[nodiscard]] PanelPlate &plate() { return *m_plate; }
    /// What it shows is older than what it is to show.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    void markStale() { m_isStale = true; }
    /// Of the plot, in the parent.
    [[nodiscard]] QRect plot() const;

Q_SIGNALS:
    void enlargeAsked();
    void retryAsked();
    /// @p at on the screen.
    void menuAsked(const QPoint &at);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void placeGhosts();

    DatasetModel m_model;
    PanelHeader *m_header; // children
    PanelChart *m_chart;
    PanelPlate *m_plate;
    DenseLines *m_ghosts; ///< the scene's
    QRect m_plot; ///< here
    std::vector<Ghost> m_ghostLines;
    bool m_isStale = true;
};

} // namespace emberline
