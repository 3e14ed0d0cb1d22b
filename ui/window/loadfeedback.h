// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/load/pace.h"
#include "app/series/dataset.h"
#include "ui/feedback/loadingtext.h"
#include "ui/feedback/sentences.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace emberline {

class Clock;
class OfflineWatch;
class StatusLine;
class ViewController;
class WorkPage;

/// Says in the window how loading goes: progress, waits, failures, what is odd about an answer, and
/// why there is no chart. Never a dialog; what was on screen stays.
class LoadFeedback final : public QObject
{
    Q_OBJECT

public:
    /// All five outlive the feedback; @p offline hears of answers first.
    LoadFeedback(ViewController &controller,
                 WorkPage &page,
                 StatusLine &status,
                 const Clock &clock,
                 const OfflineWatch &offline,
                 QObject *parent = nullptr);

    /// What messages say beside the error itself.
    [[nodiscard]] MessageContext context() const;

Q_SIGNALS:
    /// An action of a message that is not about loading.
    void actionTriggered(emberline::MessageAction action);
    /// Somebody wants to sign in to @p proxy, "host:port".
    void signInAsked(const QString &proxy);

private:
    void checkTls();
    void begin();
    void progress(int done, int total);
    void tellCost(int perSeries, int total);
    void tellRest();
    void useDays();
    void tellProgress(const LoadProgress &progress);
    void wait(const QDateTime &until);
    [[nodiscard]] QString waitEnd() const;
    void tellWait();
    void endWait();
    void end();
    /// Nothing of another workspace stays.
    void clear();
    void answer(const DatasetPtr &dataset);
    void tellReach(const Dataset &dataset);
    void noteReached();
    void tellFailures(const Dataset &dataset);
    /// What the chip says, too, can be put away and is not said again.
    void putError(const Message &message);
    void noteClosed(const QString &bar);
    void tellNotices(const Dataset &dataset);
    void showContent();
    bool actOnError(MessageAction action, const Error &error);
    void act(const QString &bar, MessageAction action);

    ViewController &m_controller;
    WorkPage &m_page;
    StatusLine &m_status;
    const Clock &m_clock;
    const OfflineWatch &m_offline;
    QElapsedTimer m_began;
    Pace m_pace;
    LoadProgress m_progress;
    bool m_isHushed = false; ///< the bar that says "offline" was put away
    bool m_isRestClosed = false; ///< so was what offers to load the rest
    QTimer m_countdown;
    QDateTime m_waitUntil;
    std::optional<Error> m_lastError;
    bool m_isAboutReach = false; ///< while offline its bar says nothing else
};

} // namespace emberline
