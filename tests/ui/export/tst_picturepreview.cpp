// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/export/exportbench.h"
#include "ui/export/fileweight.h"
#include "ui/export/picturepreview.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// The picture in the export dialog: the whole of it, or pixel by pixel.
class TestPicturePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itFitsAtFirst();
    void changesAreShownTogether();
    void aPartIsThatOfTheRealPicture_data();
    void aPartIsThatOfTheRealPicture();
    void theMouseDragsTheActualPixels();
    void theArrowKeysMoveThem();
    void nothingIsDraggedBeyondTheEdge();
    void aSmallPictureStaysInTheMiddle();
    void aSmallerScaleBringsItBackIntoView();
    static void theWeightIsAboutThatOfTheFile_data();
    static void theWeightIsAboutThatOfTheFile();
    static void theWeightIsSaidInFewFigures_data();
    static void theWeightIsSaidInFewFigures();

private:
    [[nodiscard]] QPoint middle() const { return m_preview->rect().center(); }
    void drag(const QPoint &by);

    std::unique_ptr<PicturePreview> m_preview;
};

void TestPicturePreview::init()
{
    failOnAnyWarning();
    m_preview = std::make_unique<PicturePreview>(shopSegments());
    m_preview->resize(600, 400);
    m_preview->show();
    QTRY_VERIFY(!m_preview->image().isNull());
}

void TestPicturePreview::cleanup()
{
    m_preview.reset();
}

void TestPicturePreview::drag(const QPoint &by)
{
    QTest::mousePress(m_preview.get(), Qt::LeftButton, {}, middle());
    QTest::mouseMove(m_preview.get(), middle() + by / 2);
    QTest::mouseMove(m_preview.get(), middle() + by);
    QTest::mouseRelease(m_preview.get(), Qt::LeftButton, {}, middle() + by);
}

void TestPicturePreview::itFitsAtFirst()
{
    QVERIFY(m_preview->image().width() <= 600 - 32);
    QCOMPARE(m_preview->image().width(), 568);
    QVERIFY(qAbs(m_preview->image().height() - 568 * 9 / 16) <= 1);
}

void TestPicturePreview::changesAreShownTogether()
{
    QSignalSpy rendered(m_preview.get(), &PicturePreview::rendered);
    for (int scale = 1; scale <= 4; ++scale) {
        m_preview->setOptions({.scale = scale, .theme = PictureTheme::Dark});
    }
    QCOMPARE(rendered.size(), 0);
    QTRY_COMPARE(rendered.size(), 1);
}

void TestPicturePreview::aPartIsThatOfTheRealPicture_data()
{
    QTest::addColumn<int>("scale");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
}

void TestPicturePreview::aPartIsThatOfTheRealPicture()
{
    QFETCH(int, scale);
    const PictureOptions options{.size = QSize(960, 540), .scale = scale};
    const QRect part(100, 60, 300, 200);
    const QImage whole = renderPicture(shopSegments(), options).copy(part);
    QCOMPARE(renderPart(shopSegments(), options, part).size(), part.size());
    // Lines that begin outside may be rounded otherwise: as good as all pixels are the same.
    const QImage image = renderPart(shopSegments(), options, part);
    int different = 0;
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x) {
            different += image.pixel(x, y) != whole.pixel(x, y) ? 1 : 0;
        }
    }
    QVERIFY2(different < part.width() * part.height() / 100,
             QByteArray::number(different).constData());
}

void TestPicturePreview::theMouseDragsTheActualPixels()
{
    m_preview->setActualSize(true);
    QCOMPARE(m_preview->origin(), QPoint(0, 0));
    drag({-200, -100});
    QCOMPARE(m_preview->origin(), QPoint(200, 100));
    QCOMPARE(m_preview->cursor().shape(), Qt::OpenHandCursor);
    m_preview->setActualSize(false);
    drag({-200, -100});
    QCOMPARE(m_preview->origin(), QPoint(0, 0));
}

