// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QFocusFrame>
#include <QHeaderView>
#include <QPainterPath>
#include <QStyleHintReturnMask>

#include <optional>

namespace emberline {

namespace {

constexpr int dockTitle = 36;

int frameWidth(const QWidget *widget)
{
    // Two for scroll areas: their square viewport must not cover the round corners.
    return qobject_cast<const QAbstractScrollArea *>(widget) != nullptr ? 2 : 1;
}

/// Beside a table it is above and below the text, and must leave room for rows of 24.
int headerMargin(const QWidget *widget)
{
    const auto *header = qobject_cast<const QHeaderView *>(widget);
    return header != nullptr && header->orientation() == Qt::Vertical ? 2 : paint::gap;
}

/// A title of 36: Qt adds two margins to the height of the text, or 2 to that of the buttons.
int dockButtonMargin()
{
    return (dockTitle - 2 - paint::iconSize) / 2;
}

int dockTitleMargin(const QWidget *widget)
{
    return widget == nullptr ? paint::gap : (dockTitle - widget->fontMetrics().height()) / 2;
}

bool isIconSize(QStyle::PixelMetric metric)
{
    switch (static_cast<int>(metric)) { // as a number: the enum has a hundred values
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_ToolBarIconSize:
    case QStyle::PM_ListViewIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_LineEditIconSize:
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
    case QStyle::PM_TabCloseIndicatorWidth:
    case QStyle::PM_TabCloseIndicatorHeight:
    case QStyle::PM_HeaderMarkSize:
        return true;
    default:
        return false;
    }
}

/// The sizes that depend on nothing.
std::optional<int> fixedMetric(QStyle::PixelMetric metric)
{
    if (isIconSize(metric)) {
        return paint::iconSize;
    }
    switch (static_cast<int>(metric)) { // as a number: the enum has a hundred values
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
    case QStyle::PM_ToolBarItemSpacing:
    case QStyle::PM_ToolBarItemMargin:
    case QStyle::PM_MenuBarHMargin:
        return paint::gap;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return 16;
    case QStyle::PM_ScrollBarExtent:
        return 12;
    case QStyle::PM_ScrollBarSliderMin:
        return 32;
    case QStyle::PM_ToolBarSeparatorExtent:
        return 9;
    case QStyle::PM_LineEditIconMargin: // the icon has 3 more around it
        return 6;
    case QStyle::PM_TabBarTabHSpace:
        return 24;
    case QStyle::PM_MenuVMargin:
        return 4;
    case QStyle::PM_SplitterWidth: // Qt takes the mouse 2 px beside a width of 1
    case QStyle::PM_DockWidgetSeparatorExtent:
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_ToolTipLabelFrameWidth:
        return 1;
    case QStyle::PM_ToolBarFrameWidth:
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_MenuBarVMargin:
    case QStyle::PM_MenuBarItemSpacing:
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_ButtonDefaultIndicator:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_DockWidgetFrameWidth:
        return 0;
    default:
        return std::nullopt;
    }
}

bool roundedTip(const QStyleOption *option, QStyleHintReturn *returned)
{
    auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned);
    if (mask == nullptr || option == nullptr) {
        return false;
    }
    constexpr qreal corner = 6;
    QPainterPath path;
    path.addRoundedRect(option->rect, corner, corner);
    mask->region = QRegion(path.toFillPolygon().toPolygon());
    return true;
}

} // namespace

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const auto fixed = fixedMetric(metric)) {
        return *fixed;
    }
    switch (static_cast<int>(metric)) { // as a number: the enum has a hundred values
    case PM_HeaderMargin:
        return headerMargin(widget);
    case PM_DefaultFrameWidth:
        return frameWidth(widget);
    case PM_DockWidgetTitleBarButtonMargin:
        return dockButtonMargin();
    case PM_DockWidgetTitleMargin:
        return dockTitleMargin(widget);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        // QFocusFrame asks without a widget; of the items of a view it is half the distance between
        // check mark, icon and text.
        return widget == nullptr || qobject_cast<const QFocusFrame *>(widget) != nullptr ? 4 : 3;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint,
                     const QStyleOption *option,
                     const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (static_cast<int>(hint)) { // as a number: the enum has a hundred values
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTip_Mask:
        return roundedTip(option, returned) ? 1 : 0;
    case SH_Widget_Animation_Duration:
        if (m_reducedMotion) {
            return 0;
        }
        break;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace emberline
