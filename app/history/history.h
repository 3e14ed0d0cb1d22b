// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historycalls.h"
#include "app/history/historyfile.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace emberline {

class HistoryWorker;

/// What is kept of one workspace: every bucket with the time it was fetched, and the catalog. All
/// work is done on a thread of its own, in the order in which it was asked for; only what is
/// deleted before its turn is left out. Calls must end before the history does.
///
/// It never fails a caller: what can't be read is not held, what can't be stored is not kept, and
/// troubled() says so once per kind.
class History final : public QObject
{
    Q_OBJECT

public:
    /// @p path is the workspace's own file; made, with its folder, when first needed; or
    /// historyInMemory.
    explicit History(const QString &path,
                     const HistoryOptions &options = {},
                     QObject *parent = nullptr);
    /// Waits until everything that was stored is on the disk; where another program has the file
    /// locked, for some tenths of a second at most: what it can't keep then can be asked for again.
    ~History() override;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// What is held of @p keys in @p span. The caller's @p parent owns the call.
    [[nodiscard]] HistoryRead *read(std::vector<SeriesKey> keys,
                                    const HeldSpan &span,
                                    QObject *parent);
    /// Merges @p buckets into what is held (see preferred()). Later reads see them.
    void store(const SeriesKey &key, std::vector<HeldBucket> buckets);

    [[nodiscard]] CatalogRead *readCatalog(const std::optional<QDateTime> &notAfter,
                                           QObject *parent);
    void storeCatalog(const Catalog &catalog);

    /// Bytes on the disk.
    [[nodiscard]] HistorySize *size(QObject *parent);
    /// Forgets everything. Done even when the call is deleted.
    HistoryTask *clear(QObject *parent);
    /// Ends when everything that was stored so far is committed.
    [[nodiscard]] HistoryTask *flush(QObject *parent);

Q_SIGNALS:
    void troubled(const emberline::HistoryNotice &notice);

private:
    template <typename Call, typename Work>
    Call *ask(Call *call, Work work);

    QString m_path;
    std::shared_ptr<std::atomic_bool> m_isClosing;
    QThread m_thread;
    std::unique_ptr<HistoryWorker> m_worker;
};

} // namespace emberline
