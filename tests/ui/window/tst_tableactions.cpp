// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/export/tableexportdialog.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// From the table's bar to a file.
class TestTableActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void theDialogShowsWhatTheTableShows();
    static void choicesAreRemembered();
    static void sideBySideHasASheetPerPanel();

private:
    QTemporaryDir m_home;
};

namespace {

TableExportDialog *openDialog(AppFixture &app)
{
    app.find<QAbstractButton>(u"tableExportButton"_s).click();
    return app.window().findChild<TableExportDialog *>();
}

QString previewOf(const TableExportDialog &dialog)
{
    return dialog.findChild<QPlainTextEdit *>(u"tablePreview"_s)->toPlainText();
}

void click(const TableExportDialog &dialog, const QString &name)
{
    dialog.findChild<QAbstractButton *>(name)->click();
}

} // namespace

void TestTableActions::initTestCase()
{
    QVERIFY(qputenv("HOME", m_home.path().toLocal8Bit())); // documents are kept there
}

void TestTableActions::theDialogShowsWhatTheTableShows()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QLineEdit>(u"tableFilter"_s).setText(u"Sun "_s);
    const TableExportDialog *dialog = openDialog(app);
    QVERIFY(dialog != nullptr);
    const QStringList lines = previewOf(*dialog).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.at(0).startsWith(u"time,All users,"_s));
    QCOMPARE(lines.size(), 6); // the Sundays of 30 days
    QVERIFY(lines.at(1).startsWith(u"2026-11-22,"_s));
    QVERIFY(lines.at(2).startsWith(u"2026-11-15,"_s));
}

void TestTableActions::choicesAreRemembered()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    TableExportDialog *dialog = openDialog(app);
    click(*dialog, u"tableForm1"_s);
    click(*dialog, u"separator2"_s);
    click(*dialog, u"rawNames"_s);
    const QString path = dialog->filePath();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    click(*dialog, u"exportTable"_s);
    QVERIFY(QFile::exists(path));
    QVERIFY(everyTextOf(app.window()).contains(u"Saved "_s + path));
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(app.window().findChild<TableExportDialog *>() == nullptr);
    dialog = openDialog(app);
    QCOMPARE(dialog->options().form, TableOptions::Form::Long);
    QCOMPARE(dialog->options().separator, QChar(u'\t'));
    QVERIFY(!dialog->options().raw);
    QCOMPARE(dialog->filePath(), path);
}

void TestTableActions::sideBySideHasASheetPerPanel()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::ControlModifier);
    const TableExportDialog *dialog = openDialog(app);
    QVERIFY(dialog != nullptr);
    click(*dialog, u"tableForm2"_s);
    const QString first = previewOf(*dialog).section(u'\n', 0, 0);
    QVERIFY2(first.startsWith(u"Sheets: All users, Gold members, "_s), qUtf8Printable(first));
    QVERIFY(first.endsWith(u", About"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestTableActions)

#include "tst_tableactions.moc"
