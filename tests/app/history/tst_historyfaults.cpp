// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestHistoryFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anyStatementMayFail_data();
    void anyStatementMayFail();
    void damageFoundByAnyStatementBeginsANewFile();
    void aFullDiskKeepsWhatIsThere();
    void aReadOnlyDiskIsStillRead();
    void aLockThatNobodyGivesUpIsBusy();
    void closingDoesNotWaitForALock();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"history.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const std::vector<HeldBucket> &before()
{
    static const std::vector<HeldBucket> buckets = hours(1500);
    return buckets;
}

std::vector<HeldBucket> after()
{
    return hours(3000);
}

Catalog catalogOf(const QString &event)
{
    return {.events = {event}, .eventsState = ListState::Read};
}

/// Everything a history does; how many of the five calls succeeded.
int useAll(HistoryFile &file)
{
    int done = 0;
    done += file.store({{.key = hourly(u"a"_s), .buckets = after()},
                        {.key = hourly(u"new"_s), .buckets = after()}})
              ? 1
              : 0;
    done += file.read({hourly(u"a"_s), hourly(u"b"_s)}, allTime) ? 1 : 0;
    done += file.storeCatalog(catalogOf(u"later"_s)) ? 1 : 0;
    done += file.readCatalog() ? 1 : 0;
    done += file.clear() ? 1 : 0;
    return done;
}

} // namespace

void TestHistoryFaults::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryFaults::anyStatementMayFail_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<HistoryTrouble>("trouble");
    QTest::newRow("input or output") << (10 | 3 << 8) << HistoryTrouble::Unusable;
    QTest::newRow("full") << 13 << HistoryTrouble::Full;
    QTest::newRow("busy") << (5 | 2 << 8) << HistoryTrouble::Busy;
    QTest::newRow("read-only") << (8 | 1 << 8) << HistoryTrouble::ReadOnly;
}

/// With every n: the n-th statement fails. The call that ran it is an error, the others work, what
/// was held before is whole, and a store is all there or not at all.
void TestHistoryFaults::anyStatementMayFail()
{
    QFETCH(int, code);
    QFETCH(HistoryTrouble, trouble);
    for (int n = 0;; ++n) {
        const QString file = m_folder->filePath(QString::number(n));
        QVERIFY(HistoryFile(file).store({{.key = hourly(u"a"_s), .buckets = before()},
                                         {.key = hourly(u"b"_s), .buckets = before()}}));
        int left = n;
        HistoryFile faulty(file, {.beforeStatement = [&left, code](const QString &) {
                               return left-- == 0 ? code : 0;
                           }});
        const bool stored = faulty
                                .store({{.key = hourly(u"a"_s), .buckets = after()},
                                        {.key = hourly(u"new"_s), .buckets = after()}})
                                .hasValue();
        const bool done = std::exchange(left, -1) >= 0; // n was beyond all statements
        const auto notices = faulty.takeNotices();
        QCOMPARE(notices.size(), std::size_t{stored ? 0U : 1U});
        QVERIFY(stored || notices.front().trouble == trouble);
        {
            HistoryFile other(file);
            QVERIFY(heldOf(other, hourly(u"a"_s)) == (stored ? after() : before()));
            QVERIFY(heldOf(other, hourly(u"b"_s)) == before());
            QCOMPARE(heldOf(other, hourly(u"new"_s)).empty(), !stored);
            QVERIFY(other.takeNotices().empty());
        }
        // A file that could only be opened for reading is not tried again: two of the five read.
        const bool readOnly = !stored && trouble == HistoryTrouble::ReadOnly;
        QVERIFY2(useAll(faulty) >= (readOnly ? 2 : 5), qPrintable(QString::number(n)));
        HistoryFile next(file);
        QVERIFY(next.store({{.key = hourly(u"a"_s), .buckets = before()}}));
        QVERIFY(next.takeNotices().empty());
        if (done) {
            QVERIFY(n > 20);
            return;
        }
    }
}

