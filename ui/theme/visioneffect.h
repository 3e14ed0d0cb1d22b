// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colorvision.h"

#include <QGraphicsEffect>

class QWidget;

namespace emberline {

/// Shows a widget and all in it as people with another colour vision see it.
class VisionEffect final : public QGraphicsEffect
{
    Q_OBJECT

public:
    explicit VisionEffect(ColorVision vision, QObject *parent = nullptr);

    [[nodiscard]] ColorVision vision() const { return m_vision; }

protected:
    void draw(QPainter *painter) override;

private:
    ColorVision m_vision;
};

/// Shows @p widget and all in it so from now on; with the usual vision as they are, at no cost.
void showAsSeen(QWidget &widget, ColorVision vision);

} // namespace emberline
