// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QSpinBox>

namespace emberline {

/// A number of hours or days. Takes more than can be asked for, so that whoever types 365 is told
/// so, but its steps stay within it.
class LengthBox : public QSpinBox
{
    Q_OBJECT

public:
    explicit LengthBox(QWidget *parent = nullptr);

    void setUnit(Unit unit);
    void stepBy(int steps) override;

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;

private:
    void updateSuffix();

    Unit m_unit = Unit::Day;
};

} // namespace emberline
