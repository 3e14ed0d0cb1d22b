// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/faultbench.h"
#include "tests/support/strictness.h"

#include <QDirIterator>

#include <set>

namespace emberline::test {

/// Everything of allFaults(), played against a session with a history. What was held stays, nothing
/// that is half there counts, the key stands nowhere, and afterwards all is well again.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void theListIsWhole();
    static void aFaultOfTheServiceIsSurvived_data();
    void aFaultOfTheServiceIsSurvived();
    static void aFaultThatPassesIsNotSeen_data();
    static void aFaultThatPassesIsNotSeen();
    static void aFaultOfTheDiskIsSurvived_data();
    void aFaultOfTheDiskIsSurvived();

private:
    QByteArray m_seed; ///< the file of a history that was begun ten days ago
};

namespace {

const QDateTime longAgo = noon.addDays(-10);
const QDateTime later = noon.addSecs(300);

void addRows(const std::function<bool(const Fault &)> &isWanted)
{
    QTest::addColumn<const Fault *>("fault");
    for (const Fault &fault : allFaults()) {
        if (isWanted(fault)) {
            QTest::newRow(fault.name) << &fault;
        }
    }
}

QString wordsOf(const Error &error)
{
    return error.detail + error.serverMessage + error.requestId + error.request + error.answer
         + error.proxy;
}

/// All that a user, a log or a report gets to see of a session.
QString wordsOf(const Told &told)
{
    QString words;
    for (const SeriesFailure &failure : told.dataset->failures) {
        words += wordsOf(failure.error);
    }
    for (const LoadNotice &notice : told.dataset->notices) {
        words += notice.text;
    }
    for (const RequestRecord &record : told.records) {
        words += record.path + record.query + record.requestId;
    }
    for (const HistoryNotice &notice : told.troubles) {
        words += notice.path + notice.detail;
    }
    return words;
}

/// The first file below @p folder that holds @p bytes.
QString fileWith(const QByteArray &bytes, const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            return file.fileName();
        }
    }
    return {};
}

void seesTheError(const Fault &fault, const Told &told)
{
    const Dataset &dataset = *told.dataset;
    QVERIFY2(dataset.failures.size() == (fault.isNobodyThere ? 2U : 1U),
             qPrintable(wordsOf(dataset.failures.back().error)));
    const SeriesFailure &failure = dataset.failures.front();
    QCOMPARE(failure.key.segmentId, u"hit"_s);
    const Error &error = failure.error;
    QVERIFY2(fault.sight.errors.contains(error.kind),
             qPrintable(u"%1: %2"_s.arg(int(error.kind)).arg(error.detail)));
    QVERIFY(!error.detail.isEmpty() && error.answer.size() < 10'000);
    if (fault.sight.attempts > 0) {
        QCOMPARE(error.attempts, fault.sight.attempts);
    }
    QCOMPARE(linesOf(dataset, u"hit"_s), linesOf(*told.held, u"hit"_s));
}

void seesTheNumbers(const Fault &fault, const Told &told)
{
    const Dataset &dataset = *told.dataset;
    QVERIFY2(dataset.failures.empty(),
             dataset.failures.empty() ? "" : qPrintable(wordsOf(dataset.failures.front().error)));
    QCOMPARE(countOf(dataset, u"hit"_s, Missing), fault.sight.missing);
    QCOMPARE(countOf(dataset, u"hit"_s, Counted), 19 - fault.sight.missing);
    QCOMPARE(countOf(dataset, u"hit"_s, Incomplete), 1);
    QCOMPARE(dataset.notices.size(), std::size_t{fault.sight.notice ? 1U : 0U});
    if (fault.sight.notice) {
        QCOMPARE(dataset.notices.front().kind, *fault.sight.notice);
        QCOMPARE(dataset.notices.front().key.segmentId, u"hit"_s);
        QVERIFY(dataset.notices.front().count == 1 || !dataset.notices.front().text.isEmpty());
    }
}

void keyIsNowhere(const Told &told, const FaultBench &bench)
{
    QVERIFY(!wordsOf(told).contains(QString::fromLatin1(sessionKey)));
    QCOMPARE(fileWith(sessionKey, bench.folder()), QString());
    QCOMPARE(bench.elsewhere.requestCount(), 0);
}

/// After a fault, with the same history.
void allIsWell(const Told &told, const FaultBench &bench)
{
    QVERIFY(told.dataset);
    QCOMPARE(wrongIn(*told.held), QString());
    QVERIFY(told.dataset->failures.empty() && told.dataset->notices.empty());
    QVERIFY(told.troubles.empty());
    QVERIFY(isWhole(*told.dataset, u"hit"_s));
    QVERIFY(isWhole(*told.dataset, u"other"_s));
    QCOMPARE(wrongIn(*told.dataset), QString());
    QCOMPARE(wrongInFile(bench.file()), QString());
}

} // namespace

void TestFaults::initTestCase()
{
    m_seed = FaultBench::seedAt(longAgo);
}

