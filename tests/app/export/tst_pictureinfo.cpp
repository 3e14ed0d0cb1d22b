// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pictureinfo.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QJsonDocument>
#include <QtEndian>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPictureInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatAFileHoldsIsTheWholeView_data() { addFormats(); }
    static void whatAFileHoldsIsTheWholeView();
    static void anyNameComesBackAsItWas_data() { addNames(); }
    static void anyNameComesBackAsItWas();
    static void thereIsNeitherKeyNorEndpointNorPath();
    static void aPictureWithoutAViewIsNoError_data() { addFormats(); }
    static void aPictureWithoutAViewIsNoError();
    static void whatIsCutOffIsRefused_data() { addFormats(); }
    static void whatIsCutOffIsRefused();
    static void noByteThatFlipsDoesHarm_data() { addFormats(); }
    static void noByteThatFlipsDoesHarm();
    static void hostileWordsAreRefused_data();
    static void hostileWordsAreRefused();
    static void aChunkOfOursThatIsTooLargeIsRefused();
    static void largeChunksOfOthersArePassedOver();
    static void aLengthBeyondTheEndIsRefused();
    static void aDamagedChunkIsRefused();
    static void declarationsOfXmlAreRefused();
    static void otherFilesAreNoPictures_data();
    static void otherFilesAreNoPictures();

private:
    static void addFormats();
};

namespace {

PictureInfo sample(const QString &name = u"checkout_completed"_s)
{
    PictureInfo info{.fetchedAt = QDateTime({2026, 11, 23}, {13, 5}, Qt::UTC),
                     .version = u"0.1.0"_s};
    info.view.title = u"Gold \"members\" <rose> & fell"_s;
    info.view.query.events = {name};
    info.view.query.segments = {{}, {.id = u"g"_s, .label = name}};
    info.view.look.layout = ChartLayout::SideBySide;
    info.view.look.hidden.push_back({.event = name, .segmentId = u"g"_s});
    return info;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// Nobody looks at the checksums of other chunks.
QByteArray chunk(const char *type, const QByteArray &content)
{
    QByteArray bytes = bigEndian(static_cast<quint32>(content.size()));
    bytes += type;
    bytes += content;
    bytes += bigEndian(0);
    return bytes;
}

QByteArray png(const QByteArray &between = {})
{
    QByteArray bytes("\x89PNG\r\n\x1A\n");
    bytes += chunk("IHDR", QByteArray(13, '\0'));
    bytes += between;
    bytes += chunk("IDAT", QByteArray(40, 'x'));
    bytes += chunk("IEND", {});
    return bytes;
}

QByteArray svg(const QByteArray &metadata)
{
    QByteArray bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>");
    bytes += metadata;
    bytes += "</metadata><text>x</text></svg>";
    return bytes;
}

QByteArray pdf(const QByteArray &json)
{
    QByteArray bytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n");
    bytes += xmpPacket({.title = u"A <title>"_s, .creator = u"Emberline"_s, .json = json});
    bytes += "\nstartxref\n0\n%%EOF\n";
    return bytes;
}

QByteArray fileOf(const QString &format, const QByteArray &json)
{
    if (format == u"png") {
        return json.isEmpty() ? png() : pngWithInfo(png(), json);
    }
    if (format == u"svg") {
        return svg(json.isEmpty() ? QByteArray() : infoElement(json));
    }
    return pdf(json);
}

QByteArray changed(void (*change)(QJsonObject &))
{
    QJsonObject json = QJsonDocument::fromJson(pictureInfoJson(sample())).object();
    change(json);
    return QJsonDocument(json).toJson();
}

} // namespace

void TestPictureInfo::addFormats()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"png", "svg", "pdf"}) {
        QTest::newRow(format) << QString::fromLatin1(format);
    }
}

void TestPictureInfo::whatAFileHoldsIsTheWholeView()
{
    QFETCH(QString, format);
    const Result<PictureInfo> info = pictureInfoFrom(fileOf(format, pictureInfoJson(sample())));
    QVERIFY2(info.hasValue(), info ? "" : qPrintable(info.error().detail));
    QCOMPARE(*info, sample());
}

void TestPictureInfo::anyNameComesBackAsItWas()
{
    QFETCH(QString, name);
    const QByteArray json = pictureInfoJson(sample(name));
    QVERIFY(std::all_of(json.begin(), json.end(), [](char byte) { return byte > 0; }));
    for (const QString &format : {u"png"_s, u"svg"_s, u"pdf"_s}) {
        const Result<PictureInfo> info = pictureInfoFrom(fileOf(format, json));
        QVERIFY2(info.hasValue(), info ? "" : qPrintable(info.error().detail));
        QCOMPARE(info->view, viewFromJson(toJson(sample(name).view)).value());
    }
}

void TestPictureInfo::thereIsNeitherKeyNorEndpointNorPath()
{
    const QByteArray json = pictureInfoJson(sample()).toLower();
    for (const char *word : {"endpoint", "api_key", "authorization", "https:", "/home", "path"}) {
        QVERIFY2(!json.contains(word), word);
    }
}

