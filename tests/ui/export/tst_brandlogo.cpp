// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/brandkit.h"
#include "tests/support/strictness.h"
#include "tests/ui/export/samplelogos.h"
#include "ui/export/brandlogo.h"

#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestBrandLogo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aPngIsALogo();
    static void aLargePngIsKeptSmall();
    static void anSvgIsALogo_data();
    static void anSvgIsALogo();
    static void whatIsHostileIsRefused_data();
    static void whatIsHostileIsRefused();
    static void aFileThatAnSvgNamesIsNotRead();
    static void aLogoStaysAtTheRightAndKeepsItsAspect_data();
    static void aLogoStaysAtTheRightAndKeepsItsAspect();
    static void finePatternsAreNotSkipped();
};

namespace {

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
        }
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, 0);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &kindAndBody)
{
    return bigEndian(static_cast<quint32>(kindAndBody.size()) - 4) + kindAndBody
         + bigEndian(crcOf(kindAndBody));
}

/// The head of a PNG that says how large it is, and next to nothing behind it.
QByteArray pngHead(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
         + chunk("IHDR" + bigEndian(width) + bigEndian(height) + QByteArray("\x08\x06\0\0\0", 5))
         + chunk("IDAT" + QByteArray("x")) + chunk("IEND");
}

QByteArray billionLaughs()
{
    QByteArray dtd = "<!DOCTYPE svg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i) {
        QByteArray more;
        for (int j = 0; j < 10; ++j) {
            more += "&a" + QByteArray::number(i - 1) + ';';
        }
        dtd += "<!ENTITY a" + QByteArray::number(i) + " \"" + more + "\">";
    }
    return svgOf("<title>&a11;</title><path d=\"M0 0h9v9z\"/>", dtd + "]>");
}

/// Thirty levels, each of them twice the one below.
QByteArray useBomb()
{
    QByteArray levels = R"(<path id="u0" d="M0 0h9v9z"/>)";
    for (int i = 1; i <= 30; ++i) {
        const QByteArray below = QByteArray::number(i - 1);
        const QByteArray use = "<use xlink:href=\"#u" + below + "\"/>";
        levels += "<g id=\"u" + QByteArray::number(i) + "\">" + use + use + "</g>";
    }
    return svgOf(levels);
}

QByteArray nested(int depth)
{
    return svgOf(QByteArray("<g>").repeated(depth) + R"(<path d="M0 0h9v9z"/>)"
                 + QByteArray("</g>").repeated(depth));
}

} // namespace

void TestBrandLogo::aPngIsALogo()
{
    const std::variant<Logo, LogoProblem> logo = logoFrom(pngOf(QSize(120, 60), Qt::magenta));
    QVERIFY(std::holds_alternative<Logo>(logo));
    const Logo &good = std::get<Logo>(logo);
    QCOMPARE(good.size, QSizeF(120, 60));
    QCOMPARE(good.image.pixelColor(60, 30), QColor(Qt::magenta));
    QVERIFY(good.svg.isEmpty());
}

