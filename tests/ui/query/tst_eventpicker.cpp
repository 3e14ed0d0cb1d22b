// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/models/eventlistmodel.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "ui/query/queryform.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Catalog catalogOf(const QStringList &events, ListState state = ListState::Read)
{
    Catalog catalog;
    catalog.events = events;
    catalog.eventsState = state;
    return catalog;
}

/// A form of which the event field is tried.
struct Bench
{
    explicit Bench(const Catalog &catalog, const QString &event = {})
    {
        View view;
        if (!event.isEmpty()) {
            view.query.events = QStringList{event};
        }
        form.setCatalog(catalog);
        form.setView(view);
        form.resize(320, 800);
        form.show();
        QApplication::setActiveWindow(&form);
    }

    QLineEdit *field() const { return form.findChild<QLineEdit *>(u"eventField"_s); }
    QWidget *popup() const { return form.findChild<QWidget *>(u"eventPopup"_s); }
    QListView *list() const { return form.findChild<QListView *>(u"eventList"_s); }
    QLabel *problem() const { return form.findChild<QLabel *>(u"eventProblem"_s); }
    QAbstractButton *chip(int i) const
    {
        return form.findChild<QAbstractButton *>(u"eventChip%1"_s.arg(i));
    }

    QStringList rows() const
    {
        QStringList rows;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            rows.append(list()->model()->index(row, 0).data().toString());
        }
        return rows;
    }

    void type(const QString &text) const { QTest::keyClicks(field(), text); }
    void press(Qt::Key key) const { QTest::keyClick(field(), key); }
    QString chosen() const { return qvariant_cast<Query>(spy.last().at(0)).events.value(0); }

    SystemClock clock;
    QueryForm form{clock};
    QSignalSpy spy{&form, &QueryForm::queryEdited};
};

} // namespace

class TestEventPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void openFocusesTheFieldAndListsEverything();
    static void fewLettersAndEnterChoose();
    static void arrowsChooseAnotherRow();
    static void upFromTheFirstRowReachesTheLast();
    static void aClickChooses();
    static void typingGoesOnWhileTheListIsOpen();
    static void escapeClosesTheListAndLeavesTheEvent();
    static void escapeGoesToTheWindowWhenNothingIsOpen();
    static void leavingTheFieldLeavesTheEvent();
    static void aNameTypedToTheEndIsChosenByLeaving();
    static void whatWasTypedIsUsedWithoutACatalog();
    static void whatWasTypedIsKeptExactly();
    static void anEmptyNameIsRefusedWithASentence();
    static void aTooLongNameIsRefusedWithASentence();
    static void theStarTogglesTheEvent();
    static void chipsOfferStarredAndRecentEvents();
    static void aLateCatalogDoesNotDisturbTyping();
    static void theListFollowsItsField();
    static void namesOfOthersAreHarmless_data();
    static void namesOfOthersAreHarmless();
    static void fiveThousandNamesAreListed();
};

void TestEventPicker::openFocusesTheFieldAndListsEverything()
{
    Bench bench(catalogOf({u"b"_s, u"a"_s}), u"b"_s);
    QVERIFY(!bench.popup()->isVisible());
    bench.form.openEvents();
    QVERIFY(bench.field()->hasFocus());
    QVERIFY(bench.popup()->isVisible());
    QCOMPARE(bench.rows(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(bench.list()->currentIndex().row(), 1); // the event as it is
}

void TestEventPicker::fewLettersAndEnterChoose()
{
    Bench bench(catalogOf({u"app_open"_s, u"checkout_completed"_s}), u"app_open"_s);
    bench.form.openEvents();
    bench.type(u"chkt"_s);
    QCOMPARE(bench.rows(),
             (QStringList{u"checkout_completed"_s, u"Use “chkt” exactly as typed"_s}));
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(bench.chosen(), u"checkout_completed"_s);
    QCOMPARE(bench.field()->text(), u"checkout_completed"_s);
    QVERIFY(!bench.popup()->isVisible());
}

void TestEventPicker::arrowsChooseAnotherRow()
{
    Bench bench(catalogOf({u"open_a"_s, u"open_b"_s, u"open_c"_s}));
    bench.form.openEvents();
    bench.type(u"open"_s);
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Up);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), u"open_b"_s);
}

