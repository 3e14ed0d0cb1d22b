// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/history/historybatches.h"
#include "tests/support/strictness.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestHistoryKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aKilledProgramLosesOnlyWhatWasNotCommitted();
};

namespace {

/// The last number that the writer printed as a whole line, else @p before.
int lastCommitted(const QByteArray &output, int before)
{
    const QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
    return lines.size() < 2 ? before : lines.at(lines.size() - 2).toInt();
}

/// Lets a writer store from batch @p first on, kills it once it has committed @p lines batches (and
/// is storing the next), and says which was the last it committed.
int killedAfter(const QString &path, int first, int lines)
{
    QProcess writer;
    writer.start(QStringLiteral(HISTORY_WRITER), {path, QString::number(first)});
    QByteArray output;
    while (output.count('\n') < lines && writer.waitForReadyRead(20'000)) {
        output += writer.readAllStandardOutput();
    }
    writer.kill();
    writer.waitForFinished();
    output += writer.readAllStandardOutput();
    return writer.exitStatus() == QProcess::CrashExit ? lastCommitted(output, first - 1) : -1;
}

/// How many batches are there, if they are the first ones and whole; else -1.
int batchesIn(const std::vector<std::vector<HeldBucket>> &held)
{
    std::size_t buckets = 0;
    for (const std::vector<HeldBucket> &series : held) {
        buckets += series.size();
    }
    const int count = int(buckets) / batchLength;
    std::vector<std::vector<HeldBucket>> expected(seriesInTurn);
    for (int number = 0; number < count; ++number) {
        const HeldSeries one = batch(number);
        auto &series = expected[std::size_t(number % seriesInTurn)];
        series.insert(series.end(), one.buckets.begin(), one.buckets.end());
    }
    return held == expected ? count : -1;
}

} // namespace

void TestHistoryKill::aKilledProgramLosesOnlyWhatWasNotCommitted()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    std::vector<SeriesKey> keys;
    keys.reserve(seriesInTurn);
    for (int series = 0; series < seriesInTurn; ++series) {
        keys.push_back(batchKey(series));
    }
    std::mt19937 random(35); // NOLINT(cert-msc51-cpp): the same moments every time, nearly
    int next = 0;
    for (int kill = 0; kill < 44; ++kill) {
        const int committed = killedAfter(path, next, int(random() % 24));
        QVERIFY(committed >= next - 1);
        HistoryFile file(path);
        const auto held = file.read(keys, allTime);
        QVERIFY(held);
        QVERIFY(file.takeNotices().empty());
        const int there = batchesIn(*held);
        QVERIFY2(there > committed, qPrintable(u"%1 of %2"_s.arg(there).arg(committed + 1)));
        next = there;
    }
    QVERIFY(next > 44);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHistoryKill)

#include "tst_historykill.moc"
