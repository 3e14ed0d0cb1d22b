// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redactor.h"
#include "tests/support/strictness.h"

#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aKnownKeyIsTakenOut_data();
    static void aKnownKeyIsTakenOut();
    static void aKeyOfAwkwardCharactersIsTakenOut_data();
    static void aKeyOfAwkwardCharactersIsTakenOut();
    static void aKeyThatBeginsWithAnotherLeavesNoRest_data();
    static void aKeyThatBeginsWithAnotherLeavesNoRest();
    static void anUnknownKeyIsKnownByItsPlace_data();
    static void anUnknownKeyIsKnownByItsPlace();
    static void otherTextStays_data();
    static void otherTextStays();
    static void anEmptyKeyChangesNothing();
};

void TestRedactor::aKnownKeyIsTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    QTest::newRow("the body of a 401") << u"{\"message\":\"Invalid API key: k3y-1\"}"_s
                                       << u"{\"message\":\"Invalid API key: [key]\"}"_s;
    QTest::newRow("alone") << u"k3y-1"_s << u"[key]"_s;
    QTest::newRow("twice") << u"k3y-1k3y-1"_s << u"[key][key]"_s;
    QTest::newRow("inside a word") << u"xk3y-1x"_s << u"x[key]x"_s;
    QTest::newRow("a header") << u"Authorization: Bearer k3y-1"_s << u"Authorization: [key]"_s;
    QTest::newRow("percent-encoded as a whole") << u"?k=%6B%33%79%2D%31"_s << u"?k=[key]"_s;
    QTest::newRow("percent-encoded in part") << u"?k=k3y%2d1&x"_s << u"?k=[key]&x"_s;
}

void TestRedactor::aKnownKeyIsTakenOut()
{
    QFETCH(QString, text);
    QFETCH(QString, redacted);
    Redactor redactor;
    redactor.addSecret("k3y-1");
    QCOMPARE(redactor.redacted(text), redacted);
    QCOMPARE(redactor.redacted(redacted), redacted);
}

void TestRedactor::aKeyOfAwkwardCharactersIsTakenOut_data()
{
    QTest::addColumn<QString>("text");
    const QString key = u"a+b/c=\"d\\e.*%20(f)"_s;
    QTest::newRow("plain") << key;
    QTest::newRow("percent-encoded") << QString::fromLatin1(QUrl::toPercentEncoding(key));
    QTest::newRow("percent-encoded in small letters")
        << QString::fromLatin1(QUrl::toPercentEncoding(key).toLower());
    QTest::newRow("in JSON") << u"a+b/c=\\\"d\\\\e.*%20(f)"_s;
    QTest::newRow("in JSON with escaped slashes") << u"a+b\\/c=\\\"d\\\\e.*%20(f)"_s;
    QTest::newRow("in JSON with code points") << u"a\\u002Bb/c\\u003d\\\"d\\\\e.*%20(f)"_s;
}

void TestRedactor::aKeyOfAwkwardCharactersIsTakenOut()
{
    QFETCH(QString, text);
    Redactor redactor;
    redactor.addSecret("a+b/c=\"d\\e.*%20(f)");
    QCOMPARE(redactor.redacted(u"<"_s + text + u">"_s), u"<[key]>"_s);
}

void TestRedactor::aKeyThatBeginsWithAnotherLeavesNoRest_data()
{
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::newRow("short first") << QList<QByteArray>{"abcd", "abcdefgh"};
    QTest::newRow("long first") << QList<QByteArray>{"abcdefgh", "abcd"};
    QTest::newRow("one twice") << QList<QByteArray>{"abcd", "abcd", "abcdefgh"};
}

void TestRedactor::aKeyThatBeginsWithAnotherLeavesNoRest()
{
    QFETCH(QList<QByteArray>, keys);
    Redactor redactor;
    for (const QByteArray &key : keys) {
        redactor.addSecret(key);
    }
    QCOMPARE(redactor.redacted(u"abcdefgh and abcd"_s), u"[key] and [key]"_s);
}

void TestRedactor::anUnknownKeyIsKnownByItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    QTest::newRow("Bearer") << u"sent Bearer abc-1 to"_s << u"sent Bearer [key] to"_s;
    QTest::newRow("Bearer in any case") << u"bearer  abc"_s << u"bearer  [key]"_s;
    QTest::newRow("Bearer in a URL") << u"?h=Bearer%20abc&x=1"_s << u"?h=Bearer%20[key]&x=1"_s;
    QTest::newRow("header") << u"Authorization: Bearer abc\r\nAccept: x"_s
                            << u"Authorization: [key]\r\nAccept: x"_s;
    QTest::newRow("header of another scheme")
        << u"Proxy-Authorization: Basic dXNlcjpwYXNz\nAccept: x"_s
        << u"Proxy-Authorization: [key]\nAccept: x"_s;
    QTest::newRow("header in JSON") << u"{\"Authorization\":\"Bearer abc\",\"n\":1}"_s
                                    << u"{\"Authorization\":\"[key]\",\"n\":1}"_s;
    QTest::newRow("cURL") << u"curl -H 'Authorization: Bearer abc' https://x/"_s
                          << u"curl -H 'Authorization: [key]' https://x/"_s;
    QTest::newRow("query") << u"https://x/?api_key=abc&length=3"_s
                           << u"https://x/?api_key=[key]&length=3"_s;
    QTest::newRow("api_key in JSON")
        << u"{\"api_key\": \"abc\"}"_s << u"{\"api_key\": \"[key]\"}"_s;
}

void TestRedactor::anUnknownKeyIsKnownByItsPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, redacted);
    QCOMPARE(Redactor().redacted(text), redacted);
    QCOMPARE(Redactor().redacted(redacted), redacted);
}

void TestRedactor::otherTextStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a request") << u"GET https://rest.iad-01.braze.com/events/list?page=0"_s;
    QTest::newRow("a part of the key") << u"k3y-"_s;
    QTest::newRow("another case") << u"K3Y-1"_s;
    QTest::newRow("markup and back references") << u"<b>\\1 $1 &amp;</b>"_s;
}

void TestRedactor::otherTextStays()
{
    QFETCH(QString, text);
    Redactor redactor;
    redactor.addSecret("k3y-1");
    QCOMPARE(redactor.redacted(text), text);
}

void TestRedactor::anEmptyKeyChangesNothing()
{
    Redactor redactor;
    redactor.addSecret({});
    QCOMPARE(redactor.redacted(u"abc"_s), u"abc"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRedactor)

#include "tst_redactor.moc"
