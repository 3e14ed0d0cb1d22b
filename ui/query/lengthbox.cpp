// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/lengthbox.h"

#include "ui/query/rangechoice.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr int mostTyped = 999'999;

} // namespace

LengthBox::LengthBox(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(0, mostTyped);
    setGroupSeparatorShown(true);
    setCorrectionMode(CorrectToNearestValue);
    connect(this, &QSpinBox::valueChanged, this, &LengthBox::updateSuffix);
    updateSuffix();
}

void LengthBox::setUnit(Unit unit)
{
    m_unit = unit;
    updateSuffix();
}

void LengthBox::stepBy(int steps)
{
    setValue(std::clamp(value() + steps, 1, longestLength(m_unit)));
    selectAll();
}

QAbstractSpinBox::StepEnabled LengthBox::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    enabled.setFlag(StepUpEnabled, value() < longestLength(m_unit));
    enabled.setFlag(StepDownEnabled, value() > 1);
    return enabled;
}

void LengthBox::updateSuffix()
{
    QString suffix;
    switch (m_unit) {
    case Unit::Hour:
        suffix = tr(" hour(s)", "follows the number in a field", value());
        break;
    case Unit::Day:
        suffix = tr(" day(s)", "follows the number in a field", value());
        break;
    }
    setSuffix(suffix);
}

} // namespace emberline
