// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Calls back after each move and resize of what it watches.
class PlaceWatch : public QObject
{
    Q_OBJECT

public:
    explicit PlaceWatch(std::function<void()> call)
        : m_call(std::move(call))
    { }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize
            || event->type() == QEvent::Paint) {
            m_call();
        }
        return false;
    }

private:
    std::function<void()> m_call;
};

} // namespace

/// What is asked: event, segments, app, and how the fields are reached.
class TestQueryForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void typedKeysDriveTheFormToAQuery();
    static void aViewIsShownWithoutEcho();
    static void oneEditIsOneQuery();
    static void aViewShownAgainLeavesWhatIsTyped();
    static void aTickedSegmentIsAskedFor();
    static void noSegmentIsAQueryWithoutSegments();
    static void anUntrackedSegmentCanNotBeTicked();
    static void theCounterLeavesAllUsersOut();
    static void theTwentySixthSegmentIsRefusedWithASentence();
    static void enterInTheFilterTicksTheFirstMatch();
    static void aFilterWithoutMatchSaysSo();
    static void theFilterStaysInPlaceWhileTheListArrives();
    static void aSegmentAddedByIdIsTicked();
    static void withoutSegmentsListTheIdIsAskedFor();
    static void tabReachesEverything();
    static void everyFieldHasAName();
};

void TestQueryForm::typedKeysDriveTheFormToAQuery()
{
    FormBench bench{View{}};
    bench.form.openEvents();
    QTest::keyClicks(bench.find<QLineEdit>(u"eventField"_s), u"chkt"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"eventField"_s), Qt::Key_Return);
    bench.form.openSegments();
    auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(bench.segments(), Qt::Key_Down);
    QTest::keyClick(bench.segments(), Qt::Key_Space);
    bench.chooseLast();
    QTest::keyClicks(bench.length(), u"14"_s);
    bench.find<QToolButton>(u"dayButton"_s)->setFocus();
    QTest::keyClick(bench.find<QToolButton>(u"dayButton"_s), Qt::Key_Left);
    bench.form.openApps();
    QTest::keyClick(bench.find<QMenu>(u"appMenu"_s), Qt::Key_Down);
    QTest::keyClick(bench.find<QMenu>(u"appMenu"_s), Qt::Key_Return);

    Query expected;
    expected.events = QStringList{u"checkout_completed"_s};
    expected.segments = {{}, {.id = u"gold"_s, .label = u"Gold"_s}};
    expected.apps = {{.id = u"ios"_s, .label = u"Shop & <b>iOS</b>"_s}};
    expected.unit = Unit::Hour;
    expected.granularity = Granularity::Hour;
    expected.range = LastUnits{.length = 14};
    QCOMPARE(bench.last(), expected);
}

