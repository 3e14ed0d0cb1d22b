// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pictureinfo.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "tests/ui/export/samplelogos.h"
#include "tests/ui/export/svgprobe.h"
#include "ui/export/picture.h"
#include "ui/export/picturestyle.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QFontDatabase>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What a brand kit does to pictures, in every format.
class TestBrandPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void onlyTheThemeBrandObeysIt_data();
    static void onlyTheThemeBrandObeysIt();
    static void theAccentTakesThePlaceOfTheFirstColour();
    static void theAccentIsABarAboveTheTitle();
    static void allUsersAndTheOtherColoursStay();
    static void panelsHaveTheAccent();
    static void theLogoStandsInPlaceOfTheMark();
    static void withoutALogoTheMarkStays();
    static void aPlainDrawingStaysADrawing_data();
    static void aPlainDrawingStaysADrawing();
    static void theFontIsThatOfAllWords();
    static void aFontThatIsNotThereIsOurOwn_data();
    static void aFontThatIsNotThereIsOurOwn();
    static void theFooterEndsTheFootnote();
    static void theFooterIsInThePdf();
    static void withoutAFootnoteThereIsNoFooter();
    static void theSameInputGivesTheSameBytes_data() { onlyTheThemeBrandObeysIt_data(); }
    static void theSameInputGivesTheSameBytes();
    static void theViewStillOpensFromTheFile();
    static void aBrandIsReadFromItsFolder();
    static void aLogoThatIsNoneSpoilsTheBrand();
};

namespace {

const QString footer = u"ACME <b>&amp; Söhne, internal"_s;

QColor accent()
{
    return QColor(0x6441A5);
}

/// One that this computer has, but not ours.
QString otherFamily()
{
    const QStringList families = QFontDatabase::families(QFontDatabase::Latin);
    const QStringList ours = pictureFamilies();
    for (const QString &family : families) {
        if (!ours.contains(family) && QFontDatabase::isSmoothlyScalable(family)) {
            return family;
        }
    }
    return {};
}

BrandPtr brandOf(const BrandKit &kit)
{
    Result<Brand> brand = brandFrom(kit);
    return brand ? std::make_shared<const Brand>(std::move(brand).value()) : BrandPtr();
}

BrandKit acme()
{
    return {.logo = pngOf(QSize(120, 60), QColor(0xFF00FF)),
            .font = otherFamily(),
            .accent = accent().name(),
            .footer = footer};
}

PictureSource shop(const BrandPtr &brand)
{
    View view;
    view.query.events = {u"checkout_completed"_s};
    view.query.apps = {{}};
    view.query.segments = {{},
                           {.id = u"1"_s, .label = u"Gold"_s},
                           {.id = u"2"_s, .label = u"Silver"_s},
                           {.id = u"3"_s, .label = u"Basic"_s}};
    return {.dataset = std::make_shared<const Dataset>(shopDays()),
            .looks = shopLooks(),
            .view = view,
            .text = {.title = u"Checkouts per day"_s,
                     .subtitle = u"Custom event"_s,
                     .footnote = u"Fetched today."_s},
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom),
            .brand = brand};
}

PictureOptions branded(PictureFormat format)
{
    return {.format = format, .theme = PictureTheme::Brand};
}

QByteArray bytesOf(const PictureSource &source, const PictureOptions &options)
{
    const Result<QByteArray> bytes = pictureBytes(source, options);
    return bytes ? *bytes : QByteArray();
}

QByteArray svgWith(const BrandKit &kit)
{
    return bytesOf(shop(brandOf(kit)), branded(PictureFormat::Svg));
}

/// How many texts there are, and how many of them in @p families first.
std::pair<int, int> textsIn(const QByteArray &svg, const QByteArray &families)
{
    static const QRegularExpression text(u"<text [^>]*>"_s);
    QRegularExpressionMatchIterator found = text.globalMatch(QString::fromUtf8(svg));
    int texts = 0;
    int matching = 0;
    while (found.hasNext()) {
        ++texts;
        matching += found.next().captured().contains(QString::fromUtf8(families)) ? 1 : 0;
    }
    return {texts, matching};
}

/// Around everything in exactly @p color.
QRect boundsOf(const QImage &image, const QColor &color)
{
    QRect bounds;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                bounds |= QRect(x, y, 1, 1);
            }
        }
    }
    return bounds;
}

} // namespace

void TestBrandPicture::onlyTheThemeBrandObeysIt_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
    QTest::newRow("PDF") << PictureFormat::Pdf;
}

