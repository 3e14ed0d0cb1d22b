// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/eventbench.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Several chosen events stand as chips below the field.
class TestChosenEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void severalStandAsChipsBelowAnEmptyField();
    static void aButtonRemovesOne();
    static void keysReachAndRemoveChips();
    static void chipsStayWithinTheForm();
    static void namesOnChipsAreLiteral();
    static void tabReachesEveryChipAfterTheField();
    static void moreThanAViewHoldsIsRefusedWithASentence();
};

void TestChosenEvents::severalStandAsChipsBelowAnEmptyField()
{
    const EventBench bench({checkout, cart});
    QCOMPARE(bench.chips(), (QStringList{checkout, cart}));
    QCOMPARE(bench.field()->text(), QString());
    QCOMPARE(bench.field()->placeholderText(), u"Add an event"_s);
    QVERIFY(!bench.find<QToolButton>(u"starButton"_s)->isVisible());
    QCOMPARE(bench.remove(1)->accessibleName(), u"Remove cart_add"_s);
    QCOMPARE(bench.spy.size(), 0);
}

void TestChosenEvents::aButtonRemovesOne()
{
    EventBench bench({checkout, cart, opened});
    QTest::mouseClick(bench.remove(1), Qt::LeftButton);
    QCOMPARE(bench.events(), (QStringList{checkout, opened}));
    QCOMPARE(bench.chips(), bench.events());
    QTest::mouseClick(bench.remove(0), Qt::LeftButton);
    QCOMPARE(bench.events(), QStringList{opened});
    QVERIFY(bench.chips().isEmpty());
    QCOMPARE(bench.field()->text(), opened);
}

void TestChosenEvents::keysReachAndRemoveChips()
{
    EventBench bench({checkout, cart, opened});
    bench.field()->setFocus();
    bench.press(Qt::Key_Backspace);
    QVERIFY(bench.remove(2)->hasFocus());
    QCOMPARE(bench.spy.size(), 0); // once is not enough
    bench.press(Qt::Key_Left);
    QVERIFY(bench.remove(1)->hasFocus());
    bench.press(Qt::Key_Delete);
    QCOMPARE(bench.events(), (QStringList{checkout, opened}));
    QVERIFY(bench.remove(1)->hasFocus());
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.events(), QStringList{checkout});
    QVERIFY(bench.field()->hasFocus());
}

void TestChosenEvents::chipsStayWithinTheForm()
{
    EventBench bench({checkout, cart, opened, QString(200, u'w')});
    auto *chips = bench.find<ChosenEvents>(u"chosenEvents"_s);
    const auto areWithin = [chips] {
        QRect before;
        const QList<ChosenEvent *> all = chips->findChildren<ChosenEvent *>();
        for (const ChosenEvent *chip : all) {
            if (!chips->rect().contains(chip->geometry()) || chip->geometry().intersects(before)) {
                return false;
            }
            before = chip->geometry();
        }
        return true;
    };
    QVERIFY(areWithin());
    bench.form.resize(280, 800);
    QTRY_VERIFY(areWithin());
    bench.form.resize(600, 800);
    QTRY_VERIFY(areWithin());
    QCOMPARE(bench.find<QWidget>(u"chosenEvent0"_s)->y(),
             bench.find<QWidget>(u"chosenEvent2"_s)->y());
}

void TestChosenEvents::namesOnChipsAreLiteral()
{
    const QString name = u"<b>&a</b>\u202e"_s;
    EventBench bench({checkout, name});
    QCOMPARE(bench.chips().value(1), name);
    QVERIFY(!bench.remove(1)->toolTip().contains(u"<b>"_s));
    QVERIFY(!bench.remove(1)->accessibleName().contains(QChar(0x202e)));
    QTest::mouseClick(bench.remove(0), Qt::LeftButton);
    QCOMPARE(bench.events(), QStringList{name});
}

void TestChosenEvents::tabReachesEveryChipAfterTheField()
{
    EventBench bench({checkout, cart});
    bench.form.setStarred({opened});
    bench.field()->setFocus();
    QStringList reached;
    for (int i = 0; i < 5; ++i) {
        reached.append(QApplication::focusWidget()->objectName());
        bench.press(Qt::Key_Tab);
    }
    QCOMPARE(reached,
             (QStringList{u"eventField"_s,
                          u"removeEvent0"_s,
                          u"removeEvent1"_s,
                          u"eventChip0"_s,
                          u"segmentFilter"_s}));
}

void TestChosenEvents::moreThanAViewHoldsIsRefusedWithASentence()
{
    Catalog catalog = shop();
    View view = viewOf({checkout, cart});
    view.query.segments.clear();
    for (int i = 0; i < 25; ++i) {
        view.query.segments.push_back({.id = u"s%1"_s.arg(i), .label = u"Zone %1"_s.arg(i)});
    }
    view.query.apps.clear();
    for (int i = 0; i < 10; ++i) {
        view.query.apps.push_back({.id = u"a%1"_s.arg(i), .label = {}});
    }
    EventBench bench({});
    bench.form.setView(view); // 500
    bench.form.openEvents();
    bench.type(u"open"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.spy.size(), 0);
    QCOMPARE(bench.problem(),
             u"A view has room for 500 series. These would be 750: choose fewer events, apps or "
             "segments."_s);
    QCOMPARE(bench.chips(), (QStringList{checkout, cart}));
    bench.click(bench.segment({}));
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.label(u"segmentHint"_s)->text().contains(u"520"_s));
    QCOMPARE(bench.segment({}).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QTest::mouseClick(bench.remove(0), Qt::LeftButton);
    QCOMPARE(bench.events(), QStringList{cart});
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChosenEvents)

#include "tst_chosenevents.moc"
