// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/export/exportbench.h"
#include "ui/export/noticerow.h"
#include "ui/export/picturepreview.h"
#include "ui/window/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What people can choose in the export dialog, by mouse and keys.
class TestExportChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void panelsAreOfferedOnlySideBySide();
    static void theSuffixFollowsTheFormat();
    static void aNameOfTheUserGetsTheSuffixToo();
    static void vectorsHaveNoScale();
    static void theSizeOnScreenIsOffered();
    static void sizesOfTheUserAreBounded();
    static void partsAreSwitchedOff_data();
    static void partsAreSwitchedOff();
    static void wordsTakeThePlaceOfOurs();
    static void unchangedWordsAreOurs();
    static void anEmptiedFieldBringsOursBack();
    static void theFootnoteIsEditedInPlace();
    static void theNoticeOfTheDemoIsNotEdited();
    static void panelsNeedNoLabelsAtTheirLines();
    static void warningsAreSaid_data();
    static void warningsAreSaid();
    static void theWeightIsToldWithThePixels();
    static void itBeginsAsItWasRemembered();
    static void theEmbeddedIsNamed();
    static void tabReachesTheFooter();
    static void aLowDialogScrollsItsForm();
    static void wordsHaveRoomInEveryLanguage_data();
    static void wordsHaveRoomInEveryLanguage();
};

namespace {

PictureSource panels()
{
    return shopSegments(ChartLayout::SideBySide);
}

} // namespace

void TestExportChoices::panelsAreOfferedOnlySideBySide()
{
    ExportBench overlay(shopSegments());
    QVERIFY(overlay.dialog().findChild<QWidget *>(u"whatPanels"_s) == nullptr);
    ExportBench bench(panels());
    QCOMPARE(bench.child<QAbstractButton>(u"exportPicture"_s).text(), u"Export image"_s);
    QVERIFY(!bench.child<QLabel>(u"panelFileNames"_s).isVisible());
    bench.click(u"whatPanels"_s);
    QVERIFY(bench.child<QAbstractButton>(u"exportPicture"_s).text().contains(u'4'));
    QCOMPARE(bench.dialog().filePaths().size(), 4);
    QCOMPARE(bench.dialog().filePaths().constFirst(), bench.path(u"checkouts_All_users.png"_s));
    QVERIFY(bench.child<QLabel>(u"panelFileNames"_s)
                .text()
                .startsWith(u"checkouts_All_users.png, checkouts_Gold_members.png"_s));
    QVERIFY(bench.child<QLabel>(u"pixelSize"_s).text().contains(u'4'));
    QVERIFY(!bench.child<QAbstractButton>(u"copyPicture"_s).isEnabled());
    bench.click(u"whatView"_s);
    QVERIFY(bench.child<QAbstractButton>(u"copyPicture"_s).isEnabled());
    QCOMPARE(bench.dialog().filePaths(), QStringList{bench.path(u"checkouts.png"_s)});
}

void TestExportChoices::theSuffixFollowsTheFormat()
{
    ExportBench bench(shopSegments());
    bench.click(u"formatSvg"_s);
    QCOMPARE(bench.child<QLineEdit>(u"fileName"_s).text(), u"checkouts.svg"_s);
    QCOMPARE(bench.dialog().options().format, PictureFormat::Svg);
    bench.click(u"formatPdf"_s);
    QCOMPARE(bench.dialog().filePaths(), QStringList{bench.path(u"checkouts.pdf"_s)});
    bench.click(u"formatPng"_s);
    bench.click(u"scale2"_s);
    QCOMPARE(bench.child<QLineEdit>(u"fileName"_s).text(), u"checkouts@2x.png"_s);
    QCOMPARE(bench.dialog().filePaths(), QStringList{bench.path(u"checkouts@2x.png"_s)});
}

