// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"
#include "ui/query/appmenu.h"
#include "ui/theme/choicebutton.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Choice ios()
{
    return {.id = u"ios"_s, .label = u"Shop & <b>iOS</b>"_s};
}

Choice android()
{
    return {.id = u"android"_s, .label = u"Android"_s};
}

Choice web()
{
    return {.id = u"web"_s, .label = {}};
}

/// The list of apps, which is open.
struct AppBench : FormBench
{
    explicit AppBench(const std::vector<Choice> &chosen = {{}})
    {
        View view = checkouts();
        view.query.apps = chosen;
        form.setApps({ios(), android(), web()});
        form.setView(view);
        form.openApps();
    }
    ~AppBench() { menu()->close(); }
    Q_DISABLE_COPY_MOVE(AppBench)

    AppMenu *menu() const { return find<AppMenu>(u"appMenu"_s); }
    ChoiceButton *button() const { return find<ChoiceButton>(u"appField"_s); }
    QAction *action(int row) const { return menu()->actions().at(row); }
    QStringList ticked() const
    {
        QStringList names;
        const QList<QAction *> all = menu()->actions();
        for (const QAction *one : all) {
            if (one->isChecked()) {
                names.append(one->text());
            }
        }
        return names;
    }
    void press(Qt::Key key) const { QTest::keyClick(menu(), key); }
    void clickAt(QPoint place) const
    {
        QTest::mouseMove(menu(), place);
        QTest::mouseClick(menu(), Qt::LeftButton, {}, place);
    }
    void clickName(int row) const { clickAt(menu()->actionGeometry(action(row)).center()); }
    void clickBox(int row) const
    {
        const QRect place = menu()->actionGeometry(action(row));
        clickAt(QPoint(place.left() + 20, place.center().y()));
    }
    std::vector<Choice> apps() const { return last().apps; }
};

} // namespace

/// All apps, one of them, or several.
class TestAppPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void allAppsComeFirstAndAreChosen();
    static void aNameIsTheOnlyOne();
    static void aBoxAddsAndTakesAway();
    static void ofSeveralEveryClickTicks();
    static void allAppsExcludeTheOthers();
    static void withoutAnyItIsAllOfThem();
    static void theKeysDoTheSame();
    static void namesAreShownLiterally();
    static void anAppThatOnlyTheViewKnowsIsShown();
    static void tooManySeriesAreRefusedWithASentence();
};

void TestAppPicker::allAppsComeFirstAndAreChosen()
{
    const AppBench bench;
    QVERIFY(bench.menu()->isVisible());
    QCOMPARE(bench.menu()->actions().size(), 4);
    QCOMPARE(bench.ticked(), QStringList{u"All apps"_s});
    QCOMPARE(bench.button()->text(), u"All apps"_s);
    QCOMPARE(bench.menu()->activeAction(), bench.action(0));
}

void TestAppPicker::aNameIsTheOnlyOne()
{
    const AppBench bench;
    bench.clickName(1);
    QCOMPARE(bench.apps(), std::vector<Choice>{ios()});
    QVERIFY(!bench.menu()->isVisible());
    QCOMPARE(bench.button()->text(), u"Shop & <b>iOS</b>"_s);
    bench.menu()->popup({});
    bench.clickName(2);
    QCOMPARE(bench.apps(), std::vector<Choice>{android()});
    QCOMPARE(bench.spy.size(), 2);
}

void TestAppPicker::aBoxAddsAndTakesAway()
{
    const AppBench bench{{ios()}};
    bench.clickBox(2);
    QCOMPARE(bench.apps(), (std::vector<Choice>{ios(), android()}));
    QVERIFY(bench.menu()->isVisible());
    QCOMPARE(bench.ticked(), (QStringList{u"Shop && <b>iOS</b>"_s, u"Android"_s}));
    QCOMPARE(bench.button()->text(), u"Shop & <b>iOS</b>, Android"_s);
    bench.clickBox(1);
    QCOMPARE(bench.apps(), std::vector<Choice>{android()});
    QCOMPARE(bench.ticked(), QStringList{u"Android"_s});
}

