// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/segmentlistmodel.h"
#include "tests/support/strictness.h"
#include "ui/query/queryform.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

Catalog shop()
{
    Catalog catalog;
    catalog.events = QStringList{u"app_open"_s, u"checkout_completed"_s, u"cart_add"_s};
    catalog.segments = {{.id = u"gold"_s, .name = u"Gold"_s, .tracked = true},
                        {.id = u"silver"_s, .name = u"Silver"_s, .tracked = true},
                        {.id = u"vip"_s, .name = u"VIP"_s, .tracked = false}};
    catalog.eventsState = ListState::Read;
    catalog.segmentsState = ListState::Read;
    return catalog;
}

View checkouts()
{
    View view;
    view.query.events = QStringList{u"checkout_completed"_s};
    return view;
}

/// A form in a window, with what the tests ask of it.
struct Bench
{
    explicit Bench(const View &view = checkouts(), const Catalog &catalog = shop())
    {
        form.setCatalog(catalog);
        form.setApps({{.id = u"ios"_s, .label = u"Shop & <b>iOS</b>"_s}});
        form.setZone(QTimeZone("Europe/Paris"));
        form.setView(view);
        form.resize(320, 800);
        form.show();
        QApplication::setActiveWindow(&form);
    }

    template <typename T>
    T *find(const QString &name) const
    {
        T *widget = form.findChild<T *>(name);
        if (widget == nullptr) {
            qFatal("no %s", qUtf8Printable(name));
        }
        return widget;
    }

    QSpinBox *length() const { return find<QSpinBox>(u"lengthField"_s); }
    QDateTimeEdit *end() const { return find<QDateTimeEdit>(u"endField"_s); }
    QComboBox *endKind() const { return find<QComboBox>(u"endKind"_s); }
    QListView *segments() const { return find<QListView>(u"segmentList"_s); }
    QLabel *label(const QString &name) const { return find<QLabel>(name); }

    QModelIndex segment(const QString &id) const
    {
        const QAbstractItemModel *model = segments()->model();
        return model->match(model->index(0, 0), SegmentListModel::IdRole, id, 1, Qt::MatchExactly)
            .value(0);
    }

    void click(const QModelIndex &index) const
    {
        QTest::mouseClick(
            segments()->viewport(), Qt::LeftButton, {}, segments()->visualRect(index).center());
    }

    Query last() const { return qvariant_cast<Query>(spy.last().at(0)); }

    FixedClock clock{utc(u"2026-11-23T13:05:00Z"_s)};
    QueryForm form{clock};
    QSignalSpy spy{&form, &QueryForm::queryEdited};
};

/// The English plurals, as a catalogue would have them.
class EnglishPlurals : public QTranslator
{
public:
    QString translate(const char * /*context*/,
                      const char *text,
                      const char * /*disambiguation*/,
                      int n) const override
    {
        QString word = QString::fromUtf8(text);
        return word.contains(u"(s)"_s) ? word.replace(u"(s)"_s, n == 1 ? u""_s : u"s"_s)
                                       : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

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
    static void aSegmentAddedByIdIsTicked();
    static void anAppIsAskedForAndShownLiterally();
    static void anAppThatOnlyTheViewKnowsIsShown();
    static void aLengthOutOfRangeIsRefused_data();
    static void aLengthOutOfRangeIsRefused();
    static void theLengthStepsWithinItsRange();
    static void theUnitFollowsTheNumber_data();
    static void theUnitFollowsTheNumber();
    static void theEndIsInTheWorkspacesZone();
    static void anEndInTheFutureIsRefused();
    static void backToNowForgetsTheEnd();
    static void anEndInAMissingHourIsStillATime();
    static void theHintSaysTheDates_data();
    static void theHintSaysTheDates();
    static void theUnitIsChosenByKey();
    static void theWheelChangesNothingByPassing();
    static void withoutSegmentsListTheIdIsAskedFor();
    static void tabReachesEverything();
    static void everyFieldHasAName();
};

void TestQueryForm::typedKeysDriveTheFormToAQuery()
{
    Bench bench{View{}};
    bench.form.openEvents();
    QTest::keyClicks(bench.find<QLineEdit>(u"eventField"_s), u"chkt"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"eventField"_s), Qt::Key_Return);
    bench.form.openSegments();
    auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(bench.segments(), Qt::Key_Down);
    QTest::keyClick(bench.segments(), Qt::Key_Space);
    bench.length()->selectAll();
    QTest::keyClicks(bench.length(), u"14"_s);
    bench.find<QToolButton>(u"dayButton"_s)->setFocus();
    QTest::keyClick(bench.find<QToolButton>(u"dayButton"_s), Qt::Key_Left);
    QTest::keyClick(bench.find<QComboBox>(u"appField"_s), Qt::Key_Down);

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
    Bench bench;
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
    QCOMPARE(bench.find<QComboBox>(u"appField"_s)->currentIndex(), 1);
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
    Bench bench;
    connect(&bench.form, &QueryForm::queryEdited, &bench.form, [&bench](const Query &query) {
        View view;
        view.query = query; // as the window does
        bench.form.setView(view);
    });
    bench.click(bench.segment(u"gold"_s));
    QCOMPARE(bench.spy.size(), 1);
    bench.length()->stepUp();
    QCOMPARE(bench.spy.size(), 2);
    bench.find<QToolButton>(u"hourButton"_s)->click();
    QCOMPARE(bench.spy.size(), 3);
    bench.find<QToolButton>(u"hourButton"_s)->click();
    QCOMPARE(bench.spy.size(), 3);
}

