// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <variant>
#include <vector>

namespace emberline {

using Done = std::monostate;
using SqlRows = std::vector<QVariantList>;

/// What a failure of SQLite means to us (its code & 0xFF).
enum class SqlTrouble { Damaged, Busy, Full, ReadOnly, CannotOpen, Unusable };

/// Asked before every statement: 0 lets it run, an SQLite code fails it with that. For tests.
using StatementHook = std::function<int(const QString &sql)>;

/// Once it is true, no connection waits any longer for what another program has locked.
using HurryFlag = std::shared_ptr<const std::atomic_bool>;

/// One connection to one SQLite file, used on the thread that opened it.
class SqlConnection
{
public:
    enum class Access {
        ReadWrite,
        Immutable ///< for a file in a folder that can't be written: no log, no locks
    };

    explicit SqlConnection(StatementHook hook = {}, HurryFlag hurry = {});
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] Result<Done> open(const QString &path,
                                    Access access,
                                    std::chrono::milliseconds busyTimeout);
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }

    /// Runs one statement, prepared the first time, and reads all of its rows.
    [[nodiscard]] Result<SqlRows> run(const QString &sql, const QVariantList &values = {});

    /// Runs @p work between @p begin ("BEGIN …") and COMMIT; when anything fails, nothing of it was
    /// done. A transaction that can't be rolled back takes the connection with it.
    template <typename T>
    [[nodiscard]] Result<T> transaction(const QString &begin,
                                        const std::function<Result<T>()> &work)
    {
        if (const auto begun = run(begin); !begun) {
            return begun.error();
        }
        Result<T> result = work();
        if (!result) {
            rollBack();
            return result;
        }
        if (const auto committed = run(QStringLiteral("COMMIT")); !committed) {
            rollBack();
            return committed.error();
        }
        return result;
    }

    /// Of the last failure.
    [[nodiscard]] SqlTrouble trouble() const { return m_trouble; }
    /// Records that what was read can't be right.
    [[nodiscard]] Error damaged(const QString &detail);

private:
    [[nodiscard]] Result<SqlRows> runOnce(const QString &sql, const QVariantList &values);
    [[nodiscard]] Error failure(int code, const QString &detail);
    void rollBack();

    StatementHook m_hook;
    HurryFlag m_hurry; ///< none: there is never a hurry
    std::chrono::milliseconds m_busyTimeout{0};
    QString m_name; ///< of the connection; no two are the same
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_statements;
    SqlTrouble m_trouble = SqlTrouble::Unusable;
};

} // namespace emberline
