// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/eventbench.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// One event is replaced as easily as ever; several are added and taken away again.
class TestSeveralEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void enterReplacesTheOnlyOne();
    static void aClickOnANameReplacesTheOnlyOne();
    static void ctrlEnterAddsOne();
    static void aClickOnABoxAddsOneAndTakesItAway();
    static void aClickWithCtrlAddsOne();
    static void theFirstIsSimplyChosen();
    static void enterAddsToSeveral();
    static void enterTakesAwayOneOfSeveral();
    static void aShortcutAddsToSeveral();
    static void theOnlyOneCanBeTakenAway();
    static void whatWasTickedIsNotChosenAgainByLeaving();
    static void anUnlistedNameCanBeAdded();
    static void theListSaysWhatEnterDoes();
    static void theListStaysInItsOrderWhileOneTicks();
};

void TestSeveralEvents::enterReplacesTheOnlyOne()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    bench.type(u"cart"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.events(), QStringList{cart});
    QCOMPARE(bench.field()->text(), cart);
    QVERIFY(!bench.popup()->isVisible());
    QVERIFY(bench.chips().isEmpty());
}

void TestSeveralEvents::aClickOnANameReplacesTheOnlyOne()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    bench.clickName(cart);
    QCOMPARE(bench.events(), QStringList{cart});
    QVERIFY(!bench.popup()->isVisible());
}

void TestSeveralEvents::ctrlEnterAddsOne()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    bench.type(u"cart"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.events(), (QStringList{checkout, cart}));
    QVERIFY(bench.popup()->isVisible());
    QVERIFY(bench.isTicked(cart));
    bench.type(u"open"_s); // takes the place of what was looked for
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.events(), (QStringList{checkout, cart, opened}));
}

void TestSeveralEvents::aClickOnABoxAddsOneAndTakesItAway()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    QVERIFY(bench.isTicked(checkout));
    bench.clickBox(cart);
    QCOMPARE(bench.events(), (QStringList{checkout, cart}));
    QVERIFY(bench.popup()->isVisible());
    bench.clickBox(checkout);
    QCOMPARE(bench.events(), QStringList{cart});
    QVERIFY(!bench.isTicked(checkout));
    QCOMPARE(bench.field()->text(), cart);
    bench.press(Qt::Key_Escape);
    QCOMPARE(bench.spy.size(), 2);
}

void TestSeveralEvents::aClickWithCtrlAddsOne()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    bench.clickName(cart, Qt::ControlModifier);
    QCOMPARE(bench.events(), (QStringList{checkout, cart}));
}

void TestSeveralEvents::theFirstIsSimplyChosen()
{
    EventBench bench({});
    QCOMPARE(bench.field()->placeholderText(), u"Choose an event"_s);
    bench.form.openEvents();
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.events(), QStringList{opened});
}

void TestSeveralEvents::enterAddsToSeveral()
{
    EventBench bench({checkout, cart});
    bench.form.openEvents();
    bench.type(u"open"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.events(), (QStringList{checkout, cart, opened}));
    QCOMPARE(bench.chips(), bench.events());
    QCOMPARE(bench.field()->text(), QString());
    QVERIFY(!bench.popup()->isVisible());
    QVERIFY(bench.field()->hasFocus());
}

void TestSeveralEvents::enterTakesAwayOneOfSeveral()
{
    EventBench bench({checkout, cart, opened});
    bench.form.openEvents();
    bench.type(u"cart"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.events(), (QStringList{checkout, opened}));
}

void TestSeveralEvents::aShortcutAddsToSeveral()
{
    EventBench bench({checkout, cart});
    bench.form.setStarred({checkout, opened});
    auto *chip = bench.find<QAbstractButton>(u"eventChip0"_s);
    QCOMPARE(chip->accessibleName(), opened); // the chosen are left out
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(bench.events(), (QStringList{checkout, cart, opened}));
}

void TestSeveralEvents::theOnlyOneCanBeTakenAway()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    bench.clickBox(checkout);
    QCOMPARE(bench.spy.size(), 1);
    QVERIFY(bench.events().isEmpty());
    QCOMPARE(bench.field()->placeholderText(), u"Choose an event"_s);
    bench.clickBox(cart);
    QCOMPARE(bench.events(), QStringList{cart});
}

void TestSeveralEvents::whatWasTickedIsNotChosenAgainByLeaving()
{
    EventBench bench({checkout, cart});
    bench.form.openEvents();
    bench.type(cart);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.events(), QStringList{checkout});
    bench.press(Qt::Key_Tab);
    QCOMPARE(bench.events(), QStringList{checkout});
    QCOMPARE(bench.field()->text(), checkout);
}

void TestSeveralEvents::anUnlistedNameCanBeAdded()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    bench.type(u"brand_new"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.events(), (QStringList{checkout, u"brand_new"_s}));
    QVERIFY(bench.isTicked(u"brand_new"_s));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.events(), QStringList{checkout});
}

void TestSeveralEvents::theListSaysWhatEnterDoes()
{
    EventBench bench({checkout});
    bench.form.openEvents();
    QVERIFY(bench.label(u"eventListHint"_s)->isVisible());
    QCOMPARE(bench.hint(), u"Enter replaces the event, a tick or Ctrl+Enter adds one."_s);
    bench.clickBox(cart);
    QCOMPARE(bench.hint(), u"Enter adds an event or takes it away."_s);
    bench.clickBox(cart);
    bench.clickBox(checkout);
    QVERIFY(bench.label(u"eventListHint"_s)->isHidden());
}

void TestSeveralEvents::theListStaysInItsOrderWhileOneTicks()
{
    EventBench bench({checkout});
    connect(&bench.form,
            &QueryForm::queryEdited,
            &bench.form,
            [&form = bench.form](const Query &query) {
                form.setRecent(query.events); // as the window does
            });
    bench.form.openEvents();
    const int before = bench.row(cart).row();
    bench.clickBox(cart);
    bench.clickBox(opened);
    QCOMPARE(bench.row(cart).row(), before);
    QCOMPARE(bench.row(cart).data(EventListModel::KindRole).toInt(),
             static_cast<int>(EventListModel::Kind::Other));
    bench.press(Qt::Key_Escape);
    QCOMPARE(bench.row(cart).data(EventListModel::KindRole).toInt(),
             static_cast<int>(EventListModel::Kind::Recent));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestSeveralEvents)

#include "tst_severalevents.moc"
