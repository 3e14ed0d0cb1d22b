// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history.h"

#include "app/history/historyworker.h"

#include <QPointer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

HistoryOptions withHurry(HistoryOptions options, const HurryFlag &hurry)
{
    options.hurry = hurry;
    return options;
}

std::optional<qint64> msOf(const std::optional<QDateTime> &time)
{
    return time ? std::optional(time->toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace

History::History(const QString &path, const HistoryOptions &options, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_isClosing(std::make_shared<std::atomic_bool>(false))
    , m_worker(std::make_unique<HistoryWorker>(path, withHurry(options, m_isClosing)))
{
    m_thread.setObjectName(u"history"_s);
    m_worker->moveToThread(&m_thread);
    connect(m_worker.get(), &HistoryWorker::troubled, this, &History::troubled);
    m_thread.start();
}

History::~History()
{
    *m_isClosing = true;
    QMetaObject::invokeMethod(m_worker.get(), &HistoryWorker::close, Qt::QueuedConnection);
    m_thread.wait();
}

/// Runs @p work on the worker's thread and gives its result to @p call on ours.
template <typename Call, typename Work>
Call *History::ask(Call *call, Work work)
{
    const auto receiver = std::make_shared<const QPointer<Call>>(call); // looked at here only
    const auto job = [this, receiver, work = std::move(work)] {
        const auto result = std::make_shared<decltype(work(*m_worker))>(work(*m_worker));
        const auto deliver = [receiver, result] {
            if (*receiver) {
                Q_EMIT(*receiver)->finished(*result);
            }
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker.get(), job, Qt::QueuedConnection);
    return call;
}

HistoryRead *History::read(std::vector<SeriesKey> keys, const HeldSpan &span, QObject *parent)
{
    auto *call = new HistoryRead(parent); // owned by parent
    return ask(
        call, [keys = std::move(keys), span, cancelled = call->cancelled()](HistoryWorker &worker) {
            return *cancelled ? HeldBuckets() : worker.read(keys, span);
        });
}

void History::store(const SeriesKey &key, std::vector<HeldBucket> buckets)
{
    const auto job = [worker = m_worker.get(), key, buckets = std::move(buckets)]() mutable {
        worker->store({.key = key, .buckets = std::move(buckets)});
    };
    QMetaObject::invokeMethod(m_worker.get(), job, Qt::QueuedConnection);
}

CatalogRead *History::readCatalog(const std::optional<QDateTime> &notAfter, QObject *parent)
{
    auto *call = new CatalogRead(parent); // owned by parent
    const std::optional<qint64> latest = msOf(notAfter);
    return ask(call, [latest, cancelled = call->cancelled()](HistoryWorker &worker) {
        return *cancelled ? std::nullopt : worker.readCatalog(latest);
    });
}

void History::storeCatalog(const Catalog &catalog)
{
    const auto job = [worker = m_worker.get(), catalog] {
        worker->storeCatalog(catalog);
    };
    QMetaObject::invokeMethod(m_worker.get(), job, Qt::QueuedConnection);
}

HistorySize *History::size(QObject *parent)
{
    auto *call = new HistorySize(parent); // owned by parent
    return ask(call, [cancelled = call->cancelled()](HistoryWorker &worker) {
        return *cancelled ? qint64{0} : worker.size();
    });
}

HistoryTask *History::clear(QObject *parent)
{
    return ask(new HistoryTask(parent), // owned by parent
               [](HistoryWorker &worker) { return worker.clear(); });
}

HistoryTask *History::flush(QObject *parent)
{
    return ask(new HistoryTask(parent), // owned by parent
               [](HistoryWorker &worker) { return worker.commit(); });
}

} // namespace emberline