void TestBrandLogo::aLargePngIsKeptSmall()
{
    const std::variant<Logo, LogoProblem> logo = logoFrom(pngOf(QSize(4'000, 500), Qt::magenta));
    QVERIFY(std::holds_alternative<Logo>(logo));
    QCOMPARE(std::get<Logo>(logo).image.size(), QSize(1'024, 128));
    QCOMPARE(std::get<Logo>(logo).size, QSizeF(4'000, 500));
}

void TestBrandLogo::anSvgIsALogo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPlain");
    QTest::newRow("plain") << plainSvg() << true;
    QTest::newRow("gradient") << richSvg() << false;
    QTest::newRow("as drawing programs write it")
        << svgOf(R"(<style>.a{fill:#ff00ff;clip-rule:evenodd}</style><title>ACME</title>)"
                 R"(<g id="Layer_1"><path class="a" d="M0 0h120v60h-120z"/></g>)",
                 R"(<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG )"
                 R"(1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">)")
        << true;
    QTest::newRow("shapes used again")
        << svgOf(R"(<path id="p" fill="#ff00ff" d="M0 0h120v60h-120z"/><use xlink:href="#p"/>)")
        << true;
}

void TestBrandLogo::anSvgIsALogo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isPlain);
    const std::variant<Logo, LogoProblem> logo = logoFrom(bytes);
    QVERIFY(std::holds_alternative<Logo>(logo));
    const Logo &good = std::get<Logo>(logo);
    QCOMPARE(good.size, QSizeF(120, 60));
    QCOMPARE(good.svg, bytes);
    QCOMPARE(good.isPlain, isPlain);
    QVERIFY(good.image.pixelColor(10, 256).alpha() == 255);
}

void TestBrandLogo::whatIsHostileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<LogoProblem>("problem");
    QTest::newRow("100,000 × 100,000 pixels") << pngHead(100'000, 100'000) << LogoProblem::TooLarge;
    QTest::newRow("10 MiB") << QByteArray(10 << 20, 'x') << LogoProblem::TooHeavy;
    QTest::newRow("empty") << QByteArray() << LogoProblem::Unreadable;
    QTest::newRow("text") << QByteArray("not an image") << LogoProblem::Unreadable;
    QTest::newRow("JPEG") << QByteArray("\xFF\xD8\xFF\xE0 and so on") << LogoProblem::Unreadable;
    QTest::newRow("HTML") << QByteArray("<html><body>x</body></html>") << LogoProblem::Unreadable;
    QTest::newRow("a strip") << pngOf(QSize(4'000, 1), Qt::red) << LogoProblem::Unreadable;
    QTest::newRow("compressed SVG")
        << QByteArray::fromHex("1f8b08000000000000ff") << LogoProblem::Unreadable;
    QTest::newRow("SVG cut off") << plainSvg().chopped(6) << LogoProblem::Unreadable;
    QTest::newRow("entities") << billionLaughs() << LogoProblem::NotAlone;
    QTest::newRow("doubling") << useBomb() << LogoProblem::NotAlone;
    QTest::newRow("using itself") << svgOf(R"(<g id="a"><use xlink:href="#a"/></g>)")
                                  << LogoProblem::NotAlone;
    QTest::newRow("far too deep") << nested(50'000) << LogoProblem::NotAlone;
    QTest::newRow("too many") << svgOf(QByteArray("<path d=\"M0 0\"/>").repeated(30'000))
                              << LogoProblem::NotAlone;
    const QList<QPair<const char *, const char *>> contents{
        {"a file", R"(<image xlink:href="file:///etc/passwd" width="9" height="9"/>)"},
        {"a device", R"(<image xlink:href="/dev/zero" width="9" height="9"/>)"},
        {"an address", R"(<use xlink:href="http://127.0.0.1:1/a.svg#b"/>)"},
        {"an image", R"(<image xlink:href="data:image/png;base64,AAAA" width="9" height="9"/>)"},
        {"another prefix", R"(<x:image xmlns:x="urn:x" x:href="/dev/zero"/>)"},
        {"a script", "<script>alert(1)</script>"},
        {"a page", "<foreignObject><p>x</p></foreignObject>"},
        {"movement", R"(<animate attributeName="x" to="9"/>)"},
        {"text", "<text>ACME</text>"},
        {"a style from elsewhere", "<style>@import url(http://127.0.0.1:1/a.css);</style>"},
        {"a fill from elsewhere",
         "<path d=\"M0 0h9v9z\" fill=\"url( 'http://127.0.0.1:1/a#b' )\"/>"},
        {"an address in escapes", R"(<style>.a{fill:\75rl(x)}</style>)"},
        {"a style sheet", R"(<?xml-stylesheet href="http://127.0.0.1:1/a.css"?>)"},
        {"dashes behind a comment",
         R"(<path d="M0 0h1e9" style="stroke:#000; stroke-dasharray/**/:0.001"/>)"},
        {"billions of dashes", R"(<path d="M0 0h1e9" stroke="#000" stroke-dasharray="0.001"/>)"},
        {"billions of dashes in a style",
         R"(<path d="M0 0h1e9" style="stroke:#000; stroke-dasharray : 0.001"/>)"}};
    for (const auto &[name, content] : contents) {
        QTest::newRow(name) << svgOf(content) << LogoProblem::NotAlone;
    }
}

void TestBrandLogo::whatIsHostileIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(LogoProblem, problem);
    const std::variant<Logo, LogoProblem> logo = logoFrom(bytes);
    QVERIFY(std::holds_alternative<LogoProblem>(logo));
    QCOMPARE(std::get<LogoProblem>(logo), problem);
}

void TestBrandLogo::aFileThatAnSvgNamesIsNotRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pngOf(QSize(9, 9), Qt::red));
    file.close();
    const QByteArray svg = svgOf("<image xlink:href=\"" + path.toUtf8()
                                 + "\" width=\"120\" height=\"60\"/>");
    QVERIFY(std::holds_alternative<LogoProblem>(logoFrom(svg)));
}

void TestBrandLogo::aLogoStaysAtTheRightAndKeepsItsAspect_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QRectF>("place");
    QTest::newRow("wide") << QSizeF(800, 100) << QRectF(100, 22.5, 200, 25);
    QTest::newRow("square") << QSizeF(7, 7) << QRectF(250, 10, 50, 50);
    QTest::newRow("high") << QSizeF(100, 200) << QRectF(275, 10, 25, 50);
}

void TestBrandLogo::aLogoStaysAtTheRightAndKeepsItsAspect()
{
    QFETCH(QSizeF, size);
    QFETCH(QRectF, place);
    QCOMPARE(logoPlace(size, QRectF(100, 10, 200, 50)), place);
}

void TestBrandLogo::finePatternsAreNotSkipped()
{
    // White but for every sixteenth column: a logo an eighth as wide must be grey all over.
    QImage fine(1'024, 512, QImage::Format_ARGB32_Premultiplied);
    fine.fill(Qt::white);
    for (int x = 3; x < fine.width(); x += 16) {
        for (int y = 0; y < fine.height(); ++y) {
            fine.setPixelColor(x, y, Qt::black);
        }
    }
    QImage paper(64, 32, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    paintLogo(painter, QRectF(0, 0, 64, 32), {.size = QSizeF(2, 1), .image = fine});
    painter.end();
    for (int x = 1; x < paper.width() - 1; ++x) {
        const int light = paper.pixelColor(x, 16).lightness();
        QVERIFY2(light > 200 && light < 254, QByteArray::number(light).constData());
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestBrandLogo)
#include "tst_brandlogo.moc"
