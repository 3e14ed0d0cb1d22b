// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportallplan.h"

#include "app/export/filename.h"
#include "app/export/picturepart.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QStringList singleNames(const PictureSet &set, const QString &pattern, const QStringList &taken)
{
    QStringList names;
    for (const NamedPicture &picture : set.pictures) {
        const PicturePart seen = picturePart(picture.source.view, *picture.source.dataset, {});
        FileNameWords words = fileNameWords(seen.view, seen.dataset);
        words.view = picture.name;
        names.append(fileNameFrom(pattern, words));
    }
    return uniqueFileNames(names, taken);
}

} // namespace

QString exportAllPattern()
{
    return u"{view}_{from}_{to}"_s;
}

std::vector<BatchFile> exportAllFiles(const PictureSet &set,
                                      const ExportAllChoice &choice,
                                      const ExportAllPlace &place)
{
    const QDir folder(place.folder);
    const PictureOptions &options = choice.options;
    const QString sheetName = place.baseName + u"_contact-sheet"_s;
    const QString pagesName = place.baseName + u"_pages"_s;
    std::vector<BatchFile> files;
    if (choice.singleFiles) {
        const QStringList names = singleNames(set, choice.pattern, {sheetName, pagesName});
        const QString suffix = suffixOf(options.format);
        for (std::size_t i = 0; i < set.pictures.size(); ++i) {
            const QString &name = names.at(static_cast<qsizetype>(i));
            files.push_back(
                batchFile(set.pictures[i].source,
                          options,
                          folder.filePath(scaledFileName(name, options.scale, suffix))));
        }
    }
    if (choice.contactSheet) {
        PictureOptions sheet = options; // an SVG of them all would be no help
        sheet.format = options.format == PictureFormat::Pdf ? PictureFormat::Pdf
                                                            : PictureFormat::Png;
        const QString name = scaledFileName(sheetName, sheet.scale, suffixOf(sheet.format));
        files.push_back({.path = folder.filePath(name),
                         .prepare = [set, sheet] { return preparedContactSheet(set, sheet); },
                         .memory = mostHeldBySheet(sheet)});
    }
    if (choice.pages) {
        files.push_back({.path = folder.filePath(scaledFileName(pagesName, 1, u"pdf"_s)),
                         .prepare = [set, options] {
                             return preparedPages(set, options);
                         }});
    }
    return files;
}

} // namespace emberline
