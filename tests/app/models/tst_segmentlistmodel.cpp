// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/segmentlistmodel.h"
#include "tests/support/strictness.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestSegmentListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void allUsersLeadsThenTrackedByNameThenUntracked();
    static void anUntrackedSegmentCanNotBeChosenAndSaysWhy();
    static void anUntrackedSegmentThatAViewChoseCanBeLeft();
    static void segmentsAddedByIdAreListed();
    static void theWorkspacesOwnListWinsOverAnAddedSegment();
    static void aChosenSegmentThatIsUnknownIsStillShown();
    static void choosingKeepsTheOrderOfChoosing();
    static void allUsersAlwaysLeadsTheChosen();
    static void settingTheChosenIsSilent();
    static void atMostTwentyFiveAreChosen();
    static void allUsersIsNotCounted();
    static void aFilterHidesRowsButLeavesTheChosen();
    static void aColourBelongsToItsSegment();
    static void namesOfOthersAreEscapedInTheToolTip();
    static void anIdStandsInForAMissingName();
};

namespace {

std::vector<Segment> shop()
{
    return {{.id = u"v"_s, .name = u"VIP"_s, .tracked = false},
            {.id = u"s"_s, .name = u"silver"_s, .tracked = true},
            {.id = u"g"_s, .name = u"Gold"_s, .tracked = true},
            {.id = u"a"_s, .name = u"Abroad"_s, .tracked = false}};
}

QStringList shownBy(const SegmentListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names.append(model.index(row).data().toString());
    }
    return names;
}

QModelIndex rowOf(const SegmentListModel &model, const QString &id)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row).data(SegmentListModel::IdRole).toString() == id) {
            return model.index(row);
        }
    }
    return {};
}

bool tick(SegmentListModel &model, const QString &id, Qt::CheckState state = Qt::Checked)
{
    return model.setData(rowOf(model, id), state, Qt::CheckStateRole);
}

QStringList idsOf(const std::vector<Choice> &choices)
{
    QStringList ids;
    for (const Choice &choice : choices) {
        ids.append(choice.id);
    }
    return ids;
}

std::vector<Segment> manySegments(int count)
{
    std::vector<Segment> segments;
    segments.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        segments.push_back(
            {.id = u"id%1"_s.arg(i), .name = u"Segment %1"_s.arg(i), .tracked = true});
    }
    return segments;
}

} // namespace

void TestSegmentListModel::allUsersLeadsThenTrackedByNameThenUntracked()
{
    SegmentListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shownBy(model), QStringList{u"All users"_s});
    model.setSegments(shop());
    QCOMPARE(shownBy(model),
             (QStringList{u"All users"_s, u"Gold"_s, u"silver"_s, u"Abroad"_s, u"VIP"_s}));
}

void TestSegmentListModel::anUntrackedSegmentCanNotBeChosenAndSaysWhy()
{
    SegmentListModel model;
    model.setSegments(shop());
    const QModelIndex vip = rowOf(model, u"v"_s);
    QVERIFY(!model.flags(vip).testFlag(Qt::ItemIsEnabled));
    QVERIFY(model.flags(rowOf(model, u"g"_s)).testFlag(Qt::ItemIsEnabled));
    QVERIFY(!tick(model, u"v"_s));
    QVERIFY(!model.choose(u"v"_s, true));
    QCOMPARE(model.chosen().size(), std::size_t{0});
    QCOMPARE(vip.data(SegmentListModel::ReasonRole).toString(), u"not tracked"_s);
    const QString reason = vip.data(Qt::ToolTipRole).toString();
    QVERIFY(reason.contains(u"no analytics tracking"_s));
    QVERIFY(reason.contains(u"Switch it on"_s));
    QVERIFY(!rowOf(model, u"g"_s).data(Qt::ToolTipRole).isValid());
}

void TestSegmentListModel::anUntrackedSegmentThatAViewChoseCanBeLeft()
{
    SegmentListModel model;
    model.setSegments(shop());
    model.setChosen({{.id = u"v"_s, .label = u"VIP"_s}});
    QVERIFY(model.flags(rowOf(model, u"v"_s)).testFlag(Qt::ItemIsEnabled));
    QVERIFY(tick(model, u"v"_s, Qt::Unchecked));
    QVERIFY(model.chosen().empty());
    QVERIFY(!model.flags(rowOf(model, u"v"_s)).testFlag(Qt::ItemIsEnabled));
}

void TestSegmentListModel::segmentsAddedByIdAreListed()
{
    SegmentListModel model;
    model.setSegments(shop());
    model.setAdded({{.id = u"mine"_s, .label = u"My own"_s}});
    QCOMPARE(shownBy(model).at(2), u"My own"_s);
    QVERIFY(tick(model, u"mine"_s));
    QCOMPARE(model.chosen(), (std::vector<Choice>{Choice{.id = u"mine"_s, .label = u"My own"_s}}));
}

void TestSegmentListModel::theWorkspacesOwnListWinsOverAnAddedSegment()
{
    SegmentListModel model;
    model.setAdded({{.id = u"v"_s, .label = u"Very important"_s}});
    model.setSegments(shop());
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(rowOf(model, u"v"_s).data().toString(), u"VIP"_s);
    QVERIFY(!model.flags(rowOf(model, u"v"_s)).testFlag(Qt::ItemIsEnabled));
}

