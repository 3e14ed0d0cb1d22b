// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pictureinfo.h"

#include "app/core/jsonreader.h"

#include <QJsonDocument>
#include <QtEndian>
#include <QXmlStreamReader>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int currentVersion = 1;

constexpr QByteArrayView pngBegin("\x89PNG\r\n\x1A\n");
constexpr QByteArrayView pngKeyword("emberline");
constexpr QByteArrayView pdfBegin("%PDF-");
constexpr QByteArrayView xmpBegin("<?xpacket begin=");
constexpr QByteArrayView xmpEnd("<?xpacket end=");
const QString xmlSpace = u"urn:emberline:picture"_s;
const QString xmlName = u"info"_s;
constexpr qsizetype pngHeader = 33; ///< signature and the first chunk, which is of a fixed length
constexpr qsizetype chunkFrame = 12; ///< length, type and checksum

Error damaged(const QString &detail)
{
    return {.kind = ErrorKind::MalformedReply, .detail = detail};
}

Error tooLarge()
{
    return {.kind = ErrorKind::TooLarge, .detail = u"The view in a picture has at most 1 MiB"_s};
}

Error nothingInIt()
{
    return {.kind = ErrorKind::NotFound, .detail = u"There is no view in this picture"_s};
}

/// @p json with everything beyond ASCII as \uXXXX; that can only stand in its texts.
QByteArray inAscii(const QByteArray &json)
{
    QByteArray ascii;
    ascii.reserve(json.size());
    const QString text = QString::fromUtf8(json);
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        if (code < 0x7F) {
            ascii.append(static_cast<char>(code));
        } else {
            ascii.append("\\u" + QByteArray::number(code, 16).rightJustified(4, '0'));
        }
    }
    return ascii;
}

quint32 checksum(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
            }
            made.at(i) = value;
        }
        return made;
    }();
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum = table.at((sum ^ static_cast<quint8>(byte)) & 0xFFU) ^ (sum >> 8U);
    }
    return sum ^ 0xFFFFFFFFU;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// Walks through the chunks of a PNG without looking into any but ours.
class PngWalk
{
public:
    explicit PngWalk(const QByteArray &file)
        : m_file(file)
    { }

    Result<QByteArray> json()
    {
        for (qsizetype at = pngBegin.size(); at + chunkFrame <= m_file.size();) {
            const qsizetype length = numberAt(at);
            if (length > m_file.size() - at - chunkFrame) {
                break;
            }
            const QByteArrayView type = QByteArrayView(m_file).sliced(at + 4, 4);
            if (type == "IEND") {
                return m_found.isEmpty() ? Result<QByteArray>(nothingInIt()) : m_found;
            }
            if (const std::optional<Error> problem = lookAt(type, at, length)) {
                return *problem;
            }
            at += length + chunkFrame;
        }
        return damaged(u"The picture is cut off"_s);
    }

private:
    [[nodiscard]] quint32 numberAt(qsizetype at) const
    {
        return qFromBigEndian<quint32>(m_file.constData() + at);
    }

    [[nodiscard]] bool isOurs(QByteArrayView type, qsizetype at, qsizetype length) const
    {
        const qsizetype keyword = pngKeyword.size();
        return type == "tEXt" && length > keyword
            && QByteArrayView(m_file).sliced(at + 8, keyword) == pngKeyword
            && m_file.at(at + 8 + keyword) == '\0';
    }

    std::optional<Error> lookAt(QByteArrayView type, qsizetype at, qsizetype length)
    {
        if (at == pngBegin.size() && type != "IHDR") {
            return damaged(u"The picture has no header"_s);
        }
        if (!m_found.isEmpty() || !isOurs(type, at, length)) {
            return std::nullopt;
        }
        const qsizetype before = pngKeyword.size() + 1;
        if (length - before > largestPictureInfo) {
            return tooLarge();
        }
        if (checksum(m_file.mid(at + 4, length + 4)) != numberAt(at + 8 + length)) {
            return damaged(u"The view in the picture is damaged"_s);
        }
        m_found = m_file.mid(at + 8 + before, length - before);
        return std::nullopt;
    }

    const QByteArray &m_file;
    QByteArray m_found;
};

/// The text of our element in @p xml, whose outermost element is called @p root.
Result<QByteArray> jsonFromXml(const QByteArray &xml, const QString &root)
{
    QXmlStreamReader reader(xml);
    QString found;
    bool isInside = false;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD) {
            return damaged(u"The picture has declarations of its own"_s);
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        if (!isInside && reader.name() != root) {
            return damaged(u"This is not a picture"_s);
        }
        isInside = true;
        if (found.isEmpty() && reader.namespaceUri() == xmlSpace && reader.name() == xmlName) {
            found = reader.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
        }
    }
    if (reader.hasError()) {
        return damaged(reader.errorString());
    }
    if (found.size() > largestPictureInfo) {
        return tooLarge();
    }
    return found.isEmpty() ? Result<QByteArray>(nothingInIt()) : found.toUtf8();
}

Result<QByteArray> jsonFromPdf(const QByteArray &file)
{
    constexpr qsizetype end = 1'024; ///< the mark of the end stands within these bytes
    if (!file.right(end).contains("%%EOF")) {
        return damaged(u"The file is cut off"_s);
    }
    const qsizetype first = file.indexOf(xmpBegin);
    const qsizetype begin = first < 0 ? -1 : file.indexOf("?>", first);
    const qsizetype last = begin < 0 ? -1 : file.indexOf(xmpEnd, begin);
    if (last < 0) {
        return nothingInIt();
    }
    if (last - begin > 2 * largestPictureInfo) {
        return tooLarge();
    }
    return jsonFromXml(file.mid(begin + 2, last - begin - 2).trimmed(), u"xmpmeta"_s);
}

