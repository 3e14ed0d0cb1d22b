// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/serieslooks.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

using Slots = QHash<QString, int>;

Query queryOf(const QStringList &events, const QStringList &segments)
{
    Query query;
    query.events = events;
    query.segments.clear();
    for (const QString &segment : segments) {
        query.segments.push_back({.id = segment, .label = segment.toUpper()});
    }
    return query;
}

/// The answer to @p query without the series at @p failed.
Dataset answerTo(const Query &query, const std::vector<std::size_t> &failed = {})
{
    Dataset dataset;
    const std::vector<SeriesKey> keys = seriesOf(query);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (std::find(failed.begin(), failed.end(), i) == failed.end()) {
            dataset.series.push_back({.key = keys[i]});
        }
    }
    return dataset;
}

/// "GOLD 1": a line per series with its name and slot.
QStringList linesOf(const std::vector<DatasetModel::Look> &looks)
{
    QStringList lines;
    for (const DatasetModel::Look &look : looks) {
        lines.append(u"%1 %2"_s.arg(look.name).arg(look.colorSlot));
    }
    return lines;
}

} // namespace

class TestSeriesLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }

    static void aSegmentHasItsOwnColour_data()
    {
        QTest::addColumn<QStringList>("segments");
        QTest::addColumn<Slots>("slotsHeld");
        QTest::addColumn<QStringList>("lines");
        const Slots held{{u"gold"_s, 2}, {u"basic"_s, 0}};
        QTest::newRow("all users are neutral")
            << QStringList{QString()} << Slots() << QStringList{u"Everybody -1"_s};
        QTest::newRow("the workspace knows them")
            << QStringList{QString(), u"basic"_s, u"gold"_s} << held
            << QStringList{u"Everybody -1"_s, u"BASIC 0"_s, u"GOLD 2"_s};
        QTest::newRow("in any order")
            << QStringList{u"gold"_s, u"basic"_s} << held << QStringList{u"GOLD 2"_s, u"BASIC 0"_s};
        QTest::newRow("the workspace knows none")
            << QStringList{u"a"_s, QString(), u"b"_s} << Slots()
            << QStringList{u"A 0"_s, u"Everybody -1"_s, u"B 1"_s};
        QTest::newRow("one that it does not know takes nobody's")
            << QStringList{u"a"_s, u"basic"_s, u"b"_s, u"gold"_s} << held
            << QStringList{u"A 1"_s, u"BASIC 0"_s, u"B 3"_s, u"GOLD 2"_s};
    }

    static void aSegmentHasItsOwnColour()
    {
        QFETCH(QStringList, segments);
        QFETCH(Slots, slotsHeld);
        QFETCH(QStringList, lines);
        const Query query = queryOf({u"e"_s}, segments);
        QCOMPARE(linesOf(looksOf(query, answerTo(query), slotsHeld, u"Everybody"_s)), lines);
    }

    static void otherwiseColoursGoByOrder()
    {
        const Query events = queryOf({u"e"_s, u"f"_s}, {QString(), u"gold"_s});
        QCOMPARE(
            linesOf(looksOf(events, answerTo(events), {{u"gold"_s, 5}}, u"Everybody"_s)),
            (QStringList{
                u"e · Everybody 0"_s, u"e · GOLD 1"_s, u"f · Everybody 2"_s, u"f · GOLD 3"_s}));
        Query apps = queryOf({u"e"_s}, {QString()});
        apps.apps = {{}, {.id = u"ios"_s, .label = u"iPhone"_s}};
        const auto looks = looksOf(apps, answerTo(apps), {}, u"Everybody"_s);
        QCOMPARE(looks.size(), std::size_t{2});
        QCOMPARE(looks.at(0).colorSlot, 0);
        QCOMPARE(looks.at(1).colorSlot, 1);
        QVERIFY(looks.at(1).name.contains(u"iPhone"));
    }

    static void aSeriesThatFailedKeepsItsColourFree()
    {
        const Query segments = queryOf({u"e"_s}, {u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(linesOf(looksOf(segments, answerTo(segments, {0}), {}, {})),
                 (QStringList{u"B 1"_s, u"C 2"_s}));
        const Query events = queryOf({u"e"_s, u"f"_s, u"g"_s}, {QString()});
        QCOMPARE(linesOf(looksOf(events, answerTo(events, {1}), {}, {})),
                 (QStringList{u"e 0"_s, u"g 2"_s}));
    }

    static void withoutANameForAllUsersTheEventStandsThere()
    {
        const Query query = queryOf({u"e"_s}, {QString(), u"gold"_s});
        QCOMPARE(linesOf(looksOf(query, answerTo(query), {}, {})),
                 (QStringList{u"e -1"_s, u"GOLD 0"_s}));
    }

    static void nothingLoadedHasNoLooks()
    {
        const Query query = queryOf({u"e"_s}, {u"a"_s});
        QVERIFY(looksOf(query, answerTo(query, {0}), {}, {}).empty());
    }

    static void allAreHiddenOnlyIfEachIs()
    {
        QVERIFY(!isAllHidden({}));
        QVERIFY(!isAllHidden({{.hidden = true}, {.hidden = false}}));
        QVERIFY(isAllHidden({{.hidden = true}, {.hidden = true}}));
    }
};

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSeriesLooks)

#include "tst_serieslooks.moc"