void TestBrandPicture::onlyTheThemeBrandObeysIt()
{
    QFETCH(PictureFormat, format);
    const QByteArray light = bytesOf(shop({}), {.format = format});
    QVERIFY(light.size() > 1'000);
    QVERIFY(bytesOf(shop(brandOf(acme())), {.format = format}) == light);
    QVERIFY(bytesOf(shop({}), branded(format)) == light);
    QVERIFY(bytesOf(shop(brandOf(acme())), branded(format)) != light);
}

void TestBrandPicture::theAccentTakesThePlaceOfTheFirstColour()
{
    const SvgProbe probe = probed(svgWith({.accent = accent().name()}));
    QVERIFY(probe.isWhole);
    QVERIFY(probe.linesIn(accent()).size() >= 30);
    QVERIFY(probe.linesIn(lightTokens().series.front()).isEmpty());
    const QImage image = renderPicture(shop(brandOf({.accent = accent().name()})),
                                       branded(PictureFormat::Png));
    QVERIFY(boundsOf(image, accent()).width() > 1'000);
    QVERIFY(boundsOf(image, lightTokens().series.front()).isEmpty());
}

void TestBrandPicture::theAccentIsABarAboveTheTitle()
{
    const QImage image = renderPicture(shop(brandOf({.accent = accent().name()})),
                                       branded(PictureFormat::Png));
    const QRect top = boundsOf(image.copy(0, 0, 1'920, 200), accent());
    QCOMPARE(top, QRect(72, 38, 72, 6));
}

void TestBrandPicture::allUsersAndTheOtherColoursStay()
{
    const SvgProbe probe = probed(svgWith(acme()));
    QVERIFY(probe.linesIn(lightTokens().neutral).size() >= 30);
    QVERIFY(probe.linesIn(lightTokens().series.at(1)).size() >= 30);
    QVERIFY(probe.linesIn(lightTokens().series.at(2)).size() >= 30);
}

void TestBrandPicture::panelsHaveTheAccent()
{
    PictureSource source = shop(brandOf(acme()));
    source.view.look.layout = ChartLayout::SideBySide;
    const QByteArray svg = bytesOf(source, branded(PictureFormat::Svg));
    const SvgProbe probe = probed(svg);
    QVERIFY(probe.linesIn(accent()).size() >= 30);
    QVERIFY(!probe.fillsIn(accent()).isEmpty() || svg.contains(accent().name().toUtf8()));
    QVERIFY(probe.linesIn(lightTokens().series.front()).isEmpty());
}

void TestBrandPicture::theLogoStandsInPlaceOfTheMark()
{
    const QImage image = renderPicture(shop(brandOf(acme())), branded(PictureFormat::Png));
    const QRect logo = boundsOf(image, QColor(0xFF00FF));
    // Twice as wide as high, at the right inset, in the lower margin.
    QVERIFY(std::abs(logo.right() - (1'920 - 72 - 1)) <= 1);
    QVERIFY(std::abs(logo.height() - 48) <= 1);
    QVERIFY(std::abs(logo.width() - 96) <= 2);
    QVERIFY(logo.top() > 960 && logo.bottom() < 1'040);
    const QImage doubled = renderPicture(shop(brandOf(acme())),
                                         {.scale = 2, .theme = PictureTheme::Brand});
    QVERIFY(std::abs(boundsOf(doubled, QColor(0xFF00FF)).width() - 192) <= 2);
    // The name of the program is still said.
    const QString words = probed(svgWith(acme())).allText();
    QVERIFY(words.contains(u"Made with Emberline."_s));
    QVERIFY(!probed(svgWith(acme())).texts.contains(u"Emberline"_s));
}

void TestBrandPicture::withoutALogoTheMarkStays()
{
    const SvgProbe probe = probed(svgWith({.footer = footer}));
    QVERIFY(probe.texts.contains(u"Emberline"_s));
    QVERIFY(!probe.allText().contains(u"Made with"_s));
}

void TestBrandPicture::aPlainDrawingStaysADrawing_data()
{
    QTest::addColumn<QByteArray>("logo");
    QTest::addColumn<bool>("isDrawing");
    QTest::newRow("plain shapes") << plainSvg() << true;
    QTest::newRow("a gradient") << richSvg() << false;
    QTest::newRow("pixels") << acme().logo << false;
}

void TestBrandPicture::aPlainDrawingStaysADrawing()
{
    QFETCH(QByteArray, logo);
    QFETCH(bool, isDrawing);
    const QByteArray svg = svgWith({.logo = logo});
    QVERIFY(probed(svg).isWhole);
    QCOMPARE(svg.contains("fill=\"#ff00ff\""), isDrawing);
    QCOMPARE(svg.contains("<image"), !isDrawing);
    QCOMPARE(svg.contains("xlink:href=\"data:image/png;base64,"), !isDrawing);
    QVERIFY(!svg.contains("file:") && !svg.contains("url(http"));
    const QImage image = renderPicture(shop(brandOf({.logo = logo})), branded(PictureFormat::Png));
    QVERIFY(image.pixelColor(1'920 - 72 - 90, 1'005) != QColor(Qt::white));
}

void TestBrandPicture::theFontIsThatOfAllWords()
{
    const QString family = otherFamily();
    QVERIFY(!family.isEmpty());
    const QByteArray svg = svgWith({.font = family});
    const QByteArray chosen = QString(u"font-family=\"'"_s + family + u"', Noto Sans, "_s).toUtf8();
    const auto [texts, matching] = textsIn(svg, chosen);
    QVERIFY(texts > 10);
    QCOMPARE(matching, texts);
    QCOMPARE(pictureStyle(branded(PictureFormat::Png), brandOf({.font = family})).font(20).family(),
             family);
}

void TestBrandPicture::aFontThatIsNotThereIsOurOwn_data()
{
    QTest::addColumn<QString>("family");
    QTest::newRow("not here") << u"No Such Font 7"_s;
    QTest::newRow("markup") << u"\"/><script>alert(1)</script>"_s;
}

void TestBrandPicture::aFontThatIsNotThereIsOurOwn()
{
    QFETCH(QString, family);
    const BrandPtr brand = brandOf({.font = family, .footer = footer});
    QVERIFY(brand != nullptr);
    QVERIFY(brand->family.isEmpty());
    const QByteArray svg = bytesOf(shop(brand), branded(PictureFormat::Svg));
    QVERIFY(probed(svg).isWhole);
    QVERIFY(!svg.contains(family.toUtf8()));
    const auto [texts, matching] = textsIn(svg, "font-family=\"Noto Sans, ");
    QVERIFY(texts > 10);
    QCOMPARE(matching, texts);
}

void TestBrandPicture::theFooterEndsTheFootnote()
{
    const QByteArray svg = svgWith(acme());
    QVERIFY(probed(svg).texts.contains(u"Fetched today. Made with Emberline. "_s + footer));
    // As what the file says of itself, too.
    const QString described = u"Made with Emberline. "_s + footer.toHtmlEscaped() + u"</desc>"_s;
    QVERIFY(svg.contains(described.toUtf8()));
    QVERIFY(pictureWords(shop(brandOf(acme())), branded(PictureFormat::Png)).endsWith(footer));
}

void TestBrandPicture::theFooterIsInThePdf()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    QVERIFY(!writePicture(shop(brandOf(acme())), branded(PictureFormat::Pdf), path));
    QProcess reader;
    reader.start(u"pdftotext"_s, {path, u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY2(text.contains(footer), qPrintable(text));
    reader.start(u"pdffonts"_s, {path});
    QVERIFY(reader.waitForFinished());
    const QByteArray fonts = reader.readAllStandardOutput();
    QVERIFY2(!fonts.contains("NotoSans-"), fonts.constData());
    reader.start(u"pdftoppm"_s,
                 {u"-r"_s, u"72"_s, u"-png"_s, u"-singlefile"_s, path, folder.filePath(u"a"_s)});
    QVERIFY(reader.waitForFinished());
    const QImage page(folder.filePath(u"a.png"_s));
    QCOMPARE(page.pixelColor(1'920 - 72 - 40, 1'005), QColor(0xFF00FF));
}

void TestBrandPicture::withoutAFootnoteThereIsNoFooter()
{
    PictureOptions options = branded(PictureFormat::Svg);
    options.parts.footnote = false;
    const QByteArray svg = bytesOf(shop(brandOf(acme())), options);
    QVERIFY(!svg.contains("internal"));
}

void TestBrandPicture::theSameInputGivesTheSameBytes()
{
    QFETCH(PictureFormat, format);
    for (const QByteArray &logo : {acme().logo, plainSvg(), richSvg()}) {
        BrandKit kit = acme();
        kit.logo = logo;
        const QByteArray bytes = bytesOf(shop(brandOf(kit)), branded(format));
        QVERIFY(bytes.size() > 1'000);
        QVERIFY(bytes == bytesOf(shop(brandOf(kit)), branded(format)));
    }
}

void TestBrandPicture::theViewStillOpensFromTheFile()
{
    const Result<PictureInfo> info = pictureInfoFrom(svgWith(acme()));
    QVERIFY(info.hasValue());
    QCOMPARE(info->view, shop({}).view);
}

void TestBrandPicture::aBrandIsReadFromItsFolder()
{
    const QTemporaryDir folder;
    const Result<BrandPtr> none = readBrand(folder.path());
    QVERIFY(none.hasValue());
    QVERIFY(*none == nullptr);
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    const Result<BrandPtr> brand = readBrand(folder.path());
    QVERIFY(brand.hasValue());
    QCOMPARE((*brand)->accent, accent());
    QCOMPARE((*brand)->footer, footer);
    QVERIFY((*brand)->logo.has_value());
}

void TestBrandPicture::aLogoThatIsNoneSpoilsTheBrand()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), {.logo = "not an image", .footer = footer}));
    QVERIFY(!readBrand(folder.path()));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestBrandPicture)
#include "tst_brandpicture.moc"
