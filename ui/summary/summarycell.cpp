// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/summarycell.h"

#include "app/core/text.h"
#include "ui/chart/chartstyle.h"
#include "ui/theme/controls.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QFocusEvent>
#include <QFontInfo>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int inset = 16;
constexpr int boxSize = 16;
constexpr int afterBox = inset + boxSize + 8;
constexpr int shapeSize = 12;
constexpr int shapeGap = 6;
constexpr int buttonPadding = 8; ///< between the frame of a flat button and its text
constexpr int buttonHeight = 26;
constexpr int footLine = 1;
constexpr int gap = 9;
constexpr int sectionGap = 16;
constexpr int leastForAll = 240;
constexpr int narrowest = 144;
constexpr int triangle = 7;
constexpr int triangleGap = 5;

/// Middles of lines, at a font of 13 px.
struct Lines
{
    int name, total, note, height;
};
constexpr Lines allLines{.name = 21, .total = 51, .note = 71, .height = 96};
constexpr Lines compactLines{.name = 18, .total = 42, .note = 64, .height = 80};
constexpr int firstRow = 43;
constexpr int rowPitch = 16;

int widthOf(const QString &text, const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

int baselineOf(qreal middle, const QFont &font)
{
    return qRound(middle + QFontMetricsF(font).capHeight() / 2);
}

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

SummaryCell::SummaryCell(int index, QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(this))
    , m_name(new QToolButton(this))
{
    setObjectName(u"summaryCell%1"_s.arg(index));
    m_box->setObjectName(u"summaryBox%1"_s.arg(index));
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_name->setObjectName(u"summaryName%1"_s.arg(index));
    m_name->setAutoRaise(true);
    m_name->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_name->setFocusPolicy(Qt::StrongFocus);
    m_name->setFont(fontOf(TextRole::Strong, font()));
    for (QWidget *part : std::initializer_list<QWidget *>{m_box, m_name}) {
        part->installEventFilter(this);
    }
    connect(
        m_box, &QCheckBox::clicked, this, [this](bool checked) { Q_EMIT hideToggled(!checked); });
    connect(m_name, &QToolButton::clicked, this, &SummaryCell::isolateAsked);
}

void SummaryCell::setContent(const CellContent &content)
{
    m_content = content;
    m_box->setChecked(!content.hidden);
    describe();
    tint();
    placeParts();
    update();
}

void SummaryCell::describe()
{
    setAccessibleName(m_content.name);
    setAccessibleDescription(m_content.spoken);
    m_box->setAccessibleName(tr("Show %1").arg(m_content.name));
    m_name->setAccessibleName(m_content.alone ? tr("Show all again")
                                              : tr("Only %1").arg(m_content.name));
    const QString sentence = m_content.name + u": "_s + m_content.spoken;
    const QString tip = toolTipText(sentence);
    for (QWidget *part : std::initializer_list<QWidget *>{m_box, m_name}) {
        part->setAccessibleDescription(sentence);
    }
    setToolTip(tip);
}

void SummaryCell::setCompact(bool compact)
{
    m_compact = compact;
    placeParts();
    update();
}

void SummaryCell::setFollowed(bool followed)
{
    m_followed = followed;
    update();
}

qreal SummaryCell::nameMiddle() const
{
    return unit() * (m_compact ? compactLines : allLines).name;
}

/// Everything grows with the font.
qreal SummaryCell::unit() const
{
    constexpr qreal usual = 13;
    return std::max(1.0, QFontInfo(font()).pixelSize() / usual);
}

int SummaryCell::heightFor(bool compact) const
{
    return qRound(unit() * (compact ? compactLines : allLines).height) + footLine;
}

int SummaryCell::leastWidth() const
{
    const QFont total = figureFont(fontOf(TextRole::NarrowTotal, font()));
    const QFont change = figureFont(fontOf(TextRole::Label, font()));
    int width = 2 * inset + widthOf(m_content.total, total);
    if (!m_content.percent.isEmpty()) {
        width += gap + triangle + triangleGap + widthOf(m_content.percent, change);
    }
    return std::clamp(width, narrowest, leastForAll);
}

bool SummaryCell::fitsAll(int width) const
{
    const QFont total = figureFont(fontOf(TextRole::Total, font()));
    const QFont note = fontOf(TextRole::Secondary, font());
    const int left = std::max(widthOf(m_content.total, total), widthOf(m_content.note, note));
    return width >= leastForAll && left + sectionGap + rowsWidth() <= width - 2 * inset;
}

int SummaryCell::rowsWidth() const
{
    const QFont font = figureFont(fontOf(TextRole::Secondary, this->font()));
    int labels = 0;
    int values = 0;
    for (const CellContent::Row &row : m_content.rows) {
        labels = std::max(labels, widthOf(row.label, font));
        values = std::max(values, widthOf(row.value, font));
    }
    return labels + gap + values;
}

int SummaryCell::changeWidth(bool withDifference) const
{
    if (m_content.percent.isEmpty()) {
        return 0;
    }
    const QFont strong = figureFont(fontOf(TextRole::Strong, font()));
    const QFont small = figureFont(fontOf(TextRole::Secondary, font()));
    return (m_content.direction == 0 ? 0 : triangle + triangleGap)
         + widthOf(m_content.percent, strong)
         + (withDifference ? gap + widthOf(m_content.difference, small) : 0);
}

/// With a shape where series have one.
Swatch SummaryCell::swatch() const
{
    const Tokens &tokens = tokensFor(palette());
    const bool coloured = m_content.alone || m_pointed;
    return {
        .color = coloured ? pointedColor(tokens, m_content.colorSlot)
                          : seriesColor(tokens, m_content.colorSlot),
        .marker = markerOf({.colorSlot = m_content.colorSlot, .patterned = m_content.patterned})};
}

int SummaryCell::nameLeft() const
{
    return afterBox + (swatch().marker.has_value() ? shapeSize + shapeGap : 0);
}

/// The name goes first.
bool SummaryCell::showsDifference() const
{
    const int room = width() - inset - nameLeft() - gap - changeWidth(true);
    return widthOf(m_content.name, m_name->font()) <= room;
}

void SummaryCell::placeParts()
{
    const int middle = qRound(nameMiddle());
    m_box->setGeometry(inset, middle - boxSize / 2, boxSize, boxSize);
    const int taken = m_compact || m_content.percent.isEmpty()
                        ? 0
                        : gap + changeWidth(showsDifference());
    const int room = std::max(0, width() - inset - nameLeft() - taken);
    const QString shown = elidedName(m_content.name, m_name->font(), room);
    m_name->setText(escaped(shown));
    const int height = qRound(unit() * buttonHeight);
    m_name->setGeometry(nameLeft() - buttonPadding,
                        middle - height / 2,
                        m_name->fontMetrics().horizontalAdvance(shown) + 2 * buttonPadding,
                        height);
}

void SummaryCell::tint()
{
    const Tokens &tokens = tokensFor(palette());
    setTokenColor(m_box, swatch().color);
    m_box->update();
    QPalette colors = palette();
    colors.setColor(QPalette::ButtonText, m_content.hidden ? tokens.text2 : tokens.text);
    if (m_name->palette().color(QPalette::ButtonText) != colors.color(QPalette::ButtonText)) {
        m_name->setPalette(colors);
    }
}

void SummaryCell::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QColor line = tokensFor(palette()).hairline;
    painter.fillRect(0, height() - footLine, width(), footLine, line);
    if (m_followed) {
        painter.fillRect(width() - 1, 0, 1, height(), line);
    }
    if (const Swatch shape = swatch(); shape.marker.has_value()) {
        paintSwatch(painter, shape, QPointF(afterBox, qRound(nameMiddle())), shapeSize);
    }
    if (m_compact) {
        paintCompact(painter);
    } else {
        paintAll(painter);
    }
}

