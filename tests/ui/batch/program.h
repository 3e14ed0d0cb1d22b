// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/demo/server.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimeZone>

namespace emberline::test {

inline const QByteArray renderKey = "5e55-10ad-secret";
inline const QString renderEvent = QStringLiteral("checkout_completed");
inline const QDateTime renderNow(QDate(2026, 11, 20), QTime(14, 5), QTimeZone::utc());

struct ProgramRun
{
    int exitCode = -1;
    bool crashed = true;
    QStringList out = {}; ///< lines of stdout
    QStringList err = {}; ///< lines of stderr
};

inline QStringList linesOf(const QByteArray &bytes)
{
    QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    if (lines.back().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString &path,
                      const QByteArray &bytes,
                      QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.setPermissions(permissions);
}

/// The program itself, with a home of its own, no display, no keychain, and a system zone that
/// nothing may depend on.
class Program
{
public:
    Program()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY",
                                 "WAYLAND_DISPLAY",
                                 "QT_QPA_PLATFORM",
                                 "DBUS_SESSION_BUS_ADDRESS",
                                 "XDG_CONFIG_HOME",
                                 "XDG_DATA_HOME",
                                 "XDG_CACHE_HOME",
                                 "EMBERLINE_API_KEY"}) {
            m_environment.remove(QLatin1String(name));
        }
        set(QStringLiteral("HOME"), m_home.path());
        set(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
        set(QStringLiteral("TZ"), QStringLiteral("Pacific/Auckland"));
        set(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    }

    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] QString out() const { return path(QStringLiteral("out")); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

    /// Runs it to its end. Servers in this process go on meanwhile.
    [[nodiscard]] ProgramRun run(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_home.path());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(QStringLiteral(PROGRAM), arguments);
        constexpr int patience = 60'000;
        if (finished.isEmpty() && !finished.wait(patience)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {.exitCode = process.exitCode(),
                .crashed = process.exitStatus() == QProcess::CrashExit,
                .out = linesOf(process.readAllStandardOutput()),
                .err = linesOf(process.readAllStandardError())};
    }

    [[nodiscard]] ProgramRun render(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("render"),
                               QStringLiteral("--now"),
                               renderNow.toString(Qt::ISODate),
                               QStringLiteral("--profile"),
                               path(QStringLiteral("profile")),
                               QStringLiteral("--out"),
                               out()}
                   + arguments);
    }

    /// Names of what was written, sorted.
    [[nodiscard]] QStringList written() const
    {
        return QDir(out()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                                     QDir::Name);
    }
    [[nodiscard]] QByteArray bytesWritten(const QString &name) const
    {
        return bytesOf(QDir(out()).filePath(name));
    }

    /// The files that hold @p secret, the key file not counted.
    [[nodiscard]] QStringList leaks(const QByteArray &secret) const
    {
        QStringList found;
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (file != path(QStringLiteral("key")) && bytesOf(file).contains(secret)) {
                found.append(file);
            }
        }
        return found;
    }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

/// The program beside a service with the same present, which wants renderKey.
struct RenderDesk
{
    explicit RenderDesk(DemoOptions options = {})
        : clock(renderNow)
        , server(clock, withKey(std::move(options)))
        , ready(server.listen() && writeFile(program.path(QStringLiteral("key")), renderKey + '\n'))
    { }

    /// Where to ask, with which key.
    [[nodiscard]] QStringList source() const
    {
        return {QStringLiteral("--endpoint"),
                server.url().toString(),
                QStringLiteral("--key-file"),
                program.path(QStringLiteral("key"))};
    }

    [[nodiscard]] ProgramRun render(const QStringList &arguments) const
    {
        return program.render(source() + arguments);
    }

    Program program;
    FixedClock clock;
    DemoServer server;
    bool ready;

private:
    static DemoOptions withKey(DemoOptions options)
    {
        options.key = renderKey;
        return options;
    }
};

} // namespace emberline::test
