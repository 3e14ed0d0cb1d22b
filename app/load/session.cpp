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
    connect(m_client.get(), &Client::requestFinished, this, &Session::requestFinished);
    connect(m_client.get(), &Client::rateLimitChanged, this, &Session::rateLimitChanged);
}

Session::~Session() = default;

Load *Session::start(const Query &query, QObject *parent)
{
    return load(planOf(query, m_clock, m_zone), Dataset{.unit = query.unit}, parent);
}

Load *Session::complete(const Query &query, const DatasetPtr &partial, QObject *parent)
{
    return load(planOf(query, FixedClock(partial->fetchedAt), m_zone), *partial, parent);
}

Load *Session::load(Plan plan, const Dataset &known, QObject *parent)
{
    auto *load = new SeriesLoad(*m_client, std::move(plan), known, m_zone, parent); // the caller's
    connect(load, &SeriesLoad::bucketsRead, this, &Session::bucketsRead);
    return load;
}

CatalogLoad *Session::start(QObject *parent)
{
    return new CatalogPages(*m_client, m_clock, parent); // the caller's
}

} // namespace emberline
