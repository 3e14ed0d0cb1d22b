// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/choicebutton.h"

#include "ui/theme/controls.h"
#include "ui/theme/stylepaint.h"

#include <QKeyEvent>
#include <QStyleOptionToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int sideMargin = 9; ///< from the edge to the text, as in a combo box
constexpr int arrowRoom = 26;
constexpr int leastText = 48;

} // namespace

ChoiceButton::ChoiceButton(QWidget *parent)
    : QToolButton(parent)
{
    setButtonKind(this, ButtonKind::Secondary);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void ChoiceButton::setChoice(const QString &text, const QString &note)
{
    if (text != this->text() || note != m_note) {
        m_note = note;
        setText(text);
        setAccessibleDescription(note.isEmpty() ? text : text + u", "_s + note);
        m_width = 0;
        updateGeometry();
        update();
    }
}

void ChoiceButton::reserve(const QStringList &texts)
{
    m_reserved = texts;
    m_width = 0;
    updateGeometry();
}

void ChoiceButton::setLeastWidth(int width)
{
    m_leastWidth = width;
    updateGeometry();
}

int ChoiceButton::widthFor(const QString &text, const QString &note) const
{
    const QFontMetrics metrics = fontMetrics();
    const int aside = note.isEmpty() ? 0 : paint::gap + metrics.horizontalAdvance(note);
    return sideMargin + metrics.horizontalAdvance(text) + aside + arrowRoom;
}

// Layouts ask hundreds of times while a window is built, and measuring text takes long.
QSize ChoiceButton::sizeHint() const
{
    if (m_width == 0) {
        m_width = widthFor(text(), m_note);
        for (const QString &reserved : m_reserved) {
            m_width = std::max(m_width, widthFor(reserved, {}));
        }
    }
    const int sign = icon().isNull() ? 0 : paint::iconSize + paint::gap;
    return {std::max(m_leastWidth, m_width + sign),
            paint::atLeast(paint::controlHeight, fontMetrics())};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return sizePolicy().horizontalPolicy() == QSizePolicy::Expanding
             ? QSize(sideMargin + leastText + arrowRoom, sizeHint().height())
             : sizeHint();
}

void ChoiceButton::changeEvent(QEvent *event)
{
    m_width = 0; // another font, or style
    QToolButton::changeEvent(event);
}

void ChoiceButton::paintEvent(QPaintEvent * /*event*/)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);

    const Tokens &tokens = tokensFor(palette());
    const auto placed = [&option](const QRect &place) {
        return QStyle::visualRect(option.direction, option.rect, place);
    };
    QRect room = rect().adjusted(sideMargin, 0, -arrowRoom, 0);
    if (!icon().isNull()) {
        const QRect place(room.left(),
                          room.center().y() - paint::iconSize / 2 + 1,
                          paint::iconSize,
                          paint::iconSize);
        icon().paint(&painter,
                     placed(place),
                     Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        room.setLeft(place.right() + 1 + paint::gap);
    }
    const QFontMetrics metrics = fontMetrics();
    const auto write = [&](const QString &words, const QColor &color) {
        painter.setPen(isEnabled() ? color : tokens.disabled);
        // Widths are rounded: eliding measures in fractions and would cut what just fits.
        const bool fits = metrics.horizontalAdvance(words) <= room.width();
        painter.drawText(placed(room),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         fits ? words : metrics.elidedText(words, Qt::ElideRight, room.width()));
        room.setLeft(room.left() + metrics.horizontalAdvance(words) + paint::gap);
    };
    write(text(), tokens.text);
    if (!m_note.isEmpty() && room.width() >= metrics.horizontalAdvance(m_note)) {
        write(m_note, tokens.text2);
    }
    paint::sign(&painter,
                placed(rect().adjusted(width() - arrowRoom + 1, 0, -1, 0)),
                u"chev-d"_s,
                isEnabled() ? tokens.text2 : tokens.disabled);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
    case Qt::Key_F4:
        showMenu();
        break;
    default:
        QToolButton::keyPressEvent(event);
    }
}

} // namespace emberline