void TestQueryForm::aViewShownAgainLeavesWhatIsTyped()
{
    Bench bench;
    bench.length()->selectAll();
    QTest::keyClicks(bench.length(), u"365"_s);
    QTest::keyClicks(bench.find<QLineEdit>(u"eventField"_s), u"x"_s);
    View view;
    view.query = bench.last();
    bench.form.setView(view);
    QCOMPARE(bench.length()->value(), 365);
    QVERIFY(bench.find<QLineEdit>(u"eventField"_s)->text().contains(u'x'));
}

void TestQueryForm::aTickedSegmentIsAskedFor()
{
    Bench bench;
    bench.click(bench.segment(u"gold"_s));
    QCOMPARE(bench.last().segments,
             (std::vector<Choice>{{}, {.id = u"gold"_s, .label = u"Gold"_s}}));
    bench.click(bench.segment({}));
    QCOMPARE(bench.last().segments,
             (std::vector<Choice>{Choice{.id = u"gold"_s, .label = u"Gold"_s}}));
}

void TestQueryForm::noSegmentIsAQueryWithoutSegments()
{
    Bench bench;
    bench.click(bench.segment({}));
    QCOMPARE(bench.spy.size(), 1);
    QVERIFY(bench.last().segments.empty());
}

void TestQueryForm::anUntrackedSegmentCanNotBeTicked()
{
    Bench bench;
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
    Bench bench;
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
    Bench bench{view, catalog};
    QVERIFY(bench.label(u"segmentHint"_s)->isHidden());
    bench.click(bench.segment(u"gold"_s));
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.label(u"segmentHint"_s)->text().startsWith(u"Up to 25 segments"_s));
    QVERIFY(bench.label(u"segmentHint"_s)->isVisible());
}

void TestQueryForm::enterInTheFilterTicksTheFirstMatch()
{
    Bench bench;
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
    Bench bench;
    auto *filter = bench.find<QLineEdit>(u"segmentFilter"_s);
    QTest::keyClicks(filter, u"<b>%1"_s);
    const QLabel *sentence = bench.label(u"segmentNoMatch"_s);
    QCOMPARE(sentence->text(), u"No match for “<b>%1”. Try fewer letters."_s);
    QCOMPARE(sentence->textFormat(), Qt::PlainText);
    QVERIFY(sentence->isVisible());
    filter->clear();
    QVERIFY(!sentence->isVisible());
}

void TestQueryForm::aSegmentAddedByIdIsTicked()
{
    Bench bench;
    QSignalSpy added(&bench.form, &QueryForm::segmentAdded);
    bench.find<QPushButton>(u"addSegmentLink"_s)->click();
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

void TestQueryForm::anAppIsAskedForAndShownLiterally()
{
    Bench bench;
    auto *app = bench.find<QComboBox>(u"appField"_s);
    QCOMPARE(app->itemText(0), u"All apps"_s);
    QCOMPARE(app->itemText(1), u"Shop & <b>iOS</b>"_s);
    app->setFocus();
    QTest::keyClick(app, Qt::Key_Down);
    QCOMPARE(bench.last().apps.front().id, u"ios"_s);
    QTest::keyClick(app, Qt::Key_Up);
    QCOMPARE(bench.last().apps, std::vector<Choice>{Choice{}});
}

void TestQueryForm::anAppThatOnlyTheViewKnowsIsShown()
{
    Bench bench;
    View view = checkouts();
    view.query.apps = {{.id = u"old"_s, .label = u"Old shop"_s}};
    bench.form.setView(view);
    QCOMPARE(bench.find<QComboBox>(u"appField"_s)->currentText(), u"Old shop"_s);
    bench.length()->stepUp();
    QCOMPARE(bench.last().apps, view.query.apps);
}

void TestQueryForm::aLengthOutOfRangeIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("settled");
    QTest::newRow("nothing") << u"0"_s << 1;
    QTest::newRow("one too many") << u"101"_s << 100;
    QTest::newRow("a year") << u"365"_s << 100;
}

