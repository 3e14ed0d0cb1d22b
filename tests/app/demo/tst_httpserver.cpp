// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpserver.h"
#include "tests/support/strictness.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void oneConnectionServesManyRequests();
    static void aRequestMayComeByteByByte();
    static void pipelinedRequestsAreAnsweredInTheirOrder();
    static void aBodyIsNotTheNextRequest();
    static void theFirstReadBringsTheWholeAnswer();
    static void anAnswerToHeadHasNoBody();
    static void aClientThatWantsToCloseIsClosed();
    static void aLargeHeadIsRefusedAndClosed();
    static void nonsenseIsRefusedAndClosed();
    static void clientsMayLeaveBeforeADelayedAnswer();
    static void aClientMayLeaveInTheMiddleOfARequest();
    static void theServerMayGoBeforeItsClients();
    static void onlyTheLoopbackAddressIsServed();
    static void aTakenPortIsAnError();
};

namespace {

/// Answers the path that was asked for, after the delay that "?ms" names.
void echo(const HttpRequest &request, HttpConnection &connection)
{
    connection.reply({.body = '[' + request.path + ']'},
                     std::chrono::milliseconds(request.query.toInt()));
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

/// A client that keeps every byte it gets.
class Client
{
public:
    explicit Client(const HttpServer &server)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            m_received += m_socket.readAll();
        });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        m_connected = m_socket.waitForConnected();
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    void write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    void leave() { m_socket.abort(); }

private:
    QByteArray m_received;
    QTcpSocket m_socket;
    bool m_connected = false;
};

} // namespace

void TestHttpServer::oneConnectionServesManyRequests()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    QVERIFY(client.isConnected());
    for (int i = 0; i < 5; ++i) {
        client.write(get("/" + QByteArray::number(i)));
        QTRY_COMPARE(client.received().count("HTTP/1.1 200 OK"), i + 1);
    }
    QTRY_VERIFY(client.received().endsWith("[/4]"));
    QVERIFY(!client.isClosed());
}

void TestHttpServer::aRequestMayComeByteByByte()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    const QByteArray request = get("/split");
    for (const char c : request) {
        client.write(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.received().endsWith("[/split]"));
    QCOMPARE(client.received().count("HTTP/1.1"), 1);
}

void TestHttpServer::pipelinedRequestsAreAnsweredInTheirOrder()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    QByteArray requests;
    for (int i = 0; i < 300; ++i) { // each third one slower than those behind it
        requests += get("/" + QByteArray::number(i) + (i % 3 == 0 ? "?1" : ""));
    }
    client.write(requests);
    QTRY_VERIFY(client.received().endsWith("[/299]"));
    qsizetype place = 0;
    for (int i = 0; i < 300; ++i) {
        const QByteArray answer = "[/" + QByteArray::number(i) + ']';
        place = client.received().indexOf(answer, place);
        QVERIFY(place >= 0);
    }
}

void TestHttpServer::aBodyIsNotTheNextRequest()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    const QByteArray body = get("/smuggled");
    client.write("GET /first HTTP/1.1\r\nHost: h\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body + get("/second"));
    QTRY_VERIFY(client.received().endsWith("[/second]"));
    QVERIFY(!client.received().contains("smuggled"));
}

void TestHttpServer::theFirstReadBringsTheWholeAnswer()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    QVERIFY(socket.waitForConnected());
    QSignalSpy readyRead(&socket, &QTcpSocket::readyRead);
    socket.write(get("/one-piece"));
    QVERIFY(readyRead.wait());
    QVERIFY(socket.readAll().endsWith("[/one-piece]"));
}

void TestHttpServer::anAnswerToHeadHasNoBody()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    client.write("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n" + get("/b"));
    QTRY_VERIFY(client.received().endsWith("[/b]"));
    QVERIFY(!client.received().contains("[/a]"));
    QCOMPARE(client.received().count("Content-Length: 4"), 2);
}

void TestHttpServer::aClientThatWantsToCloseIsClosed()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET /last HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + get("/too-late"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().contains("Connection: close\r\n"));
    QVERIFY(client.received().endsWith("[/last]"));
}

void TestHttpServer::aLargeHeadIsRefusedAndClosed()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(200'000, 'x') + "\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 431 "));
    QCOMPARE(client.received().count("HTTP/1.1"), 1);
}

void TestHttpServer::nonsenseIsRefusedAndClosed()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    Client client(server);
    client.write("\x16\x03\x01 this is no HTTP\r\n\r\n" + get("/"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 400 "));
    QVERIFY(!client.received().contains("200 OK"));
}

void TestHttpServer::clientsMayLeaveBeforeADelayedAnswer()
{
    int asked = 0;
    HttpServer server([&asked](const HttpRequest &request, HttpConnection &connection) {
        ++asked;
        echo(request, connection);
    });
    QVERIFY(server.listen());
    QSignalSpy left(&server, &HttpServer::disconnected);
    constexpr int crowd = 60;
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < crowd; ++i) {
        // Some answers come while clients leave, some would come long after.
        clients.push_back(std::make_unique<Client>(server));
        clients.back()->write(get("/x?" + QByteArray::number(i % 2 == 0 ? 60'000 : 1 + i % 7)));
        if (i % 5 == 0) {
            QCoreApplication::processEvents();
            clients.at(static_cast<std::size_t>(i / 2))->leave();
        }
    }
    QTRY_COMPARE(asked, crowd);
    clients.clear();
    QTRY_COMPARE(left.count(), crowd);
    Client survivor(server);
    survivor.write(get("/alive"));
    QTRY_VERIFY(survivor.received().endsWith("[/alive]"));
}

void TestHttpServer::aClientMayLeaveInTheMiddleOfARequest()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    QSignalSpy left(&server, &HttpServer::disconnected);
    {
        Client client(server);
        client.write("GET /half HTTP/1.1\r\nHo");
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(left.first().first().toBool(), false);
}

void TestHttpServer::theServerMayGoBeforeItsClients()
{
    int asked = 0;
    auto server = std::make_unique<HttpServer>(
        [&asked](const HttpRequest &request, HttpConnection &connection) {
            ++asked;
            echo(request, connection);
        });
    QVERIFY(server->listen());
    Client waiting(*server);
    Client idle(*server);
    waiting.write(get("/never?60000"));
    QTRY_COMPARE(asked, 1);
    server.reset();
    QTRY_VERIFY(waiting.isClosed());
    QTRY_VERIFY(idle.isClosed());
    QVERIFY(waiting.received().isEmpty());
}

void TestHttpServer::onlyTheLoopbackAddressIsServed()
{
    HttpServer server(echo);
    QVERIFY(server.listen());
    // A server on every address would be heard here as well.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(u"127.0.0.2"_s), server.port());
    QVERIFY(!socket.waitForConnected());
}

void TestHttpServer::aTakenPortIsAnError()
{
    HttpServer first(echo);
    QVERIFY(first.listen());
    HttpServer second(echo);
    QVERIFY(!second.listen(first.port()));
    QVERIFY(!second.errorString().isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHttpServer)

#include "tst_httpserver.moc"
