// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventlistmodel.h"
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"
#include "ui/query/chosenevents.h"

#include <QLineEdit>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const QString checkout = u"checkout_completed"_s;
const QString cart = u"cart_add"_s;
const QString opened = u"app_open"_s;

View viewOf(const QStringList &events)
{
    View view;
    view.query.events = events;
    return view;
}

/// The event field and what belongs to it.
struct EventBench : FormBench
{
    explicit EventBench(const QStringList &events)
        : FormBench(viewOf(events))
    { }

    QLineEdit *field() const { return find<QLineEdit>(u"eventField"_s); }
    QWidget *popup() const { return find<QWidget>(u"eventPopup"_s); }
    QListView *list() const { return find<QListView>(u"eventList"_s); }
    QString hint() const { return label(u"eventListHint"_s)->text(); }
    QString problem() const
    {
        const QLabel *said = label(u"eventProblem"_s);
        return said->isVisible() ? said->text() : QString();
    }
    QToolButton *remove(int place) const
    {
        return find<QToolButton>(u"removeEvent%1"_s.arg(place));
    }

    QModelIndex row(const QString &name) const
    {
        const QAbstractItemModel *model = list()->model();
        return model->match(model->index(0, 0), EventListModel::NameRole, name, 1, Qt::MatchExactly)
            .value(0);
    }
    bool isTicked(const QString &name) const
    {
        return row(name).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    void clickName(const QString &name, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QPoint place = list()->visualRect(row(name)).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, place);
    }
    void clickBox(const QString &name) const
    {
        const QRect place = list()->visualRect(row(name));
        QTest::mouseClick(
            list()->viewport(), Qt::LeftButton, {}, QPoint(place.left() + 16, place.center().y()));
    }
    void type(const QString &text) const { QTest::keyClicks(field(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QStringList chips() const
    {
        QStringList names;
        const QList<ChosenEvent *> all = form.findChildren<ChosenEvent *>();
        for (const ChosenEvent *chip : all) {
            if (chip->isVisible()) {
                names.append(chip->name());
            }
        }
        return names;
    }
    QStringList events() const { return last().events; }
};

} // namespace

/// One event is replaced as easily as ever; several are added, shown and removed.
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
    static void severalStandAsChipsBelowAnEmptyField();
    static void enterAddsToSeveral();
    static void enterTakesAwayOneOfSeveral();
    static void aShortcutAddsToSeveral();
    static void aButtonRemovesOne();
    static void keysReachAndRemoveChips();
    static void theOnlyOneCanBeTakenAway();
    static void whatWasTickedIsNotChosenAgainByLeaving();
    static void anUnlistedNameCanBeAdded();
    static void theListSaysWhatEnterDoes();
    static void theListStaysInItsOrderWhileOneTicks();
    static void chipsStayWithinTheForm();
    static void namesOnChipsAreLiteral();
    static void tabReachesEveryChipAfterTheField();
    static void moreThanAViewHoldsIsRefusedWithASentence();
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

void TestSeveralEvents::severalStandAsChipsBelowAnEmptyField()
{
    const EventBench bench({checkout, cart});
    QCOMPARE(bench.chips(), (QStringList{checkout, cart}));
    QCOMPARE(bench.field()->text(), QString());
    QCOMPARE(bench.field()->placeholderText(), u"Add an event"_s);
    QVERIFY(!bench.find<QToolButton>(u"starButton"_s)->isVisible());
    QCOMPARE(bench.remove(1)->accessibleName(), u"Remove cart_add"_s);
    QCOMPARE(bench.spy.size(), 0);
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

void TestSeveralEvents::aButtonRemovesOne()
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

void TestSeveralEvents::keysReachAndRemoveChips()
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
    QCOMPARE(bench.hint(), u"Enter replaces the event, a tick or Ctrl+Return adds one."_s);
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

void TestSeveralEvents::chipsStayWithinTheForm()
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

void TestSeveralEvents::namesOnChipsAreLiteral()
{
    const QString name = u"<b>&a</b>\u202e"_s;
    EventBench bench({checkout, name});
    QCOMPARE(bench.chips().last(), name);
    QVERIFY(!bench.remove(1)->toolTip().contains(u"<b>"_s));
    QVERIFY(!bench.remove(1)->accessibleName().contains(QChar(0x202e)));
    QTest::mouseClick(bench.remove(0), Qt::LeftButton);
    QCOMPARE(bench.events(), QStringList{name});
}

void TestSeveralEvents::tabReachesEveryChipAfterTheField()
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

void TestSeveralEvents::moreThanAViewHoldsIsRefusedWithASentence()
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

QTEST_MAIN(emberline::test::TestSeveralEvents)

#include "tst_severalevents.moc"
