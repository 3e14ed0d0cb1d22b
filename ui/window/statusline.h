// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QStatusBar>

class QLabel;

namespace emberline {

/// The status bar: which workspace, how fresh its data, in which zone its buckets are.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showNothingOpen();
    void showWorkspace(const Workspace &workspace, const QString &instance);
    /// When what is on screen was fetched.
    void showFetched(const QDateTime &fetchedAt, const QTimeZone &zone);
    /// Empty: nothing is loading.
    void showLoading(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    enum class Sign { None, Open, Demo };

    Sign m_sign = Sign::None;
    QLabel *m_dot; // children
    QLabel *m_workspace;
    QLabel *m_fetched;
    QLabel *m_loading;
    QLabel *m_zone;
};

} // namespace emberline
