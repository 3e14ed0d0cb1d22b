// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/feedback/obstacle.h"
#include "ui/feedback/storesentences.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(emberline::StoreError)

namespace emberline::test {

namespace {

const auto detail = u"Permission denied <errno 13>"_s;
const auto name = u"<b>A&P</b>"_s;

} // namespace

class TestStoreSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyRefusalHasItsSentence_data();
    static void everyRefusalHasItsSentence();
    static void everyNameProblemHasItsSentence();
    static void whatCannotBeOpenedIsNamed();
    static void aViewFileIsNamed();
    static void namesStandOut();
    static void anObstacleOffersWhatMayHelp();
};

void TestStoreSentences::everyRefusalHasItsSentence_data()
{
    QTest::addColumn<StoreError>("error");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("hasDetails");
    const auto row =
        [](const char *title, StoreRefusal refusal, const QString &text, bool details) {
            QTest::newRow(title) << StoreError{.refusal = refusal,
                                               .place = u"/home/me"_s,
                                               .detail = detail}
                                 << text << details;
        };
    row("not written",
        StoreRefusal::NotWritten,
        u"/home/me cannot be written to. Nothing was changed."_s,
        true);
    row("busy",
        StoreRefusal::Busy,
        u"Another window is changing the workspaces. Nothing was changed here; try it again."_s,
        true);
    row("newer",
        StoreRefusal::Newer,
        u"A newer Emberline wrote the list of workspaces, so this one cannot change it."_s,
        false);
    row("unreadable",
        StoreRefusal::Unreadable,
        u"The list of workspaces cannot be read, so it cannot be changed."_s,
        true);
    row("gone",
        StoreRefusal::Gone,
        u"<b>A&P</b> is no longer there. It may have been deleted in another window."_s,
        false);
    row("invalid", StoreRefusal::Invalid, u"<b>A&P</b> cannot be saved as it is."_s, true);
    QTest::newRow("a name") << StoreError{.refusal = StoreRefusal::BadName,
                                          .nameProblem = NameProblem::Reserved,
                                          .detail = detail}
                            << u"This name means the demo. Choose another one."_s << false;
}

void TestStoreSentences::everyRefusalHasItsSentence()
{
    QFETCH(const StoreError, error);
    QFETCH(const QString, sentence);
    QFETCH(const bool, hasDetails);
    const Message message = storeErrorMessage(error, name);
    QCOMPARE(message.text, sentence);
    const std::vector<MessageAction> details{MessageAction::Details};
    QCOMPARE(message.actions, hasDetails ? details : std::vector<MessageAction>());
    QVERIFY(!message.icon.isEmpty());
    QVERIFY(errorOf(error).detail.endsWith(detail)); // where Details finds it
}

void TestStoreSentences::everyNameProblemHasItsSentence()
{
    QSet<QString> sentences;
    for (const NameProblem problem :
         {NameProblem::Empty, NameProblem::TooLong, NameProblem::Taken, NameProblem::Reserved}) {
        sentences.insert(sentenceFor(problem));
    }
    QCOMPARE(sentences.size(), 4);
}

void TestStoreSentences::whatCannotBeOpenedIsNamed()
{
    const Error gone{.kind = ErrorKind::NotFound, .detail = detail};
    QCOMPARE(openingMessage(name, gone).text, u"There is no workspace called <b>A&P</b>."_s);
    QCOMPARE(openingMessage(u"0f8fad5b-d9cb-469f-a165-70867728950e"_s, gone).text,
             u"This workspace is no longer there. It may have been deleted in another window."_s);
    const Message demo = openingMessage(u"demo"_s, {.kind = ErrorKind::Network, .detail = detail});
    QCOMPARE(demo.text, u"The demo cannot be started on this computer."_s);
    QCOMPARE(demo.actions, std::vector<MessageAction>{MessageAction::Details});
}

void TestStoreSentences::aViewFileIsNamed()
{
    QCOMPARE(viewFileMessage(u"/a/<i>.json"_s, {.kind = ErrorKind::File, .detail = detail}).text,
             u"/a/<i>.json cannot be read."_s);
    QCOMPARE(viewFileMessage(u"/a"_s, {.kind = ErrorKind::MalformedReply}).text,
             u"/a is not a view of Emberline."_s);
}

void TestStoreSentences::namesStandOut()
{
    const Message message = storeErrorMessage({.refusal = StoreRefusal::Gone}, name);
    const std::vector<TextSpan> bold{{.start = 0, .length = name.size()}};
    QCOMPARE(message.bold, bold);
    QCOMPARE(stalledObstacle(name).message.bold.size(), std::size_t{1});
}

void TestStoreSentences::anObstacleOffersWhatMayHelp()
{
    using enum MessageAction;
    const std::vector<MessageAction> all{Retry, EnterKey, Connect};
    const std::vector<MessageAction> noRetry{EnterKey, Connect};
    QCOMPARE(keyObstacle(KeyProblem::LockedDeclinedOrRemoved, name).message.actions, all);
    QCOMPARE(keyObstacle(KeyProblem::KeychainUnavailable, name).message.actions, all);
    QCOMPARE(keyObstacle(KeyProblem::NoKey, name).message.actions, noRetry);
    QCOMPARE(keyObstacle(KeyProblem::SessionEnded, name).message.actions, noRetry);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestStoreSentences)

#include "tst_storesentences.moc"
