// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace emberline::paint {

namespace {

constexpr int smallestThumb = 32;

void tab(const QStyleOptionTab *tab, QPainter *painter)
{
    const Tokens &tokens = tokensFor(tab->palette);
    const QRect rect = tab->rect;
    constexpr int mark = 2;
    if (!tab->state.testFlag(QStyle::State_Selected)) {
        if (isHovered(tab)) {
            painter->fillRect(rect, tokens.hover);
        }
        painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.hairline);
        return;
    }
    painter->fillRect(rect, tokens.base);
    painter->fillRect(rect.left(), rect.top(), 1, rect.height(), tokens.hairline);
    painter->fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.hairline);
    painter->fillRect(rect.left(), rect.top(), rect.width(), mark, tokens.accent);
}

void header(const QStyleOptionHeader *header, QPainter *painter)
{
    const Tokens &tokens = tokensFor(header->palette);
    const QRect rect = header->rect;
    painter->fillRect(rect, isHovered(header) ? tokens.hover : tokens.alt);
    if (header->orientation == Qt::Horizontal) {
        painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.hairline);
    } else {
        painter->fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.hairline);
    }
}

void progress(const QStyleOptionProgressBar *bar, QPainter *painter)
{
    const Tokens &tokens = tokensFor(bar->palette);
    const QRect rect = bar->rect;
    const qreal corner = rect.height() > 4 ? rect.height() / 2.0 : 0;
    box(painter, rect, {tokens.pressed, Qt::transparent, 1, corner});
    const int span = bar->maximum - bar->minimum;
    const qreal share = span <= 0 ? 0
                                  : qBound(0.0, qreal(bar->progress - bar->minimum) / span, 1.0);
    QRect done = rect;
    done.setWidth(qRound(rect.width() * share));
    if (done.width() > 0) {
        box(painter,
            QStyle::visualRect(bar->direction, rect, done),
            {isEnabled(bar) ? tokens.accent : tokens.disabled, Qt::transparent, 1, corner});
    }
}

void itemPanel(const QStyleOptionViewItem *item, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(item->palette);
    if (item->state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(item->rect, tokens.selected);
        return;
    }
    if (item->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(item->rect, item->backgroundBrush);
    }
    if (isHovered(item) && qobject_cast<const QListView *>(widget) != nullptr) {
        painter->fillRect(item->rect, tokens.hover);
    }
}

void focusRect(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    if (qobject_cast<const QAbstractButton *>(widget) != nullptr) {
        return; // FocusRing surrounds it
    }
    Box ring{Qt::transparent, tokensFor(option->palette).accent, 2, checkRadius};
    if (qobject_cast<const QAbstractItemView *>(widget) != nullptr) {
        ring.width = 1; // the view has a ring of its own
    }
    box(painter, option->rect, ring);
}

void frame(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option->palette);
    Box around{Qt::transparent, tokens.buttonBorder};
    if (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr) {
        around.fill = isEnabled(option) ? option->palette.color(QPalette::Base) : tokens.win;
        if (option->state.testFlag(QStyle::State_HasFocus)) {
            around.border = tokens.accent;
            around.width = 2;
        }
    }
    box(painter, option->rect, around);
}

} // namespace

bool viewPrimitive(QStyle::PrimitiveElement element,
                   const QStyleOption *option,
                   QPainter *painter,
                   const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option->palette);
    switch (static_cast<int>(element)) { // as a number: the enum has a hundred values
    case QStyle::PE_Frame:
        frame(option, painter, widget);
        return true;
    case QStyle::PE_FrameFocusRect:
        focusRect(option, painter, widget);
        return true;
    case QStyle::PE_FrameTabWidget:
        return true;
    case QStyle::PE_FrameTabBarBase:
        painter->fillRect(
            option->rect.left(), option->rect.bottom(), option->rect.width(), 1, tokens.hairline);
        return true;
    case QStyle::PE_PanelItemViewItem:
    case QStyle::PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            itemPanel(item, painter, widget);
            return true;
        }
        return false;
    case QStyle::PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, tokens.alt);
        return true;
    case QStyle::PE_IndicatorTabClose:
        if (isHovered(option)) {
            box(painter, option->rect, {tokens.hover});
        }
        sign(painter, option->rect, u"cross"_s, isHovered(option) ? tokens.text : tokens.text2);
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
            sign(painter, option->rect, up ? u"chev-u"_s : u"chev-d"_s, tokens.text2);
        }
        return true;
    default:
        return false;
    }
}

bool viewControl(QStyle::ControlElement element,
                 const QStyleOption *option,
                 QPainter *painter,
                 const QWidget * /*widget*/)
{
    switch (static_cast<int>(element)) { // as a number: the enum has many values
    case QStyle::CE_TabBarTabShape:
        if (const auto *shape = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            tab(shape, painter);
        }
        return true;
    case QStyle::CE_HeaderSection:
        if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            header(section, painter);
        }
        return true;
    case QStyle::CE_HeaderEmptyArea: {
        const Tokens &tokens = tokensFor(option->palette);
        painter->fillRect(option->rect, tokens.alt);
        painter->fillRect(
            option->rect.left(), option->rect.bottom(), option->rect.width(), 1, tokens.hairline);
        return true;
    }
    case QStyle::CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            progress(bar, painter);
        }
        return true;
    default:
        return false;
    }
}

bool scrollBar(const QStyleOptionComplex *option, QPainter *painter)
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (slider == nullptr) {
        return false;
    }
    const Tokens &tokens = tokensFor(slider->palette);
    painter->fillRect(slider->rect, tokens.alt);
    if (slider->maximum > slider->minimum) {
        const bool held = isHovered(slider) || slider->state.testFlag(QStyle::State_Sunken);
        constexpr qreal inset = 3;
        const QRectF thumb = QRectF(scrollBarPart(slider, QStyle::SC_ScrollBarSlider))
                                 .adjusted(inset, inset, -inset, -inset);
        box(painter,
            thumb,
            {held ? tokens.fieldBorder : tokens.buttonBorder, Qt::transparent, 1, inset});
    }
    return true;
}

QRect scrollBarPart(const QStyleOptionSlider *slider, QStyle::SubControl part)
{
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const QRect rect = slider->rect;
    const int length = horizontal ? rect.width() : rect.height();
    const qint64 steps = qint64(slider->maximum) - slider->minimum + slider->pageStep;
    const int share = steps > 0 ? static_cast<int>(qint64(length) * slider->pageStep / steps)
                                : length;
    const int thumb = std::min(length, std::max(smallestThumb, share));
    const int start = QStyle::sliderPositionFromValue(slider->minimum,
                                                      slider->maximum,
                                                      slider->sliderPosition,
                                                      length - thumb,
                                                      slider->upsideDown);
    const auto piece = [&](int from, int size) {
        return horizontal ? QRect(rect.left() + from, rect.top(), size, rect.height())
                          : QRect(rect.left(), rect.top() + from, rect.width(), size);
    };
    QRect result;
    switch (static_cast<int>(part)) {
    case QStyle::SC_ScrollBarSlider:
        result = piece(start, thumb);
        break;
    case QStyle::SC_ScrollBarSubPage:
        result = piece(0, start);
        break;
    case QStyle::SC_ScrollBarAddPage:
        result = piece(start + thumb, length - start - thumb);
        break;
    case QStyle::SC_ScrollBarGroove:
        result = rect;
        break;
    default:
        return {}; // no arrows at the ends
    }
    return QStyle::visualRect(slider->direction, rect, result);
}

} // namespace emberline::paint
