// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartscene.h"
#include "ui/chart/zoomspan.h"

#include <QGraphicsView>

namespace emberline {

/// Shows a ChartScene and lets people point at buckets: the pointer snaps to the bucket whose
/// column it is in; a click or the arrow keys mark one. A drag zooms, the wheel scales over the
/// time axis, the middle button pans; Shift and a click measures from one bucket to another.
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

    /// What is shown of the time axis, without telling anybody. It holds for whatever data comes;
    /// where there is none of it, all is shown.
    void setZoom(const std::optional<emberline::Zoom> &zoom);
    [[nodiscard]] const std::optional<Zoom> &zoom() const { return m_zoom; }
    /// Whether a click, or a dot, makes the tooltip stay.
    void setPinning(bool pins) { m_pins = pins; }
    /// The series that the arrow keys are at.
    [[nodiscard]] std::optional<std::size_t> chosenSeries() const { return m_scene->plan().chosen; }
    /// Undoes the nearest thing: a drag, what is measured, the pin, the choice of a series. False
    /// if there is none.
    bool stepBack();

    [[nodiscard]] ChartScene &chartScene() { return *m_scene; }
    [[nodiscard]] const ChartScene &chartScene() const { return *m_scene; }

Q_SIGNALS:
    /// The user has marked @p bucket.
    void bucketPicked(emberline::BucketTime bucket);
    /// The user has zoomed, to the whole range if to nothing; one that @p continues a movement is
    /// no step of its own.
    void zoomed(const std::optional<emberline::Zoom> &zoom, bool continues);
    /// The user wants to go to the row of @p bucket in the table.
    void rowAsked(emberline::BucketTime bucket);

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
    /// A button that is held.
    struct Drag
    {
        Qt::MouseButton button = Qt::LeftButton;
        bool shifted = false;
        QPointF from = {};
        std::size_t bucket = 0; ///< there
        std::size_t to = 0; ///< where the pointer is now
        BucketSpan view = {}; ///< that was shown
        bool moved = false; ///< it is no click any more
    };
    /// Turns of a wheel that belong together.
    struct Wheel
    {
        qreal rest = 0; ///< notches that moved nothing yet
        bool pans = false;
        std::optional<quint64> last = {}; ///< when, in milliseconds
    };

    void applyPalette();
    void pick(std::size_t bucket);
    void click(std::size_t bucket, bool shifted);
    void zoomTo(const BucketSpan &span, bool continues);
    void applyZoom();
    [[nodiscard]] BucketSpan zoomedSpan() const;
    bool drag(const QPointF &position);
    void paintDrag(QPainter &painter) const;
    void endDrag();
    void turn(QWheelEvent *event, bool pans, qreal notches);
    [[nodiscard]] std::optional<std::size_t> cursor() const;
    bool step(const QKeyEvent &event);
    bool walk(const QKeyEvent &event);
    bool hearSign(const QKeyEvent &event);
    void zoomBy(double factor);
    void walkTo(std::size_t bucket);
    void choose(int by);
    void togglePin();
    void measureFrom(std::size_t bucket);
    void setMeasuring(const Measuring &measuring);
    [[nodiscard]] QString measuredText() const;
    bool copy() const;
    [[nodiscard]] std::optional<std::size_t> bucketAt(const QPointF &position) const;
    [[nodiscard]] std::optional<std::size_t> bucketForKey(int key) const;
    void describe();
    void setDescription(const QString &text);

    ChartScene *m_scene; ///< a child
    std::optional<Drag> m_drag;
    Wheel m_wheel;
    std::optional<Zoom> m_zoom;
    QMetaObject::Connection m_reset; ///< of the model
    bool m_pins = false;
    bool m_showsFocus = false; ///< the focus came by keyboard
};

} // namespace emberline
