// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pictureinfo.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/export/exportbench.h"
#include "ui/export/noticerow.h"

#include <QFile>
#include <QImageReader>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QThreadPool>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What the export dialog leaves in folders, and what it doesn't.
class TestExportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void eachPanelIsAFile();
    static void aFileThatIsThereIsAskedFor();
    static void anotherNameWithdrawsTheQuestion();
    static void enterReplaces();
    static void manyFilesAreAskedForAtOnce();
    static void aLinkIsFollowed();
    static void aFolderThatIsNotThereIsSaid();
    static void aFullDiskLeavesTheOldFile();
    static void escapeStopsAndLeavesNothing();
    static void whileItWritesNothingElseCanBeDone();
    static void anyNameMakesAFile_data() { addNames(); }
    static void anyNameMakesAFile();
    static void theFormatIsTheFiles_data();
    static void theFormatIsTheFiles();
    static void rememberingIsAskedFor();
};

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString noticeOf(const ExportBench &bench)
{
    return bench.child<NoticeRow>(u"exportNotice"_s).text();
}

#ifdef Q_OS_UNIX
/// Files can't become longer than 4 KiB as long as it lives, as on a full disk.
class TinyFiles
{
public:
    TinyFiles()
    {
        std::signal(SIGXFSZ, SIG_IGN); // NOLINT: the macro is the system's
        getrlimit(RLIMIT_FSIZE, &m_usual);
        const rlimit tiny{.rlim_cur = 4'096, .rlim_max = m_usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tiny);
    }
    ~TinyFiles() { setrlimit(RLIMIT_FSIZE, &m_usual); }
    Q_DISABLE_COPY_MOVE(TinyFiles)

private:
    rlimit m_usual{};
};
#endif

} // namespace

