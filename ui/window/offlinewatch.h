// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace emberline {

class Clock;
class ViewController;
class WindowPresence;
class WorkPage;
struct RequestRecord;

/// What the system says of the network; not every system says anything.
enum class NetworkState { Unknown, Down, Up };

/// Whether @p dataset, the answer to a load that began at @p began, says that nobody could be
/// reached: all that failed failed for want of a network, and what is there was not fetched just
/// now.
[[nodiscard]] bool saysOffline(const Dataset &dataset,
                               const QDateTime &began,
                               NetworkState network);

/// The wait before the next try after @p tries in vain: 15 s, twice as long each time, at most
/// five minutes.
[[nodiscard]] std::chrono::seconds nextTryAfter(int tries);

/// Knows whether the service is out of reach, says so on the page with the age of what is shown,
/// and tries again by itself: when the system says that the network is back, and now and then
/// while somebody can see the window. A view that would take many requests is not read again
/// without asking: then the lists of names are, which tells as well whether anybody answers.
class OfflineWatch final : public QObject
{
    Q_OBJECT

public:
    /// The first four outlive this.
    OfflineWatch(ViewController &controller,
                 WorkPage &page,
                 const Clock &clock,
                 const WindowPresence &presence,
                 QObject *parent = nullptr);

    /// The last answer said so.
    [[nodiscard]] bool isOffline() const { return m_isOffline; }
    /// Whether messages shall call it that: without a word from the system, a host that can't be
    /// reached may be a wrong one, unless it has answered before.
    [[nodiscard]] bool isSurelyOffline() const;
    /// Until the next try; nothing is planned while the timer stands still.
    [[nodiscard]] const QTimer &nextTry() const { return m_nextTry; }

public Q_SLOTS:
    /// What the system says from now on.
    void noteNetwork(emberline::NetworkState network);
    /// Reads the view again, unless that is under way.
    void tryAgain();

Q_SIGNALS:
    /// Somebody answered a request after all that were asked for the last answer had failed.
    void reached();

private:
    void noteRequest(const RequestRecord &record);
    void noteCancelled();
    void noteAnswer(const DatasetPtr &dataset);
    void forget();
    void setOffline(bool isOffline);
    void planNextTry();
    void follow(bool isPresent);
    void tell();
    [[nodiscard]] const Dataset &shown() const;

    ViewController &m_controller;
    WorkPage &m_page;
    const Clock &m_clock;
    const WindowPresence &m_presence;
    NetworkState m_network = NetworkState::Unknown;
    bool m_isOffline = false;
    bool m_isTrying = false; ///< the load under way is one of ours
    int m_tries = 0;
    QDateTime m_began; ///< the load
    QTimer m_nextTry;
};

} // namespace emberline
