// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/marker.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace emberline {

/// All values at the crosshair.
struct Readout
{
    struct Item
    {
        Swatch swatch = {};
        QString name = {}; ///< fit for the screen
        QString value = {};
        QString change = {}; ///< "▲ 45.2 %"
        QString signedChange = {}; ///< "+45.2 %"

        friend bool operator==(const Item &, const Item &) = default;
    };

    QString date = {}; ///< empty: there is no crosshair
    QString versus = {}; ///< the date that is compared
    std::vector<Item> items = {};

    friend bool operator==(const Readout &, const Readout &) = default;
};

/// "Sat 14 Nov 2026 · Gold 6,053 (+45.2 %) · …"
[[nodiscard]] QString textOf(const Readout &readout);

/// The bar below the panels that repeats what the crosshair shows, for reading and copying.
class PanelReadout final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelReadout(QWidget *parent = nullptr);

    void setReadout(const Readout &readout);
    [[nodiscard]] const Readout &readout() const { return m_readout; }
    void setPinned(bool pinned);
    [[nodiscard]] bool isPinned() const;

public Q_SLOTS:
    /// Puts it on the clipboard; nothing happens without a crosshair.
    void copy() const;
    /// Likewise.
    void togglePinned();

Q_SIGNALS:
    void pinned(bool pinned);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Readout m_readout;
    QToolButton *m_copy; // children
    QToolButton *m_pin;
};

} // namespace emberline
