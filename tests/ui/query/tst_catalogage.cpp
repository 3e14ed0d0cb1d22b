// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"
#include "ui/query/catalogage.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const QDateTime now = utc(u"2026-11-23T13:05:00Z"_s);

Catalog readAt(const QDateTime &at)
{
    Catalog catalog = shop();
    catalog.readAt = at;
    catalog.eventsReadAt = at;
    catalog.segmentsReadAt = at;
    return catalog;
}

QString textOf(const FormBench &bench, const QString &list)
{
    const auto *age = bench.find<CatalogAge>(list);
    const auto *text = age->findChild<QLabel *>(u"ageText"_s);
    return age->isHidden() ? QString() : text->text();
}

QAbstractButton *refreshOf(const FormBench &bench, const QString &list)
{
    return bench.find<CatalogAge>(list)->findChild<QAbstractButton *>(u"ageRefresh"_s);
}

} // namespace

class TestCatalogAge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void agesAreSaidInWords_data();
    static void agesAreSaidInWords();
    static void bothPickersSayHowOldTheyAre();
    static void aListThatWasNeverReadHasNoAge();
    static void whileItIsReadItSaysSo();
    static void theEventsAreRefreshedByHand();
    static void theSegmentsAreRefreshedByHand();
    static void theKeyboardReachesTheRefresh();
    static void theAgeFitsBelowTheEvents();
    static void aListThatIsNoLongerPermittedKeepsItsNames();
    static void oldNamesAreChosenAsNewOnesAre();
};

