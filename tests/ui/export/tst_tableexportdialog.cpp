// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/export/tablesample.h"
#include "tests/support/strictness.h"
#include "ui/export/noticerow.h"
#include "ui/export/tableexportdialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace emberline::test {

class TestTableExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itBeginsWithWhatItIsGiven();
    void thePreviewIsTheFile();
    void choicesMakeTheOptions();
    void excelNeedsNoMarks();
    void theSuffixFollowsTheForm();
    void exportingWritesTheFileAndCloses();
    void aWorkbookIsWrittenToo();
    void aFileThatIsThereIsToldBefore();
    void aFailureIsSaidInTheDialog();
    void aNameCannotLeaveTheFolder();
    void aVeryLongNameIsCut();
    void withoutANameNothingIsExported();
    void everyControlHasANameForScreenReaders();

private:
    void click(const QString &name);
    template <typename T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    [[nodiscard]] QString preview() const
    {
        return child<QPlainTextEdit>(u"tablePreview"_s)->toPlainText();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TableExportDialog> m_dialog;
};

void TestTableExportDialog::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    const QLocale german(u"de_DE"_s);
    const TableSource source = fourDays();
    m_dialog = std::make_unique<TableExportDialog>(
        TableExportSetup{.book = {.source = source,
                                  .options = tableOptionsFor(german),
                                  .about = tableAbout({}, source, german, false)},
                         .locale = german,
                         .folder = m_folder->path(),
                         .baseName = u"checkouts"_s});
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestTableExportDialog::cleanup()
{
    m_dialog.reset();
    m_folder.reset();
}

void TestTableExportDialog::click(const QString &name)
{
    auto *button = child<QAbstractButton>(name);
    QVERIFY2(button != nullptr, qPrintable(name));
    button->click();
}

void TestTableExportDialog::itBeginsWithWhatItIsGiven()
{
    QCOMPARE(m_dialog->options(), tableOptionsFor(QLocale(u"de_DE"_s)));
    QCOMPARE(child<QLineEdit>(u"fileName"_s)->text(), u"checkouts.csv"_s);
    QCOMPARE(child<QLabel>(u"tableSize"_s)->text(), u"4 row(s), 4 column(s)"_s);
    QCOMPARE(m_dialog->windowModality(), Qt::WindowModal);
}

void TestTableExportDialog::thePreviewIsTheFile()
{
    QVERIFY(
        preview().startsWith(u"time;All users;Gold;incomplete\n2026-11-23;9120,5;2880;yes\n"_s));
    click(u"separator2"_s);
    click(u"decimalMark0"_s);
    click(u"dates1"_s);
    QVERIFY2(preview().contains(u"\n23.11.2026\t9120.5\t2880\tyes\n"_s), qUtf8Printable(preview()));
    click(u"tableForm1"_s);
    QVERIFY(preview().startsWith(u"time\tevent\tapp\tsegment\tvalue\tincomplete\n"_s));
    QCOMPARE(child<QLabel>(u"tableSize"_s)->text(), u"8 row(s), 6 column(s)"_s);
}

void TestTableExportDialog::choicesMakeTheOptions()
{
    for (const QString &name : {u"tableForm1"_s,
                                u"separator0"_s,
                                u"decimalMark0"_s,
                                u"dates1"_s,
                                u"byteOrderMark"_s,
                                u"incompleteColumn"_s,
                                u"asShown"_s,
                                u"rawNames"_s}) {
        click(name);
    }
    QCOMPARE(m_dialog->options(),
             (TableOptions{.form = TableOptions::Form::Long,
                           .separator = u',',
                           .decimalMark = u'.',
                           .dates = TableOptions::Dates::Local,
                           .byteOrderMark = false,
                           .incompleteColumn = false,
                           .asShown = false,
                           .raw = true}));
}

void TestTableExportDialog::excelNeedsNoMarks()
{
    click(u"tableForm2"_s);
    QCOMPARE(m_dialog->options().format, TableOptions::Format::Xlsx);
    for (const QString &name : {u"separator"_s, u"decimalMark"_s, u"dates"_s, u"byteOrderMark"_s}) {
        QVERIFY(!child<QWidget>(name)->isEnabled());
    }
    QVERIFY(preview().contains(u"About"_s));
    QVERIFY(preview().contains(u"2026-11-23"_s));
    click(u"tableForm0"_s);
    QVERIFY(child<QWidget>(u"separator"_s)->isEnabled());
}

void TestTableExportDialog::theSuffixFollowsTheForm()
{
    click(u"tableForm2"_s);
    QCOMPARE(child<QLineEdit>(u"fileName"_s)->text(), u"checkouts.xlsx"_s);
    child<QLineEdit>(u"fileName"_s)->setText(u"mine"_s);
    click(u"tableForm1"_s);
    QCOMPARE(m_dialog->filePath(), m_folder->filePath(u"mine.csv"_s));
}

void TestTableExportDialog::exportingWritesTheFileAndCloses()
{
    const QSignalSpy exported(m_dialog.get(), &TableExportDialog::exported);
    const QString shown = preview();
    click(u"exportTable"_s);
    QCOMPARE(exported.count(), 1);
    QCOMPARE(exported.at(0).at(0).toString(), m_folder->filePath(u"checkouts.csv"_s));
    QVERIFY(!m_dialog->isVisible());
    QFile file(m_folder->filePath(u"checkouts.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "\xEF\xBB\xBF" + shown.toUtf8());
}

void TestTableExportDialog::aWorkbookIsWrittenToo()
{
    click(u"tableForm2"_s);
    click(u"exportTable"_s);
    QFile file(m_folder->filePath(u"checkouts.xlsx"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("PK"));
}

void TestTableExportDialog::aFileThatIsThereIsToldBefore()
{
    auto *notice = child<NoticeRow>(u"exportNotice"_s);
    QVERIFY(notice->text().isEmpty());
    QFile file(m_folder->filePath(u"other.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    child<QLineEdit>(u"fileName"_s)->setText(u"other.csv"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"replaced"_s));
}

void TestTableExportDialog::aFailureIsSaidInTheDialog()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"checkouts.csv"_s));
    const QSignalSpy exported(m_dialog.get(), &TableExportDialog::exported);
    click(u"exportTable"_s);
    QCOMPARE(exported.count(), 0);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(child<NoticeRow>(u"exportNotice"_s)->text().contains(u"cannot be written to"_s));
}

void TestTableExportDialog::aNameCannotLeaveTheFolder()
{
    child<QLineEdit>(u"fileName"_s)->setText(u"../../etc/x.csv"_s);
    QCOMPARE(QFileInfo(m_dialog->filePath()).absolutePath(), m_folder->path());
}

void TestTableExportDialog::aVeryLongNameIsCut()
{
    child<QLineEdit>(u"fileName"_s)->setText(QString(10'000, u'x'));
    click(u"exportTable"_s);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
             QStringList{QString(200, u'x') + u".csv"_s});
}

void TestTableExportDialog::withoutANameNothingIsExported()
{
    child<QLineEdit>(u"fileName"_s)->setText(u" "_s);
    QVERIFY(!child<QAbstractButton>(u"exportTable"_s)->isEnabled());
}

void TestTableExportDialog::everyControlHasANameForScreenReaders()
{
    const auto widgets = m_dialog->findChildren<QWidget *>();
    int seen = 0;
    for (const QWidget *widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible()) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty()
                          || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(isNamed, qPrintable(widget->objectName()));
        ++seen;
    }
    QVERIFY(seen > 10);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestTableExportDialog)

#include "tst_tableexportdialog.moc"
