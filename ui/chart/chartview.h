// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartscene.h"

#include <QGraphicsView>

namespace emberline {

/// Shows a ChartScene and lets people point at buckets: the pointer snaps to the bucket whose
/// column it is in; a click or the arrow keys mark one.
class ChartView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    void setModel(const DatasetModel *model);
    void setHeadings(const QString &title, const QString &subtitle, const QString &comparison = {});
    /// See ChartScene.
    void setHeadTaken(qreal width);
    void setWeekStart(Qt::DayOfWeek weekStart);
    /// The other lines step back behind that of @p series.
    void setEmphasized(std::optional<std::size_t> series);
    /// Marks a bucket without telling anybody; one that is not shown is no mark.
    void setMarkedBucket(std::optional<emberline::BucketTime> bucket);
    [[nodiscard]] std::optional<BucketTime> markedBucket() const;

    [[nodiscard]] ChartScene &chartScene() { return *m_scene; }
    [[nodiscard]] const ChartScene &chartScene() const { return *m_scene; }

Q_SIGNALS:
    /// The user has marked @p bucket.
    void bucketPicked(emberline::BucketTime bucket);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void applyPalette();
    void pick(std::size_t bucket);
    [[nodiscard]] std::optional<std::size_t> bucketAt(const QPointF &position) const;
    [[nodiscard]] std::optional<std::size_t> bucketForKey(int key) const;
    void describe();

    ChartScene *m_scene; ///< a child
    std::optional<std::size_t> m_pressed;
    bool m_showsFocus = false; ///< the focus came by keyboard
};

} // namespace emberline
