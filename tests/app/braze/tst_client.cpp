// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/client.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/strictness.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anAnswerArrivesWithAllThatIsKnownOfIt();
    static void nothingFinishesInsideGet();
    static void everyRequestFollowsTheRules();
    static void nothingIsSentWhereTheKeyWouldLeak_data();
    static void nothingIsSentWhereTheKeyWouldLeak();
    static void atMostFourAreInFlight();
    static void answersMayOvertakeEachOther();
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
    static void cancellingIsSilent_data();
    static void cancellingIsSilent();
    static void cancellingFreesThePlaceForTheNext();
    static void aCallMayBeDeletedInItsOwnSignal();
    static void aClientMayBeDeletedInItsOwnSignal();
    static void aClientThatGoesCancelsItsCallsOnce();
    static void theRateLimitIsTold();
    static void oneRecordIsMadePerCall();
};

namespace {

const QByteArray okBody = R"({"message":"success","data":[]})";
const QByteArray secret = "0a1b2c3d-secret-key";
const QByteArray seriesPath = "/events/data_series?event=e&length=1&unit=day";
const QDateTime present(QDate(2026, 3, 10), QTime(14, 5), QTimeZone::utc());

ClientOptions quickOptions()
{
    ClientOptions options;
    options.backoffBase = 1ms;
    options.throttledBase = 1ms;
    options.random = [] {
        return 1.0;
    };
    return options;
}

/// A client on a fake network.
struct Desk
{
    explicit Desk(const ClientOptions &options = quickOptions())
        : client(std::make_unique<Client>(&network,
                                          QUrl(u"https://rest.iad-01.braze.com"_s),
                                          ApiKey::fromText(QString::fromLatin1(secret)).value(),
                                          clock,
                                          options))
    { }

    Call *get(const QByteArray &target = seriesPath) { return client->get(target, &owner); }

    FakeNetwork network;
    FixedClock clock{present};
    std::unique_ptr<Client> client;
    QObject owner;
};

Result<Answer> endOf(Call *call)
{
    QSignalSpy finished(call, &Call::finished);
    if (finished.isEmpty()) {
        finished.wait();
    }
    return finished.isEmpty() ? Result<Answer>()
                              : finished.constFirst().constFirst().value<Result<Answer>>();
}

CannedReply throttle(const QByteArray &seconds)
{
    return {.httpStatus = 429,
            .error = QNetworkReply::UnknownContentError,
            .headers = {{"X-RateLimit-Retry-After", seconds}}};
}

/// Lets everything that is due happen: a call of another client goes all the way.
void settle()
{
    Desk other;
    other.network.enqueue({.body = okBody});
    QVERIFY(endOf(other.get()));
}

} // namespace

void TestClient::anAnswerArrivesWithAllThatIsKnownOfIt()
{
    Desk desk;
    desk.network.enqueue({.body = okBody, .headers = {{"X-Request-Id", "abc"}}});
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(answer);
    QCOMPARE(answer->body, okBody);
    QCOMPARE(answer->httpStatus, 200);
    QCOMPARE(answer->requestId, u"abc"_s);
    QCOMPARE(answer->receivedAt, present);
    QCOMPARE(answer->attempts, 1);
    QCOMPARE(answer->request,
             u"GET https://rest.iad-01.braze.com"_s + QString::fromLatin1(seriesPath));
    QVERIFY(answer->shown.startsWith("HTTP 200"_L1));
    QVERIFY(answer->shown.contains("X-Request-Id: abc"_L1));
    QVERIFY(answer->shown.endsWith(QString::fromLatin1(okBody)));
}

void TestClient::nothingFinishesInsideGet()
{
    Desk desk;
    desk.network.enqueue({.body = okBody});
    Call *sent = desk.get();
    Call *refused = desk.get("no path");
    const QSignalSpy sentEnd(sent, &Call::finished);
    const QSignalSpy refusedEnd(refused, &Call::finished);
    QVERIFY(sentEnd.isEmpty() && refusedEnd.isEmpty());
    QTRY_COMPARE(sentEnd.size(), 1);
    QTRY_COMPARE(refusedEnd.size(), 1);
}

