// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/keyedit.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool wouldGiveAway(const QKeyEvent *event)
{
    constexpr std::array keys{
        QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo, QKeySequence::Redo};
    return std::any_of(keys.begin(), keys.end(), [event](QKeySequence::StandardKey key) {
        return event->matches(key);
    });
}

} // namespace

KeyEdit::KeyEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(addAction(icon(u"eye"_s, IconRole::Quiet), QLineEdit::TrailingPosition))
{
    m_eye->setObjectName(u"revealKey"_s);
    setDragEnabled(false);
    setRevealed(false);
    connect(m_eye, &QAction::triggered, this, [this] { setRevealed(!isRevealed()); });
}

void KeyEdit::wipe()
{
    setRevealed(false);
    setText(QString());
}

void KeyEdit::setRevealed(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    setInputMethodHints(inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    m_eye->setIcon(icon(revealed ? u"eye-off"_s : u"eye"_s, IconRole::Quiet));
    m_eye->setText(revealed ? tr("Hide the key") : tr("Show the key"));
}

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    if (wouldGiveAway(event)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// Letting go of the mouse copies to the primary selection, but not from a field of dots.
void KeyEdit::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasRevealed = isRevealed();
    if (wasRevealed) {
        setEchoMode(QLineEdit::Password);
    }
    QLineEdit::mouseReleaseEvent(event);
    if (wasRevealed) {
        setRevealed(true);
    }
}

void KeyEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this); // deletes itself when closed
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), this, &QLineEdit::paste);
    menu->addAction(m_eye);
    menu->popup(event->globalPos());
}

/// An application-wide shortcut must not get what the field refuses.
bool KeyEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && wouldGiveAway(static_cast<QKeyEvent *>(event))) { // the type says so
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

} // namespace emberline
