// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QRegularExpression>
#include <QStringList>
#include <QTransform>
#include <QXmlStreamReader>

namespace emberline::test {

/// What stands in an SVG, in the units of its view box.
struct SvgProbe
{
    struct Shape
    {
        QString stroke = {};
        QString fill = {};
        QList<QPointF> points = {};
    };

    bool isWhole = false; ///< the XML is well-formed
    QString width = {};
    QString height = {};
    QStringList texts = {};
    QList<Shape> shapes = {};
    QStringList opacities = {}; ///< of everything that is painted

    [[nodiscard]] QString allText() const { return texts.join(u'\n'); }

    /// The points of all lines in @p color.
    [[nodiscard]] QList<QPointF> linesIn(const QColor &color) const
    {
        QList<QPointF> points;
        for (const Shape &shape : shapes) {
            if (shape.stroke == color.name()) {
                points.append(shape.points);
            }
        }
        return points;
    }

    /// The rectangles filled with @p color.
    [[nodiscard]] QList<QRectF> fillsIn(const QColor &color) const
    {
        QList<QRectF> rects;
        for (const Shape &shape : shapes) {
            if (shape.fill == color.name() && shape.points.size() == 2) {
                rects.append(QRectF(shape.points.front(), shape.points.back()));
            }
        }
        return rects;
    }
};

inline QTransform transformOf(const QString &words)
{
    static const QRegularExpression matrix(QStringLiteral("matrix\\(([^)]*)\\)"));
    const QStringList parts = matrix.match(words).captured(1).split(u',');
    if (parts.size() != 6) {
        return {};
    }
    return {parts[0].toDouble(),
            parts[1].toDouble(),
            parts[2].toDouble(),
            parts[3].toDouble(),
            parts[4].toDouble(),
            parts[5].toDouble()};
}

/// Pairs of numbers, whatever stands between them.
inline QList<QPointF> pointsIn(const QString &words)
{
    static const QRegularExpression number(QStringLiteral("-?[0-9.]+(e-?[0-9]+)?"));
    QList<double> numbers;
    QRegularExpressionMatchIterator found = number.globalMatch(words);
    while (found.hasNext()) {
        numbers.append(found.next().captured(0).toDouble());
    }
    QList<QPointF> points;
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2) {
        points.append(QPointF(numbers[i], numbers[i + 1]));
    }
    return points;
}

inline SvgProbe probed(const QByteArray &svg)
{
    using namespace Qt::Literals::StringLiterals;
    SvgProbe probe;
    QTransform transform;
    QString stroke;
    QString fill;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes attributes = reader.attributes();
        const QString name = reader.name().toString();
        const auto value = [&attributes](const QString &key) {
            return attributes.value(key).toString();
        };
        for (const QString &key : {u"fill-opacity"_s, u"stroke-opacity"_s, u"opacity"_s}) {
            if (attributes.hasAttribute(key)) {
                probe.opacities.append(value(key));
            }
        }
        if (name == u"svg" && probe.width.isEmpty()) {
            probe.width = value(u"width"_s);
            probe.height = value(u"height"_s);
        } else if (name == u"g") {
            transform = transformOf(value(u"transform"_s));
            stroke = value(u"stroke"_s);
            fill = value(u"fill"_s);
        } else if (name == u"text") {
            probe.texts.append(reader.readElementText());
        } else if (name == u"rect") {
            const QRectF rect(value(u"x"_s).toDouble(),
                              value(u"y"_s).toDouble(),
                              value(u"width"_s).toDouble(),
                              value(u"height"_s).toDouble());
            probe.shapes.append(
                {.stroke = stroke,
                 .fill = fill,
                 .points = {transform.map(rect.topLeft()), transform.map(rect.bottomRight())}});
        } else if (name == u"path" || name == u"polyline") {
            QList<QPointF> points = pointsIn(value(name == u"path" ? u"d"_s : u"points"_s));
            for (QPointF &point : points) {
                point = transform.map(point);
            }
            probe.shapes.append({.stroke = stroke, .fill = fill, .points = points});
        }
    }
    probe.isWhole = !reader.hasError();
    return probe;
}

} // namespace emberline::test
