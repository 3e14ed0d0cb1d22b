// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/look.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

SeriesId idFor(const QString &event, const QString &segment)
{
    return {.event = event, .segmentId = segment};
}

/// Two events of all users and two segments.
Query sixSeries()
{
    Query query;
    query.events = QStringList{u"buy"_s, u"visit"_s};
    query.segments = {{}, {.id = u"gold"_s}, {.id = u"silver"_s}};
    return query;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void nothingHiddenIsAllOfIt();
    static void aSegmentThatIsNowhereIsLeftOut();
    static void anEventThatIsNowhereIsLeftOut();
    static void whatIsSomewhereStays();
    static void allHiddenIsAllOfIt();
};

void TestLook::nothingHiddenIsAllOfIt()
{
    QCOMPARE(shownPart(sixSeries(), {}), sixSeries());
    QCOMPARE(shownPart(sixSeries(), {idFor(u"other"_s, {})}), sixSeries());
}

void TestLook::aSegmentThatIsNowhereIsLeftOut()
{
    const Query part = shownPart(sixSeries(),
                                 {idFor(u"buy"_s, u"gold"_s), idFor(u"visit"_s, u"gold"_s)});
    QCOMPARE(part.segments, (std::vector<Choice>{{}, {.id = u"silver"_s}}));
    QCOMPARE(part.events, sixSeries().events);
    QCOMPARE(part.apps, sixSeries().apps);
}

void TestLook::anEventThatIsNowhereIsLeftOut()
{
    const Query part = shownPart(
        sixSeries(),
        {idFor(u"visit"_s, {}), idFor(u"visit"_s, u"gold"_s), idFor(u"visit"_s, u"silver"_s)});
    QCOMPARE(part.events, QStringList{u"buy"_s});
    QCOMPARE(part.segments, sixSeries().segments);
}

void TestLook::whatIsSomewhereStays()
{
    QCOMPARE(shownPart(sixSeries(), {idFor(u"buy"_s, u"gold"_s)}), sixSeries());
}

void TestLook::allHiddenIsAllOfIt()
{
    std::vector<SeriesId> all;
    for (const SeriesKey &key : seriesOf(sixSeries())) {
        all.push_back(idOf(key));
    }
    QCOMPARE(all.size(), std::size_t{6});
    QCOMPARE(shownPart(sixSeries(), all), sixSeries());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestLook)
#include "tst_look.moc"
