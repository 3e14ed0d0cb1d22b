// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"

#include <QFocusFrame>
#include <QMenu>
#include <QToolBar>

using namespace Qt::Literals::StringLiterals;

namespace emberline::paint {

namespace {

constexpr int menuPadding = 12;
constexpr int menuShortcutGap = 24;
constexpr int menuLetterRoom = 28; ///< a letter and its distance

bool hasSigns(const QStyleOptionMenuItem *item)
{
    return item->maxIconWidth > 0 || item->menuHasCheckableItems;
}

int menuTextStart(const QStyleOptionMenuItem *item)
{
    return menuPadding + (hasSigns(item) ? iconSize + gap : 0);
}

void menuSign(const QStyleOptionMenuItem *item, QPainter *painter, const QColor &color)
{
    const QRect place(
        item->rect.left() + menuPadding, item->rect.top(), iconSize, item->rect.height());
    const QRect mirrored = QStyle::visualRect(item->direction, item->rect, place);
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked) {
        sign(painter, mirrored, u"check"_s, color);
    } else if (!item->icon.isNull()) {
        const QPoint corner(mirrored.left(), mirrored.center().y() - iconSize / 2 + 1);
        item->icon.paint(painter,
                         QRect(corner, QSize(iconSize, iconSize)),
                         Qt::AlignCenter,
                         isEnabled(item) ? QIcon::Normal : QIcon::Disabled);
    }
}

/// Grows a line along one edge of @p rect.
void bottomLine(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, color);
}

void menuBarItem(const QStyleOptionMenuItem *item, QPainter *painter)
{
    const Tokens &tokens = tokensFor(item->palette);
    painter->fillRect(item->rect, tokens.win);
    if (isEnabled(item) && item->state.testFlag(QStyle::State_Selected)) {
        const bool open = item->state.testFlag(QStyle::State_Sunken);
        box(painter, item->rect.adjusted(0, 2, 0, -2), {open ? tokens.pressed : tokens.hover});
    }
    painter->setPen(isEnabled(item) ? tokens.text : tokens.disabled);
    painter->drawText(item->rect, Qt::AlignCenter | Qt::TextHideMnemonic, item->text);
}

} // namespace

bool chromePrimitive(QStyle::PrimitiveElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget * /*widget*/)
{
    const Tokens &tokens = tokensFor(option->palette);
    const QRect rect = option->rect;
    switch (static_cast<int>(element)) { // as a number: the enum has a hundred values
    case QStyle::PE_FrameStatusBarItem:
        return true;
    case QStyle::PE_PanelStatusBar:
        painter->fillRect(rect, tokens.win);
        painter->fillRect(rect.left(), rect.top(), rect.width(), 1, tokens.hairline);
        return true;
    case QStyle::PE_PanelMenuBar:
        painter->fillRect(rect, tokens.win);
        return true;
    case QStyle::PE_PanelMenu:
    case QStyle::PE_FrameMenu:
        box(painter,
            rect,
            {element == QStyle::PE_PanelMenu ? tokens.btn : QColor(Qt::transparent),
             tokens.buttonBorder,
             1,
             0});
        return true;
    case QStyle::PE_PanelTipLabel: {
        constexpr qreal corner = 6;
        box(painter, rect, {tokens.tooltip, tokens.tooltipBorder, 1, corner});
        return true;
    }
    case QStyle::PE_IndicatorToolBarSeparator:
        if (option->state.testFlag(QStyle::State_Horizontal)) {
            painter->fillRect(
                rect.center().x(), rect.top() + 2, 1, rect.height() - 4, tokens.hairline);
        } else {
            painter->fillRect(
                rect.left() + 2, rect.center().y(), rect.width() - 4, 1, tokens.hairline);
        }
        return true;
    case QStyle::PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(rect, tokens.hairline);
        return true;
    case QStyle::PE_PanelToolBar:
        painter->fillRect(rect, tokens.win);
        return true;
    default:
        return false;
    }
}

bool chromeControl(QStyle::ControlElement element,
                   const QStyleOption *option,
                   QPainter *painter,
                   const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option->palette);
    switch (static_cast<int>(element)) { // as a number: the enum has many values
    case QStyle::CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, tokens.win);
        return true;
    case QStyle::CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            menuBarItem(item, painter);
        }
        return true;
    case QStyle::CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            menuItem(item, painter, widget);
        }
        return true;
    case QStyle::CE_ToolBar:
        painter->fillRect(option->rect, tokens.win);
        bottomLine(painter, option->rect, tokens.hairline);
        return true;
    case QStyle::CE_SizeGrip:
        return true;
    case QStyle::CE_Splitter:
        painter->fillRect(option->rect, tokens.hairline);
        return true;
    case QStyle::CE_FocusFrame: {
        constexpr qreal corner = radius + 4;
        box(painter, option->rect, {Qt::transparent, tokens.accent, 2, corner});
        return true;
    }
    default:
        return false;
    }
}

void menuItem(const QStyleOptionMenuItem *item, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(item->palette);
    const QRect rect = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(rect.left(), rect.center().y(), rect.width(), 1, tokens.hairline);
        return;
    }
    if (isEnabled(item) && item->state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(rect, tokens.hover);
    }
    const QColor color = isEnabled(item) ? tokens.text : tokens.disabled;
    menuSign(item, painter, color);
    painter->save();
    painter->setFont(item->font);
    const QString text = item->text.section(u'\t', 0, 0);
    const QString shortcut = item->text.section(u'\t', 1, 1);
    const QString letter = item->text.section(u'\t', 2);
    const bool opens = item->menuItemType == QStyleOptionMenuItem::SubMenu;
    const auto mirrored = [&](const QRect &place) {
        return QStyle::visualRect(item->direction, rect, place);
    };
    painter->setPen(color);
    painter->drawText(mirrored(rect.adjusted(menuTextStart(item), 0, 0, 0)),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine,
                      text);
    painter->setPen(isEnabled(item) ? tokens.text2 : tokens.disabled);
    const auto atEnd = [&](int distance, const QString &words) {
        painter->drawText(mirrored(rect.adjusted(0, 0, -distance, 0)),
                          Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                          words);
    };
    atEnd(menuPadding + (letter.isEmpty() ? 0 : menuLetterRoom), shortcut);
    atEnd(menuPadding, letter);
    painter->restore();
    if (opens) {
        const QRect place(
            rect.right() - menuPadding - iconSize + 4, rect.top(), iconSize, rect.height());
        const bool rightToLeft = widget != nullptr && widget->layoutDirection() == Qt::RightToLeft;
        sign(painter, mirrored(place), rightToLeft ? u"chev-l"_s : u"chev-r"_s, tokens.text2);
    }
}

QSize menuItemSize(const QStyleOptionMenuItem *item, QSize contents)
{
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        constexpr int separator = 9;
        return {contents.width(), separator};
    }
    const bool opens = item->menuItemType == QStyleOptionMenuItem::SubMenu;
    const int letter = item->text.count(u'\t') > 1 ? menuLetterRoom : 0;
    const int after = item->reservedShortcutWidth > 0 ? menuShortcutGap + letter : 0;
    return {menuTextStart(item) + contents.width() + menuPadding
                + std::max(after, opens ? iconSize : 0),
            std::max(atLeast(controlHeight, item->fontMetrics), contents.height())};
}

} // namespace emberline::paint
