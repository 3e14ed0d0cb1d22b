// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QFocusFrame>
#include <QHeaderView>
#include <QPainterPath>
#include <QStyleHintReturnMask>

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
    switch (static_cast<int>(metric)) { // as a number: the enum has a hundred values
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
    case PM_HeaderMarkSize:
        return paint::iconSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
    case PM_MenuBarHMargin:
        return paint::gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ToolBarSeparatorExtent:
        return 9;
    case PM_LineEditIconMargin: // the icon has 3 more around it
        return 6;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_MenuVMargin:
        return 4;
    case PM_SplitterWidth: // Qt takes the mouse 2 px beside a width of 1
    case PM_DockWidgetSeparatorExtent:
    case PM_MenuPanelWidth:
    case PM_ToolTipLabelFrameWidth:
        return 1;
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_MenuHMargin:
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_DockWidgetFrameWidth:
        return 0;
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
