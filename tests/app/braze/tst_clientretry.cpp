// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/braze/clientdesk.h"
#include "tests/support/strictness.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestClientRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void transientTroubleIsRetried_data();
    static void transientTroubleIsRetried();
    static void onlyThreeAttemptsAreMade();
    static void whatCannotHelpIsNotRetried_data();
    static void whatCannotHelpIsNotRetried();
    static void retriesShareABudget();
    static void aThrottledCallGoesOnByItself();
    static void aThrottleHoldsTheOthersOfItsPath();
    static void aThrottleDoesNotHoldOtherPaths();
    static void aLongWaitIsAnnouncedAndCanBeEnded();
    static void tryingNowCostsNoAttempt();
    static void aWaitThatIsTooLongGivesUp();
    static void aWaitThatIsTooLongGivesUpForThoseInTheQueueToo();
    static void aCallThatWaitsForItsBackoffCanBeHurried();
};

void TestClientRetry::transientTroubleIsRetried_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::newRow("500") << 500 << QNetworkReply::InternalServerError;
    QTest::newRow("502") << 502 << QNetworkReply::UnknownServerError;
    QTest::newRow("503") << 503 << QNetworkReply::ServiceUnavailableError;
    QTest::newRow("504") << 504 << QNetworkReply::UnknownServerError;
    QTest::newRow("refused") << 0 << QNetworkReply::ConnectionRefusedError;
    QTest::newRow("lost in the middle") << 200 << QNetworkReply::RemoteHostClosedError;
    QTest::newRow("host not found") << 0 << QNetworkReply::HostNotFoundError;
    QTest::newRow("silence") << 0 << QNetworkReply::OperationCanceledError;
    QTest::newRow("429 without a hint") << 429 << QNetworkReply::UnknownContentError;
}

void TestClientRetry::transientTroubleIsRetried()
{
    QFETCH(int, status);
    QFETCH(QNetworkReply::NetworkError, error);
    FakeDesk desk;
    desk.network.enqueue({.httpStatus = status, .error = error});
    desk.network.enqueue({.httpStatus = status, .error = error});
    desk.network.enqueue({.body = okBody});
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(answer);
    QCOMPARE(answer->attempts, 3);
    QCOMPARE(desk.network.requests().size(), std::size_t{3});
}

void TestClientRetry::onlyThreeAttemptsAreMade()
{
    FakeDesk desk;
    for (int i = 0; i < 3; ++i) {
        desk.network.enqueue({.httpStatus = 502, .body = "<html>Bad Gateway</html>"});
    }
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Server);
    QCOMPARE(answer.error().attempts, 3);
    QCOMPARE(answer.error().httpStatus, 502);
    QVERIFY(answer.error().answer.contains("Bad Gateway"_L1));
    QCOMPARE(desk.network.requests().size(), std::size_t{3});
}

void TestClientRetry::whatCannotHelpIsNotRetried_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<ErrorKind>("kind");
    for (const int status : {400, 402, 405, 408, 410, 422, 499}) {
        QTest::addRow("%d", status)
            << status << QNetworkReply::UnknownContentError << ErrorKind::BadRequest;
    }
    QTest::newRow("401") << 401 << QNetworkReply::AuthenticationRequiredError
                         << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << QNetworkReply::ContentAccessDenied << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << QNetworkReply::ContentNotFoundError << ErrorKind::NotFound;
    QTest::newRow("302") << 302 << QNetworkReply::NoError << ErrorKind::Redirected;
    QTest::newRow("TLS") << 0 << QNetworkReply::SslHandshakeFailedError << ErrorKind::Tls;
    QTest::newRow("empty 200") << 200 << QNetworkReply::NoError << ErrorKind::MalformedReply;
    QTest::newRow("204") << 204 << QNetworkReply::NoError << ErrorKind::MalformedReply;
    QTest::newRow("no HTTP") << 0 << QNetworkReply::ProtocolFailure << ErrorKind::MalformedReply;
}

void TestClientRetry::whatCannotHelpIsNotRetried()
{
    QFETCH(int, status);
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(ErrorKind, kind);
    FakeDesk desk;
    desk.network.enqueue({.httpStatus = status, .error = error});
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, kind);
    QCOMPARE(answer.error().httpStatus, status);
    QCOMPARE(answer.error().attempts, 1);
    QVERIFY(!answer.error().request.isEmpty() && !answer.error().detail.isEmpty());
    QCOMPARE(desk.network.requests().size(), std::size_t{1});
}

void TestClientRetry::retriesShareABudget()
{
    ClientOptions options = quickOptions();
    options.maxAttempts = 1'000;
    options.random = [] {
        return 0.0;
    };
    FakeDesk desk(options);
    for (int i = 0; i < 40; ++i) {
        desk.network.enqueue({.httpStatus = 500});
    }
    // 500 tokens are 35 retries of 14.
    QCOMPARE(endOf(desk.get()).error().attempts, 36);
    QCOMPARE(endOf(desk.get()).error().attempts, 1);
    QCOMPARE(desk.client->retryBudget().left(), 10);
}

