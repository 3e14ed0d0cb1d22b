// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspacestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace emberline::test {

inline const auto someId = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");

inline Workspace acme()
{
    return {.id = someId,
            .name = QStringLiteral("ACME Production"),
            .endpoint = QUrl(QStringLiteral("https://rest.iad-01.braze.com")),
            .keyPlace = KeyPlace::Keychain,
            .zone = QTimeZone("America/New_York"),
            .weekStart = Qt::Sunday,
            .apps = {{.id = QStringLiteral("a-1"), .name = QStringLiteral("iOS")},
                     {.id = QStringLiteral("a-2"), .name = QStringLiteral("Web")}},
            .segments = {{.id = QStringLiteral("s-1"), .name = QStringLiteral("<b>VIP</b>")}},
            .starredEvents = {QStringLiteral("signup")},
            .recentEvents = {QStringLiteral("checkout & pay"), QStringLiteral("signup")},
            .colorSlots = {{QStringLiteral("s-1"), 0}, {QStringLiteral("s-2"), 3}}};
}

inline Workspace named(const QString &name)
{
    return {.name = name, .endpoint = QUrl(QStringLiteral("https://rest.example.com"))};
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush());
}

/// A profile folder and the path of its file.
struct Profile
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("workspaces.json"));
};

} // namespace emberline::test
