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
    QList<int> fontSizes = {}; ///< of the texts
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

/// Goes through the elements; what is painted is as the group around it says.
class SvgReader
{
public:
    explicit SvgReader(const QByteArray &svg)
        : m_reader(svg)
    { }

    [[nodiscard]] SvgProbe probe()
    {
        while (!m_reader.atEnd()) {
            if (m_reader.readNext() == QXmlStreamReader::StartElement) {
                m_attributes = m_reader.attributes();
                readOpacities();
                readElement(m_reader.name().toString());
            }
        }
        m_probe.isWhole = !m_reader.hasError();
        return m_probe;
    }

private:
    [[nodiscard]] QString value(const char *key) const
    {
        return m_attributes.value(QLatin1String(key)).toString();
    }
    [[nodiscard]] double number(const char *key) const { return value(key).toDouble(); }

    void readOpacities()
    {
        for (const char *key : {"fill-opacity", "stroke-opacity", "opacity"}) {
            if (m_attributes.hasAttribute(QLatin1String(key))) {
                m_probe.opacities.append(value(key));
            }
        }
    }

    void readElement(const QString &name)
    {
        if (name == QStringLiteral("svg")) {
            m_probe.width = value("width");
            m_probe.height = value("height");
        } else if (name == QStringLiteral("g")) {
            m_transform = transformOf(value("transform"));
            m_stroke = value("stroke");
            m_fill = value("fill");
        } else if (name == QStringLiteral("text")) {
            m_probe.fontSizes.append(value("font-size").toInt());
            m_probe.texts.append(m_reader.readElementText());
        } else if (name == QStringLiteral("rect")) {
            const QRectF rect(number("x"), number("y"), number("width"), number("height"));
            add({rect.topLeft(), rect.bottomRight()});
        } else if (name == QStringLiteral("path")) {
            add(pointsIn(value("d")));
        } else if (name == QStringLiteral("polyline")) {
            add(pointsIn(value("points")));
        }
    }

    void add(const QList<QPointF> &given)
    {
        QList<QPointF> points = given;
        for (QPointF &point : points) {
            point = m_transform.map(point);
        }
        m_probe.shapes.append({.stroke = m_stroke, .fill = m_fill, .points = points});
    }

    QXmlStreamReader m_reader;
    QXmlStreamAttributes m_attributes;
    QTransform m_transform;
    QString m_stroke;
    QString m_fill;
    SvgProbe m_probe;
};

inline SvgProbe probed(const QByteArray &svg)
{
    return SvgReader(svg).probe();
}

} // namespace emberline::test
