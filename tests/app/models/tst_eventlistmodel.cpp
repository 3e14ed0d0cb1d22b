// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/models/eventlistmodel.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestEventListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void starredComeFirstThenRecentThenTheRestByName();
    static void aNameIsListedOnceInItsFirstPlace();
    static void fewLettersFindAName_data();
    static void fewLettersFindAName();
    static void otherLettersDoNot_data();
    static void otherLettersDoNot();
    static void theNearestMatchLeads_data();
    static void theNearestMatchLeads();
    static void amongEqualMatchesTheStarredLeads();
    static void theLastRowOffersWhatWasTyped();
    static void aNameThatIsThereIsNotOfferedAgain();
    static void anotherCaseIsAnotherName();
    static void withoutAListWhatWasTypedIsAlwaysOffered();
    static void theLastRowSaysWhy_data();
    static void theLastRowSaysWhy();
    static void enterTakesTheBestMatch();
    static void enterTakesWhatWasTypedWhereThereIsNoList();
    static void namesThatLookAlikeStayTwoRows();
    static void namesOfOthersAreShownLiterally_data();
    static void namesOfOthersAreShownLiterally();
    static void shortcutsAreStarredThenRecentWithoutTheChosen();
    static void theChosenAreTickedInPlace();
    static void aChosenNameThatNobodyListsIsListed();
    static void fiveThousandNamesAreFiltered();
};

namespace {

QStringList namesOf(const EventListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names.append(model.index(row).data(EventListModel::NameRole).toString());
    }
    return names;
}

QStringList ticked(const EventListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row).data(Qt::CheckStateRole).toInt() == Qt::Checked) {
            names.append(model.index(row).data(EventListModel::NameRole).toString());
        }
    }
    return names;
}

QModelIndex lastRow(const EventListModel &model)
{
    return model.index(model.rowCount() - 1);
}

EventListModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<EventListModel::Kind>(index.data(EventListModel::KindRole).toInt());
}

/// What matches @p typed of @p names, without the row for what was typed.
QStringList matches(const QStringList &names, const QString &typed)
{
    EventListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(names, ListState::Read);
    model.setTyped(typed);
    QStringList found = namesOf(model);
    if (model.rowCount() > 0 && kindOf(lastRow(model)) == EventListModel::Kind::AsTyped) {
        found.removeLast();
    }
    return found;
}

} // namespace

void TestEventListModel::starredComeFirstThenRecentThenTheRestByName()
{
    EventListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames({u"zebra"_s, u"Beta"_s, u"alpha"_s, u"recent"_s, u"star"_s}, ListState::Read);
    model.setStarred({u"star"_s});
    model.setRecent({u"recent"_s});
    QCOMPARE(namesOf(model),
             (QStringList{u"star"_s, u"recent"_s, u"alpha"_s, u"Beta"_s, u"zebra"_s}));
    QCOMPARE(kindOf(model.index(0)), EventListModel::Kind::Starred);
    QCOMPARE(kindOf(model.index(1)), EventListModel::Kind::Recent);
    QCOMPARE(kindOf(model.index(2)), EventListModel::Kind::Other);
}

void TestEventListModel::aNameIsListedOnceInItsFirstPlace()
{
    EventListModel model;
    model.setNames({u"a"_s, u"a"_s, u"b"_s, QString()}, ListState::Read);
    model.setStarred({u"b"_s});
    model.setRecent({u"b"_s, u"gone"_s});
    QCOMPARE(namesOf(model), (QStringList{u"b"_s, u"gone"_s, u"a"_s}));
}

void TestEventListModel::fewLettersFindAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::newRow("scattered") << u"checkout_completed"_s << u"chkt"_s;
    QTest::newRow("across words") << u"checkout_completed"_s << u"cc"_s;
    QTest::newRow("another case") << u"checkout_completed"_s << u"CHECKOUT"_s;
    QTest::newRow("capitals in the name") << u"AppOpened"_s << u"appo"_s;
    QTest::newRow("blank between words") << u"checkout_completed"_s << u"check comp"_s;
    QTest::newRow("non-ASCII of another case") << u"ÉVÉNEMENT_PAYÉ"_s << u"événe"_s;
    QTest::newRow("decomposed in the name") << u"cafe\u0301_paid"_s << u"café"_s;
    QTest::newRow("decomposed when typed") << u"café_paid"_s << u"cafe\u0301"_s;
    QTest::newRow("Greek with a final sigma") << u"ΑΓΟΡΑΣ"_s << u"αγορας"_s;
    QTest::newRow("Arabic") << u"شراء_مكتمل"_s << u"مكتمل"_s;
    QTest::newRow("emoji") << u"sale_\U0001F525_on"_s << u"\U0001F525"_s;
    QTest::newRow("a blank") << u"two words"_s << u" "_s;
}

void TestEventListModel::fewLettersFindAName()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QCOMPARE(matches({name}, typed), QStringList{name});
}

