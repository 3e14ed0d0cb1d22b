// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/wholefile.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aFileIsWrittenWhole();
    static void aNewFileIsForThoseTheSystemSays();
    static void aFileIsForItsOwnerIfThatIsWanted();
    static void aLinkLeadsToTheFile();
    static void aFullDiskIsTold();
    static void whatCannotBeWrittenIsTold();
};

void TestWholeFile::aFileIsWrittenWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    QVERIFY(!writeWhole(path, "long before"));
    QVERIFY(!writeWhole(path, "after"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("after"));
}

void TestWholeFile::aNewFileIsForThoseTheSystemSays()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    const mode_t usual = umask(022);
    const bool failed = writeWhole(path, "x").has_value();
    umask(usual);
    QVERIFY(!failed);
    QVERIFY(QFile::permissions(path).testFlag(QFile::ReadOther)); // a colleague's, for instance
    QVERIFY(!QFile::permissions(path).testFlag(QFile::WriteOther));
#else
    QSKIP("permissions are another matter here");
#endif
}

void TestWholeFile::aFileIsForItsOwnerIfThatIsWanted()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    const QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QVERIFY(!writeWhole(path, "x", owner));
    QVERIFY(!QFile::permissions(path).testFlag(QFile::ReadOther));
    QVERIFY(!QFile::permissions(path).testFlag(QFile::ReadGroup));
}

void TestWholeFile::aLinkLeadsToTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    const QString link = folder.filePath(u"link.csv"_s);
    QVERIFY(!writeWhole(path, "before"));
    QVERIFY(QFile::link(path, link));
    QVERIFY(!writeWhole(link, "after"));
    QVERIFY(QFileInfo(link).isSymbolicLink());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("after"));
}

void TestWholeFile::aFullDiskIsTold()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    QVERIFY(!writeWhole(path, "before"));
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN); // NOLINT: the macro is the system's
    const rlimit tiny{.rlim_cur = 4'096, .rlim_max = limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const std::optional<Error> error = writeWhole(path, QByteArray(10'000, 'x'));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    (void)std::signal(SIGXFSZ, handler);
    QVERIFY(error);
    QFile file(path); // what was there is there
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.csv"_s});
#else
    QSKIP("no limit can be set here");
#endif
}

void TestWholeFile::whatCannotBeWrittenIsTold()
{
    const QTemporaryDir folder;
    QVERIFY(writeWhole(folder.path(), "x")); // a folder
    const std::optional<Error> error = writeWhole(folder.filePath(u"none/a.csv"_s), "x");
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::File);
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWholeFile)

#include "tst_wholefile.moc"
