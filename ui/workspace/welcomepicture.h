// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace emberline {

/// The drawn chart of the welcome page, with the ember as its unfinished point: the only orange of
/// the product besides the mark.
class WelcomePicture final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int columnWidth = 632;
    static constexpr int sideRoom = 24; ///< on both sides: the glow stands out a little
    static constexpr int air = 50; ///< above the drawing

    explicit WelcomePicture(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace emberline
