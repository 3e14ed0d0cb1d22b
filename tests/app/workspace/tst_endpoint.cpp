// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/endpoint.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyInstanceIsAnEndpoint_data();
    static void everyInstanceIsAnEndpoint();
    static void whatPeopleTypeIsRead_data();
    static void whatPeopleTypeIsRead();
    static void whatIsNoEndpointHasAReason_data();
    static void whatIsNoEndpointHasAReason();
    static void onlyTheInstanceItselfHasItsName();
};

void TestEndpoint::everyInstanceIsAnEndpoint_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("name");
    QTest::newRow("US-01") << u"rest.iad-01.braze.com"_s << u"US-01"_s;
    QTest::newRow("US-02") << u"rest.iad-02.braze.com"_s << u"US-02"_s;
    QTest::newRow("US-03") << u"rest.iad-03.braze.com"_s << u"US-03"_s;
    QTest::newRow("US-04") << u"rest.iad-04.braze.com"_s << u"US-04"_s;
    QTest::newRow("US-05") << u"rest.iad-05.braze.com"_s << u"US-05"_s;
    QTest::newRow("US-06") << u"rest.iad-06.braze.com"_s << u"US-06"_s;
    QTest::newRow("US-07") << u"rest.iad-07.braze.com"_s << u"US-07"_s;
    QTest::newRow("US-08") << u"rest.iad-08.braze.com"_s << u"US-08"_s;
    QTest::newRow("US-10") << u"rest.us-10.braze.com"_s << u"US-10"_s;
    QTest::newRow("EU-01") << u"rest.fra-01.braze.eu"_s << u"EU-01"_s;
    QTest::newRow("EU-02") << u"rest.fra-02.braze.eu"_s << u"EU-02"_s;
    QTest::newRow("AU-01") << u"rest.au-01.braze.com"_s << u"AU-01"_s;
    QTest::newRow("ID-01") << u"rest.id-01.braze.com"_s << u"ID-01"_s;
    QTest::newRow("JP-01") << u"rest.jp-01.braze.com"_s << u"JP-01"_s;
    QTest::newRow("KR-01") << u"rest.kr-01.braze.com"_s << u"KR-01"_s;
}

void TestEndpoint::everyInstanceIsAnEndpoint()
{
    QFETCH(QString, host);
    QFETCH(QString, name);
    const EndpointReading reading = endpointFromText(host);
    QVERIFY(!reading.problem.has_value());
    QVERIFY(reading.known);
    QCOMPARE(reading.url, QUrl(u"https://"_s + host));
    QCOMPARE(instanceName(reading.url), name);
    QCOMPARE(instances().size(), std::size_t{15});
}

void TestEndpoint::whatPeopleTypeIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("known");
    const QString us = u"https://rest.iad-01.braze.com"_s;
    QTest::newRow("host") << u"rest.iad-01.braze.com"_s << us << true;
    QTest::newRow("URL") << us << us << true;
    QTest::newRow("final slash") << us + u'/' << us << true;
    QTest::newRow("host and slash") << u"rest.iad-01.braze.com/"_s << us << true;
    QTest::newRow("blanks around") << u" \t rest.iad-01.braze.com \n"_s << us << true;
    QTest::newRow("capitals") << u"HTTPS://REST.IAD-01.Braze.Com"_s << us << true;
    QTest::newRow("usual port") << us + u":443"_s << us << true;
    QTest::newRow("another port") << us + u":8443"_s << us + u":8443"_s << false;
    QTest::newRow("an instance to come")
        << u"rest.iad-11.braze.com"_s << u"https://rest.iad-11.braze.com"_s << false;
    QTest::newRow("a host of one's own")
        << u"braze-proxy.acme.example"_s << u"https://braze-proxy.acme.example"_s << false;
    QTest::newRow("a host of one's own with port")
        << u"proxy.acme.example:8443"_s << u"https://proxy.acme.example:8443"_s << false;
    QTest::newRow("http on 127.0.0.1")
        << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s << false;
    QTest::newRow("http on 127.9.9.9") << u"http://127.9.9.9"_s << u"http://127.9.9.9"_s << false;
    QTest::newRow("http on ::1") << u"http://[::1]:8080/"_s << u"http://[::1]:8080"_s << false;
    QTest::newRow("http on localhost")
        << u"http://localhost:8080"_s << u"http://localhost:8080"_s << false;
    QTest::newRow("https on loopback")
        << u"https://localhost:8443"_s << u"https://localhost:8443"_s << false;
    QTest::newRow("never http by itself")
        << u"localhost:8080"_s << u"https://localhost:8080"_s << false;
}

void TestEndpoint::whatPeopleTypeIsRead()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QFETCH(bool, known);
    const EndpointReading reading = endpointFromText(text);
    QVERIFY(!reading.problem.has_value());
    QCOMPARE(reading.url.toString(), url);
    QCOMPARE(reading.known, known);
}

