// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/chosenevents.h"

#include "app/core/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QtMath>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int chipHeight = 26;
constexpr int padding = 8;
constexpr int removeSize = 20;
constexpr int removeInset = 3;
constexpr int gap = 4;

} // namespace

ChosenEvent::ChosenEvent(QWidget *parent)
    : QWidget(parent)
    , m_remove(new QToolButton(this))
{
    m_remove->setAutoRaise(true);
    m_remove->setFixedSize(removeSize, removeSize);
    m_remove->setIcon(icon(u"cross"_s, IconRole::Quiet));
    m_remove->setIconSize(QSize(12, 12));
    m_remove->setFocusPolicy(Qt::TabFocus);
    connect(m_remove, &QToolButton::clicked, this, &ChosenEvent::removeAsked);
}

void ChosenEvent::setEvent(const QString &name)
{
    m_name = name;
    m_shown = displayText(name);
    //: %1 is an event's name
    const QString what = tr("Remove %1").replace(u"%1"_s, m_shown);
    m_remove->setAccessibleName(what);
    m_remove->setToolTip(toolTipText(what));
    setAccessibleName(m_shown);
    setToolTip(toolTipText(m_shown));
    updateGeometry();
    update();
}

QSize ChosenEvent::sizeHint() const
{
    const int text = qCeil(QFontMetricsF(font()).horizontalAdvance(m_shown)) + 1; // else elided
    return {padding + text + gap + removeSize + removeInset,
            std::max(chipHeight, QFontMetrics(font()).height() + 6)};
}

void ChosenEvent::paintEvent(QPaintEvent * /*event*/)
{
    constexpr qreal radius = 4;
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.buttonBorder);
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRect room = rect().adjusted(padding, 0, -(gap + removeSize + removeInset), 0);
    painter.setPen(tokens.text);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_shown, Qt::ElideMiddle, room.width()));
}

void ChosenEvent::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QRect place(
        width() - removeSize - removeInset, (height() - removeSize) / 2, removeSize, removeSize);
    m_remove->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

ChosenEvents::ChosenEvents(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"chosenEvents"_s);
    setAccessibleName(tr("Chosen events"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

ChosenEvent *ChosenEvents::addChip()
{
    auto *chip = new ChosenEvent(this);
    chip->setObjectName(u"chosenEvent%1"_s.arg(m_chips.size()));
    chip->removeButton().setObjectName(u"removeEvent%1"_s.arg(m_chips.size()));
    chip->removeButton().installEventFilter(this);
    connect(chip, &ChosenEvent::removeAsked, this, [this, chip] {
        const QString name = chip->name(); // the chip is another one once it is removed
        Q_EMIT removeAsked(name);
    });
    QWidget *before = m_chips.empty() ? m_tabAfter : &m_chips.back()->removeButton();
    if (before != nullptr) { // a child that comes later would be the last of the window
        setTabOrder(before, &chip->removeButton());
    }
    m_chips.push_back(chip);
    return chip;
}

void ChosenEvents::setEvents(const QStringList &names)
{
    const qsizetype focused = focusedChip();
    m_count = names.size();
    for (qsizetype i = 0; i < m_count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        ChosenEvent *chip = place < m_chips.size() ? m_chips[place] : addChip();
        chip->setEvent(names.at(i));
    }
    if (focused >= 0 && m_count == 0) {
        Q_EMIT left();
    } else if (focused >= m_count) {
        focusChip(m_count - 1);
    }
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(static_cast<qsizetype>(i) < m_count);
    }
    setVisible(m_count > 0);
    flow();
}

void ChosenEvents::focusLast()
{
    focusChip(m_count - 1);
}

void ChosenEvents::focusChip(qsizetype place)
{
    if (place >= 0 && place < m_count) {
        m_chips.at(static_cast<std::size_t>(place))->removeButton().setFocus(Qt::OtherFocusReason);
    }
}

qsizetype ChosenEvents::focusedChip() const
{
    const auto found = std::find_if(m_chips.begin(), m_chips.end(), [](const ChosenEvent *chip) {
        return chip->removeButton().hasFocus();
    });
    return found == m_chips.end() ? -1 : found - m_chips.begin();
}

/// Tab reaches every chip, the arrow keys the one beside it; Delete and Backspace remove it.
bool ChosenEvents::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const qsizetype place = focusedChip();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        if (place > 0) {
            focusChip(place - 1);
        } else {
            Q_EMIT left();
        }
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
        focusChip(place + 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (place >= 0) {
            m_chips.at(static_cast<std::size_t>(place))->removeButton().click();
        }
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void ChosenEvents::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        flow();
    }
}

void ChosenEvents::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        flow();
    }
}

/// Not a layout: a height that follows from the width is found in several turns there, and the list
/// below would jump.
void ChosenEvents::flow()
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (qsizetype i = 0; i < m_count; ++i) {
        ChosenEvent *chip = m_chips.at(static_cast<std::size_t>(i));
        const QSize wanted = chip->sizeHint().boundedTo(QSize(width(), QWIDGETSIZE_MAX));
        if (x > 0 && x + wanted.width() > width()) {
            x = 0;
            y += line + gap;
        }
        chip->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), wanted)));
        x += wanted.width() + gap;
        line = wanted.height();
    }
    setFixedHeight(y + line);
}

} // namespace emberline
