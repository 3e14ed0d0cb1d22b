// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/filebatch.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

namespace emberline {

namespace {

constexpr int mostAtOnce = 4;
constexpr qint64 mostHeld = 512LL << 20; ///< bytes; one file may hold more, alone

} // namespace

FileBatch::FileBatch(std::vector<BatchFile> files, QObject *parent)
    : QObject(parent)
    , m_files(std::move(files))
    , m_written(m_files.size())
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FileBatch::prepareNext);
}

FileBatch::~FileBatch() = default;

void FileBatch::start()
{
    m_turn.start();
}

bool FileBatch::hasRoom() const
{
    return m_next < m_files.size()
        && (m_making == 0
            || (m_making < mostAtOnce && m_held + m_files[m_next].memory <= mostHeld));
}

/// One a turn of the event loop, so that the window lives on.
void FileBatch::prepareNext()
{
    if (m_files.empty()) {
        commit();
        return;
    }
    if (m_isOver || !hasRoom()) {
        return;
    }
    const std::size_t index = m_next++;
    ++m_making;
    m_held += m_files[index].memory;
    using Watcher = QFutureWatcher<Result<QByteArray>>;
    auto *watcher = new Watcher(this); // a child; gone with its file
    connect(watcher, &Watcher::finished, this, [this, watcher, index] {
        watcher->deleteLater();
        take(index, watcher->result());
    });
    const auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, make = m_files[index].prepare()] {
        promise->addResult(make());
        promise->finish();
    });
    m_turn.start();
}

void FileBatch::take(std::size_t index, const Result<QByteArray> &bytes)
{
    if (m_isOver) {
        return;
    }
    --m_making;
    m_held -= m_files[index].memory;
    if (!bytes || !keep(index, *bytes)) {
        fail(m_files[index].path);
        return;
    }
    ++m_done;
    const QPointer<FileBatch> self(this);
    Q_EMIT progressed(m_done, static_cast<int>(m_files.size()));
    if (self.isNull()) {
        return; // cancelled by who heard that
    }
    if (static_cast<std::size_t>(m_done) == m_files.size()) {
        commit();
    } else {
        m_turn.start();
    }
}

bool FileBatch::keep(std::size_t index, const QByteArray &bytes)
{
    auto file = std::make_unique<QSaveFile>(m_files[index].path);
    // A full disk shows only when the buffer goes out: in flush(); see writeWhole().
    const bool isKept = file->open(QIODevice::WriteOnly) && file->write(bytes) == bytes.size()
                     && file->flush();
    m_written[index] = std::move(file);
    return isKept;
}

void FileBatch::commit()
{
    QStringList paths;
    QStringList added; // that replace nothing
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const QString &path = m_files[i].path;
        const bool isNew = !QFileInfo::exists(path);
        if (!m_written[i]->commit()) {
            for (const QString &other : std::as_const(added)) {
                QFile::remove(other);
            }
            fail(path);
            return;
        }
        paths.append(path);
        if (isNew) {
            added.append(path);
        }
    }
    m_isOver = true;
    Q_EMIT finished(paths);
}

void FileBatch::fail(const QString &path)
{
    m_isOver = true;
    m_written.clear(); // and with it what was written
    Q_EMIT finished(Error{.kind = ErrorKind::File, .detail = path});
}

} // namespace emberline