void TestClientRetry::aThrottledCallGoesOnByItself()
{
    FakeDesk desk;
    desk.network.enqueue(throttle({}));
    desk.network.enqueue({.body = okBody});
    QCOMPARE(endOf(desk.get())->attempts, 2);
    // The cost of the retry that helped came back.
    QCOMPARE(desk.client->retryBudget().left(), RetryBudget::capacity);
}

void TestClientRetry::aThrottleHoldsTheOthersOfItsPath()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    FakeDesk desk(options);
    desk.network.enqueue(throttle("3600"));
    const QSignalSpy firstWaits(desk.get(), &Call::waiting);
    const QSignalSpy secondWaits(desk.get(), &Call::waiting);
    QTRY_COMPARE(firstWaits.size(), 1);
    QCOMPARE(secondWaits.size(), 1);
    const QSignalSpy latecomerWaits(desk.get(), &Call::waiting);
    QTRY_COMPARE(latecomerWaits.size(), 1);
    QCOMPARE(latecomerWaits.constFirst().constFirst().toDateTime(), present.addSecs(3'600));
    QCOMPARE(desk.network.requests().size(), std::size_t{1});
}

void TestClientRetry::aThrottleDoesNotHoldOtherPaths()
{
    FakeDesk desk;
    desk.network.enqueue(throttle("3600"));
    const QSignalSpy waits(desk.get("/events/list?page=0"), &Call::waiting);
    QTRY_COMPARE(waits.size(), 1);
    desk.network.enqueue({.body = okBody});
    QVERIFY(endOf(desk.get()));
}

void TestClientRetry::aLongWaitIsAnnouncedAndCanBeEnded()
{
    FakeDesk desk;
    desk.network.enqueue(throttle("1800"));
    Call *call = desk.get();
    const QSignalSpy waits(call, &Call::waiting);
    QTRY_COMPARE(waits.size(), 1);
    QCOMPARE(waits.constFirst().constFirst().toDateTime(), present.addSecs(1'800));
    desk.network.enqueue({.body = okBody});
    call->retryNow();
    QVERIFY(endOf(call));
    QCOMPARE(waits.size(), 1);
}

void TestClientRetry::tryingNowCostsNoAttempt()
{
    FakeDesk desk;
    Call *call = desk.get();
    const QSignalSpy waits(call, &Call::waiting);
    for (int i = 0; i < 5; ++i) {
        desk.network.enqueue(throttle("1800"));
        call->retryNow();
        QTRY_COMPARE(waits.size(), i + 1);
    }
    desk.network.enqueue({.body = okBody});
    call->retryNow();
    QCOMPARE(endOf(call)->attempts, 6);
}

void TestClientRetry::aWaitThatIsTooLongGivesUp()
{
    ClientOptions options = quickOptions();
    options.maxWait = 120s;
    FakeDesk desk(options);
    desk.network.enqueue({.httpStatus = 429,
                          .body = R"({"message":"slow down"})",
                          .headers = {{"Retry-After", "121"}, {"X-Request-Id", "r1"}}});
    const Error error = endOf(desk.get()).error();
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.retryAt, std::optional(present.addSecs(121)));
    QCOMPARE(error.serverMessage, u"slow down"_s);
    QCOMPARE(error.requestId, u"r1"_s);
    QCOMPARE(error.httpStatus, 429);
}

void TestClientRetry::aWaitThatIsTooLongGivesUpForThoseInTheQueueToo()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    options.maxWait = 0s;
    FakeDesk desk(options);
    desk.network.enqueue(throttle("600"));
    Call *first = desk.get();
    Call *second = desk.get();
    QSignalSpy secondEnd(second, &Call::finished);
    QCOMPARE(endOf(first).error().kind, ErrorKind::RateLimited);
    QTRY_COMPARE(secondEnd.size(), 1);
    const auto result = secondEnd.constFirst().constFirst().value<Result<Answer>>();
    QCOMPARE(result.error().kind, ErrorKind::RateLimited);
    QCOMPARE(result.error().retryAt, std::optional(present.addSecs(600)));
    QCOMPARE(desk.network.requests().size(), std::size_t{1});
}

void TestClientRetry::aCallThatWaitsForItsBackoffCanBeHurried()
{
    ClientOptions options = quickOptions();
    options.backoffBase = 1h;
    options.backoffCap = 1h;
    FakeDesk desk(options);
    desk.network.enqueue({.httpStatus = 503});
    desk.network.enqueue({.body = okBody});
    Call *call = desk.get();
    QTRY_COMPARE(desk.client->retryBudget().left(),
                 RetryBudget::capacity - RetryBudget::transientCost);
    call->retryNow();
    QVERIFY(endOf(call));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClientRetry)

#include "tst_clientretry.moc"