void TestExportChoices::aNameOfTheUserGetsTheSuffixToo()
{
    ExportBench bench(shopSegments());
    bench.type(u"fileName"_s, u"mine.png"_s);
    bench.click(u"formatSvg"_s);
    QCOMPARE(bench.child<QLineEdit>(u"fileName"_s).text(), u"mine.svg"_s);
    bench.type(u"fileName"_s, u"Q4.final"_s);
    bench.click(u"formatPdf"_s);
    QCOMPARE(bench.child<QLineEdit>(u"fileName"_s).text(), u"Q4.final"_s);
    QCOMPARE(bench.dialog().filePaths(), QStringList{bench.path(u"Q4.final.pdf"_s)});
}

void TestExportChoices::vectorsHaveNoScale()
{
    ExportBench bench(shopSegments(), {.options = {.scale = 3}});
    QVERIFY(!bench.child<QLabel>(u"scaleReason"_s).isVisible());
    bench.click(u"formatSvg"_s);
    QVERIFY(!bench.child<QAbstractButton>(u"scale2"_s).isEnabled());
    QVERIFY(bench.child<QLabel>(u"scaleReason"_s).isVisible());
    QCOMPARE(bench.dialog().options().scale, 1);
    QCOMPARE(bench.child<QLabel>(u"pixelSize"_s).text(), u"1920 × 1080 px"_s);
    bench.click(u"formatPng"_s);
    QCOMPARE(bench.dialog().options().scale, 3);
}

void TestExportChoices::theSizeOnScreenIsOffered()
{
    ExportBench bench(shopSegments());
    auto &size = bench.child<QComboBox>(u"pictureSize"_s);
    const int onScreen = size.findText(u"As on screen 1000 × 700"_s);
    QVERIFY(onScreen > 0);
    size.setCurrentIndex(onScreen);
    QCOMPARE(bench.dialog().options().size, QSize(1000, 700));
    QVERIFY(bench.dialog().choice().asOnScreen);
    size.setCurrentIndex(0);
    QVERIFY(!bench.dialog().choice().asOnScreen);
}

