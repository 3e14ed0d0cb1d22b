// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturepage.h"

#include "app/core/text.h"
#include "ui/chart/chartscene.h"
#include "ui/chart/earlierlines.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <QSvgRenderer>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// @p text broken into lines of at most @p width; the last one is elided if it is not enough.
QStringList wrapped(const QString &text, const QFont &font, qreal width, int most)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines.append(elided(text.mid(line.textStart()), font, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

/// Long words of the user, fit for the screen.
QString cleaned(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words) {
        word = displayText(word);
    }
    return words.join(u' ');
}

QString withRange(const QString &words, const QString &range)
{
    return QString(words).replace(u"{range}"_s, range);
}

const QString programName = u"Emberline"_s;

/// @p footnote with what a brand adds: the name of the program, if its mark gives way, and words.
QString withBrand(const QString &footnote, const Brand &brand)
{
    QStringList words{footnote};
    if (brand.logo) {
        words.append(QCoreApplication::translate("PicturePage", "Made with Emberline."));
    }
    words.append(brand.footer);
    words.removeAll(QString());
    return words.join(u' ');
}

class Page
{
public:
    Page(const PictureSource &source, const PictureOptions &options)
        : m_source(source)
        , m_options(options)
        , m_text(writtenText(source, options))
        , m_style(pictureStyle(options, source.brand))
        , m_title(m_style.font(m_style.px(44), QFont::DemiBold))
        , m_subtitle(m_style.font(m_style.px(24)))
        , m_footnote(m_style.font(m_style.px(18)))
    { }

    void paint(QPainter &painter)
    {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        paintAccent(painter);
        qreal top = paintHead(painter);
        const qreal bottom = paintFoot(painter);
        if (m_options.parts.summary) {
            top = addSummary(painter, top, bottom);
        }
        const QRectF rect(0, top, m_style.size.width(), std::max(1.0, bottom - top));
        if (m_source.view.look.layout == ChartLayout::SideBySide && !m_source.dataset->isEmpty()) {
            paintPanels(painter, m_source, m_style, rect);
        } else {
            paintChart(painter, rect);
        }
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }
    [[nodiscard]] qreal marginPx(qreal length) const { return m_style.marginPx(length); }
    [[nodiscard]] const Tokens &tokens() const { return m_style.tokens; }
    [[nodiscard]] qreal innerWidth() const { return m_style.innerWidth(); }

    /// The bottom of title and subtitle.
    qreal paintHead(QPainter &painter) const
    {
        qreal y = std::round(marginPx(72) - px(11));
        if (!m_text.title.isEmpty()) {
            QFont title = m_title;
            while (textWidth(m_text.title, title) > innerWidth()
                   && title.pixelSize() > m_subtitle.pixelSize()) {
                title.setPixelSize(title.pixelSize() - 1);
            }
            y = std::round(marginPx(72) + px(29));
            painter.setPen(tokens().text);
            painter.setFont(title);
            painter.drawText(QPointF(m_style.inset, y), elided(m_text.title, title, innerWidth()));
        }
        if (!m_text.subtitle.isEmpty() || !m_text.comparison.isEmpty()) {
            y = std::round(y + px(m_text.title.isEmpty() ? 29 : 40));
            painter.setPen(tokens().text2);
            painter.setFont(m_subtitle);
            paintSubtitle(painter, y);
        }
        return std::round(y + marginPx(36));
    }

    /// With what the thin lines are, which gives way last.
    void paintSubtitle(QPainter &painter, qreal baseline) const
    {
        const QString &key = m_text.comparison;
        const qreal line = px(35);
        const qreal gap = m_text.subtitle.isEmpty() ? 0 : px(28);
        const qreal keyWidth = key.isEmpty() ? 0 : gap + line + px(14) + textWidth(key, m_subtitle);
        const qreal room = std::max(innerWidth() / 4, innerWidth() - keyWidth);
        const QString text = elided(m_text.subtitle, m_subtitle, room);
        painter.drawText(QPointF(m_style.inset, baseline), text);
        if (key.isEmpty()) {
            return;
        }
        const qreal left = m_style.inset + textWidth(text, m_subtitle) + gap;
        const qreal y = baseline - QFontMetricsF(m_subtitle).capHeight() / 2;
        const qreal k = m_style.k;
        const QColor color = earlierColor(ChartStyle(tokens(), m_subtitle, k), -1);
        painter.fillRect(QRectF(left, std::round(y - k / 2), line, std::max(1.0, std::round(k))),
                         color);
        const qreal words = left + line + px(14);
        const qreal end = m_style.inset + innerWidth();
        painter.drawText(QPointF(words, baseline), elided(key, m_subtitle, end - words));
    }

    /// The top of the footnote's area.
    qreal paintFoot(QPainter &painter) const
    {
        if (m_text.footnote.isEmpty()) {
            return std::round(m_style.size.height() - marginPx(57));
        }
        const QStringList lines = wrapped(
            m_text.footnote, m_footnote, innerWidth() - markWidth() - px(60), mostFootnoteLines());
        const qreal pitch = std::round(px(26));
        const qreal last = std::round(m_style.size.height() - marginPx(57));
        const qsizetype least = m_options.parts.footnote ? 2 : 1; // the chart keeps its place
        const qreal first = last - pitch * static_cast<qreal>(std::max(least, lines.size()) - 1);
        const qreal rule = std::round(first - px(37));

        painter.fillRect(QRectF(m_style.inset, rule, innerWidth(), std::floor(m_style.k)),
                         tokens().hairline);
        painter.setFont(m_footnote);
        painter.setPen(tokens().text2);
        qreal y = first;
        for (const QString &line : lines) {
            painter.drawText(QPointF(m_style.inset, y), line);
            y += pitch;
        }
        const qreal nextLine = least > 1 ? pitch : 0;
        paintMark(painter, first, std::round(first - px(6.5) + nextLine / 2));
        return std::round(rule - marginPx(31));
    }

    [[nodiscard]] const Logo *logo() const
    {
        return m_style.brand != nullptr && m_style.brand->logo ? &*m_style.brand->logo : nullptr;
    }

    [[nodiscard]] QRectF logoRect(qreal middle) const
    {
        const qreal height = px(48); // two lines of the footnote
        const qreal right = m_style.size.width() - m_style.inset;
        const qreal width = std::min(px(280), innerWidth() / 3);
        const QRectF room(right - width, middle - height / 2, width, height);
        return QRectF(logoPlace(logo()->size, room).toRect()); // whole pixels: its edges are sharp
    }

    [[nodiscard]] QFont markFont() const { return m_style.font(px(18), QFont::DemiBold); }
    [[nodiscard]] qreal emblemSide() const { return std::round(px(25)); }

    [[nodiscard]] qreal markWidth() const
    {
        return logo() != nullptr
                 ? logoRect(0).width()
                 : std::ceil(textWidth(programName, markFont())) + emblemSide() + px(10);
    }

    /// Whose the picture is: ours beside the first line of the footnote, a logo in the middle of
    /// its two.
    void paintMark(QPainter &painter, qreal baseline, qreal middle) const
    {
        if (logo() != nullptr) {
            paintLogo(painter, logoRect(middle), *logo());
            return;
        }
        const qreal side = emblemSide();
        const qreal left = m_style.size.width() - m_style.inset - markWidth();
        QSvgRenderer emblem(u":/icons/emberline.svg"_s);
        emblem.render(&painter,
                      QRectF(left, std::round(baseline - px(6.5) - side / 2), side, side));
        painter.setFont(markFont());
        painter.setPen(tokens().text);
        painter.drawText(QPointF(left + side + px(10), baseline), programName);
    }

    /// The colour of the brand, above the words that stand on top.
    void paintAccent(QPainter &painter) const
    {
        const bool hasWords = !m_text.title.isEmpty() || !m_text.subtitle.isEmpty();
        if (hasWords && m_style.brand != nullptr && m_style.brand->accent.isValid()) {
            const qreal bottom = std::round(marginPx(72) - marginPx(28));
            const qreal height = std::max(2.0, std::round(px(6)));
            painter.fillRect(QRectF(m_style.inset, bottom - height, std::round(px(72)), height),
                             m_style.brand->accent);
        }
    }

    /// Self-describing comes first, but the chart keeps at least half of the picture.
    [[nodiscard]] int mostFootnoteLines() const
    {
        return std::max(2, static_cast<int>(m_style.size.height() * 0.2 / px(26)));
    }

    /// Where there is room for it; the chart comes first.
    qreal addSummary(QPainter &painter, qreal top, qreal bottom) const
    {
        const qreal height = paintSummary(nullptr, m_source, m_style, top);
        if (bottom - top - height < m_style.size.height() * 0.4) {
            return top;
        }
        return top + paintSummary(&painter, m_source, m_style, top);
    }

    void paintChart(QPainter &painter, const QRectF &rect) const
    {
        DatasetModel model;
        model.setDataset(m_source.dataset, m_source.looks, m_source.earlier);
        ChartScene scene;
        setUpScene(scene, m_source, m_style, m_style.k);
        scene.setNaming(m_options.parts.endLabels, m_options.parts.legend);
        scene.setMargins(m_style.inset, std::round(px(76)));
        scene.setLargest(m_source.largest);
        scene.setSize(rect.size());
        scene.setModel(&model);
        scene.render(&painter, rect, scene.sceneRect(), Qt::IgnoreAspectRatio);
    }

    const PictureSource &m_source;
    const PictureOptions &m_options;
    PictureText m_text; ///< what is written
    PictureStyle m_style;
    QFont m_title;
    QFont m_subtitle;
    QFont m_footnote;
};

} // namespace

PictureText writtenText(const PictureSource &source, const PictureOptions &options)
{
    const PictureText &text = source.text;
    const PictureParts &parts = options.parts;
    const PictureWords &words = options.words;
    PictureText written = text;
    if (!words.title.isEmpty()) {
        written.title = displayText(withRange(words.title, text.range));
    }
    if (!words.subtitle.isEmpty()) {
        written.subtitle = displayText(withRange(words.subtitle, text.range));
    }
    if (!words.footnote.isEmpty()) {
        written.footnote =
            QString(text.notice + u' ' + cleaned(withRange(words.footnote, text.range))).trimmed();
    }
    if (!parts.title) {
        written.title.clear();
    }
    if (!parts.subtitle) {
        written.subtitle.clear();
        written.comparison.clear();
    }
    if (!parts.footnote) {
        written.footnote = text.notice;
    } else if (const BrandPtr brand = obeyedBrand(options, source.brand)) {
        written.footnote = withBrand(written.footnote, *brand);
    }
    return written;
}

void paintPicture(QPainter &painter, const PictureSource &source, const PictureOptions &options)
{
    Page(source, options).paint(painter);
}

} // namespace emberline