void TestPicturePreview::theArrowKeysMoveThem()
{
    m_preview->setActualSize(true);
    QTest::keyClick(m_preview.get(), Qt::Key_Right);
    QTest::keyClick(m_preview.get(), Qt::Key_Down);
    QVERIFY(m_preview->origin().x() > 0 && m_preview->origin().y() > 0);
    QTest::keyClick(m_preview.get(), Qt::Key_Left);
    QTest::keyClick(m_preview.get(), Qt::Key_Up);
    QCOMPARE(m_preview->origin(), QPoint(0, 0));
}

void TestPicturePreview::nothingIsDraggedBeyondTheEdge()
{
    m_preview->setActualSize(true);
    drag({250, 180});
    QCOMPARE(m_preview->origin(), QPoint(0, 0));
    for (int i = 0; i < 30; ++i) {
        drag({-280, -190});
    }
    QCOMPARE(m_preview->origin(), QPoint(1920 - 600, 1080 - 400));
}

void TestPicturePreview::aSmallPictureStaysInTheMiddle()
{
    m_preview->setOptions({.size = QSize(400, 240)});
    m_preview->setActualSize(true);
    drag({-50, -50});
    QCOMPARE(m_preview->origin(), QPoint(0, 0));
    QCOMPARE(m_preview->image().size(), QSize(400, 240));
    const QImage seen = m_preview->grab().toImage();
    const QColor ground = seen.pixelColor(2, 2);
    QCOMPARE(seen.pixelColor(98, 200), ground);
    QVERIFY(seen.pixelColor(102, 82) != ground);
    QCOMPARE(seen.pixelColor(502, 200), ground);
}

void TestPicturePreview::aSmallerScaleBringsItBackIntoView()
{
    m_preview->setOptions({.scale = 4});
    m_preview->setActualSize(true);
    for (int i = 0; i < 20; ++i) {
        drag({-280, -190});
    }
    QVERIFY(m_preview->origin().x() > 1920);
    m_preview->setOptions({.scale = 1});
    QTRY_COMPARE(m_preview->origin(), QPoint(1920 - 600, 1080 - 400));
}

void TestPicturePreview::theWeightIsAboutThatOfTheFile_data()
{
    QTest::addColumn<PictureOptions>("options");
    QTest::newRow("slide") << PictureOptions();
    QTest::newRow("slide at 2") << PictureOptions{.scale = 2};
    QTest::newRow("slide at 4") << PictureOptions{.scale = 4};
    QTest::newRow("dark square") << PictureOptions{
        .size = QSize(1080, 1080), .scale = 2, .theme = PictureTheme::Dark};
    QTest::newRow("clear and small") << PictureOptions{
        .size = QSize(640, 400), .background = PictureOptions::Background::Transparent};
    QTest::newRow("SVG") << PictureOptions{.format = PictureFormat::Svg};
    QTest::newRow("PDF") << PictureOptions{.format = PictureFormat::Pdf};
}

void TestPicturePreview::theWeightIsAboutThatOfTheFile()
{
    QFETCH(PictureOptions, options);
    const Result<QByteArray> bytes = pictureBytes(shopSegments(), options);
    QVERIFY(bytes.hasValue());
    const auto real = static_cast<double>(bytes->size());
    const auto told = static_cast<double>(fileWeight(shopSegments(), options)());
    QVERIFY2(told > real * 0.75 && told < real * 1.33,
             qPrintable(u"%1 told, %2 real"_s.arg(told).arg(real)));
}

void TestPicturePreview::theWeightIsSaidInFewFigures_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("kilobytes") << qint64(313'245) << u"310 kB"_s;
    QTest::newRow("few") << qint64(8'765) << u"9 kB"_s;
    QTest::newRow("megabytes") << qint64(1'249'000) << u"1.2 MB"_s;
    QTest::newRow("many") << qint64(98'700'000) << u"99 MB"_s;
    QTest::newRow("rounded up") << qint64(999'900) << u"1.0 MB"_s;
}

void TestPicturePreview::theWeightIsSaidInFewFigures()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(weightText(bytes, QLocale(QLocale::English, QLocale::UnitedKingdom)), text);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPicturePreview)
#include "tst_picturepreview.moc"
