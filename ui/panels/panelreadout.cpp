// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelreadout.h"

#include "ui/chart/chartstyle.h"
#include "ui/panels/changemark.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStringList>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int barHeight = 40;
constexpr int inset = 16;
constexpr qreal gap = 8;

/// Writes from left to right what has room; of what has none it says how much there is.
class ReadoutPainter
{
public:
    ReadoutPainter(QPainter &painter, const QWidget &bar, qreal right)
        : m_painter(painter)
        , m_tokens(tokensFor(bar.palette()))
        , m_body(bar.font())
        , m_strong(fontOf(TextRole::Strong, bar.font()))
        , m_small(fontOf(TextRole::Secondary, bar.font()))
        , m_middle((bar.height() + 1) / 2.0)
        , m_right(right)
    { }

    void paint(const Readout &readout)
    {
        write(readout.date, m_strong, m_tokens.text);
        qreal items = 0;
        for (const Readout::Item &item : readout.items) {
            items += widthOf(item);
        }
        if (m_x + textWidth(readout.versus, m_small) + 2 * gap + items <= m_right) {
            write(readout.versus, m_small, m_tokens.text2);
        }
        m_x += gap;
        for (std::size_t i = 0; i < readout.items.size(); ++i) {
            const bool isLast = i + 1 == readout.items.size();
            const int rest = static_cast<int>(readout.items.size() - i);
            const QString more = PanelReadout::tr("and %n more", nullptr, rest);
            const qreal reserve = isLast ? 0 : textWidth(more, m_small) + 2 * gap;
            if (m_x + widthOf(readout.items[i]) + reserve > m_right) {
                separate();
                write(more, m_small, m_tokens.text2);
                return;
            }
            separate();
            write(readout.items[i]);
        }
    }

    void hint(const QString &words) { write(words, m_small, m_tokens.text2); }

private:
    [[nodiscard]] qreal widthOf(const Readout::Item &item) const
    {
        return 2 * gap + 16 + textWidth(item.name, m_body) + gap + textWidth(item.value, m_strong)
             + gap + changeWidth(item.change, m_small) + gap;
    }

    void separate()
    {
        m_painter.fillRect(QRectF(m_x, m_middle - 10, 1, 20), m_tokens.hairline);
        m_x += 2 * gap;
    }

    void write(const Readout::Item &item)
    {
        paintSwatch(m_painter, item.swatch, {m_x, m_middle});
        m_x += 16;
        write(item.name, m_body, m_tokens.text);
        write(item.value, m_strong, m_tokens.text);
        if (!item.change.isEmpty()) {
            drawChange(m_painter, {m_x, m_middle}, item.change, m_small, m_tokens.text2);
            m_x += changeWidth(item.change, m_small) + gap;
        }
        m_x += gap;
    }

    void write(const QString &text, const QFont &font, const QColor &color)
    {
        if (!text.isEmpty()) {
            m_painter.setFont(font);
            m_painter.setPen(color);
            m_painter.drawText(QPointF(m_x, baselineAt(m_middle, font)), text);
            m_x += textWidth(text, font) + gap;
        }
    }

    QPainter &m_painter;
    const Tokens &m_tokens;
    QFont m_body;
    QFont m_strong;
    QFont m_small;
    qreal m_middle;
    qreal m_right;
    qreal m_x = inset;
};

QToolButton *makeButton(const QString &name, const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    return button;
}

} // namespace

QString textOf(const Readout &readout)
{
    QStringList parts{readout.versus.isEmpty() ? readout.date
                                               : readout.date + u' ' + readout.versus};
    for (const Readout::Item &item : readout.items) {
        QString part = item.name + u' ' + item.value;
        if (!item.signedChange.isEmpty()) {
            part += u" ("_s + item.signedChange + u')';
        }
        parts.append(part);
    }
    return parts.join(u" · "_s);
}

PanelReadout::PanelReadout(QWidget *parent)
    : QWidget(parent)
    , m_copy(makeButton(u"copyReadout"_s, u"copy"_s, this))
    , m_pin(makeButton(u"pinCrosshair"_s, u"pin"_s, this))
{
    setObjectName(u"panelReadout"_s);
    setFixedHeight(barHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_copy->setAccessibleName(tr("Copy values"));
    m_copy->setToolTip(tr("Copy values"));
    m_pin->setAccessibleName(tr("Pin crosshair"));
    m_pin->setToolTip(tr("Pin crosshair"));
    m_pin->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(inset, 1, inset, 0);
    layout->setSpacing(4);
    layout->addStretch(1);
    layout->addWidget(m_copy);
    layout->addWidget(m_pin);
    connect(m_copy, &QToolButton::clicked, this, &PanelReadout::copy);
    connect(m_pin, &QToolButton::toggled, this, &PanelReadout::pinned);
    m_copy->setEnabled(false);
    m_pin->setEnabled(false);
}

void PanelReadout::setReadout(const Readout &readout)
{
    if (m_readout == readout) {
        return;
    }
    m_readout = readout;
    const bool isThere = !readout.date.isEmpty();
    m_copy->setEnabled(isThere);
    m_pin->setEnabled(isThere);
    setAccessibleName(isThere ? textOf(readout) : QString());
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void PanelReadout::setPinned(bool pinned)
{
    m_pin->setChecked(pinned);
}

bool PanelReadout::isPinned() const
{
    return m_pin->isChecked();
}

void PanelReadout::togglePinned()
{
    if (m_pin->isEnabled()) {
        m_pin->toggle();
    }
}

void PanelReadout::copy() const
{
    if (!m_readout.date.isEmpty()) {
        QGuiApplication::clipboard()->setText(textOf(m_readout));
    }
}

void PanelReadout::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, 0, width(), 1), tokensFor(palette()).hairline);
    ReadoutPainter words(painter, *this, m_copy->x() - gap);
    if (m_readout.date.isEmpty()) {
        words.hint(tr("Point at a panel to read the values of a moment here."));
    } else {
        words.paint(m_readout);
    }
}

void PanelReadout::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace emberline
