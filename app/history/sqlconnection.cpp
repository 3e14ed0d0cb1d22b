// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/sqlconnection.h"

#include <QElapsedTimer>
#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// SQLite waits for a lock in steps of this, between which it is looked whether there is a hurry.
constexpr std::chrono::milliseconds waitingStep(100);

SqlTrouble troubleOf(int code)
{
    switch (code & 0xFF) { // the other bits only say where
    case 1: // SQLITE_ERROR: a table or column that has to be there is not
    case 11: // SQLITE_CORRUPT
    case 19: // SQLITE_CONSTRAINT: a row that could not be found is there
    case 26: // SQLITE_NOTADB
        return SqlTrouble::Damaged;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return SqlTrouble::Busy;
    case 8: // SQLITE_READONLY
        return SqlTrouble::ReadOnly;
    case 13: // SQLITE_FULL
        return SqlTrouble::Full;
    case 14: // SQLITE_CANTOPEN
        return SqlTrouble::CannotOpen;
    default:
        return SqlTrouble::Unusable;
    }
}

SqlRows rowsOf(QSqlQuery &query)
{
    SqlRows rows;
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i) {
            row.append(query.value(i));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

SqlConnection::SqlConnection(StatementHook hook, HurryFlag hurry)
    : m_hook(std::move(hook))
    , m_hurry(std::move(hurry))
    , m_name(u"history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

SqlConnection::~SqlConnection()
{
    close();
}

Result<Done> SqlConnection::open(const QString &path,
                                 Access access,
                                 std::chrono::milliseconds busyTimeout)
{
    close();
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!m_database.isValid()) {
        close();
        return failure(14, u"Qt's SQLite plugin is not installed"_s);
    }
    m_busyTimeout = busyTimeout;
    QString options = u"QSQLITE_BUSY_TIMEOUT="_s
                    + QString::number(std::min(busyTimeout, waitingStep).count());
    if (access == Access::Immutable) {
        options += u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(u"immutable=1"_s);
        m_database.setDatabaseName(QString::fromUtf8(url.toEncoded()));
    } else {
        m_database.setDatabaseName(path);
    }
    m_database.setConnectOptions(options);
    if (!m_database.open()) {
        const QSqlError error = m_database.lastError();
        close();
        return failure(error.nativeErrorCode().toInt(), error.text());
    }
    return Done{};
}

void SqlConnection::close()
{
    m_statements.clear();
    if (m_database.isValid()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
}

Result<SqlRows> SqlConnection::run(const QString &sql, const QVariantList &values)
{
    if (!isOpen()) {
        return failure(21, u"not open"_s); // SQLITE_MISUSE
    }
    if (const int code = m_hook ? m_hook(sql) : 0; code != 0) {
        return failure(code, u"failed on purpose: "_s + sql);
    }
    QElapsedTimer all;
    all.start();
    for (;;) {
        QElapsedTimer step;
        step.start();
        Result<SqlRows> rows = runOnce(sql, values);
        // Where SQLite itself did not wait, waiting is of no use.
        const bool waited = std::chrono::milliseconds(step.elapsed()) >= waitingStep * 9 / 10;
        const bool isBusy = !rows && m_trouble == SqlTrouble::Busy;
        if (!isBusy || !waited || std::chrono::milliseconds(all.elapsed()) >= m_busyTimeout
            || (m_hurry && *m_hurry)) {
            return rows;
        }
    }
}

Result<SqlRows> SqlConnection::runOnce(const QString &sql, const QVariantList &values)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql)) {
            return failure(query.lastError().nativeErrorCode().toInt(), query.lastError().text());
        }
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        query.bindValue(static_cast<int>(i), values.at(i));
    }
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        return failure(error.nativeErrorCode().toInt(), error.text());
    }
    SqlRows rows = rowsOf(query);
    const QSqlError error = query.lastError(); // of a step after the first
    query.finish();
    if (error.isValid()) {
        return failure(error.nativeErrorCode().toInt(), error.text());
    }
    return rows;
}

Error SqlConnection::damaged(const QString &detail)
{
    return failure(11, detail);
}

Error SqlConnection::failure(int code, const QString &detail)
{
    m_trouble = troubleOf(code);
    return {.kind = ErrorKind::File,
            .detail = u"SQLite %1: %2"_s.arg(QString::number(code), detail)};
}

void SqlConnection::rollBack()
{
    const SqlTrouble trouble = m_trouble; // what came first is what is told
    // A full disk has rolled it back already; then this fails, too, and a new connection is sure.
    if (!run(u"ROLLBACK"_s)) {
        close();
    }
    m_trouble = trouble;
}

} // namespace emberline
