// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/columnspans.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace emberline {

namespace {

/// What a line covers of one column of pixels; nothing while low is above high.
struct Span
{
    qreal low = 1e9;
    qreal high = -1e9;

    void reach(qreal y)
    {
        low = std::min(low, y);
        high = std::max(high, y);
    }
};

/// The columns of pixels from @p first on.
class Columns
{
public:
    Columns(int first, int count)
        : m_first(first)
        , m_spans(static_cast<std::size_t>(count))
    { }

    /// The columns that the segment goes through reach to where it enters and leaves them, so that
    /// neighbours join.
    void add(const QPointF &from, const QPointF &to)
    {
        const int start = columnAt(from.x());
        const int end = columnAt(to.x());
        const qreal slope = to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
        at(start).reach(from.y());
        for (int column = start + 1; column <= end; ++column) {
            const qreal edge = from.y() + slope * (column - from.x());
            at(column - 1).reach(edge);
            at(column).reach(edge);
        }
        at(end).reach(to.y());
    }

    [[nodiscard]] int first() const { return m_first; }
    [[nodiscard]] const std::vector<Span> &spans() const { return m_spans; }

private:
    [[nodiscard]] int columnAt(qreal x) const
    {
        const int last = m_first + static_cast<int>(m_spans.size()) - 1;
        return std::clamp(static_cast<int>(std::floor(x)), m_first, last);
    }
    [[nodiscard]] Span &at(int column)
    {
        return m_spans[static_cast<std::size_t>(column - m_first)];
    }

    int m_first;
    std::vector<Span> m_spans;
};

/// @p source, premultiplied, at @p coverage over @p under.
QRgb over(QRgb source, qreal coverage, QRgb under)
{
    const auto part = static_cast<uint>(std::lround(coverage * 255));
    const auto scaled = [part](int channel) {
        return (static_cast<uint>(channel) * part + 127) / 255;
    };
    const uint rest = 255 - scaled(qAlpha(source));
    const auto mix = [rest, &scaled](int above, int below) {
        return static_cast<int>(scaled(above) + (static_cast<uint>(below) * rest + 127) / 255);
    };
    return qRgba(mix(qRed(source), qRed(under)),
                 mix(qGreen(source), qGreen(under)),
                 mix(qBlue(source), qBlue(under)),
                 mix(qAlpha(source), qAlpha(under)));
}

} // namespace

void paintColumnSpans(QImage &image, const QPolygonF &line, qreal width, const QColor &color)
{
    Q_ASSERT(image.format() == QImage::Format_ARGB32_Premultiplied);
    if (image.isNull() || line.isEmpty()) {
        return;
    }
    const int most = image.width() - 1;
    const int first = std::clamp(static_cast<int>(std::floor(line.front().x())), 0, most);
    const int last = std::clamp(static_cast<int>(std::floor(line.back().x())), first, most);
    Columns columns(first, last - first + 1);
    for (qsizetype i = 1; i < line.size(); ++i) {
        columns.add(line[i - 1], line[i]);
    }
    const QRgb source = qPremultiply(color.rgba());
    auto *pixel = reinterpret_cast<QRgb *>(image.bits()) + columns.first();
    const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    for (const Span &span : columns.spans()) {
        const qreal top = std::max(span.low - width / 2, 0.0);
        const qreal bottom = std::min(span.high + width / 2, qreal(image.height()));
        const auto end = static_cast<int>(std::ceil(bottom));
        for (auto y = static_cast<int>(top); y < end; ++y) {
            const qreal coverage = std::min(bottom, y + 1.0) - std::max(top, qreal(y));
            pixel[y * stride] = over(source, coverage, pixel[y * stride]);
        }
        ++pixel;
    }
}

} // namespace emberline
