// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QHash>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNameIsShownLiterally_data();
    static void aNameIsShownLiterally();
    static void whatCouldMisleadIsNotShown_data();
    static void whatCouldMisleadIsNotShown();
    static void aLongNameIsElided_data();
    static void aLongNameIsElided();
    static void aNameBecomesAFileName_data();
    static void aNameBecomesAFileName();
    static void anyNameMakesASafeFileName_data();
    static void anyNameMakesASafeFileName();
    static void aToolTipIsNeverMarkup();
};

namespace {

bool isSafeFileName(const QString &name)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$"_s);
    return pattern.match(name).hasMatch() && !name.endsWith(u'.');
}

} // namespace

void TestText::aNameIsShownLiterally_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("shown");
    const QHash<QString, QString> changed{{u"ten thousand characters"_s, QString(200, u'x') + u'…'},
                                          {u"right-to-left override"_s, u"ab"_s},
                                          {u"a lone surrogate"_s, u"a\uFFFDb"_s},
                                          {u"a NUL"_s, u"ab"_s},
                                          {u"a line break"_s, u"a b"_s}};
    for (const NamedText &name : nameCorpus()) {
        QTest::newRow(name.row) << name.text
                                << changed.value(QString::fromLatin1(name.row), name.text);
    }
}

void TestText::aNameIsShownLiterally()
{
    QFETCH(QString, raw);
    QFETCH(QString, shown);
    QCOMPARE(displayText(raw), shown);
}

void TestText::whatCouldMisleadIsNotShown_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("every bidirectional control")
        << u"a\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061Cb"_s
        << u"ab"_s;
    QTest::newRow("C0, DEL and C1") << u"a\u0001\u001F\u007F\u0080\u009Fb"_s << u"ab"_s;
    QTest::newRow("white space that breaks a line")
        << u"a\tb\rc\nd\u2028e\u2029f"_s << u"a b c d e f"_s;
    QTest::newRow("a low surrogate alone") << QString(QChar(0xDE00)) << u"\uFFFD"_s;
    QTest::newRow("a pair the wrong way round")
        << QString(QChar(0xDE00)) + QChar(0xD83D) << u"\uFFFD\uFFFD"_s;
    QTest::newRow("a high surrogate at the end") << u"a"_s + QChar(0xD83D) << u"a\uFFFD"_s;
}

void TestText::whatCouldMisleadIsNotShown()
{
    QFETCH(QString, raw);
    QFETCH(QString, shown);
    QCOMPARE(displayText(raw), shown);
}

void TestText::aLongNameIsElided_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("shown");
    const QString longest(200, u'x');
    QTest::newRow("200 characters stay") << longest << longest;
    QTest::newRow("201 do not") << longest + u'x' << longest + u'…';
    QTest::newRow("what is left out anyway does not count") << longest + u'\u202E' << longest;
    QTest::newRow("a pair is not torn")
        << QString(199, u'x') + u"\U0001F600 and more"_s << QString(199, u'x') + u'…';
    QTest::newRow("a pair that ends at the limit stays")
        << QString(198, u'x') + u"\U0001F600"_s << QString(198, u'x') + u"\U0001F600"_s;
}

void TestText::aLongNameIsElided()
{
    QFETCH(QString, raw);
    QFETCH(QString, shown);
    QCOMPARE(displayText(raw), shown);
}

void TestText::aNameBecomesAFileName_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("part");
    const QStringList corpus{u"_b_x__b_"_s,
                             u"_img_src__dev_zero_"_s,
                             u"_a_href__file____etc_passwd__"_s,
                             u"_amp_"_s,
                             u"_n__1__s"_s,
                             u"_.._x"_s,
                             u"_CON"_s,
                             u"_1_1"_s,
                             u"-"_s,
                             u"_"_s,
                             QString(100, u'x'),
                             u"a_b"_s,
                             u"a_b"_s,
                             u"a_b"_s,
                             u"________"_s,
                             u"___"_s,
                             u"a_b"_s,
                             u"a_b"_s,
                             u"___DROP_TABLE"_s,
                             u"Checkout"_s,
                             u"checkout"_s,
                             u"caf_"_s,
                             u"cafe_"_s};
    qsizetype expected = 0;
    for (const NamedText &name : nameCorpus()) {
        QTest::newRow(name.row) << name.text << corpus.at(expected++);
    }
    QTest::newRow("nothing") << QString() << u"_"_s;
    QTest::newRow("dots only") << u"..."_s << u"_"_s;
    QTest::newRow("a hidden file") << u".profile"_s << u"profile"_s;
    QTest::newRow("a device with an extension") << u"nul.tar.gz"_s << u"_nul.tar.gz"_s;
    QTest::newRow("a device behind dots") << u"..aux"_s << u"_aux"_s;
    QTest::newRow("a device before a dot") << u"LPT1."_s << u"_LPT1"_s;
    QTest::newRow("no device") << u"CONTROL"_s << u"CONTROL"_s;
}

void TestText::aNameBecomesAFileName()
{
    QFETCH(QString, raw);
    QFETCH(QString, part);
    QCOMPARE(fileNamePart(raw), part);
    QVERIFY(isSafeFileName(part));
}

void TestText::anyNameMakesASafeFileName_data()
{
    QTest::addColumn<QString>("raw");
    QTest::newRow("a long device") << u"CON."_s + QString(200, u'x');
    QTest::newRow("a dot where it is cut") << QString(99, u'x') + u".yz"_s;
    QTest::newRow("dots where it is cut") << QString(90, u'x') + QString(20, u'.') + u'y';
    QTest::newRow("a device and dots where it is cut") << u"CON"_s + QString(200, u'.');
    QTest::newRow("letters of four bytes") << (u"\U0001F600"_s).repeated(100);
}

void TestText::anyNameMakesASafeFileName()
{
    QFETCH(QString, raw);
    const QString part = fileNamePart(raw);
    QVERIFY2(isSafeFileName(part), qUtf8Printable(part));
    QVERIFY(part.toUtf8().size() <= 100);
}

void TestText::aToolTipIsNeverMarkup()
{
    QCOMPARE(toolTipText(u"<b>sale</b> & more\nof it"_s),
             u"<qt>&lt;b&gt;sale&lt;/b&gt; &amp; more<br>of it</qt>"_s);
    QVERIFY(toolTipText({}).isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestText)

#include "tst_text.moc"