void TestClient::everyRequestFollowsTheRules()
{
    Desk desk;
    desk.network.enqueue({.body = okBody});
    QVERIFY(endOf(desk.get()));
    const QNetworkRequest request = desk.network.requests().front();
    const auto attribute = [&request](QNetworkRequest::Attribute code) {
        return request.attribute(code);
    };
    QCOMPARE(attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    for (const auto code : {QNetworkRequest::CookieLoadControlAttribute,
                            QNetworkRequest::CookieSaveControlAttribute,
                            QNetworkRequest::AuthenticationReuseAttribute}) {
        QCOMPARE(attribute(code).toInt(), static_cast<int>(QNetworkRequest::Manual));
    }
    QCOMPARE(attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(),
             static_cast<int>(QNetworkRequest::AlwaysNetwork));
    QCOMPARE(attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
    QCOMPARE(request.transferTimeout(), 30'000);
    QCOMPARE(request.rawHeader("Authorization"), "Bearer " + secret);
    QVERIFY(!request.url().toEncoded().contains(secret));
}

void TestClient::nothingIsSentWhereTheKeyWouldLeak_data()
{
    QTest::addColumn<QUrl>("endpoint");
    QTest::addColumn<QByteArray>("target");
    const QUrl braze(u"https://rest.iad-01.braze.com"_s);
    QTest::newRow("http") << QUrl(u"http://rest.iad-01.braze.com"_s) << seriesPath;
    QTest::newRow("another scheme") << QUrl(u"ftp://rest.iad-01.braze.com"_s) << seriesPath;
    QTest::newRow("no host") << QUrl(u"https:"_s) << seriesPath;
    QTest::newRow("looks like loopback") << QUrl(u"http://127.0.0.1.example.com"_s) << seriesPath;
    QTest::newRow("empty endpoint") << QUrl() << seriesPath;
    QTest::newRow("target becomes a host") << braze << QByteArray("@example.com/x");
    QTest::newRow("target goes on with the host") << braze << QByteArray(".example.com/x");
    QTest::newRow("empty target") << braze << QByteArray();
    QTest::newRow("not encoded") << braze << QByteArray("/x?event=a b");
    QTest::newRow("line break") << braze << QByteArray("/x?event=a\r\nHost: b");
}

void TestClient::nothingIsSentWhereTheKeyWouldLeak()
{
    QFETCH(QUrl, endpoint);
    QFETCH(QByteArray, target);
    FakeNetwork network;
    const SystemClock clock;
    const ApiKey key = ApiKey::fromText(QString::fromLatin1(secret)).value();
    Client client(&network, endpoint, key, clock, quickOptions());
    QObject owner;
    const Result<Answer> answer = endOf(client.get(target, &owner));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::InvalidQuery);
    QVERIFY(network.requests().empty());
}

void TestClient::atMostFourAreInFlight()
{
    Desk desk;
    std::vector<std::unique_ptr<QSignalSpy>> ends;
    for (int i = 0; i < 10; ++i) {
        desk.network.enqueue({.body = okBody, .held = true});
        ends.push_back(std::make_unique<QSignalSpy>(desk.get(), &Call::finished));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        const std::size_t expected = std::min<std::size_t>(10, i + 4);
        QTRY_COMPARE(desk.network.requests().size(), expected);
        settle();
        QCOMPARE(desk.network.requests().size(), expected);
        desk.network.release(i);
        QTRY_COMPARE(ends.at(i)->size(), 1);
    }
}

void TestClient::answersMayOvertakeEachOther()
{
    Desk desk;
    std::vector<std::unique_ptr<QSignalSpy>> ends;
    for (const char *body : {R"({"a":0})", R"({"a":1})", R"({"a":2})"}) {
        desk.network.enqueue({.body = body, .held = true});
        ends.push_back(std::make_unique<QSignalSpy>(desk.get(), &Call::finished));
    }
    QTRY_COMPARE(desk.network.requests().size(), std::size_t{3});
    for (const std::size_t i : {2U, 0U, 1U}) {
        desk.network.release(i);
        QCOMPARE(ends.at(i)->size(), 1);
        const auto answer = ends.at(i)->constFirst().constFirst().value<Result<Answer>>();
        QCOMPARE(answer->body, R"({"a":)" + QByteArray::number(static_cast<int>(i)) + '}');
    }
}

void TestClient::transientTroubleIsRetried_data()
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

void TestClient::transientTroubleIsRetried()
{
    QFETCH(int, status);
    QFETCH(QNetworkReply::NetworkError, error);
    Desk desk;
    desk.network.enqueue({.httpStatus = status, .error = error});
    desk.network.enqueue({.httpStatus = status, .error = error});
    desk.network.enqueue({.body = okBody});
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(answer);
    QCOMPARE(answer->attempts, 3);
    QCOMPARE(desk.network.requests().size(), std::size_t{3});
}

void TestClient::onlyThreeAttemptsAreMade()
{
    Desk desk;
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

void TestClient::whatCannotHelpIsNotRetried_data()
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

void TestClient::whatCannotHelpIsNotRetried()
{
    QFETCH(int, status);
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(ErrorKind, kind);
    Desk desk;
    desk.network.enqueue({.httpStatus = status, .error = error});
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, kind);
    QCOMPARE(answer.error().httpStatus, status);
    QCOMPARE(answer.error().attempts, 1);
    QVERIFY(!answer.error().request.isEmpty() && !answer.error().detail.isEmpty());
    QCOMPARE(desk.network.requests().size(), std::size_t{1});
}

void TestClient::retriesShareABudget()
{
    ClientOptions options = quickOptions();
    options.maxAttempts = 1'000;
    options.random = [] {
        return 0.0;
    };
    Desk desk(options);
    for (int i = 0; i < 40; ++i) {
        desk.network.enqueue({.httpStatus = 500});
    }
    // 500 tokens are 35 retries of 14.
    QCOMPARE(endOf(desk.get()).error().attempts, 36);
    QCOMPARE(endOf(desk.get()).error().attempts, 1);
    QCOMPARE(desk.client->retryBudget().left(), 10);
}

void TestClient::aThrottledCallGoesOnByItself()
{
    Desk desk;
    desk.network.enqueue(throttle({}));
    desk.network.enqueue({.body = okBody});
    QCOMPARE(endOf(desk.get())->attempts, 2);
    // The cost of the retry that helped came back.
    QCOMPARE(desk.client->retryBudget().left(), RetryBudget::capacity);
}

void TestClient::aThrottleHoldsTheOthersOfItsPath()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    Desk desk(options);
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

void TestClient::aThrottleDoesNotHoldOtherPaths()
{
    Desk desk;
    desk.network.enqueue(throttle("3600"));
    const QSignalSpy waits(desk.get("/events/list?page=0"), &Call::waiting);
    QTRY_COMPARE(waits.size(), 1);
    desk.network.enqueue({.body = okBody});
    QVERIFY(endOf(desk.get()));
}

void TestClient::aLongWaitIsAnnouncedAndCanBeEnded()
{
    Desk desk;
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

void TestClient::tryingNowCostsNoAttempt()
{
    Desk desk;
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

void TestClient::aWaitThatIsTooLongGivesUp()
{
    ClientOptions options = quickOptions();
    options.maxWait = 120s;
    Desk desk(options);
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

void TestClient::aWaitThatIsTooLongGivesUpForThoseInTheQueueToo()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    options.maxWait = 0s;
    Desk desk(options);
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

void TestClient::aCallThatWaitsForItsBackoffCanBeHurried()
{
    ClientOptions options = quickOptions();
    options.backoffBase = 1h;
    options.backoffCap = 1h;
    Desk desk(options);
    desk.network.enqueue({.httpStatus = 503});
    desk.network.enqueue({.body = okBody});
    Call *call = desk.get();
    QTRY_COMPARE(desk.client->retryBudget().left(),
                 RetryBudget::capacity - RetryBudget::transientCost);
    call->retryNow();
    QVERIFY(endOf(call));
}

void TestClient::cancellingIsSilent_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"before it starts", "queued", "in flight", "backing off", "held"}) {
        QTest::newRow(phase) << QString::fromLatin1(phase);
    }
}

void TestClient::cancellingIsSilent()
{
    QFETCH(QString, phase);
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    options.backoffBase = 1h;
    options.backoffCap = 1h;
    Desk desk(options);
    if (phase == u"queued"_s) {
        desk.network.enqueue({.held = true});
        desk.get("/other");
    }
    const std::vector<CannedReply> answers = phase == u"backing off"_s
                                               ? std::vector<CannedReply>{{.httpStatus = 500}}
                                               : std::vector<CannedReply>{
                                                   phase == u"held"_s ? throttle("3600")
                                                                      : CannedReply{.held = true}};
    desk.network.enqueue(answers.front());
    std::unique_ptr<Call> call(desk.get());
    const QSignalSpy finished(call.get(), &Call::finished);
    const QSignalSpy recorded(desk.client.get(), &Client::requestFinished);
    const QSignalSpy waits(call.get(), &Call::waiting);
    if (phase == u"held"_s) {
        QTRY_COMPARE(waits.size(), 1);
    } else if (phase == u"backing off"_s) {
        QTRY_VERIFY(desk.client->retryBudget().left() < RetryBudget::capacity);
    } else if (phase != u"before it starts"_s) {
        QTRY_COMPARE(desk.network.underWay(), 1);
    }
    const std::size_t asked = desk.network.requests().size();
    call.reset();
    settle();
    QVERIFY(finished.isEmpty() && recorded.isEmpty());
    QCOMPARE(desk.network.requests().size(), asked);
    QCOMPARE(desk.network.underWay(), phase == u"queued"_s ? 1 : 0);
}

void TestClient::cancellingFreesThePlaceForTheNext()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    Desk desk(options);
    desk.network.enqueue({.held = true});
    desk.network.enqueue({.body = okBody});
    std::unique_ptr<Call> first(desk.get());
    Call *second = desk.get();
    QTRY_COMPARE(desk.network.underWay(), 1);
    first.reset();
    QVERIFY(endOf(second));
}

void TestClient::aCallMayBeDeletedInItsOwnSignal()
{
    Desk desk;
    desk.network.enqueue({.body = okBody});
    QPointer<Call> call = desk.get();
    connect(call, &Call::finished, call, [&call] { delete call.data(); });
    QTRY_VERIFY(!call);
    // In the signals that tell of it, too.
    desk.network.enqueue({.body = okBody, .headers = {{"X-RateLimit-Limit", "5"}}});
    call = desk.get();
    const QMetaObject::Connection onLimit = connect(
        desk.client.get(), &Client::rateLimitChanged, call, [&call] { delete call.data(); });
    QTRY_VERIFY(!call);
    desk.network.enqueue(throttle("3600"));
    call = desk.get();
    connect(call, &Call::waiting, call, [&call] { delete call.data(); });
    QTRY_VERIFY(!call);
    settle();
}

void TestClient::aClientMayBeDeletedInItsOwnSignal()
{
    Desk desk;
    desk.network.enqueue({.body = okBody});
    Call *call = desk.get();
    const QSignalSpy finished(call, &Call::finished);
    connect(desk.client.get(), &Client::requestFinished, call, [&desk] { desk.client.reset(); });
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().value<Result<Answer>>());
}

