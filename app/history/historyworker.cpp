// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyworker.h"

#include <QThread>

#include <utility>

namespace emberline {

HistoryWorker::HistoryWorker(QString path, HistoryOptions options)
    : m_path(std::move(path))
    , m_options(std::move(options))
    , m_gather(this)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(m_options.gather);
    connect(&m_gather, &QTimer::timeout, this, [this] { (void)commit(); });
}

void HistoryWorker::store(HeldSeries series)
{
    m_pending.push_back(std::move(series));
    if (!m_gather.isActive()) {
        m_gather.start();
    }
}

HeldBuckets HistoryWorker::read(const std::vector<SeriesKey> &keys, const HeldSpan &span)
{
    (void)commit();
    auto held = file().read(keys, span);
    tellNotices();
    return held ? std::move(held).value() : HeldBuckets(keys.size());
}

std::optional<Catalog> HistoryWorker::readCatalog(std::optional<qint64> notAfter)
{
    auto catalog = file().readCatalog(notAfter);
    tellNotices();
    return catalog ? std::move(catalog).value() : std::nullopt;
}

void HistoryWorker::storeCatalog(const Catalog &catalog)
{
    (void)file().storeCatalog(catalog);
    tellNotices();
}

qint64 HistoryWorker::size()
{
    (void)commit();
    return file().size();
}

bool HistoryWorker::clear()
{
    m_pending.clear();
    m_gather.stop();
    const bool cleared = file().clear().hasValue();
    tellNotices();
    return cleared;
}

bool HistoryWorker::commit()
{
    m_gather.stop();
    if (m_pending.empty()) {
        return true;
    }
    const bool stored = file().store(std::exchange(m_pending, {})).hasValue();
    tellNotices();
    return stored;
}

void HistoryWorker::close()
{
    (void)commit();
    m_file.reset();
    thread()->quit();
}

HistoryFile &HistoryWorker::file()
{
    if (!m_file) {
        m_file = std::make_unique<HistoryFile>(m_path, m_options);
    }
    return *m_file;
}

void HistoryWorker::tellNotices()
{
    const std::vector<HistoryNotice> notices = file().takeNotices();
    for (const HistoryNotice &notice : notices) {
        Q_EMIT troubled(notice);
    }
}

} // namespace emberline
