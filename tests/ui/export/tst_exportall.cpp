// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/export/manypictures.h"
#include "ui/export/exportalldialog.h"
#include "ui/export/noticerow.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace emberline::test {

class TestExportAll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itBeginsWithAFileForEachPicture();
    void theNamesFollowThePattern_data();
    void theNamesFollowThePattern();
    void aWordGoesWhereTheCursorStands();
    void whatHoldsAllHasANameOfItsOwn();
    void theFormatAndTheScaleAreInTheNames();
    void aBrandIsOfferedWhereThereIsOne();
    void withNothingToWriteThereIsNothingToDo();
    void whatIsThereAlreadyIsCounted();
    void exportingWritesAllAndCloses();
    void cancellingLeavesNothingAndStays();
    void closingWhileItWritesLeavesNothing();
    void aFailureIsSaidAndLeavesNothing();

private:
    void click(const QString &name);
    void open(const QStringList &pictures);
    void exportTheFirstOfMany();
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList there() const;
    template <typename T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportAllDialog> m_dialog;
};

void TestExportAll::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    open({u"Gold members"_s, u"Silver/<b>"_s, u"gold members"_s});
}

void TestExportAll::open(const QStringList &pictures)
{
    m_dialog = std::make_unique<ExportAllDialog>(
        ExportAllSetup{.set = picturesOf(pictures),
                       .choice = {.options = {.size = QSize(400, 300)}},
                       .place = {.folder = m_folder->path(), .baseName = u"shop"_s}});
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestExportAll::cleanup()
{
    m_dialog.reset();
    m_folder.reset();
}

void TestExportAll::click(const QString &name)
{
    auto *button = child<QAbstractButton>(name);
    QVERIFY2(button != nullptr, qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
}

/// Until one file is made. Others may be by then, but no more than are made at once.
void TestExportAll::exportTheFirstOfMany()
{
    open(QStringList(12, u"Gold members"_s));
    click(u"exportAll"_s);
    QSignalSpy advanced(child<QProgressBar>(u"exportAllProgress"_s), &QProgressBar::valueChanged);
    QVERIFY(advanced.wait());
}

QStringList TestExportAll::names() const
{
    return child<QPlainTextEdit>(u"exportAllNames"_s)->toPlainText().split(u'\n');
}

QStringList TestExportAll::there() const
{
    return QDir(m_folder->path())
        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
}

void TestExportAll::itBeginsWithAFileForEachPicture()
{
    const QString span = u"_2026-10-25_2026-11-23"_s;
    QCOMPARE(names(),
             (QStringList{u"Gold_members"_s + span + u".png"_s,
                          u"Silver__b_"_s + span + u".png"_s,
                          u"gold_members"_s + span + u"-2.png"_s}));
    QVERIFY(child<QAbstractButton>(u"exportAll"_s)->text().contains(u'3'));
    QCOMPARE(m_dialog->windowModality(), Qt::WindowModal);
}

void TestExportAll::theNamesFollowThePattern_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("second");
    QTest::newRow("the same for all") << u"x"_s << u"x-2.png"_s;
    QTest::newRow("nothing") << QString() << u"_-2.png"_s;
    QTest::newRow("another folder") << u"../{event}"_s << u"_checkout_completed-2.png"_s;
    QTest::newRow("that of the contact sheet")
        << u"shop_contact-sheet"_s << u"shop_contact-sheet-3.png"_s;
}

void TestExportAll::theNamesFollowThePattern()
{
    QFETCH(QString, pattern);
    QFETCH(QString, second);
    child<QLineEdit>(u"fileName"_s)->setText(pattern);
    QCOMPARE(names().value(1), second);
}

void TestExportAll::aWordGoesWhereTheCursorStands()
{
    auto *pattern = child<QLineEdit>(u"fileName"_s);
    pattern->setText(u"a-b"_s);
    pattern->setCursorPosition(2);
    click(u"word_event"_s);
    QCOMPARE(pattern->text(), u"a-{event}b"_s);
    QCOMPARE(names().constFirst(), u"a-checkout_completedb.png"_s);
}

void TestExportAll::whatHoldsAllHasANameOfItsOwn()
{
    click(u"contactSheet"_s);
    click(u"pdfPages"_s);
    QCOMPARE(names().size(), 5);
    QCOMPARE(names().mid(3), (QStringList{u"shop_contact-sheet.png"_s, u"shop_pages.pdf"_s}));
    click(u"singleFiles"_s);
    QCOMPARE(names().size(), 2);
}

void TestExportAll::theFormatAndTheScaleAreInTheNames()
{
    child<QLineEdit>(u"fileName"_s)->setText(u"x"_s);
    click(u"contactSheet"_s);
    click(u"scale2"_s);
    QCOMPARE(names().constFirst(), u"x@2x.png"_s);
    QCOMPARE(names().constLast(), u"shop_contact-sheet@2x.png"_s);
    click(u"formatSvg"_s); // has no pixels
    QCOMPARE(names().constFirst(), u"x.svg"_s);
    QCOMPARE(names().constLast(), u"shop_contact-sheet.png"_s); // there is none as an SVG
}

void TestExportAll::aBrandIsOfferedWhereThereIsOne()
{
    QVERIFY(child<QAbstractButton>(u"themeBrand"_s) == nullptr);
    PictureSet set = picturesOf({u"Gold members"_s});
    set.pictures.front().source.brand = std::make_shared<const Brand>(Brand{.footer = u"ACME"_s});
    m_dialog = std::make_unique<ExportAllDialog>(ExportAllSetup{.set = set});
    m_dialog->open();
    click(u"themeBrand"_s);
    QCOMPARE(m_dialog->choice().options.theme, PictureTheme::Brand);
}

void TestExportAll::withNothingToWriteThereIsNothingToDo()
{
    click(u"singleFiles"_s);
    QVERIFY(!child<QAbstractButton>(u"exportAll"_s)->isEnabled());
}

void TestExportAll::whatIsThereAlreadyIsCounted()
{
    auto *notice = child<NoticeRow>(u"exportNotice"_s);
    QVERIFY(!notice->isVisible());
    QFile file(m_folder->filePath(u"x.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    child<QLineEdit>(u"fileName"_s)->setText(u"x"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().startsWith(u"1 "));
}

void TestExportAll::exportingWritesAllAndCloses()
{
    QSignalSpy exported(m_dialog.get(), &ExportAllDialog::exported);
    child<QLineEdit>(u"fileName"_s)->setText(u"x"_s);
    click(u"contactSheet"_s);
    click(u"scale2"_s);
    click(u"exportAll"_s);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(there(),
             (QStringList{
                 u"shop_contact-sheet@2x.png"_s, u"x-2@2x.png"_s, u"x-3@2x.png"_s, u"x@2x.png"_s}));
    QCOMPARE(exported.front().front().toStringList().size(), 4);
    QCOMPARE(QImageReader(m_folder->filePath(u"x-3@2x.png"_s)).size(), QSize(800, 600));
}

void TestExportAll::cancellingLeavesNothingAndStays()
{
    exportTheFirstOfMany();
    QSignalSpy exported(m_dialog.get(), &ExportAllDialog::exported);
    QVERIFY(child<QProgressBar>(u"exportAllProgress"_s)->isVisible());
    QVERIFY(!child<QLineEdit>(u"fileName"_s)->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!child<QProgressBar>(u"exportAllProgress"_s)->isVisible());
    QVERIFY(child<QLineEdit>(u"fileName"_s)->isEnabled());
    QCOMPARE(there(), QStringList());
    QCOMPARE(exported.size(), 0);
    click(u"cancelExport"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportAll::closingWhileItWritesLeavesNothing()
{
    exportTheFirstOfMany();
    m_dialog.reset();
    QCoreApplication::processEvents();
    QCOMPARE(there(), QStringList());
}

void TestExportAll::aFailureIsSaidAndLeavesNothing()
{
    child<QLineEdit>(u"fileName"_s)->setText(u"<x>"_s);
    QVERIFY(QDir(m_folder->path()).mkdir(u"_x_-3.png"_s));
    click(u"exportAll"_s);
    auto *notice = child<NoticeRow>(u"exportNotice"_s);
    QTRY_VERIFY(notice->text().contains(u"_x_-3.png"));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(child<QAbstractButton>(u"exportAll"_s)->isEnabled());
    QCOMPARE(there(), QStringList{u"_x_-3.png"_s});
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestExportAll)

#include "tst_exportall.moc"
