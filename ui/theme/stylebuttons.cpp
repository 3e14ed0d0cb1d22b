// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractItemView>
#include <QPainterPath>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::paint {

namespace {

constexpr int pushPadding = 13; ///< from the edge to the text, border included
constexpr int toolPadding = 8;
constexpr int chevronRoom = 20;

struct Look
{
    QColor fill = Qt::transparent;
    QColor border = Qt::transparent;
    QColor text = {};
};

enum class Press { Up, Hovered, Down };

Press pressOf(const QStyleOption *option)
{
    if (option->state.testFlag(QStyle::State_Sunken)) {
        return Press::Down;
    }
    return isHovered(option) ? Press::Hovered : Press::Up;
}

/// A veil of text colour: as dark as the hover and pressed tokens, but right on any ground.
QColor veil(const Tokens &tokens, Press press)
{
    switch (press) {
    case Press::Up:
        return Qt::transparent;
    case Press::Hovered:
        return withAlpha(tokens.text, tokens.dark ? 0.11 : 0.06);
    case Press::Down:
        return withAlpha(tokens.text, tokens.dark ? 0.17 : 0.11);
    }
    Q_UNREACHABLE();
}

QColor primaryFill(const QColor &accent, Press press)
{
    switch (press) {
    case Press::Up:
        return accent;
    case Press::Hovered:
        return mixed(accent, Qt::white, 0.1);
    case Press::Down:
        return mixed(accent, Qt::black, 0.14);
    }
    Q_UNREACHABLE();
}

Look secondaryLook(const Tokens &tokens, Press press, bool on)
{
    if (on) {
        return {tokens.selected, tokens.accent, tokens.text};
    }
    switch (press) {
    case Press::Up:
        return {tokens.btn, tokens.buttonBorder, tokens.text};
    case Press::Hovered:
        return {tokens.hover, tokens.buttonBorder, tokens.text};
    case Press::Down:
        return {tokens.pressed, tokens.buttonBorder, tokens.text};
    }
    Q_UNREACHABLE();
}

bool isFrameless(ButtonKind kind)
{
    return kind == ButtonKind::Quiet || kind == ButtonKind::Plain;
}

Look lookOf(ButtonKind kind, const QStyleOption *option)
{
    const Tokens &tokens = tokensFor(option->palette);
    const Press press = pressOf(option);
    const bool on = option->state.testFlag(QStyle::State_On);
    if (!isEnabled(option)) {
        return {on ? tokens.chip : QColor(Qt::transparent),
                isFrameless(kind) && !on ? QColor(Qt::transparent) : tokens.hairline,
                tokens.disabled};
    }
    switch (kind) {
    case ButtonKind::Primary:
        return {primaryFill(tokens.accent, press), Qt::transparent, tokens.onAccent};
    case ButtonKind::Secondary:
        return secondaryLook(tokens, press, on);
    case ButtonKind::Quiet:
        return {veil(tokens, press), Qt::transparent, option->palette.color(QPalette::Link)};
    case ButtonKind::Plain:
        if (on) {
            return {tokens.selected, tokens.accent, tokens.text};
        }
        return {veil(tokens, press), Qt::transparent, option->palette.color(QPalette::ButtonText)};
    case ButtonKind::Outline:
        return {veil(tokens, press), withAlpha(tokens.text, 0.32), tokens.text};
    }
    Q_UNREACHABLE();
}

struct Label
{
    QString text;
    QIcon icon;
    QSize iconSize;
    QColor color;
};

/// Icon and text as one block in the middle of @p rect.
void drawLabel(QPainter *painter, QRect rect, const QStyleOption *option, const Label &label)
{
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic;
    const int textWidth = label.text.isEmpty()
                            ? 0
                            : option->fontMetrics.size(Qt::TextShowMnemonic, label.text).width();
    const bool hasIcon = !label.icon.isNull();
    const int iconWidth = hasIcon ? label.iconSize.width() : 0;
    const int space = hasIcon && textWidth > 0 ? gap : 0;
    const int width = std::min(rect.width(), iconWidth + space + textWidth);
    const QRect block(rect.left() + (rect.width() - width) / 2, rect.top(), width, rect.height());
    if (hasIcon) {
        const QRect place(QPoint(block.left(), rect.center().y() - label.iconSize.height() / 2 + 1),
                          label.iconSize);
        label.icon.paint(painter,
                         QStyle::visualRect(option->direction, rect, place),
                         Qt::AlignCenter,
                         isEnabled(option) ? QIcon::Normal : QIcon::Disabled,
                         option->state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off);
    }
    if (textWidth > 0) {
        const QRect place = block.adjusted(iconWidth + space, 0, 1, 0);
        painter->setPen(label.color);
        painter->drawText(QStyle::visualRect(option->direction, rect, place), flags, label.text);
    }
}

void drawChevron(QPainter *painter, const QStyleOption *option, const QColor &color)
{
    const QRect place(option->rect.right() - chevronRoom - 3,
                      option->rect.top(),
                      chevronRoom,
                      option->rect.height());
    sign(painter, QStyle::visualRect(option->direction, option->rect, place), u"chev-d"_s, color);
}

void pushButton(const QStyleOptionButton *button, QPainter *painter, const QWidget *widget)
{
    const Look look = lookOf(buttonKindOf(widget), button);
    box(painter, button->rect, {look.fill, look.border});
    QRect content = button->rect;
    if (button->features.testFlag(QStyleOptionButton::HasMenu)) {
        drawChevron(painter, button, look.text);
        content.adjust(0, 0, -chevronRoom, 0);
    }
    drawLabel(painter, content, button, {button->text, button->icon, button->iconSize, look.text});
}

void tick(QPainter *painter, const QRectF &rect, const QColor &color)
{
    QPainterPath path(rect.topLeft() + QPointF(4.2, 8.3));
    path.lineTo(rect.topLeft() + QPointF(7, 11));
    path.lineTo(rect.topLeft() + QPointF(11.8, 5.3));
    painter->setPen(QPen(color, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
}

QColor checkColor(const QStyleOption *option, const QWidget *widget)
{
    QColor color;
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
        color = item->index.data(tokenColorRole).value<QColor>();
    } else {
        color = tokenColorOf(widget);
    }
    return color.isValid() ? color : tokensFor(option->palette).accent;
}

void checkIndicator(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option->palette);
    QRect rect(0, 0, iconSize, iconSize);
    rect.moveCenter(option->rect.center());
    const bool partly = option->state.testFlag(QStyle::State_NoChange);
    if (!partly && !option->state.testFlag(QStyle::State_On)) {
        const QColor fill = isHovered(option) ? tokens.hover : tokens.base;
        box(painter,
            rect,
            {isEnabled(option) ? fill : QColor(Qt::transparent),
             isEnabled(option) ? tokens.fieldBorder : tokens.buttonBorder,
             1,
             checkRadius});
        return;
    }
    const QColor fill = isEnabled(option) ? checkColor(option, widget) : tokens.buttonBorder;
    box(painter, rect, {fill, Qt::transparent, 1, checkRadius});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (partly) {
        painter->setPen(QPen(readableOn(fill), 1.75, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(rect.x() + 4.5, rect.y() + 8),
                          QPointF(rect.x() + 11.5, rect.y() + 8));
    } else {
        tick(painter, rect, readableOn(fill));
    }
    painter->restore();
}

void radioIndicator(const QStyleOption *option, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option->palette);
    QRect rect(0, 0, iconSize, iconSize);
    rect.moveCenter(option->rect.center());
    constexpr qreal half = iconSize / 2.0;
    if (!option->state.testFlag(QStyle::State_On)) {
        const QColor fill = isHovered(option) ? tokens.hover : tokens.base;
        box(painter,
            rect,
            {isEnabled(option) ? fill : QColor(Qt::transparent),
             isEnabled(option) ? tokens.fieldBorder : tokens.buttonBorder,
             1,
             half});
        return;
    }
    const QColor fill = isEnabled(option) ? tokens.accent : tokens.buttonBorder;
    box(painter, rect, {fill, Qt::transparent, 1, half});
    constexpr qreal ring = 5;
    box(painter,
        QRectF(rect).adjusted(ring, ring, -ring, -ring),
        {readableOn(fill), Qt::transparent, 1, half});
}

} // namespace

