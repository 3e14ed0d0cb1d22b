// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ratelimit.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QStatusBar>
#include <QTimer>
#include <QTimeZone>

class QLabel;

namespace emberline {

class Clock;
class RateGauge;

/// How the service of the open workspace stands to us.
enum class Reach {
    Within,
    Out, ///< it can't be reached
    Refused ///< it did not accept the key, or there is none
};

/// The status bar: which workspace, how fresh its data, how many requests are left, in which zone
/// its buckets are. Where it is narrow, the zone goes first; a tool tip tells it still.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    /// @p clock outlives the line.
    explicit StatusLine(const Clock &clock, QWidget *parent = nullptr);

    void showNothingOpen();
    void showWorkspace(const Workspace &workspace, const QString &instance);
    /// As the sign before the name.
    void showReach(Reach reach);
    /// When what is on screen was fetched; from then on it says how long ago that was.
    void showFetched(const QDateTime &fetchedAt, const QTimeZone &zone);
    /// Nothing is on screen: neither age nor where it came from is told.
    void forgetAge();
    /// How much of it came from this computer; empty: nothing did.
    void showHeld(const QString &text);
    /// Empty: nothing is loading.
    void showLoading(const QString &text);
    /// How many requests the service allows yet; what is unknown is not shown.
    void showRateLimit(const RateLimit &limit);

public Q_SLOTS:
    /// Says the age as it is now; by itself at every full minute of it while the line can be seen.
    void tellAge();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QString signText() const;
    void tint();
    void fit();

    enum class Sign { None, Open, Demo };

    const Clock &m_clock;
    Sign m_sign = Sign::None;
    Reach m_reach = Reach::Within;
    QDateTime m_fetchedAt; ///< invalid: nothing is on screen
    QTimeZone m_fetchedZone;
    QTimer m_aging;
    QLabel *m_dot; // children
    QLabel *m_workspace;
    QLabel *m_fetched;
    QLabel *m_held;
    QLabel *m_loading;
    RateGauge *m_rate;
    QLabel *m_zone;
};

} // namespace emberline
