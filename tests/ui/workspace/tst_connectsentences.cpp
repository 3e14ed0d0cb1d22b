// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/workspace/connectsentences.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestConnectSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aBadKeyIsToldItsRule_data();
    static void aBadKeyIsToldItsRule();
    static void theRuleNeverRepeatsTheKey();
    static void aGoodKeyHasNoProblem();
    static void theVerdictDependsOnTheCountsAlone_data();
    static void theVerdictDependsOnTheCountsAlone();
    static void everyFailureHasItsSentence();
    static void aProxyIsNotTakenForBraze();
};

void TestConnectSentences::aBadKeyIsToldItsRule_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString() << u"Paste the API key"_s;
    QTest::newRow("only blanks") << u"  \n"_s << u"Paste the API key"_s;
    QTest::newRow("line break") << u"abc\r\nX-Evil: 1"_s << u"no blanks or line breaks"_s;
    QTest::newRow("blank") << u"abc def"_s << u"no blanks or line breaks"_s;
    QTest::newRow("control character") << u"abc\u0001def"_s << u"no blanks or line breaks"_s;
    QTest::newRow("600 characters") << QString(600, u'k') << u"at most 512"_s;
    QTest::newRow("accent") << u"cl\u00e9"_s << u"plain letters"_s;
}

void TestConnectSentences::aBadKeyIsToldItsRule()
{
    QFETCH(QString, key);
    QFETCH(QString, words);
    const QString problem = ConnectSentences::keyProblem(key);
    QVERIFY2(problem.contains(words), qPrintable(problem));
}

void TestConnectSentences::theRuleNeverRepeatsTheKey()
{
    QVERIFY(!ConnectSentences::keyProblem(u"s3cr3t part"_s).contains(u"s3cr3t"));
}

void TestConnectSentences::aGoodKeyHasNoProblem()
{
    QCOMPARE(ConnectSentences::keyProblem(u" 0123-abcd\n"_s), QString());
}

void TestConnectSentences::theVerdictDependsOnTheCountsAlone_data()
{
    QTest::addColumn<bool>("granted");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, bool granted, ErrorKind error, ConnectVerdict verdict) {
        QTest::newRow(name) << granted << static_cast<int>(error) << static_cast<int>(verdict);
    };
    row("allowed", true, ErrorKind::Forbidden, ConnectVerdict::Usable);
    row("403", false, ErrorKind::Forbidden, ConnectVerdict::Missing);
    row("401", false, ErrorKind::Unauthorized, ConnectVerdict::Missing);
    row("no network", false, ErrorKind::Network, ConnectVerdict::Unreachable);
    row("silence", false, ErrorKind::Timeout, ConnectVerdict::Unreachable);
    row("certificate", false, ErrorKind::Tls, ConnectVerdict::Failed);
    row("redirect", false, ErrorKind::Redirected, ConnectVerdict::Failed);
    row("503", false, ErrorKind::Server, ConnectVerdict::Failed);
    row("HTML", false, ErrorKind::MalformedReply, ConnectVerdict::Failed);
}

void TestConnectSentences::theVerdictDependsOnTheCountsAlone()
{
    QFETCH(bool, granted);
    QFETCH(int, error);
    QFETCH(int, verdict);
    PermissionFinding counts{.permission = Permission::EventsDataSeries, .granted = granted};
    if (!granted) {
        counts.error = Error{.kind = static_cast<ErrorKind>(error)};
    }
    const PermissionFinding other{.permission = Permission::EventsList,
                                  .granted = !granted,
                                  .error = Error{.kind = ErrorKind::Forbidden}};
    QCOMPARE(static_cast<int>(verdictOf({counts, other})), verdict);
}

void TestConnectSentences::everyFailureHasItsSentence()
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::File); ++kind) {
        const Error error{.kind = static_cast<ErrorKind>(kind), .httpStatus = 502};
        QVERIFY2(!ConnectSentences::testFailure(error, u"rest.example.com"_s).isEmpty(),
                 qPrintable(QString::number(kind)));
    }
}

void TestConnectSentences::aProxyIsNotTakenForBraze()
{
    Error error{.kind = ErrorKind::ProxyAuthentication, .proxy = u"proxy.example:3128"_s};
    QCOMPARE(ConnectSentences::testFailure(error, u"rest.example.com"_s),
             u"The proxy proxy.example:3128 asks for a name and a password."_s);
    error.loginRefused = true;
    QCOMPARE(ConnectSentences::testFailure(error, u"rest.example.com"_s),
             u"The proxy proxy.example:3128 did not accept the name or the password."_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestConnectSentences)

#include "tst_connectsentences.moc"
