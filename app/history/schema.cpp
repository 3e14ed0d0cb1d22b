// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/schema.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

const SchemaSteps &historySchema()
{
    // chunks.id is series.id × 2^20 + number of the chunk + 2^19: all of a series lie side by side
    // and oldest first, without an index of their own. meta.store is a random number that goes into
    // every checksum, so that pages of another file are never taken for ours.
    static const SchemaSteps steps{
        {u"CREATE TABLE meta (id INTEGER PRIMARY KEY CHECK (id = 1), store INTEGER NOT NULL, "
         "created TEXT NOT NULL)"_s,
         u"CREATE TABLE series (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE)"_s,
         u"CREATE TABLE chunks (id INTEGER PRIMARY KEY, data BLOB NOT NULL)"_s,
         u"CREATE TABLE catalog (id INTEGER PRIMARY KEY CHECK (id = 1), data BLOB NOT NULL)"_s,
         u"INSERT INTO meta VALUES (1, random(), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"_s}};
    return steps;
}

Result<int> schemaVersion(SqlConnection &connection)
{
    const auto rows = connection.run(u"PRAGMA user_version"_s);
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? 0 : rows->front().constFirst().toInt();
}

Result<Done> migrate(SqlConnection &connection, const SchemaSteps &steps)
{
    const int newest = static_cast<int>(steps.size());
    if (const auto version = schemaVersion(connection); !version || *version >= newest) {
        return version ? Result<Done>(Done{}) : Result<Done>(version.error());
    }
    return connection.transaction<Done>(u"BEGIN IMMEDIATE"_s, [&]() -> Result<Done> {
        // Asked again: another program may have been faster.
        const auto version = schemaVersion(connection);
        if (!version) {
            return version.error();
        }
        for (int i = *version; i < newest; ++i) {
            QStringList statements = steps[static_cast<std::size_t>(i)];
            statements.append(u"PRAGMA user_version = "_s + QString::number(i + 1));
            for (const QString &statement : std::as_const(statements)) {
                if (const auto done = connection.run(statement); !done) {
                    return done.error();
                }
            }
        }
        return Done{};
    });
}

} // namespace emberline
