// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pictureinfo.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "tests/ui/export/svgprobe.h"
#include "ui/export/picture.h"
#include "ui/theme/tokens.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What other programs read in the files.
class TestPictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anSvgHasItsPixels();
    static void aPdfHasAPageOfThatSize();
    static void aPngIsReadByAnotherDecoder();
    static void textStaysTextInAnSvg();
    static void textStaysTextInAPdf();
    static void linesOfAnSvgStayInThePlot();
    static void hatchesOfAnSvgStayInThePlot();
    static void nothingIsTranslucentOnAGround();
    static void theSameInputGivesTheSameBytes_data();
    static void theSameInputGivesTheSameBytes();
    static void theBytesOfAPdfDoNotDependOnTheZone();
    static void theViewIsInTheFileIfWanted_data();
    static void theViewIsInTheFileIfWanted();
    static void anyNameMakesAWholeFile_data() { addNames(); }
    static void anyNameMakesAWholeFile();
    static void aFolderThatIsNotThereIsAnError_data();
    static void aFolderThatIsNotThereIsAnError();
};

namespace {

constexpr QSize size(800, 500);

PictureSource shop()
{
    View view;
    view.query.events = {u"checkout_completed"_s};
    view.query.apps = {{}};
    view.query.segments = {{}, {.id = u"1"_s, .label = u"Gold"_s}};
    return {.dataset = std::make_shared<const Dataset>(shopDays()),
            .looks = shopLooks(),
            .view = view,
            .text = {.title = u"Checkouts <b>per</b> day & night"_s,
                     .subtitle = u"Custom event"_s,
                     .footnote = u"Braze custom event “checkout_completed”. Fetched today."_s},
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

PictureSource zoomedShop()
{
    PictureSource source = shop();
    const std::vector<BucketTime> &times = source.dataset->times;
    source.view.look.zoom = Zoom{.first = times[10], .last = times[16]};
    return source;
}

QByteArray bytesOf(PictureFormat format, const PictureSource &source = shop())
{
    const Result<QByteArray> bytes = pictureBytes(source, {.format = format, .size = size});
    return bytes ? *bytes : QByteArray();
}

/// What @p program says of @p file as its last argument, or "-".
QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0
             ? process.readAllStandardOutput()
             : QByteArray("failed: ") + process.readAllStandardError();
}

QString written(const QTemporaryDir &folder, PictureFormat format)
{
    QString path = folder.filePath(u"a."_s + suffixOf(format));
    const std::optional<Error> error = writePicture(
        shop(), {.format = format, .size = size, .scale = 2}, path);
    return error ? QString() : path;
}

/// The plot, by its grid lines.
QRectF plotOf(const SvgProbe &probe)
{
    QRectF plot;
    for (const QRectF &line : probe.fillsIn(lightTokens().gridLine)) {
        plot = line.width() > plot.width() ? line : plot;
    }
    return plot;
}

} // namespace

void TestPictureFile::anSvgHasItsPixels()
{
    const Result<QByteArray> bytes = pictureBytes(
        shop(), {.format = PictureFormat::Svg, .size = QSize(641, 401), .scale = 3});
    QVERIFY(bytes.hasValue());
    const SvgProbe probe = probed(*bytes);
    QVERIFY(probe.isWhole);
    QCOMPARE(probe.width, QString::number(641 * 3));
    QCOMPARE(probe.height, QString::number(401 * 3));
}

void TestPictureFile::aPdfHasAPageOfThatSize()
{
    const QTemporaryDir folder;
    const QString path = written(folder, PictureFormat::Pdf);
    const QByteArray about = outputOf(u"pdfinfo"_s, {path});
    QVERIFY2(about.contains("800 x 500 pts"), about.constData());
    QVERIFY2(about.contains("Pages:           1"), about.constData());
    const QString picture = folder.filePath(u"page"_s);
    outputOf(u"pdftoppm"_s, {u"-r"_s, u"72"_s, u"-png"_s, u"-singlefile"_s, path, picture});
    const QImage page(picture + u".png"_s);
    QCOMPARE(page.size(), size);
    QCOMPARE(page.pixelColor(2, 2), QColor(Qt::white));
    QVERIFY(page.convertToFormat(QImage::Format_Indexed8).colorCount() > 16);
}

void TestPictureFile::aPngIsReadByAnotherDecoder()
{
    const QTemporaryDir folder;
    const QString path = written(folder, PictureFormat::Png);
    const QString script =
        u"import struct, sys, zlib, json\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "assert data[:8] == b'\\x89PNG\\r\\n\\x1a\\n'\n"
        "at, pixels, names = 8, b'', []\n"
        "while at < len(data):\n"
        "    length, = struct.unpack('>I', data[at:at + 4])\n"
        "    kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]\n"
        "    crc, = struct.unpack('>I', data[at + 8 + length:at + 12 + length])\n"
        "    assert crc == zlib.crc32(kind + body), kind\n"
        "    names.append(kind)\n"
        "    if kind == b'IHDR': width, height = struct.unpack('>II', body[:8])\n"
        "    if kind == b'IDAT': pixels += body\n"
        "    if kind == b'tEXt' and body.startswith(b'emberline\\0'):\n"
        "        view = json.loads(body[10:].decode('ascii'))\n"
        "    at += 12 + length\n"
        "assert names[0] == b'IHDR' and names[-1] == b'IEND'\n"
        "lines = len(zlib.decompress(pixels)) / height\n"
        "print(width, height, lines % 1, view['view']['query']['events'][0])\n"_s;
    QCOMPARE(outputOf(u"python3"_s, {u"-c"_s, script, path}),
             QByteArray("1600 1000 0.0 checkout_completed\n"));
}

void TestPictureFile::textStaysTextInAnSvg()
{
    const SvgProbe probe = probed(bytesOf(PictureFormat::Svg));
    QVERIFY(probe.isWhole);
    for (const QString &words : {shop().text.title, u"Custom event"_s, u"Gold"_s, u"0"_s}) {
        QVERIFY2(probe.allText().contains(words), qPrintable(probe.allText()));
    }
}

void TestPictureFile::textStaysTextInAPdf()
{
    const QTemporaryDir folder;
    const QString path = written(folder, PictureFormat::Pdf);
    const QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, {path, u"-"_s}));
    for (const QString &words : {shop().text.title, u"Custom event"_s, u"Gold"_s, u"Emberline"_s}) {
        QVERIFY2(text.contains(words), qPrintable(text));
    }
}

