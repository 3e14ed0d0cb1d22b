// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/export/filebatch.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestFileBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allAreWrittenAndCounted();
    void nothingIsToldInsideTheStart();
    void withoutFilesItIsDone();
    void untilTheLastIsMadeNothingChanges();
    void oneThatCannotBeMadeLeavesNone();
    void oneThatCannotBeWrittenLeavesNone_data();
    void oneThatCannotBeWrittenLeavesNone();
    void oneThatCannotBePutInItsPlaceTakesTheOthersAway();
    void deletingItLeavesNothing();
    void itMayBeDeletedByWhoHearsOfProgress();
    void fewAreMadeAtOnce_data();
    void fewAreMadeAtOnce();
    void aFileThatIsReplacedKeepsItsPermissions();
    void aLinkStaysALink();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// A file that holds its own name.
    [[nodiscard]] BatchFile file(const QString &name) const;
    /// What is in the folder, hidden files as well.
    [[nodiscard]] QStringList there() const;
    void put(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray content(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

using Written = Result<QStringList>;

/// Runs @p batch to its end.
Written resultOf(FileBatch &batch)
{
    QSignalSpy finished(&batch, &FileBatch::finished);
    batch.start();
    if (!finished.wait()) {
        return Error{.detail = u"it does not end"_s};
    }
    QCoreApplication::processEvents();
    return finished.size() == 1 ? finished.constFirst().constFirst().value<Written>()
                                : Written(Error{.detail = u"it ended twice"_s});
}

BytesMaker maker(const QByteArray &bytes)
{
    return [bytes]() -> Result<QByteArray> {
        return bytes;
    };
}

} // namespace

void TestFileBatch::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

BatchFile TestFileBatch::file(const QString &name) const
{
    return {.path = path(name), .prepare = [name] {
                return maker(name.toUtf8());
            }};
}

QStringList TestFileBatch::there() const
{
    return QDir(m_folder->path())
        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
}

void TestFileBatch::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray TestFileBatch::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFileBatch::allAreWrittenAndCounted()
{
    std::vector<BatchFile> files;
    QStringList names;
    for (int i = 0; i < 12; ++i) {
        names.append(u"%1.png"_s.arg(i, 2, 10, QChar(u'0')));
        files.push_back(file(names.constLast()));
    }
    FileBatch batch(std::move(files));
    QSignalSpy progressed(&batch, &FileBatch::progressed);
    const Written written = resultOf(batch);
    QVERIFY(written.hasValue());
    QCOMPARE(written->size(), 12);
    QCOMPARE(written->at(3), path(u"03.png"_s));
    QCOMPARE(there(), names);
    QCOMPARE(content(u"07.png"_s), QByteArray("07.png"));
    QCOMPARE(progressed.size(), 12);
    QCOMPARE(progressed.at(11), (QVariantList{12, 12}));
}

void TestFileBatch::nothingIsToldInsideTheStart()
{
    FileBatch batch({});
    QSignalSpy finished(&batch, &FileBatch::finished);
    batch.start();
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
}

void TestFileBatch::withoutFilesItIsDone()
{
    FileBatch batch({});
    const Written written = resultOf(batch);
    QVERIFY(written.hasValue());
    QVERIFY(written->isEmpty());
}

void TestFileBatch::untilTheLastIsMadeNothingChanges()
{
    put(u"a"_s, "old");
    QSemaphore gate;
    FileBatch batch({file(u"a"_s), {.path = path(u"b"_s), .prepare = [&gate] {
                                        return [&gate]() -> Result<QByteArray> {
                                            gate.acquire();
                                            return QByteArray("b");
                                        };
                                    }}});
    QSignalSpy progressed(&batch, &FileBatch::progressed);
    QSignalSpy finished(&batch, &FileBatch::finished);
    batch.start();
    QTRY_COMPARE(progressed.size(), 1);
    QCOMPARE(content(u"a"_s), QByteArray("old"));
    QVERIFY(!QFile::exists(path(u"b"_s)));
    gate.release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(content(u"a"_s), QByteArray("a"));
    QCOMPARE(there(), (QStringList{u"a"_s, u"b"_s}));
}

void TestFileBatch::oneThatCannotBeMadeLeavesNone()
{
    put(u"a"_s, "old");
    FileBatch batch({file(u"a"_s), {.path = path(u"b"_s), .prepare = [] {
                                        return []() -> Result<QByteArray> {
                                            return Error{.detail = u"no memory"_s};
                                        };
                                    }}});
    const Written written = resultOf(batch);
    QVERIFY(!written.hasValue());
    QCOMPARE(written.error().kind, ErrorKind::File);
    QCOMPARE(written.error().detail, path(u"b"_s));
    QCOMPARE(there(), QStringList{u"a"_s});
    QCOMPARE(content(u"a"_s), QByteArray("old"));
}

void TestFileBatch::oneThatCannotBeWrittenLeavesNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder has its name") << u"taken"_s;
    QTest::newRow("its folder is not there") << u"nowhere/b"_s;
    QTest::newRow("a name of 10,000 characters") << QString(10'000, u'x');
}

void TestFileBatch::oneThatCannotBeWrittenLeavesNone()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"taken"_s));
    FileBatch batch({file(u"a"_s), file(name), file(u"c"_s)});
    const Written written = resultOf(batch);
    QVERIFY(!written.hasValue());
    QCOMPARE(written.error().detail, path(name));
    QCOMPARE(there(), QStringList{u"taken"_s});
}

