// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/schema.h"
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestHistoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsStoredIsHeldByTheNextProgram();
    void aSpanIncludesBothItsEnds();
    void seriesAreAnsweredInTheOrderAsked();
    void seriesNeverMix();
    void storingInAnyOrderHoldsTheSame();
    void hoursKeepTheirHalf();
    void aMissingBucketIsHeldAsMissing();
    void whatWasFetchedLaterIsNotHeldYet();
    void theNewestCountBeforeASpanComesIfItIsAskedFor_data();
    void theNewestCountBeforeASpanComesIfItIsAskedFor();
    void aBucketBeyondAllCalendarsIsRefused();
    void theCatalogIsKept();
    void aCatalogReadLaterIsNotHeldYet();
    void clearingForgetsEverythingAndGivesTheRoomBack();
    void onlyItsOwnerMayReadIt();
    void twoProgramsStoreIntoOneChunk();
    void twoProgramsStoreAtOnce();
    void anOlderFileIsBroughtForward();
    void aStepThatFailsLeavesTheFileAsItWas();
    void aNewerFileIsLeftUntouched();
    void aFileThatMayNotBeWrittenIsStillRead();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kept/history.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Catalog sampleCatalog()
{
    return {.events = {u"a"_s, QString(QChar(0xD800)), QString(QChar(u'\0')), u"'; DROP TABLE"_s},
            .segments = {{.id = u"s"_s, .name = u"Gold"_s, .tracked = true, .tags = {u"x"_s}}, {}},
            .eventsState = ListState::Read,
            .segmentsState = ListState::NotPermitted,
            .readAt = QDateTime::fromMSecsSinceEpoch(fetchTime, Qt::UTC)};
}

} // namespace

void TestHistoryFile::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryFile::whatIsStoredIsHeldByTheNextProgram()
{
    const std::vector<HeldBucket> buckets = hours(5000);
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"e"_s), .buckets = buckets}}));
    HistoryFile next(path());
    QVERIFY(heldOf(next, hourly(u"e"_s)) == buckets);
    QVERIFY(next.takeNotices().empty());
}

void TestHistoryFile::aSpanIncludesBothItsEnds()
{
    HistoryFile file(path());
    const std::vector<HeldBucket> buckets = hours(3000);
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = buckets}}));
    const auto held = heldOf(
        file, hourly(u"e"_s), {.first = buckets[100].time, .last = buckets[2500].time});
    QCOMPARE(held.size(), std::size_t{2401});
    QCOMPARE(held.front().time, buckets[100].time);
    QCOMPARE(held.back().time, buckets[2500].time);
}

void TestHistoryFile::seriesAreAnsweredInTheOrderAsked()
{
    HistoryFile file(path());
    QVERIFY(file.store({{.key = hourly(u"a"_s), .buckets = hours(1)},
                        {.key = hourly(u"b"_s), .buckets = hours(2)}}));
    const auto held = file.read({hourly(u"b"_s), hourly(u"unknown"_s), hourly(u"a"_s)}, allTime);
    QVERIFY(held);
    QCOMPARE(held->size(), std::size_t{3});
    QCOMPARE(held->at(0).size(), std::size_t{2});
    QCOMPARE(held->at(1).size(), std::size_t{0});
    QCOMPARE(held->at(2).size(), std::size_t{1});
}