void TestCatalogAge::init()
{
    failOnAnyWarning();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestCatalogAge::agesAreSaidInWords_data()
{
    QTest::addColumn<QDateTime>("readAt");
    QTest::addColumn<QString>("text");
    QTest::newRow("never") << QDateTime() << QString();
    QTest::newRow("now") << now << u"Read just now"_s;
    QTest::newRow("a clock that was wrong") << now.addDays(2) << u"Read on 25 Nov 2026"_s;
    QTest::newRow("59 s") << now.addSecs(-59) << u"Read just now"_s;
    QTest::newRow("a minute") << now.addSecs(-60) << u"Read 1 min ago"_s;
    QTest::newRow("almost an hour") << now.addSecs(-3'599) << u"Read 59 min ago"_s;
    QTest::newRow("an hour") << now.addSecs(-3'600) << u"Read 1 h ago"_s;
    QTest::newRow("almost a day") << now.addSecs(-86'399) << u"Read 23 h ago"_s;
    // 22:30 UTC is the next day in the zone of the workspace.
    QTest::newRow("days") << utc(u"2026-11-20T22:30:00Z"_s) << u"Read on 21 Nov 2026"_s;
}

void TestCatalogAge::agesAreSaidInWords()
{
    QFETCH(QDateTime, readAt);
    QFETCH(QString, text);
    QCOMPARE(catalogAgeText(readAt, now, QTimeZone("Europe/Helsinki")), text);
}

void TestCatalogAge::bothPickersSayHowOldTheyAre()
{
    const FormBench bench(checkouts(), readAt(now.addSecs(-7'200)));
    QCOMPARE(textOf(bench, u"eventAge"_s), u"Read 2 h ago"_s);
    QCOMPARE(textOf(bench, u"segmentAge"_s), u"Read 2 h ago"_s);
}

void TestCatalogAge::aListThatWasNeverReadHasNoAge()
{
    const FormBench bench(checkouts(), Catalog());
    QCOMPARE(textOf(bench, u"eventAge"_s), QString());
    QCOMPARE(textOf(bench, u"segmentAge"_s), QString());
}

void TestCatalogAge::whileItIsReadItSaysSo()
{
    FormBench bench(checkouts(), readAt(now.addDays(-2)));
    bench.form.setCatalog(readAt(now.addDays(-2)), true);
    QCOMPARE(textOf(bench, u"segmentAge"_s), u"Reading the list…"_s);
    QVERIFY(refreshOf(bench, u"segmentAge"_s)->isHidden());
    bench.form.setCatalog(readAt(now), false);
    QCOMPARE(textOf(bench, u"segmentAge"_s), u"Read just now"_s);
    QVERIFY(!refreshOf(bench, u"segmentAge"_s)->isHidden());
}

void TestCatalogAge::theEventsAreRefreshedByHand()
{
    FormBench bench(checkouts(), readAt(now));
    const QSignalSpy asked(&bench.form, &QueryForm::catalogRefreshAsked);
    bench.form.openEvents();
    QTest::mouseClick(refreshOf(bench, u"eventAge"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    // Typing goes on.
    QVERIFY(bench.find<QLineEdit>(u"eventField"_s)->hasFocus());
    QVERIFY(bench.find<QWidget>(u"eventPopup"_s)->isVisible());
}

void TestCatalogAge::theSegmentsAreRefreshedByHand()
{
    const FormBench bench(checkouts(), readAt(now));
    const QSignalSpy asked(&bench.form, &QueryForm::catalogRefreshAsked);
    QTest::mouseClick(refreshOf(bench, u"segmentAge"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestCatalogAge::theKeyboardReachesTheRefresh()
{
    const FormBench bench(checkouts(), readAt(now));
    const QSignalSpy asked(&bench.form, &QueryForm::catalogRefreshAsked);
    QAbstractButton *refresh = refreshOf(bench, u"segmentAge"_s);
    QVERIFY((refresh->focusPolicy() & Qt::TabFocus) != 0);
    QCOMPARE(refresh->accessibleName(), u"Refresh the list of segments"_s);
    refresh->setFocus();
    QTest::keyClick(refresh, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
}

void TestCatalogAge::theAgeFitsBelowTheEvents()
{
    FormBench bench(checkouts(), readAt(now));
    Catalog old = readAt(now.addDays(-1));
    old.eventsState = ListState::NotPermitted;
    bench.form.openEvents();
    for (const Catalog &catalog : {readAt(now), old}) {
        bench.form.setCatalog(catalog);
        const auto *popup = bench.find<QWidget>(u"eventPopup"_s);
        const auto *list = bench.find<QListView>(u"eventList"_s);
        const auto *age = bench.find<CatalogAge>(u"eventAge"_s);
        const QModelIndex last = list->model()->index(2, 0);
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(last)));
        const QRect place(age->mapTo(popup, QPoint()), age->size());
        QVERIFY(popup->rect().contains(place));
        QVERIFY(age->height() >= age->minimumSizeHint().height());
    }
}

void TestCatalogAge::aListThatIsNoLongerPermittedKeepsItsNames()
{
    Catalog old = readAt(now.addDays(-1));
    old.eventsState = ListState::NotPermitted;
    old.segmentsState = ListState::NotPermitted;
    FormBench bench(checkouts(), old);
    bench.form.openEvents();
    QCOMPARE(bench.label(u"eventListProblem"_s)->text(),
             u"This key may no longer list event names (events.list)."_s);
    QVERIFY(bench.label(u"eventListProblem"_s)->isVisible());
    QCOMPARE(bench.label(u"segmentHint"_s)->text(),
             u"This key may no longer list segments (segments.list). These are the ones from "
             "before."_s);
    QCOMPARE(textOf(bench, u"segmentAge"_s), u"Read on 22 Nov 2026"_s);
    QVERIFY(bench.segment(u"gold"_s).isValid());
    QCOMPARE(bench.find<QListView>(u"eventList"_s)->model()->rowCount(), 3);
}

void TestCatalogAge::oldNamesAreChosenAsNewOnesAre()
{
    Catalog old = readAt(now.addDays(-1));
    old.eventsState = ListState::NotPermitted;
    FormBench bench(checkouts(), old);
    bench.form.openEvents();
    auto *field = bench.find<QLineEdit>(u"eventField"_s);
    QTest::keyClicks(field, u"cart"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.last().events, QStringList{u"cart_add"_s});
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestCatalogAge)

#include "tst_catalogage.moc"