void TestQueryForm::aLengthOutOfRangeIsRefused()
{
    QFETCH(QString, typed);
    QFETCH(int, settled);
    Bench bench;
    bench.length()->setFocus();
    bench.length()->selectAll();
    QTest::keyClicks(bench.length(), typed);
    QVERIFY(bench.label(u"lengthProblem"_s)->isVisible());
    QVERIFY(!bench.label(u"lengthProblem"_s)->text().isEmpty());
    QVERIFY(bench.length()->property("invalid").toBool());
    QTest::keyClick(bench.length(), Qt::Key_Return);
    QCOMPARE(bench.length()->value(), settled);
    QVERIFY(!bench.length()->property("invalid").toBool());
    QVERIFY(bench.label(u"lengthProblem"_s)->isVisible()); // why it is another number
    for (const QVariantList &arguments : std::as_const(bench.spy)) {
        const int length = std::get<LastUnits>(qvariant_cast<Query>(arguments.at(0)).range).length;
        QVERIFY(length >= 1 && length <= 100);
    }
    QCOMPARE(std::get<LastUnits>(bench.last().range).length, settled);
    bench.length()->setValue(50);
    QVERIFY(bench.label(u"lengthProblem"_s)->isHidden());
}

void TestQueryForm::theLengthStepsWithinItsRange()
{
    Bench bench;
    bench.length()->setValue(100);
    bench.length()->stepUp();
    QCOMPARE(bench.length()->value(), 100);
    bench.length()->setValue(1);
    bench.length()->stepDown();
    QCOMPARE(bench.length()->value(), 1);
}

void TestQueryForm::theUnitFollowsTheNumber_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("hours");
    QTest::addColumn<QString>("text");
    QTest::newRow("one day") << 1 << false << u"1 day"_s;
    QTest::newRow("two days") << 2 << false << u"2 days"_s;
    QTest::newRow("one hour") << 1 << true << u"1 hour"_s;
    QTest::newRow("100 hours") << 100 << true << u"100 hours"_s;
}

void TestQueryForm::theUnitFollowsTheNumber()
{
    QFETCH(int, length);
    QFETCH(bool, hours);
    QFETCH(QString, text);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    Bench bench;
    bench.find<QToolButton>(hours ? u"hourButton"_s : u"dayButton"_s)->click();
    bench.length()->setValue(length);
    QCOMPARE(bench.length()->text(), text);
    QCoreApplication::removeTranslator(&plurals);
}

void TestQueryForm::theEndIsInTheWorkspacesZone()
{
    Bench bench;
    bench.endKind()->setFocus();
    QTest::keyClick(bench.endKind(), Qt::Key_Down);
    QVERIFY(bench.end()->isVisible());
    QCOMPARE(std::get<LastUnits>(bench.last().range).endingAt, std::optional(bench.clock.now()));
    QCOMPARE(bench.end()->dateTime().time(), QTime(14, 5)); // Paris
    bench.end()->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(std::get<LastUnits>(bench.last().range).endingAt,
             std::optional(utc(u"2026-06-30T22:00:00Z"_s)));
    bench.form.setZone(QTimeZone("America/New_York"));
    QCOMPARE(bench.end()->dateTime().date(), QDate(2026, 6, 30));
}

void TestQueryForm::anEndInTheFutureIsRefused()
{
    View view = checkouts();
    std::get<LastUnits>(view.query.range).endingAt = utc(u"2026-11-20T12:00:00Z"_s);
    Bench bench{view};
    bench.end()->setFocus();
    bench.end()->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 6), Qt::UTC));
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.end()->property("invalid").toBool());
    QVERIFY(bench.label(u"endProblem"_s)->isVisible());
    QTest::keyClick(bench.end(), Qt::Key_Return);
    QCOMPARE(bench.end()->dateTime().time(), QTime(14, 5));
    QVERIFY(!bench.end()->property("invalid").toBool());
    QVERIFY(bench.label(u"endProblem"_s)->isVisible()); // why it is another time
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(std::get<LastUnits>(bench.last().range).endingAt, std::optional(bench.clock.now()));
}

