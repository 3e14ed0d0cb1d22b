// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/export/picture.h"
#include "ui/theme/tokens.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void thePixelsAreSizeTimesScale_data();
    static void thePixelsAreSizeTimesScale();
    static void aLargerScaleIsDrawnAnewNotEnlarged();
    static void theSameInputGivesTheSameBytes();
    static void sizesOutOfBoundsAreBroughtIn();
    static void theGroundIsTheOneThatWasChosen_data();
    static void theGroundIsTheOneThatWasChosen();
    static void titleAndFootnoteAreDrawn();
    static void aPreviewKeepsEveryGridLine();
    static void theFileSaysWhatItIs();
    static void aFolderThatIsNotThereIsAnErrorAndNoFile();
    static void anyNameIsPainted_data() { addNames(); }
    static void anyNameIsPainted();
    static void noDataStillIsAPicture();
    static void copyingPutsItOnTheClipboard();
};

namespace {

PictureSource shopSource()
{
    return {.dataset = std::make_shared<const Dataset>(shopDays()),
            .looks = shopLooks(),
            .text = {.title = u"Checkouts per day"_s,
                     .subtitle = u"Custom event"_s,
                     .footnote = u"Braze custom event “checkout_completed”. Fetched today."_s},
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

bool isUniform(const QImage &image, const QRect &rect)
{
    const QRgb first = image.pixel(rect.topLeft());
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            if (image.pixel(x, y) != first) {
                return false;
            }
        }
    }
    return true;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestPicture::thePixelsAreSizeTimesScale_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("scale");
    QTest::newRow("slide") << QSize(1920, 1080) << 1;
    QTest::newRow("document at 3") << QSize(1600, 900) << 3;
    QTest::newRow("small and odd") << QSize(641, 401) << 2;
    QTest::newRow("narrow") << QSize(240, 800) << 4;
}

void TestPicture::thePixelsAreSizeTimesScale()
{
    QFETCH(QSize, size);
    QFETCH(int, scale);
    QCOMPARE(renderPicture(shopSource(), {.size = size, .scale = scale}).size(), size * scale);
}

void TestPicture::aLargerScaleIsDrawnAnewNotEnlarged()
{
    const QSize size(640, 400);
    const QImage once = renderPicture(shopSource(), {.size = size});
    const QImage thrice = renderPicture(shopSource(), {.size = size, .scale = 3});
    QVERIFY(thrice != once.scaled(size * 3, Qt::IgnoreAspectRatio, Qt::FastTransformation));
    QVERIFY(thrice != once.scaled(size * 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    // Enlarged, every 3 × 3 block would be of one colour.
    int mixed = 0;
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 400; ++x) {
            mixed += isUniform(thrice, QRect(3 * x, 3 * y, 3, 3)) ? 0 : 1;
        }
    }
    QVERIFY2(mixed > 500, QByteArray::number(mixed).constData());
}

void TestPicture::theSameInputGivesTheSameBytes()
{
    const QTemporaryDir folder;
    const PictureOptions options{.size = QSize(800, 500), .scale = 2};
    for (const QString &name : {u"a.png"_s, u"b.png"_s}) {
        QVERIFY(!writePicture(shopSource(), options, folder.filePath(name)).has_value());
    }
    const QByteArray bytes = bytesOf(folder.filePath(u"a.png"_s));
    QVERIFY(bytes.size() > 1'000);
    QCOMPARE(bytes, bytesOf(folder.filePath(u"b.png"_s)));
}

void TestPicture::sizesOutOfBoundsAreBroughtIn()
{
    const PictureOptions bounded = boundedOptions({.size = QSize(1, 100'000), .scale = 9});
    QCOMPARE(bounded.size, QSize(leastPictureSide, longestPictureSide));
    QCOMPARE(bounded.scale, largestPictureScale);
    QCOMPARE(boundedOptions({.scale = 0}).scale, 1);
}

void TestPicture::theGroundIsTheOneThatWasChosen_data()
{
    using Background = PictureOptions::Background;
    QTest::addColumn<PictureTheme>("theme");
    QTest::addColumn<Background>("background");
    QTest::addColumn<QColor>("ground");
    QTest::newRow("white") << PictureTheme::Light << Background::White << QColor(Qt::white);
    QTest::newRow("dark theme") << PictureTheme::Dark << Background::Theme << darkTokens().base;
    QTest::newRow("dark has no white ground")
        << PictureTheme::Dark << Background::White << darkTokens().base;
    QTest::newRow("transparent") << PictureTheme::Light << Background::Transparent
                                 << QColor(0, 0, 0, 0);
}

void TestPicture::theGroundIsTheOneThatWasChosen()
{
    QFETCH(PictureTheme, theme);
    QFETCH(PictureOptions::Background, background);
    QFETCH(QColor, ground);
    const QImage image = renderPicture(
        shopSource(), {.size = QSize(640, 400), .theme = theme, .background = background});
    QCOMPARE(image.pixelColor(1, 1), ground);
    QCOMPARE(image.hasAlphaChannel(), ground.alpha() == 0);
}

void TestPicture::titleAndFootnoteAreDrawn()
{
    const PictureOptions options{.size = QSize(1920, 1080)};
    const QImage image = renderPicture(shopSource(), options);
    // Where the mock-up has them: title, subtitle, the mark; nothing in the margins.
    QVERIFY(!isUniform(image, QRect(72, 64, 400, 44)));
    QVERIFY(!isUniform(image, QRect(72, 118, 150, 30)));
    QVERIFY(!isUniform(image, QRect(72, 980, 400, 24)));
    QVERIFY(!isUniform(image, QRect(1720, 976, 128, 28)));
    QVERIFY(isUniform(image, QRect(0, 0, 70, 1080)));
    QVERIFY(isUniform(image, QRect(1850, 0, 70, 1080)));
    QVERIFY(isUniform(image, QRect(0, 1036, 1920, 44)));
}

void TestPicture::aPreviewKeepsEveryGridLine()
{
    // At widths where a hairline is thinner than a pixel: the five lines of the scale must show.
    for (const int width : {500, 733, 736, 900}) {
        const QImage image = renderPreview(shopSource(), {}, QSize(width, 1'000));
        int lines = 0;
        bool inLine = false;
        const int x = width * 155 / 1'920; // right of the plot's edge, left of the first point
        for (int y = image.height() / 5; y < image.height() * 8 / 10; ++y) {
            const bool inked = image.pixelColor(x, y).lightness() < 248;
            lines += inked && !inLine ? 1 : 0;
            inLine = inked;
        }
        QVERIFY2(lines >= 5, qPrintable(u"%1 lines at %2"_s.arg(lines).arg(width)));
    }
}

void TestPicture::theFileSaysWhatItIs()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.png"_s);
    QVERIFY(!writePicture(shopSource(), {.size = QSize(640, 400)}, path).has_value());
    QImageReader reader(path);
    QCOMPARE(reader.text(u"Title"_s), shopSource().text.title);
    QCOMPARE(reader.text(u"Description"_s), shopSource().text.footnote);
    QCOMPARE(reader.size(), QSize(640, 400));
}

void TestPicture::aFolderThatIsNotThereIsAnErrorAndNoFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"missing/a.png"_s);
    const std::optional<Error> error = writePicture(shopSource(), {.size = QSize(640, 400)}, path);
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::File);
    QVERIFY(!QFile::exists(path));
}

void TestPicture::anyNameIsPainted()
{
    QFETCH(QString, name);
    PictureSource source = shopSource();
    source.looks.front().name = name;
    source.text = {.title = name, .subtitle = name, .footnote = name};
    QVERIFY(!renderPicture(source, {.size = QSize(640, 400)}).isNull());
}

void TestPicture::noDataStillIsAPicture()
{
    const QImage image = renderPicture({}, {.size = QSize(640, 400)});
    QCOMPARE(image.size(), QSize(640, 400));
}

void TestPicture::copyingPutsItOnTheClipboard()
{
    const PictureOptions options{.size = QSize(640, 400), .scale = 2};
    QCOMPARE(copyPicture(shopSource(), options), QSize(1280, 800));
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1280, 800));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPicture)
#include "tst_picture.moc"
