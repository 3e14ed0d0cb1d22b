// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QSaveFile;

namespace emberline {

/// Makes the bytes of a file, on any thread, however often.
using BytesMaker = std::function<Result<QByteArray>()>;

/// A file that is to be written with others.
struct BatchFile
{
    QString path = {};
    /// What needs the thread of the window: painting. Called once, when the file's turn has come.
    std::function<BytesMaker()> prepare;
    qint64 memory = 0; ///< bytes that are held from then until the file's own are made
};

/// Writes files all together or not at all: prepares one after the other, makes the bytes of
/// several at once on other threads, and puts them in their places when all are there. Until then
/// what stood there stays. Emits finished() exactly once, never inside start(); deleting it cancels
/// and leaves nothing.
class FileBatch final : public QObject
{
    Q_OBJECT

public:
    /// The folders of @p files exist; no two have the same path.
    explicit FileBatch(std::vector<BatchFile> files, QObject *parent = nullptr);
    ~FileBatch() override;

    void start();

Q_SIGNALS:
    void progressed(int done, int total);
    /// The paths in their order, or an error whose detail is the path that can't be written to.
    void finished(const emberline::Result<QStringList> &written);

private:
    void prepareNext();
    [[nodiscard]] bool hasRoom() const;
    void take(std::size_t index, const Result<QByteArray> &bytes);
    [[nodiscard]] bool keep(std::size_t index, const QByteArray &bytes);
    void commit();
    void fail(const QString &path);

    std::vector<BatchFile> m_files;
    std::vector<std::unique_ptr<QSaveFile>> m_written; ///< beside their places, parallel to them
    QTimer m_turn;
    std::size_t m_next = 0; ///< to be prepared
    int m_done = 0;
    int m_making = 0;
    qint64 m_held = 0;
    bool m_isOver = false;
};

} // namespace emberline