void TestQueryForm::backToNowForgetsTheEnd()
{
    View view = checkouts();
    std::get<LastUnits>(view.query.range).endingAt = utc(u"2026-11-20T12:00:00Z"_s);
    Bench bench{view};
    bench.endKind()->setFocus();
    QTest::keyClick(bench.endKind(), Qt::Key_Up);
    QVERIFY(!std::get<LastUnits>(bench.last().range).endingAt.has_value());
    QVERIFY(bench.end()->isHidden());
}

void TestQueryForm::anEndInAMissingHourIsStillATime()
{
    View view = checkouts();
    std::get<LastUnits>(view.query.range).endingAt = utc(u"2026-03-20T12:00:00Z"_s);
    Bench bench{view};
    bench.end()->setDateTime(QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC));
    QCOMPARE(bench.spy.size(), 1);
    QVERIFY(std::get<LastUnits>(bench.last().range).endingAt->isValid());
    const qint64 gap =
        std::get<LastUnits>(bench.last().range).endingAt->secsTo(utc(u"2026-03-29T01:00:00Z"_s));
    QVERIFY(qAbs(gap) <= 3600);
}

void TestQueryForm::theHintSaysTheDates_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("hint");
    QTest::newRow("until now") << 30 << QString() << u"25 Oct – 23 Nov 2026"_s;
    QTest::newRow("until a midnight, which is exclusive")
        << 2 << u"2026-11-19T23:00:00Z"_s << u"18 – 19 Nov 2026"_s;
    QTest::newRow("across a year")
        << 2 << u"2026-01-01T12:00:00Z"_s << u"31 Dec 2025 – 1 Jan 2026"_s;
}

void TestQueryForm::theHintSaysTheDates()
{
    QFETCH(int, length);
    QFETCH(QString, end);
    QFETCH(QString, hint);
    View view = checkouts();
    view.query.range = LastUnits{.length = length};
    if (!end.isEmpty()) {
        std::get<LastUnits>(view.query.range).endingAt = utc(end);
    }
    const Bench bench{view};
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), hint);
}

void TestQueryForm::theUnitIsChosenByKey()
{
    Bench bench;
    bench.find<QToolButton>(u"dayButton"_s)->setFocus();
    QTest::keyClick(bench.find<QToolButton>(u"dayButton"_s), Qt::Key_Left);
    QCOMPARE(bench.last().unit, Unit::Hour);
    QCOMPARE(std::get<LastUnits>(bench.last().range).length, 30);
}

void TestQueryForm::theWheelChangesNothingByPassing()
{
    Bench bench;
    bench.find<QLineEdit>(u"eventField"_s)->setFocus();
    QWheelEvent wheel(QPointF(5, 5),
                      bench.length()->mapToGlobal(QPointF(5, 5)),
                      {},
                      QPoint(0, 120),
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(bench.length(), &wheel);
    QCOMPARE(bench.length()->value(), 30);
    QCOMPARE(bench.spy.size(), 0);
}

void TestQueryForm::withoutSegmentsListTheIdIsAskedFor()
{
    Catalog catalog;
    catalog.segmentsState = ListState::NotPermitted;
    const Bench bench{checkouts(), catalog};
    QVERIFY(bench.label(u"segmentHint"_s)->isVisible());
    QVERIFY(bench.label(u"segmentHint"_s)->text().contains(u"segments.list"_s));
    QVERIFY(bench.find<QPushButton>(u"addSegmentLink"_s)->isVisible());
}

void TestQueryForm::tabReachesEverything()
{
    Bench bench;
    bench.form.setStarred({u"app_open"_s});
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
    const QString last = reached.takeLast(); // one of the row's; the arrow keys do the rest
    QVERIFY2(last == u"dayButton" || last == u"hourButton", qUtf8Printable(last));
    QCOMPARE(reached,
             (QStringList{u"eventField"_s,
                          u"starButton"_s,
                          u"eventChip0"_s,
                          u"segmentFilter"_s,
                          u"segmentList"_s,
                          u"addSegmentLink"_s,
                          u"appField"_s,
                          u"lengthField"_s,
                          u"endKind"_s}));
}

void TestQueryForm::everyFieldHasAName()
{
    const Bench bench;
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