bool buttonPrimitive(QStyle::PrimitiveElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget)
{
    switch (static_cast<int>(element)) { // as a number: the enum has a hundred values
    case QStyle::PE_PanelButtonCommand:
    case QStyle::PE_PanelButtonTool: {
        const Look look = lookOf(buttonKindOf(widget), option);
        box(painter, option->rect, {look.fill, look.border});
        return true;
    }
    case QStyle::PE_FrameDefaultButton:
        return true;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        checkIndicator(option, painter, widget);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        radioIndicator(option, painter);
        return true;
    default:
        return false;
    }
}

bool buttonControl(QStyle::ControlElement element,
                   const QStyleOption *option,
                   QPainter *painter,
                   const QWidget *widget)
{
    if (element == QStyle::CE_PushButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            pushButton(button, painter, widget);
            return true;
        }
    }
    if (element == QStyle::CE_ToolButtonLabel) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button == nullptr || button->toolButtonStyle == Qt::ToolButtonTextUnderIcon
            || button->features.testFlag(QStyleOptionToolButton::Arrow)) {
            return false;
        }
        const bool hasText = button->toolButtonStyle != Qt::ToolButtonIconOnly
                          || button->icon.isNull();
        const bool hasIcon = button->toolButtonStyle != Qt::ToolButtonTextOnly;
        drawLabel(painter,
                  button->rect,
                  button,
                  {hasText ? button->text : QString(),
                   hasIcon ? button->icon : QIcon(),
                   button->iconSize,
                   lookOf(buttonKindOf(widget), button).text});
        return true;
    }
    return false;
}

bool toolButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button == nullptr || button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
        return false;
    }
    const QStyle *style = widget == nullptr ? nullptr : widget->style();
    if (style == nullptr) {
        return false;
    }
    style->drawPrimitive(QStyle::PE_PanelButtonTool, button, painter, widget);
    QStyleOptionToolButton label = *button;
    if (button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && button->toolButtonStyle != Qt::ToolButtonIconOnly) {
        drawChevron(painter, button, lookOf(buttonKindOf(widget), button).text);
        label.rect.adjust(0, 0, -chevronRoom, 0);
    }
    style->drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
    return true;
}

QSize buttonSize(QStyle::ContentsType type,
                 const QStyleOption *option,
                 QSize contents,
                 const QWidget *widget)
{
    const int height = atLeast(isLargeButton(widget) ? largeHeight : controlHeight,
                               option->fontMetrics);
    if (type == QStyle::CT_PushButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool hasIcon = button != nullptr && !button->icon.isNull();
        constexpr int counted = 4; // what QPushButton adds to the width of the icon
        return {contents.width() + 2 * pushPadding + (hasIcon ? gap - counted : 0),
                std::max(height, contents.height())};
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button == nullptr || button->toolButtonStyle == Qt::ToolButtonIconOnly) {
        return {std::max(controlHeight, contents.width() + 12),
                std::max(height, contents.height())};
    }
    const bool hasMenu = button->features.testFlag(QStyleOptionToolButton::HasMenu);
    return {contents.width() + 2 * toolPadding + (hasMenu ? chevronRoom : 0),
            std::max(height, contents.height())};
}

} // namespace emberline::paint
