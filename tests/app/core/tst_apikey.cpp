// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/apikey.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestApiKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aGoodKeyIsTaken_data();
    static void aGoodKeyIsTaken();
    static void aBadKeyIsRefused_data();
    static void aBadKeyIsRefused();
    static void theRefusalDoesNotRepeatTheKey();
    static void aKeyThatWasNeverReadIsEmpty();
};

void TestApiKey::aGoodKeyIsTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("a UUID") << u"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"_s
                            << QByteArray("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    QTest::newRow("one character") << u"x"_s << QByteArray("x");
    QTest::newRow("512 characters") << QString(512, u'k') << QByteArray(512, 'k');
    QTest::newRow("white space around it") << u" \tabc\r\n"_s << QByteArray("abc");
    QTest::newRow("512 characters and a line break")
        << QString(512, u'k') + u'\n' << QByteArray(512, 'k');
    QTest::newRow("the first and last visible characters") << u"!~"_s << QByteArray("!~");
}

void TestApiKey::aGoodKeyIsTaken()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, key);
    const Result<ApiKey> result = ApiKey::fromText(text);
    QVERIFY(result.hasValue());
    QCOMPARE(result->bytes(), key);
    QVERIFY(!result->isEmpty());
}

void TestApiKey::aBadKeyIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks only") << u"  \n "_s;
    QTest::newRow("a blank inside") << u"ab cd"_s;
    QTest::newRow("an injected header") << u"abc\r\nX-Evil: 1"_s;
    QTest::newRow("a line feed inside") << u"ab\ncd"_s;
    QTest::newRow("a NUL") << u"ab"_s + QChar(u'\0') + u"cd"_s;
    QTest::newRow("DEL") << u"ab\u007F"_s;
    QTest::newRow("not ASCII") << u"abcdé"_s;
    QTest::newRow("a dash that only looks like one") << u"ab\u2010cd"_s;
    QTest::newRow("full-width letters") << u"\uFF41\uFF42"_s;
    QTest::newRow("a zero-width space") << u"ab\u200Bcd"_s;
    QTest::newRow("513 characters") << QString(513, u'k');
}

void TestApiKey::aBadKeyIsRefused()
{
    QFETCH(QString, text);
    const Result<ApiKey> result = ApiKey::fromText(text);
    QVERIFY(!result.hasValue());
    QVERIFY(!result.error().detail.isEmpty());
}

void TestApiKey::theRefusalDoesNotRepeatTheKey()
{
    const Result<ApiKey> result = ApiKey::fromText(u"s3cr3t w1th-a-blank"_s);
    QVERIFY(!result.hasValue());
    QVERIFY(!result.error().detail.contains(u"s3cr3t"_s));
    QVERIFY(!result.error().detail.contains(u"w1th"_s));
}

void TestApiKey::aKeyThatWasNeverReadIsEmpty()
{
    QVERIFY(ApiKey().isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestApiKey)

#include "tst_apikey.moc"