void TestFaults::theListIsWhole()
{
    std::map<FaultKind, int> kinds;
    std::set<QByteArray> names;
    for (const Fault &fault : allFaults()) {
        ++kinds[fault.kind];
        QVERIFY2(names.insert(fault.name).second, fault.name);
        for (const char *words : {fault.sees, fault.never}) {
            const QByteArray sentence(words);
            QVERIFY2(sentence.size() > 10 && sentence.endsWith('.'), fault.name);
        }
        QVERIFY2(fault.play || fault.before || fault.during || fault.statements
                     || fault.isNobodyThere,
                 fault.name);
    }
    QVERIFY(names.size() >= 40);
    for (const FaultKind kind :
         {FaultKind::Network, FaultKind::Http, FaultKind::Json, FaultKind::Disk}) {
        QVERIFY2(kinds[kind] >= 10, QByteArray::number(kinds[kind]).constData());
    }
}

void TestFaults::aFaultOfTheServiceIsSurvived_data()
{
    addRows([](const Fault &fault) { return fault.kind != FaultKind::Disk; });
}

void TestFaults::aFaultOfTheServiceIsSurvived()
{
    QFETCH(const Fault *, fault);
    FaultBench bench;
    QVERIFY(bench.isReady);
    bench.seed(m_seed);
    const Told told = bench.run(noon, fault);
    QVERIFY(bench.played > 0 || fault->isNobodyThere);
    QCOMPARE(told.ends, 1);
    QCOMPARE(countOf(*told.held, u"hit"_s, Counted), 9);
    if (fault->sight.errors.isEmpty()) {
        seesTheNumbers(*fault, told);
    } else {
        seesTheError(*fault, told);
    }
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(isWhole(*told.dataset, u"other"_s), !fault->isNobodyThere);
    QCOMPARE(wrongIn(*told.dataset), QString());
    QCOMPARE(told.waits,
             fault->sight.wait
                 ? QList{noon.addMSecs(std::chrono::milliseconds(*fault->sight.wait).count())}
                 : QList<QDateTime>());
    QVERIFY(told.troubles.empty());
    keyIsNowhere(told, bench);
    QVERIFY(!QTest::currentTestFailed());
    const Told next = bench.run(later);
    // What is kept of it is what was shown of it, and nothing is if it failed.
    QCOMPARE(linesOf(*next.held, u"hit"_s).filter(u"counted"_s),
             linesOf(*told.dataset, u"hit"_s).filter(u"counted"_s));
    allIsWell(next, bench);
}

void TestFaults::aFaultThatPassesIsNotSeen_data()
{
    addRows([](const Fault &fault) { return fault.mayPass; });
}

void TestFaults::aFaultThatPassesIsNotSeen()
{
    QFETCH(const Fault *, fault);
    FaultBench bench;
    QVERIFY(bench.isReady);
    const Told told = bench.run(noon, fault, true);
    QCOMPARE(told.ends, 1);
    QVERIFY(bench.played >= 2);
    QVERIFY(told.dataset->failures.empty() && told.dataset->notices.empty());
    QVERIFY(told.waits.isEmpty());
    QVERIFY(isWhole(*told.dataset, u"hit"_s));
    QCOMPARE(wrongIn(*told.dataset), QString());
    allIsWell(bench.run(later), bench);
}

void TestFaults::aFaultOfTheDiskIsSurvived_data()
{
    addRows([](const Fault &fault) { return fault.kind == FaultKind::Disk; });
}

void TestFaults::aFaultOfTheDiskIsSurvived()
{
    QFETCH(const Fault *, fault);
    FaultBench bench;
    QVERIFY(bench.isReady);
    bench.seed(m_seed);
    if (fault->before) {
        bench.spell = fault->before(bench.file());
    }
    const Told told = bench.run(noon, fault);
    bench.spell.reset();
    QCOMPARE(told.ends, 1);
    QCOMPARE(countOf(*told.held, u"hit"_s, Counted), fault->sight.showsHeld ? 9 : 0);
    QVERIFY(told.dataset->failures.empty() && told.dataset->notices.empty());
    QVERIFY(isWhole(*told.dataset, u"hit"_s));
    QVERIFY(isWhole(*told.dataset, u"other"_s));
    QCOMPARE(wrongIn(*told.held) + wrongIn(*told.dataset), QString());
    QCOMPARE(told.troubles.size(), std::size_t{fault->sight.trouble ? 1U : 0U});
    if (fault->sight.trouble) {
        QCOMPARE(told.troubles.front().trouble, *fault->sight.trouble);
    }
    const bool isAside = fault->sight.trouble == HistoryTrouble::Quarantined;
    QCOMPARE(QFileInfo(bench.file()).dir().entryList({u"*.corrupt-*"_s}, QDir::Files).size(),
             isAside ? 1 : 0);
    keyIsNowhere(told, bench);
    QVERIFY(!QTest::currentTestFailed());
    const Told next = bench.run(later);
    QCOMPARE(isWhole(*next.held, u"hit"_s) && isWhole(*next.held, u"other"_s), fault->sight.keeps);
    allIsWell(next, bench);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestFaults)

#include "tst_faults.moc"
