// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/focusring.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QFocusFrame>
#include <QListView>
#include <QMenuBar>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int barHeight = 28;
constexpr int tabHeight = 36;
constexpr int listIndent = 4;

bool showsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr
        || qobject_cast<const QComboBox *>(widget) != nullptr
        || qobject_cast<const QScrollBar *>(widget) != nullptr
        || qobject_cast<const QTabBar *>(widget) != nullptr;
}

/// Rows that are chosen keep the colour of their text.
QStyleOptionViewItem onSelectedGround(const QStyleOptionViewItem &item)
{
    QStyleOptionViewItem result(item);
    const Tokens &tokens = tokensFor(item.palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        result.palette.setColor(group, QPalette::Highlight, tokens.selected);
        result.palette.setColor(group, QPalette::HighlightedText, tokens.text);
    }
    return result;
}

/// The arrow stands at the end, and the label keeps clear of it.
QRect headerPart(QStyle::SubElement element, const QStyleOptionHeader &header)
{
    constexpr int end = 4;
    const QRect rect = header.rect;
    if (element == QStyle::SE_HeaderArrow) {
        return {
            rect.right() + 1 - end - paint::iconSize, rect.top(), paint::iconSize, rect.height()};
    }
    const bool hasArrow = header.sortIndicator != QStyleOptionHeader::None;
    const int after = hasArrow ? end + paint::iconSize + end : paint::gap;
    return rect.adjusted(paint::gap, 0, -after, 0);
}

QSize atLeastHigh(QSize size, int height, const QStyleOption *option)
{
    size.setHeight(std::max(size.height(), paint::atLeast(height, option->fontMetrics)));
    return size;
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
    , m_focusRing(new FocusRing(this))
{ }

Style::~Style() = default;

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (showsHover(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QAbstractButton *>(widget) != nullptr) {
        m_focusRing->watch(widget);
    }
    if (qobject_cast<QStatusBar *>(widget) != nullptr) {
        widget->setMinimumHeight(paint::atLeast(barHeight, widget->fontMetrics()));
    }
    if (auto *view = qobject_cast<QListView *>(widget)) {
        view->viewport()->setAttribute(Qt::WA_Hover);
    }
}

void Style::unpolish(QWidget *widget)
{
    if (qobject_cast<QAbstractButton *>(widget) != nullptr) {
        m_focusRing->forget(widget);
    }
    QProxyStyle::unpolish(widget);
}

void Style::drawPrimitive(PrimitiveElement element,
                          const QStyleOption *option,
                          QPainter *painter,
                          const QWidget *widget) const
{
    const bool known = paint::buttonPrimitive(element, option, painter, widget)
                    || paint::fieldPrimitive(element, option, painter, widget)
                    || paint::viewPrimitive(element, option, painter, widget)
                    || paint::chromePrimitive(element, option, painter, widget);
    if (!known) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element,
                        const QStyleOption *option,
                        QPainter *painter,
                        const QWidget *widget) const
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
        const QStyleOptionViewItem adapted = onSelectedGround(*item);
        QProxyStyle::drawControl(element, &adapted, painter, widget);
        return;
    }
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        tab != nullptr && element == CE_TabBarTabLabel) {
        QStyleOptionTab adapted(*tab);
        if (!tab->state.testFlag(State_Selected)) {
            adapted.palette.setColor(QPalette::WindowText, tokensFor(tab->palette).text2);
        }
        QProxyStyle::drawControl(element, &adapted, painter, widget);
        return;
    }
    const bool known = paint::buttonControl(element, option, painter, widget)
                    || paint::viewControl(element, option, painter, widget)
                    || paint::chromeControl(element, option, painter, widget);
    if (!known) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control,
                               const QStyleOptionComplex *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    const bool known = (control == CC_ScrollBar && paint::scrollBar(option, painter))
                    || (control == CC_ToolButton && paint::toolButton(option, painter, widget))
                    || paint::fieldComplex(control, option, painter, widget);
    if (!known) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subElementRect(SubElement element,
                            const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (static_cast<int>(element)) { // as a number: the enum has many values
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            constexpr int side = 7; // and 2 of QLineEdit's own
            return option->rect.adjusted(side, 1, -side, -1);
        }
        break;
    }
    case SE_ItemViewItemCheckIndicator:
    case SE_ItemViewItemDecoration:
    case SE_ItemViewItemText:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item != nullptr && qobject_cast<const QListView *>(widget) != nullptr) {
            QStyleOptionViewItem inset(*item);
            inset.rect.adjust(listIndent, 0, -listIndent, 0);
            return QProxyStyle::subElementRect(element, &inset, widget);
        }
        break;
    case SE_HeaderArrow:
    case SE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return visualRect(header->direction, header->rect, headerPart(element, *header));
        }
        break;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control,
                            const QStyleOptionComplex *option,
                            SubControl subControl,
                            const QWidget *widget) const
{
    const auto mirrored = [option](const QRect &rect) {
        return visualRect(option->direction, option->rect, rect);
    };
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            return paint::scrollBarPart(slider, subControl);
        }
    } else if (control == CC_ComboBox && subControl != SC_ComboBoxListBoxPopup) {
        return mirrored(paint::comboPart(option, subControl));
    } else if (control == CC_SpinBox) {
        return mirrored(paint::spinPart(option, subControl));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize Style::sizeFromContents(ContentsType type,
                              const QStyleOption *option,
                              const QSize &contents,
                              const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (static_cast<int>(type)) { // as a number: the enum has many values
    case CT_PushButton:
    case CT_ToolButton:
        return paint::buttonSize(type, option, contents, widget);
    case CT_LineEdit:
        return atLeastHigh(base, paint::controlHeight, option);
    case CT_SpinBox:
    case CT_ComboBox: {
        constexpr int arrowAndMargins = 38;
        return atLeastHigh({contents.width() + arrowAndMargins, paint::controlHeight},
                           paint::controlHeight,
                           option);
    }
    case CT_TabBarTab:
        return atLeastHigh({base.width(), tabHeight}, tabHeight, option);
    case CT_HeaderSection:
        return {base.width(), paint::atLeast(barHeight, option->fontMetrics)};
    case CT_MenuBarItem:
        return {contents.width() + 2 * paint::gap, paint::atLeast(barHeight, option->fontMetrics)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            return paint::menuItemSize(item, contents);
        }
        return base;
    case CT_ItemViewItem:
        if (qobject_cast<const QTableView *>(widget) == nullptr) {
            return atLeastHigh(base, paint::controlHeight, option);
        }
        return base;
    default:
        return base;
    }
}

QIcon Style::standardIcon(StandardPixmap standard,
                          const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (static_cast<int>(standard)) { // as a number: the enum has many values
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return icon(u"cross"_s, IconRole::Quiet);
    case SP_TitleBarNormalButton:
        return icon(u"float"_s, IconRole::Quiet);
    case SP_MessageBoxInformation:
        return icon(u"info"_s);
    case SP_MessageBoxWarning:
        return icon(u"warn"_s);
    case SP_MessageBoxCritical:
        return icon(u"error"_s);
    case SP_MessageBoxQuestion:
        return icon(u"help"_s);
    case SP_ArrowLeft: // the months of a calendar
        return icon(u"chev-l"_s);
    case SP_ArrowRight:
        return icon(u"chev-r"_s);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(u"more"_s);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace emberline
