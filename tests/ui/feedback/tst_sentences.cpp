// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "ui/feedback/sentences.h"

#include <QScopeGuard>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyErrorSaysWhatToDo_data();
    static void everyErrorSaysWhatToDo();
    static void everyKindHasItsOwnSentenceAndAnAction();
    static void aNameStandsOutAndIsLiteral_data();
    static void aNameStandsOutAndIsLiteral();
    static void aServerMessageIsLiteral();
    static void aForbiddenRequestNamesThePermission_data();
    static void aForbiddenRequestNamesThePermission();
    static void aProxyIsNamed();
    static void oneAttemptIsNotMentioned();
    static void offlineSaysHowOldTheDataIs();
    static void theDayStandsAsTheLocaleHasIt();
    static void aWaitCountsDown();
    static void aWaitThatIsOverCountsNoFurther();
    static void failedSeriesAreNamed();
    static void manyFailedSeriesAreCounted();
    static void theOtherSentences();
    static void largeNumbersAreGrouped();
    static void everyQueryProblemHasASentence();
    static void everyActionHasALabel();
};

namespace {

std::vector<ErrorKind> allKinds()
{
    return {ErrorKind::InvalidQuery,
            ErrorKind::BadRequest,
            ErrorKind::Unauthorized,
            ErrorKind::Forbidden,
            ErrorKind::NotFound,
            ErrorKind::RateLimited,
            ErrorKind::Server,
            ErrorKind::Network,
            ErrorKind::ProxyAuthentication,
            ErrorKind::Tls,
            ErrorKind::Timeout,
            ErrorKind::Redirected,
            ErrorKind::MalformedReply,
            ErrorKind::TooLarge,
            ErrorKind::Cancelled,
            ErrorKind::Keychain,
            ErrorKind::File};
}

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

MessageContext context()
{
    return {.workspaceName = u"ACME Production"_s,
            .host = u"rest.iad-01.braze.com"_s,
            .zone = QTimeZone("Europe/Paris"),
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

Error errorOf(ErrorKind kind)
{
    return {.kind = kind,
            .httpStatus = kind == ErrorKind::Server ? 502 : 0,
            .attempts = kind == ErrorKind::Server ? 3 : 1};
}

QStringList boldPartsOf(const Message &message)
{
    QStringList parts;
    for (const TextSpan &span : message.bold) {
        parts.append(message.text.mid(span.start, span.length));
    }
    return parts;
}

void addError(const char *name,
              ErrorKind kind,
              const QString &text,
              const QStringList &bold,
              const QStringList &actions)
{
    QTest::newRow(name) << kind << text << bold << actions;
}

void addErrorsOfTheQuestion()
{
    const QString name = u"ACME Production"_s;
    const QString host = u"rest.iad-01.braze.com"_s;
    addError("400",
             ErrorKind::BadRequest,
             u"Braze could not use this request."_s,
             {},
             {u"Change query"_s, u"Details"_s});
    addError(
        "401",
        ErrorKind::Unauthorized,
        u"Braze did not accept the key for ACME Production. It may have been deleted or lack a permission."_s,
        {name},
        {u"Edit connection"_s, u"Details"_s});
    addError("403",
             ErrorKind::Forbidden,
             u"The key for ACME Production lacks a permission. Add it to the key in Braze."_s,
             {name},
             {u"Edit connection"_s, u"Details"_s});
    addError(
        "404",
        ErrorKind::NotFound,
        u"rest.iad-01.braze.com does not know this request. Check the endpoint; it must match your Braze instance."_s,
        {host},
        {u"Edit connection"_s, u"Details"_s});
}

void addErrorsOfTheAnswer()
{
    const QString name = u"ACME Production"_s;
    const QString host = u"rest.iad-01.braze.com"_s;
    addError("429",
             ErrorKind::RateLimited,
             u"Braze asked us to wait. Your earlier data stays on screen."_s,
             {},
             {u"Try again"_s, u"Details"_s});
    addError("5xx",
             ErrorKind::Server,
             u"Braze has a problem (502). Tried 3 times."_s,
             {},
             {u"Try again"_s, u"Details"_s});
    addError(
        "host",
        ErrorKind::Network,
        u"Cannot reach rest.iad-01.braze.com. Check the endpoint; it must match your Braze instance."_s,
        {host},
        {u"Edit connection"_s, u"Try again"_s, u"Details"_s});
    addError(
        "TLS",
        ErrorKind::Tls,
        u"Cannot reach rest.iad-01.braze.com. Check the endpoint; it must match your Braze instance."_s,
        {host},
        {u"Edit connection"_s, u"Try again"_s, u"Details"_s});
    addError("odd answer",
             ErrorKind::MalformedReply,
             u"The answer from Braze was not in the expected form. Nothing was changed."_s,
             {},
             {u"Copy report (without key)"_s, u"Details"_s});
    addError(
        "keychain",
        ErrorKind::Keychain,
        u"The key for ACME Production could not be read. The keyring is locked, the request was declined, or the key was removed."_s,
        {name},
        {u"Try again"_s, u"Enter key"_s});
}

} // namespace

void TestSentences::everyErrorSaysWhatToDo_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("bold");
    QTest::addColumn<QStringList>("actions");
    addErrorsOfTheQuestion();
    addErrorsOfTheAnswer();
}

void TestSentences::everyErrorSaysWhatToDo()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, text);
    QFETCH(QStringList, bold);
    QFETCH(QStringList, actions);
    const Message message = messageFor(errorOf(kind), context());
    QCOMPARE(message.text, text);
    QCOMPARE(boldPartsOf(message), bold);
    QStringList labels;
    for (const MessageAction action : message.actions) {
        labels.append(labelOf(action));
    }
    QCOMPARE(labels, actions);
}

