// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QAction;

namespace emberline {

/// A field for a key: dots, until the eye is pressed. Takes a key from the clipboard, never gives
/// one to it (nor to the primary selection, a drag or the undo history).
class KeyEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyEdit(QWidget *parent = nullptr);

    /// Forgets text and history; clear() would keep the history.
    void wipe();
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return echoMode() == QLineEdit::Normal; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    QAction *m_eye;
};

} // namespace emberline
