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
    static void init() { failOnAnyWarning(); }
    static void anAnswerMayEndAfterAnyByte_data();
    static void anAnswerMayEndAfterAnyByte();
    static void anyStatementMayFail_data();
    static void anyStatementMayFail();
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
}

void TestFaultLoops::anyStatementMayFail_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isOnce");
}

void TestFaultLoops::anyStatementMayFail()
{
    QFETCH(int, code);
    QFETCH(bool, isOnce);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestFaultLoops)

#include "tst_faultloops.moc"