void TestFileBatch::oneThatCannotBePutInItsPlaceTakesTheOthersAway()
{
    // A folder takes the place of the first file when that is made already.
    const QString taken = path(u"b"_s);
    FileBatch batch({file(u"a"_s),
                     file(u"b"_s),
                     {.path = path(u"c"_s),
                      .prepare =
                          [taken] {
                              QDir().mkdir(taken);
                              return maker("c");
                          },
                      .memory = 1LL << 40}});
    const Written written = resultOf(batch);
    QVERIFY(!written.hasValue());
    QCOMPARE(written.error().detail, taken);
    QCOMPARE(there(), QStringList{u"b"_s});
    QVERIFY(QFileInfo(taken).isDir());
}

void TestFileBatch::deletingItLeavesNothing()
{
    put(u"a"_s, "old");
    QSemaphore gate;
    QSemaphore left;
    const auto waiting = [&gate, &left] {
        return [&gate, &left]() -> Result<QByteArray> {
            gate.acquire();
            left.release();
            return QByteArray("b");
        };
    };
    auto batch = std::make_unique<FileBatch>(
        std::vector<BatchFile>{file(u"a"_s), {.path = path(u"b"_s), .prepare = waiting}});
    QSignalSpy progressed(batch.get(), &FileBatch::progressed);
    QSignalSpy finished(batch.get(), &FileBatch::finished);
    batch->start();
    QTRY_COMPARE(progressed.size(), 1);
    batch.reset();
    gate.release();
    left.acquire(); // the thread has nobody to tell
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 0);
    QCOMPARE(there(), QStringList{u"a"_s});
    QCOMPARE(content(u"a"_s), QByteArray("old"));
}

void TestFileBatch::itMayBeDeletedByWhoHearsOfProgress()
{
    auto *batch = new FileBatch({file(u"a"_s), file(u"b"_s)}, this); // deleted below
    connect(batch, &FileBatch::progressed, this, [batch] { delete batch; });
    QSignalSpy destroyed(batch, &QObject::destroyed);
    batch->start();
    QVERIFY(destroyed.wait());
    QCoreApplication::processEvents();
    QCOMPARE(there(), QStringList());
}

void TestFileBatch::fewAreMadeAtOnce_data()
{
    QTest::addColumn<qint64>("memory");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("small ones") << qint64{0} << 4;
    QTest::newRow("200 MiB each") << (200LL << 20) << 2;
    QTest::newRow("1 GiB each") << (1LL << 30) << 1;
}

void TestFileBatch::fewAreMadeAtOnce()
{
    QFETCH(qint64, memory);
    QFETCH(int, atOnce);
    QSemaphore gate;
    int prepared = 0;
    std::vector<BatchFile> files;
    files.reserve(8);
    for (int i = 0; i < 8; ++i) {
        files.push_back({.path = path(QString::number(i)),
                         .prepare =
                             [&gate, &prepared] {
                                 ++prepared;
                                 return [&gate]() -> Result<QByteArray> {
                                     gate.acquire();
                                     return QByteArray("x");
                                 };
                             },
                         .memory = memory});
    }
    FileBatch batch(std::move(files));
    QSignalSpy finished(&batch, &FileBatch::finished);
    batch.start();
    QTRY_COMPARE(prepared, atOnce);
    for (int turn = 0; turn < 20; ++turn) {
        QCoreApplication::processEvents();
    }
    QCOMPARE(prepared, atOnce);
    gate.release(8);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(there().size(), 8);
}

void TestFileBatch::aFileThatIsReplacedKeepsItsPermissions()
{
    put(u"a"_s, "old");
    const QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(QFile::setPermissions(path(u"a"_s), mine));
    FileBatch batch({file(u"a"_s)});
    QVERIFY(resultOf(batch).hasValue());
    QCOMPARE(QFile::permissions(path(u"a"_s)) & ~(QFile::ReadUser | QFile::WriteUser), mine);
}

void TestFileBatch::aLinkStaysALink()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"elsewhere"_s));
    put(u"elsewhere/a"_s, "old");
    QVERIFY(QFile::link(path(u"elsewhere/a"_s), path(u"a"_s)));
    FileBatch batch({file(u"a"_s)});
    QVERIFY(resultOf(batch).hasValue());
    QVERIFY(QFileInfo(path(u"a"_s)).isSymLink());
    QCOMPARE(content(u"elsewhere/a"_s), QByteArray("a"));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestFileBatch)

#include "tst_filebatch.moc"
