// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/queryrunner.h"

namespace emberline {

QueryRunner::QueryRunner(Loader &loader, std::chrono::milliseconds delay, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &QueryRunner::start);
}

QueryRunner::~QueryRunner() = default;

void QueryRunner::askSoon(const Query &query, const LoadOptions &options)
{
    dropLoad();
    m_query = query;
    m_options = options;
    m_delay.start();
}

void QueryRunner::askNow(const Query &query, const LoadOptions &options)
{
    m_delay.stop();
    dropLoad();
    m_query = query;
    m_options = options;
    start();
}

void QueryRunner::complete(const Query &query, const DatasetPtr &partial)
{
    m_delay.stop();
    dropLoad();
    m_query = query;
    follow(m_loader.complete(query, partial, nullptr));
}

void QueryRunner::cancel()
{
    if (!isRunning()) {
        return;
    }
    m_delay.stop();
    dropLoad();
    Q_EMIT cancelled();
}

void QueryRunner::retryNow()
{
    if (m_load) {
        m_load->retryNow();
    }
}

void QueryRunner::proceed()
{
    if (m_load) {
        m_load->proceed();
    }
}

void QueryRunner::start()
{
    follow(m_loader.start(m_query, m_options, nullptr));
}

void QueryRunner::follow(Load *load)
{
    m_load.reset(load);
    connect(m_load.get(), &Load::progressed, this, &QueryRunner::progressed);
    connect(m_load.get(), &Load::arrived, this, [this](const DatasetPtr &partial) {
        Q_EMIT arrived(m_query, partial);
    });
    connect(m_load.get(), &Load::costly, this, &QueryRunner::costly);
    connect(m_load.get(), &Load::waiting, this, &QueryRunner::waiting);
    connect(m_load.get(), &Load::finished, this, [this](const DatasetPtr &dataset) {
        m_load.release()->deleteLater(); // we are inside its signal
        Q_EMIT answered(m_query, dataset);
    });
    Q_EMIT started();
}

void QueryRunner::dropLoad()
{
    m_load.reset();
}

} // namespace emberline
