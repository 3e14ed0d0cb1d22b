// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aReadSeesWhatWasStoredBefore();
    void aReadEndsOnceAndNotInsideItsCall();
    void aDeletedReadStaysSilent();
    void whatWasFetchedLaterIsNotHeldYet();
    void theEndWaitsForWhatWasStored();
    void aBurstIsOneTransaction();
    void aFlushCommits();
    void theCatalogIsKept();
    void sizeAndClear();
    void trouble_data();
    void trouble();
    void workIsDoneOnAnotherThread();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"history.sqlite"_s); }
    /// What is held of @p key; fails the test when no answer comes.
    [[nodiscard]] std::vector<HeldBucket> held(const SeriesKey &key);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<History> m_history;
};

namespace {

HeldBuckets answerOf(const QSignalSpy &spy)
{
    return spy.constFirst().constFirst().value<HeldBuckets>();
}

} // namespace

void TestHistory::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_history = std::make_unique<History>(path());
}

void TestHistory::cleanup()
{
    m_history.reset();
}

std::vector<HeldBucket> TestHistory::held(const SeriesKey &key)
{
    const std::unique_ptr<HistoryRead> read(m_history->read({key}, allTime, nullptr));
    const QSignalSpy spy(read.get(), &HistoryRead::finished);
    return QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, 10'000) ? answerOf(spy).front()
                                                                      : std::vector<HeldBucket>();
}

void TestHistory::aReadSeesWhatWasStoredBefore()
{
    m_history->store(hourly(u"a"_s), hours(100));
    m_history->store(hourly(u"a"_s), hours(100, firstHour + 100 * msPerHour));
    QCOMPARE(held(hourly(u"a"_s)).size(), std::size_t{200});
}

void TestHistory::aReadEndsOnceAndNotInsideItsCall()
{
    HistoryRead *read = m_history->read({hourly(u"a"_s), hourly(u"b"_s)}, {.last = 1}, this);
    const QSignalSpy spy(read, &HistoryRead::finished);
    QVERIFY(spy.isEmpty());
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(answerOf(spy).size(), std::size_t{2});
    QVERIFY(held(hourly(u"a"_s)).empty()); // another one has come and gone
    QCOMPARE(spy.size(), 1);
    delete read;
}

void TestHistory::aDeletedReadStaysSilent()
{
    HistoryRead *early = m_history->read({hourly(u"a"_s)}, {.last = 1}, this);
    const QSignalSpy spy(early, &HistoryRead::finished);
    delete early;
    QVERIFY(held(hourly(u"a"_s)).empty());
    QVERIFY(spy.isEmpty());
}

void TestHistory::whatWasFetchedLaterIsNotHeldYet()
{
    m_history->store(hourly(u"a"_s), {counted(firstHour, 1, fetchTime + 1)});
    HeldSpan span = allTime;
    span.notAfter = fetchTime;
    const std::unique_ptr<HistoryRead> read(m_history->read({hourly(u"a"_s)}, span, nullptr));
    const QSignalSpy spy(read.get(), &HistoryRead::finished);
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(answerOf(spy).front().empty());
}

void TestHistory::theEndWaitsForWhatWasStored()
{
    m_history->store(hourly(u"a"_s), hours(1000));
    m_history.reset();
    HistoryFile file(path());
    QVERIFY(heldOf(file, hourly(u"a"_s)) == hours(1000));
}

void TestHistory::aBurstIsOneTransaction()
{
    const auto commits = std::make_shared<std::atomic_int>(0);
    HistoryOptions options;
    options.gather = std::chrono::hours(1);
    options.beforeStatement = [commits](const QString &sql) {
        *commits += sql == u"BEGIN IMMEDIATE" ? 1 : 0;
        return 0;
    };
    QVERIFY(HistoryFile(path()).store({})); // the schema is there
    m_history = std::make_unique<History>(path(), options);
    for (int i = 0; i < 50; ++i) {
        m_history->store(hourly(u"a"_s), {counted(firstHour + i * msPerHour, i)});
    }
    QCOMPARE(held(hourly(u"a"_s)).size(), std::size_t{50});
    QCOMPARE(commits->load(), 1);
}

