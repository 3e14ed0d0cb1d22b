// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/catalog.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QToolButton;

namespace emberline {

class EventChip;
class EventListModel;
class EventPopup;
class HintLabel;

/// A field to search for an event by some of its letters. Works without a list of events, too: what
/// was typed can always be used as it is.
class EventPicker : public QWidget
{
    Q_OBJECT

public:
    explicit EventPicker(QWidget *parent = nullptr);

    /// Shows @p name as chosen; emits nothing.
    void setEvent(const QString &name);
    void setNames(const QStringList &names, ListState state);
    /// How old the list is; empty: not known.
    void setAge(const QString &age, bool isReading);
    void setStarred(const QStringList &names);
    void setRecent(const QStringList &names);
    /// A sentence under the field until the next edit; empty: all is well.
    void setProblem(const QString &sentence);
    /// What a label is the label of.
    [[nodiscard]] QWidget *field() const;
    /// Focuses the field and opens the list.
    void open();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The user chose @p name, which may be empty or too long.
    void eventChosen(const QString &name);
    void starToggled(const QString &name);
    /// The user wants the list to be read anew.
    void refreshAsked();

private:
    void addChips();
    void openList();
    void typed(const QString &text);
    void choose(const QString &name);
    void chooseCurrent();
    void revert();
    void leave();
    bool handleKey(int key);
    void updateStar();
    void updateChips();

    EventListModel *m_model;
    QLineEdit *m_edit;
    EventPopup *m_popup;
    QToolButton *m_star;
    QWidget *m_chipRow;
    std::vector<EventChip *> m_chips;
    HintLabel *m_problem;
    QString m_event;
    ListState m_listState = ListState::Unread;
    bool m_editing = false; ///< the field shows what was typed, not the event
};

} // namespace emberline
