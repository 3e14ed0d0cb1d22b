// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/history/historydesk.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Whatever happened to the file: no crash, no wrong number, and one notice of what was lost.
class TestHistoryDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFileCutOffAnywhereGivesNoWrongNumber();
    void aLogCutOffAnywhereGivesNoWrongNumber();
    void flippedBytesGiveNoWrongNumber();
    void flippedBytesOfTheLogGiveNoWrongNumber();
    void everyFlippedByteOfAChunkIsFound();
    void somethingElseInItsPlace_data();
    void somethingElseInItsPlace();
    void aFolderInItsPlaceIsLeftAlone();
    void aFolderThatIsAFileIsNoFolder();
    void theLogOfAnotherFileGivesNoWrongNumber();
    void aDamagedFileIsSetAsideWithItsLog();
    void aDamagedFileThatOthersUseStaysWhereItIs();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"history.sqlite"_s); }
    [[nodiscard]] QStringList asides() const
    {
        return QDir(m_folder->path()).entryList({u"*.corrupt-*"_s}, QDir::Files, QDir::Name);
    }
    void place(const QByteArray &file, const QByteArray &log);
    void checkNothingIsWrong() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_closed; ///< a file that was closed
    QByteArray m_running; ///< and one that was not, with …
    QByteArray m_log; ///< … its log
};

namespace {

const std::vector<SeriesKey> &keys()
{
    static const std::vector<SeriesKey> all{hourly(u"a"_s), hourly(u"b"_s), hourly(u"c"_s)};
    return all;
}

const std::vector<HeldBucket> &truth()
{
    static const std::vector<HeldBucket> buckets = hours(3000);
    return buckets;
}

void flipOne(QByteArray &bytes, std::mt19937 &random)
{
    const auto at = qsizetype(random() % quint32(bytes.size()));
    bytes[at] = static_cast<char>(quint8(bytes.at(at)) ^ quint8(1 + random() % 255));
}

bool isTrue(const HeldBucket &bucket)
{
    const auto i = std::size_t(bucket.time - firstHour) / std::size_t(msPerHour);
    return i < truth().size() && bucket == truth()[i];
}

} // namespace

void TestHistoryDamage::initTestCase()
{
    const QTemporaryDir folder;
    const QString sample = folder.filePath(u"sample"_s);
    for (const SeriesKey &key : keys()) {
        QVERIFY(HistoryFile(sample).store({{.key = key, .buckets = truth()}}));
    }
    m_closed = bytesOf(sample);
    HistoryFile file(sample + u"2"_s);
    for (const SeriesKey &key : keys()) {
        QVERIFY(file.store({{.key = key, .buckets = truth()}}));
    }
    m_running = bytesOf(sample + u"2"_s);
    m_log = bytesOf(sample + u"2-wal"_s);
    QVERIFY(m_log.size() > 20'000);
}

void TestHistoryDamage::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryDamage::place(const QByteArray &file, const QByteArray &log)
{
    const QDir folder(m_folder->path());
    const QStringList old = folder.entryList(QDir::Files);
    for (const QString &name : old) {
        QFile::remove(folder.filePath(name));
    }
    writeBytes(path(), file);
    if (!log.isEmpty()) {
        writeBytes(path() + u"-wal"_s, log);
    }
}

void TestHistoryDamage::checkNothingIsWrong() const
{
    HistoryFile file(path());
    for (const SeriesKey &key : keys()) {
        const auto buckets = heldOf(file, key);
        QVERIFY(std::all_of(buckets.begin(), buckets.end(), isTrue));
    }
    const std::vector<HeldBucket> fresh = hours(50, firstHour + 9000 * msPerHour);
    const bool stored = file.store({{.key = keys().front(), .buckets = fresh}}).hasValue();
    const auto notices = file.takeNotices();
    QVERIFY(stored || !notices.empty());
    if (stored) {
        const HeldSpan span{.first = fresh.front().time, .last = fresh.back().time};
        QVERIFY(heldOf(file, keys().front(), span) == fresh);
    }
    QVERIFY(notices.size() <= 1);
}

void TestHistoryDamage::aFileCutOffAnywhereGivesNoWrongNumber()
{
    for (qsizetype length = 0; length < m_closed.size(); length += 512) {
        place(m_closed.left(length), {});
        checkNothingIsWrong();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(length)));
    }
}

void TestHistoryDamage::aLogCutOffAnywhereGivesNoWrongNumber()
{
    for (qsizetype length = 512; length < m_log.size(); length += 512) {
        place(m_running, m_log.left(length));
        checkNothingIsWrong();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(length)));
    }
}

void TestHistoryDamage::flippedBytesGiveNoWrongNumber()
{
    std::mt19937 random(34); // NOLINT(cert-msc51-cpp): the same cases every time
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = m_closed;
        for (int flip = 0; flip <= round % 3; ++flip) {
            flipOne(bytes, random);
        }
        place(bytes, {});
        checkNothingIsWrong();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(round)));
    }
}

void TestHistoryDamage::flippedBytesOfTheLogGiveNoWrongNumber()
{
    std::mt19937 random(36); // NOLINT(cert-msc51-cpp): the same cases every time
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = m_log;
        flipOne(bytes, random);
        place(m_running, bytes);
        checkNothingIsWrong();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(round)));
    }
}

