// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/apikey.h"
#include "app/core/clock.h"
#include "app/core/ratelimit.h"
#include "app/core/requestrecord.h"
#include "app/history/history.h"
#include "app/load/catalogloader.h"
#include "app/load/loader.h"
#include "app/query/plan.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace emberline {

class Client;
class ProxyCredentials;
struct ClientOptions;

/// What it takes to talk to one workspace.
struct SessionOptions
{
    QUrl endpoint = {};
    ApiKey key = {};
    QTimeZone zone = QTimeZone::utc(); ///< when a Braze day ends
    /// The longest wait for a rate limit before a request fails; absent: as long as told.
    std::optional<std::chrono::seconds> maxWait = {};
    ProxyCredentials *proxies = nullptr; ///< outlives the session; absent: none are known
    QString historyFile = {}; ///< where what was loaded is kept; empty: nowhere
    HistoryOptions history = {}; ///< how it is kept there
    std::function<void(ClientOptions &)> tuneClient = {}; ///< for tests, which are less patient
};

/// Everything that talks to one workspace while it is open, with network access of its own (no
/// cookie, cache or connection is shared between workspaces). Loads must end before it does.
class Session final
    : public QObject
    , public Loader
    , public CatalogLoader
{
    Q_OBJECT

public:
    /// @p clock outlives the session. @p network is its alone.
    Session(const SessionOptions &options,
            const Clock &clock,
            std::unique_ptr<QNetworkAccessManager> network,
            QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] Load *start(const Query &query,
                              const LoadOptions &options,
                              QObject *parent) override;
    [[nodiscard]] Load *complete(const Query &query,
                                 const DatasetPtr &partial,
                                 QObject *parent) override;
    [[nodiscard]] CatalogLoad *start(QObject *parent) override;

    /// What is kept of the workspace; none if nothing is.
    [[nodiscard]] History *history() { return m_history.get(); }

Q_SIGNALS:
    /// Also tells of what the history brought.
    void requestFinished(const emberline::RequestRecord &record);
    /// How many @p buckets the request with this @p serial brought; after requestFinished().
    void bucketsRead(qint64 serial, int buckets);
    void rateLimitChanged(const emberline::RateLimit &limit);
    /// Something is wrong with what is kept; loading goes on without it.
    void historyTroubled(const emberline::HistoryNotice &notice);

private:
    [[nodiscard]] Load *load(Plan plan,
                             const LoadOptions &options,
                             const DatasetPtr &known,
                             QObject *parent);

    const Clock &m_clock;
    QTimeZone m_zone;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<History> m_history; ///< none: nothing is kept
};

} // namespace emberline
