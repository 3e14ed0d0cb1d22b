// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/export/exportdialog.h"
#include "ui/export/noticerow.h"
#include "ui/export/picturepreview.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itBeginsWithWhatItIsGiven();
    void choicesMakeTheOptions();
    void theScaleFollowsInTheFileName();
    void aNameOfTheUserStays();
    void aCustomSizeHasTwoNumbers();
    void thePreviewIsTheRealPicture();
    void exportingWritesTheFileAndCloses();
    void aFailureIsSaidInTheDialog();
    void aNameCannotLeaveTheFolder();
    void withoutANameNothingIsExported();
    void copyingTellsThePixels();
    void everyControlHasANameForScreenReaders();

private:
    void click(const QString &name);
    template <typename T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_dialog = std::make_unique<ExportDialog>(
        ExportSetup{.source = {.dataset = std::make_shared<const Dataset>(shopDays()),
                               .looks = shopLooks(),
                               .text = {.title = u"Checkouts"_s}},
                    .folder = m_folder->path(),
                    .baseName = u"checkouts"_s});
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestExportDialog::cleanup()
{
    m_dialog.reset();
    m_folder.reset();
}

void TestExportDialog::click(const QString &name)
{
    auto *button = child<QAbstractButton>(name);
    QVERIFY2(button != nullptr, qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestExportDialog::itBeginsWithWhatItIsGiven()
{
    QCOMPARE(m_dialog->options(), PictureOptions());
    QCOMPARE(child<QLineEdit>(u"fileName"_s)->text(), u"checkouts.png"_s);
    QCOMPARE(m_dialog->windowModality(), Qt::WindowModal);
}

void TestExportDialog::choicesMakeTheOptions()
{
    click(u"scale3"_s);
    click(u"themeDark"_s);
    click(u"groundTransparent"_s);
    QCOMPARE(m_dialog->options(),
             (PictureOptions{.scale = 3,
                             .theme = PictureTheme::Dark,
                             .background = PictureOptions::Background::Transparent}));
    QCOMPARE(child<QLabel>(u"pixelSize"_s)->text(), u"5760 × 3240 px"_s);
    QVERIFY(!child<QAbstractButton>(u"groundWhite"_s)->isEnabled()); // under light ink
}

void TestExportDialog::theScaleFollowsInTheFileName()
{
    click(u"scale2"_s);
    QCOMPARE(child<QLineEdit>(u"fileName"_s)->text(), u"checkouts@2x.png"_s);
    click(u"scale1"_s);
    QCOMPARE(child<QLineEdit>(u"fileName"_s)->text(), u"checkouts.png"_s);
}

void TestExportDialog::aNameOfTheUserStays()
{
    child<QLineEdit>(u"fileName"_s)->setText(u"mine.png"_s);
    click(u"scale2"_s);
    QCOMPARE(child<QLineEdit>(u"fileName"_s)->text(), u"mine.png"_s);
}

void TestExportDialog::aCustomSizeHasTwoNumbers()
{
    QVERIFY(!child<QSpinBox>(u"pictureWidth"_s)->isVisible());
    QTest::keyClick(child<QComboBox>(u"pictureSize"_s), Qt::Key_End);
    QVERIFY(child<QSpinBox>(u"pictureWidth"_s)->isVisible());
    child<QSpinBox>(u"pictureWidth"_s)->setValue(700);
    child<QSpinBox>(u"pictureHeight"_s)->setValue(500);
    QCOMPARE(m_dialog->options().size, QSize(700, 500));
}

void TestExportDialog::thePreviewIsTheRealPicture()
{
    auto *preview = child<PicturePreview>(u"picturePreview"_s);
    QTRY_VERIFY(!preview->image().isNull());
    const QImage light = preview->image();
    QVERIFY(light.width() <= preview->width());
    click(u"themeDark"_s);
    QTRY_VERIFY(preview->image() != light);
    QVERIFY(preview->image().pixelColor(1, 1).lightness() < 60);
}

void TestExportDialog::exportingWritesTheFileAndCloses()
{
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    click(u"scale2"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QTRY_COMPARE(exported.size(), 1);
    const QString path = m_folder->filePath(u"checkouts@2x.png"_s);
    QCOMPARE(exported.front().front().toStringList(), QStringList{path});
    QCOMPARE(QImageReader(path).size(), QSize(3840, 2160));
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::aFailureIsSaidInTheDialog()
{
    // A folder of that name: it fails for root, too.
    QVERIFY(QDir(m_folder->path()).mkdir(u"checkouts.png"_s));
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    auto *problem = child<NoticeRow>(u"exportNotice"_s);
    QVERIFY(!problem->isVisible());
    click(u"exportPicture"_s);
    QTRY_VERIFY(problem->text().contains(u"cannot be written to"_s));
    QCOMPARE(exported.size(), 0);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(problem->isVisible());
    click(u"scale2"_s);
    QVERIFY(!problem->isVisible());
}

void TestExportDialog::aNameCannotLeaveTheFolder()
{
    child<QLineEdit>(u"fileName"_s)->setText(u"../../etc/x"_s);
    QCOMPARE(QFileInfo(m_dialog->filePaths().constFirst()).absolutePath(), m_folder->path());
}

void TestExportDialog::withoutANameNothingIsExported()
{
    child<QLineEdit>(u"fileName"_s)->setText(u"  "_s);
    QVERIFY(!child<QAbstractButton>(u"exportPicture"_s)->isEnabled());
}

void TestExportDialog::copyingTellsThePixels()
{
    QSignalSpy copied(m_dialog.get(), &ExportDialog::copied);
    click(u"copyPicture"_s);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied.front().front().toSize(), QSize(1920, 1080));
    QVERIFY(m_dialog->isVisible());
}

void TestExportDialog::everyControlHasANameForScreenReaders()
{
    for (const auto *widget : m_dialog->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool takesFocus = widget->focusPolicy() != Qt::NoFocus;
        const bool isInner = widget->objectName().startsWith(u"qt_"_s);
        if (!takesFocus || isInner) {
            continue;
        }
        const bool named = !widget->accessibleName().isEmpty()
                        || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestExportDialog)
#include "tst_exportdialog.moc"