void TestEventPicker::upFromTheFirstRowReachesTheLast()
{
    Bench bench(catalogOf({u"open_a"_s, u"open_b"_s}));
    bench.form.openEvents();
    bench.type(u"open"_s);
    bench.press(Qt::Key_Up);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), u"open"_s);
}

void TestEventPicker::aClickChooses()
{
    Bench bench(catalogOf({u"a"_s, u"b"_s}));
    bench.form.openEvents();
    const QRect row = bench.list()->visualRect(bench.list()->model()->index(1, 0));
    QTest::mouseClick(bench.list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(bench.chosen(), u"b"_s);
    QVERIFY(bench.field()->hasFocus());
}

void TestEventPicker::typingGoesOnWhileTheListIsOpen()
{
    Bench bench(catalogOf({u"checkout"_s}), u"checkout"_s);
    bench.form.openEvents();
    bench.type(u"ch"_s);
    QVERIFY(bench.popup()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.field());
    QTest::keyClicks(QApplication::focusWidget(), u"ec"_s);
    QCOMPARE(bench.field()->text(), u"chec"_s);
}

void TestEventPicker::escapeClosesTheListAndLeavesTheEvent()
{
    Bench bench(catalogOf({u"a"_s, u"b"_s}), u"a"_s);
    bench.form.openEvents();
    bench.type(u"b"_s);
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.popup()->isVisible());
    QCOMPARE(bench.field()->text(), u"a"_s);
    QCOMPARE(bench.spy.size(), 0);
}

void TestEventPicker::escapeGoesToTheWindowWhenNothingIsOpen()
{
    const Bench bench(catalogOf({u"a"_s}), u"a"_s);
    const auto overrides = [&bench] {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(bench.field(), &event);
        return event.isAccepted();
    };
    QVERIFY(!overrides());
    bench.press(Qt::Key_Down);
    QVERIFY(overrides());
}

void TestEventPicker::leavingTheFieldLeavesTheEvent()
{
    Bench bench(catalogOf({u"alpha"_s, u"beta"_s}), u"alpha"_s);
    bench.form.openEvents();
    bench.type(u"bet"_s);
    bench.press(Qt::Key_Tab);
    QVERIFY(!bench.popup()->isVisible());
    QCOMPARE(bench.field()->text(), u"alpha"_s);
    QCOMPARE(bench.spy.size(), 0);
}

void TestEventPicker::aNameTypedToTheEndIsChosenByLeaving()
{
    Bench bench(catalogOf({u"alpha"_s, u"beta"_s}), u"alpha"_s);
    bench.form.openEvents();
    bench.type(u"beta"_s);
    bench.press(Qt::Key_Tab);
    QCOMPARE(bench.chosen(), u"beta"_s);
}

void TestEventPicker::whatWasTypedIsUsedWithoutACatalog()
{
    Bench bench(catalogOf({}, ListState::NotPermitted));
    bench.form.openEvents();
    bench.type(u"signup_done"_s);
    QCOMPARE(bench.rows(), QStringList{u"Use “signup_done” exactly as typed"_s});
    QVERIFY(bench.list()
                ->currentIndex()
                .data(EventListModel::ReasonRole)
                .toString()
                .contains(u"events.list"_s));
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), u"signup_done"_s);
}

void TestEventPicker::whatWasTypedIsKeptExactly()
{
    Bench bench(catalogOf({}));
    bench.form.openEvents();
    bench.type(u" Signup "_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), u" Signup "_s);
}

void TestEventPicker::anEmptyNameIsRefusedWithASentence()
{
    Bench bench(catalogOf({u"a"_s}), u"a"_s);
    bench.form.openEvents();
    bench.press(Qt::Key_Delete);
    QCOMPARE(bench.field()->text(), QString());
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.problem()->isVisible());
    QVERIFY(bench.field()->property("invalid").toBool());
    bench.type(u"a"_s);
    QVERIFY(bench.problem()->isHidden());
    QVERIFY(!bench.field()->property("invalid").toBool());
}

void TestEventPicker::aTooLongNameIsRefusedWithASentence()
{
    Bench bench(catalogOf({u"a"_s}), u"a"_s);
    bench.form.openEvents();
    bench.field()->setText(QString(255, u'x'));
    bench.field()->end(false);
    bench.type(u"y"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.problem()->isVisible());
    QVERIFY(bench.problem()->text().contains(u"255"_s));
    bench.press(Qt::Key_Backspace);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), QString(255, u'x'));
}

