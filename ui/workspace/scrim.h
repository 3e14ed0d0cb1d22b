// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>
#include <QWidget>

namespace emberline {

/// A veil over a whole window while a dialog stands on it.
class Scrim final : public QWidget
{
    Q_OBJECT

public:
    /// Covers @p window and follows its size; @p window owns it.
    explicit Scrim(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A window-modal dialog that veils its parent's window while it is open.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SheetDialog(QWidget *parent = nullptr);
    ~SheetDialog() override;

protected:
    /// As large as @p wanted, or as the screen has room.
    void resizeOnScreen(const QSize &wanted);
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<Scrim> m_scrim; // the parent's window owns it
};

} // namespace emberline