void TestHistoryFaults::damageFoundByAnyStatementBeginsANewFile()
{
    for (int n = 0;; ++n) {
        const QString file = m_folder->filePath(QString::number(n));
        QVERIFY(HistoryFile(file).store({{.key = hourly(u"a"_s), .buckets = before()}}));
        int left = n;
        HistoryFile faulty(file, {.beforeStatement = [&left](const QString &) {
                               return left-- == 0 ? 11 : 0;
                           }});
        QCOMPARE(useAll(faulty), 5);
        QVERIFY(heldOf(faulty, hourly(u"a"_s)).empty());
        const auto notices = faulty.takeNotices();
        QCOMPARE(notices.size(), std::size_t{left < 0 ? 1U : 0U});
        if (left >= 0) {
            return;
        }
        QCOMPARE(notices.front().trouble, HistoryTrouble::Quarantined);
        HistoryFile aside(notices.front().path);
        QVERIFY(!heldOf(aside, hourly(u"a"_s)).empty() || n > 15); // clear() came before
    }
}

void TestHistoryFaults::aFullDiskKeepsWhatIsThere()
{
    HistoryFile file(path(), {.maxPages = 12});
    QVERIFY(file.store({{.key = hourly(u"a"_s), .buckets = before()}}));
    QVERIFY(!file.store({{.key = hourly(u"b"_s), .buckets = hours(200'000)}}));
    QVERIFY(!file.store({{.key = hourly(u"b"_s), .buckets = hours(200'000)}}));
    const auto notices = file.takeNotices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().trouble, HistoryTrouble::Full);
    QVERIFY(heldOf(file, hourly(u"a"_s)) == before());
    QVERIFY(heldOf(file, hourly(u"b"_s)).empty());
    QVERIFY(file.store({{.key = hourly(u"c"_s), .buckets = hours(3)}}));
    QVERIFY(file.clear());
    QVERIFY(file.store({{.key = hourly(u"d"_s), .buckets = before()}}));
}

void TestHistoryFaults::aReadOnlyDiskIsStillRead()
{
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"a"_s), .buckets = before()}}));
    // What SQLite says there: it can't make its log, so that only a file without one can be read.
    int statements = 0;
    HistoryFile file(path(), {.beforeStatement = [&statements](const QString &sql) {
                         if (statements++ == 0) {
                             return 14; // SQLITE_CANTOPEN
                         }
                         return sql.startsWith(u"BEGIN IMMEDIATE") ? 8 : 0;
                     }});
    QVERIFY(heldOf(file, hourly(u"a"_s)) == before());
    QVERIFY(file.takeNotices().empty());
    QVERIFY(!file.store({{.key = hourly(u"a"_s), .buckets = after()}}));
    const auto notices = file.takeNotices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().trouble, HistoryTrouble::ReadOnly);
    QVERIFY(heldOf(file, hourly(u"a"_s)) == before());
}

void TestHistoryFaults::aLockThatNobodyGivesUpIsBusy()
{
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"a"_s), .buckets = before()}}));
    SqlConnection other;
    QVERIFY(other.open(path(), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
    QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
    HistoryFile file(path(), {.busyTimeout = std::chrono::milliseconds(20)});
    QVERIFY(!file.store({{.key = hourly(u"a"_s), .buckets = after()}}));
    QCOMPARE(file.takeNotices().front().trouble, HistoryTrouble::Busy);
    QVERIFY(heldOf(file, hourly(u"a"_s)) == before());
    QVERIFY(other.run(u"ROLLBACK"_s));
    QVERIFY(file.store({{.key = hourly(u"a"_s), .buckets = after()}}));
}

/// Or it would wait for an hour.
void TestHistoryFaults::closingDoesNotWaitForALock()
{
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"a"_s), .buckets = before()}}));
    SqlConnection other;
    QVERIFY(other.open(path(), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
    QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
    {
        History history(path(), {.busyTimeout = std::chrono::hours(1)});
        history.store(hourly(u"a"_s), after());
    }
    QVERIFY(other.run(u"ROLLBACK"_s));
    HistoryFile file(path());
    QVERIFY(heldOf(file, hourly(u"a"_s)) == before());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHistoryFaults)

#include "tst_historyfaults.moc"
