// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyplace.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool removeAll(const QString &folder, const QString &pattern)
{
    QDir dir(folder);
    bool isGone = true;
    const QStringList files = dir.entryList({pattern}, QDir::Files);
    for (const QString &file : files) {
        isGone = dir.remove(file) && isGone;
    }
    return isGone;
}

} // namespace

QString historyPath(const QString &folder, const QString &workspaceId, const QUrl &endpoint)
{
    QString place = endpoint.host();
    if (endpoint.port() > 0) {
        place += u'-' + QString::number(endpoint.port());
    }
    return folder + u'/' + workspaceId + u'-' + place + u".sqlite"_s;
}

QStringList historyFiles(const QString &folder, const QString &workspaceId)
{
    QStringList paths;
    const QStringList names = QDir(folder).entryList({workspaceId + u"-*.sqlite"_s}, QDir::Files);
    for (const QString &name : names) {
        paths.append(folder + u'/' + name);
    }
    return paths;
}

qint64 historyBytes(const QString &folder, const QString &workspaceId)
{
    qint64 bytes = 0;
    const QFileInfoList files = QDir(folder).entryInfoList({workspaceId + u"-*.sqlite*"_s},
                                                           QDir::Files);
    for (const QFileInfo &file : files) {
        bytes += file.size();
    }
    return bytes;
}

bool removeDamagedHistory(const QString &folder, const QString &workspaceId)
{
    return removeAll(folder, workspaceId + u"-*.sqlite.corrupt-*"_s);
}

void removeHistory(const QString &folder, const QString &workspaceId)
{
    (void)removeAll(folder, workspaceId + u"-*.sqlite*"_s);
}

} // namespace emberline