void TestQueryForm::aViewIsShownWithoutEcho()
{
    FormBench bench;
    View view;
    view.query.events = QStringList{u"cart_add"_s};
    view.query.segments = {{.id = u"silver"_s, .label = u"Silver"_s}};
    view.query.apps = {{.id = u"ios"_s, .label = {}}};
    view.query.unit = Unit::Hour;
    view.query.granularity = Granularity::Hour;
    view.query.range = LastUnits{.length = 7, .endingAt = utc(u"2026-11-20T09:30:00Z"_s)};
    bench.form.setView(view);
    QCOMPARE(bench.spy.size(), 0);
    QCOMPARE(bench.find<QLineEdit>(u"eventField"_s)->text(), u"cart_add"_s);
    QCOMPARE(bench.segment(u"silver"_s).data(Qt::CheckStateRole).toInt(),
             static_cast<int>(Qt::Checked));
    QCOMPARE(bench.segment({}).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QCOMPARE(bench.find<QToolButton>(u"appField"_s)->text(), u"Shop & <b>iOS</b>"_s);
    QVERIFY(bench.find<QToolButton>(u"hourButton"_s)->isChecked());
    QCOMPARE(bench.length()->value(), 7);
    QVERIFY(!bench.end()->isHidden());
    QCOMPARE(bench.end()->dateTime().time(), QTime(10, 30)); // Paris
    bench.form.setView(checkouts());
    QVERIFY(bench.end()->isHidden());
    QCOMPARE(bench.spy.size(), 0);
}

void TestQueryForm::oneEditIsOneQuery()
{
    FormBench bench;
    connect(&bench.form, &QueryForm::queryEdited, &bench.form, [&bench](const Query &query) {
        View view;
        view.query = query; // as the window does
        bench.form.setView(view);
    });
    bench.click(bench.segment(u"gold"_s));
    QCOMPARE(bench.spy.size(), 1);
    bench.chooseLast();
    bench.length()->stepUp();
    QCOMPARE(bench.spy.size(), 2);
    bench.find<QToolButton>(u"hourButton"_s)->click();
    QCOMPARE(bench.spy.size(), 3);
    bench.find<QToolButton>(u"hourButton"_s)->click();
    QCOMPARE(bench.spy.size(), 3);
}

void TestQueryForm::aViewShownAgainLeavesWhatIsTyped()
{
    FormBench bench;
    bench.chooseLast();
    QTest::keyClicks(bench.length(), u"9999"_s);
    QTest::keyClicks(bench.find<QLineEdit>(u"eventField"_s), u"x"_s);
    View view;
    view.query = bench.last();
    bench.form.setView(view);
    QCOMPARE(bench.length()->value(), 9999);
    QVERIFY(bench.find<QLineEdit>(u"eventField"_s)->text().contains(u'x'));
}

void TestQueryForm::aTickedSegmentIsAskedFor()
{
    FormBench bench;
    bench.click(bench.segment(u"gold"_s));
    QCOMPARE(bench.last().segments,
             (std::vector<Choice>{{}, {.id = u"gold"_s, .label = u"Gold"_s}}));
    bench.click(bench.segment({}));
    QCOMPARE(bench.last().segments,
             (std::vector<Choice>{Choice{.id = u"gold"_s, .label = u"Gold"_s}}));
}

void TestQueryForm::noSegmentIsAQueryWithoutSegments()
{
    FormBench bench;
    bench.click(bench.segment({}));
    QCOMPARE(bench.spy.size(), 1);
    QVERIFY(bench.last().segments.empty());
}

void TestQueryForm::anUntrackedSegmentCanNotBeTicked()
{
    FormBench bench;
    const QModelIndex vip = bench.segment(u"vip"_s);
    bench.click(vip);
    bench.segments()->setCurrentIndex(vip);
    bench.segments()->setFocus();
    QTest::keyClick(bench.segments(), Qt::Key_Space);
    auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QTest::keyClicks(filter, u"vip"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(bench.spy.size(), 0);
    QCOMPARE(bench.segment(u"vip"_s).data(Qt::CheckStateRole).toInt(),
             static_cast<int>(Qt::Unchecked));
}

void TestQueryForm::theCounterLeavesAllUsersOut()
{
    FormBench bench;
    const auto shows = [&bench](const QString &text) {
        const QList<QLabel *> labels =
            bench.find<QWidget>(u"segmentHeader"_s)->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->text() == text;
        });
    };
    QVERIFY(shows(u"0 of 25"_s));
    bench.click(bench.segment(u"gold"_s));
    QVERIFY(shows(u"1 of 25"_s));
    bench.form.setView(checkouts());
    QVERIFY(shows(u"0 of 25"_s));
}

void TestQueryForm::theTwentySixthSegmentIsRefusedWithASentence()
{
    Catalog catalog = shop();
    View view = checkouts();
    view.query.segments.clear();
    for (int i = 0; i < 25; ++i) {
        catalog.segments.push_back(
            {.id = u"s%1"_s.arg(i), .name = u"Zone %1"_s.arg(i), .tracked = true});
        view.query.segments.push_back({.id = u"s%1"_s.arg(i), .label = u"Zone %1"_s.arg(i)});
    }
    FormBench bench{view, catalog};
    QVERIFY(bench.label(u"segmentHint"_s)->isHidden());
    bench.click(bench.segment(u"gold"_s));
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.label(u"segmentHint"_s)->text().startsWith(u"Up to 25 segments"_s));
    QVERIFY(bench.label(u"segmentHint"_s)->isVisible());
}

