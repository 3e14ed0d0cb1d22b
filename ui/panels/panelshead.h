// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/marker.h"

#include <QWidget>

#include <vector>

namespace emberline {

/// What stands above all panels.
struct PanelsKey
{
    enum class Sign { Swatch, ThinLine, Ring };
    struct Entry
    {
        Sign sign = Sign::Swatch;
        Swatch swatch = {};
        QString words = {}; ///< fit for the screen

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    QString title = {};
    QString subtitle = {};
    std::vector<Entry> entries = {};

    friend bool operator==(const PanelsKey &, const PanelsKey &) = default;
};

/// Title, subtitle and the key of all panels together.
class PanelsHead final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelsHead(QWidget *parent = nullptr);

    void setKey(const PanelsKey &key);
    [[nodiscard]] const PanelsKey &key() const { return m_key; }
    /// So much of the first line's right end is taken by something over it.
    void setTaken(int width);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PanelsKey m_key;
    int m_taken = 0;
};

} // namespace emberline
