// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/historybench.h"
#include "tests/support/strictness.h"

#include <QRandomGenerator>
#include <QTest>

namespace emberline::test {

/// Whatever the service makes of an end, and whatever is held: a complete bucket is whole.
class TestCutBuckets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void noCutBucketEverLooksWhole_data();
    static void noCutBucketEverLooksWhole();
};

void TestCutBuckets::noCutBucketEverLooksWhole_data()
{
    QTest::addColumn<EndReading>("reading");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("ours");
    const QByteArrayList zones{"UTC", "Pacific/Kiritimati", "Etc/GMT+12", "America/New_York"};
    for (const EndReading reading : {EndReading::CutBucketReturned,
                                     EndReading::CutBucketLeftOut,
                                     EndReading::MidnightOfItsDate}) {
        for (const QByteArray &theirs : zones) {
            QTest::addRow("%d, days of %s", static_cast<int>(reading), theirs.constData())
                << reading << theirs << theirs;
        }
    }
    QTest::newRow("a workspace whose zone is another")
        << EndReading::CutBucketReturned << QByteArray("America/New_York") << QByteArray("UTC");
}

void TestCutBuckets::noCutBucketEverLooksWhole()
{
    QFETCH(EndReading, reading);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, ours);
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.service.reading = reading;
    bench.service.zone = QTimeZone(theirs);
    bench.service.cutsTheFirst = true;
    bench.zone = QTimeZone(ours);
    QRandomGenerator random(20'261'123);
    QDateTime now = noon;
    for (int round = 0; round < 12; ++round) {
        now = now.addSecs(random.bounded(3 * 24 * 3600));
        const bool byHour = random.bounded(2) == 0;
        Query query = byHour ? hours(1 + random.bounded(250)) : days(1 + random.bounded(250));
        if (random.bounded(3) == 0) {
            std::get<LastUnits>(query.range).endingAt = now.addSecs(-random.bounded(90 * 86'400));
        }
        const auto mode = random.bounded(4) == 0 ? LoadMode::Refresh : LoadMode::Usual;
        const DatasetPtr dataset = bench.load(query, now, mode);
        QVERIFY(dataset);
        QVERIFY(dataset->failures.empty());
        const QString wrong = wrongIn(*dataset);
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(wrong + u" in round %1"_s.arg(round) + (byHour ? u" h" : u" d")));
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCutBuckets)

#include "tst_cutbuckets.moc"
