// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as files: PNG, SVG and PDF.
#include "app/core/wholefile.h"
#include "app/export/pictureinfo.h"
#include "ui/export/picture.h"
#include "ui/export/picturepage.h"
#include "ui/theme/fonts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Stands for zlib's level 3: a fifth more bytes than usual in little more than half of the time.
constexpr int pngQuality = 60;

Error cannotMake(const QString &detail)
{
    return {.kind = ErrorKind::File, .detail = detail};
}

QString programName()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? u"Emberline"_s : QString(u"Emberline "_s + version);
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

Result<QByteArray> pngBytes(const PictureSource &source, const PictureOptions &options)
{
    const PictureText text = writtenText(source, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(pngQuality);
    writer.setText(u"Title"_s, text.title);
    writer.setText(u"Description"_s, text.footnote);
    writer.setText(u"Software"_s, programName());
    if (!writer.write(renderPicture(source, options))) {
        return cannotMake(writer.errorString());
    }
    const QByteArray info = infoOf(source, options);
    return info.isEmpty() ? bytes : pngWithInfo(bytes, info);
}

void paintOn(QPaintDevice &device, const PictureSource &source, const PictureOptions &options)
{
    QPainter painter(&device);
    const QColor ground = pictureGround(options);
    if (ground.alpha() > 0) {
        painter.fillRect(QRect(QPoint(), options.size), ground);
    }
    paintPicture(painter, source, options);
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
    paintOn(generator, source, options);
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

/// @p pdf, made at @p made instead of when it was: only so are equal pictures equal files. Where
/// things are is written down again, because the length of a date depends on the system's zone.
QByteArray madeAt(QByteArray pdf, const QDateTime &made)
{
    const QByteArray key = QByteArrayLiteral("/CreationDate (");
    const qsizetype begin = pdf.indexOf(key);
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    const qsizetype table = pdf.lastIndexOf("\nxref\n");
    if (end < 0 || table < end) {
        return pdf;
    }
    const QString moment = made.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s);
    const QByteArray date = key + moment.toLatin1();
    const qsizetype moved = date.size() - (end - begin);
    QList<QByteArray> lines = pdf.mid(table + 1).split('\n');
    constexpr qsizetype entry = 19; ///< characters of an object's place, without the line's end
    constexpr qsizetype digits = 10;
    for (QByteArray &line : lines) {
        const qsizetype place = line.left(digits).toLongLong();
        if (line.size() == entry && line.endsWith("n ") && place > begin) {
            line.replace(0, digits, QByteArray::number(place + moved).rightJustified(digits, '0'));
        }
    }
    const qsizetype start = lines.indexOf("startxref");
    if (start >= 0 && start + 1 < lines.size()) {
        lines[start + 1] = QByteArray::number(table + 1 + moved);
    }
    pdf.truncate(table + 1);
    pdf.replace(begin, end - begin, date);
    return pdf + lines.join('\n');
}

Result<QByteArray> pdfBytes(const PictureSource &source, const PictureOptions &options)
{
    constexpr int pointsPerInch = 72;
    const PictureText text = writtenText(source, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pointsPerInch);
    writer.setPageSize(
        QPageSize(QSizeF(options.size), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(text.title);
    writer.setCreator(programName());
    writer.setDocumentXmpMetadata(xmpPacket({.title = text.title,
                                             .description = text.footnote,
                                             .creator = programName(),
                                             .json = infoOf(source, options)}));
    paintOn(writer, source, options);
    buffer.close();
    if (bytes.isEmpty()) {
        return cannotMake(u"The PDF could not be made"_s);
    }
    const QDateTime fetched = source.dataset->fetchedAt;
    return madeAt(bytes, fetched.isValid() ? fetched : QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
}

} // namespace

Result<QByteArray> pictureBytes(const PictureSource &source, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    switch (bounded.format) {
    case PictureFormat::Png:
        return pngBytes(source, bounded);
    case PictureFormat::Svg:
        return svgBytes(source, bounded);
    case PictureFormat::Pdf:
        return pdfBytes(source, bounded);
    }
    Q_UNREACHABLE();
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
