// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/controls.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractSpinBox>
#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace emberline::paint {

namespace {

constexpr int sideMargin = 9; ///< from the edge to the text
constexpr int arrowWidth = 24;
constexpr int stepWidth = 20;

Box fieldBox(const QStyleOption *option, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option->palette);
    if (!isEnabled(option)) {
        return {Qt::transparent, tokens.hairline};
    }
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    const qreal width = focused ? 2 : 1;
    if (isInvalid(widget)) {
        return {tokens.base, tokens.error.icon, width};
    }
    return {tokens.base, focused ? tokens.accent : tokens.fieldBorder, width};
}

/// Combo boxes that aren't edited look like buttons that open.
Box comboBox(const QStyleOptionComboBox *combo, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(combo->palette);
    if (combo->editable || !isEnabled(combo)) {
        return fieldBox(combo, widget);
    }
    Box frame{tokens.btn, tokens.buttonBorder};
    if (combo->state.testFlag(QStyle::State_On)) {
        frame.fill = tokens.pressed;
    } else if (isHovered(combo)) {
        frame.fill = tokens.hover;
    }
    if (combo->state.testFlag(QStyle::State_HasFocus)) {
        frame.border = tokens.accent;
        frame.width = 2;
    }
    return frame;
}

QColor arrowColor(const QStyleOption *option)
{
    const Tokens &tokens = tokensFor(option->palette);
    return isEnabled(option) ? tokens.text2 : tokens.disabled;
}

void drawSpinBox(const QStyleOptionSpinBox *spin, QPainter *painter, const QWidget *widget)
{
    if (spin->frame) {
        box(painter, spin->rect, fieldBox(spin, widget));
    }
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const Tokens &tokens = tokensFor(spin->palette);
    const auto step = [&](QStyle::SubControl part, const QString &name, bool possible) {
        const QRect rect = QStyle::visualRect(spin->direction, spin->rect, spinPart(spin, part));
        const bool active = spin->activeSubControls.testFlag(part) && possible && isEnabled(spin);
        if (active && isHovered(spin)) {
            const bool down = spin->state.testFlag(QStyle::State_Sunken);
            box(painter, rect, {down ? tokens.pressed : tokens.hover, Qt::transparent, 1, 2});
        }
        sign(painter, rect, name, possible ? arrowColor(spin) : tokens.disabled);
    };
    step(QStyle::SC_SpinBoxUp,
         u"chev-u"_s,
         spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    step(QStyle::SC_SpinBoxDown,
         u"chev-d"_s,
         spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
}

} // namespace

bool fieldPrimitive(QStyle::PrimitiveElement element,
                    const QStyleOption *option,
                    QPainter *painter,
                    const QWidget *widget)
{
    if (element == QStyle::PE_PanelLineEdit) {
        const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (panel == nullptr || panel->lineWidth > 0) {
            box(painter, option->rect, fieldBox(option, widget));
        }
        return true; // without a frame it lies on a field that is already drawn
    }
    if (element == QStyle::PE_FrameLineEdit) {
        Box frame = fieldBox(option, widget);
        frame.fill = Qt::transparent;
        box(painter, option->rect, frame);
        return true;
    }
    return false;
}

bool fieldComplex(QStyle::ComplexControl control,
                  const QStyleOptionComplex *option,
                  QPainter *painter,
                  const QWidget *widget)
{
    if (control == QStyle::CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo == nullptr) {
            return false;
        }
        if (combo->frame) {
            box(painter, combo->rect, comboBox(combo, widget));
        }
        sign(painter,
             QStyle::visualRect(
                 combo->direction, combo->rect, comboPart(combo, QStyle::SC_ComboBoxArrow)),
             u"chev-d"_s,
             arrowColor(combo));
        return true;
    }
    if (control == QStyle::CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            drawSpinBox(spin, painter, widget);
            return true;
        }
    }
    return false;
}

QRect comboPart(const QStyleOptionComplex *option, QStyle::SubControl part)
{
    const QRect rect = option->rect;
    switch (static_cast<int>(part)) {
    case QStyle::SC_ComboBoxArrow:
        return {rect.right() - arrowWidth, rect.top(), arrowWidth - 1, rect.height()};
    case QStyle::SC_ComboBoxEditField:
        return rect.adjusted(sideMargin, 2, -arrowWidth - 2, -2);
    default:
        return rect;
    }
}

QRect spinPart(const QStyleOptionComplex *option, QStyle::SubControl part)
{
    const QRect rect = option->rect;
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const bool hasSteps = spin == nullptr || spin->buttonSymbols != QAbstractSpinBox::NoButtons;
    const int half = (rect.height() - 4) / 2;
    switch (static_cast<int>(part)) {
    case QStyle::SC_SpinBoxUp:
        return hasSteps ? QRect(rect.right() - stepWidth - 1, rect.top() + 2, stepWidth, half)
                        : QRect();
    case QStyle::SC_SpinBoxDown:
        return hasSteps
                 ? QRect(rect.right() - stepWidth - 1, rect.top() + 2 + half, stepWidth, half)
                 : QRect();
    case QStyle::SC_SpinBoxEditField:
        return rect.adjusted(sideMargin - 2, 2, hasSteps ? -stepWidth - 3 : -sideMargin + 2, -2);
    default:
        return rect;
    }
}

} // namespace emberline::paint