void TestPictureFile::linesOfAnSvgStayInThePlot()
{
    const SvgProbe probe = probed(bytesOf(PictureFormat::Svg, zoomedShop()));
    const QRectF plot = plotOf(probe);
    QVERIFY(plot.width() > 300);
    int points = 0;
    for (const QColor &color : {lightTokens().neutral, lightTokens().series.front()}) {
        for (const QPointF &point : probe.linesIn(color)) {
            const bool isLabel = point.x() > plot.right() + 3; // leader and swatch of its label
            QVERIFY2(isLabel || point.x() > plot.left() - 1,
                     QByteArray::number(point.x()).constData());
            points += isLabel ? 0 : 1;
        }
    }
    QVERIFY2(points > 10, QByteArray::number(points).constData());
}

void TestPictureFile::hatchesOfAnSvgStayInThePlot()
{
    PictureSource source = shop();
    Dataset dataset = shopDays();
    setState(dataset, 0, BucketState::NotCollected);
    setState(dataset, dataset.times.size() - 1, BucketState::Incomplete);
    source.dataset = std::make_shared<const Dataset>(dataset);
    const SvgProbe probe = probed(bytesOf(PictureFormat::Svg, source));
    const QRectF plot = plotOf(probe);
    int slanted = 0;
    for (const SvgProbe::Shape &shape : probe.shapes) {
        const QColor stroke(shape.stroke);
        // Nothing else is drawn at 45° in a grey.
        if (shape.points.size() != 2 || stroke.hslSaturation() > 40
            || std::abs(std::abs(shape.points[0].x() - shape.points[1].x())
                        - std::abs(shape.points[0].y() - shape.points[1].y()))
                   > 0.01
            || std::abs(shape.points[0].x() - shape.points[1].x()) < 1) {
            continue;
        }
        ++slanted;
        for (const QPointF &point : shape.points) {
            QVERIFY(point.x() >= plot.left() - 0.5 && point.x() <= plot.right() + 0.5);
        }
    }
    QVERIFY2(slanted > 10, QByteArray::number(slanted).constData());
}

