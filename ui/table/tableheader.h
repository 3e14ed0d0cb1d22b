// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace emberline {

/// The header of the dataset table: names in plain text, right above their figures, each behind a
/// swatch in the colour of its series. A click sorts, another turns the order round.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] bool showsArrow(int logicalIndex) const;
};

} // namespace emberline