void TestExportChoices::sizesOfTheUserAreBounded()
{
    ExportBench bench(shopSegments(), {.options = {.size = QSize(99'999, 300)}});
    QCOMPARE(bench.dialog().options().size, QSize(longestPictureSide, 300));
    QVERIFY(bench.child<QSpinBox>(u"pictureWidth"_s).isVisible());
    bench.type(u"pictureHeight"_s, u"1"_s);
    QTest::keyClick(&bench.child<QSpinBox>(u"pictureHeight"_s), Qt::Key_Tab);
    QVERIFY(bench.dialog().options().size.height() >= leastPictureSide);
}

void TestExportChoices::partsAreSwitchedOff_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<PictureParts>("parts");
    const auto row = [](const char *name, const QString &box, const PictureParts &parts) {
        QTest::newRow(name) << box << parts;
    };
    row("title", u"partTitle"_s, {.title = false});
    row("subtitle", u"partSubtitle"_s, {.subtitle = false});
    row("footnote", u"partFootnote"_s, {.footnote = false});
    row("end labels", u"partEndLabels"_s, {.endLabels = false});
    row("legend", u"partLegend"_s, {.legend = true});
    row("summary", u"partSummary"_s, {.summary = true});
}

void TestExportChoices::partsAreSwitchedOff()
{
    QFETCH(QString, box);
    QFETCH(PictureParts, parts);
    ExportBench bench(shopSegments());
    bench.click(box);
    QCOMPARE(bench.dialog().options().parts, parts);
    bench.click(box);
    QCOMPARE(bench.dialog().options().parts, PictureParts());
}

void TestExportChoices::wordsTakeThePlaceOfOurs()
{
    ExportBench bench(shopSegments());
    bench.type(u"titleWords"_s, u"Gold rose"_s);
    bench.type(u"subtitleWords"_s, u"Checkouts, {range}"_s);
    const PictureWords words = bench.dialog().options().words;
    QCOMPARE(words.title, u"Gold rose"_s);
    QCOMPARE(words.subtitle, u"Checkouts, {range}"_s);
    QVERIFY(pictureWords(shopSegments(), bench.dialog().options())
                .startsWith(u"Gold rose\nCheckouts, 25 Oct – 23 Nov 2026\n"_s));
}

void TestExportChoices::unchangedWordsAreOurs()
{
    ExportBench bench(shopSegments());
    QCOMPARE(bench.child<QLineEdit>(u"titleWords"_s).text(), shopSegments().text.title);
    QCOMPARE(bench.dialog().options().words, PictureWords());
    bench.click(u"partTitle"_s);
    QVERIFY(!bench.child<QLineEdit>(u"titleWords"_s).isEnabled());
}

void TestExportChoices::anEmptiedFieldBringsOursBack()
{
    ExportBench bench(shopSegments());
    bench.type(u"titleWords"_s, u"x"_s);
    bench.type(u"titleWords"_s, QString());
    QCOMPARE(bench.dialog().options().words, PictureWords());
    QCOMPARE(bench.child<QLineEdit>(u"titleWords"_s).placeholderText(), shopSegments().text.title);
}

void TestExportChoices::theFootnoteIsEditedInPlace()
{
    ExportBench bench(shopSegments());
    auto &words = bench.child<QPlainTextEdit>(u"footnoteWords"_s);
    QVERIFY(!words.isVisible());
    bench.click(u"editFootnote"_s);
    QVERIFY(words.isVisible());
    QVERIFY(words.hasFocus());
    bench.type(u"footnoteWords"_s, u"Only Gold."_s);
    QTest::keyClick(&words, Qt::Key_Return);
    QTest::keyClicks(&words, u"See the wiki."_s);
    QCOMPARE(bench.dialog().options().words.footnote, u"Only Gold.\nSee the wiki."_s);
    QVERIFY(pictureWords(shopSegments(), bench.dialog().options())
                .endsWith(u"Demo data. Only Gold. See the wiki."_s));
}

void TestExportChoices::theNoticeOfTheDemoIsNotEdited()
{
    ExportBench bench(shopSegments());
    const QString own = shopSegments().text.footnote;
    QVERIFY(own.startsWith(u"Demo data. "_s));
    QCOMPARE(bench.child<QPlainTextEdit>(u"footnoteWords"_s).toPlainText(),
             own.mid(QStringView(u"Demo data. ").size()));
    QCOMPARE(bench.dialog().options().words, PictureWords());
}

void TestExportChoices::panelsNeedNoLabelsAtTheirLines()
{
    ExportBench bench(panels());
    QVERIFY(!bench.child<QCheckBox>(u"partEndLabels"_s).isEnabled());
    QVERIFY(!bench.child<QCheckBox>(u"partLegend"_s).isEnabled());
    bench.click(u"whatPanels"_s);
    QVERIFY(bench.child<QCheckBox>(u"partEndLabels"_s).isEnabled());
}

void TestExportChoices::warningsAreSaid_data()
{
    QTest::addColumn<PictureOptions>("options");
    QTest::addColumn<QString>("sentence");
    const auto clear = PictureOptions::Background::Transparent;
    QTest::newRow("none") << PictureOptions() << QString();
    QTest::newRow("square") << PictureOptions{.size = QSize(1080, 1080)} << QString();
    QTest::newRow("small text")
        << PictureOptions{.size = QSize(960, 540)}
        << u"At this size text would be under 12 px. It is kept at 12 px, so less fits."_s;
    QTest::newRow("dark text on nothing")
        << PictureOptions{.background = clear}
        << u"Dark text without a ground can’t be read on dark slides."_s;
    QTest::newRow("light text on nothing")
        << PictureOptions{.theme = PictureTheme::Dark, .background = clear}
        << u"Light text without a ground can’t be read on light slides and on paper."_s;
}

void TestExportChoices::warningsAreSaid()
{
    QFETCH(PictureOptions, options);
    QFETCH(QString, sentence);
    ExportBench bench(shopSegments(), {.options = options});
    QCOMPARE(bench.child<NoticeRow>(u"pictureWarnings"_s).text(), sentence);
    QCOMPARE(bench.child<NoticeRow>(u"pictureWarnings"_s).isVisible(), !sentence.isEmpty());
}

void TestExportChoices::theWeightIsToldWithThePixels()
{
    ExportBench bench(shopSegments());
    const auto &weight = bench.child<QLabel>(u"fileWeight"_s);
    QTRY_VERIFY(weight.text().startsWith(u"about "_s));
    const QString light = weight.text();
    bench.click(u"scale4"_s);
    QTRY_VERIFY(weight.text() != light);
}

void TestExportChoices::itBeginsAsItWasRemembered()
{
    const PictureChoice choice{.options = {.format = PictureFormat::Pdf,
                                           .size = QSize(1080, 1080),
                                           .theme = PictureTheme::Dark,
                                           .background = PictureOptions::Background::Theme,
                                           .parts = {.subtitle = false, .legend = true},
                                           .embedsView = false}};
    ExportBench bench(shopSegments(), choice);
    QCOMPARE(bench.dialog().choice(), choice);
    QCOMPARE(bench.child<QLineEdit>(u"fileName"_s).text(), u"checkouts.pdf"_s);
}

void TestExportChoices::theEmbeddedIsNamed()
{
    ExportBench bench(shopSegments());
    const auto &hint = bench.child<FieldHint>(u"embeddedHint"_s);
    QVERIFY(hint.text().contains(u"never the key"_s));
    bench.click(u"embedView"_s);
    QVERIFY(!bench.dialog().options().embedsView);
}

void TestExportChoices::tabReachesTheFooter()
{
    ExportBench bench(shopSegments());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"titleWords"_s);
    QStringList reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.append(QApplication::focusWidget()->objectName());
    }
    for (const QString &name : {u"partSubtitle"_s,
                                u"editFootnote"_s,
                                u"embedView"_s,
                                u"fileName"_s,
                                u"changeFolder"_s,
                                u"rememberExport"_s,
                                u"copyPicture"_s,
                                u"cancelExport"_s,
                                u"exportPicture"_s,
                                u"formatPng"_s,
                                u"zoomFit"_s,
                                u"titleWords"_s}) {
        QVERIFY2(reached.contains(name), qPrintable(name));
    }
    QVERIFY(reached.indexOf(u"fileName"_s) < reached.indexOf(u"exportPicture"_s));
}

void TestExportChoices::aLowDialogScrollsItsForm()
{
    ExportBench bench(panels());
    bench.dialog().resize(880, 560);
    QCOMPARE(bench.dialog().size(), QSize(880, 560));
    const QWidget *view = bench.child<QScrollArea>(u"pictureFormArea"_s).viewport();
    const auto isSeen = [view](const QWidget &widget) {
        return view->rect().contains(QRect(widget.mapTo(view, QPoint()), widget.size()));
    };
    const auto &embed = bench.child<QCheckBox>(u"embedView"_s);
    QVERIFY(!isSeen(embed));
    for (int i = 0; i < 30 && !embed.hasFocus(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QTRY_VERIFY(isSeen(embed));
    bench.click(u"editFootnote"_s);
    QTRY_VERIFY(isSeen(bench.child<QPlainTextEdit>(u"footnoteWords"_s)));
    QVERIFY(bench.child<QWidget>(u"fileName"_s).isVisible());
    QVERIFY(bench.child<PicturePreview>(u"picturePreview"_s).width() >= 400);
}

void TestExportChoices::wordsHaveRoomInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    const QStringList codes = Language::available();
    for (const QString &code : codes) {
        QTest::newRow(qPrintable(code)) << code;
    }
}

void TestExportChoices::wordsHaveRoomInEveryLanguage()
{
    QFETCH(QString, language);
    Language speaks;
    speaks.use(language);
    ExportBench bench(panels());
    bench.click(u"whatPanels"_s);
    bench.dialog().resize(880, 560);
    const auto &area = bench.child<QScrollArea>(u"pictureFormArea"_s);
    QVERIFY(area.widget()->minimumSizeHint().width() <= area.viewport()->width());
    QVERIFY(bench.dialog().minimumSizeHint().width() <= 880);
    const auto &embed = bench.child<QCheckBox>(u"embedView"_s);
    QVERIFY2(embed.sizeHint().width() <= embed.width(), qPrintable(embed.text()));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestExportChoices)
#include "tst_exportchoices.moc"
