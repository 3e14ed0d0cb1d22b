// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/faultbench.h"
#include "tests/support/strictness.h"

#include <atomic>

namespace emberline::test {

/// The fault that strikes at every place there is.
class TestFaultLoops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void anAnswerMayEndAfterAnyByte_data();
    static void anAnswerMayEndAfterAnyByte();
    static void anyStatementMayFail_data();
    void anyStatementMayFail();

private:
    QByteArray m_seed; ///< the file of a history that was begun ten days ago
};

namespace {

const QDateTime later = noon.addSecs(300);

QByteArray untilClose(const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

QByteArray inChunks(const QByteArray &body)
{
    QByteArray bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (qsizetype i = 0; i < body.size(); i += 100) {
        const QByteArray part = body.mid(i, 100);
        bytes += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return bytes + "0\r\n\r\n";
}

/// @p body as HTTP may send it.
QByteArray framed(const QByteArray &framing, const QByteArray &body)
{
    if (framing == "in chunks") {
        return inChunks(body);
    }
    if (framing == "until it closes") {
        return untilClose(body);
    }
    if (framing == "compressed, until it closes") {
        return untilClose(qCompress(body).mid(4), "Content-Encoding: deflate\r\n");
    }
    return toBytes(jsonScript(body).answer);
}

} // namespace

void TestFaultLoops::initTestCase()
{
    m_seed = FaultBench::seedAt(noon.addDays(-10));
}

void TestFaultLoops::anAnswerMayEndAfterAnyByte_data()
{
    QTest::addColumn<QByteArray>("framing");
    for (const char *framing :
         {"with a length", "in chunks", "until it closes", "compressed, until it closes"}) {
        QTest::newRow(framing) << QByteArray(framing);
    }
}

void TestFaultLoops::anAnswerMayEndAfterAnyByte()
{
    QFETCH(QByteArray, framing);
    FaultBench bench;
    QVERIFY(bench.isReady);
    // Nothing is kept before, so that whatever is kept by mistake is there to be seen.
    qsizetype sent = 0;
    qsizetype whole = 0;
    const Fault fault{.name = "cut",
                      .play =
                          [&](const FaultStage &stage) {
                              const QByteArray bytes = framed(framing, stage.good.body);
                              whole = bytes.size();
                              return ScriptedAnswer{.raw = bytes, .dropAfter = sent};
                          },
                      .isSilent = true};
    std::unique_ptr<SessionDesk> desk = bench.desk(noon, &fault, 1);
    const Query query = queryFor({u"hit"_s}, 4);
    bool isAnswered = false;
    for (; sent == 0 || sent < whole; ++sent) {
        const DatasetPtr dataset = endOf(desk->start(query, {.mode = LoadMode::Reload}));
        const QByteArray place = QByteArray::number(sent) + " of " + QByteArray::number(whole);
        QVERIFY2(dataset, place.constData());
        QCOMPARE(wrongIn(*dataset), QString());
        const bool isCut = !dataset->failures.empty();
        QVERIFY2(isCut || countOf(*dataset, u"hit"_s, Counted) == 3, place.constData());
        QVERIFY2(isCut || sent > whole - 10, place.constData()); // the body was all there
        isAnswered = isAnswered || !isCut;
        const DatasetPtr held = endOf(desk->start(query, {.mode = LoadMode::Offline}));
        QCOMPARE(wrongIn(*held), QString());
        const int kept = countOf(*held, u"hit"_s, Counted);
        QVERIFY2(kept == (isAnswered ? 3 : 0), place.constData());
    }
    desk = bench.desk(noon, nullptr, 1);
    const DatasetPtr dataset = endOf(desk->start(query, {.mode = LoadMode::Reload}));
    QCOMPARE(countOf(*dataset, u"hit"_s, Counted), 3);
    desk.reset();
    QVERIFY(whole > 100);
    QCOMPARE(wrongInFile(bench.file()), QString());
}

void TestFaultLoops::anyStatementMayFail_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isOnce");
    QTest::newRow("input or output, once") << (10 | 3 << 8) << true;
    QTest::newRow("input or output, from then on") << (10 | 3 << 8) << false;
    QTest::newRow("full, once") << 13 << true;
    QTest::newRow("full, from then on") << 13 << false;
    QTest::newRow("busy, once") << 5 << true;
    QTest::newRow("read-only, from then on") << 8 << false;
    QTest::newRow("damaged, once") << 11 << true;
}

/// With every n: the n-th statement of a session fails. Nobody who looks at the numbers sees it.
void TestFaultLoops::anyStatementMayFail()
{
    QFETCH(int, code);
    QFETCH(bool, isOnce);
    for (int n = 0;; ++n) {
        FaultBench bench;
        QVERIFY(bench.isReady);
        bench.seed(m_seed);
        const auto left = std::make_shared<std::atomic_int>(n); // the history has its own thread
        const Fault fault{.name = "statement",
                          .statements = [left, code, isOnce]() -> StatementHook {
                              return [left, code, isOnce](const QString &) {
                                  const int now = (*left)--;
                                  return now == 0 || (now < 0 && !isOnce) ? code : 0;
                              };
                          }};
        const Told told = bench.run(noon, &fault);
        const QByteArray place = "statement " + QByteArray::number(n);
        QCOMPARE(told.ends, 1);
        QVERIFY2(told.dataset->failures.empty() && told.dataset->notices.empty(),
                 place.constData());
        QVERIFY2(isWhole(*told.dataset, u"hit"_s), place.constData());
        QCOMPARE(wrongIn(*told.held) + wrongIn(*told.dataset), QString());
        const bool isOver = *left >= 0; // n is beyond all statements
        QVERIFY2(told.troubles.size() <= (isOver ? 0U : 1U), place.constData());
        const Told next = bench.run(later);
        QVERIFY2(isWhole(*next.dataset, u"hit"_s), place.constData());
        QCOMPARE(wrongIn(*next.held) + wrongIn(*next.dataset), QString());
        QVERIFY2(next.troubles.empty(), place.constData());
        QCOMPARE(wrongInFile(bench.file()), QString());
        if (isOver) {
            QVERIFY(n > 20);
            return;
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestFaultLoops)

#include "tst_faultloops.moc"
