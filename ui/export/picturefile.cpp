// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as files: PNG, SVG and PDF.
#include "app/core/wholefile.h"
#include "app/export/pictureinfo.h"
#include "ui/export/pdffile.h"
#include "ui/export/picture.h"
#include "ui/export/picturepage.h"
#include "ui/theme/fonts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPainter>
#include <QSvgGenerator>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Stands for zlib's level 1: charts hardly grow, and compressing is most of the work at scale 2.
constexpr int pngQuality = 80;

Error cannotMake(const QString &detail)
{
    return {.kind = ErrorKind::File, .detail = detail};
}

/// What opens again as a view; nothing if that is not wanted, or too much.
QByteArray infoOf(const PictureSource &source, const PictureOptions &options)
{
    if (!options.embedsView) {
        return {};
    }
    QByteArray json = pictureInfoJson({.view = source.view,
                                       .fetchedAt = source.dataset->fetchedAt,
                                       .version = QCoreApplication::applicationVersion()});
    return json.size() <= largestPictureInfo ? json : QByteArray();
}

PictureEncoder pngEncoder(const PictureSource &source, const PictureOptions &options)
{
    return [text = writtenText(source, options),
            info = infoOf(source, options),
            image = renderPicture(source, options)] {
        return pngBytes(image, text, info);
    };
}

/// The beginning of an SVG. QSvgGenerator writes sizes in rounded millimetres, and title and
/// description as they are, markup and all.
QByteArray svgHead(const PictureSource &source, const PictureOptions &options)
{
    const PictureText text = writtenText(source, options);
    const QByteArray info = infoOf(source, options);
    const QSize pixels = options.size * options.scale;
    QString head = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
                   "<svg width=\"%1\" height=\"%2\" viewBox=\"0 0 %3 %4\""
                   " xmlns=\"http://www.w3.org/2000/svg\""
                   " xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"_s.arg(pixels.width())
                       .arg(pixels.height())
                       .arg(options.size.width())
                       .arg(options.size.height());
    head += u"<title>"_s + xmlText(text.title).toHtmlEscaped() + u"</title>\n<desc>"_s
          + xmlText(text.footnote).toHtmlEscaped() + u"</desc>\n"_s;
    if (!info.isEmpty()) {
        head += u"<metadata>"_s + QString::fromUtf8(infoElement(info)) + u"</metadata>\n"_s;
    }
    return head.toUtf8();
}

Result<QByteArray> svgBytes(const PictureSource &source, const PictureOptions &options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(options.size);
    generator.setViewBox(QRect(QPoint(), options.size));
    QPainter painter(&generator);
    paintGround(painter, options);
    paintPicture(painter, source, options);
    painter.end();
    const qsizetype body = bytes.indexOf("<defs>");
    if (body < 0) {
        return cannotMake(u"The SVG could not be made"_s);
    }
    bytes = bytes.mid(body);
    // XML can't hold these, not even as entities.
    bytes.removeIf([](char byte) { return byte >= 0 && byte < ' ' && byte != '\n'; });
    for (const char *noCharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        bytes.replace(noCharacter, "");
    }
    QStringList families = familiesWith(obeyedBrand(options, source.brand));
    const QString family = u"font-family=\"%1\""_s;
    const QByteArray alone = family.arg(families.constFirst()).toUtf8();
    if (families.size() > pictureFamilies().size()) {
        families.front() = u'\'' + families.constFirst() + u'\''; // may hold a digit or a dot
    }
    bytes.replace(alone, family.arg(families.join(u", "_s)).toUtf8());
    return svgHead(source, options).append(bytes);
}

Result<QByteArray> pdfOf(const PictureSource &source, const PictureOptions &options)
{
    const PictureText text = writtenText(source, options);
    const auto paint = [&source, &options](QPainter &painter) {
        paintGround(painter, options);
        paintPicture(painter, source, options);
    };
    return pdfBytes({.size = options.size,
                     .words = {.title = text.title,
                               .description = text.footnote,
                               .json = infoOf(source, options)},
                     .made = source.dataset->fetchedAt,
                     .pages = {paint}});
}

} // namespace

Result<QByteArray> pngBytes(const QImage &image, const PictureText &text, const QByteArray &info)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(pngQuality);
    writer.setText(u"Title"_s, text.title);
    writer.setText(u"Description"_s, text.footnote);
    writer.setText(u"Software"_s, programName());
    if (!writer.write(image)) {
        return cannotMake(writer.errorString());
    }
    return info.isEmpty() ? bytes : pngWithInfo(bytes, info);
}

PictureEncoder paintedForFile(const PictureSource &source, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    const auto asItIs = [](const Result<QByteArray> &bytes) {
        return [bytes] {
            return bytes;
        };
    };
    switch (bounded.format) {
    case PictureFormat::Png:
        return pngEncoder(source, bounded);
    case PictureFormat::Svg:
        return asItIs(svgBytes(source, bounded));
    case PictureFormat::Pdf:
        return asItIs(pdfOf(source, bounded));
    }
    Q_UNREACHABLE();
}

Result<QByteArray> pictureBytes(const PictureSource &source, const PictureOptions &options)
{
    return paintedForFile(source, options)();
}

BatchFile batchFile(const PictureSource &source, const PictureOptions &options, const QString &path)
{
    return {.path = path,
            .prepare = [source, options] { return paintedForFile(source, options); },
            .memory = heldBytes(options)};
}

std::optional<Error> writePicture(const PictureSource &source,
                                  const PictureOptions &options,
                                  const QString &path)
{
    const Result<QByteArray> bytes = pictureBytes(source, options);
    if (!bytes) {
        return bytes.error();
    }
    return writeWhole(path, *bytes);
}

} // namespace emberline
