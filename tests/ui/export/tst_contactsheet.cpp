// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/export/manypictures.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace emberline::test {

class TestContactSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itIsAsWideAsAskedAndAsHighAsItTakes_data();
    static void itIsAsWideAsAskedAndAsHighAsItTakes();
    static void aHundredPicturesFitOnIt();
    static void aDarkOneIsDark();
    static void aPdfSaysItAllInText();
    static void everyPageIsAPicture();
    static void theSamePicturesGiveTheSameBytes_data();
    static void theSamePicturesGiveTheSameBytes();
};

namespace {

PictureOptions small(PictureFormat format = PictureFormat::Png)
{
    return {.format = format, .size = QSize(640, 360)};
}

QImage imageOf(const PictureSet &set, const PictureOptions &options)
{
    const Result<QByteArray> bytes = preparedContactSheet(set, options)();
    return bytes ? QImage::fromData(*bytes, "png") : QImage();
}

/// What @p program says of a PDF of these @p bytes.
QString said(const QString &program, const Result<QByteArray> &bytes, const QStringList &arguments)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"x.pdf"_s));
    if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size()
        || !file.flush()) {
        return {};
    }
    QProcess reader;
    reader.start(program, QStringList{file.fileName()} + arguments);
    return reader.waitForFinished() && reader.exitCode() == 0
             ? QString::fromUtf8(reader.readAllStandardOutput())
             : QString();
}

} // namespace

void TestContactSheet::itIsAsWideAsAskedAndAsHighAsItTakes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("one") << 1 << 0 << 1;
    QTest::newRow("four in a square") << 4 << 0 << 2;
    QTest::newRow("six in three columns") << 6 << 3 << 2;
    QTest::newRow("six below each other") << 6 << 1 << 6;
    QTest::newRow("more columns than pictures") << 2 << 6 << 1;
}

void TestContactSheet::itIsAsWideAsAskedAndAsHighAsItTakes()
{
    QFETCH(int, count);
    QFETCH(int, columns);
    QFETCH(int, rows);
    PictureSet set = picturesOf(QStringList(count, u"Gold"_s));
    set.columns = columns;
    PictureOptions options = small();
    options.scale = 2;
    const QImage image = imageOf(set, options);
    QCOMPARE(image.width(), 1280);
    const int columnsThen = (count + rows - 1) / rows;
    const int cells = rows * (image.width() / columnsThen) * 9 / 16;
    QVERIFY2(std::abs(image.height() - cells) < 300, qPrintable(QString::number(image.height())));
}

void TestContactSheet::aHundredPicturesFitOnIt()
{
    PictureSet set = picturesOf(QStringList(100, u"Gold"_s));
    set.columns = 1;
    const QImage image = imageOf(set, small());
    QVERIFY(!image.isNull());
    QVERIFY(image.height() <= longestPictureSide);
}

void TestContactSheet::aDarkOneIsDark()
{
    PictureOptions options = small();
    options.theme = PictureTheme::Dark;
    const QImage image = imageOf(picturesOf({u"Gold"_s, u"Silver"_s}), options);
    QVERIFY(image.pixelColor(1, 1).lightness() < 64);
    QVERIFY(image.pixelColor(image.width() / 4, image.height() / 2).lightness() < 128);
}

void TestContactSheet::aPdfSaysItAllInText()
{
    const PictureSet set = picturesOf({u"Gold <b>"_s, u"Silver"_s, u"Basic"_s});
    const Result<QByteArray> bytes = preparedContactSheet(set, small(PictureFormat::Pdf))();
    const QString text = said(u"pdftotext"_s, bytes, {u"-"_s});
    for (const QString &words :
         {u"The shop at a glance"_s, u"Gold <b>"_s, u"Silver"_s, u"Basic"_s, u"Demo data."_s}) {
        QVERIFY2(text.contains(words), qPrintable(text));
    }
    QVERIFY(said(u"pdfinfo"_s, bytes, {}).contains(u"Pages:           1\n"));
}

void TestContactSheet::everyPageIsAPicture()
{
    const PictureSet set = picturesOf({u"Gold"_s, u"Silver"_s, u"Basic"_s});
    const Result<QByteArray> bytes = preparedPages(set, small(PictureFormat::Pdf))();
    const QString about = said(u"pdfinfo"_s, bytes, {u"-l"_s, u"3"_s});
    QVERIFY2(about.contains(u"Pages:           3\n"), qPrintable(about));
    QCOMPARE(about.count(u"640 x 360 pts"_s), 3);
    const QString text = said(u"pdftotext"_s, bytes, {u"-"_s});
    QCOMPARE(text.count(u"Checkouts"_s), 3);
    QCOMPARE(text.count(u"Demo data. Fetched."_s), 3);
}

void TestContactSheet::theSamePicturesGiveTheSameBytes_data()
{
    QTest::addColumn<bool>("pages");
    QTest::addColumn<bool>("isPdf");
    QTest::newRow("a sheet as an image") << false << false;
    QTest::newRow("a sheet as a document") << false << true;
    QTest::newRow("pages") << true << true;
}

void TestContactSheet::theSamePicturesGiveTheSameBytes()
{
    QFETCH(bool, pages);
    QFETCH(bool, isPdf);
    const PictureSet set = picturesOf({u"Gold"_s, u"Silver"_s});
    const PictureOptions options = small(isPdf ? PictureFormat::Pdf : PictureFormat::Png);
    const auto bytesNow = [&] {
        return pages ? preparedPages(set, options)() : preparedContactSheet(set, options)();
    };
    const Result<QByteArray> first = bytesNow();
    QVERIFY(first.hasValue());
    QVERIFY(first->size() > 5'000);
    QVERIFY(*bytesNow() == *first);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestContactSheet)

#include "tst_contactsheet.moc"
