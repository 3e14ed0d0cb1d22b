// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventpicker.h"

#include "app/core/text.h"
#include "app/models/eventlistmodel.h"
#include "ui/query/chosenevents.h"
#include "ui/query/eventpopup.h"
#include "ui/query/eventshortcuts.h"
#include "ui/query/hintlabel.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int starSize = 24;
constexpr int gap = 8;
constexpr int searchPull = -6; // the style leaves more after the icon than a row of a list does

QToolButton *makeStar(QLineEdit *edit)
{
    auto *star = new QToolButton(edit);
    star->setObjectName(u"starButton"_s);
    star->setAutoRaise(true);
    star->setFixedSize(starSize, starSize);
    star->setCursor(Qt::ArrowCursor);
    star->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(edit);
    layout->setContentsMargins(0, 0, 2, 0);
    layout->addWidget(star, 0, Qt::AlignRight | Qt::AlignVCenter);
    edit->setTextMargins(searchPull, 0, starSize, 0);
    return star;
}

} // namespace

EventPicker::EventPicker(QWidget *parent)
    : QWidget(parent)
    , m_model(new EventListModel(this))
    , m_edit(new QLineEdit(this))
    , m_popup(new EventPopup(m_model, m_edit))
    , m_star(makeStar(m_edit))
    , m_problem(new HintLabel(HintLabel::Kind::Problem, this))
    , m_chosen(new ChosenEvents(this))
    , m_shortcuts(new EventShortcuts(this))
{
    m_edit->setObjectName(u"eventField"_s);
    m_edit->setAccessibleName(tr("Event"));
    m_edit->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_problem->setObjectName(u"eventProblem"_s);
    m_problem->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    layout->addWidget(m_chosen);
    layout->addWidget(m_shortcuts);
    m_chosen->setTabAfter(m_star);

    connect(m_edit, &QLineEdit::textEdited, this, &EventPicker::typed);
    connect(m_star, &QToolButton::clicked, this, [this] { Q_EMIT starToggled(onlyEvent()); });
    connect(m_popup, &EventPopup::chosen, this, [this](const QModelIndex &index) {
        choose(index.data(EventListModel::NameRole).toString());
    });
    connect(m_popup, &EventPopup::ticked, this, [this](const QModelIndex &index) {
        tick(index.data(EventListModel::NameRole).toString());
    });
    connect(m_popup, &EventPopup::closed, this, &EventPicker::noteListClosed);
    connect(m_popup, &EventPopup::refreshAsked, this, &EventPicker::refreshAsked);
    connect(m_popup, &EventPopup::currentChanged, m_edit, [this](const QModelIndex &index) {
        const bool isChosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const QString name = index.data().toString(); // a screen reader says it
        m_edit->setAccessibleDescription(isChosen ? tr("%1, chosen").replace(u"%1"_s, name) : name);
    });
    connect(m_chosen, &ChosenEvents::removeAsked, this, [this](const QString &name) {
        Q_EMIT eventsEdited(toggled(name));
    });
    connect(m_shortcuts, &EventShortcuts::chosen, this, &EventPicker::choose);
    connect(
        m_chosen, &ChosenEvents::left, this, [this] { m_edit->setFocus(Qt::OtherFocusReason); });
    showEvents();
    updateStar();
    m_shortcuts->follow(*m_model);
    updateHint();
}

void EventPicker::setEvents(const QStringList &names)
{
    if (names == m_events) {
        return;
    }
    m_events = names;
    m_model->setChosen(names);
    m_chosen->setEvents(isSeveral() ? names : QStringList());
    if (!m_isTicking) {
        revert();
    } else if (!m_editing) {
        showEvents();
    }
    setProblem({});
    updateStar();
    m_shortcuts->follow(*m_model);
}

QString EventPicker::onlyEvent() const
{
    return isSeveral() ? QString() : m_events.value(0);
}

QStringList EventPicker::toggled(const QString &name) const
{
    QStringList events = m_events;
    if (events.removeAll(name) == 0) {
        events.append(name);
    }
    return events;
}

void EventPicker::setNames(const QStringList &names, ListState state)
{
    m_listState = state;
    m_model->setNames(names, state);
    if (m_popup->isOpen()) {
        m_popup->setCurrentRow(m_model->preferredRow());
    }
}

void EventPicker::setAge(const QString &age, bool isReading)
{
    m_popup->setAge(age, isReading, m_model->listProblem());
}

void EventPicker::setStarred(const QStringList &names)
{
    m_model->setStarred(names);
    updateStar();
    m_shortcuts->follow(*m_model);
}

/// Choosing makes an event recent: the open list stays in its order while several are ticked.
void EventPicker::setRecent(const QStringList &names)
{
    m_recent = names;
    if (!m_popup->isOpen()) {
        noteListClosed();
    }
}

void EventPicker::noteListClosed()
{
    m_model->setRecent(m_recent);
    m_shortcuts->follow(*m_model);
}

void EventPicker::setProblem(const QString &sentence)
{
    m_problem->say(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
    updateHint();
}

void EventPicker::updateHint()
{
    const QString ticking =
        QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText);
    if (!m_problem->isHidden()) { // the list covers it
        m_popup->setHint(m_problem->text());
    } else if (isSeveral()) {
        m_popup->setHint(tr("Enter adds an event or takes it away."));
    } else if (m_events.isEmpty()) {
        m_popup->setHint({});
    } else {
        m_popup->setHint(tr("Enter replaces the event, a tick or %1 adds one.").arg(ticking));
    }
}

