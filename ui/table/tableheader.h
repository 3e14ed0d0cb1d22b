// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace emberline {

/// The header of our tables: names in plain text, on the side of what stands below, those of series
/// behind a swatch in their colour. A click sorts, another turns the order round.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    /// Whether series have shapes.
    void setPatterned(bool patterned);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] QFont titleFont() const;
    void drawArrow(QPainter &painter, const QPoint &leftMiddle) const;
    [[nodiscard]] bool showsArrow(int logicalIndex) const;

    bool m_patterned = false;
};

} // namespace emberline