void TestEventListModel::otherLettersDoNot_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a letter that is not there") << u"checkout"_s << u"chkz"_s;
    QTest::newRow("another order") << u"checkout"_s << u"tuo"_s;
    QTest::newRow("one letter too many") << u"checkout"_s << u"checkouts"_s;
    QTest::newRow("blanks alone") << u"checkout"_s << u"  "_s;
    QTest::newRow("a wildcard") << u"checkout"_s << u"*"_s;
    QTest::newRow("a pattern") << u"checkout"_s << u"c.*t"_s;
}

void TestEventListModel::otherLettersDoNot()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QCOMPARE(matches({name}, typed), QStringList());
}

void TestEventListModel::theNearestMatchLeads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("ranked");
    QTest::newRow("prefix, word, piece, scattered")
        << u"cart"_s << QStringList{u"cart_add"_s, u"add_cart"_s, u"minicarts"_s, u"clear_tax"_s};
    QTest::newRow("the whole name before longer ones")
        << u"open"_s << QStringList{u"open"_s, u"open_app"_s};
    QTest::newRow("a capital starts a word")
        << u"open"_s << QStringList{u"appOpen"_s, u"a_reopen"_s};
    QTest::newRow("near letters before far ones")
        << u"chkt"_s << QStringList{u"checkout"_s, u"catch_it_back_later"_s};
    QTest::newRow("the case that was typed")
        << u"Open"_s << QStringList{u"Open"_s, u"OPEN"_s, u"open"_s};
}

void TestEventListModel::theNearestMatchLeads()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, ranked);
    QStringList names = ranked;
    std::reverse(names.begin(), names.end());
    QCOMPARE(matches(names, typed), ranked);
}

void TestEventListModel::amongEqualMatchesTheStarredLeads()
{
    EventListModel model;
    model.setNames({u"cart_add"_s, u"cart_zap"_s, u"cart_mid"_s, u"my_cart"_s}, ListState::Read);
    model.setStarred({u"cart_zap"_s, u"my_cart"_s});
    model.setRecent({u"cart_mid"_s});
    model.setTyped(u"cart"_s);
    QCOMPARE(namesOf(model).mid(0, 4),
             (QStringList{u"cart_zap"_s, u"cart_mid"_s, u"cart_add"_s, u"my_cart"_s}));
}

void TestEventListModel::theLastRowOffersWhatWasTyped()
{
    EventListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames({u"checkout"_s}, ListState::Read);
    QCOMPARE(model.rowCount(), 1);
    model.setTyped(u"check"_s);
    QCOMPARE(namesOf(model), (QStringList{u"checkout"_s, u"check"_s}));
    QCOMPARE(lastRow(model).data().toString(), u"Use “check” exactly as typed"_s);
    QCOMPARE(kindOf(lastRow(model)), EventListModel::Kind::AsTyped);
}

void TestEventListModel::aNameThatIsThereIsNotOfferedAgain()
{
    EventListModel model;
    model.setNames({u"checkout"_s}, ListState::Read);
    model.setTyped(u"checkout"_s);
    QCOMPARE(namesOf(model), QStringList{u"checkout"_s});
}

void TestEventListModel::anotherCaseIsAnotherName()
{
    EventListModel model;
    model.setNames({u"checkout"_s}, ListState::Read);
    model.setTyped(u"Checkout"_s);
    QCOMPARE(namesOf(model), (QStringList{u"checkout"_s, u"Checkout"_s}));
}

void TestEventListModel::withoutAListWhatWasTypedIsAlwaysOffered()
{
    EventListModel model;
    model.setNames({}, ListState::NotPermitted);
    model.setRecent({u"checkout"_s});
    model.setTyped(u"checkout"_s);
    QCOMPARE(namesOf(model), (QStringList{u"checkout"_s, u"checkout"_s}));
    QCOMPARE(kindOf(lastRow(model)), EventListModel::Kind::AsTyped);
}

void TestEventListModel::theLastRowSaysWhy_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not permitted") << static_cast<int>(ListState::NotPermitted)
                                   << u"This key may not list event names (events.list)."_s;
    QTest::newRow("failed") << static_cast<int>(ListState::Failed)
                            << u"The event names could not be read."_s;
    QTest::newRow("unread") << static_cast<int>(ListState::Unread)
                            << u"The event names have not been read yet."_s;
    QTest::newRow("read") << static_cast<int>(ListState::Read)
                          << u"No event in the list has exactly this name."_s;
}

void TestEventListModel::theLastRowSaysWhy()
{
    QFETCH(int, state);
    QFETCH(QString, reason);
    EventListModel model;
    model.setNames({}, static_cast<ListState>(state));
    model.setTyped(u"x"_s);
    QCOMPARE(lastRow(model).data(EventListModel::ReasonRole).toString(), reason);
}

