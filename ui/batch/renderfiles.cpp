// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/renderfiles.h"

#include "app/core/wholefile.h"
#include "app/export/csv.h"
#include "app/export/filename.h"
#include "app/export/picturepart.h"
#include "app/export/picturetext.h"
#include "ui/export/picture.h"
#include "ui/export/tablebook.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

Error cannotWrite(const QString &path)
{
    return {.kind = ErrorKind::File,
            .detail = QCoreApplication::translate("RenderFiles", "%1 cannot be written to")
                          .arg(QDir::toNativeSeparators(path))};
}

std::optional<Error> writePictureOf(const RenderTask &task,
                                    const Shown &shown,
                                    PictureFormat format,
                                    const QString &path)
{
    const QLocale locale;
    const PictureSource source{
        .dataset = shown.dataset,
        .looks = shown.looks,
        .earlier = shown.earlier,
        .view = task.view,
        .text = seenText(task.view, *shown.dataset, locale, task.workspace.isDemo(), shown.earlier),
        .locale = locale,
        .weekStart = task.workspace.weekStart,
        .brand = task.brand};
    PictureOptions options = task.options.picture;
    options.format = format;
    return writePicture(source, options, path) ? std::optional(cannotWrite(path)) : std::nullopt;
}

std::optional<Error> writeTable(const RenderTask &task,
                                const DatasetPtr &dataset,
                                const QString &path)
{
    QStringList names;
    for (const Series &series : dataset->series) {
        names.append(seriesName(task.view.query, series.key));
    }
    return writeWhole(path, renderCsv(*dataset, names)) ? std::optional(cannotWrite(path))
                                                        : std::nullopt;
}

std::optional<Error> writeBook(const RenderTask &task, const Shown &shown, const QString &path)
{
    const TableSource source{.shown = shown,
                             .query = task.view.query,
                             .order = oldestFirst(shown.dataset->times.size())};
    const Result<QByteArray> bytes = xlsxBytes(
        tableBook(task.view, source, {}, QLocale(), task.workspace.isDemo()));
    return bytes && !writeWhole(path, *bytes) ? std::nullopt : std::optional(cannotWrite(path));
}

} // namespace

std::optional<Error> writeFiles(const RenderTask &task, const Shown &shown)
{
    const QDir folder(task.options.outFolder);
    if (!folder.mkpath(u"."_s)) {
        return cannotWrite(task.options.outFolder);
    }
    const QString pattern = task.options.namePattern.isEmpty() ? defaultNamePattern()
                                                               : task.options.namePattern;
    const PicturePart seen = picturePart(task.view, *shown.dataset, {});
    const QString name = fileNameFrom(pattern, fileNameWords(seen.view, seen.dataset));
    for (const auto &suffix : task.options.formats) {
        const std::optional<PictureFormat> format = pictureFormatFrom(suffix);
        const int scale = format.has_value() ? task.options.picture.scale : 1;
        const QString path = folder.filePath(scaledFileName(name, scale, suffix));
        std::optional<Error> error = format.has_value() ? writePictureOf(task, shown, *format, path)
                                   : suffix == u"xlsx"_s ? writeBook(task, shown, path)
                                                         : writeTable(task, shown.dataset, path);
        if (error) {
            return error;
        }
        QTextStream(stdout) << path << '\n';
    }
    return std::nullopt;
}

} // namespace emberline