void TestSentences::everyKindHasItsOwnSentenceAndAnAction()
{
    QSet<QString> sentences;
    for (const ErrorKind kind : allKinds()) {
        const Message message = messageFor(errorOf(kind), context());
        QVERIFY(message.text.endsWith(u'.'));
        QVERIFY(!message.actions.empty());
        QVERIFY(!message.icon.isEmpty());
        sentences.insert(message.text);
    }
    // TLS and host share theirs: the same thing is to be checked.
    QCOMPARE(sentences.size(), static_cast<qsizetype>(allKinds().size()) - 1);
}

void TestSentences::aNameStandsOutAndIsLiteral_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    for (const NamedText &name : nameCorpus()) {
        QTest::newRow(name.row) << name.text << displayText(name.text);
    }
    QTest::newRow("marks of our own") << u"a\u0002b\u0003c"_s << u"abc"_s;
}

void TestSentences::aNameStandsOutAndIsLiteral()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    MessageContext hostile = context();
    hostile.workspaceName = name;
    const Error error{.kind = ErrorKind::Forbidden, .request = u"GET https://h/events/list"_s};
    const Message message = messageFor(error, hostile);
    QCOMPARE(message.text,
             u"The key for "_s + shown
                 + u" lacks the permission events.list. Add it to the key in Braze."_s);
    QCOMPARE(boldPartsOf(message), (QStringList{shown, u"events.list"_s}));
    const Message partly = partialFailureMessage(1, 2, {name});
    QVERIFY(partly.text.contains(shown + u" could not be loaded."_s));
}

void TestSentences::aServerMessageIsLiteral()
{
    const Error error{.kind = ErrorKind::BadRequest,
                      .serverMessage = u"<b>%1</b>\n'ending_at' is %n"_s};
    QCOMPARE(messageFor(error, context()).text,
             u"Braze could not use this request: “<b>%1</b> 'ending_at' is %n”."_s);
}

void TestSentences::aForbiddenRequestNamesThePermission_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("permission");
    QTest::newRow("series") << u"GET https://h/events/data_series?event=a/b&length=3"_s
                            << u"events.data_series"_s;
    QTest::newRow("segments") << u"GET https://h/segments/list?page=0"_s << u"segments.list"_s;
}

void TestSentences::aForbiddenRequestNamesThePermission()
{
    QFETCH(QString, request);
    QFETCH(QString, permission);
    const Error error{.kind = ErrorKind::Forbidden, .request = request};
    QVERIFY(boldPartsOf(messageFor(error, context())).contains(permission));
}

void TestSentences::aProxyIsNamed()
{
    Error error{.kind = ErrorKind::ProxyAuthentication, .proxy = u"proxy.example:3128"_s};
    const Message asks = messageFor(error, context());
    QCOMPARE(asks.text, u"The proxy proxy.example:3128 asks for a name and a password."_s);
    QCOMPARE(boldPartsOf(asks), QStringList{u"proxy.example:3128"_s});
    QCOMPARE(labelOf(asks.actions.front()), u"Sign in…"_s);
    error.loginRefused = true;
    QCOMPARE(messageFor(error, context()).text,
             u"The proxy proxy.example:3128 did not accept the name or the password."_s);
}

void TestSentences::oneAttemptIsNotMentioned()
{
    const Error error{.kind = ErrorKind::Server, .httpStatus = 500, .attempts = 1};
    QCOMPARE(messageFor(error, context()).text, u"Braze has a problem (500)."_s);
}

void TestSentences::offlineSaysHowOldTheDataIs()
{
    MessageContext offline = context();
    offline.offline = true;
    QCOMPARE(messageFor(errorOf(ErrorKind::Network), offline).text, u"You are offline."_s);
    offline.dataFrom = utc(u"2026-11-23T13:05:00Z"_s);
    const Message message = messageFor(errorOf(ErrorKind::Network), offline);
    QCOMPARE(message.text, u"You are offline. Showing data from 23 Nov, 14:05."_s);
    QCOMPARE(message.icon, u"offline"_s);
}