QWidget *EventPicker::field() const
{
    return m_edit;
}

void EventPicker::open()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    openList();
}

void EventPicker::openList()
{
    if (m_model->rowCount() == 0) {
        return;
    }
    m_popup->open();
    m_popup->setCurrentRow(m_editing ? m_model->preferredRow() : m_model->rowOf(onlyEvent()));
}

void EventPicker::typed(const QString &text)
{
    m_editing = true;
    m_isUsed = false;
    setProblem({});
    m_model->setTyped(text);
    openList();
    if (m_model->rowCount() == 0) {
        m_popup->close();
    }
    updateStar();
}

void EventPicker::choose(const QString &name)
{
    m_popup->close();
    const QStringList events = isSeveral() ? toggled(name) : QStringList{name};
    if (events == m_events) {
        revert();
    } else {
        Q_EMIT eventsEdited(events);
    }
}

void EventPicker::tick(const QString &name)
{
    m_isTicking = true;
    Q_EMIT eventsEdited(toggled(name));
    m_isTicking = false;
    if (m_popup->isOpen() && !m_popup->current().isValid()) { // the list has become another one
        m_popup->setCurrentRow(m_model->rowOf(name));
    }
    if (m_editing) {
        m_isUsed = true;
        m_edit->selectAll(); // what is typed next looks for another one
    }
}

void EventPicker::enter(bool ticks)
{
    const bool hasCurrent = m_popup->isOpen() && m_popup->current().isValid();
    const QString name = hasCurrent ? m_popup->current().data(EventListModel::NameRole).toString()
                                    : m_edit->text();
    const bool isMeant = hasCurrent || (m_editing && !name.isEmpty());
    if (isMeant && ticks) {
        tick(name);
    } else if (isMeant || (!isSeveral() && (m_editing || m_events.isEmpty()))) {
        choose(name);
    } else if (isSeveral()) {
        openList();
    }
}

void EventPicker::revert()
{
    m_editing = false;
    m_isUsed = false;
    m_model->setTyped({});
    m_popup->close();
    showEvents();
    setProblem({});
    updateStar();
}

void EventPicker::showEvents()
{
    m_edit->setText(displayText(onlyEvent()));
    m_edit->setPlaceholderText(isSeveral() ? tr("Add an event") : tr("Choose an event"));
    m_edit->setCursorPosition(0);
    if (m_edit->hasFocus()) {
        m_edit->selectAll(); // what is typed next takes its place
    }
}

/// What was typed to the end counts; anything less leaves the events as they were.
void EventPicker::leave()
{
    m_popup->close();
    if (!m_editing) {
        return;
    }
    const QString typed = m_edit->text();
    // Without a list nothing is known: what was typed is what is meant.
    const bool hasList = m_listState == ListState::Read || m_listState == ListState::Unread;
    const bool known = hasList ? m_model->rowOf(typed) >= 0 : !typed.isEmpty();
    if (known && !m_isUsed && !m_events.contains(typed)) {
        choose(typed);
    } else {
        revert();
    }
}

bool EventPicker::eventFilter(QObject *watched, QEvent *event)
{
    switch (static_cast<int>(event->type())) {
    case QEvent::ShortcutOverride:
        // Esc belongs to the nearest thing: the list, then what was typed, then the window.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
            && (m_popup->isOpen() || m_editing)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (handleKey(static_cast<QKeyEvent *>(event)->key(),
                      static_cast<QKeyEvent *>(event)->modifiers())) {
            return true;
        }
        break;
    case QEvent::MouseButtonPress:
        openList();
        break;
    case QEvent::MouseButtonRelease:
        if (!m_editing && !m_edit->hasSelectedText()) {
            m_edit->selectAll();
        }
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
            && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
            leave();
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool EventPicker::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        walk(key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter(modifiers.testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_Escape:
        if (m_popup->isOpen() || m_editing) {
            revert();
            return true;
        }
        return false;
    case Qt::Key_Backspace:
        if (isSeveral() && m_edit->text().isEmpty()) {
            m_popup->close();
            m_chosen->focusLast();
            return true;
        }
        return false;
    default:
        return false;
    }
}

void EventPicker::walk(int key)
{
    const bool isPage = key == Qt::Key_PageDown || key == Qt::Key_PageUp;
    const bool isDown = key == Qt::Key_PageDown || key == Qt::Key_Down;
    if (m_popup->isOpen()) {
        const int rows = isPage ? m_popup->pageLength() : 1;
        m_popup->move(isDown ? rows : -rows);
    } else if (!isPage) {
        openList();
    }
}

void EventPicker::updateStar()
{
    const bool starred = m_model->isStarred(onlyEvent());
    m_star->setIcon(icon(starred ? u"star-f"_s : u"star"_s, IconRole::Quiet));
    const QString what = starred ? tr("Remove the star from this event") : tr("Star this event");
    m_star->setAccessibleName(what);
    m_star->setToolTip(what);
    m_star->setVisible(!onlyEvent().isEmpty() && !m_editing);
}

} // namespace emberline
