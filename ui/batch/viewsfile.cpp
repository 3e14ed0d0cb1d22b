// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/viewsfile.h"

#include "app/export/pictureinfo.h"
#include "ui/batch/commandline.h"

#include <QCoreApplication>
#include <QFile>

namespace emberline {

namespace {

Result<Board> boardFrom(const QByteArray &bytes)
{
    if (!looksLikePicture(bytes)) {
        return boardFromBytes(bytes);
    }
    const Result<PictureInfo> info = pictureInfoFrom(bytes);
    if (!info) {
        return info.error();
    }
    return Board{.columns = 1, .views = {info->view}};
}

} // namespace

Result<Board> boardFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return usageError(QCoreApplication::translate("ViewsFile", "%1 cannot be read").arg(path));
    }
    Result<Board> board = boardFrom(file.read(largestPictureFile + 1));
    if (!board) {
        return usageError(QCoreApplication::translate("ViewsFile", "%1 is no board and no view: %2")
                              .arg(path, board.error().detail));
    }
    return board;
}

} // namespace emberline