void TestEndpoint::whatIsNoEndpointHasAReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<EndpointProblem>("problem");
    const auto row = [](const char *name, const QString &text, EndpointProblem problem) {
        QTest::newRow(name) << text << problem;
    };
    using enum EndpointProblem;
    row("nothing", u""_s, Empty);
    row("blanks", u" \t\n"_s, Empty);
    row("scheme only", u"https://"_s, NotAUrl);
    row("a word", u"braze"_s, NotAUrl);
    row("a name of an instance", u"US-01"_s, NotAUrl);
    row("a blank inside", u"rest.iad-01 .braze.com"_s, NotAUrl);
    row("a line break inside", u"rest.iad-01.braze.com\nevil.example"_s, NotAUrl);
    row("a NUL inside", u"rest.iad-01.braze.com\0.evil.example"_s, NotAUrl);
    row("two dots", u"rest..braze.com"_s, NotAUrl);
    row("a final dot", u"proxy.acme.example."_s, NotAUrl);
    row("port 0", u"https://rest.iad-01.braze.com:0"_s, NotAUrl);
    row("port 99999", u"https://rest.iad-01.braze.com:99999"_s, NotAUrl);
    row("no port number", u"https://rest.iad-01.braze.com:x"_s, NotAUrl);
    row("three slashes", u"https:///rest.iad-01.braze.com"_s, NotAUrl);
    row("one slash", u"https:/rest.iad-01.braze.com"_s, NotAUrl);
    row("percent-encoded host", u"https://%72est.iad-01.braze.com"_s, NotAUrl);
    row("backslash and @", u"https://rest.iad-01.braze.com\\@evil.example"_s, NotAUrl);
    row("short form of an address", u"http://127.1"_s, NotAUrl);
    row("an address as one number", u"http://2130706433"_s, NotAUrl);
    row("an address with a zone", u"http://[::1%25lo]"_s, NotAUrl);
    row("javascript", u"javascript:alert(1)"_s, NotAUrl);
    row("3,000 characters", QString(3'000, u'a') + u".example"_s, NotAUrl);
    row("http", u"http://rest.iad-01.braze.com"_s, NotHttps);
    row("HTTP", u"HTTP://rest.iad-01.braze.com"_s, NotHttps);
    row("ftp", u"ftp://rest.iad-01.braze.com"_s, NotHttps);
    row("http that begins like localhost", u"http://localhost.evil.example"_s, NotHttps);
    row("http that begins like loopback", u"http://127.0.0.1.evil.example"_s, NotHttps);
    row("http in the local network", u"http://192.168.0.1"_s, NotHttps);
    row("http on all interfaces", u"http://0.0.0.0"_s, NotHttps);
    row("a path", u"https://rest.iad-01.braze.com/events/data_series"_s, HasExtras);
    row("two slashes at the end", u"https://rest.iad-01.braze.com//"_s, HasExtras);
    row("a query", u"https://rest.iad-01.braze.com?api_key=x"_s, HasExtras);
    row("an empty query", u"https://rest.iad-01.braze.com?"_s, HasExtras);
    row("a fragment", u"https://rest.iad-01.braze.com/#"_s, HasExtras);
    row("a user name", u"https://anna@rest.iad-01.braze.com"_s, HasExtras);
    row("a user name and password", u"https://anna:pw@rest.iad-01.braze.com"_s, HasExtras);
    row("an empty user name", u"https://@rest.iad-01.braze.com"_s, HasExtras);
    row("a host as user name", u"https://rest.iad-01.braze.com@evil.example"_s, HasExtras);
    row("an SDK host", u"sdk.iad-01.braze.com"_s, SdkHost);
    row("an SDK URL", u"https://sdk.fra-02.braze.eu/"_s, SdkHost);
    row("an SDK URL with http", u"http://SDK.iad-01.braze.com/api"_s, SdkHost);
    row("Cyrillic e", u"rest.iad-01.braz\u0435.com"_s, LookAlike);
    row("Cyrillic e with scheme", u"https://r\u0435st.iad-01.braze.com/"_s, LookAlike);
    row("wide letters", u"https://\uFF52est.iad-01.braze.com"_s, LookAlike);
    row("ideographic full stop", u"https://rest\u3002iad-01.braze.com"_s, LookAlike);
    row("zero-width space", u"https://rest.iad-01.bra\u200Bze.com"_s, LookAlike);
    row("a letter with an accent", u"https://rest.iad-01.br\u00E1ze.com"_s, LookAlike);
    row("punycode", u"https://rest.iad-01.xn--braz-yqe.com"_s, LookAlike);
    row("punycode in capitals", u"https://REST.IAD-01.XN--BRAZ-YQE.COM"_s, LookAlike);
    row("Braze's name in front", u"https://rest.iad-01.braze.com.evil.example"_s, LookAlike);
    row("another top-level domain", u"https://rest.iad-01.braze.co"_s, LookAlike);
    row("another spelling", u"https://rest.iad-01.brazee.com"_s, LookAlike);
    row("a domain that ends alike", u"https://rest.evilbraze.com"_s, LookAlike);
}

void TestEndpoint::whatIsNoEndpointHasAReason()
{
    QFETCH(QString, text);
    QFETCH(EndpointProblem, problem);
    const EndpointReading reading = endpointFromText(text);
    QCOMPARE(reading.problem, std::optional(problem));
    QVERIFY(reading.url.isEmpty());
    QVERIFY(!reading.known);
}

void TestEndpoint::onlyTheInstanceItselfHasItsName()
{
    QCOMPARE(instanceName(QUrl(u"https://rest.us-10.braze.com"_s)), u"US-10"_s);
    QCOMPARE(instanceName(QUrl(u"http://rest.us-10.braze.com"_s)), QString());
    QCOMPARE(instanceName(QUrl(u"https://rest.us-10.braze.com:1"_s)), QString());
    QCOMPARE(instanceName(QUrl(u"https://rest.us-09.braze.com"_s)), QString());
    QCOMPARE(instanceName(QUrl()), QString());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestEndpoint)

#include "tst_endpoint.moc"
