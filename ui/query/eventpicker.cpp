// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventpicker.h"

#include "app/core/text.h"
#include "app/models/eventlistmodel.h"
#include "ui/query/eventchip.h"
#include "ui/query/eventpopup.h"
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

constexpr int chipCount = 3;
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
    , m_chipRow(new QWidget(this))
    , m_problem(new HintLabel(HintLabel::Kind::Problem, this))
{
    m_edit->setObjectName(u"eventField"_s);
    m_edit->setAccessibleName(tr("Event"));
    m_edit->setPlaceholderText(tr("Choose an event"));
    m_edit->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_problem->setObjectName(u"eventProblem"_s);
    m_problem->hide();
    addChips();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    layout->addWidget(m_chipRow);

    connect(m_edit, &QLineEdit::textEdited, this, &EventPicker::typed);
    connect(m_star, &QToolButton::clicked, this, [this] { Q_EMIT starToggled(m_event); });
    connect(m_popup, &EventPopup::chosen, this, [this](const QModelIndex &index) {
        choose(index.data(EventListModel::NameRole).toString());
    });
    connect(m_popup, &EventPopup::refreshAsked, this, &EventPicker::refreshAsked);
    connect(m_popup, &EventPopup::currentChanged, m_edit, [this](const QModelIndex &index) {
        m_edit->setAccessibleDescription(index.data().toString()); // a screen reader says it
    });
    updateStar();
    updateChips();
}

void EventPicker::addChips()
{
    auto *layout = new QHBoxLayout(m_chipRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (int i = 0; i < chipCount; ++i) {
        auto *chip = new EventChip(m_chipRow);
        chip->setObjectName(u"eventChip%1"_s.arg(i));
        layout->addWidget(chip);
        m_chips.push_back(chip);
        connect(chip, &EventChip::clicked, this, [this, chip] { choose(chip->name()); });
    }
    layout->addStretch();
}

void EventPicker::setEvent(const QString &name)
{
    if (name == m_event) {
        return;
    }
    m_event = name;
    revert();
    updateStar();
    updateChips();
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
    updateChips();
}

void EventPicker::setRecent(const QStringList &names)
{
    m_model->setRecent(names);
    updateChips();
}

void EventPicker::setProblem(const QString &sentence)
{
    m_problem->say(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
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
    m_popup->setCurrentRow(m_editing ? m_model->preferredRow() : m_model->rowOf(m_event));
}

void EventPicker::typed(const QString &text)
{
    m_editing = true;
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
    Q_EMIT eventChosen(name);
}

void EventPicker::chooseCurrent()
{
    if (m_popup->isOpen() && m_popup->current().isValid()) {
        choose(m_popup->current().data(EventListModel::NameRole).toString());
    } else if (m_editing || m_event.isEmpty()) {
        choose(m_edit->text());
    }
}

void EventPicker::revert()
{
    m_editing = false;
    m_model->setTyped({});
    m_popup->close();
    m_edit->setText(displayText(m_event));
    m_edit->setCursorPosition(0);
    if (m_edit->hasFocus()) {
        m_edit->selectAll(); // what is typed next takes its place
    }
    setProblem({});
    updateStar();
}

/// What was typed to the end counts; anything less leaves the event as it was.
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
    if (known && typed != m_event) {
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
        if (handleKey(static_cast<QKeyEvent *>(event)->key())) {
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

bool EventPicker::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (m_popup->isOpen()) {
            m_popup->move(key == Qt::Key_Down ? 1 : -1);
        } else {
            openList();
        }
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (m_popup->isOpen()) {
            m_popup->move(key == Qt::Key_PageDown ? m_popup->pageLength() : -m_popup->pageLength());
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCurrent();
        return true;
    case Qt::Key_Escape:
        if (m_popup->isOpen() || m_editing) {
            revert();
            return true;
        }
        return false;
    default:
        return false;
    }
}

void EventPicker::updateStar()
{
    const bool starred = m_model->isStarred(m_event);
    m_star->setIcon(icon(starred ? u"star-f"_s : u"star"_s, IconRole::Quiet));
    const QString what = starred ? tr("Remove the star from this event") : tr("Star this event");
    m_star->setAccessibleName(what);
    m_star->setToolTip(what);
    m_star->setVisible(!m_event.isEmpty() && !m_editing);
}

void EventPicker::updateChips()
{
    const QStringList names = m_model->shortcuts(m_event, chipCount);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < names.size();
        if (used) {
            const QString &name = names.at(static_cast<qsizetype>(i));
            m_chips[i]->setEvent(name, m_model->isStarred(name));
        }
        m_chips[i]->setVisible(used);
    }
    m_chipRow->setVisible(!names.isEmpty());
}

} // namespace emberline
