// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/pyramid.h"
#include "ui/chart/chartstyle.h"
#include "ui/chart/zoomspan.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace emberline {

/// The strip below a chart that shows all of its range, and what else is known around it, and in it
/// a window: the part that the chart shows. The window can be dragged, its handles too; a drag
/// beside it opens another. Arrow keys move it, with Shift its end. Beyond the range it asks for
/// another one.
class Overview final : public QWidget
{
    Q_OBJECT

public:
    explicit Overview(QWidget *parent = nullptr);
    ~Overview() override;

    /// Follows @p model from now on; it may go away first.
    void setModel(const DatasetModel *model);
    /// The same series on a longer time axis, in which that of the model lies; until the model has
    /// other data.
    void setAround(const emberline::DatasetPtr &around);
    /// Emits nothing.
    void setZoom(const std::optional<emberline::Zoom> &zoom);
    /// The plot's left and right edge in this widget.
    void setEdges(int left, int right);

    /// Where the lines are.
    [[nodiscard]] QRect strip() const;
    /// The part of it that is shown.
    [[nodiscard]] QRect window() const;
    /// "3 – 10 Nov 2026"
    [[nodiscard]] QString valueText() const;

Q_SIGNALS:
    /// As of ChartView.
    void zoomed(const std::optional<emberline::Zoom> &zoom, bool continues);
    /// The window was moved beyond the range: @p range holds it, and @p zoom is what is to be shown
    /// of that.
    void rangeAsked(const emberline::Zoom &range, const std::optional<emberline::Zoom> &zoom);
    /// There is more on its time axis than in the model.
    void aroundChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Part { First, Last, Window, Beside };
    struct Drag
    {
        Part part = Part::Beside;
        int from = 0;
        BucketSpan span = {};
        bool moved = false;
    };

    void takeData();
    void takeLooks();
    void forgetImage();
    void drawLines();
    void drawDense(QImage &image) const;
    void drawSparse(QImage &image) const;
    void paintWindow(QPainter &painter) const;
    void paintHandle(QPainter &painter, int x) const;
    void paintLabels(QPainter &painter) const;
    [[nodiscard]] double largest() const;
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] BucketSpan span() const;
    [[nodiscard]] int xOf(double place) const;
    [[nodiscard]] double placeAt(int x) const;
    [[nodiscard]] std::size_t bucketAt(int x) const;
    [[nodiscard]] Part partAt(int x) const;
    [[nodiscard]] BucketSpan dragged(int x) const;
    void showCursor(int x);
    [[nodiscard]] Zoom timesOf(const BucketSpan &span) const;
    [[nodiscard]] bool isInRange(const BucketSpan &span) const;
    void zoomTo(const BucketSpan &wanted, bool continues);
    void askForRange();
    void describe();

    /// What is prepared of one series.
    struct Line
    {
        std::shared_ptr<const Pyramid> solid;
        std::shared_ptr<const Pyramid> dashed;
        int slot = -1;
        bool hidden = false;
    };

    QPointer<const DatasetModel> m_model;
    DatasetPtr m_dataset = std::make_shared<const Dataset>(); ///< the model's, or around it
    BucketSpan m_range; ///< of the model's, in it
    std::vector<Line> m_lines; ///< found when they are needed
    std::optional<Zoom> m_zoom;
    int m_left = 0;
    int m_right = 0;
    QImage m_image; ///< of the lines; none: to be drawn
    std::optional<Drag> m_drag;
    bool m_showsFocus = false; ///< it came by keyboard
};

} // namespace emberline
