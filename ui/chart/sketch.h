// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QFont>
#include <QGraphicsItem>
#include <QLineF>
#include <QList>
#include <QPen>
#include <QPolygonF>
#include <QString>

#include <vector>

namespace emberline {

/// Plain drawing instructions in scene coordinates, painted in the order of the members.
struct Sketch
{
    /// A framed ground with a soft shadow around. Only at its corners it is more than blitted: for
    /// each tall shape Qt's painter waits for threads, which takes long where they have to wait.
    struct Plate
    {
        QRectF rect = {}; ///< whole numbers
        QColor color = {}; ///< opaque
        QColor border = {};
        QColor shade = {}; ///< of each of the shadow's steps
        qreal radius = 0;
        qreal step = 1; ///< how far each goes beyond the one inside it, and down

        [[nodiscard]] qreal reach() const { return steps * step; }
        static constexpr int steps = 4;
    };
    /// Without radius it is filled sharply (no antialiasing) at whole scales: give whole numbers.
    struct Fill
    {
        QRectF rect = {};
        QColor color = {};
        qreal radius = 0;
        QColor border = {};
    };
    struct Stroke
    {
        QPolygonF line = {};
        QPen pen = {};
    };
    /// Many separate segments with one pen; far cheaper than a polyline of the same points.
    struct Segments
    {
        QList<QLineF> lines = {};
        QPen pen = {};
    };
    struct Disc
    {
        QPointF center = {};
        qreal radius = 0;
        QPen pen = {};
        QBrush brush = {};
    };
    struct Shape
    {
        QPolygonF outline = {};
        QPen pen = {};
        QBrush brush = {};
    };
    /// Plain text, never markup.
    struct Words
    {
        QPointF baseline = {}; ///< its left end
        QString text = {};
        QFont font = {};
        QColor color = {};
    };

    std::vector<Plate> plates = {};
    std::vector<Fill> fills = {};
    std::vector<Segments> segments = {};
    std::vector<Stroke> strokes = {};
    std::vector<Disc> discs = {};
    std::vector<Shape> shapes = {};
    std::vector<Words> words = {};

    void paint(QPainter &painter) const;
    /// Holds all fills and discs; shapes and words are taken to stand on a fill.
    [[nodiscard]] QRectF ground() const;
};

/// One layer of a chart.
class SketchItem : public QGraphicsItem
{
public:
    explicit SketchItem(qreal z, QGraphicsItem *parent = nullptr);

    /// @p bounds holds everything that @p sketch paints.
    void setSketch(Sketch sketch, const QRectF &bounds);
    [[nodiscard]] const Sketch &sketch() const { return m_sketch; }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Sketch m_sketch;
    QRectF m_bounds;
};

/// The 45° lines of a hatch, cut to @p rect geometrically (vector formats ignore clip regions).
[[nodiscard]] QList<QLineF> hatchLines(const QRectF &rect, qreal distance);

} // namespace emberline
