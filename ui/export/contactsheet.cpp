// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/contactsheet.h"

#include "app/core/text.h"
#include "ui/export/pdffile.h"
#include "ui/export/picturepage.h"

#include <QCoreApplication>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qreal leastCellWidth = 640; ///< smaller ones are painted like that and made smaller
constexpr qreal titleRole = 40; ///< lengths are those of the mock-up of a picture
constexpr qreal footnoteRole = 18;
constexpr qreal gap = 24;
constexpr qreal marginRole = 48; ///< above and below

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
        , m_style(pictureStyle(options, brandOf(set)))
        , m_text(pageText(set))
    {
        const int count = static_cast<int>(set.pictures.size());
        const int wish = set.columns > 0 ? set.columns
                                         : static_cast<int>(std::ceil(std::sqrt(count)));
        m_columns = std::clamp(wish, 1, std::max(1, count));
        while (m_columns < count && pageHeight() > longestPictureSide) {
            ++m_columns;
        }
        m_page = m_options;
        m_page.size.setHeight(std::min(qCeil(pageHeight()), longestPictureSide));
    }

    /// As the pictures are, but as high as the sheet has to be.
    [[nodiscard]] const PictureOptions &page() const { return m_page; }
    [[nodiscard]] const PictureText &text() const { return m_text; }

    void paint(QPainter &painter) const
    {
        const qreal margin = m_style.px(marginRole);
        const QRectF room =
            QRectF(QPointF(), m_page.size).adjusted(m_style.inset, margin, -m_style.inset, -margin);
        if (!m_text.title.isEmpty()) {
            paintLine(painter, room, Qt::AlignTop, m_text.title);
        }
        paintLine(painter, room, Qt::AlignBottom, m_text.footnote);
        for (std::size_t i = 0; i < m_set.pictures.size(); ++i) {
            paintCell(painter, m_set.pictures[i], cell(static_cast<int>(i)));
        }
    }

private:
    [[nodiscard]] qreal lineHeight(qreal role) const { return 1.5 * m_style.px(role); }
    [[nodiscard]] qreal headHeight() const
    {
        return m_text.title.isEmpty() ? 0 : lineHeight(titleRole) + m_style.px(gap);
    }

    /// Each is of the shape of the picture that it would be alone.
    [[nodiscard]] QSizeF cellSize() const
    {
        const qreal between = m_style.px(gap);
        const qreal width = (m_style.innerWidth() - between * (m_columns - 1)) / m_columns;
        return {width, width * m_style.size.height() / m_style.size.width()};
    }

    [[nodiscard]] qreal pageHeight() const
    {
        const int count = static_cast<int>(m_set.pictures.size());
        const int rows = (count + m_columns - 1) / m_columns;
        const qreal between = m_style.px(gap);
        return 2 * m_style.px(marginRole) + headHeight() + rows * (cellSize().height() + between)
             + lineHeight(footnoteRole);
    }

    [[nodiscard]] QRectF cell(int index) const
    {
        const qreal between = m_style.px(gap);
        const QSizeF size = cellSize();
        const int row = index / m_columns;
        return {QPointF(m_style.inset + (index % m_columns) * (size.width() + between),
                        m_style.px(marginRole) + headHeight() + row * (size.height() + between)),
                size};
    }

    /// The title at the top of @p room or the footnote at its bottom.
    void paintLine(QPainter &painter,
                   const QRectF &room,
                   Qt::AlignmentFlag edge,
                   const QString &text) const
    {
        const bool isTitle = edge == Qt::AlignTop;
        const QFont font = isTitle ? m_style.font(m_style.px(titleRole), QFont::DemiBold)
                                   : m_style.font(m_style.px(footnoteRole));
        const QFontMetricsF metrics(font, painter.device());
        painter.setFont(font);
        painter.setPen(isTitle ? m_style.tokens.text : m_style.tokens.text2);
        const qreal top = isTitle ? room.top() : room.bottom() - metrics.height();
        painter.drawText(QPointF(room.left(), top + metrics.ascent()),
                         metrics.elidedText(text, Qt::ElideRight, room.width()));
    }

    /// A picture of its own, as large as its cell, with the name in the place of the title.
    void paintCell(QPainter &painter, const NamedPicture &picture, const QRectF &rect) const
    {
        const qreal grown = std::max(1.0, leastCellWidth / rect.width());
        PictureOptions options = m_options;
        options.size = (rect.size() * grown).toSize();
        options.parts.title = true;
        options.words = {.title = displayText(picture.name)};
        painter.save();
        painter.translate(rect.topLeft());
        painter.scale(1 / grown, 1 / grown);
        paintPicture(painter, picture.source, options);
        painter.restore();
        painter.setPen(QPen(m_style.tokens.hairline, std::max(1.0, m_style.px(1))));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    }

    const PictureSet &m_set;
    const PictureOptions &m_options;
    PictureStyle m_style;
    PictureText m_text;
    PictureOptions m_page;
    int m_columns = 1;
};

} // namespace

qint64 mostHeldBySheet(const PictureOptions &options)
{
    PictureOptions highest = options;
    highest.size.setHeight(longestPictureSide);
    return heldBytes(highest);
}

BrandPtr brandOf(const PictureSet &set)
{
    return set.pictures.empty() ? BrandPtr() : set.pictures.front().source.brand;
}

PictureEncoder preparedContactSheet(const PictureSet &set, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    const Sheet sheet(set, bounded);
    const PictureOptions &page = sheet.page();
    const PictureText &text = sheet.text();
    if (bounded.format != PictureFormat::Pdf) {
        const auto paint = [&sheet](QPainter &painter) {
            sheet.paint(painter);
        };
        const QSize pixels = page.size * page.scale;
        return [text, image = imageOf(page, pixels, QRect(QPoint(), pixels), paint)] {
            return pngBytes(image, text);
        };
    }
    const auto paint = [&sheet, &page](QPainter &painter) {
        paintGround(painter, page);
        sheet.paint(painter);
    };
    const Result<QByteArray> bytes = pdfBytes(
        {.size = page.size,
         .words = {.title = text.title, .description = text.footnote},
         .made = newestFetch(set),
         .pages = {paint}});
    return [bytes] {
        return bytes;
    };
}

PictureEncoder preparedPages(const PictureSet &set, const PictureOptions &options)
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
    const Result<QByteArray> bytes = pdfBytes(file);
    return [bytes] {
        return bytes;
    };
}

} // namespace emberline
