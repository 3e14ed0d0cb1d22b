// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/wholefile.h"

#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

std::optional<Error> writeWhole(const QString &path,
                                const QByteArray &bytes,
                                std::optional<QFileDevice::Permissions> permissions)
{
    QSaveFile file(path);
    // A full disk shows only when the buffer goes out: in flush(); commit() of Qt 6.4 overlooks it
    // and replaces the good file by half a one.
    if (file.open(QIODevice::WriteOnly) && (!permissions || file.setPermissions(*permissions))
        && file.write(bytes) == bytes.size() && file.flush() && file.commit()) {
        return std::nullopt;
    }
    return Error{.kind = ErrorKind::File, .detail = path + u": "_s + file.errorString()};
}

} // namespace emberline
