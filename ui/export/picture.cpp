// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture.h"

#include "ui/chart/chartscene.h"
#include "ui/chart/earlierlines.h"

#include <QBuffer>
#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImageWriter>
#include <QPainter>
#include <QSaveFile>
#include <QStringList>
#include <QSvgRenderer>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// White is for dark ink only; on the dark theme it means the theme's ground.
bool isClear(const PictureOptions &options)
{
    return options.background == PictureOptions::Background::Transparent;
}

QFont pictureFont(qreal size, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"DejaVu Sans"_s, u"sans-serif"_s});
    font.setPixelSize(std::max(12, qRound(size)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

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

/// One picture in output pixels at scale 1; every length of the mock-up at 1920 × 1080 is 1.75 k.
class Page
{
public:
    Page(const PictureSource &source, const PictureOptions &options)
        : m_source(source)
        , m_options(options)
        , m_tokens(options.dark ? darkTokens() : lightTokens())
        , m_width(options.size.width())
        , m_height(options.size.height())
        , m_k(std::max({1.2, std::min(m_width / 1100, m_height / 620)}))
        , m_inset(std::round(std::min(px(72), m_width * 0.0375)))
        , m_title(pictureFont(px(44), QFont::DemiBold))
        , m_subtitle(pictureFont(px(24)))
        , m_footnote(pictureFont(px(18)))
    { }

    void paint(QPainter &painter)
    {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        const qreal top = paintHead(painter);
        const qreal bottom = paintFoot(painter);
        paintChart(painter, QRectF(0, top, m_width, std::max(1.0, bottom - top)));
    }

private:
    /// A length measured in the mock-up.
    [[nodiscard]] qreal px(qreal length) const { return length / 1.75 * m_k; }
    /// The same for margins above and below, which give way in low pictures.
    [[nodiscard]] qreal marginPx(qreal length) const
    {
        return std::min(px(length), m_height * length / 1080);
    }
    [[nodiscard]] qreal innerWidth() const { return m_width - 2 * m_inset; }

    void paintText(QPainter &painter, const QPointF &baseline, const QString &text) const
    {
        painter.drawText(baseline, text);
    }

    /// The bottom of title and subtitle.
    qreal paintHead(QPainter &painter) const
    {
        QFont title = m_title;
        while (textWidth(m_source.text.title, title) > innerWidth()
               && title.pixelSize() > m_subtitle.pixelSize()) {
            title.setPixelSize(title.pixelSize() - 1);
        }
        qreal y = std::round(marginPx(72) + px(29));
        painter.setPen(m_tokens.text);
        painter.setFont(title);
        paintText(painter, {m_inset, y}, elided(m_source.text.title, title, innerWidth()));
        y = std::round(y + px(40));
        painter.setPen(m_tokens.text2);
        painter.setFont(m_subtitle);
        paintSubtitle(painter, y);
        return std::round(y + marginPx(36));
    }

    /// With what the thin lines are, which gives way last.
    void paintSubtitle(QPainter &painter, qreal baseline) const
    {
        const QString &key = m_source.text.comparison;
        const qreal line = px(35);
        const qreal gap = px(28);
        const qreal keyWidth = key.isEmpty() ? 0 : gap + line + px(14) + textWidth(key, m_subtitle);
        const qreal room = std::max(innerWidth() / 4, innerWidth() - keyWidth);
        const QString text = elided(m_source.text.subtitle, m_subtitle, room);
        paintText(painter, {m_inset, baseline}, text);
        if (key.isEmpty()) {
            return;
        }
        const qreal left = m_inset + textWidth(text, m_subtitle) + gap;
        const qreal y = baseline - QFontMetricsF(m_subtitle).capHeight() / 2;
        const QColor color = earlierColor(ChartStyle(m_tokens, m_subtitle, m_k), -1);
        painter.fillRect(
            QRectF(left, std::round(y - m_k / 2), line, std::max(1.0, std::round(m_k))), color);
        const qreal words = left + line + px(14);
        const qreal end = m_inset + innerWidth();
        paintText(painter, {words, baseline}, elided(key, m_subtitle, end - words));
    }

    /// The top of the footnote's area.
    qreal paintFoot(QPainter &painter) const
    {
        const QFont name = pictureFont(px(18), QFont::DemiBold);
        const QString mark = u"Emberline"_s;
        const qreal icon = std::round(px(25));
        const qreal markWidth = std::ceil(textWidth(mark, name)) + icon + px(10);
        const QStringList lines = wrapped(m_source.text.footnote,
                                          m_footnote,
                                          innerWidth() - markWidth - px(60),
                                          mostFootnoteLines());
        const qreal pitch = std::round(px(26));
        const qreal last = std::round(m_height - marginPx(57));
        const qreal first = last
                          - pitch * static_cast<qreal>(std::max<qsizetype>(2, lines.size()) - 1);
        const qreal rule = std::round(first - px(37));

        painter.fillRect(QRectF(m_inset, rule, innerWidth(), std::floor(m_k)), m_tokens.hairline);
        painter.setFont(m_footnote);
        painter.setPen(m_tokens.text2);
        qreal y = first;
        for (const QString &line : lines) {
            paintText(painter, {m_inset, y}, line);
            y += pitch;
        }
        const qreal left = m_width - m_inset - markWidth;
        QSvgRenderer emblem(u":/icons/emberline.svg"_s);
        emblem.render(&painter, QRectF(left, std::round(first - px(6.5) - icon / 2), icon, icon));
        painter.setFont(name);
        painter.setPen(m_tokens.text);
        paintText(painter, {left + icon + px(10), first}, mark);
        return std::round(rule - marginPx(31));
    }

    /// Self-describing comes first, but the chart keeps at least half of the picture.
    [[nodiscard]] int mostFootnoteLines() const
    {
        return std::max(2, static_cast<int>(m_height * 0.2 / px(26)));
    }

    void paintChart(QPainter &painter, const QRectF &rect) const
    {
        DatasetModel model;
        model.setDataset(m_source.dataset, m_source.looks, m_source.earlier);
        ChartScene scene;
        scene.setClearGround(isClear(m_options));
        scene.setBodyFont(pictureFont(13));
        scene.setTokens(m_tokens);
        scene.setLocale(m_source.locale);
        scene.setWeekStart(m_source.weekStart);
        scene.setScaleFactor(m_k);
        scene.setMargins(m_inset, std::round(px(76)));
        scene.setSize(rect.size());
        scene.setModel(&model);
        scene.render(&painter, rect, scene.sceneRect(), Qt::IgnoreAspectRatio);
    }

    const PictureSource &m_source;
    const PictureOptions &m_options;
    const Tokens &m_tokens;
    qreal m_width;
    qreal m_height;
    qreal m_k;
    qreal m_inset;
    QFont m_title;
    QFont m_subtitle;
    QFont m_footnote;
};

QColor groundOf(const PictureOptions &options)
{
    switch (options.background) {
    case PictureOptions::Background::White:
        return options.dark ? darkTokens().base : QColor(Qt::white);
    case PictureOptions::Background::Theme:
        return options.dark ? darkTokens().base : lightTokens().base;
    case PictureOptions::Background::Transparent:
        return Qt::transparent;
    }
    Q_UNREACHABLE();
}

QImage painted(const PictureSource &source, const PictureOptions &options, const QSize &pixels)
{
    const bool clear = isClear(options);
    QImage image(pixels, clear ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) {
        return image; // no memory for it; the writer says so
    }
    image.fill(groundOf(options));
    // Explicit: by default it comes from the screen.
    const int dotsPerMeter = qRound(96 / 0.0254 * pixels.width() / options.size.width());
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    QPainter painter(&image);
    painter.scale(static_cast<qreal>(pixels.width()) / options.size.width(),
                  static_cast<qreal>(pixels.height()) / options.size.height());
    Page(source, options).paint(painter);
    painter.end();
    return image;
}

} // namespace

QImage renderPicture(const PictureSource &source, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    return painted(source, bounded, bounded.size * bounded.scale);
}

QImage renderPreview(const PictureSource &source, const PictureOptions &options, const QSize &room)
{
    const PictureOptions bounded = boundedOptions(options);
    const QSize pixels = bounded.size.scaled(room.expandedTo(QSize(1, 1)), Qt::KeepAspectRatio)
                             .expandedTo(QSize(1, 1));
    return painted(source, bounded, pixels);
}

Result<QByteArray> pictureBytes(const PictureSource &source, const PictureOptions &options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(u"Title"_s, source.text.title);
    writer.setText(u"Description"_s, source.text.footnote);
    writer.setText(u"Software"_s, u"Emberline"_s);
    if (!writer.write(renderPicture(source, options))) {
        return Error{.kind = ErrorKind::File, .detail = writer.errorString()};
    }
    return bytes;
}

std::optional<Error> writePicture(const PictureSource &source,
                                  const PictureOptions &options,
                                  const QString &path)
{
    const Result<QByteArray> bytes = pictureBytes(source, options);
    if (!bytes) {
        return bytes.error();
    }
    QSaveFile file(path);
    // A full disk shows only when the buffer is flushed; commit() does not look (Qt 6.4).
    const bool written = file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size()
                      && file.flush() && file.commit();
    return written ? std::nullopt
                   : std::optional(Error{.kind = ErrorKind::File,
                                         .detail = path + u": "_s + file.errorString()});
}

QString pictureWords(const PictureSource &source, const PictureOptions & /*options*/)
{
    QStringList words{source.text.title, source.text.subtitle, source.text.footnote};
    words.removeAll(QString());
    return words.join(u'\n');
}

QSize copyPicture(const PictureSource &source, const PictureOptions &options)
{
    const QImage image = renderPicture(source, options);
    QGuiApplication::clipboard()->setImage(image);
    return image.size();
}

} // namespace emberline
