// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/marker.h"

#include <QPoint>
#include <QRect>
#include <QString>
#include <QWidget>

#include <optional>

namespace emberline {

/// A panel that is being carried to another place.
struct CarriedPanel
{
    QRect from = {}; ///< where it comes from
    QRect line = {}; ///< where it would stand; empty: where it is
    QPoint pointer = {};
    QString name = {}; ///< fit for the screen
    Swatch swatch = {};

    friend bool operator==(const CarriedPanel &, const CarriedPanel &) = default;
};

/// Over all panels while one of them is carried: it fades, a line says where it would come to
/// stand, and its name goes with the pointer. Takes no part in anything else.
class PanelDrop final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelDrop(QWidget *grid);

    /// None: nothing is carried.
    void setCarried(const std::optional<emberline::CarriedPanel> &carried);
    [[nodiscard]] const std::optional<CarriedPanel> &carried() const { return m_carried; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<CarriedPanel> m_carried;
};

} // namespace emberline