/// Triangle and percent; where they end.
int SummaryCell::paintChange(QPainter &painter, int left, int baseline) const
{
    const QFont font = figureFont(
        fontOf(m_compact ? TextRole::Label : TextRole::Strong, this->font()));
    const Tokens &tokens = tokensFor(palette());
    const QColor color = m_content.hidden ? tokens.text2 : tokens.text;
    if (m_content.direction != 0) {
        const qreal middle = baseline - QFontMetricsF(font).capHeight() / 2;
        const qreal half = triangle / 2.0;
        const qreal tip = m_content.direction > 0 ? -half : half;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(
            QPolygonF{{left + half, middle + tip},
                      {qreal(left), middle - tip + (tip > 0 ? 0.5 : -0.5)},
                      {qreal(left + triangle), middle - tip + (tip > 0 ? 0.5 : -0.5)}});
        left += triangle + triangleGap;
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(left, baseline, m_content.percent);
    return left + widthOf(m_content.percent, font);
}

void SummaryCell::paintAll(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(palette());
    const QFont strong = figureFont(fontOf(TextRole::Strong, font()));
    const QFont small = figureFont(fontOf(TextRole::Secondary, font()));
    const QFont total = figureFont(fontOf(TextRole::Total, font()));
    if (!m_content.percent.isEmpty()) {
        const bool difference = showsDifference();
        const int left = width() - inset - changeWidth(difference);
        const int baseline = baselineOf(unit() * allLines.name, strong);
        const int end = paintChange(painter, left, baseline);
        painter.setFont(small);
        painter.setPen(tokens.text2);
        painter.drawText(end + gap, baseline, difference ? m_content.difference : QString());
    }
    painter.setPen(m_content.hidden ? tokens.text2 : tokens.text);
    painter.setFont(total);
    painter.drawText(inset, baselineOf(unit() * allLines.total, total), m_content.total);
    painter.setPen(tokens.text2);
    painter.setFont(small);
    painter.drawText(inset, baselineOf(unit() * allLines.note, small), m_content.note);
    paintRows(painter);
}

void SummaryCell::paintRows(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(palette());
    const QFont small = figureFont(fontOf(TextRole::Secondary, font()));
    painter.setFont(small);
    const int right = width() - inset;
    const int left = right - rowsWidth();
    qreal middle = firstRow;
    for (const CellContent::Row &row : m_content.rows) {
        const int baseline = baselineOf(unit() * middle, small);
        painter.setPen(tokens.text2);
        painter.drawText(left, baseline, row.label);
        painter.setPen(m_content.hidden ? tokens.text2 : tokens.text);
        painter.drawText(right - widthOf(row.value, small), baseline, row.value);
        middle += rowPitch;
    }
}

void SummaryCell::paintCompact(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(palette());
    const QFont total = figureFont(fontOf(TextRole::NarrowTotal, font()));
    const QFont small = fontOf(TextRole::Secondary, font());
    const QString &text = leastWidth() <= width()
                               && widthOf(m_content.total, total) <= width() - 2 * inset
                            ? m_content.total
                            : m_content.shortTotal;
    const int baseline = baselineOf(unit() * compactLines.total, total);
    painter.setPen(m_content.hidden ? tokens.text2 : tokens.text);
    painter.setFont(total);
    painter.drawText(inset, baseline, text);
    if (!m_content.percent.isEmpty()) {
        paintChange(painter, inset + widthOf(text, total) + gap, baseline);
    }
    painter.setFont(small);
    painter.setPen(tokens.text2);
    painter.drawText(
        inset,
        baselineOf(unit() * compactLines.note, small),
        QFontMetrics(small).elidedText(m_content.note, Qt::ElideRight, width() - 2 * inset));
}

void SummaryCell::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
}

void SummaryCell::setPointed(bool here)
{
    if (m_pointed != here) {
        m_pointed = here;
        tint();
        update();
        Q_EMIT pointed(here);
    }
}

void SummaryCell::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    setPointed(true);
}

void SummaryCell::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setPointed(false);
}

void SummaryCell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    } else if (event->type() == QEvent::FontChange) {
        m_name->setFont(fontOf(TextRole::Strong, font()));
        placeParts();
    }
}

bool SummaryCell::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) {
            setPointed(true);
            Q_EMIT focused();
        }
    } else if (event->type() == QEvent::FocusOut) {
        setPointed(underMouse());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace emberline
