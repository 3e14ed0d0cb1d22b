// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QListView>

class QAbstractItemModel;

namespace emberline {

class CatalogAge;
class HintLabel;

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

    /// How old the list is, below it; empty: not known. @p problem is what went wrong since.
    void setAge(const QString &age, bool isReading, const QString &problem);

    /// What can be done with a row, or what is wrong, below the list; empty: nothing.
    void setHint(const QString &hint);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const QModelIndex &index);
    /// It is to be one of several, or not any more; the list stays open.
    void ticked(const QModelIndex &index);
    void closed();
    void currentChanged(const QModelIndex &index);
    /// The user wants the list to be read anew.
    void refreshAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addFoot();
    void updateFoot();
    [[nodiscard]] int footHeight() const;
    void place();

    QWidget *m_field;
    QListView *m_list;
    QWidget *m_foot; ///< below the list
    HintLabel *m_hint;
    HintLabel *m_problem;
    CatalogAge *m_age;
};

} // namespace emberline
