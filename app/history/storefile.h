// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/historynotice.h"
#include "app/history/presencelock.h"
#include "app/history/sqlconnection.h"

#include <chrono>
#include <functional>
#include <set>
#include <vector>

namespace emberline {

/// In place of a path: kept as long as the file is open, and nowhere else.
inline constexpr QStringView historyInMemory = u":memory:";

struct StoreOptions
{
    std::chrono::milliseconds busyTimeout{5'000}; ///< how long another program may hold the lock
    std::chrono::milliseconds gather{200}; ///< stores that come within it are one transaction
    int maxPages = 0; ///< full at so many pages of 8 KiB; 0: when the disk is
    StatementHook beforeStatement = {}; ///< for tests
    HurryFlag hurry = {}; ///< set when nobody can wait for another program any more
};

/// An SQLite file that is opened when it is needed, brought to the newest schema, and set aside
/// together with its log and begun anew when it proves damaged. Used on one thread; other programs
/// may use the same file at the same time.
class StoreFile
{
public:
    explicit StoreFile(QString path, StoreOptions options = {});
    ~StoreFile();
    StoreFile(const StoreFile &) = delete;
    StoreFile &operator=(const StoreFile &) = delete;

    /// Runs @p work with the file open; if the file is damaged, once more with a new one. A failure
    /// leaves a notice.
    template <typename T>
    [[nodiscard]] Result<T> attempt(const std::function<Result<T>()> &work);

    [[nodiscard]] SqlConnection &connection() { return m_connection; }
    /// Of this very file, at random; see schema.cpp.
    [[nodiscard]] qint64 number() const { return m_number; }
    /// Bytes on disk, the log included.
    [[nodiscard]] qint64 size() const;
    /// What went wrong since the last call, each kind once in the life of this object.
    [[nodiscard]] std::vector<HistoryNotice> takeNotices();

private:
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> openWith(SqlConnection::Access access);
    [[nodiscard]] Result<Done> checkVersion();
    [[nodiscard]] Result<Done> prepare();
    [[nodiscard]] Result<Done> readStoreNumber();
    [[nodiscard]] bool isDamaged() const;
    [[nodiscard]] bool setAside();
    void note(HistoryTrouble trouble, const QString &path, const QString &detail);
    void noteFailure(const Error &error);

    QString m_path;
    StoreOptions m_options;
    SqlConnection m_connection;
    PresenceLock m_presence;
    qint64 m_number = 0;
    bool m_newer = false; ///< written by a newer program
    std::set<HistoryTrouble> m_noted;
    std::vector<HistoryNotice> m_notices;
};

template <typename T>
Result<T> StoreFile::attempt(const std::function<Result<T>()> &work)
{
    const auto run = [&]() -> Result<T> {
        const auto opened = open();
        return opened ? work() : Result<T>(opened.error());
    };
    Result<T> result = run();
    if (!result && isDamaged() && setAside()) {
        result = run();
    }
    if (!result) {
        noteFailure(result.error());
    }
    return result;
}

} // namespace emberline
