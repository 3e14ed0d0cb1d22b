// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/connectiontest.h"
#include "ui/workspace/parts.h"

#include <QFrame>

#include <array>

namespace emberline {

/// One permission: whether the key has it, what it is for, and what to do without it.
class PermissionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PermissionRow(Permission permission, QWidget *parent = nullptr);

    void showNothing();
    /// @p advice is empty when the whole list has one cause that is told elsewhere.
    void showFinding(const PermissionFinding &finding, const QString &advice);
    /// The row with two lines, for the widest advice.
    [[nodiscard]] int fullHeight(int width) const;

private:
    void describe(const QString &outcome, const QString &advice);

    Permission m_permission;
    Glyph *m_glyph;
    QLabel *m_name;
    QLabel *m_purpose;
    QLabel *m_advice;
};

/// The three permissions in a frame. One stop of the Tab key, so that a screen reader comes by.
class PermissionList final : public QFrame
{
    Q_OBJECT

public:
    explicit PermissionList(QWidget *parent = nullptr);

    void showNothing();
    void showFindings(const std::vector<PermissionFinding> &findings);
    /// The height that any outcome fits into.
    [[nodiscard]] int fullHeight(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void describe();

    std::array<PermissionRow *, 3> m_rows;
};

} // namespace emberline
