// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/contactsheet.h"

#include "app/core/text.h"
#include "ui/export/pdffile.h"
#include "ui/export/picturepage.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr QSizeF leastCell(480, 300); ///< smaller ones are painted like that and made smaller
constexpr qreal titleRole = 40; ///< lengths are those of the mock-up of a picture
constexpr qreal footnoteRole = 18;
constexpr qreal gap = 24;

/// What no picture may leave out, how many they are, and who made the page.
PictureText pageText(const PictureSet &set)
{
    QStringList footnote;
    for (const NamedPicture &picture : set.pictures) {
        if (!picture.source.text.notice.isEmpty()
            && !footnote.contains(picture.source.text.notice)) {
            footnote.append(picture.source.text.notice);
        }
    }
    const int count = static_cast<int>(set.pictures.size());
    footnote.append(QCoreApplication::translate("ContactSheet", "%n picture(s).", nullptr, count));
    footnote.append(programName() + u'.');
    return {.title = displayText(set.title), .footnote = footnote.join(u' ')};
}

QDateTime newestFetch(const PictureSet &set)
{
    QDateTime newest;
    for (const NamedPicture &picture : set.pictures) {
        const QDateTime &fetched = picture.source.dataset->fetchedAt;
        newest = newest.isValid() ? std::max(newest, fetched) : fetched;
    }
    return newest;
}

class Sheet
{
public:
    Sheet(const PictureSet &set, const PictureOptions &options)
        : m_set(set)
        , m_options(options)
        , m_style(pictureStyle(options))
        , m_text(pageText(set))
    {
        const int count = static_cast<int>(set.pictures.size());
        m_columns = set.columns > 0 ? set.columns : static_cast<int>(std::ceil(std::sqrt(count)));
        m_columns = std::clamp(m_columns, 1, std::max(1, count));
        m_rows = std::max(1, (count + m_columns - 1) / m_columns);
    }

    void paint(QPainter &painter) const
    {
        const QRectF page(QPointF(), m_style.size);
        const qreal margin = m_style.marginPx(40);
        QRectF room = page.adjusted(m_style.inset, margin, -m_style.inset, -margin);
        if (!m_text.title.isEmpty()) {
            const qreal high = paintLine(painter, room, Qt::AlignTop, m_text.title);
            room.setTop(room.top() + high + m_style.marginPx(gap));
        }
        const qreal low = paintLine(painter, room, Qt::AlignBottom, m_text.footnote);
        room.setBottom(room.bottom() - low - m_style.marginPx(gap));
        for (std::size_t i = 0; i < m_set.pictures.size(); ++i) {
            paintCell(painter, m_set.pictures[i], cell(room, static_cast<int>(i)));
        }
    }

private:
    /// The title at the top of @p room or the footnote at its bottom; tells how high it is.
    qreal paintLine(QPainter &painter,
                    const QRectF &room,
                    Qt::AlignmentFlag edge,
                    const QString &text) const
    {
        const bool isTitle = edge == Qt::AlignTop;
        const QFont font = isTitle ? pictureFont(m_style.px(titleRole), QFont::DemiBold)
                                   : pictureFont(m_style.px(footnoteRole));
        const QFontMetricsF metrics(font, painter.device());
        painter.setFont(font);
        painter.setPen(isTitle ? m_style.tokens.text : m_style.tokens.text2);
        const qreal top = isTitle ? room.top() : room.bottom() - metrics.height();
        painter.drawText(QPointF(room.left(), top + metrics.ascent()),
                         metrics.elidedText(text, Qt::ElideRight, room.width()));
        return metrics.height();
    }

    [[nodiscard]] QRectF cell(const QRectF &room, int index) const
    {
        const qreal between = m_style.px(gap);
        const qreal width = (room.width() - between * (m_columns - 1)) / m_columns;
        const qreal height = (room.height() - between * (m_rows - 1)) / m_rows;
        return {room.left() + (index % m_columns) * (width + between),
                room.top() + static_cast<qreal>(index / m_columns) * (height + between),
                width,
                height};
    }

    /// A picture of its own, as large as its cell, with the name in the place of the title.
    void paintCell(QPainter &painter, const NamedPicture &picture, const QRectF &rect) const
    {
        const qreal grown = std::max(
            {1.0, leastCell.width() / rect.width(), leastCell.height() / rect.height()});
        PictureOptions options = m_options;
        options.size = (rect.size() * grown).toSize();
        options.parts.title = true;
        options.words = {.title = displayText(picture.name)};
        painter.save();
        painter.translate(rect.topLeft());
        painter.scale(1 / grown, 1 / grown);
        painter.fillRect(QRect(QPoint(), options.size), m_style.tokens.base);
        paintPicture(painter, picture.source, options);
        painter.restore();
    }

    const PictureSet &m_set;
    const PictureOptions &m_options;
    PictureStyle m_style;
    PictureText m_text;
    int m_columns = 1;
    int m_rows = 1;
};

} // namespace

BytesMaker preparedContactSheet(const PictureSet &set, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    const PictureText text = pageText(set);
    const auto paint = [&set, &bounded](QPainter &painter) { Sheet(set, bounded).paint(painter); };
    if (bounded.format != PictureFormat::Pdf) {
        return [text, image = imageOf(bounded, bounded.size * bounded.scale, paint)] {
            return pngBytes(image, text);
        };
    }
    const auto paintPage = [&bounded, &paint](QPainter &painter) {
        paintGround(painter, bounded);
        paint(painter);
    };
    const Result<QByteArray> bytes = pdfBytes(
        {.size = bounded.size,
         .words = {.title = text.title, .description = text.footnote},
         .made = newestFetch(set),
         .pages = {paintPage}});
    return [bytes] { return bytes; };
}

BytesMaker preparedPages(const PictureSet &set, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    const PictureText text = pageText(set);
    PdfFile file{.size = bounded.size,
                 .words = {.title = text.title, .description = text.footnote},
                 .made = newestFetch(set)};
    for (const NamedPicture &picture : set.pictures) {
        file.pages.emplace_back([&picture, &bounded](QPainter &painter) {
            paintGround(painter, bounded);
            paintPicture(painter, picture.source, bounded);
        });
    }
    const Result<QByteArray> bytes = pdfBytes(std::move(file));
    return [bytes] { return bytes; };
}

} // namespace emberline
