// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyclearing.h"
#include "app/history/historyplace.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const QString workspace = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
const QString neighbour = u"1f8fad5b-d9cb-469f-a165-70867728950e"_s;
QUrl american()
{
    return QUrl(u"https://rest.iad-01.braze.com"_s);
}

QUrl european()
{
    return QUrl(u"https://rest.fra-01.braze.eu"_s);
}

struct Folder
{
    [[nodiscard]] QString path() const { return folder.path(); }
    [[nodiscard]] QString fileOf(const QString &id, const QUrl &endpoint = american()) const
    {
        return historyPath(path(), id, endpoint);
    }

    [[nodiscard]] qint64 bytes(const QString &id = workspace) const
    {
        return historyBytes(path(), id);
    }

    /// What a program that ended has left behind.
    void keep(const QString &id, const QUrl &endpoint = american()) const
    {
        HistoryFile file(fileOf(id, endpoint));
        QVERIFY(file.store({{.key = hourly(u"a"_s), .buckets = hours(20'000)}}));
    }

    [[nodiscard]] ClearingOutcome clear(History *inUse = nullptr) const
    {
        HistoryClearing clearing(path(), workspace, inUse, nullptr);
        QSignalSpy finished(&clearing, &HistoryClearing::finished);
        if (!finished.isEmpty() || !finished.wait(20'000) || finished.size() != 1) {
            return {.ok = false};
        }
        return finished.constFirst().constFirst().value<ClearingOutcome>();
    }

    QTemporaryDir folder;
};

std::size_t heldIn(const QString &path)
{
    HistoryFile file(path);
    return heldOf(file, hourly(u"a"_s)).size();
}

} // namespace

class TestHistoryClearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void allFilesOfAWorkspaceCount();
    static void whatNobodyUsesIsGone();
    static void ofAnotherWorkspaceEverythingStays();
    static void ourOwnIsEmptiedAndGoesOn();
    static void whatAnotherProgramUsesIsEmptiedInPlace();
    static void whatWasSetAsideAsDamagedGoesToo();
    static void aDamagedFileIsClearedToo();
    static void nothingKeptIsCleared();
    static void ofANewerProgramNothingIsTouched();
    static void aHistoryThatEndsMeanwhileIsCleared();
    static void deletedWorkspacesTakeTheirFilesAlong();
};

void TestHistoryClearing::allFilesOfAWorkspaceCount()
{
    const Folder folder;
    QCOMPARE(folder.bytes(), 0);
    folder.keep(workspace);
    QCOMPARE(folder.bytes(), QFileInfo(folder.fileOf(workspace)).size());
    writeBytes(folder.fileOf(workspace) + u"-wal"_s, QByteArray(1'000, 'x'));
    writeBytes(folder.fileOf(workspace, european()), QByteArray(200, 'x'));
    writeBytes(folder.fileOf(workspace) + u".corrupt-1"_s, QByteArray(30, 'x'));
    writeBytes(folder.fileOf(neighbour), QByteArray(50'000, 'x'));
    QCOMPARE(folder.bytes(), QFileInfo(folder.fileOf(workspace)).size() + 1'230);
    QCOMPARE(historyFiles(folder.path(), workspace).size(), 2);
}

void TestHistoryClearing::whatNobodyUsesIsGone()
{
    const Folder folder;
    folder.keep(workspace);
    folder.keep(workspace, european());
    QVERIFY(folder.bytes() > 10'000);
    QCOMPARE(folder.clear(), ClearingOutcome());
    QCOMPARE(folder.bytes(), 0);
    QVERIFY(historyFiles(folder.path(), workspace).isEmpty());
    folder.keep(workspace); // and is kept anew
    QCOMPARE(heldIn(folder.fileOf(workspace)), std::size_t{20'000});
}

void TestHistoryClearing::ofAnotherWorkspaceEverythingStays()
{
    const Folder folder;
    folder.keep(workspace);
    folder.keep(neighbour);
    const qint64 before = folder.bytes(neighbour);
    QCOMPARE(folder.clear(), ClearingOutcome());
    QCOMPARE(folder.bytes(neighbour), before);
    QCOMPARE(heldIn(folder.fileOf(neighbour)), std::size_t{20'000});
}

void TestHistoryClearing::ourOwnIsEmptiedAndGoesOn()
{
    const Folder folder;
    folder.keep(workspace);
    History history(folder.fileOf(workspace));
    history.store(hourly(u"a"_s), hours(30'000)); // on its way
    QCOMPARE(folder.clear(&history), ClearingOutcome());
    QCOMPARE(heldIn(folder.fileOf(workspace)), std::size_t{0});
    history.store(hourly(u"a"_s), hours(3));
    const QSignalSpy flushed(history.flush(&history), &HistoryTask::finished);
    QTRY_COMPARE(flushed.size(), 1);
    QCOMPARE(heldIn(folder.fileOf(workspace)), std::size_t{3});
}

void TestHistoryClearing::whatAnotherProgramUsesIsEmptiedInPlace()
{
    const Folder folder;
    folder.keep(workspace);
    HistoryFile other(folder.fileOf(workspace));
    QCOMPARE(heldOf(other, hourly(u"a"_s)).size(), std::size_t{20'000});
    QCOMPARE(folder.clear(), ClearingOutcome());
    QVERIFY(QFileInfo::exists(folder.fileOf(workspace)));
    QVERIFY(heldOf(other, hourly(u"a"_s)).empty());
    QVERIFY(other.store({{.key = hourly(u"a"_s), .buckets = hours(7)}}));
    QCOMPARE(heldIn(folder.fileOf(workspace)), std::size_t{7});
}

void TestHistoryClearing::whatWasSetAsideAsDamagedGoesToo()
{
    const Folder folder;
    folder.keep(workspace);
    const QString aside = folder.fileOf(workspace) + u".corrupt-20260310-120000000"_s;
    writeBytes(aside, "torn");
    writeBytes(aside + u"-wal"_s, "torn");
    QCOMPARE(folder.clear(), ClearingOutcome());
    QCOMPARE(folder.bytes(), 0);
}

void TestHistoryClearing::aDamagedFileIsClearedToo()
{
    const Folder folder;
    writeBytes(folder.fileOf(workspace), QByteArray(20'000, 'x'));
    QCOMPARE(folder.clear(), ClearingOutcome());
    QCOMPARE(folder.bytes(), 0);
}

void TestHistoryClearing::nothingKeptIsCleared()
{
    const Folder folder;
    QCOMPARE(folder.clear(), ClearingOutcome());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestHistoryClearing::ofANewerProgramNothingIsTouched()
{
    const Folder folder;
    folder.keep(workspace);
    {
        SqlConnection connection;
        QVERIFY(connection.open(
            folder.fileOf(workspace), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
        QVERIFY(connection.run(u"PRAGMA user_version = 1000"_s));
        connection.close();
    }
    const QByteArray before = bytesOf(folder.fileOf(workspace));
    const ClearingOutcome outcome = folder.clear();
    QVERIFY(!outcome.ok);
    QCOMPARE(outcome.trouble, HistoryTrouble::NewerVersion);
    QCOMPARE(bytesOf(folder.fileOf(workspace)), before);
}

void TestHistoryClearing::aHistoryThatEndsMeanwhileIsCleared()
{
    const Folder folder;
    folder.keep(workspace);
    auto history = std::make_unique<History>(folder.fileOf(workspace));
    HistoryClearing clearing(folder.path(), workspace, history.get(), nullptr);
    const QSignalSpy finished(&clearing, &HistoryClearing::finished);
    history.reset();
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<ClearingOutcome>(), ClearingOutcome());
    QCOMPARE(heldIn(folder.fileOf(workspace)), std::size_t{0});
}

void TestHistoryClearing::deletedWorkspacesTakeTheirFilesAlong()
{
    const Folder folder;
    folder.keep(workspace);
    folder.keep(workspace, european());
    writeBytes(folder.fileOf(workspace) + u".corrupt-1"_s, "torn");
    folder.keep(neighbour);
    removeHistory(folder.path(), workspace);
    QVERIFY(QDir(folder.path()).entryList({workspace + u'*'}, QDir::Files).isEmpty());
    QCOMPARE(heldIn(folder.fileOf(neighbour)), std::size_t{20'000});
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHistoryClearing)

#include "tst_historyclearing.moc"
