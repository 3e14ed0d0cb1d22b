// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/jsonreader.h"
#include "tests/support/strictness.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyKindOfValueIsRead();
    static void anAbsentOptionalTextIsEmpty();
    static void aWholeNumberIsRequired_data();
    static void aWholeNumberIsRequired();
    static void theBoundsOfANumberAreInside();
    static void aTextIsRequired_data();
    static void aTextIsRequired();
    static void aListOfTextsIsRequired_data();
    static void aListOfTextsIsRequired();
    static void aBooleanIsRequired_data();
    static void aBooleanIsRequired();
    static void anUnknownKeyIsAnError();
    static void theFirstProblemIsKept();
    static void aProblemNamesItsPlace();
    static void aListThatIsTooLongIsRefused();
    static void hostileKeysAreOnlyKeys();
};

namespace {

JsonReader reader(const QByteArray &json)
{
    return JsonReader(QJsonDocument::fromJson(json).object());
}

QString problem(const JsonReader &reader)
{
    const std::optional<Error> error = reader.error();
    return error ? error->detail : QString();
}

/// One row per JSON value that is none of @p except.
void addValues(const QStringList &except)
{
    QTest::addColumn<QByteArray>("value");
    const QStringList values{
        u"null"_s, u"true"_s, u"5"_s, u"\"5\""_s, u"[]"_s, u"[5]"_s, u"{}"_s, u"absent"_s};
    for (const QString &value : values) {
        if (!except.contains(value)) {
            QTest::newRow(qUtf8Printable(value)) << value.toUtf8();
        }
    }
}

JsonReader readerOf(const QByteArray &value)
{
    return reader(value == "absent" ? QByteArray("{}") : "{\"k\":" + value + "}");
}

} // namespace

void TestJsonReader::everyKindOfValueIsRead()
{
    JsonReader json = reader(
        R"({"t":"x","n":-3,"b":true,"l":["a","b"],"o":{"t":"y"},"os":[{"n":1},{"n":2}]})");
    QCOMPARE(json.text(u"t"_s), u"x"_s);
    QCOMPARE(json.integer(u"n"_s, -5, 5), -3);
    QCOMPARE(json.boolean(u"b"_s), true);
    QCOMPARE(json.texts(u"l"_s), (QStringList{u"a"_s, u"b"_s}));
    JsonReader inner = json.object(u"o"_s);
    QCOMPARE(inner.optionalText(u"t"_s), u"y"_s);
    std::vector<JsonReader> list = json.objects(u"os"_s);
    QCOMPARE(list.size(), std::size_t{2});
    QCOMPARE(list.at(1).integer(u"n"_s, 0, 9), 2);
    QCOMPARE(problem(json), QString());
    QCOMPARE(problem(inner), QString());
    QCOMPARE(problem(list.at(1)), QString());
}

void TestJsonReader::anAbsentOptionalTextIsEmpty()
{
    JsonReader json = reader("{}");
    QCOMPARE(json.optionalText(u"k"_s), QString());
    QCOMPARE(problem(json), QString());
}

void TestJsonReader::aWholeNumberIsRequired_data()
{
    addValues({u"5"_s});
    QTest::newRow("too small") << QByteArray("-1");
    QTest::newRow("too large") << QByteArray("11");
    QTest::newRow("a fraction") << QByteArray("5.5");
    QTest::newRow("beyond an int") << QByteArray("4294967301");
    QTest::newRow("beyond 64 bits") << QByteArray("1e300");
}

void TestJsonReader::aWholeNumberIsRequired()
{
    QFETCH(QByteArray, value);
    JsonReader json = readerOf(value);
    QCOMPARE(json.integer(u"k"_s, 0, 10), 0);
    QCOMPARE(problem(json), u"k: a whole number from 0 to 10 is expected"_s);
}

void TestJsonReader::theBoundsOfANumberAreInside()
{
    JsonReader json = reader(R"({"least":-2147483648,"most":2147483647})");
    constexpr int least = std::numeric_limits<int>::min();
    constexpr int most = std::numeric_limits<int>::max();
    QCOMPARE(json.integer(u"least"_s, least, most), least);
    QCOMPARE(json.integer(u"most"_s, least, most), most);
    QCOMPARE(problem(json), QString());
}

void TestJsonReader::aTextIsRequired_data()
{
    addValues({u"\"5\""_s});
    QTest::newRow("too long") << QByteArray(R"("12345")");
}

void TestJsonReader::aTextIsRequired()
{
    QFETCH(QByteArray, value);
    JsonReader json = readerOf(value);
    QCOMPARE(json.text(u"k"_s, 4), QString());
    QCOMPARE(problem(json), u"k: a text of at most 4 characters is expected"_s);
}

void TestJsonReader::aListOfTextsIsRequired_data()
{
    addValues({u"[]"_s});
    QTest::newRow("a number among texts") << QByteArray(R"(["a",1])");
    QTest::newRow("null among texts") << QByteArray(R"([null])");
    QTest::newRow("too many") << QByteArray(R"(["a","b","c"])");
}

void TestJsonReader::aListOfTextsIsRequired()
{
    QFETCH(QByteArray, value);
    JsonReader json = readerOf(value);
    QCOMPARE(json.texts(u"k"_s, 2), QStringList());
    QVERIFY(problem(json).startsWith(u"k: "_s));
}

void TestJsonReader::aBooleanIsRequired_data()
{
    addValues({u"true"_s});
}

void TestJsonReader::aBooleanIsRequired()
{
    QFETCH(QByteArray, value);
    JsonReader json = readerOf(value);
    QCOMPARE(json.boolean(u"k"_s), false);
    QCOMPARE(problem(json), u"k: true or false is expected"_s);
}

void TestJsonReader::anUnknownKeyIsAnError()
{
    JsonReader json = reader(R"({"known":1,"k":2})");
    json.integer(u"known"_s, 0, 9);
    QCOMPARE(problem(json), u"k: unknown key"_s);
    QCOMPARE(json.error()->kind, ErrorKind::MalformedReply);
}

void TestJsonReader::theFirstProblemIsKept()
{
    JsonReader json = reader(R"({"a":1,"b":2,"unknown":3})");
    json.text(u"a"_s);
    json.text(u"b"_s);
    json.fail(u"c"_s, u"bad"_s);
    QVERIFY(problem(json).startsWith(u"a: "_s));
}

void TestJsonReader::aProblemNamesItsPlace()
{
    JsonReader json = reader(R"({"o":{"list":[{"n":1},{"n":"x"}]}})");
    JsonReader inner = json.object(u"o"_s);
    for (JsonReader &item : inner.objects(u"list"_s)) {
        item.integer(u"n"_s, 0, 9);
        inner.adopt(item);
    }
    json.adopt(inner);
    QCOMPARE(problem(json), u"o.list[1].n: a whole number from 0 to 9 is expected"_s);
}

void TestJsonReader::aListThatIsTooLongIsRefused()
{
    JsonReader json = reader(R"({"k":[{},{},{}]})");
    QVERIFY(json.objects(u"k"_s, 2).empty());
    QCOMPARE(problem(json), u"k: a list of at most 2 objects is expected"_s);
}

void TestJsonReader::hostileKeysAreOnlyKeys()
{
    JsonReader json = reader(R"({"<b>%1 %n</b>":1})");
    QCOMPARE(problem(json), u"<b>%1 %n</b>: unknown key"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestJsonReader)

#include "tst_jsonreader.moc"
