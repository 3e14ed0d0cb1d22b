// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int ioError = 10;
constexpr int fullDisk = 13;
constexpr int cannotOpen = 14;
constexpr int readOnly = 8;

void must(bool done)
{
    if (!done) {
        qFatal("a fault could not be set up");
    }
}

/// What @p end undoes.
Spell until(std::function<void()> end)
{
    return {nullptr, [end = std::move(end)](void *) {
                end();
            }};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    must(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush());
}

/// The file as @p change leaves its bytes.
std::function<Spell(const QString &)> changed(std::function<void(QByteArray &)> change)
{
    return [change = std::move(change)](const QString &file) {
        QByteArray bytes = bytesOf(file);
        change(bytes);
        write(file, bytes);
        return Spell();
    };
}

/// The file as @p statements, run by another program, leave it; it still has it open.
std::function<Spell(const QString &)> ran(const QStringList &statements)
{
    return [statements](const QString &file) {
        auto other = std::make_shared<SqlConnection>();
        must(other->open(file, SqlConnection::Access::ReadWrite, std::chrono::seconds(5))
                 .hasValue());
        for (const QString &statement : statements) {
            must(other->run(statement).hasValue());
        }
        return Spell(other);
    };
}

/// The same by a program that has ended.
std::function<Spell(const QString &)> leftBy(const QStringList &statements)
{
    return [statements](const QString &file) {
        (void)ran(statements)(file);
        return Spell();
    };
}

void removeAll(const QString &file)
{
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
        (void)QFile::remove(file + end);
    }
}

/// Every statement that begins with one of @p beginnings fails.
std::function<StatementHook()> fails(const QStringList &beginnings, int code)
{
    return [beginnings, code]() -> StatementHook {
        return [beginnings, code](const QString &sql) {
            const bool isOne = std::any_of(
                beginnings.begin(), beginnings.end(), [&sql](const QString &beginning) {
                    return sql.startsWith(beginning);
                });
            return isOne ? code : 0;
        };
    };
}

Fault beginsAnew(const char *name, std::function<Spell(const QString &)> before)
{
    return {.kind = FaultKind::Disk,
            .name = name,
            .sees = "All is loaded again, and kept.",
            .never = "A load fails, or the workspace does not open.",
            .sight = {.showsHeld = false},
            .before = std::move(before)};
}

Fault setAside(const char *name, std::function<Spell(const QString &)> before)
{
    return {.kind = FaultKind::Disk,
            .name = name,
            .sees = "What was kept was damaged and has been set aside; it is loaded again.",
            .never = "A damaged number is shown, or the damaged file is deleted.",
            .sight = {.trouble = HistoryTrouble::Quarantined, .showsHeld = false},
            .before = std::move(before)};
}

Fault unusable(const char *name, std::function<Spell(const QString &)> before)
{
    return {.kind = FaultKind::Disk,
            .name = name,
            .sees = "What is kept can't be used; everything is loaded from Braze.",
            .never = "What stands there is removed.",
            .sight = {.trouble = HistoryTrouble::Unusable, .showsHeld = false, .keeps = false},
            .before = std::move(before)};
}

Fault writesFail(const char *name,
                 HistoryTrouble trouble,
                 std::function<StatementHook()> statements)
{
    return {.kind = FaultKind::Disk,
            .name = name,
            .sees = "What is held is shown, and one notice that nothing new is kept.",
            .never = "A load fails, half of a store is kept, or there is a notice for each.",
            .sight = {.trouble = trouble, .keeps = false},
            .statements = std::move(statements)};
}

Spell folderThatIsAFile(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    must(QDir().rename(folder, folder + u".away"));
    write(folder, "x");
    return until([folder] {
        must(bytesOf(folder) == "x" && QFile::remove(folder)
             && QDir().rename(folder + u".away", folder));
    });
}

