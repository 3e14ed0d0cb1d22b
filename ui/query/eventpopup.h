// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QListView>

class QAbstractItemModel;

namespace emberline {

/// The list under a field. It is a child of the field's window, lies over its neighbours and never
/// takes the focus, so that typing goes on.
class EventPopup : public QFrame
{
    Q_OBJECT

public:
    EventPopup(QAbstractItemModel *model, QWidget *field);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return isVisible(); }

    [[nodiscard]] QModelIndex current() const { return m_list->currentIndex(); }
    void setCurrentRow(int row);
    /// Moves the current row by @p rows; from one end it goes on at the other.
    void move(int rows);
    [[nodiscard]] int pageLength() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const QModelIndex &index);
    void currentChanged(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QWidget *m_field;
    QListView *m_list;
};

} // namespace emberline
