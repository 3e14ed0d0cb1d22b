// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelheader.h"

#include "app/core/text.h"
#include "ui/chart/chartstyle.h"
#include "ui/panels/changemark.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int buttonExtent = 28;
constexpr int swatchExtent = 10;
constexpr int gap = 8;

/// Writes from left to right, as far as there is room.
class HeaderPainter
{
public:
    HeaderPainter(QPainter &painter, const QWidget &header, const PanelTitle &title)
        : m_painter(painter)
        , m_title(title)
        , m_tokens(tokensFor(header.palette()))
        , m_body(header.font())
        , m_strong(fontOf(TextRole::Strong, header.font()))
        , m_small(fontOf(TextRole::Secondary, header.font()))
        , m_middle(header.height() / 2.0)
        , m_right(header.width() - 2 * buttonExtent - gap / 2.0)
    { }

    void paint()
    {
        const QString name = displayText(m_title.name);
        const qreal badge = widthOf(m_title.badge, m_small, 2 * gap);
        const qreal change = m_title.change.isEmpty() ? 0
                                                      : changeWidth(m_title.change, m_strong) + gap;
        const qreal least = (m_title.swatch.color.isValid() ? swatchExtent + gap : 0) + change;
        const qreal total = widthOf(m_title.total, m_body);
        const qreal age = widthOf(m_title.age, m_small);
        const qreal nameWidth = textWidth(name, m_strong) + gap;
        const bool showsTotal = least + badge + total + nameWidth <= m_right;
        const bool showsBadge = showsTotal || least + badge + nameWidth <= m_right;
        const qreal beside = least + (showsBadge ? badge : 0) + (showsTotal ? total : 0);
        const bool showsAge = beside + nameWidth + age <= m_right;
        if (m_title.swatch.color.isValid()) {
            addSwatch();
        }
        addWords(elidedName(name, m_strong, std::max(0.0, m_right - beside - gap)),
                 m_strong,
                 m_tokens.text);
        addWords(showsTotal ? m_title.total : QString(), m_body, m_tokens.text);
        addChange();
        if (showsBadge) {
            addBadge();
        }
        if (showsAge) {
            m_x = m_right - age + gap;
            addWords(m_title.age, m_small, m_tokens.text2);
        }
    }

private:
    [[nodiscard]] static qreal widthOf(const QString &text, const QFont &font, qreal padding = 0)
    {
        return text.isEmpty() ? 0 : textWidth(text, font) + gap + padding;
    }

    void addSwatch()
    {
        paintSwatch(m_painter, m_title.swatch, {m_x, m_middle}, swatchExtent);
        m_x += swatchExtent + gap;
    }

    void addWords(const QString &text, const QFont &font, const QColor &color)
    {
        if (text.isEmpty()) {
            return;
        }
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(QPointF(m_x, baselineAt(m_middle, font)), text);
        m_x += textWidth(text, font) + gap;
    }

    void addChange()
    {
        if (!m_title.change.isEmpty()) {
            drawChange(m_painter, {m_x, m_middle}, m_title.change, m_strong, m_tokens.text);
            m_x += changeWidth(m_title.change, m_strong) + gap;
        }
    }

    void addBadge()
    {
        if (m_title.badge.isEmpty()) {
            return;
        }
        const QRectF chip(
            m_x, m_middle - 10, std::ceil(textWidth(m_title.badge, m_small)) + 2 * gap, 20);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_tokens.chip);
        m_painter.drawRoundedRect(chip, 10, 10);
        m_x += gap;
        addWords(m_title.badge, m_small, m_tokens.text);
        m_x = chip.right() + gap;
    }

    QPainter &m_painter;
    const PanelTitle &m_title;
    const Tokens &m_tokens;
    QFont m_body;
    QFont m_strong;
    QFont m_small;
    qreal m_middle;
    qreal m_right;
    qreal m_x = 0;
};

QToolButton *makeButton(const QString &name, const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // by keyboard the panel itself hears what they do
    button->setIcon(icon(iconName, IconRole::Quiet));
    button->setCursor(Qt::ArrowCursor);
    return button;
}

} // namespace

PanelHeader::PanelHeader(QWidget *parent)
    : QWidget(parent)
    , m_enlarge(makeButton(u"enlargePanel"_s, u"expand"_s, this))
    , m_more(makeButton(u"panelMore"_s, u"more"_s, this))
{
    setObjectName(u"panelHeader"_s);
    setCursor(Qt::PointingHandCursor);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    setEnlarged(false);
    connect(m_enlarge, &QToolButton::clicked, this, &PanelHeader::enlargeAsked);
    connect(m_more, &QToolButton::clicked, this, [this] {
        Q_EMIT menuAsked(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
}

void PanelHeader::setTitle(const PanelTitle &title)
{
    if (m_title != title) {
        m_title = title;
        setAccessibleName(words());
        setToolTip(toolTipText(displayText(m_title.name)));
        update();
    }
}

void PanelHeader::setEnlarged(bool enlarged)
{
    const QString text = enlarged ? tr("Back to all panels") : tr("Enlarge");
    m_enlarge->setAccessibleName(text);
    m_enlarge->setToolTip(text);
    m_enlarge->setIcon(icon(enlarged ? u"panels"_s : u"expand"_s, IconRole::Quiet));
}

QString PanelHeader::words() const
{
    QStringList parts{displayText(m_title.name), m_title.total, m_title.change, m_title.badge};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void PanelHeader::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    HeaderPainter(painter, *this, m_title).paint();
}

void PanelHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int top = (height() - buttonExtent) / 2;
    m_more->setGeometry(width() - buttonExtent, top, buttonExtent, buttonExtent);
    m_enlarge->setGeometry(m_more->x() - buttonExtent, top, buttonExtent, buttonExtent);
}

void PanelHeader::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position().toPoint();
    } else {
        event->ignore();
    }
}

void PanelHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed.has_value()) {
        return;
    }
    const QPoint way = event->position().toPoint() - *m_pressed;
    if (!m_isDragged && way.manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragged = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_isDragged) {
        Q_EMIT dragged(event->globalPosition().toPoint());
    }
}

void PanelHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed.has_value()) {
        return;
    }
    const bool wasDragged = m_isDragged;
    endDrag();
    if (wasDragged) {
        Q_EMIT dropped(event->globalPosition().toPoint());
    } else if (rect().contains(event->position().toPoint())) {
        Q_EMIT enlargeAsked();
    }
}

void PanelHeader::endDrag()
{
    m_pressed.reset();
    m_isDragged = false;
    setCursor(Qt::PointingHandCursor);
}

} // namespace emberline