void TestHistoryFile::seriesNeverMix()
{
    const std::vector<SeriesKey> keys{
        hourly(u"e"_s),
        {.metric = {.name = u"e"_s}},
        {.metric = {.name = u"e"_s}, .appId = u"x"_s, .unit = Unit::Hour},
        {.metric = {.name = u"e"_s}, .segmentId = u"x"_s, .unit = Unit::Hour},
        hourly(u"E"_s),
        hourly(u"e\u0301"_s),
        hourly(u"\u00e9"_s),
        hourly(QString(QChar(u'\0'))),
        hourly(QString(QChar(0xD800))),
        hourly(u"'; DROP TABLE chunks; --"_s),
        hourly(QString(10'000, u'x'))};
    HistoryFile file(path());
    double value = 1;
    for (const SeriesKey &key : keys) {
        QVERIFY(file.store({{.key = key, .buckets = {counted(firstHour, value++)}}}));
    }
    const auto held = file.read(keys, allTime);
    QVERIFY(held);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        QVERIFY(held->at(i) == std::vector{counted(firstHour, double(i + 1))});
    }
}

void TestHistoryFile::storingInAnyOrderHoldsTheSame()
{
    std::mt19937 random(4); // NOLINT(cert-msc51-cpp): the same cases every time
    std::vector<HeldBucket> words;
    for (int i = 0; i < 2000; ++i) {
        HeldBucket word = counted(
            firstHour + qint64(random() % 1500) * msPerHour, i, fetchTime + i);
        word.inside = random() % 2 == 0;
        words.push_back(word);
    }
    std::vector<HeldBucket> expected = words;
    settle(expected);
    for (int round = 0; round < 3; ++round) {
        std::shuffle(words.begin(), words.end(), random);
        HistoryFile file(path() + QString::number(round));
        for (auto part = words.cbegin(); part != words.cend(); part += 100) {
            QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = {part, part + 100}}}));
        }
        QVERIFY(heldOf(file, hourly(u"e"_s)) == expected);
    }
}

void TestHistoryFile::hoursKeepTheirHalf()
{
    HistoryFile file(path());
    const std::vector<HeldBucket> whole = hours(2000);
    const std::vector<HeldBucket> half = hours(2000, firstHour + msPerHour / 2);
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = whole}}));
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = half}}));
    std::vector<HeldBucket> expected = whole;
    expected.insert(expected.end(), half.begin(), half.end());
    settle(expected);
    QCOMPARE(expected.size(), std::size_t{4000});
    QVERIFY(heldOf(file, hourly(u"e"_s)) == expected);
}

void TestHistoryFile::aMissingBucketIsHeldAsMissing()
{
    HistoryFile file(path());
    const HeldBucket missing{
        .time = firstHour, .state = HeldState::Missing, .inside = true, .fetchedAt = fetchTime};
    HeldBucket strayValue = missing;
    strayValue.value = 17;
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = {strayValue}}}));
    QVERIFY(heldOf(file, hourly(u"e"_s)) == std::vector{missing});
}

void TestHistoryFile::whatWasFetchedLaterIsNotHeldYet()
{
    HistoryFile file(path());
    const HeldBucket early = counted(firstHour, 1);
    const HeldBucket late = counted(firstHour + msPerHour, 2, fetchTime + 1);
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = {early, late}}}));
    HeldSpan span = allTime;
    span.notAfter = fetchTime;
    QVERIFY(heldOf(file, hourly(u"e"_s), span) == std::vector{early});
}

void TestHistoryFile::theNewestCountBeforeASpanComesIfItIsAskedFor_data()
{
    QTest::addColumn<int>("distance"); // of the count, in hours
    QTest::newRow("in the same chunk, or the one before") << 3;
    QTest::newRow("chunks before") << 5'000;
    QTest::newRow("years before") << 50'000;
}

void TestHistoryFile::theNewestCountBeforeASpanComesIfItIsAskedFor()
{
    QFETCH(int, distance);
    HistoryFile file(path());
    const HeldBucket older = counted(firstHour - (distance + 1) * msPerHour, 1);
    const HeldBucket before = counted(firstHour - distance * msPerHour, 2);
    const HeldBucket within = counted(firstHour, 3);
    HeldBucket missing = counted(before.time + msPerHour, 0); // is no count
    missing.state = HeldState::Missing;
    const HeldBucket tooNew = counted(before.time + 2 * msPerHour, 4, fetchTime + 1);
    QVERIFY(
        file.store({{.key = hourly(u"e"_s), .buckets = {older, before, tooNew, missing, within}}}));
    HeldSpan span{.first = firstHour, .last = firstHour, .notAfter = fetchTime};
    QVERIFY(heldOf(file, hourly(u"e"_s), span) == std::vector{within});
    span.andNewestBefore = true;
    QVERIFY(heldOf(file, hourly(u"e"_s), span) == (std::vector{before, within}));
    QVERIFY(file.store({{.key = hourly(u"f"_s), .buckets = {within}}}));
    QVERIFY(heldOf(file, hourly(u"f"_s), span) == std::vector{within}); // there is none
}

