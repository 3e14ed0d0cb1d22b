// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/export/samplelogos.h"
#include "ui/export/picturepreview.h"
#include "ui/settings/brandpage.h"
#include "ui/settings/datapage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/theme/controls.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The settings over a profile, the brand in front.
struct Bench
{
    void open()
    {
        dialog = std::make_unique<SettingsDialog>(KeptData(), folder.path());
        dialog->show();
        QApplication::setActiveWindow(dialog.get());
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        find<QToolButton>(u"brandSettings"_s).click();
    }

    template <typename Widget>
    [[nodiscard]] Widget &find(const QString &name) const
    {
        return *dialog->findChild<Widget *>(name);
    }
    [[nodiscard]] QPushButton &button(const QString &name) const { return find<QPushButton>(name); }
    [[nodiscard]] BrandPage &page() const { return *dialog->findChild<BrandPage *>(); }
    [[nodiscard]] QString problem() const
    {
        QStringList words;
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible()) {
                words.append(label->text());
            }
        }
        return words.join(u'\n');
    }

    [[nodiscard]] BrandKit kept() const
    {
        const Result<BrandKit> kit = readBrandKit(folder.path());
        return kit ? *kit : BrandKit();
    }

    [[nodiscard]] QString file(const QByteArray &bytes) const
    {
        QString path = folder.filePath(u"secret name.png"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path
                                                                                    : QString();
    }

    void type(const QString &field, const QString &text) const
    {
        auto &edit = find<QLineEdit>(field);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
    }

    QTemporaryDir folder;
    std::unique_ptr<SettingsDialog> dialog;
};

} // namespace

class TestBrandPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void whatIsTypedIsKeptAtOnce();
    static void halfAColourIsNotKept();
    static void aGoodColourHasNoProblem();
    static void aPaleColourSaysSoAndIsMendedWithOneClick();
    static void aLogoIsCopied();
    static void aLogoThatCannotBeUsedSaysWhy();
    static void aFontIsChosenFromTheList();
    static void everythingCanBeRemoved();
    static void whatIsKeptIsShown();
    static void aDamagedKitIsSaidAndReplaced();
    static void whatCannotBeKeptIsSaid();
    static void thePreviewFollows();
    static void everythingIsReachedByKeyboard();
    static void theWindowStaysAsItIs();
};

