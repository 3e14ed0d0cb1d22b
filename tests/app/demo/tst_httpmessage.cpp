// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpmessage.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestHttpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aRequestIsTakenApart();
    static void everyPrefixOfARequestIsIncomplete();
    static void theNextRequestIsLeftInPlace();
    static void aMalformedRequestIsRefused_data();
    static void aMalformedRequestIsRefused();
    static void theConnectionIsKeptAsTheClientWants_data();
    static void theConnectionIsKeptAsTheClientWants();
    static void anAnswerIsOnePiece();
    static void escapesAreResolved_data();
    static void escapesAreResolved();
    static void brokenEscapesAreRefused_data();
    static void brokenEscapesAreRefused();
    static void theLastOfEqualParametersCounts();
    static void plusIsABlank();
};

void TestHttpMessage::aRequestIsTakenApart()
{
    const HttpParse parse = parseHttpRequest(
        "GET /events/list?page=1&x=%2B HTTP/1.1\r\n"
        "Host: h\r\nX-Thing:  a b \r\nContent-Length: 3\r\n\r\nabc");
    QVERIFY(parse.state == HttpParse::State::Complete);
    QCOMPARE(parse.request.method, "GET");
    QCOMPARE(parse.request.path, "/events/list");
    QCOMPARE(parse.request.query, "page=1&x=%2B");
    QCOMPARE(parse.request.header("x-thing"), "a b");
    QCOMPARE(parse.request.header("absent"), QByteArray());
    QCOMPARE(parse.request.body, "abc");
}

void TestHttpMessage::everyPrefixOfARequestIsIncomplete()
{
    const QByteArray bytes = "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab";
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QVERIFY(parseHttpRequest(bytes.left(size)).state == HttpParse::State::Incomplete);
    }
    QCOMPARE(parseHttpRequest(bytes).consumed, bytes.size());
}

void TestHttpMessage::theNextRequestIsLeftInPlace()
{
    const QByteArray first = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
    const HttpParse parse = parseHttpRequest("\r\n" + first + "GET /b HTTP/1.1\r\n");
    QCOMPARE(parse.request.path, "/a");
    QCOMPARE(parse.consumed, first.size() + 2);
}

void TestHttpMessage::aMalformedRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray good = "GET / HTTP/1.1\r\nHost: h\r\n";
    QTest::newRow("no HTTP at all") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("no target") << QByteArray("GET HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("a relative target") << QByteArray("GET x HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("HTTP/2.0") << QByteArray("GET / HTTP/2.0\r\nHost: h\r\n\r\n") << 505;
    QTest::newRow("a header without a colon") << QByteArray(good + "Thing\r\n\r\n") << 400;
    QTest::newRow("a blank before the colon") << QByteArray(good + "Thing : x\r\n\r\n") << 400;
    QTest::newRow("a folded header") << QByteArray(good + "A: b\r\n c\r\n\r\n") << 400;
    QTest::newRow("a lone carriage return") << QByteArray(good + "A: b\rc\r\n\r\n") << 400;
    QTest::newRow("a NUL") << QByteArray(good + "A: b" + QByteArray(1, '\0') + "\r\n\r\n") << 400;
    QTest::newRow("a chunked body")
        << QByteArray(good + "Transfer-Encoding: chunked\r\n\r\n") << 501;
    QTest::newRow("a length of letters") << QByteArray(good + "Content-Length: x\r\n\r\n") << 400;
    QTest::newRow("a negative length") << QByteArray(good + "Content-Length: -1\r\n\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray(good
                                               + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")
                                 << 400;
    QTest::newRow("a large body") << QByteArray(good + "Content-Length: 65537\r\n\r\n") << 413;
    QTest::newRow("a large head") << QByteArray(good + "A: " + QByteArray(longestHttpHead, 'x')
                                                + "\r\n\r\n")
                                  << 431;
    QTest::newRow("a large head without an end") << QByteArray(longestHttpHead + 1, 'x') << 431;
}

void TestHttpMessage::aMalformedRequestIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const HttpParse parse = parseHttpRequest(bytes);
    QVERIFY(parse.state == HttpParse::State::Refused);
    QCOMPARE(parse.refusal, status);
}

void TestHttpMessage::theConnectionIsKeptAsTheClientWants_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("kept");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n") << true;
    QTest::newRow("1.1, close") << QByteArray(
        "GET / HTTP/1.1\r\nHost: h\r\nConnection: Close\r\n\r\n")
                                << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0, keep") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                               << true;
}

void TestHttpMessage::theConnectionIsKeptAsTheClientWants()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, kept);
    QCOMPARE(parseHttpRequest(bytes).request.keepAlive, kept);
}

void TestHttpMessage::anAnswerIsOnePiece()
{
    QCOMPARE(toBytes({.status = 200, .headers = {{"A", "b"}}, .body = "xyz"}),
             "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\nxyz");
    QCOMPARE(toBytes({.status = 404, .headers = {{"content-length", "9"}}}, false),
             "HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\nConnection: close\r\n\r\n");
}

void TestHttpMessage::escapesAreResolved_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a blank, an ampersand, a percent sign")
        << QByteArray("a%20b%26c%25") << u"a b&c%"_s;
    QTest::newRow("a plus") << QByteArray("a%2Bb%2b") << u"a+b+"_s;
    QTest::newRow("an emoji") << QByteArray("%F0%9F%9B%92") << u"🛒"_s;
    QTest::newRow("a NUL") << QByteArray("a%00b") << (u"a"_s + QChar(u'\0') + u'b');
    QTest::newRow("Arabic") << QByteArray("%D8%B4%D8%B1%D8%A7%D8%A1") << u"شراء"_s;
}

void TestHttpMessage::escapesAreResolved()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QString, text);
    QCOMPARE(percentDecoded(encoded), std::optional(text));
}

void TestHttpMessage::brokenEscapesAreRefused_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("a lone percent sign") << QByteArray("100%");
    QTest::newRow("half an escape") << QByteArray("a%2");
    QTest::newRow("no hex digits") << QByteArray("%zz");
    QTest::newRow("not UTF-8") << QByteArray("%FF");
    QTest::newRow("half a character") << QByteArray("%F0%9F");
    QTest::newRow("a surrogate") << QByteArray("%ED%A0%80");
}

void TestHttpMessage::brokenEscapesAreRefused()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!percentDecoded(encoded).has_value());
    QVERIFY(!queryParameters("event=" + encoded).has_value());
}

void TestHttpMessage::theLastOfEqualParametersCounts()
{
    const auto parameters = queryParameters("a=1&&b&a=2&c=x=y");
    QVERIFY(parameters.has_value());
    QCOMPARE(parameters->value(u"a"_s), u"2"_s);
    QCOMPARE(parameters->value(u"b"_s, u"absent"_s), QString());
    QCOMPARE(parameters->value(u"c"_s), u"x=y"_s);
}

void TestHttpMessage::plusIsABlank()
{
    QCOMPARE(queryParameters("event=a+b%2Bc")->value(u"event"_s), u"a b+c"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHttpMessage)

#include "tst_httpmessage.moc"