void TestHistoryFile::aBucketBeyondAllCalendarsIsRefused()
{
    HistoryFile file(path());
    constexpr qint64 far = std::numeric_limits<qint64>::max();
    QVERIFY(!file.store({{.key = hourly(u"e"_s), .buckets = {counted(far, 1)}}}));
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = {counted(-msPerDay * 800'000, 1)}}}));
    QCOMPARE(heldOf(file, hourly(u"e"_s)).size(), std::size_t{1});
}

void TestHistoryFile::theCatalogIsKept()
{
    QVERIFY(HistoryFile(path()).storeCatalog({}));
    QVERIFY(HistoryFile(path()).storeCatalog(sampleCatalog()));
    const auto held = HistoryFile(path()).readCatalog();
    QVERIFY(held);
    QVERIFY(*held == sampleCatalog());
}

void TestHistoryFile::aCatalogReadLaterIsNotHeldYet()
{
    HistoryFile file(path());
    QVERIFY(file.storeCatalog(sampleCatalog()));
    QVERIFY(file.readCatalog(fetchTime)->has_value());
    QVERIFY(!file.readCatalog(fetchTime - 1)->has_value());
}

void TestHistoryFile::clearingForgetsEverythingAndGivesTheRoomBack()
{
    HistoryFile file(path());
    const QString name = u"a name to forget"_s;
    QVERIFY(file.store({{.key = hourly(name), .buckets = hours(200'000)}}));
    QVERIFY(file.storeCatalog(sampleCatalog()));
    QVERIFY(file.size() > 200'000);
    QVERIFY(file.clear());
    QVERIFY2(file.size() < 100'000, qPrintable(QString::number(file.size())));
    QVERIFY(heldOf(file, hourly(name)).empty());
    QVERIFY(!file.readCatalog()->has_value());
    const QByteArray trace(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    QVERIFY(!bytesOf(path()).contains(trace));
    QVERIFY(!bytesOf(path() + u"-wal"_s).contains(trace));
    QVERIFY(file.store({{.key = hourly(name), .buckets = hours(3)}}));
    QVERIFY(heldOf(file, hourly(name)) == hours(3));
}

void TestHistoryFile::onlyItsOwnerMayReadIt()
{
    HistoryFile file(path());
    QVERIFY(file.store({{.key = hourly(u"e"_s), .buckets = hours(3)}}));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                          | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QStringList all{QFileInfo(path()).absolutePath(),
                          path(),
                          path() + u"-wal"_s,
                          path() + u"-shm"_s,
                          path() + u".lock"_s};
    for (const QString &one : all) {
        QVERIFY(QFileInfo::exists(one));
        QVERIFY2((QFile::permissions(one) & others) == QFile::Permissions(), qPrintable(one));
    }
}

void TestHistoryFile::twoProgramsStoreIntoOneChunk()
{
    HistoryFile one(path());
    HistoryFile other(path());
    for (int i = 0; i < 100; ++i) {
        HistoryFile &writer = i % 2 == 0 ? one : other;
        QVERIFY(writer.store(
            {{.key = hourly(u"e"_s), .buckets = {counted(firstHour + i * msPerHour, i)}}}));
    }
    QCOMPARE(heldOf(one, hourly(u"e"_s)).size(), std::size_t{100});
    QVERIFY(heldOf(one, hourly(u"e"_s)) == heldOf(other, hourly(u"e"_s)));
}

void TestHistoryFile::twoProgramsStoreAtOnce()
{
    // Both also make the file and its schema; the locks between threads are those between programs.
    const auto write = [this](int which, bool *ok) {
        HistoryFile file(path());
        for (int i = which; i < 400; i += 4) {
            const HeldBucket bucket = counted(firstHour + i * msPerHour, i);
            *ok = file.store({{.key = hourly(u"e"_s), .buckets = {bucket}}}).hasValue() && *ok;
        }
    };
    std::array<bool, 4> ok{true, true, true, true};
    std::vector<std::thread> writers;
    writers.reserve(ok.size());
    for (int which = 0; which < 4; ++which) {
        writers.emplace_back(write, which, &ok[std::size_t(which)]);
    }
    for (std::thread &writer : writers) {
        writer.join();
    }
    QVERIFY((ok == std::array{true, true, true, true}));
    HistoryFile file(path());
    QCOMPARE(heldOf(file, hourly(u"e"_s)).size(), std::size_t{400});
    QVERIFY(file.takeNotices().empty());
}

void TestHistoryFile::anOlderFileIsBroughtForward()
{
    const QString file = m_folder->filePath(u"older.sqlite"_s);
    const SchemaSteps first{{u"CREATE TABLE t (a)"_s, u"INSERT INTO t VALUES (7)"_s}};
    SchemaSteps second = first;
    second.push_back({u"ALTER TABLE t ADD COLUMN b DEFAULT 1"_s, u"UPDATE t SET b = a + 1"_s});
    SqlConnection connection;
    QVERIFY(connection.open(file, SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
    QVERIFY(migrate(connection, first));
    QCOMPARE(*schemaVersion(connection), 1);
    QVERIFY(migrate(connection, second));
    QVERIFY(migrate(connection, second));
    QCOMPARE(*schemaVersion(connection), 2);
    const auto rows = connection.run(u"SELECT a, b FROM t"_s);
    QVERIFY(rows);
    QCOMPARE(rows->size(), std::size_t{1});
    QCOMPARE(rows->front().at(1).toInt(), 8);
}

void TestHistoryFile::aStepThatFailsLeavesTheFileAsItWas()
{
    const QString file = m_folder->filePath(u"older.sqlite"_s);
    SqlConnection connection;
    QVERIFY(connection.open(file, SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
    QVERIFY(!migrate(connection, {{u"CREATE TABLE t (a)"_s}, {u"CREATE TABLE t (a)"_s}}));
    QCOMPARE(*schemaVersion(connection), 0);
    QVERIFY(connection.run(u"SELECT name FROM sqlite_schema"_s)->empty());
}

void TestHistoryFile::aNewerFileIsLeftUntouched()
{
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"e"_s), .buckets = hours(3)}}));
    {
        SqlConnection connection;
        QVERIFY(connection.open(path(), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
        QVERIFY(connection.run(u"PRAGMA user_version = 99"_s));
    }
    const QByteArray before = bytesOf(path());
    HistoryFile file(path());
    QVERIFY(!file.read({hourly(u"e"_s)}, allTime));
    QVERIFY(!file.store({{.key = hourly(u"e"_s), .buckets = hours(9)}}));
    QVERIFY(!file.clear());
    const auto notices = file.takeNotices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().trouble, HistoryTrouble::NewerVersion);
    QCOMPARE(notices.front().path, path());
    QVERIFY(bytesOf(path()) == before);
}

void TestHistoryFile::aFileThatMayNotBeWrittenIsStillRead()
{
    QVERIFY(HistoryFile(path()).store({{.key = hourly(u"e"_s), .buckets = hours(3)}}));
    const QString folder = QFileInfo(path()).absolutePath();
    QFile::setPermissions(path(), QFile::ReadOwner);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    if (QFileInfo(folder).isWritable()) {
        QSKIP("permissions do not bind this user");
    }
    {
        HistoryFile file(path());
        QVERIFY(heldOf(file, hourly(u"e"_s)) == hours(3));
        QVERIFY(!file.store({{.key = hourly(u"e"_s), .buckets = hours(9)}}));
        const auto notices = file.takeNotices();
        QCOMPARE(notices.size(), std::size_t{1});
        QCOMPARE(notices.front().trouble, HistoryTrouble::ReadOnly);
        QVERIFY(heldOf(file, hourly(u"e"_s)) == hours(3));
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHistoryFile)

#include "tst_historyfile.moc"