void TestClient::aClientThatGoesCancelsItsCallsOnce()
{
    Desk desk;
    desk.network.enqueue({.held = true});
    desk.network.enqueue({.httpStatus = 500});
    const QSignalSpy first(desk.get(), &Call::finished);
    const QSignalSpy second(desk.get("/x"), &Call::finished);
    const QSignalSpy refused(desk.get("not a path"), &Call::finished);
    QTRY_COMPARE(desk.network.requests().size(), std::size_t{2});
    desk.client.reset();
    QVERIFY(first.isEmpty());
    QTRY_COMPARE(first.size(), 1);
    QTRY_COMPARE(second.size(), 1);
    settle();
    QCOMPARE(first.size(), 1);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(first.constFirst().constFirst().value<Result<Answer>>().error().kind,
             ErrorKind::Cancelled);
    QCOMPARE(desk.network.underWay(), 0);
}

void TestClient::theRateLimitIsTold()
{
    Desk desk;
    const QSignalSpy changes(desk.client.get(), &Client::rateLimitChanged);
    desk.network.enqueue({.body = okBody,
                          .headers = {{"X-RateLimit-Limit", "250000"},
                                      {"X-RateLimit-Remaining", "42"},
                                      {"X-RateLimit-Reset", "60"}}});
    QVERIFY(endOf(desk.get()));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(desk.client->rateLimit().remaining, std::optional<qint64>(42));
    QCOMPARE(desk.client->rateLimit().resetsAt, std::optional(present.addSecs(60)));
    // As recorded: a 401 with empty ones. They say nothing.
    desk.network.enqueue({.httpStatus = 401,
                          .headers = {{"X-RateLimit-Limit", ""},
                                      {"X-RateLimit-Remaining", ""},
                                      {"X-RateLimit-Reset", ""}}});
    QVERIFY(!endOf(desk.get()));
    QCOMPARE(changes.size(), 1);
}

void TestClient::oneRecordIsMadePerCall()
{
    Desk desk;
    const QSignalSpy records(desk.client.get(), &Client::requestFinished);
    desk.network.enqueue({.httpStatus = 500});
    desk.network.enqueue({.body = okBody, .headers = {{"X-Request-Id", "r2"}}});
    QVERIFY(endOf(desk.get()));
    desk.network.enqueue({.httpStatus = 403});
    QVERIFY(!endOf(desk.get("/events/list?page=0&x=" + secret)));
    QVERIFY(!endOf(desk.get("not a path")));
    QCOMPARE(records.size(), 2);
    const auto first = records.at(0).constFirst().value<RequestRecord>();
    QCOMPARE(first.path, u"/events/data_series"_s);
    QCOMPARE(first.query, u"event=e&length=1&unit=day"_s);
    QCOMPARE(first.attempts, 2);
    QCOMPARE(first.httpStatus, 200);
    QCOMPARE(first.requestId, u"r2"_s);
    QCOMPARE(first.startedAt, present);
    const auto second = records.at(1).constFirst().value<RequestRecord>();
    QCOMPARE(second.httpStatus, 403);
    QCOMPARE(second.query, u"page=0&x=[key]"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClient)

#include "tst_client.moc"