void TestHistoryDamage::everyFlippedByteOfAChunkIsFound()
{
    // The one thing that quick_check does not see. 40 bytes in the midst of the first series' data.
    SqlConnection connection;
    place(m_closed, {});
    QVERIFY(connection.open(path(), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
    const QByteArray data =
        connection.run(u"SELECT data FROM chunks LIMIT 1"_s)->front().constFirst().toByteArray();
    connection.close();
    const qsizetype at = m_closed.indexOf(data);
    QVERIFY(at > 0);
    for (qsizetype i = 0; i < data.size(); i += data.size() / 40) {
        QByteArray bytes = m_closed;
        bytes[at + i] = static_cast<char>(quint8(bytes.at(at + i)) ^ quint8(1));
        place(bytes, {});
        HistoryFile file(path());
        QVERIFY(heldOf(file, keys().front()).empty());
        const auto notices = file.takeNotices();
        QCOMPARE(notices.size(), std::size_t{1});
        QCOMPARE(notices.front().trouble, HistoryTrouble::Quarantined);
    }
}

void TestHistoryDamage::somethingElseInItsPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("setAside");
    QTest::newRow("an empty file") << QByteArray() << false;
    QTest::newRow("a text") << QByteArray("Dear diary, …\n").repeated(200) << true;
    QTest::newRow("one byte") << QByteArray("x") << false; // to SQLite, empty
    QTest::newRow("the header alone") << m_closed.left(100) << true;
    QTest::newRow("zeros") << QByteArray(16'384, '\0') << true;
}

void TestHistoryDamage::somethingElseInItsPlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, setAside);
    place(bytes, {});
    checkNothingIsWrong();
    QCOMPARE(asides().size(), setAside ? 1 : 0);
    if (setAside) {
        QCOMPARE(bytesOf(m_folder->filePath(asides().constFirst())), bytes);
    }
}

void TestHistoryDamage::aFolderInItsPlaceIsLeftAlone()
{
    QVERIFY(QDir().mkpath(path() + u"/inside"_s));
    HistoryFile file(path());
    QVERIFY(!file.store({{.key = keys().front(), .buckets = truth()}}));
    QVERIFY(!file.read(keys(), allTime));
    const auto notices = file.takeNotices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().trouble, HistoryTrouble::Unusable);
    QVERIFY(QFileInfo::exists(path() + u"/inside"_s));
}

void TestHistoryDamage::aFolderThatIsAFileIsNoFolder()
{
    writeBytes(path(), "x");
    HistoryFile file(path() + u"/history.sqlite"_s);
    QVERIFY(!file.store({{.key = keys().front(), .buckets = truth()}}));
    QVERIFY(!file.readCatalog());
    QCOMPARE(file.takeNotices().size(), std::size_t{1});
    QCOMPARE(bytesOf(path()), QByteArray("x"));
}

void TestHistoryDamage::theLogOfAnotherFileGivesNoWrongNumber()
{
    // Another workspace's: the same events, other numbers, in a log that holds only later pages.
    const QString other = m_folder->filePath(u"other"_s);
    QByteArray log;
    {
        QVERIFY(HistoryFile(other).store({{.key = keys().front(), .buckets = hours(2000)}}));
        HistoryFile file(other);
        std::vector<HeldBucket> wrong = truth();
        for (HeldBucket &bucket : wrong) {
            bucket.value += 5000;
            bucket.fetchedAt += 1;
        }
        QVERIFY(file.store({{.key = keys().front(), .buckets = wrong}}));
        log = bytesOf(other + u"-wal"_s);
        QVERIFY(!log.isEmpty());
    }
    place(m_closed, log);
    checkNothingIsWrong();
}

void TestHistoryDamage::aDamagedFileIsSetAsideWithItsLog()
{
    const QByteArray damaged = QByteArray(16'384, 'x');
    const QByteArray log = QByteArray(5'000, 'y');
    place(damaged, log);
    HistoryFile file(path());
    QVERIFY(file.store({{.key = keys().front(), .buckets = truth()}}));
    QVERIFY(heldOf(file, keys().front()) == truth());
    const auto notices = file.takeNotices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().trouble, HistoryTrouble::Quarantined);
    QCOMPARE(bytesOf(notices.front().path), damaged);
    QVERIFY(notices.front().path.startsWith(path() + u".corrupt-"));
    QCOMPARE(bytesOf(notices.front().path + u"-wal"_s), log);
    QVERIFY(!bytesOf(path() + u"-wal"_s).contains("yyyy"));
}

void TestHistoryDamage::aDamagedFileThatOthersUseStaysWhereItIs()
{
    place(m_closed, {});
    HistoryFile other(path());
    QVERIFY(heldOf(other, keys().front()) == truth());
    {
        SqlConnection connection;
        QVERIFY(connection.open(path(), SqlConnection::Access::ReadWrite, std::chrono::seconds(1)));
        QVERIFY(connection.run(u"UPDATE chunks SET data = x'00' WHERE id < (2 << 20)"_s));
    }
    HistoryFile file(path());
    QVERIFY(!file.read(keys(), allTime));
    QCOMPARE(asides().size(), 0);
    const auto notices = file.takeNotices();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().trouble, HistoryTrouble::Unusable);
    QVERIFY(heldOf(other, keys().back()) == truth());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHistoryDamage)

#include "tst_historydamage.moc"
