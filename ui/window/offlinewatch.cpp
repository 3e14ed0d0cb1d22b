// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/offlinewatch.h"

#include "app/core/clock.h"
#include "app/core/requestrecord.h"
#include "ui/feedback/agetext.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/windowpresence.h"
#include "ui/window/workpage.h"

#include <QNetworkInformation>

#include <algorithm>
#include <utility>

namespace emberline {

namespace {

NetworkState stateOf(QNetworkInformation::Reachability reachability)
{
    switch (reachability) {
    case QNetworkInformation::Reachability::Unknown:
        return NetworkState::Unknown;
    case QNetworkInformation::Reachability::Disconnected:
        return NetworkState::Down;
    case QNetworkInformation::Reachability::Local:
    case QNetworkInformation::Reachability::Site:
    case QNetworkInformation::Reachability::Online:
        return NetworkState::Up; // a proxy may be all that is needed
    }
    Q_UNREACHABLE();
}

} // namespace

bool saysOffline(const Dataset &dataset, const QDateTime &began, NetworkState network)
{
    const bool isDown = network == NetworkState::Down;
    const auto wantsNetwork = [isDown](const SeriesFailure &failure) {
        return failure.error.kind == ErrorKind::Network
            || (failure.error.kind == ErrorKind::Timeout && isDown);
    };
    const bool allWant = std::all_of(
        dataset.failures.begin(), dataset.failures.end(), wantsNetwork);
    if (dataset.failures.empty() || !allWant) {
        return false;
    }
    constexpr std::chrono::seconds planning(1); // fetched is as of the plan, a bit before the load
    const auto came = [&](const Series &series) {
        const QDateTime fetched = fetchedAtOf(dataset, series);
        const bool failed = std::any_of(
            dataset.failures.begin(),
            dataset.failures.end(),
            [&series](const SeriesFailure &failure) { return failure.key == series.key; });
        return !failed && fetched.isValid() && fetched.addDuration(planning) >= began;
    };
    const bool othersCame = std::any_of(dataset.series.begin(), dataset.series.end(), came);
    return isDown || !othersCame;
}

std::chrono::seconds nextTryAfter(int tries)
{
    constexpr std::chrono::seconds first(15);
    constexpr std::chrono::seconds longest(300);
    constexpr int enough = 5; // doublings
    return std::min(longest, first * (1 << std::clamp(tries, 0, enough)));
}

OfflineWatch::OfflineWatch(ViewController &controller,
                           WorkPage &page,
                           const Clock &clock,
                           const WindowPresence &presence,
                           QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_page(page)
    , m_clock(clock)
    , m_presence(presence)
{
    m_nextTry.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, &OfflineWatch::tryAgain);
    connect(&presence, &WindowPresence::changed, this, &OfflineWatch::follow);
    connect(&controller, &ViewController::loadStarted, this, [this] { m_began = m_clock.now(); });
    connect(&controller, &ViewController::answered, this, &OfflineWatch::noteAnswer);
    connect(&controller, &ViewController::loadCancelled, this, &OfflineWatch::noteCancelled);
    connect(&controller, &ViewController::requestFinished, this, &OfflineWatch::noteRequest);
    connect(&controller, &ViewController::workspaceOpened, this, &OfflineWatch::forget);
    connect(&controller, &ViewController::closed, this, &OfflineWatch::forget);
    connect(controller.model(), &QAbstractItemModel::modelReset, this, &OfflineWatch::tell);
    if (const QNetworkInformation *network = QNetworkInformation::instance()) {
        m_network = stateOf(network->reachability());
        connect(network,
                &QNetworkInformation::reachabilityChanged,
                this,
                [this](QNetworkInformation::Reachability now) { noteNetwork(stateOf(now)); });
    }
}

bool OfflineWatch::isSurelyOffline() const
{
    const bool heldAndUnsaid = m_network == NetworkState::Unknown && !shown().isEmpty();
    return m_network == NetworkState::Down || (m_isOffline && heldAndUnsaid);
}

void OfflineWatch::noteNetwork(emberline::NetworkState network)
{
    const bool isBack = network == NetworkState::Up && m_network != NetworkState::Up;
    m_network = network;
    if (isBack && m_isOffline) {
        m_tries = 0;
        tryAgain();
    }
}

void OfflineWatch::tryAgain()
{
    m_nextTry.stop();
    if (m_controller.isOpen() && !m_controller.isLoading()) {
        m_controller.refreshQuietly();
        m_isTrying = m_isOffline;
    }
}

/// Nobody may be there to agree to many requests: without any the chip would stay for ever.
void OfflineWatch::noteCancelled()
{
    if (std::exchange(m_isTrying, false) && m_isOffline) {
        m_controller.refreshCatalog();
    }
    planNextTry();
}

void OfflineWatch::noteRequest(const RequestRecord &record)
{
    if (m_isOffline && record.source == RequestSource::Service && record.httpStatus != 0) {
        setOffline(false);
        Q_EMIT reached();
    }
}

void OfflineWatch::noteAnswer(const DatasetPtr &dataset)
{
    m_isTrying = false;
    setOffline(saysOffline(*dataset, m_began, m_network));
}

void OfflineWatch::forget()
{
    m_isTrying = false;
    setOffline(false);
}

void OfflineWatch::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    tell();
    if (isOffline) {
        planNextTry();
    } else {
        m_tries = 0;
        m_nextTry.stop();
    }
}

void OfflineWatch::planNextTry()
{
    if (m_isOffline && m_presence.isPresent()) {
        m_nextTry.start(nextTryAfter(m_tries));
        ++m_tries;
    }
}

void OfflineWatch::follow(bool isPresent)
{
    if (!isPresent) {
        m_nextTry.stop();
    } else if (m_isOffline) {
        tryAgain();
    }
}

void OfflineWatch::tell()
{
    if (!m_isOffline) {
        m_page.showOffline({});
        return;
    }
    std::optional<QDateTime> from;
    if (!shown().isEmpty() && shown().fetchedAt.isValid()) {
        from = shown().fetchedAt;
    }
    m_page.showOffline(offlineText(from, m_controller.workspace().zone, QLocale()));
}

const Dataset &OfflineWatch::shown() const
{
    return *m_controller.model()->dataset();
}

} // namespace emberline
