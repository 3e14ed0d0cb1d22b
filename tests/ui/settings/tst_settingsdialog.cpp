// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyplace.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"
#include "ui/settings/datapage.h"
#include "ui/settings/datarow.h"
#include "ui/settings/settingsdialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const QString first = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
const QString second = u"1f8fad5b-d9cb-469f-a165-70867728950e"_s;
QUrl endpoint()
{
    return QUrl(u"https://rest.iad-01.braze.com"_s);
}

/// A folder with what was kept of two workspaces, and the dialog over it.
struct Bench
{
    Bench()
    {
        kept.folder = folder.path();
        kept.workspaces = {{.id = first, .name = u"ACME <b>&amp;"_s, .endpoint = endpoint()},
                           {.id = second, .name = u"Second"_s, .endpoint = endpoint()}};
    }

    [[nodiscard]] QString fileOf(const QString &id) const
    {
        return historyPath(folder.path(), id, endpoint());
    }

    void keep(const QString &id) const
    {
        HistoryFile file(fileOf(id));
        QVERIFY(file.store({{.key = hourly(u"a"_s), .buckets = hours(1'000)}}));
    }

    /// A file that only its size tells of.
    void keepBytes(const QString &id, int bytes) const
    {
        writeBytes(fileOf(id), QByteArray(bytes, 'x'));
    }

    void open()
    {
        dialog = std::make_unique<SettingsDialog>(kept, folder.path());
        dialog->show();
        QApplication::setActiveWindow(dialog.get());
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }

    [[nodiscard]] DataRow &row(const QString &id) const
    {
        return *dialog->findChild<DataRow *>(u"dataRow."_s + id);
    }

    [[nodiscard]] QString size(const QString &id) const
    {
        return row(id).findChild<QLabel *>(u"dataSize"_s)->text();
    }

    [[nodiscard]] QPushButton &button(const QString &id, const QString &name) const
    {
        return *row(id).findChild<QPushButton *>(name);
    }

    [[nodiscard]] QString total() const
    {
        return dialog->findChild<QLabel *>(u"dataTotal"_s)->text();
    }

    void clear(const QString &id) const
    {
        button(id, u"clearData"_s).click();
        button(id, u"reallyClear"_s).click();
    }

    QTemporaryDir folder;
    KeptData kept;
    std::unique_ptr<SettingsDialog> dialog;
};

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void sizesAreListed();
    static void theFolderCanBeCopied();
    static void withoutAWorkspaceItSaysSo();
    static void withoutAFolderNothingIsKept();
    static void clearingIsAskedAboutInPlace();
    static void keepingKeepsEverything();
    static void escapeKeepsAndThenCloses();
    static void whatIsClearedIsGone();
    static void theOpenWorkspaceIsClearedThroughItsOwnHistory();
    static void whatIsOnItsWayCounts();
    static void whyItCouldNotBeClearedIsSaid();
    static void aSessionThatEndedMeanwhileDoesNotMatter();
    static void nothingIsClearedByEnter();
};

void TestSettingsDialog::init()
{
    failOnAnyWarning();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestSettingsDialog::sizesAreListed()
{
    Bench bench;
    bench.keepBytes(first, 12'300'000);
    bench.open();
    QCOMPARE(bench.size(first), u"12.3 MB"_s);
    QCOMPARE(bench.size(second), u"Nothing kept yet"_s);
    QCOMPARE(bench.total(), u"12.3 MB"_s);
    QCOMPARE(bench.row(first).findChild<QLabel *>(u"dataName"_s)->text(), u"ACME <b>&amp;"_s);
    QCOMPARE(bench.row(first).findChild<QLabel *>(u"dataName"_s)->textFormat(), Qt::PlainText);
    QVERIFY(bench.button(first, u"clearData"_s).isEnabled());
    QVERIFY(!bench.button(second, u"clearData"_s).isEnabled());
}

void TestSettingsDialog::theFolderCanBeCopied()
{
    Bench bench;
    bench.open();
    auto *folder = bench.dialog->findChild<QLineEdit *>(u"dataFolder"_s);
    QCOMPARE(folder->text(), bench.folder.path());
    QVERIFY(folder->isReadOnly());
    folder->selectAll();
    QCOMPARE(folder->selectedText(), bench.folder.path());
}

void TestSettingsDialog::withoutAWorkspaceItSaysSo()
{
    Bench bench;
    bench.kept.workspaces.clear();
    bench.open();
    QVERIFY(bench.dialog->findChild<QLabel *>(u"noData"_s)->isVisible());
    QCOMPARE(bench.total(), u"0 bytes"_s);
}

void TestSettingsDialog::withoutAFolderNothingIsKept()
{
    Bench bench;
    bench.kept.folder.clear();
    bench.open();
    QCOMPARE(bench.size(first), u"Nothing kept yet"_s);
    QCOMPARE(bench.dialog->findChild<QLineEdit *>(u"dataFolder"_s)->text(),
             u"Nothing is kept this time"_s);
}

void TestSettingsDialog::clearingIsAskedAboutInPlace()
{
    Bench bench;
    bench.keepBytes(first, 12'300'000);
    bench.open();
    bench.button(first, u"clearData"_s).click();
    QCOMPARE(bench.row(first).findChild<QLabel *>(u"clearQuestion"_s)->text(), u"Clear 12.3 MB?"_s);
    QVERIFY(bench.button(first, u"reallyClear"_s).isVisible());
    QVERIFY(!bench.button(first, u"clearData"_s).isVisible());
    QVERIFY(bench.button(first, u"keepData"_s).hasFocus());
    QCOMPARE(historyBytes(bench.folder.path(), first), 12'300'000);
}

void TestSettingsDialog::keepingKeepsEverything()
{
    Bench bench;
    bench.keepBytes(first, 12'300'000);
    bench.open();
    bench.button(first, u"clearData"_s).click();
    bench.button(first, u"keepData"_s).click();
    QVERIFY(bench.button(first, u"clearData"_s).isVisible());
    QVERIFY(bench.button(first, u"clearData"_s).hasFocus());
    QCOMPARE(historyBytes(bench.folder.path(), first), 12'300'000);
}

void TestSettingsDialog::escapeKeepsAndThenCloses()
{
    Bench bench;
    bench.keepBytes(first, 1'000);
    bench.open();
    bench.button(first, u"clearData"_s).click();
    QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
    QVERIFY(!bench.row(first).isAsking());
    QVERIFY(bench.dialog->isVisible());
    QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(historyBytes(bench.folder.path(), first), 1'000);
}

void TestSettingsDialog::whatIsClearedIsGone()
{
    Bench bench;
    bench.keep(first);
    bench.keepBytes(second, 5'000);
    bench.open();
    bench.clear(first);
    QCOMPARE(bench.size(first), u"Clearing…"_s);
    QVERIFY(!bench.button(first, u"clearData"_s).isEnabled());
    QTRY_COMPARE(bench.size(first), u"Nothing kept yet"_s);
    QCOMPARE(historyBytes(bench.folder.path(), first), 0);
    QCOMPARE(bench.size(second), u"5.0 kB"_s);
    QCOMPARE(bench.total(), u"5.0 kB"_s);
}

void TestSettingsDialog::theOpenWorkspaceIsClearedThroughItsOwnHistory()
{
    Bench bench;
    History history(bench.fileOf(first));
    history.store(hourly(u"a"_s), hours(1'000));
    bench.kept.openId = first;
    bench.kept.openHistory = &history;
    bench.open();
    bench.clear(first);
    QTRY_VERIFY(bench.size(first) != u"Clearing…"_s);
    const QSignalSpy read(history.read({hourly(u"a"_s)}, allTime, &history),
                          &HistoryRead::finished);
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(read.constFirst().constFirst().value<HeldBuckets>().front().empty());
}

void TestSettingsDialog::whatIsOnItsWayCounts()
{
    Bench bench;
    History history(bench.fileOf(first));
    history.store(hourly(u"a"_s), hours(1'000));
    bench.kept.openId = first;
    bench.kept.openHistory = &history;
    bench.open();
    QTRY_VERIFY(bench.size(first).endsWith(u" kB"_s));
    QTRY_COMPARE(bench.size(first), bytesText(historyBytes(bench.folder.path(), first)));
}

void TestSettingsDialog::whyItCouldNotBeClearedIsSaid()
{
    Bench bench;
    bench.keep(first);
    {
        SqlConnection connection;
        QVERIFY(connection.open(
            bench.fileOf(first), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
        QVERIFY(connection.run(u"PRAGMA user_version = 1000"_s));
        connection.close();
    }
    bench.open();
    bench.clear(first);
    const auto says = [&bench](const QString &sentence) {
        const QList<QWidget *> all = bench.dialog->findChildren<QWidget *>();
        return std::any_of(all.begin(), all.end(), [&sentence](const QWidget *widget) {
            return widget->isVisible()
                && (widget->property("plainText").toString() == sentence
                    || widget->property("text").toString() == sentence
                    || widget->accessibleName() == sentence);
        });
    };
    QTRY_VERIFY(
        says(u"What is kept of ACME <b>&amp; was written by a newer Emberline. Clear it there."_s));
    QVERIFY(bench.size(first).endsWith(u" kB"_s));
}

void TestSettingsDialog::aSessionThatEndedMeanwhileDoesNotMatter()
{
    Bench bench;
    bench.keep(first);
    auto history = std::make_unique<History>(bench.fileOf(first));
    bench.kept.openId = first;
    bench.kept.openHistory = history.get();
    bench.open();
    history.reset();
    bench.clear(first);
    QTRY_COMPARE(bench.size(first), u"Nothing kept yet"_s);
}

void TestSettingsDialog::nothingIsClearedByEnter()
{
    Bench bench;
    bench.keepBytes(first, 1'000);
    bench.open();
    QVERIFY(bench.dialog->findChild<QPushButton *>(u"closeSettings"_s)->hasFocus());
    QTest::keyClick(bench.dialog.get(), Qt::Key_Return);
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(historyBytes(bench.folder.path(), first), 1'000);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestSettingsDialog)

#include "tst_settingsdialog.moc"
