// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/renderfiles.h"

#include "app/export/csv.h"
#include "app/export/filename.h"
#include "app/export/picturepart.h"
#include "app/export/picturetext.h"
#include "ui/export/contactsheet.h"
#include "ui/export/tablebook.h"

#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString contactSheetName = u"contact-sheet"_s;

PictureSource pictureOf(const RenderTask &task, const LoadedView &loaded)
{
    const QLocale locale;
    const Workspace &workspace = task.workspace;
    const Shown &shown = loaded.shown;
    return {
        .dataset = shown.dataset,
        .looks = shown.looks,
        .earlier = shown.earlier,
        .view = loaded.view,
        .text = seenText(loaded.view, *shown.dataset, locale, workspace.isDemo(), shown.earlier),
        .locale = locale,
        .weekStart = workspace.weekStart,
        .brand = task.brand};
}

BytesMaker tableOf(const LoadedView &loaded)
{
    QStringList names;
    for (const Series &series : loaded.shown.dataset->series) {
        names.append(seriesName(loaded.view.query, series.key));
    }
    return [dataset = loaded.shown.dataset, names]() -> Result<QByteArray> {
        return renderCsv(*dataset, names);
    };
}

BytesMaker bookOf(const LoadedView &loaded, const Workspace &workspace)
{
    const TableSource source{.shown = loaded.shown,
                             .query = loaded.view.query,
                             .order = oldestFirst(loaded.shown.dataset->times.size())};
    return [book = tableBook(loaded.view, source, {}, QLocale(), workspace.isDemo())] {
        return xlsxBytes(book);
    };
}

/// Of a board, whose views may be about the same event, its views' own names if they have any.
QString baseNameOf(const RenderTask &task, const LoadedView &loaded)
{
    const PicturePart seen = picturePart(loaded.view, *loaded.shown.dataset, {});
    const FileNameWords words = fileNameWords(seen.view, seen.dataset);
    const bool isTitled = task.board.views.size() > 1 && !words.view.isEmpty();
    const QString usual = isTitled ? u"{view}_{from}_{to}"_s : defaultNamePattern();
    const QString &pattern = task.options.namePattern;
    return fileNameFrom(pattern.isEmpty() ? usual : pattern, words);
}

PictureOptions optionsFor(const RenderTask &task, PictureFormat format)
{
    PictureOptions options = task.options.picture;
    options.format = format;
    return options;
}

BatchFile fileOf(const RenderTask &task,
                 const LoadedView &loaded,
                 const QString &name,
                 const QString &suffix)
{
    const QDir folder(task.options.outFolder);
    if (const std::optional<PictureFormat> format = pictureFormatFrom(suffix)) {
        const QString path = folder.filePath(
            scaledFileName(name, task.options.picture.scale, suffix));
        return batchFile(pictureOf(task, loaded), optionsFor(task, *format), path);
    }
    const bool isBook = suffix == u"xlsx";
    return {.path = folder.filePath(scaledFileName(name, 1, suffix)),
            .prepare = [loaded, isBook, workspace = task.workspace] {
                return isBook ? bookOf(loaded, workspace) : tableOf(loaded);
            }};
}

/// As a PDF if pictures are, and as a PNG if some are or nothing else would be.
std::vector<PictureFormat> sheetFormatsOf(const RenderOptions &options)
{
    std::vector<PictureFormat> formats = pictureFormatsOf(options);
    formats.erase(std::remove(formats.begin(), formats.end(), PictureFormat::Svg), formats.end());
    return formats.empty() ? std::vector{PictureFormat::Png} : formats;
}

void addContactSheets(const RenderTask &task, std::vector<BatchFile> &files)
{
    PictureSet set{.title = task.board.title, .columns = task.board.columns};
    for (const LoadedView &loaded : task.views) {
        if (hasSeries(loaded)) {
            const PictureSource source = pictureOf(task, loaded);
            set.pictures.push_back({.name = source.text.title, .source = source});
        }
    }
    if (set.pictures.empty()) {
        return;
    }
    for (const PictureFormat format : sheetFormatsOf(task.options)) {
        const PictureOptions options = optionsFor(task, format);
        const QString name = scaledFileName(contactSheetName, options.scale, suffixOf(format));
        files.push_back({.path = QDir(task.options.outFolder).filePath(name),
                         .prepare = [set, options] { return preparedContactSheet(set, options); },
                         .memory = mostHeldBySheet(options)});
    }
}

} // namespace

std::vector<PictureFormat> pictureFormatsOf(const RenderOptions &options)
{
    std::vector<PictureFormat> formats;
    for (const QString &suffix : options.formats) {
        if (const std::optional<PictureFormat> format = pictureFormatFrom(suffix)) {
            formats.push_back(*format);
        }
    }
    return formats;
}

std::vector<BatchFile> filesOf(const RenderTask &task)
{
    QStringList names;
    for (const LoadedView &loaded : task.views) {
        names.append(hasSeries(loaded) ? baseNameOf(task, loaded) : QString());
    }
    names = uniqueFileNames(
        names, task.options.contactSheet ? QStringList{contactSheetName} : QStringList());
    std::vector<BatchFile> files;
    for (std::size_t i = 0; i < task.views.size(); ++i) {
        if (!hasSeries(task.views[i])) {
            continue;
        }
        for (const QString &suffix : task.options.formats) {
            files.push_back(
                fileOf(task, task.views[i], names.at(static_cast<qsizetype>(i)), suffix));
        }
    }
    if (task.options.contactSheet) {
        addContactSheets(task, files);
    }
    return files;
}

} // namespace emberline