void TestPictureInfo::aPictureWithoutAViewIsNoError()
{
    QFETCH(QString, format);
    const Result<PictureInfo> info = pictureInfoFrom(fileOf(format, {}));
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::NotFound);
}

void TestPictureInfo::whatIsCutOffIsRefused()
{
    QFETCH(QString, format);
    const QByteArray file = fileOf(format, pictureInfoJson(sample()));
    // The very end of a PDF, after its mark, is a line break.
    const qsizetype whole = format == u"pdf" ? file.size() - 1 : file.size();
    for (qsizetype size = 0; size < whole; ++size) {
        const Result<PictureInfo> info = pictureInfoFrom(file.left(size));
        QVERIFY2(!info, QByteArray::number(size).constData());
        QVERIFY(info.error().kind != ErrorKind::NotFound);
    }
}

void TestPictureInfo::noByteThatFlipsDoesHarm()
{
    QFETCH(QString, format);
    const QByteArray file = fileOf(format, pictureInfoJson(sample()));
    for (qsizetype i = 0; i < file.size(); ++i) {
        QByteArray other = file;
        other[i] = static_cast<char>(~static_cast<quint8>(other.at(i)));
        const Result<PictureInfo> info = pictureInfoFrom(other);
        QVERIFY(!info || info->view.query.events.size() <= 100);
    }
}

void TestPictureInfo::hostileWordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("cut off") << pictureInfoJson(sample()).chopped(5);
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("another kind") << changed(
        [](QJsonObject &json) { json[u"emberline"_s] = u"board"_s; });
    QTest::newRow("a newer version") << changed([](QJsonObject &json) { json[u"version"_s] = 2; });
    QTest::newRow("an endpoint") << changed(
        [](QJsonObject &json) { json[u"endpoint"_s] = u"https://evil.example"_s; });
    QTest::newRow("an endpoint in the view") << changed([](QJsonObject &json) {
        QJsonObject view = json.value(u"view"_s).toObject();
        view[u"endpoint"_s] = u"https://evil.example"_s;
        json[u"view"_s] = view;
    });
    QTest::newRow("no view") << changed([](QJsonObject &json) { json.remove(u"view"_s); });
    QTest::newRow("a view that is none") << changed([](QJsonObject &json) { json[u"view"_s] = 5; });
    QTest::newRow("a time without an offset")
        << changed([](QJsonObject &json) { json[u"fetched_at"_s] = u"2026-11-23T13:05:00"_s; });
}

void TestPictureInfo::hostileWordsAreRefused()
{
    QFETCH(QByteArray, json);
    for (const QString &format : {u"png"_s, u"svg"_s, u"pdf"_s}) {
        const Result<PictureInfo> info = pictureInfoFrom(fileOf(format, json));
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::MalformedReply);
        QVERIFY(!info.error().detail.isEmpty());
    }
}

void TestPictureInfo::aChunkOfOursThatIsTooLargeIsRefused()
{
    const QByteArray json(10 << 20, ' ');
    for (const QString &format : {u"png"_s, u"svg"_s, u"pdf"_s}) {
        const Result<PictureInfo> info = pictureInfoFrom(fileOf(format, json));
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::TooLarge);
    }
}

void TestPictureInfo::largeChunksOfOthersArePassedOver()
{
    const QByteArray large = chunk("tEXt", "comment" + QByteArray(10 << 20, '\0'));
    const Result<PictureInfo> foreign = pictureInfoFrom(png(large));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, ErrorKind::NotFound);
    const Result<PictureInfo> ours = pictureInfoFrom(
        pngWithInfo(png(large), pictureInfoJson(sample())));
    QVERIFY(ours.hasValue());
}

void TestPictureInfo::aLengthBeyondTheEndIsRefused()
{
    for (const quint32 length : {0x7FFFFFFFU, 0xFFFFFFFFU, 0x80000000U, 200U}) {
        QByteArray lying = bigEndian(length);
        lying += "tEXtemberline";
        const Result<PictureInfo> info = pictureInfoFrom(png(lying));
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::MalformedReply);
    }
}

void TestPictureInfo::aDamagedChunkIsRefused()
{
    QByteArray file = pngWithInfo(png(), pictureInfoJson(sample()));
    file.replace("checkout", "checkins");
    const Result<PictureInfo> info = pictureInfoFrom(file);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::MalformedReply);
}

void TestPictureInfo::declarationsOfXmlAreRefused()
{
    QByteArray file = fileOf(u"svg"_s, pictureInfoJson(sample()));
    file.replace("<svg", "<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]><svg");
    const Result<PictureInfo> info = pictureInfoFrom(file);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::MalformedReply);
}

void TestPictureInfo::otherFilesAreNoPictures_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("a JPEG") << QByteArray("\xFF\xD8\xFF\xE0 and so on");
    QTest::newRow("HTML") << QByteArray("<?xml version=\"1.0\"?><html><svg/></html>");
}

void TestPictureInfo::otherFilesAreNoPictures()
{
    QFETCH(QByteArray, file);
    const Result<PictureInfo> info = pictureInfoFrom(file);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::MalformedReply);
}

} // namespace emberline::test

QTEST_APPLESS_MAIN(emberline::test::TestPictureInfo)
#include "tst_pictureinfo.moc"