void TestAppPicker::ofSeveralEveryClickTicks()
{
    const AppBench bench{{ios(), android()}};
    bench.clickName(3);
    QCOMPARE(bench.apps(), (std::vector<Choice>{ios(), android(), web()}));
    QVERIFY(bench.menu()->isVisible());
    bench.clickName(1);
    QCOMPARE(bench.apps(), (std::vector<Choice>{android(), web()}));
}

void TestAppPicker::allAppsExcludeTheOthers()
{
    const AppBench bench{{ios(), android()}};
    bench.clickBox(0);
    QCOMPARE(bench.apps(), std::vector<Choice>{Choice{}});
    QCOMPARE(bench.ticked(), QStringList{u"All apps"_s});
    bench.clickBox(0); // they can't be left without any
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(bench.ticked(), QStringList{u"All apps"_s});
    bench.clickBox(1);
    QCOMPARE(bench.apps(), std::vector<Choice>{ios()});
}

void TestAppPicker::withoutAnyItIsAllOfThem()
{
    const AppBench bench{{ios()}};
    bench.clickBox(1);
    QCOMPARE(bench.apps(), std::vector<Choice>{Choice{}});
    QCOMPARE(bench.ticked(), QStringList{u"All apps"_s});
}

void TestAppPicker::theKeysDoTheSame()
{
    AppBench bench;
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Space);
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.apps(), (std::vector<Choice>{ios(), android()}));
    QVERIFY(bench.menu()->isVisible());
    bench.press(Qt::Key_Up);
    bench.press(Qt::Key_Up);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.apps(), std::vector<Choice>{Choice{}});
    QVERIFY(!bench.menu()->isVisible());
    bench.form.openApps();
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.apps(), std::vector<Choice>{ios()});
}

void TestAppPicker::namesAreShownLiterally()
{
    const AppBench bench{{ios(), android()}};
    QCOMPARE(bench.action(1)->text(), u"Shop && <b>iOS</b>"_s); // a menu would eat one
    QCOMPARE(bench.action(3)->text(), u"web"_s); // without a name its id
    QVERIFY(!bench.button()->toolTip().contains(u"<b>"_s));
}

void TestAppPicker::anAppThatOnlyTheViewKnowsIsShown()
{
    const Choice old{.id = u"old"_s, .label = u"Old shop"_s};
    const AppBench bench{{old}};
    QCOMPARE(bench.button()->text(), u"Old shop"_s);
    QCOMPARE(bench.ticked(), QStringList{u"Old shop"_s});
    bench.clickBox(1);
    QCOMPARE(bench.apps(), (std::vector<Choice>{old, ios()}));
}

void TestAppPicker::tooManySeriesAreRefusedWithASentence()
{
    AppBench bench;
    View view = checkouts();
    for (int i = 0; i < 20; ++i) {
        view.query.events.append(u"event_%1"_s.arg(i));
    }
    view.query.segments.clear();
    for (int i = 0; i < 20; ++i) {
        view.query.segments.push_back({.id = u"s%1"_s.arg(i), .label = {}});
    }
    view.query.apps = {ios()};
    bench.form.setView(view); // 420
    bench.clickBox(2);
    QCOMPARE(bench.spy.size(), 0);
    QCOMPARE(bench.ticked(), QStringList{u"Shop && <b>iOS</b>"_s});
    QVERIFY(bench.label(u"appProblem"_s)->isVisible());
    QVERIFY(bench.label(u"appProblem"_s)->text().contains(u"840"_s));
    bench.clickName(2);
    QCOMPARE(bench.apps(), std::vector<Choice>{android()});
    QVERIFY(!bench.label(u"appProblem"_s)->isVisible());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestAppPicker)

#include "tst_apppicker.moc"
