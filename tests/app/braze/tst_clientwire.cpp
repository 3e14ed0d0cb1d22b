// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/client.h"
#include "app/braze/seriesparser.h"
#include "app/braze/seriesrequest.h"
#include "tests/app/braze/corpus.h"
#include "tests/app/braze/rawserver.h"
#include "tests/support/fixture.h"
#include "tests/support/strictness.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

/// What really leaves for, and comes from, a socket when all goes well, and over TLS.
class TestClientWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theExactBytesLeave_data();
    static void theExactBytesLeave();
    static void theHeadHoldsTheKeyOnceAndNothingStrange();
    static void cookiesAreNeverSentBack();
    static void loopbackNeedsNoProxy();
    static void compressedAnswersAreRead();
    static void aSelfSignedCertificateIsRefused();
    static void noKeyLeavesBeforeTls();
};

namespace {

QByteArray okBody()
{
    return R"({"message":"success","data":[]})";
}

QByteArray secret()
{
    return "0a1b2c3d-secret-key";
}

struct Desk
{
    explicit Desk(const QUrl &endpoint)
        : client(
            &network, endpoint, ApiKey::fromText(QString::fromLatin1(secret())).value(), clock, {})
    { }

    Result<Answer> ask(const QByteArray &target = "/x")
    {
        std::unique_ptr<Call> call(client.get(target, nullptr));
        QSignalSpy finished(call.get(), &Call::finished);
        finished.wait();
        return finished.isEmpty() ? Result<Answer>()
                                  : finished.constFirst().constFirst().value<Result<Answer>>();
    }

    QNetworkAccessManager network;
    SystemClock clock;
    Client client;
};

} // namespace

void TestClientWire::theExactBytesLeave_data()
{
    addEncodedNames();
}

void TestClientWire::theExactBytesLeave()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, encoded);
    const RawServer server(saying(httpAnswer(200, okBody())));
    Request request;
    request.key.metric.name = name;
    request.key.appId = name;
    request.length = 30;
    request.endingAt = QDateTime(QDate(2026, 3, 10), QTime(14, 5), Qt::UTC);
    Desk desk(server.url());
    QVERIFY(desk.ask(*seriesTarget(request)));
    const QByteArray line = server.received().left(server.received().indexOf("\r\n"));
    QCOMPARE(line,
             QByteArray("GET /events/data_series?event=" + encoded
                        + "&length=30&unit=day&ending_at=2026-03-10T14%3A05%3A00Z&app_id=" + encoded
                        + " HTTP/1.1"));
}

void TestClientWire::theHeadHoldsTheKeyOnceAndNothingStrange()
{
    const RawServer server(saying(httpAnswer(200, okBody())));
    Desk desk(server.url());
    QVERIFY(desk.ask("/events/list?page=0"));
    const QByteArray &head = server.received();
    QCOMPARE(head.count(secret()), 1);
    QVERIFY(head.contains(QByteArray("\r\nAuthorization: Bearer " + secret() + "\r\n")));
    QVERIFY(head.contains("\r\nUser-Agent: Emberline/"));
    QVERIFY(head.contains("\r\nAccept: application/json\r\n"));
    for (const char *unwanted :
         {"Cookie", "Upgrade", "HTTP2-Settings", "If-None-Match", "Referer"}) {
        QVERIFY2(!head.contains(unwanted), unwanted);
    }
}

void TestClientWire::cookiesAreNeverSentBack()
{
    const RawServer server(
        saying(httpAnswer(200, okBody(), "Set-Cookie: session=hidden-value; Path=/\r\n")));
    Desk desk(server.url());
    const Result<Answer> first = desk.ask();
    QVERIFY(first);
    QVERIFY(!first->shown.contains("hidden-value"_L1));
    QVERIFY(desk.ask());
    QCOMPARE(server.requestCount(), 2);
    QVERIFY(!server.received().toLower().contains("cookie"));
}

void TestClientWire::loopbackNeedsNoProxy()
{
    const RawServer proxy(saying(httpAnswer(502, {})));
    const RawServer server(saying(httpAnswer(200, okBody())));
    const auto port = static_cast<quint16>(proxy.url().port());
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port});
    Desk desk(server.url());
    const Result<Answer> answer = desk.ask();
    QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy);
    QVERIFY(answer);
    QVERIFY(proxy.received().isEmpty());
}

void TestClientWire::compressedAnswersAreRead()
{
    const RawServer server(
        saying(httpAnswer(200, fixture(u"braze/day-plain.gz"_s), "Content-Encoding: gzip\r\n")));
    Desk desk(server.url());
    const Result<Answer> answer = desk.ask();
    QVERIFY(answer);
    QCOMPARE(answer->body, fixture(u"braze/day-plain.in.json"_s));
}

void TestClientWire::aSelfSignedCertificateIsRefused()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt has no TLS");
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(fixture(u"braze/selfsigned.crt"_s)));
    configuration.setPrivateKey(QSslKey(fixture(u"braze/selfsigned.key"_s), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Desk desk(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
    const Result<Answer> answer = desk.ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Tls);
    QCOMPARE(answer.error().attempts, 1);
    QCOMPARE(answer.error().httpStatus, 0);
    QVERIFY(!answer.error().detail.isEmpty());
    QVERIFY(!server.hasPendingConnections());
}

void TestClientWire::noKeyLeavesBeforeTls()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt has no TLS");
    }
    // A TLS record of type 22 is the hello.
    const RawServer server(saying(httpAnswer(200, okBody())), "\x16");
    Desk desk(server.url(u"https"_s));
    const Result<Answer> answer = desk.ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Tls);
    QCOMPARE(answer.error().attempts, 1);
    QVERIFY(!server.received().isEmpty());
    QVERIFY(!server.received().contains("Authorization"));
    QVERIFY(!server.received().contains(secret()));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClientWire)

#include "tst_clientwire.moc"
