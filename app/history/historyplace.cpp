// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyplace.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString historyPath(const QString &folder, const QString &workspaceId, const QUrl &endpoint)
{
    QString place = endpoint.host();
    if (endpoint.port() > 0) {
        place += u'-' + QString::number(endpoint.port());
    }
    return folder + u'/' + workspaceId + u'-' + place + u".sqlite"_s;
}

void removeHistory(const QString &folder, const QString &workspaceId)
{
    QDir dir(folder);
    const QStringList files = dir.entryList({workspaceId + u"-*.sqlite*"_s}, QDir::Files);
    for (const auto &file : files) {
        dir.remove(file);
    }
}

} // namespace emberline
