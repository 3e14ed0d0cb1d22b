// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/client.h"
#include "tests/app/braze/rawserver.h"
#include "tests/support/fakeproxy.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// A proxy's name and password: given once, never tried again, and never told.
class TestClientProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void withoutALoginTheRequestFailsAtOnce_data() { addManners(); }
    static void withoutALoginTheRequestFailsAtOnce();
    static void theRightLoginIsLetThrough_data() { addManners(); }
    static void theRightLoginIsLetThrough();
    static void aWrongLoginIsTriedOnceAndForgotten_data() { addManners(); }
    static void aWrongLoginIsTriedOnceAndForgotten();
    static void aRefusedLoginIsNotTriedByTheNextRequest();
    static void anotherLoginIsTriedAfterARefusal();
    static void manyRequestsAtOnceAllEnd();
    static void whatTheEnvironmentSaysIsTriedOnce();
    static void whatAProxyRefusedIsToldToNobody();
    static void aNewerLoginIsNotForgottenWithAnOlder();
    static void thisComputerIsReachedWithoutIt();

private:
    static void addManners();
};

namespace {

QString user()
{
    return u"anna"_s;
}

QString password()
{
    return u"s3cr\u00e9t-w0rd"_s;
}

QByteArray key()
{
    return "0a1b2c3d-secret-key";
}

ClientOptions with(ProxyCredentials &credentials)
{
    ClientOptions options;
    options.proxies = &credentials;
    options.random = [] {
        return 0.0;
    };
    return options;
}

struct Desk
{
    explicit Desk(const QNetworkProxy &proxy,
                  const QUrl &endpoint = QUrl(u"https://rest.iad-01.braze.example"_s))
    {
        network.setProxy(proxy);
        client = std::make_unique<Client>(&network,
                                          endpoint,
                                          ApiKey::fromText(QString::fromLatin1(key())).value(),
                                          clock,
                                          with(credentials));
    }

    void keep(const FakeProxy &proxy, const QString &word)
    {
        credentials.keep({.proxy = proxy.name(), .user = user(), .password = word});
    }

    [[nodiscard]] Error ask() const
    {
        const std::unique_ptr<Call> call(client->get("/x", nullptr));
        QSignalSpy finished(call.get(), &Call::finished);
        if (!finished.wait()) {
            return {.kind = ErrorKind::Cancelled, .detail = u"it never ended"_s};
        }
        const auto result = finished.constFirst().constFirst().value<Result<Answer>>();
        return result ? Error{} : result.error();
    }

    QNetworkAccessManager network;
    SystemClock clock;
    ProxyCredentials credentials;
    std::unique_ptr<Client> client;
};

} // namespace

void TestClientProxy::initTestCase()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt has no TLS");
    }
}

void TestClientProxy::addManners()
{
    QTest::addColumn<FakeProxy::After407>("after");
    QTest::newRow("a proxy that stays") << FakeProxy::After407::StayOpen;
    QTest::newRow("a proxy that hangs up") << FakeProxy::After407::HangUp;
}

void TestClientProxy::withoutALoginTheRequestFailsAtOnce()
{
    QFETCH(const FakeProxy::After407, after);
    FakeProxy proxy(user(), password(), after);
    QVERIFY(proxy.listen());
    const Desk desk(proxy.proxy());
    const Error error = desk.ask();
    QCOMPARE(error.kind, ErrorKind::ProxyAuthentication);
    QCOMPARE(error.proxy, proxy.name());
    QVERIFY(!error.loginRefused);
    QCOMPARE(error.attempts, 1);
    QCOMPARE(proxy.connects(), 1);
    QVERIFY(proxy.heads().constFirst().startsWith("CONNECT rest.iad-01.braze.example:443 "));
    QCOMPARE(proxy.attempts(), 0);
}

void TestClientProxy::theRightLoginIsLetThrough()
{
    QFETCH(const FakeProxy::After407, after);
    FakeProxy proxy(user(), password(), after);
    QVERIFY(proxy.listen());
    Desk desk(proxy.proxy());
    desk.keep(proxy, password());
    const Error error = desk.ask();
    // Nobody is behind it, which is another trouble, and one that is worth another try.
    QCOMPARE(error.kind, ErrorKind::Network);
    QVERIFY(proxy.letThrough() > 0);
    QVERIFY(proxy.tunnelled().startsWith('\x16')); // the hello of TLS
    for (const QByteArray &head : proxy.heads()) {
        QVERIFY(!head.contains("Bearer"));
        QVERIFY(!head.contains(key()));
    }
    QVERIFY(!proxy.tunnelled().contains(key()));
    QVERIFY(desk.credentials.find(proxy.name()));
}

void TestClientProxy::aWrongLoginIsTriedOnceAndForgotten()
{
    QFETCH(const FakeProxy::After407, after);
    FakeProxy proxy(user(), password(), after);
    QVERIFY(proxy.listen());
    Desk desk(proxy.proxy());
    desk.keep(proxy, u"wrong"_s);
    const Error error = desk.ask();
    QCOMPARE(error.kind, ErrorKind::ProxyAuthentication);
    QVERIFY(error.loginRefused);
    QCOMPARE(error.attempts, 1);
    QCOMPARE(proxy.attempts(), 1);
    QCOMPARE(proxy.letThrough(), 0);
    QVERIFY(!desk.credentials.find(proxy.name()));
}