void TestBrandPage::init()
{
    failOnAnyWarning();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestBrandPage::whatIsTypedIsKeptAtOnce()
{
    Bench bench;
    bench.open();
    bench.type(u"brandAccent"_s, u"6441A5"_s);
    bench.type(u"brandFooter"_s, u"ACME <b>&amp;"_s);
    QCOMPARE(bench.kept(), (BrandKit{.accent = u"#6441a5"_s, .footer = u"ACME <b>&amp;"_s}));
    QCOMPARE(bench.find<QLineEdit>(u"brandFooter"_s).maxLength(), 120);
}

void TestBrandPage::halfAColourIsNotKept()
{
    Bench bench;
    bench.open();
    bench.type(u"brandAccent"_s, u"#6441A"_s);
    QVERIFY(isInvalid(&bench.find<QLineEdit>(u"brandAccent"_s)));
    QCOMPARE(bench.kept(), BrandKit());
    QTest::keyClicks(&bench.find<QLineEdit>(u"brandAccent"_s), u"5"_s);
    QVERIFY(!isInvalid(&bench.find<QLineEdit>(u"brandAccent"_s)));
    QCOMPARE(bench.kept().accent, u"#6441a5"_s);
}

void TestBrandPage::aGoodColourHasNoProblem()
{
    Bench bench;
    bench.open();
    bench.type(u"brandAccent"_s, u"#6441A5"_s);
    QVERIFY(!bench.find<QWidget>(u"accentProblems"_s).isVisible());
}

void TestBrandPage::aPaleColourSaysSoAndIsMendedWithOneClick()
{
    Bench bench;
    bench.open();
    bench.type(u"brandAccent"_s, u"#FFF4A3"_s);
    QCOMPARE(bench.find<QLabel>(u"accentProblem"_s).text(),
             u"Too pale for lines on white: 1.1 : 1, wanted 3 : 1"_s);
    QCOMPARE(bench.kept().accent, u"#fff4a3"_s); // theirs to decide
    bench.type(u"brandAccent"_s, u"#FF0000"_s);
    QCOMPARE(bench.find<QLabel>(u"accentProblem"_s).text(),
             u"Hard to tell from red\n"
             "Hard to tell from orange and green with red-green colour blindness"_s);
    const QString offer = bench.button(u"useBetterAccent"_s).text();
    bench.button(u"useBetterAccent"_s).click();
    QVERIFY(!bench.find<QWidget>(u"accentProblems"_s).isVisible());
    QCOMPARE(u"Use "_s + bench.kept().accent.toUpper(), offer);
    QCOMPARE(bench.find<QLineEdit>(u"brandAccent"_s).text(), bench.kept().accent.toUpper());
    QVERIFY(bench.find<QLineEdit>(u"brandAccent"_s).hasFocus());
}

void TestBrandPage::aLogoIsCopied()
{
    Bench bench;
    bench.open();
    const QByteArray logo = pngOf(QSize(120, 60), Qt::magenta);
    const QString path = bench.file(logo);
    bench.page().takeLogo(path);
    QVERIFY(QFile::remove(path));
    QCOMPARE(bench.kept().logo, logo);
    QVERIFY(!bench.find<QLabel>(u"brandLogo"_s).pixmap().isNull());
    QFile json(bench.folder.filePath(u"brand.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(!json.readAll().contains("secret"));
}

void TestBrandPage::aLogoThatCannotBeUsedSaysWhy()
{
    Bench bench;
    bench.open();
    bench.page().takeLogo(bench.file(pngOf(QSize(120, 60), Qt::magenta)));
    const BrandKit before = bench.kept();
    bench.page().takeLogo(bench.file("not an image"));
    QVERIFY(bench.problem().contains(u"This file is no PNG or SVG that can be used."_s));
    QCOMPARE(bench.kept(), before);
    bench.page().takeLogo(bench.file(QByteArray(10 << 20, 'x')));
    QVERIFY(bench.problem().contains(u"larger than 1 MB"_s));
    bench.page().takeLogo(bench.file(svgOf("<script>alert(1)</script>")));
    QVERIFY(bench.problem().contains(u"more than shapes"_s));
    bench.page().takeLogo(bench.folder.filePath(u"missing"_s));
    QVERIFY(bench.problem().contains(u"no PNG or SVG"_s));
    QCOMPARE(bench.kept(), before);
    bench.page().takeLogo(bench.file(plainSvg()));
    QVERIFY(!bench.problem().contains(u"PNG"_s));
}

void TestBrandPage::aFontIsChosenFromTheList()
{
    Bench bench;
    bench.open();
    auto &fonts = bench.find<QComboBox>(u"brandFont"_s);
    QCOMPARE(fonts.currentText(), u"As usual"_s);
    fonts.setFocus();
    QTest::keyClick(&fonts, Qt::Key_Down);
    QCOMPARE(bench.kept().font, fonts.itemText(1));
    QVERIFY(!bench.kept().font.isEmpty());
}

void TestBrandPage::everythingCanBeRemoved()
{
    Bench bench;
    QVERIFY(!writeBrandKit(
        bench.folder.path(),
        {.logo = plainSvg(), .font = u"Noto Sans"_s, .accent = u"#6441a5"_s, .footer = u"ACME"_s}));
    bench.open();
    for (const QString &name :
         {u"removeLogo"_s, u"removeFont"_s, u"removeAccent"_s, u"removeFooter"_s}) {
        QVERIFY(bench.button(name).isEnabled());
        bench.button(name).setFocus();
        QTest::keyClick(&bench.button(name), Qt::Key_Space);
        QVERIFY2(!bench.button(name).isEnabled(), qPrintable(name));
        QVERIFY(QApplication::focusWidget() != nullptr);
    }
    QCOMPARE(bench.kept(), BrandKit());
    QVERIFY(!QFile::exists(bench.folder.filePath(u"brand.json"_s)));
}

void TestBrandPage::whatIsKeptIsShown()
{
    Bench bench;
    QVERIFY(!writeBrandKit(
        bench.folder.path(),
        {.font = u"No Such Font"_s, .accent = u"#fff4a3"_s, .footer = u"ACME <b>&amp;"_s}));
    bench.open();
    QCOMPARE(bench.find<QLineEdit>(u"brandAccent"_s).text(), u"#FFF4A3"_s);
    QCOMPARE(bench.find<QLineEdit>(u"brandFooter"_s).text(), u"ACME <b>&amp;"_s);
    QVERIFY(bench.find<QWidget>(u"accentProblems"_s).isVisible());
    auto &fonts = bench.find<QComboBox>(u"brandFont"_s);
    QCOMPARE(fonts.currentIndex(), -1);
    QCOMPARE(fonts.placeholderText(), u"No Such Font (not on this computer)"_s);
}

void TestBrandPage::aDamagedKitIsSaidAndReplaced()
{
    Bench bench;
    QFile json(bench.folder.filePath(u"brand.json"_s));
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write("{");
    json.close();
    bench.open();
    QVERIFY(bench.problem().contains(u"damaged"_s));
    bench.type(u"brandFooter"_s, u"A"_s);
    QVERIFY(!bench.problem().contains(u"damaged"_s));
    QCOMPARE(bench.kept(), (BrandKit{.footer = u"A"_s}));
}

void TestBrandPage::whatCannotBeKeptIsSaid()
{
    Bench bench;
    const QString file = bench.file("x");
    BrandPage page(file + u"/inside"_s); // not even root makes a folder in a file
    page.load();
    const QSignalSpy problems(&page, &BrandPage::problemChanged);
    auto *footer = page.findChild<QLineEdit *>(u"brandFooter"_s);
    QTest::keyClicks(footer, u"A"_s);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.constFirst().constFirst().toString().contains(u"could not be kept"_s));
}

void TestBrandPage::thePreviewFollows()
{
    Bench bench;
    bench.open();
    auto &preview = bench.find<PicturePreview>(u"brandPreview"_s);
    QSignalSpy rendered(&preview, &PicturePreview::rendered);
    QTRY_VERIFY(!preview.image().isNull());
    const QImage before = preview.image();
    bench.type(u"brandAccent"_s, u"#6441A5"_s);
    QTRY_VERIFY(preview.image() != before);
}

void TestBrandPage::everythingIsReachedByKeyboard()
{
    Bench bench;
    bench.open();
    bench.type(u"brandFooter"_s, u"ACME"_s);
    QSet<QString> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
        QVERIFY(!QApplication::focusWidget()->accessibleName().isEmpty());
    }
    for (const QString &name : {u"brandSettings"_s,
                                u"chooseLogo"_s,
                                u"brandFont"_s,
                                u"brandAccent"_s,
                                u"pickAccent"_s,
                                u"brandFooter"_s,
                                u"removeFooter"_s,
                                u"closeSettings"_s}) {
        QVERIFY2(reached.contains(name), qPrintable(name));
    }
}

void TestBrandPage::theWindowStaysAsItIs()
{
    Bench bench;
    const QPalette palette = QApplication::palette();
    const QFont font = QApplication::font();
    bench.open();
    bench.type(u"brandAccent"_s, u"#FF0000"_s);
    auto &fonts = bench.find<QComboBox>(u"brandFont"_s);
    QTest::keyClick(&fonts, Qt::Key_Down);
    QCOMPARE(QApplication::palette(), palette);
    QCOMPARE(QApplication::font(), font);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestBrandPage)
#include "tst_brandpage.moc"