void TestPictureFile::nothingIsTranslucentOnAGround()
{
    const SvgProbe probe = probed(bytesOf(PictureFormat::Svg));
    QVERIFY(!probe.opacities.isEmpty());
    for (const QString &opacity : probe.opacities) {
        QCOMPARE(opacity, u"1"_s);
    }
}

void TestPictureFile::theSameInputGivesTheSameBytes_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
    QTest::newRow("PDF") << PictureFormat::Pdf;
}

void TestPictureFile::theSameInputGivesTheSameBytes()
{
    QFETCH(PictureFormat, format);
    const QByteArray bytes = bytesOf(format);
    QVERIFY(bytes.size() > 1'000);
    QVERIFY(bytes == bytesOf(format));
}

void TestPictureFile::theBytesOfAPdfDoNotDependOnTheZone()
{
    const QByteArray before = qgetenv("TZ");
    const auto in = [](const QByteArray &zone) {
        qputenv("TZ", zone);
        tzset();
        return bytesOf(PictureFormat::Pdf);
    };
    const QByteArray utc = in("UTC");
    const QByteArray india = in("Asia/Kolkata");
    qputenv("TZ", before);
    tzset();
    QVERIFY(utc.contains("/CreationDate (D:20261123130500Z)"));
    QVERIFY(utc == india);
    // A wrong place of any object would be repaired, and complained of.
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"india.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(india);
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {file.fileName(), u"-"_s});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardError(), QByteArray());
}

void TestPictureFile::theViewIsInTheFileIfWanted_data()
{
    theSameInputGivesTheSameBytes_data();
}

void TestPictureFile::theViewIsInTheFileIfWanted()
{
    QFETCH(PictureFormat, format);
    const Result<PictureInfo> info = pictureInfoFrom(bytesOf(format));
    QVERIFY2(info.hasValue(), info ? "" : qPrintable(info.error().detail));
    QCOMPARE(info->view, shop().view);
    QCOMPARE(info->fetchedAt, shop().dataset->fetchedAt);
    const Result<QByteArray> bare = pictureBytes(
        shop(), {.format = format, .size = size, .embedsView = false});
    QVERIFY(bare.hasValue());
    const Result<PictureInfo> nothing = pictureInfoFrom(*bare);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, ErrorKind::NotFound);
}

void TestPictureFile::anyNameMakesAWholeFile()
{
    QFETCH(QString, name);
    PictureSource source = shop();
    source.looks.front().name = name;
    source.view.title = name;
    source.text = {.title = name, .subtitle = name, .footnote = name};
    const QByteArray svg = bytesOf(PictureFormat::Svg, source);
    QVERIFY(probed(svg).isWhole);
    QVERIFY(pictureInfoFrom(svg).hasValue());
    QVERIFY(pictureInfoFrom(bytesOf(PictureFormat::Pdf, source)).hasValue());
}

void TestPictureFile::aFolderThatIsNotThereIsAnError_data()
{
    theSameInputGivesTheSameBytes_data();
}

void TestPictureFile::aFolderThatIsNotThereIsAnError()
{
    QFETCH(PictureFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"missing/a"_s);
    const std::optional<Error> error = writePicture(shop(), {.format = format, .size = size}, path);
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::File);
    QVERIFY(!QFile::exists(path));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPictureFile)
#include "tst_picturefile.moc"