Spell fileThatIsAFolder(const QString &file)
{
    must(QFile::rename(file, file + u".away") && QDir().mkpath(file + u"/inside"));
    return until([file] {
        must(QFileInfo::exists(file + u"/inside") && QDir(file).removeRecursively()
             && QFile::rename(file + u".away", file));
    });
}

/// One bit in the midst of what is kept of a series.
Spell flipOneBit(const QString &file)
{
    QByteArray data;
    {
        SqlConnection connection;
        must(connection.open(file, SqlConnection::Access::ReadWrite, std::chrono::seconds(1))
                 .hasValue());
        const auto rows = connection.run(u"SELECT data FROM chunks LIMIT 1"_s);
        must(rows && !rows->empty());
        data = rows->front().constFirst().toByteArray();
    }
    QByteArray bytes = bytesOf(file);
    const qsizetype at = bytes.indexOf(data) + data.size() / 2;
    bytes[at] = static_cast<char>(quint8(bytes.at(at)) ^ quint8(1));
    write(file, bytes);
    return {};
}

/// Another program puts a copy of it into its place.
Spell exchangeTheFile(const QString &file)
{
    must(QFile::copy(file, file + u".copy"));
    removeAll(file);
    must(QFile::rename(file + u".copy", file));
    return {};
}

#ifdef Q_OS_UNIX

/// No file may grow beyond 4 KiB any more.
Spell quota(const QString & /*file*/)
{
    rlimit limit{};
    must(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN); // NOLINT: the macro is the system's
    const rlimit tiny{.rlim_cur = 4'096, .rlim_max = limit.rlim_max};
    must(setrlimit(RLIMIT_FSIZE, &tiny) == 0);
    return until([limit, handler] {
        must(setrlimit(RLIMIT_FSIZE, &limit) == 0);
        (void)std::signal(SIGXFSZ, handler);
    });
}

#endif

StatementHook readOnlyDisk()
{
    // What SQLite says there: it can't make its log, so that only a file without one is read.
    return [isFirst = true](const QString &sql) mutable {
        if (std::exchange(isFirst, false)) {
            return cannotOpen;
        }
        return sql.startsWith(u"BEGIN IMMEDIATE") ? readOnly : 0;
    };
}

StatementHook fullAtTheEnd()
{
    return [isStore = false](const QString &sql) mutable {
        isStore = sql.startsWith(u"BEGIN IMMEDIATE") || (isStore && sql != u"BEGIN"_s);
        return isStore && sql == u"COMMIT"_s ? fullDisk : 0;
    };
}

Fault locked(const char *name, const QStringList &statements, bool showsHeld)
{
    return {.kind = FaultKind::Disk,
            .name = name,
            .sees = "All is there, and one notice that something was not kept.",
            .never = "The window waits, or the load fails.",
            .sight = {.trouble = HistoryTrouble::Busy, .showsHeld = showsHeld, .keeps = false},
            .before = ran(statements)};
}

/// What happens while the file is open.
std::vector<Fault> inUse()
{
    return {
        {.kind = FaultKind::Disk,
         .name = "a disk that fails to read",
         .sees = "What is kept can't be used; everything is loaded from Braze.",
         .never = "The load waits for the disk, or fails.",
         .sight = {.trouble = HistoryTrouble::Unusable, .showsHeld = false, .keeps = false},
         .statements = fails({u"SELECT data"_s, u"SELECT id, data"_s}, ioError)},
        {.kind = FaultKind::Disk,
         .name = "deleted while it is open",
         .sees = "Nothing: all is there; the next time it is loaded again.",
         .never = "A crash, or a log that meets another file.",
         .sight = {.keeps = false},
         .during =
             [](const QString &file) {
                 removeAll(file);
                 return Spell();
             }},
        {.kind = FaultKind::Disk,
         .name = "exchanged while it is open",
         .sees = "Nothing: all is there; the next time what is not held is loaded again.",
         .never = "Pages of two files are mixed.",
         .sight = {.keeps = false},
         .during = exchangeTheFile},
    };
}

} // namespace

