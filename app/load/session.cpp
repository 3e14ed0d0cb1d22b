// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/session.h"

#include "app/braze/client.h"
#include "app/load/catalogpages.h"
#include "app/load/seriesload.h"

#include <QNetworkAccessManager>

namespace emberline {

namespace {

ClientOptions clientOptions(const SessionOptions &options)
{
    ClientOptions client;
    client.maxWait = options.maxWait;
    client.proxies = options.proxies;
    if (options.tuneClient) {
        options.tuneClient(client);
    }
    return client;
}

} // namespace

Session::Session(const SessionOptions &options,
                 const Clock &clock,
                 std::unique_ptr<QNetworkAccessManager> network,
                 QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_zone(options.zone)
    , m_network(std::move(network))
    , m_client(std::make_unique<Client>(
          m_network.get(), options.endpoint, options.key, clock, clientOptions(options), nullptr))
{
    if (!options.historyFile.isEmpty()) {
        m_history = std::make_unique<History>(options.historyFile, options.history);
        connect(m_history.get(), &History::troubled, this, &Session::historyTroubled);
    }
    connect(m_client.get(), &Client::requestFinished, this, &Session::requestFinished);
    connect(m_client.get(), &Client::rateLimitChanged, this, &Session::rateLimitChanged);
}

Session::~Session() = default;

Load *Session::start(const Query &query, const LoadOptions &options, QObject *parent)
{
    return load(planOf(query, m_clock, m_zone), options, std::make_shared<Dataset>(), parent);
}

Load *Session::complete(const Query &query, const DatasetPtr &partial, QObject *parent)
{
    Plan plan = planOf(query, m_clock, m_zone);
    // When an hour or a day has begun since, or a half hour was found out, all are asked anew.
    const bool isSame = plan.wanted == partial->times;
    return load(std::move(plan),
                {.mode = LoadMode::Refresh},
                isSame ? partial : std::make_shared<const Dataset>(),
                parent);
}

Load *Session::load(Plan plan, const LoadOptions &options, const DatasetPtr &known, QObject *parent)
{
    const LoadSources sources{.client = m_client.get(), .history = m_history.get()};
    auto *load = new SeriesLoad(sources, std::move(plan), options, known, parent); // the caller's
    connect(load, &SeriesLoad::bucketsRead, this, &Session::bucketsRead);
    connect(load, &SeriesLoad::historyRead, this, &Session::requestFinished);
    return load;
}

CatalogLoad *Session::start(QObject *parent)
{
    return new CatalogPages(*m_client, m_clock, parent); // the caller's
}

} // namespace emberline
