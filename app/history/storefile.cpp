// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/storefile.h"

#include "app/history/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// The folder and the file as their owner's alone; what is there already is left as it is.
void makeFile(const QString &path)
{
    const QFileInfo file(path);
    const QString folder = file.absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder)) {
        QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    }
    if (!file.exists()) { // never opened here when it may be in use: closing would drop its locks
        QFile empty(path);
        (void)empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
    }
}

/// Where the damaged file at @p path goes.
QString asidePath(const QString &path)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    QString aside = path + u".corrupt-"_s + time;
    for (int i = 2; QFileInfo::exists(aside); ++i) {
        aside = path + u".corrupt-"_s + time + u'-' + QString::number(i);
    }
    return aside;
}

HistoryTrouble noticeOf(SqlTrouble trouble)
{
    switch (trouble) {
    case SqlTrouble::Busy:
        return HistoryTrouble::Busy;
    case SqlTrouble::Full:
        return HistoryTrouble::Full;
    case SqlTrouble::ReadOnly:
        return HistoryTrouble::ReadOnly;
    case SqlTrouble::Damaged:
    case SqlTrouble::CannotOpen:
    case SqlTrouble::Unusable:
        return HistoryTrouble::Unusable;
    }
    Q_UNREACHABLE();
}

} // namespace

StoreFile::StoreFile(QString path, StoreOptions options)
    : m_path(std::move(path))
    , m_options(std::move(options))
    , m_connection(m_options.beforeStatement, m_options.hurry)
    , m_presence(m_path + u".lock"_s)
{ }

StoreFile::~StoreFile()
{
    m_connection.close();
}

qint64 StoreFile::size() const
{
    return QFileInfo(m_path).size() + QFileInfo(m_path + u"-wal"_s).size();
}

std::vector<HistoryNotice> StoreFile::takeNotices()
{
    return std::exchange(m_notices, {});
}

Result<Done> StoreFile::open()
{
    if (m_connection.isOpen()) {
        return Done{};
    }
    if (m_newer) {
        return Error{.kind = ErrorKind::File, .detail = u"written by a newer version"_s};
    }
    if (m_path != historyInMemory) {
        makeFile(m_path);
        m_presence.enter();
    }
    auto opened = openWith(SqlConnection::Access::ReadWrite);
    const SqlTrouble trouble = m_connection.trouble();
    if (!opened && (trouble == SqlTrouble::ReadOnly || trouble == SqlTrouble::CannotOpen)
        && QFileInfo(m_path).size() > 0) {
        opened = openWith(SqlConnection::Access::Immutable);
    }
    return opened;
}

Result<Done> StoreFile::openWith(SqlConnection::Access access)
{
    auto opened = m_connection.open(m_path, access, m_options.busyTimeout);
    if (opened) {
        opened = checkVersion();
    }
    if (opened && access == SqlConnection::Access::ReadWrite) {
        opened = prepare();
    }
    if (opened) {
        opened = readStoreNumber();
    }
    if (!opened && !isDamaged()) { // setAside() closes it then
        m_connection.close(); // what is half prepared must not pass for open
    }
    return opened;
}

/// And the first look at what is in there: opening alone succeeds on anything.
Result<Done> StoreFile::checkVersion()
{
    const auto version = schemaVersion(m_connection);
    if (!version) {
        return version.error();
    }
    if (*version > static_cast<int>(historySchema().size())) {
        m_newer = true;
        return Error{.kind = ErrorKind::File, .detail = u"written by a newer version"_s};
    }
    return Done{};
}

Result<Done> StoreFile::prepare()
{
    QStringList settings{u"PRAGMA trusted_schema = OFF"_s,
                         u"PRAGMA cell_size_check = ON"_s,
                         u"PRAGMA page_size = 8192"_s, // of a new file
                         u"PRAGMA journal_mode = WAL"_s,
                         u"PRAGMA synchronous = NORMAL"_s,
                         u"PRAGMA journal_size_limit = 16777216"_s};
    if (m_options.maxPages > 0) {
        settings.append(u"PRAGMA max_page_count = "_s + QString::number(m_options.maxPages));
    }
    for (const QString &setting : std::as_const(settings)) {
        const auto done = m_connection.run(setting);
        // Busy and read-only: some other program has chosen the log already, or will.
        if (!done && m_connection.trouble() != SqlTrouble::Busy
            && m_connection.trouble() != SqlTrouble::ReadOnly) {
            return done.error();
        }
    }
    return migrate(m_connection, historySchema());
}

Result<Done> StoreFile::readStoreNumber()
{
    const auto rows = m_connection.run(u"SELECT store FROM meta WHERE id = 1"_s);
    if (!rows) {
        return rows.error();
    }
    if (rows->empty()) {
        return m_connection.damaged(u"the store's number is missing"_s);
    }
    m_number = rows->front().constFirst().toLongLong();
    return Done{};
}

bool StoreFile::isDamaged() const
{
    return !m_newer && m_connection.trouble() == SqlTrouble::Damaged;
}

bool StoreFile::setAside()
{
    const QString aside = asidePath(m_path);
    const bool alone = m_presence.claim();
    if (alone && QFileInfo(m_path + u"-wal"_s).size() > 0) {
        QFile::copy(m_path + u"-wal"_s, aside + u"-wal"_s); // closing takes it away
    }
    m_connection.close();
    // While another program has it open it stays; whoever is alone with it next can move it.
    if (!alone || !QFile::rename(m_path, aside)) {
        QFile::remove(aside + u"-wal"_s);
        return false;
    }
    // A new file must never meet the old log.
    for (const QString &log : {QString(m_path + u"-wal"_s), QString(m_path + u"-shm"_s)}) {
        if (QFileInfo::exists(log) && !QFile::remove(log)) {
            (void)QFile::rename(aside, m_path);
            return false;
        }
    }
    note(HistoryTrouble::Quarantined, aside, {});
    return true;
}

void StoreFile::note(HistoryTrouble trouble, const QString &path, const QString &detail)
{
    if (m_noted.insert(trouble).second) {
        m_notices.push_back({.trouble = trouble, .path = path, .detail = detail});
    }
}

void StoreFile::noteFailure(const Error &error)
{
    note(m_newer ? HistoryTrouble::NewerVersion : noticeOf(m_connection.trouble()),
         m_path,
         error.detail);
}

} // namespace emberline