void TestSegmentListModel::aChosenSegmentThatIsUnknownIsStillShown()
{
    SegmentListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSegments(shop());
    model.setChosen({{.id = u"gone"_s, .label = u"Deleted"_s}});
    const QModelIndex gone = rowOf(model, u"gone"_s);
    QCOMPARE(gone.data().toString(), u"Deleted"_s);
    QCOMPARE(gone.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(tick(model, u"gone"_s, Qt::Unchecked));
    QVERIFY(tick(model, u"gone"_s)); // and back, as long as the list is what it was
}

void TestSegmentListModel::choosingKeepsTheOrderOfChoosing()
{
    SegmentListModel model;
    model.setSegments(shop());
    tick(model, u"s"_s);
    tick(model, u"g"_s);
    QCOMPARE(idsOf(model.chosen()), (QStringList{u"s"_s, u"g"_s}));
    QCOMPARE(model.chosen().front().label, u"silver"_s);
}

void TestSegmentListModel::allUsersAlwaysLeadsTheChosen()
{
    SegmentListModel model;
    model.setSegments(shop());
    tick(model, u"g"_s);
    tick(model, {});
    QCOMPARE(model.chosen().front(), Choice());
    QCOMPARE(idsOf(model.chosen()), (QStringList{QString(), u"g"_s}));
}

void TestSegmentListModel::settingTheChosenIsSilent()
{
    SegmentListModel model;
    model.setSegments(shop());
    const QSignalSpy spy(&model, &SegmentListModel::chosenChanged);
    model.setChosen({{}, {.id = u"g"_s, .label = u"Gold"_s}});
    QCOMPARE(spy.size(), 0);
    tick(model, u"s"_s);
    QCOMPARE(spy.size(), 1);
    tick(model, u"s"_s); // as it is already
    QCOMPARE(spy.size(), 1);
}

void TestSegmentListModel::atMostTwentyFiveAreChosen()
{
    SegmentListModel model;
    model.setSegments(manySegments(26));
    const QSignalSpy full(&model, &SegmentListModel::fullyChosen);
    for (int i = 0; i < 25; ++i) {
        QVERIFY(tick(model, u"id%1"_s.arg(i)));
    }
    QCOMPARE(full.size(), 0);
    QVERIFY(!tick(model, u"id25"_s));
    QCOMPARE(full.size(), 1);
    QCOMPARE(model.chosenCount(), 25);
    QVERIFY(tick(model, u"id3"_s, Qt::Unchecked));
    QVERIFY(tick(model, u"id25"_s));
}

void TestSegmentListModel::allUsersIsNotCounted()
{
    SegmentListModel model;
    model.setSegments(manySegments(25));
    for (int i = 0; i < 25; ++i) {
        tick(model, u"id%1"_s.arg(i));
    }
    QVERIFY(tick(model, {}));
    QCOMPARE(model.chosenCount(), 25);
    QCOMPARE(model.chosen().size(), std::size_t{26});
}

void TestSegmentListModel::aFilterHidesRowsButLeavesTheChosen()
{
    SegmentListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSegments(shop());
    model.setChosen({{.id = u"g"_s, .label = u"Gold"_s}});
    model.setFilter(u"LVE"_s);
    QCOMPARE(shownBy(model), QStringList{u"silver"_s});
    QCOMPARE(idsOf(model.chosen()), QStringList{u"g"_s});
    QCOMPARE(model.totalCount(), 5);
    model.setFilter(u"xyz"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 5);
}

void TestSegmentListModel::aColourBelongsToItsSegment()
{
    SegmentListModel model;
    model.setSegments(shop());
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    model.setColorSlots({{u"g"_s, 4}});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(rowOf(model, u"g"_s).data(SegmentListModel::ColorSlotRole).toInt(), 4);
    QCOMPARE(rowOf(model, {}).data(SegmentListModel::ColorSlotRole).toInt(), -1);
    QCOMPARE(rowOf(model, u"s"_s).data(SegmentListModel::ColorSlotRole).toInt(),
             SegmentListModel::noColorSlot);
}

void TestSegmentListModel::namesOfOthersAreEscapedInTheToolTip()
{
    SegmentListModel model;
    model.setSegments({{.id = u"x"_s, .name = u"<img src=/dev/zero> %1"_s, .tracked = false}});
    const QModelIndex row = rowOf(model, u"x"_s);
    QCOMPARE(row.data().toString(), u"<img src=/dev/zero> %1"_s);
    QVERIFY(row.data(Qt::ToolTipRole)
                .toString()
                .startsWith(u"<qt>&lt;img src=/dev/zero&gt; %1 has no"_s));
}

void TestSegmentListModel::anIdStandsInForAMissingName()
{
    SegmentListModel model;
    model.setChosen({{.id = u"4711"_s}});
    QCOMPARE(rowOf(model, u"4711"_s).data().toString(), u"4711"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSegmentListModel)

#include "tst_segmentlistmodel.moc"
