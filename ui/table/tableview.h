// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace emberline {

class TableHeader;

/// A table view whose row lines and hatches go on to the right of the last column: columns are not
/// stretched, rows are.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    [[nodiscard]] TableHeader &header() const { return *m_header; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitRowHeight();
    void paintBeyond(QPainter &painter, int row) const;

    TableHeader *m_header; ///< a child
};

} // namespace emberline