void TestEventPicker::theStarTogglesTheEvent()
{
    Bench bench(catalogOf({u"a"_s}), u"a"_s);
    QSignalSpy stars(&bench.form, &QueryForm::starToggled);
    auto *star = bench.form.findChild<QToolButton *>(u"starButton"_s);
    star->setFocus();
    QTest::keyClick(star, Qt::Key_Space);
    QCOMPARE(stars, (QList<QVariantList>{{u"a"_s}}));
    QCOMPARE(star->accessibleName(), u"Star this event"_s);
    bench.form.setStarred({u"a"_s}); // as the window does
    QCOMPARE(star->accessibleName(), u"Remove the star from this event"_s);
    QCOMPARE(bench.spy.size(), 0);
    bench.form.setView(View{});
    QVERIFY(!star->isVisible());
}

void TestEventPicker::chipsOfferStarredAndRecentEvents()
{
    Bench bench(catalogOf({u"a"_s, u"b"_s, u"c"_s, u"d"_s}), u"a"_s);
    QVERIFY(!bench.chip(0)->isVisible());
    bench.form.setStarred({u"a"_s, u"b"_s});
    bench.form.setRecent({u"a"_s, u"<b>&c</b>"_s});
    QCOMPARE(bench.chip(0)->accessibleName(), u"b"_s);
    QCOMPARE(bench.chip(1)->accessibleName(), u"<b>&c</b>"_s);
    QVERIFY(!bench.chip(2)->isVisible());
    QVERIFY(!bench.chip(1)->toolTip().contains(u"<b>"_s));
    QTest::keyClick(bench.chip(1), Qt::Key_Space);
    QCOMPARE(bench.chosen(), u"<b>&c</b>"_s);
}

void TestEventPicker::aLateCatalogDoesNotDisturbTyping()
{
    Bench bench(catalogOf({}, ListState::Unread));
    bench.form.openEvents();
    bench.type(u"chk"_s);
    bench.form.setCatalog(catalogOf({u"checkout"_s}));
    QCOMPARE(bench.field()->text(), u"chk"_s);
    QVERIFY(bench.popup()->isVisible());
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), u"checkout"_s);
}

void TestEventPicker::theListFollowsItsField()
{
    Bench bench(catalogOf({u"a"_s, u"b"_s}));
    bench.form.openEvents();
    QCOMPARE(bench.popup()->width(), bench.field()->width());
    bench.form.resize(400, 800);
    QCOMPARE(bench.popup()->width(), bench.field()->width());
    QCOMPARE(bench.popup()->parentWidget(), &bench.form);
    const QPoint below = bench.field()->mapTo(&bench.form, QPoint(0, bench.field()->height()));
    QCOMPARE(bench.popup()->x(), below.x());
    QVERIFY(bench.popup()->y() >= below.y());
}

void TestEventPicker::namesOfOthersAreHarmless_data()
{
    addNames([](const QString &name) { return name.size() <= longestEventName; });
}

void TestEventPicker::namesOfOthersAreHarmless()
{
    QFETCH(QString, name);
    const QString shown = displayText(name);
    Bench bench(catalogOf({name}));
    bench.form.setStarred({name});
    bench.form.openEvents();
    QVERIFY(!bench.popup()->grab().isNull()); // paints
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), name);
    QCOMPARE(bench.field()->text(), shown);
    bench.form.setView(View{});
    QCOMPARE(bench.chip(0)->accessibleName(), shown);
    QVERIFY(!bench.form.grab().isNull());
    QVERIFY(bench.chip(0)->toolTip() == u"<qt>%1</qt>"_s.arg(shown.toHtmlEscaped()));
}

void TestEventPicker::fiveThousandNamesAreListed()
{
    QStringList names;
    for (int i = 0; i < 5000; ++i) {
        names.append(u"event_%1"_s.arg(i));
    }
    Bench bench(catalogOf(names));
    bench.form.openEvents();
    bench.type(u"e4321"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.chosen(), u"event_4321"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestEventPicker)

#include "tst_eventpicker.moc"