void TestExportFiles::eachPanelIsAFile()
{
    ExportBench bench(shopSegments(ChartLayout::SideBySide));
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.click(u"whatPanels"_s);
    bench.click(u"scale2"_s);
    bench.click(u"exportPicture"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(bench.files(),
             (QStringList{u"checkouts_All_users@2x.png"_s,
                          u"checkouts_Basic_members@2x.png"_s,
                          u"checkouts_Gold_members@2x.png"_s,
                          u"checkouts_Silver_members@2x.png"_s}));
    const QString gold = bench.path(u"checkouts_Gold_members@2x.png"_s);
    QCOMPARE(QImageReader(gold).size(), QSize(3840, 2160));
    const Result<PictureInfo> info = pictureInfoFrom(bytesOf(gold));
    QVERIFY(info.hasValue());
    const Query query = info->view.query;
    QCOMPARE(query.segments.size(), 1U);
    QCOMPARE(query.segments.front().label, u"Gold members"_s);
}

void TestExportFiles::aFileThatIsThereIsAskedFor()
{
    ExportBench bench(shopSegments());
    put(bench.path(u"checkouts.png"_s), "old");
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    QVERIFY(!bench.child<QPushButton>(u"replaceFile"_s).isVisible());
    bench.click(u"exportPicture"_s);
    QCOMPARE(noticeOf(bench), u"“checkouts.png” exists. Replace it?"_s);
    QCOMPARE(bytesOf(bench.path(u"checkouts.png"_s)), QByteArray("old"));
    bench.click(u"exportPicture"_s); // is no answer
    QCOMPARE(bytesOf(bench.path(u"checkouts.png"_s)), QByteArray("old"));
    bench.click(u"replaceFile"_s);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(bytesOf(bench.path(u"checkouts.png"_s)).startsWith("\x89PNG"));
}

void TestExportFiles::anotherNameWithdrawsTheQuestion()
{
    ExportBench bench(shopSegments());
    put(bench.path(u"checkouts.png"_s), "old");
    bench.click(u"exportPicture"_s);
    QVERIFY(bench.child<QPushButton>(u"replaceFile"_s).isVisible());
    bench.type(u"fileName"_s, u"new"_s);
    QVERIFY(!bench.child<QPushButton>(u"replaceFile"_s).isVisible());
    QVERIFY(!bench.child<NoticeRow>(u"exportNotice"_s).isVisible());
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.click(u"exportPicture"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(bench.files(), (QStringList{u"checkouts.png"_s, u"new.png"_s}));
}

void TestExportFiles::enterReplaces()
{
    ExportBench bench(shopSegments());
    put(bench.path(u"checkouts.png"_s), "old");
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    QTest::keyClick(&bench.dialog(), Qt::Key_Return);
    QVERIFY(bench.child<QPushButton>(u"replaceFile"_s).hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(exported.size(), 1);
}

void TestExportFiles::manyFilesAreAskedForAtOnce()
{
    ExportBench bench(shopSegments(ChartLayout::SideBySide));
    put(bench.path(u"checkouts_Gold_members.png"_s), "old");
    put(bench.path(u"checkouts_All_users.png"_s), "old");
    bench.click(u"whatPanels"_s);
    bench.click(u"exportPicture"_s);
    QVERIFY2(noticeOf(bench).startsWith(u'2'), qPrintable(noticeOf(bench)));
    QCOMPARE(bench.files().size(), 2);
}

void TestExportFiles::aLinkIsFollowed()
{
    ExportBench bench(shopSegments());
    QVERIFY(QDir(bench.folder()).mkdir(u"real"_s));
    const QString target = bench.path(u"real/target.png"_s);
    put(target, "old");
    QVERIFY(QFile::link(target, bench.path(u"checkouts.png"_s)));
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.click(u"exportPicture"_s);
    bench.click(u"replaceFile"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(QFile::symLinkTarget(bench.path(u"checkouts.png"_s)), target);
    QVERIFY(bytesOf(target).startsWith("\x89PNG"));
}

void TestExportFiles::aFolderThatIsNotThereIsSaid()
{
    ExportDialog dialog(
        {.source = shopSegments(), .folder = u"/nowhere/Pictures"_s, .baseName = u"checkouts"_s});
    dialog.open();
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    QTest::keyClick(&dialog, Qt::Key_Return);
    const auto *notice = dialog.findChild<NoticeRow *>(u"exportNotice"_s);
    QTRY_COMPARE(notice->text(), u"“Pictures” cannot be written to. Choose another folder."_s);
    QVERIFY(dialog.isVisible());
    QCOMPARE(exported.size(), 0);
}

void TestExportFiles::aFullDiskLeavesTheOldFile()
{
#ifdef Q_OS_UNIX
    ExportBench bench(shopSegments());
    put(bench.path(u"checkouts.png"_s), "old");
    const TinyFiles full;
    bench.click(u"exportPicture"_s);
    bench.click(u"replaceFile"_s);
    QTRY_VERIFY(noticeOf(bench).contains(u"cannot be written to"_s));
    QCOMPARE(bench.files(), QStringList{u"checkouts.png"_s});
    QCOMPARE(bytesOf(bench.path(u"checkouts.png"_s)), QByteArray("old"));
#else
    QSKIP("no limit can be set here");
#endif
}

void TestExportFiles::escapeStopsAndLeavesNothing()
{
    ExportBench bench(shopSegments(ChartLayout::SideBySide));
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.click(u"whatPanels"_s);
    bench.click(u"exportPicture"_s);
    QTest::keyClick(&bench.dialog(), Qt::Key_Escape);
    QVERIFY(bench.dialog().isVisible());
    QVERIFY(bench.child<QPushButton>(u"exportPicture"_s).isEnabled());
    QCOMPARE(noticeOf(bench), u"Stopped. Nothing was written."_s);
    QVERIFY(bench.child<QWidget>(u"exportPicture"_s).hasFocus()); // as before
    QVERIFY(bench.files().isEmpty());
    QTest::keyClick(&bench.dialog(), Qt::Key_Escape);
    QVERIFY(!bench.dialog().isVisible());
    QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
    QCoreApplication::processEvents();
    QVERIFY(bench.files().isEmpty());
    QCOMPARE(exported.size(), 0);
}

void TestExportFiles::whileItWritesNothingElseCanBeDone()
{
    ExportBench bench(shopSegments());
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.click(u"exportPicture"_s);
    QCOMPARE(noticeOf(bench), u"Writing…"_s);
    for (const QString &name : {u"exportPicture"_s,
                                u"copyPicture"_s,
                                u"fileName"_s,
                                u"changeFolder"_s,
                                u"scale2"_s,
                                u"titleWords"_s}) {
        QVERIFY2(!bench.child<QWidget>(name).isEnabled(), qPrintable(name));
    }
    QVERIFY(bench.child<QPushButton>(u"cancelExport"_s).isEnabled());
    QTRY_COMPARE(exported.size(), 1);
}

void TestExportFiles::anyNameMakesAFile()
{
    QFETCH(QString, name);
    ExportBench bench(shopSegments(), {.options = {.size = QSize(320, 240)}});
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.child<QLineEdit>(u"fileName"_s).setText(name);
    if (name.trimmed().isEmpty()) {
        QVERIFY(!bench.child<QPushButton>(u"exportPicture"_s).isEnabled());
        return;
    }
    bench.click(u"exportPicture"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(bench.files().size(), 1);
    const QString file = bench.files().constFirst();
    QVERIFY2(file.endsWith(u".png"_s) && !file.startsWith(u'.'), qPrintable(file));
    QVERIFY(file.toUtf8().size() <= 204);
}

void TestExportFiles::theFormatIsTheFiles_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("PNG") << u"formatPng"_s << u"checkouts.png"_s << QByteArray("\x89PNG");
    QTest::newRow("SVG") << u"formatSvg"_s << u"checkouts.svg"_s << QByteArray("<?xml");
    QTest::newRow("PDF") << u"formatPdf"_s << u"checkouts.pdf"_s << QByteArray("%PDF");
}

void TestExportFiles::theFormatIsTheFiles()
{
    QFETCH(QString, button);
    QFETCH(QString, file);
    QFETCH(QByteArray, begin);
    ExportBench bench(shopSegments());
    QSignalSpy exported(&bench.dialog(), &ExportDialog::exported);
    bench.click(button);
    bench.click(u"exportPicture"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(bench.files(), QStringList{file});
    QVERIFY(bytesOf(bench.path(file)).startsWith(begin));
}

void TestExportFiles::rememberingIsAskedFor()
{
    ExportBench bench(shopSegments());
    QVERIFY(!bench.dialog().wantsRemembering());
    bench.click(u"rememberExport"_s);
    QVERIFY(bench.dialog().wantsRemembering());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestExportFiles)
#include "tst_exportfiles.moc"