void TestHistory::aFlushCommits()
{
    HistoryOptions options;
    options.gather = std::chrono::hours(1);
    m_history = std::make_unique<History>(path(), options);
    m_history->store(hourly(u"a"_s), hours(10));
    const QSignalSpy spy(m_history->flush(this), &HistoryTask::finished);
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(spy.constFirst().constFirst().toBool());
    HistoryFile other(path());
    QCOMPARE(heldOf(other, hourly(u"a"_s)).size(), std::size_t{10});
}

void TestHistory::theCatalogIsKept()
{
    const Catalog catalog{.events = {u"a"_s},
                          .eventsState = ListState::Read,
                          .readAt = QDateTime::fromMSecsSinceEpoch(fetchTime, Qt::UTC)};
    m_history->storeCatalog(catalog);
    const QSignalSpy spy(m_history->readCatalog({}, this), &CatalogRead::finished);
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(spy.constFirst().constFirst().value<std::optional<Catalog>>() == catalog);
    const QSignalSpy none(m_history->readCatalog(catalog.readAt.addSecs(-1), this),
                          &CatalogRead::finished);
    QTRY_COMPARE(none.size(), 1);
    QVERIFY(!none.constFirst().constFirst().value<std::optional<Catalog>>());
}

void TestHistory::sizeAndClear()
{
    m_history->store(hourly(u"a"_s), hours(100'000));
    const QSignalSpy large(m_history->size(this), &HistorySize::finished);
    const QSignalSpy cleared(m_history->clear(this), &HistoryTask::finished);
    const QSignalSpy small(m_history->size(this), &HistorySize::finished);
    QTRY_COMPARE(small.size(), 1);
    QVERIFY(cleared.constFirst().constFirst().toBool());
    QVERIFY(large.constFirst().constFirst().toLongLong() > 100'000);
    QVERIFY(small.constFirst().constFirst().toLongLong() < 100'000);
    QVERIFY(held(hourly(u"a"_s)).empty());
}

void TestHistory::trouble_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<HistoryTrouble>("trouble");
    QTest::newRow("full") << 13 << HistoryTrouble::Full;
    QTest::newRow("read-only") << 8 << HistoryTrouble::ReadOnly;
    QTest::newRow("broken") << 10 << HistoryTrouble::Unusable;
}

/// Told once, and nothing else happens: reads are answered.
void TestHistory::trouble()
{
    QFETCH(int, code);
    QFETCH(HistoryTrouble, trouble);
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"a"_s), .buckets = hours(5)}}));
    HistoryOptions options;
    options.beforeStatement = [code](const QString &sql) {
        return sql == u"BEGIN IMMEDIATE" ? code : 0;
    };
    m_history = std::make_unique<History>(path(), options);
    const QSignalSpy troubled(m_history.get(), &History::troubled);
    for (int i = 0; i < 3; ++i) {
        m_history->store(hourly(u"a"_s), hours(9));
        QCOMPARE(held(hourly(u"a"_s)).size(), std::size_t{5});
    }
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(troubled.constFirst().constFirst().value<HistoryNotice>().trouble, trouble);
}

void TestHistory::workIsDoneOnAnotherThread()
{
    HistoryOptions options;
    const auto here = std::make_shared<std::atomic_int>(0);
    options.beforeStatement = [here, gui = QThread::currentThread()](const QString &) {
        *here += QThread::currentThread() == gui ? 1 : 0;
        return 0;
    };
    m_history = std::make_unique<History>(path(), options);
    m_history->store(hourly(u"a"_s), hours(9));
    QCOMPARE(held(hourly(u"a"_s)).size(), std::size_t{9});
    m_history.reset();
    QCOMPARE(here->load(), 0);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHistory)

#include "tst_history.moc"
