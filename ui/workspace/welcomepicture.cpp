// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/welcomepicture.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <array>
#include <cmath>

namespace emberline {

namespace {

constexpr int points = 14;
constexpr int axis = 116; // below the topmost grid line
constexpr int longTick = 7;
constexpr int shortTick = 3;
constexpr int week = 7;
using Heights = std::array<int, points>; // from the topmost grid line down
constexpr Heights all{76, 66, 72, 58, 62, 46, 52, 38, 44, 28, 32, 14, 2, 30};
constexpr Heights some{102, 98, 101, 94, 96, 88, 92, 84, 88, 79, 82, 72, 64, 84};

QPointF pointOf(const Heights &heights, std::size_t index)
{
    constexpr qreal column = qreal{WelcomePicture::columnWidth} / points;
    return {column * (static_cast<qreal>(index) + 0.5), qreal(heights.at(index))};
}

void drawGrid(QPainter &painter, const Tokens &tokens)
{
    constexpr int rowHeight = 36;
    for (int row = 0; row < 3; ++row) {
        painter.fillRect(0, row * rowHeight, WelcomePicture::columnWidth, 1, tokens.gridLine);
    }
    painter.fillRect(0, axis, WelcomePicture::columnWidth, 1, tokens.zeroLine);
    QColor faint = tokens.zeroLine;
    faint.setAlphaF(0.25F);
    for (std::size_t i = 0; i < points; ++i) {
        const bool weekStart = i % week == 1;
        painter.fillRect(static_cast<int>(std::lround(pointOf(all, i).x())),
                         axis + 1,
                         1,
                         weekStart ? longTick : shortTick,
                         weekStart ? tokens.zeroLine : faint);
    }
}

void drawLine(QPainter &painter, const Heights &heights, const QPen &pen)
{
    QPolygonF line;
    for (std::size_t i = 0; i + 1 < points; ++i) {
        line.append(pointOf(heights, i));
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    QPen dashed = pen;
    dashed.setCapStyle(Qt::FlatCap);
    dashed.setDashPattern({4 / pen.widthF(), 3 / pen.widthF()});
    painter.setPen(dashed);
    painter.drawLine(pointOf(heights, points - 2), pointOf(heights, points - 1));
}

void drawPoints(QPainter &painter,
                const Heights &heights,
                const QColor &color,
                const QColor &ground)
{
    const qreal radius = heights == all ? 2.75 : 2.25;
    for (std::size_t i = 0; i + 1 < points; ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(pointOf(heights, i), radius + 1, radius + 1);
        painter.setBrush(color);
        painter.drawEllipse(pointOf(heights, i), radius, radius);
    }
}

void drawOpenPoint(
    QPainter &painter, QPointF at, qreal radius, const QPen &pen, const QColor &ground)
{
    painter.setPen(pen);
    painter.setBrush(ground);
    painter.drawEllipse(at, radius, radius);
}

void drawGlow(QPainter &painter, QPointF at)
{
    constexpr qreal reach = 28;
    QRadialGradient glow(at, reach);
    glow.setColorAt(0, QColor(0xFF, 0x8A, 0x2A, 0x61));
    glow.setColorAt(1, QColor(0xFF, 0x8A, 0x2A, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    painter.drawEllipse(at, reach, reach);
}

} // namespace

WelcomePicture::WelcomePicture(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(columnWidth + 2 * sideRoom, air + axis + 1 + longTick);
}

void WelcomePicture::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const QColor ember = tokens.dark ? QColor(0xFF, 0x8A, 0x2A) : QColor(0xD9, 0x48, 0x0F);
    QPainter painter(this);
    painter.translate(sideRoom, air);
    drawGrid(painter, tokens);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF last = pointOf(all, points - 1);
    drawGlow(painter, last);
    const QColor second = tokens.series.front();
    const QPen thick(tokens.neutral, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen thin(second, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    drawLine(painter, some, thin);
    drawPoints(painter, some, second, tokens.base);
    drawLine(painter, all, thick);
    drawPoints(painter, all, tokens.neutral, tokens.base);
    drawOpenPoint(painter, pointOf(some, points - 1), 3.5, QPen(second, 1.75), tokens.base);
    drawOpenPoint(painter, last, 5, QPen(ember, 2.5), tokens.base);
}

} // namespace emberline