void TestSentences::theDayStandsAsTheLocaleHasIt()
{
    MessageContext american = context();
    american.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    american.offline = true;
    american.dataFrom = utc(u"2026-11-23T13:05:00Z"_s);
    const QString text = messageFor(errorOf(ErrorKind::Network), american).text;
    QVERIFY2(text.contains(u"Nov 23, 2:05"_s), qPrintable(text));
}

void TestSentences::aWaitCountsDown()
{
    const QDateTime until = utc(u"2026-11-23T13:10:00Z"_s);
    const Message message = waitMessage(until, until.addSecs(-192), context());
    QCOMPARE(
        message.text,
        u"Braze asked us to wait. Trying again at 14:10 (in 3:12). Your earlier data stays on screen."_s);
    QCOMPARE(boldPartsOf(message), QStringList{u"(in 3:12)"_s});
    QVERIFY(waitMessage(until, until.addSecs(-9), context()).text.contains(u"(in 0:09)"_s));
}

void TestSentences::aWaitThatIsOverCountsNoFurther()
{
    const QDateTime until = utc(u"2026-11-23T13:10:00Z"_s);
    QVERIFY(waitMessage(until, until.addSecs(5), context()).text.contains(u"(in 0:00)"_s));
}

void TestSentences::failedSeriesAreNamed()
{
    const Message message = partialFailureMessage(5, 6, {u"VIP"_s});
    QCOMPARE(message.text, u"5 of 6 series loaded. VIP could not be loaded."_s);
    QCOMPARE(boldPartsOf(message), QStringList{u"VIP"_s});
    QCOMPARE(
        message.actions,
        (std::vector{MessageAction::RetryFailed, MessageAction::Details, MessageAction::Hide}));
}

void TestSentences::manyFailedSeriesAreCounted()
{
    const Message message = partialFailureMessage(1, 6, {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s});
    QCOMPARE(message.text, u"1 of 6 series loaded. A, B, C and 2 others could not be loaded."_s);
}

void TestSentences::theOtherSentences()
{
    QCOMPARE(unreadableMessage(2, 30, Unit::Day).text, u"2 of 30 days unreadable."_s);
    QCOMPARE(unreadableMessage(2, 24, Unit::Hour).text, u"2 of 24 hours unreadable."_s);
    QCOMPARE(expensiveRangeMessage(Unit::Hour, 365, 88, 88).text,
             u"Hours for 365 days need 88 requests per series."_s);
    QCOMPARE(expensiveRangeMessage(Unit::Hour, 365, 88, 352).text,
             u"Hours for 365 days need 88 requests per series. That makes 352 in all."_s);
    QCOMPARE(cannotWriteMessage(u"Pictures"_s).text, u"Pictures cannot be written to."_s);
    QCOMPARE(demoMessage().text, u"Demo data. Connect your workspace when ready."_s);
}

void TestSentences::largeNumbersAreGrouped()
{
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(expensiveRangeMessage(Unit::Hour, 3650, 1234, 12340).text,
             u"Hours for 3,650 days need 1,234 requests per series. That makes 12,340 in all."_s);
    QCOMPARE(expensiveRangeMessage(Unit::Day, 7300, 1073, 1073).text,
             u"7,300 days need 1,073 requests per series."_s);
    QCOMPARE(unreadableMessage(1200, 17520, Unit::Hour).text,
             u"1,200 of 17,520 hours unreadable."_s);
    QCOMPARE(sentenceFor(QueryProblem::LengthOutOfRange),
             u"The length must be from 1 to 200,000."_s);
    QLocale::setDefault(QLocale(QLocale::French));
    QCOMPARE(expensiveRangeMessage(Unit::Hour, 3650, 88, 88).text,
             u"Hours for 3\u202f650 days need 88 requests per series."_s);
}

void TestSentences::everyQueryProblemHasASentence()
{
    QSet<QString> sentences;
    for (const QueryProblem problem : {QueryProblem::NoEvent,
                                       QueryProblem::EmptyEventName,
                                       QueryProblem::EventNameTooLong,
                                       QueryProblem::NoSegment,
                                       QueryProblem::LengthOutOfRange,
                                       QueryProblem::RangeReversed,
                                       QueryProblem::RangeInFuture,
                                       QueryProblem::GranularityTooFine}) {
        QVERIFY(sentenceFor(problem).endsWith(u'.'));
        sentences.insert(sentenceFor(problem));
    }
    QCOMPARE(sentences.size(), 8);
}

void TestSentences::everyActionHasALabel()
{
    QSet<QString> labels;
    for (int i = 0; i <= static_cast<int>(MessageAction::Details); ++i) {
        labels.insert(labelOf(static_cast<MessageAction>(i)));
    }
    QVERIFY(!labels.contains(QString()));
    QCOMPARE(labels.size(), static_cast<qsizetype>(MessageAction::Details) + 1);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSentences)

#include "tst_sentences.moc"
