// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "ui/chart/chartstyle.h"
#include "ui/export/picturepage.h"
#include "ui/summary/cellcontent.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qreal leastCell = 300; ///< in the mock-up
constexpr qreal stripHeight = 154;

/// The cells of what is shown, side by side; each is equally wide.
class Strip
{
public:
    Strip(const PictureStyle &style, qreal top)
        : m_style(style)
        , m_top(top)
        , m_name(style.font(style.px(22), QFont::DemiBold))
        , m_total(style.font(style.px(34), QFont::DemiBold))
        , m_rows(style.font(style.px(20)))
    { }

    void paint(QPainter &painter, const std::vector<CellContent> &cells) const
    {
        const auto room = static_cast<std::size_t>(
            std::max(1.0, std::floor(m_style.innerWidth() / m_style.px(leastCell))));
        const bool isAll = cells.size() <= room;
        const std::size_t count = isAll ? cells.size() : std::max<std::size_t>(1, room);
        const qreal width = m_style.innerWidth() / static_cast<qreal>(count);
        for (std::size_t i = 0; i < count; ++i) {
            const qreal left = m_style.inset + static_cast<qreal>(i) * width;
            if (!isAll && i + 1 == count) {
                paintRest(painter, left, cells.size() - i);
            } else {
                paintCell(painter, QRectF(left, m_top, width - px(24), 0), cells[i]);
            }
        }
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }

    void paintWords(QPainter &painter,
                    const QPointF &place,
                    const QString &words,
                    const QFont &font,
                    const QColor &color) const
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(place.x(), std::round(m_top + px(place.y()))), words);
    }

    void paintRest(QPainter &painter, qreal left, std::size_t count) const
    {
        const int more = static_cast<int>(count); // lupdate understands a name only
        paintWords(
            painter,
            {left, 22},
            QCoreApplication::translate("Chart", "and %n more", "series that have no room", more),
            m_rows,
            m_style.tokens.text2);
    }

    void paintCell(QPainter &painter, const QRectF &cell, const CellContent &content) const
    {
        const Tokens &tokens = m_style.tokens;
        const qreal swatch = px(17.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(seriesColor(tokens, content.colorSlot));
        painter.drawRoundedRect(
            QRectF(cell.left(), std::round(m_top + px(6)), swatch, swatch), px(3.5), px(3.5));
        const qreal name = cell.left() + swatch + px(10);
        paintWords(painter,
                   {name, 22},
                   elided(content.name, m_name, cell.right() - name),
                   m_name,
                   tokens.text);
        paintWords(painter, {cell.left(), 63}, content.total, m_total, tokens.text);
        paintChange(painter, cell, content);
        qreal baseline = 94;
        for (const std::size_t row : {0U, 1U}) { // average, peak
            const QString words = content.rows.at(row).label + u' ' + content.rows.at(row).value;
            paintWords(painter,
                       {cell.left(), baseline},
                       elided(words, m_rows, cell.width()),
                       m_rows,
                       tokens.text2);
            baseline += 27;
        }
    }

    /// Beside the total: the change, else what is to be known of the total, as far as there is
    /// room.
    void paintChange(QPainter &painter, const QRectF &cell, const CellContent &content) const
    {
        const QString sign = content.direction > 0 ? u"▲ "_s
                           : content.direction < 0 ? u"▼ "_s
                                                   : QString();
        const QString change = content.percent.isEmpty() ? QString() : sign + content.percent;
        qreal left = cell.left() + textWidth(content.total, m_total) + px(14);
        for (const auto &[words, color] : {std::pair(change, m_style.tokens.text),
                                           std::pair(content.note, m_style.tokens.text2)}) {
            const qreal width = textWidth(words, m_rows);
            if (!words.isEmpty() && left + width <= cell.right()) {
                paintWords(painter, {left, 63}, words, m_rows, color);
                left += width + px(12);
            }
        }
    }

    const PictureStyle &m_style;
    qreal m_top;
    QFont m_name;
    QFont m_total;
    QFont m_rows;
};

} // namespace

qreal paintSummary(QPainter *painter,
                   const PictureSource &source,
                   const PictureStyle &style,
                   qreal top)
{
    if (source.dataset->isEmpty()) {
        return 0;
    }
    if (painter != nullptr) {
        DatasetModel model;
        model.setDataset(source.dataset, source.looks, source.earlier);
        std::vector<CellContent> cells = cellsOf(model, source.view.look.zoom, source.locale);
        std::erase_if(cells, [](const CellContent &cell) { return cell.hidden; });
        Strip(style, top).paint(*painter, cells);
    }
    return std::round(style.px(stripHeight));
}

} // namespace emberline
