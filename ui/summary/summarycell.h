// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/marker.h"
#include "ui/summary/cellcontent.h"

#include <QWidget>

class QCheckBox;
class QToolButton;

namespace emberline {

/// One series in the summary strip: a box that hides it, its name, which shows it alone, and its
/// numbers. In two sizes: all numbers, or only total and change.
class SummaryCell final : public QWidget
{
    Q_OBJECT

public:
    /// @p index tells its parts from those of other cells.
    explicit SummaryCell(int index, QWidget *parent = nullptr);

    void setContent(const CellContent &content);
    void setCompact(bool compact);
    /// There is a cell to its right.
    void setFollowed(bool followed);

    [[nodiscard]] int heightFor(bool compact) const;
    /// So wide that a compact cell says all it has to.
    [[nodiscard]] int leastWidth() const;
    /// Whether all numbers have room in @p width.
    [[nodiscard]] bool fitsAll(int width) const;

    [[nodiscard]] QCheckBox *box() const { return m_box; }
    [[nodiscard]] QToolButton *nameButton() const { return m_name; }
    [[nodiscard]] const CellContent &content() const { return m_content; }
    [[nodiscard]] bool isCompact() const { return m_compact; }

Q_SIGNALS:
    void hideToggled(bool hidden);
    void isolateAsked();
    /// The pointer, or the focus by keyboard, came or went.
    void pointed(bool here);
    /// One of its parts has got the focus by keyboard.
    void focused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setPointed(bool here);
    void describe();
    void tint();
    void placeParts();
    [[nodiscard]] qreal unit() const;
    [[nodiscard]] Swatch swatch() const;
    [[nodiscard]] int nameLeft() const;
    [[nodiscard]] qreal nameMiddle() const;
    [[nodiscard]] int rowsWidth() const;
    [[nodiscard]] int changeWidth(bool withDifference) const;
    [[nodiscard]] bool showsDifference() const;
    int paintChange(QPainter &painter, int left, int baseline) const;
    void paintAll(QPainter &painter) const;
    void paintCompact(QPainter &painter) const;
    void paintRows(QPainter &painter) const;

    CellContent m_content;
    QCheckBox *m_box; // children
    QToolButton *m_name;
    bool m_compact = false;
    bool m_followed = false;
    bool m_pointed = false;
};

} // namespace emberline
