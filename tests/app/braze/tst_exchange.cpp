// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/exchange.h"
#include "tests/support/faultserver.h"
#include "tests/support/strictness.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>

namespace emberline::test {

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itMayGoBetweenTheErrorOfAReplyAndItsEnd_data();
    static void itMayGoBetweenTheErrorOfAReplyAndItsEnd();
    static void itMayGoWhileAnErrorIsOnItsWay();
};

void TestExchange::itMayGoBetweenTheErrorOfAReplyAndItsEnd_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {401, 404, 429, 503}) {
        QTest::addRow("%d", status) << status;
    }
}

// Qt warns of a reply that is aborted when it has an error already ("this method must only be
// called once").
void TestExchange::itMayGoBetweenTheErrorOfAReplyAndItsEnd()
{
    QFETCH(int, status);
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder([status](const HttpRequest &) { return jsonScript("{}", status); });
    QNetworkAccessManager network;
    QNetworkReply *reply = network.get(QNetworkRequest(server.url()));
    const QSignalSpy gone(reply, &QObject::destroyed);
    const QPointer<Exchange> exchange = new Exchange( // the server's, and gone before it
        reply,
        {.deadline = std::chrono::minutes(1), .maxBody = 1024},
        &server);
    const QSignalSpy done(exchange, &Exchange::done);
    connect(reply, &QNetworkReply::errorOccurred, &server, [exchange] { delete exchange; });
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(exchange.isNull());
    QVERIFY(done.isEmpty());
}

// The same when Qt's thread has told of the error, and the reply has not heard of it.
void TestExchange::itMayGoWhileAnErrorIsOnItsWay()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder([](const HttpRequest &) {
        ScriptedAnswer held = jsonScript("{}");
        held.hold = true;
        return held;
    });
    QNetworkAccessManager network;
    QNetworkReply *reply = network.get(QNetworkRequest(server.url()));
    const QSignalSpy gone(reply, &QObject::destroyed);
    const auto *exchange = new Exchange( // deleted below
        reply,
        {.deadline = std::chrono::minutes(1), .maxBody = 1024},
        &server);
    QTRY_COMPARE(server.requestCount(), 1);
    const bool isTold = QMetaObject::invokeMethod(
        reply,
        "httpError",
        Qt::QueuedConnection,
        Q_ARG(QNetworkReply::NetworkError, QNetworkReply::ServiceUnavailableError),
        Q_ARG(QString, QStringLiteral("503")));
    if (!isTold) {
        QSKIP("This Qt tells its replies of errors in another way.");
    }
    delete exchange;
    QTRY_COMPARE(gone.size(), 1);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestExchange)
#include "tst_exchange.moc"
