// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/catalog.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace emberline {

class ChosenEvents;
class EventListModel;
class EventPopup;
class EventShortcuts;
class HintLabel;

/// A field to search for events by some of their letters. Works without a list of events, too: what
/// was typed can always be used as it is.
///
/// Replace or add? While one event is chosen the field shows its name, and Enter, a click on a name
/// in the list or on a chip puts another one in its place. The box before a name adds it to what is
/// chosen or takes it away, and so do Ctrl+Enter and a click with Ctrl; the list stays open for
/// more. While several are chosen the field is empty, they stand below it as chips with a button
/// each to remove them, and Enter or a click adds (or takes away) as the box does. The line below
/// the list says which of the two it is.
class EventPicker : public QWidget
{
    Q_OBJECT

public:
    explicit EventPicker(QWidget *parent = nullptr);

    /// Shows @p names as chosen; emits nothing.
    void setEvents(const QStringList &names);
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
    /// The user chose @p names, of which one may be empty or too long.
    void eventsEdited(const QStringList &names);
    void starToggled(const QString &name);
    /// The user wants the list to be read anew.
    void refreshAsked();

private:
    void openList();
    void typed(const QString &text);
    void choose(const QString &name);
    void tick(const QString &name);
    void enter(bool ticks);
    void revert();
    void showEvents();
    void leave();
    void noteListClosed();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void walk(int key);
    void updateStar();
    void updateHint();
    [[nodiscard]] bool isSeveral() const { return m_events.size() > 1; }
    [[nodiscard]] QString onlyEvent() const;
    [[nodiscard]] QStringList toggled(const QString &name) const;

    EventListModel *m_model;
    QLineEdit *m_edit;
    EventPopup *m_popup;
    QToolButton *m_star;
    HintLabel *m_problem;
    ChosenEvents *m_chosen; ///< where there are several
    EventShortcuts *m_shortcuts;
    QStringList m_events;
    QStringList m_recent;
    ListState m_listState = ListState::Unread;
    bool m_editing = false; ///< the field shows what was typed, not the event
    bool m_isUsed = false; ///< what was typed has been ticked already
    bool m_isTicking = false;
};

} // namespace emberline
