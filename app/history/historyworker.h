// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historycalls.h"
#include "app/history/historyfile.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace emberline {

/// The history's own thread: lives there, and so does its file.
class HistoryWorker final : public QObject
{
    Q_OBJECT

public:
    HistoryWorker(QString path, HistoryOptions options);

    /// Kept for a moment, so that the stores of a burst become one transaction; everything else
    /// commits them first.
    void store(HeldSeries series);

    [[nodiscard]] HeldBuckets read(const std::vector<SeriesKey> &keys, const HeldSpan &span);
    [[nodiscard]] std::optional<Catalog> readCatalog(std::optional<qint64> notAfter);
    void storeCatalog(const Catalog &catalog);
    [[nodiscard]] qint64 size();
    [[nodiscard]] bool clear();
    [[nodiscard]] bool commit();

    /// Commits, closes the file and ends the thread.
    void close();

Q_SIGNALS:
    void troubled(const emberline::HistoryNotice &notice);

private:
    [[nodiscard]] HistoryFile &file();
    void tellNotices();

    QString m_path;
    HistoryOptions m_options;
    std::unique_ptr<HistoryFile> m_file;
    std::vector<HeldSeries> m_pending;
    QTimer m_gather;
};

} // namespace emberline