void TestQueryForm::enterInTheFilterTicksTheFirstMatch()
{
    FormBench bench;
    bench.form.openSegments();
    auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"ver"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(bench.last().segments.back().id, u"silver"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QCOMPARE(bench.segments()->model()->rowCount(), 4);
}

void TestQueryForm::aFilterWithoutMatchSaysSo()
{
    FormBench bench;
    auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QTest::keyClicks(filter, u"<b>%1"_s);
    const QLabel *sentence = bench.label(u"segmentNoMatch"_s);
    QCOMPARE(sentence->text(), u"No match for “<b>%1”. Try fewer letters."_s);
    QCOMPARE(sentence->textFormat(), Qt::PlainText);
    QVERIFY(sentence->isVisible());
    filter->clear();
    QVERIFY(!sentence->isVisible());
}

void TestQueryForm::theFilterStaysInPlaceWhileTheListArrives()
{
    FormBench bench{checkouts(), Catalog()};
    const auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QWidget *list = bench.segments()->parentWidget();
    const int place = filter->sizeHint().height();
    QList<int> places{list->y() - filter->geometry().top()};
    PlaceWatch watch([&] { places.append(list->y() - filter->geometry().top()); });
    list->installEventFilter(&watch);
    Catalog catalog = shop();
    for (int i = 0; i < 5; ++i) {
        catalog.segments.push_back({.id = QString::number(i), .name = u"More"_s, .tracked = true});
    }
    for (const Catalog &next : {catalog, shop(), Catalog(), catalog}) {
        bench.form.setCatalog(next);
        QCoreApplication::sendPostedEvents();
        places.append(list->y() - filter->geometry().top());
    }
    for (const int one : std::as_const(places)) {
        QCOMPARE(one, place + 1); // the line below it
    }
}

void TestQueryForm::aSegmentAddedByIdIsTicked()
{
    FormBench bench;
    QSignalSpy added(&bench.form, &QueryForm::segmentAdded);
    bench.find<QAbstractButton>(u"addSegmentLink"_s)->click();
    auto *id = bench.find<QLineEdit>(u"segmentIdField"_s);
    auto *add = bench.find<QPushButton>(u"addSegmentButton"_s);
    QTest::keyClicks(id, u"  "_s);
    QTest::keyClick(id, Qt::Key_Return);
    QVERIFY(!add->isEnabled());
    QCOMPARE(added.size(), 0);
    id->setText(u" 1a2b-3c "_s);
    QTest::keyClicks(bench.find<QLineEdit>(u"segmentNameField"_s), u"Pasted <i>"_s);
    add->click();
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first(), (QVariantList{u"1a2b-3c"_s, u"Pasted <i>"_s}));
    QCOMPARE(bench.last().segments.back(), (Choice{.id = u"1a2b-3c"_s, .label = u"Pasted <i>"_s}));
}

void TestQueryForm::withoutSegmentsListTheIdIsAskedFor()
{
    Catalog catalog;
    catalog.segmentsState = ListState::NotPermitted;
    const FormBench bench{checkouts(), catalog};
    QVERIFY(bench.label(u"segmentHint"_s)->isVisible());
    QVERIFY(bench.label(u"segmentHint"_s)->text().contains(u"segments.list"_s));
    QVERIFY(bench.find<QAbstractButton>(u"addSegmentLink"_s)->isVisible());
}

void TestQueryForm::tabReachesEverything()
{
    FormBench bench;
    bench.form.setStarred({u"app_open"_s});
    bench.chooseLast();
    bench.form.setFocus();
    bench.find<QLineEdit>(u"eventField"_s)->setFocus();
    QStringList reached;
    constexpr int more = 20;
    for (int i = 0; i < more; ++i) {
        const QString name = QApplication::focusWidget()->objectName();
        if (reached.contains(name)) {
            break;
        }
        reached.append(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached,
             (QStringList{u"eventField"_s,
                          u"starButton"_s,
                          u"eventChip0"_s,
                          u"segmentFilter"_s,
                          u"segmentList"_s,
                          u"addSegmentLink"_s,
                          u"appField"_s,
                          u"rangeButton"_s,
                          u"lengthField"_s,
                          u"endKind"_s,
                          u"dayButton"_s, // that is chosen; the arrow keys do the rest of its row
                          u"compareField"_s,
                          u"completeOnly"_s}));
}

void TestQueryForm::everyFieldHasAName()
{
    const FormBench bench;
    const QList<QWidget *> widgets = bench.form.findChildren<QWidget *>();
    int fields = 0;
    for (const QWidget *widget : widgets) {
        const bool inner = widget->objectName().startsWith(u"qt_"_s);
        const bool popup = widget->window() != &bench.form;
        if (widget->focusPolicy() == Qt::NoFocus || inner || popup) {
            continue;
        }
        ++fields;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool speaks = button != nullptr && !button->text().isEmpty();
        QVERIFY2(speaks || widget->isHidden() || !widget->accessibleName().isEmpty(),
                 qUtf8Printable(widget->objectName()));
    }
    QVERIFY(fields >= 10);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestQueryForm)

#include "tst_queryform.moc"
