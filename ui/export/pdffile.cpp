// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdffile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

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

} // namespace

QString programName()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? u"Emberline"_s : QString(u"Emberline "_s + version);
}

Result<QByteArray> pdfBytes(const PdfFile &file)
{
    constexpr int pointsPerInch = 72;
    XmpWords words = file.words;
    words.creator = programName();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pointsPerInch);
    writer.setPageSize(
        QPageSize(QSizeF(file.size), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(words.title);
    writer.setCreator(words.creator);
    writer.setDocumentXmpMetadata(xmpPacket(words));
    QPainter painter(&writer);
    for (std::size_t page = 0; page < file.pages.size(); ++page) {
        if (page > 0) {
            writer.newPage();
        }
        painter.save();
        file.pages[page](painter);
        painter.restore();
    }
    painter.end();
    buffer.close();
    if (bytes.isEmpty()) {
        return Error{.kind = ErrorKind::File, .detail = u"The PDF could not be made"_s};
    }
    return madeAt(bytes,
                  file.made.isValid() ? file.made : QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
}

} // namespace emberline