void TestClientProxy::aRefusedLoginIsNotTriedByTheNextRequest()
{
    FakeProxy proxy(user(), password());
    QVERIFY(proxy.listen());
    Desk desk(proxy.proxy());
    desk.keep(proxy, u"wrong"_s);
    QCOMPARE(desk.ask().kind, ErrorKind::ProxyAuthentication);
    QCOMPARE(desk.ask().kind, ErrorKind::ProxyAuthentication);
    QCOMPARE(desk.ask().kind, ErrorKind::ProxyAuthentication);
    QCOMPARE(proxy.attempts(), 1);
}

void TestClientProxy::anotherLoginIsTriedAfterARefusal()
{
    FakeProxy proxy(user(), password());
    QVERIFY(proxy.listen());
    Desk desk(proxy.proxy());
    desk.keep(proxy, u"wrong"_s);
    QVERIFY(desk.ask().loginRefused);
    desk.keep(proxy, password());
    QCOMPARE(desk.ask().kind, ErrorKind::Network);
    QVERIFY(proxy.letThrough() > 0);
}

void TestClientProxy::manyRequestsAtOnceAllEnd()
{
    FakeProxy proxy(user(), password());
    QVERIFY(proxy.listen());
    Desk desk(proxy.proxy());
    desk.keep(proxy, u"wrong"_s);
    constexpr int many = 10;
    const auto refused = std::make_shared<int>(0);
    QObject parent;
    for (int i = 0; i < many; ++i) {
        const Call *call = desk.client->get("/x", &parent);
        connect(call, &Call::finished, &parent, [refused](const Result<Answer> &result) {
            *refused += !result && result.error().kind == ErrorKind::ProxyAuthentication ? 1 : 0;
        });
    }
    QTRY_COMPARE(*refused, many);
    // Those that were under way together, and none after them.
    QVERIFY(proxy.attempts() <= ClientOptions().maxInFlight);
}

void TestClientProxy::whatTheEnvironmentSaysIsTriedOnce()
{
    FakeProxy proxy(user(), password());
    QVERIFY(proxy.listen());
    QNetworkProxy named = proxy.proxy();
    named.setUser(user());
    named.setPassword(u"wrong"_s);
    const Desk desk(named);
    const Error error = desk.ask();
    QCOMPARE(error.kind, ErrorKind::ProxyAuthentication);
    QCOMPARE(error.proxy, proxy.name());
    QVERIFY(error.loginRefused);
    QCOMPARE(error.attempts, 1);
    QVERIFY(proxy.attempts() <= 1);
}

void TestClientProxy::whatAProxyRefusedIsToldToNobody()
{
    FakeProxy proxy(user(), u"another"_s);
    QVERIFY(proxy.listen());
    Desk desk(proxy.proxy());
    QSignalSpy records(desk.client.get(), &Client::requestFinished);
    desk.keep(proxy, password());
    const Error error = desk.ask();
    QVERIFY(error.loginRefused);
    const auto record = records.constFirst().constFirst().value<RequestRecord>();
    const QString everything = QStringList{error.detail,
                                           error.serverMessage,
                                           error.request,
                                           error.answer,
                                           error.proxy,
                                           record.path,
                                           record.query}
                                   .join(u'\n');
    QVERIFY(!everything.contains(password()));
    QVERIFY(!everything.contains(user()));
    // Nor would it be if somebody said it.
    for (const QByteArray &secret : secretsOf({.user = user(), .password = password()})) {
        const QString said = u"refused: "_s + QString::fromLatin1(secret);
        QVERIFY(desk.client->redacted(said) != said);
    }
}

void TestClientProxy::aNewerLoginIsNotForgottenWithAnOlder()
{
    ProxyCredentials credentials;
    credentials.keep({.proxy = u"p:1"_s, .password = u"old"_s});
    const int old = credentials.find(u"p:1"_s)->number;
    credentials.keep({.proxy = u"p:1"_s, .password = u"new"_s});
    credentials.forget(u"p:1"_s, old);
    QCOMPARE(credentials.find(u"p:1"_s)->login.password, u"new"_s);
    credentials.forget(u"p:1"_s, credentials.find(u"p:1"_s)->number);
    QVERIFY(!credentials.find(u"p:1"_s));
}

void TestClientProxy::thisComputerIsReachedWithoutIt()
{
    FakeProxy proxy(user(), password());
    QVERIFY(proxy.listen());
    const RawServer server(saying(httpAnswer(200, R"({"message":"success"})")));
    Desk desk(proxy.proxy(), server.url());
    desk.keep(proxy, password());
    static_cast<void>(desk.ask());
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(proxy.connects(), 0);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClientProxy)

#include "tst_clientproxy.moc"
