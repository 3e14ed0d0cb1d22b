// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportfeedback.h"

#include "ui/feedback/toast.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString exportFolder(const QString &last, QStandardPaths::StandardLocation usual)
{
    for (const QString &folder : {last, QStandardPaths::writableLocation(usual)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            return folder;
        }
    }
    return QDir::homePath();
}

Toast *tellDone(const QString &text, QWidget *over, const QString &action)
{
    auto *toast = new Toast(u"check"_s, text, over); // its child; deletes itself
    if (!action.isEmpty()) {
        toast->setAction(action);
    }
    toast->show();
    toast->raise();
    return toast;
}

void tellSaved(const QStringList &paths, QWidget *over)
{
    const QString folder = QFileInfo(paths.constFirst()).absolutePath();
    const int count = static_cast<int>(paths.size());
    const QString text = count == 1
                           ? QCoreApplication::translate("ExportFeedback", "Saved %1")
                                 .arg(QDir::toNativeSeparators(paths.constFirst()))
                           : QCoreApplication::translate(
                                 "ExportFeedback", "Saved %n file(s) in %1", nullptr, count)
                                 .arg(QDir::toNativeSeparators(folder));
    const Toast *toast = tellDone(
        text, over, QCoreApplication::translate("ExportFeedback", "Show in folder"));
    QObject::connect(toast, &Toast::actionTriggered, toast, [folder] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
}

} // namespace emberline
