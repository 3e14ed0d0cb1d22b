// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pictureheading.h"

#include "ui/chart/chartstyle.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

class HeadingPainter
{
public:
    HeadingPainter(QPainter &painter, const PictureHeading &heading, const HeadingPlace &place)
        : m_painter(painter)
        , m_heading(heading)
        , m_place(place)
        , m_body(place.style.font(px(13)))
        , m_strong(place.style.font(px(13), QFont::DemiBold))
        , m_small(place.style.font(px(12)))
        , m_middle(std::round(place.rect.center().y()))
        , m_x(place.rect.left())
    { }

    void paint()
    {
        const qreal swatch = m_heading.swatch.isValid() ? px(18) : 0;
        const qreal badge = widthOf(m_heading.badge, m_small)
                          + (m_heading.badge.isEmpty() ? 0 : 2 * px(8));
        const qreal total = widthOf(m_heading.total, m_body);
        const qreal name = textWidth(m_heading.name, m_strong);
        const qreal width = m_place.rect.width();
        qreal room = width - swatch - widthOf(m_heading.change, m_strong);
        const bool showsBadge = badge + total + name <= room;
        room -= showsBadge ? badge : 0;
        const bool showsTotal = total + name <= room;
        room = std::max(0.0, room - (showsTotal ? total : 0));
        if (m_heading.swatch.isValid()) {
            const qreal side = px(10);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_heading.swatch);
            m_painter.drawRoundedRect(QRectF(m_x, m_middle - side / 2, side, side), px(2), px(2));
            m_x += swatch;
        }
        add(elided(m_heading.name, m_strong, room), m_strong);
        add(showsTotal ? m_heading.total : QString(), m_body);
        add(m_heading.change, m_strong);
        if (showsBadge) {
            addBadge(badge);
        }
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return length * m_place.k; }

    [[nodiscard]] qreal widthOf(const QString &text, const QFont &font) const
    {
        return text.isEmpty() ? 0 : textWidth(text, font) + px(8);
    }

    void add(const QString &words, const QFont &font)
    {
        if (!words.isEmpty()) {
            m_painter.setFont(font);
            m_painter.setPen(m_place.style.tokens.text);
            m_painter.drawText(QPointF(m_x, baselineAt(m_middle, font)), words);
            m_x += textWidth(words, font) + px(8);
        }
    }

    void addBadge(qreal width)
    {
        if (m_heading.badge.isEmpty()) {
            return;
        }
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_place.style.tokens.chip);
        m_painter.drawRoundedRect(
            QRectF(m_x, m_middle - px(10), width - px(8), px(20)), px(10), px(10));
        m_x += px(8);
        add(m_heading.badge, m_small);
    }

    QPainter &m_painter;
    const PictureHeading &m_heading;
    const HeadingPlace &m_place;
    QFont m_body;
    QFont m_strong;
    QFont m_small;
    qreal m_middle;
    qreal m_x;
};

} // namespace

void paintHeading(QPainter &painter, const PictureHeading &heading, const HeadingPlace &place)
{
    HeadingPainter(painter, heading, place).paint();
}

} // namespace emberline
