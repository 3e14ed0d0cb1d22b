// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

View plain()
{
    View view;
    view.query.events = QStringList{u"checkout_completed"_s};
    return view;
}

/// Everything that a view can say besides its query.
View rich()
{
    View view = plain();
    view.comparison = {.kind = ComparisonKind::Custom,
                       .periods = 2,
                       .start = QDate(2026, 3, 1),
                       .matchWeekdays = false};
    view.look = {.layout = ChartLayout::SideBySide,
                 .hidden = {{.event = u"checkout_completed"_s, .segmentId = u"s-1"_s},
                            {.event = u"<b>&\""_s, .appId = u"a-1"_s}},
                 .zoom = Zoom{.first = bucketOfDay({2026, 11, 1}), .last = 1'795'000'000'123},
                 .completeOnly = true,
                 .panels = {.split = PanelSplit::App,
                            .order = PanelOrder::Change,
                            .columns = 3,
                            .ownScale = true,
                            .linkedCrosshair = false,
                            .ghosts = true}};
    return view;
}

using Edit = std::function<void(QJsonObject &)>;

/// The JSON of rich() with its object @p place ("look.panels") edited.
QJsonObject edited(QJsonObject object, const QStringList &place, const Edit &edit)
{
    if (place.isEmpty()) {
        edit(object);
        return object;
    }
    const QString &key = place.constFirst();
    object.insert(key, edited(object.value(key).toObject(), place.mid(1), edit));
    return object;
}

Edit put(const QString &key, const QJsonValue &value)
{
    return [key, value](QJsonObject &object) {
        object.insert(key, value);
    };
}

Edit drop(const QString &key)
{
    return [key](QJsonObject &object) {
        object.remove(key);
    };
}

} // namespace

/// Comparison and look of a view in its JSON.
class TestViewLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aViewSurvivesItsFile_data();
    static void aViewSurvivesItsFile();
    static void aFileOfAnOlderProgramHasNeither_data();
    static void aFileOfAnOlderProgramHasNeither();
    static void whatIsWrongIsToldByItsPlace_data();
    static void whatIsWrongIsToldByItsPlace();
};

void TestViewLook::aViewSurvivesItsFile_data()
{
    QTest::addColumn<View>("view");
    QTest::newRow("nothing said") << plain();
    QTest::newRow("everything said") << rich();
    for (const ComparisonKind kind : {ComparisonKind::PreviousPeriod, ComparisonKind::LastYear}) {
        View view = plain();
        view.comparison = {.kind = kind, .periods = 4, .matchWeekdays = true};
        QTest::addRow("comparison %d", static_cast<int>(kind)) << view;
    }
    for (const PanelSplit split : {PanelSplit::Segment, PanelSplit::App, PanelSplit::Event}) {
        for (const PanelOrder order :
             {PanelOrder::AsChosen, PanelOrder::Total, PanelOrder::Change, PanelOrder::Name}) {
            View view = plain();
            view.look.panels = {.split = split, .order = order, .columns = mostPanelColumns};
            QTest::addRow("panels %d %d", static_cast<int>(split), static_cast<int>(order)) << view;
        }
    }
}

void TestViewLook::aViewSurvivesItsFile()
{
    QFETCH(View, view);
    const QByteArray bytes = QJsonDocument(toJson(view)).toJson();
    const Result<View> read = viewFromBytes(bytes);
    QVERIFY2(read, read ? "" : qUtf8Printable(read.error().detail));
    QVERIFY(*read == view);
}

void TestViewLook::aFileOfAnOlderProgramHasNeither_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("the first") << 1;
    QTest::newRow("the second") << 2;
}

void TestViewLook::aFileOfAnOlderProgramHasNeither()
{
    QFETCH(int, version);
    QJsonObject json = toJson(rich());
    json.remove(u"comparison"_s);
    json.remove(u"look"_s);
    json.insert(u"version"_s, version);
    if (version == 1) {
        QJsonObject query = json.value(u"query"_s).toObject();
        query.remove(u"granularity"_s);
        json.insert(u"query"_s, query);
    }
    const Result<View> read = viewFromJson(json);
    QVERIFY2(read, read ? "" : qUtf8Printable(read.error().detail));
    QVERIFY(*read == plain());
    json.insert(u"look"_s, QJsonObject());
    QVERIFY(!viewFromJson(json)); // it is not known there
}

void TestViewLook::whatIsWrongIsToldByItsPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("told");
    const auto row =
        [](const char *name, const QString &place, const Edit &edit, const QString &told) {
            QTest::newRow(name) << place << edit << told;
        };
    const auto comparison = u"comparison"_s;
    const auto look = u"look"_s;
    const auto panels = u"look.panels"_s;
    const auto zoom = u"look.zoom"_s;
    row("no comparison", {}, drop(u"comparison"_s), u"comparison"_s);
    row("no look", {}, drop(u"look"_s), u"look"_s);
    row("unknown kind", comparison, put(u"with"_s, u"tomorrow"_s), u"comparison.with"_s);
    row("no period", comparison, put(u"periods"_s, 0), u"comparison.periods"_s);
    row("five periods", comparison, put(u"periods"_s, 5), u"comparison.periods"_s);
    row("half a period", comparison, put(u"periods"_s, 1.5), u"comparison.periods"_s);
    row("custom from nowhere", comparison, drop(u"start"_s), u"comparison.start"_s);
    row("no date", comparison, put(u"start"_s, u"2026-02-30"_s), u"comparison.start"_s);
    row("weekdays as text",
        comparison,
        put(u"match_weekdays"_s, u"yes"_s),
        u"comparison.match_weekdays"_s);
    row("more than known", comparison, put(u"shift"_s, 1), u"comparison.shift"_s);
    row("unknown layout", look, put(u"layout"_s, u"pie"_s), u"look.layout"_s);
    row("no layout", look, drop(u"layout"_s), u"look.layout"_s);
    row("complete as number", look, put(u"complete_only"_s, 1), u"look.complete_only"_s);
    row("hidden as text", look, put(u"hidden"_s, u"all"_s), u"look.hidden"_s);
    row("hidden without a segment",
        look,
        put(u"hidden"_s, QJsonArray{QJsonObject{{u"event"_s, u"a"_s}, {u"app"_s, QString()}}}),
        u"look.hidden"_s);
    row("unknown in look", look, put(u"colour"_s, u"red"_s), u"look.colour"_s);
    row("zoom to the left",
        zoom,
        put(u"last"_s, u"2026-10-01T00:00:00.000Z"_s),
        u"look.zoom.last"_s);
    row("zoom without an offset",
        zoom,
        put(u"first"_s, u"2026-10-01T00:00:00"_s),
        u"look.zoom.first"_s);
    row("half a zoom", zoom, drop(u"last"_s), u"look.zoom.last"_s);
    row("seven columns", panels, put(u"columns"_s, 7), u"look.panels.columns"_s);
    row("unknown order", panels, put(u"order"_s, u"size"_s), u"look.panels.order"_s);
    row("unknown split", panels, put(u"split"_s, QString()), u"look.panels.split"_s);
    row("no ghosts", panels, drop(u"ghosts"_s), u"look.panels.ghosts"_s);
}

void TestViewLook::whatIsWrongIsToldByItsPlace()
{
    QFETCH(QString, place);
    QFETCH(Edit, edit);
    QFETCH(QString, told);
    const QJsonObject json = edited(
        toJson(rich()), place.isEmpty() ? QStringList() : place.split(u'.'), edit);
    const Result<View> read = viewFromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(told), qUtf8Printable(read.error().detail));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestViewLook)
#include "tst_viewlook.moc"
