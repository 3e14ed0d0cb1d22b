// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/braze/clientdesk.h"
#include "tests/support/strictness.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestClientCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void cancellingIsSilent_data();
    static void cancellingIsSilent();
    static void cancellingFreesThePlaceForTheNext();
    static void aCallMayBeDeletedInItsOwnSignal();
    static void aClientMayBeDeletedInItsOwnSignal();
    static void aClientThatGoesCancelsItsCallsOnce();
    static void aNetworkThatGoesCancelsItsCalls();
};

void TestClientCancel::cancellingIsSilent_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"before it starts", "queued", "in flight", "backing off", "held"}) {
        QTest::newRow(phase) << QString::fromLatin1(phase);
    }
}

void TestClientCancel::cancellingIsSilent()
{
    QFETCH(QString, phase);
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    options.backoffBase = 1h;
    options.backoffCap = 1h;
    FakeDesk desk(options);
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

void TestClientCancel::cancellingFreesThePlaceForTheNext()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    FakeDesk desk(options);
    desk.network.enqueue({.held = true});
    desk.network.enqueue({.body = okBody});
    std::unique_ptr<Call> first(desk.get());
    Call *second = desk.get();
    QTRY_COMPARE(desk.network.underWay(), 1);
    first.reset();
    QVERIFY(endOf(second));
}

void TestClientCancel::aCallMayBeDeletedInItsOwnSignal()
{
    FakeDesk desk;
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

void TestClientCancel::aClientMayBeDeletedInItsOwnSignal()
{
    FakeDesk desk;
    desk.network.enqueue({.body = okBody});
    Call *call = desk.get();
    const QSignalSpy finished(call, &Call::finished);
    connect(desk.client.get(), &Client::requestFinished, call, [&desk] { desk.client.reset(); });
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().value<Result<Answer>>());
}

void TestClientCancel::aClientThatGoesCancelsItsCallsOnce()
{
    FakeDesk desk;
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

void TestClientCancel::aNetworkThatGoesCancelsItsCalls()
{
    auto network = std::make_unique<FakeNetwork>();
    const FixedClock clock(present);
    const ApiKey key = ApiKey::fromText(QString::fromLatin1(secret)).value();
    Client client(network.get(), QUrl(u"https://rest.iad-01.braze.com"_s), key, clock, {});
    network->enqueue({.held = true});
    QObject owner;
    Call *call = client.get(seriesPath, &owner);
    const QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(network->underWay(), 1);
    network.reset();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<Result<Answer>>().error().kind,
             ErrorKind::Cancelled);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClientCancel)

#include "tst_clientcancel.moc"
