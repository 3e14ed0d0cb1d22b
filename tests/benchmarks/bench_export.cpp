// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/figures.h"
#include "tests/ui/export/manypictures.h"

#include <QEventLoop>
#include <QTemporaryDir>

namespace emberline::test {

namespace {

constexpr int fileCount = 12;

QString pathOf(const QTemporaryDir &folder, int number)
{
    return folder.filePath(QString::number(number) + u".png"_s);
}

void exportTogether(const PictureSource &source, const PictureOptions &options)
{
    const QTemporaryDir folder;
    std::vector<BatchFile> files;
    files.reserve(fileCount);
    for (int i = 0; i < fileCount; ++i) {
        files.push_back(batchFile(source, options, pathOf(folder, i)));
    }
    FileBatch batch(std::move(files));
    QEventLoop loop;
    QObject::connect(
        &batch, &FileBatch::finished, &loop, [loop = &loop](const Result<QStringList> &made) {
            if (!made) {
                qFatal("%s was not written", qUtf8Printable(made.error().detail));
            }
            loop->quit();
        });
    batch.start();
    loop.exec();
}

void exportOneByOne(const PictureSource &source, const PictureOptions &options)
{
    const QTemporaryDir folder;
    for (int i = 0; i < fileCount; ++i) {
        if (writePicture(source, options, pathOf(folder, i))) {
            qFatal("a picture was not written");
        }
    }
}

} // namespace

Figures benchExport()
{
    const PictureSet set = picturesOf({u"Gold members"_s});
    const PictureSource &source = set.pictures.front().source;
    const PictureOptions options{.scale = 2};
    const auto timed = [&](auto work) {
        return medianOf(3, [&] { return millisecondsOf([&] { work(source, options); }); });
    };
    return {{.name = u"export_12_2x"_s,
             .value = timed(exportTogether),
             .unit = u"ms"_s,
             .baseline = timed(exportOneByOne),
             .budget = {.value = 2'000},
             .remark = u"12 files of 3840×2160; the baseline makes one after the other"_s}};
}

} // namespace emberline::test