std::vector<Fault> fileFaults()
{
    const QStringList swapped{
        u"CREATE TABLE aside AS SELECT id, data FROM chunks"_s,
        u"UPDATE chunks SET data = (SELECT data FROM aside WHERE aside.id <> chunks.id LIMIT 1)"_s,
        u"DROP TABLE aside"_s};
    std::vector<Fault> faults{
        beginsAnew("the folder is gone",
                   [](const QString &file) {
                       must(QDir(QFileInfo(file).absolutePath()).removeRecursively());
                       return Spell();
                   }),
        beginsAnew("the file is gone",
                   [](const QString &file) {
                       must(QFile::remove(file));
                       return Spell();
                   }),
        beginsAnew("an empty file", changed([](QByteArray &bytes) { bytes.clear(); })),
        setAside("another kind of file", changed([](QByteArray &bytes) {
                     bytes = QByteArray("Dear diary\n").repeated(999);
                 })),
        setAside("a header of zeros",
                 changed([](QByteArray &bytes) { bytes.replace(0, 100, QByteArray(100, '\0')); })),
        setAside("a file cut in half",
                 changed([](QByteArray &bytes) { bytes.truncate(bytes.size() / 2); })),
        setAside("a flipped bit in what is kept", flipOneBit),
        setAside("numbers of one series under another", leftBy(swapped)),
        setAside("a table is gone", leftBy({u"DROP TABLE chunks"_s})),
        unusable("the folder is a file", folderThatIsAFile),
        unusable("the file is a folder", fileThatIsAFolder),
        {.kind = FaultKind::Disk,
         .name = "written by a newer program",
         .sees = "What is kept was written by a newer Emberline; all is loaded from Braze.",
         .never = "Something of it is read or changed.",
         .sight = {.trouble = HistoryTrouble::NewerVersion, .showsHeld = false, .keeps = false},
         .before =
             [](const QString &file) {
                 const QByteArray old = bytesOf(file);
                 (void)leftBy({u"PRAGMA user_version = 99"_s})(file);
                 const QByteArray newer = bytesOf(file);
                 return until([file, old, newer] {
                     must(bytesOf(file) == newer);
                     write(file, old);
                 });
             }},
    };
    faults.push_back({.kind = FaultKind::Disk,
                      .name = "a log that is noise",
                      .sees = "Nothing: all is there.",
                      .never = "The noise is read into the file.",
                      .before = [](const QString &file) {
                          write(file + u"-wal", QByteArray("noise").repeated(9'999));
                          return Spell();
                      }});
    return faults;
}

std::vector<Fault> diskFaults()
{
    std::vector<Fault> faults{
        writesFail("a disk that can't be written to", HistoryTrouble::ReadOnly, readOnlyDisk),
        writesFail("a file that can't be written to",
                   HistoryTrouble::ReadOnly,
                   fails({u"BEGIN IMMEDIATE"_s}, readOnly)),
        writesFail("a full disk", HistoryTrouble::Full, fails({u"INSERT"_s}, fullDisk)),
        writesFail("a disk that is full at the end of a store", HistoryTrouble::Full, fullAtTheEnd),
        writesFail(
            "a disk that fails to write", HistoryTrouble::Unusable, fails({u"INSERT"_s}, ioError)),
        locked("another program stores for long", {u"BEGIN IMMEDIATE"_s}, true),
        locked("another program has it for itself",
               {u"PRAGMA locking_mode = EXCLUSIVE"_s, u"BEGIN EXCLUSIVE"_s},
               false),
    };
    const std::vector<Fault> more = inUse();
    faults.insert(faults.end(), more.begin(), more.end());
#ifdef Q_OS_UNIX
    faults.push_back({.kind = FaultKind::Disk,
                      .name = "no file may grow any more",
                      .sees = "All is there, and one notice that what is kept can't be used.",
                      .never = "A load fails, or the program is ended by a signal.",
                      .sight = {.trouble = HistoryTrouble::Unusable, .keeps = false},
                      .during = quota});
#endif
    return faults;
}

} // namespace emberline::test
