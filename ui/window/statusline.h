// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ratelimit.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QStatusBar>

class QLabel;

namespace emberline {

class RateGauge;

/// The status bar: which workspace, how fresh its data, how many requests are left, in which zone
/// its buckets are. Where it is narrow, the zone goes first; a tool tip tells it still.
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
    /// How many requests the service allows yet; what is unknown is not shown.
    void showRateLimit(const RateLimit &limit);

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void tint();
    void fit();

    enum class Sign { None, Open, Demo };

    Sign m_sign = Sign::None;
    QLabel *m_dot; // children
    QLabel *m_workspace;
    QLabel *m_fetched;
    QLabel *m_loading;
    RateGauge *m_rate;
    QLabel *m_zone;
};

} // namespace emberline