void TestEventListModel::enterTakesTheBestMatch()
{
    EventListModel model;
    model.setNames({u"checkout"_s}, ListState::Read);
    QCOMPARE(model.preferredRow(), -1);
    model.setTyped(u"chk"_s);
    QCOMPARE(model.preferredRow(), 0);
    model.setTyped(u"zzz"_s);
    QCOMPARE(kindOf(model.index(model.preferredRow())), EventListModel::Kind::AsTyped);
}

void TestEventListModel::enterTakesWhatWasTypedWhereThereIsNoList()
{
    EventListModel model;
    model.setNames({}, ListState::NotPermitted);
    model.setRecent({u"sign_up_or_in"_s});
    model.setTyped(u"signup"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(model.preferredRow()).data(EventListModel::NameRole).toString(),
             u"signup"_s);
}

void TestEventListModel::namesThatLookAlikeStayTwoRows()
{
    const QStringList names{u"Paid"_s, u"paid"_s, u"caf\u00E9"_s, u"cafe\u0301"_s};
    EventListModel model;
    model.setNames(names, ListState::Read);
    QCOMPARE(model.rowCount(), 4);
    model.setTyped(u"café"_s);
    QCOMPARE(model.rowCount(), 2); // both; the composed one is exactly what was typed
    QVERIFY(model.rowOf(u"caf\u00E9"_s) >= 0);
    QVERIFY(model.rowOf(u"cafe\u0301"_s) >= 0);
}

void TestEventListModel::namesOfOthersAreShownLiterally_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    for (const NamedText &name : nameCorpus()) {
        QTest::newRow(name.row) << name.text
                                << (name.text == u" " ? u"“ ”"_s : displayText(name.text));
    }
    QTest::newRow("nothing that shows") << u"\u200B"_s << u"“\u200B”"_s;
    QTest::newRow("a NUL alone") << QString(QChar(0)) << u"“”"_s;
}

void TestEventListModel::namesOfOthersAreShownLiterally()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    EventListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames({name}, ListState::Read);
    QCOMPARE(model.index(0).data().toString(), shown);
    QCOMPARE(model.index(0).data(EventListModel::NameRole).toString(), name);

    model.setNames({}, ListState::Read);
    model.setTyped(name);
    QCOMPARE(lastRow(model).data(EventListModel::NameRole).toString(), name);
    QVERIFY(lastRow(model).data().toString().startsWith(u"Use “"_s));
    QVERIFY(lastRow(model).data().toString().endsWith(u"” exactly as typed"_s));
}

void TestEventListModel::shortcutsAreStarredThenRecentWithoutTheChosen()
{
    EventListModel model;
    model.setNames({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}, ListState::Read);
    model.setStarred({u"d"_s, u"b"_s});
    model.setRecent({u"b"_s, u"e"_s, u"a"_s});
    QCOMPARE(model.shortcuts(3), (QStringList{u"d"_s, u"b"_s, u"e"_s}));
    model.setChosen({u"b"_s, u"e"_s});
    QCOMPARE(model.shortcuts(3), (QStringList{u"d"_s, u"a"_s}));
    model.setTyped(u"zzz"_s);
    QCOMPARE(model.shortcuts(1), QStringList{u"d"_s});
}

void TestEventListModel::theChosenAreTickedInPlace()
{
    EventListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames({u"a"_s, u"b"_s, u"c"_s}, ListState::Read);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setChosen({u"c"_s, u"a"_s});
    QCOMPARE(ticked(model), (QStringList{u"a"_s, u"c"_s}));
    model.setChosen({u"c"_s});
    QCOMPARE(ticked(model), QStringList{u"c"_s});
    QCOMPARE(resets.size(), 0); // a view keeps its current row
    QVERIFY(model.index(0).flags().testFlag(Qt::ItemIsUserCheckable));
}

void TestEventListModel::aChosenNameThatNobodyListsIsListed()
{
    EventListModel model;
    model.setNames({u"a"_s, u"c"_s}, ListState::Read);
    model.setChosen({u"b"_s});
    QCOMPARE(namesOf(model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(ticked(model), QStringList{u"b"_s});
    model.setTyped(u"b"_s);
    QCOMPARE(namesOf(model), QStringList{u"b"_s}); // and not offered as typed once more
}

void TestEventListModel::fiveThousandNamesAreFiltered()
{
    QStringList names;
    for (int i = 0; i < 5000; ++i) {
        names.append(u"event_%1"_s.arg(i));
    }
    EventListModel model;
    model.setNames(names, ListState::Read);
    QCOMPARE(model.rowCount(), 5000);
    model.setTyped(u"ev4321"_s);
    QCOMPARE(namesOf(model), (QStringList{u"event_4321"_s, u"ev4321"_s}));
    model.setTyped({});
    QCOMPARE(model.rowCount(), 5000);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestEventListModel)

#include "tst_eventlistmodel.moc"