bool beginsLikeXml(const QByteArray &file)
{
    return file.startsWith("<?xml") || file.startsWith("<svg") || file.startsWith("\xEF\xBB\xBF<");
}

Result<QByteArray> jsonFrom(const QByteArray &file)
{
    if (file.startsWith(pngBegin)) {
        return PngWalk(file).json();
    }
    if (file.startsWith(pdfBegin)) {
        return jsonFromPdf(file);
    }
    if (beginsLikeXml(file)) {
        return jsonFromXml(file, u"svg"_s);
    }
    return damaged(u"This is not a picture"_s);
}

QString escaped(const QString &text)
{
    return xmlText(text).toHtmlEscaped();
}

} // namespace

QByteArray pictureInfoJson(const PictureInfo &info)
{
    QJsonObject json{{u"emberline"_s, u"picture"_s},
                     {u"version"_s, currentVersion},
                     {u"app_version"_s, info.version},
                     {u"view"_s, toJson(info.view)}};
    if (info.fetchedAt.isValid()) {
        json.insert(u"fetched_at"_s, info.fetchedAt.toUTC().toString(Qt::ISODate));
    }
    return inAscii(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<PictureInfo> pictureInfoFromJson(const QByteArray &json)
{
    constexpr qsizetype longestVersion = 100;
    if (json.size() > largestPictureInfo) {
        return tooLarge();
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return damaged(problem.errorString());
    }
    JsonReader reader(document.object());
    if (reader.text(u"emberline"_s) != u"picture") {
        reader.fail(u"emberline"_s, u"this is not about a picture"_s);
    }
    reader.integer(u"version"_s, currentVersion, currentVersion);
    PictureInfo info{.version = reader.text(u"app_version"_s, longestVersion)};
    if (reader.has(u"fetched_at"_s)) {
        info.fetchedAt = QDateTime::fromString(reader.text(u"fetched_at"_s), Qt::ISODate);
        if (!info.fetchedAt.isValid() || info.fetchedAt.timeSpec() == Qt::LocalTime) {
            reader.fail(u"fetched_at"_s, u"an ISO 8601 time with an offset is expected"_s);
        }
        info.fetchedAt = info.fetchedAt.toUTC();
    }
    static_cast<void>(reader.object(u"view"_s));
    if (const std::optional<Error> error = reader.error()) {
        return *error;
    }
    Result<View> view = viewFromJson(document.object().value(u"view"_s).toObject());
    if (!view) {
        return view.error();
    }
    info.view = *view;
    return info;
}

QByteArray pngWithInfo(const QByteArray &png, const QByteArray &json)
{
    const QByteArray content = "tEXt" + pngKeyword.toByteArray() + '\0' + json;
    const auto length = static_cast<quint32>(content.size() - 4);
    QByteArray file = png;
    file.insert(std::min(pngHeader, png.size()),
                bigEndian(length) + content + bigEndian(checksum(content)));
    return file;
}

QByteArray infoElement(const QByteArray &json)
{
    return u"<e:%1 xmlns:e=\"%2\">%3</e:%1>"_s
        .arg(xmlName, xmlSpace, QString::fromLatin1(json).toHtmlEscaped())
        .toUtf8();
}

QByteArray xmpPacket(const XmpWords &words)
{
    QString parts;
    const auto add = [&parts](const QString &name, const QString &text) {
        if (!text.isEmpty()) {
            parts +=
                u"<dc:%1><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt></dc:%1>\n"_s
                    .arg(name, escaped(text));
        }
    };
    add(u"title"_s, words.title);
    add(u"description"_s, words.description);
    if (!words.creator.isEmpty()) {
        parts += u"<xmp:CreatorTool>%1</xmp:CreatorTool>\n"_s.arg(escaped(words.creator));
    }
    QByteArray packet = QByteArrayLiteral(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
    packet += parts.toUtf8();
    if (!words.json.isEmpty()) {
        packet += infoElement(words.json) + '\n';
    }
    packet += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    return packet;
}

QString xmlText(const QString &text)
{
    QString fit;
    fit.reserve(text.size());
    for (const uint code : text.toUcs4()) { // lone surrogates become U+FFFD
        const bool isControl = code < 0x20 && code != '\t' && code != '\n';
        const bool isNoCharacter = code == 0xFFFE || code == 0xFFFF
                                || (code >= 0xD800 && code <= 0xDFFF);
        if (!isControl && !isNoCharacter) {
            fit += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
        }
    }
    return fit;
}

Result<PictureInfo> pictureInfoFrom(const QByteArray &file)
{
    if (file.size() > largestPictureFile) {
        return Error{.kind = ErrorKind::TooLarge, .detail = u"The file has more than 64 MiB"_s};
    }
    const Result<QByteArray> json = jsonFrom(file);
    if (!json) {
        return json.error();
    }
    return pictureInfoFromJson(*json);
}

bool looksLikePicture(const QByteArray &file)
{
    return file.startsWith(pngBegin) || file.startsWith(pdfBegin) || beginsLikeXml(file);
}

} // namespace emberline
