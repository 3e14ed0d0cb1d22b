// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/overview.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace emberline::test {

namespace {

constexpr int yearLong = 360;
constexpr int before = 240; ///< days of them before the range
constexpr int rangeLong = 60;

/// The range lies in the middle of a year: sixty days of it.
Dataset rangeOf(const Dataset &year)
{
    Dataset range = year;
    range.times = {year.times.begin() + before, year.times.begin() + before + rangeLong};
    Series &series = range.series.front();
    series.values.resize(rangeLong);
    series.states.resize(rangeLong);
    return range;
}

} // namespace

/// The overview when more is known than the range.
class TestOverviewAround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWindowIsTheRangeAmongAllThatIsHeld();
    void otherDataForgetsWhatWasAround();
    void whatDoesNotHoldTheRangeIsNotShown();
    void withinTheRangeAHandleZooms();
    void beyondItADragMovesTheRange();
    void aZoomTakesTheRangeAlong();
    void aHandleBeyondWidensTheRange();
    void aClickFarAwayMovesThere();
    void keysMoveTheRangeToo();
    void escKeepsTheRange();
    void aDoubleClickShowsTheRange();

private:
    BucketTime day(int index) const { return m_year.times[static_cast<std::size_t>(index)]; }
    Zoom days(int first, int last) const { return {.first = day(first), .last = day(last)}; }
    int xOf(double place) const
    {
        return m_overview->strip().left()
             + qRound((place + 0.5) / yearLong * m_overview->strip().width());
    }
    int middle() const { return m_overview->strip().center().y(); }
    void press(int x) { QTest::mousePress(m_overview.get(), Qt::LeftButton, {}, {x, middle()}); }
    void move(int x) { QTest::mouseMove(m_overview.get(), {x, middle()}); }
    void release(int x)
    {
        QTest::mouseRelease(m_overview.get(), Qt::LeftButton, {}, {x, middle()});
    }
    void drag(int from, int to)
    {
        press(from);
        move((from + to) / 2);
        move(to);
        release(to);
    }
    /// The range that was asked for, and what is to be shown of it.
    Zoom askedRange() const { return m_asked->constFirst().at(0).value<Zoom>(); }
    std::optional<Zoom> askedZoom() const
    {
        return m_asked->constFirst().at(1).value<std::optional<Zoom>>();
    }

    Dataset m_year;
    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<Overview> m_overview;
    std::unique_ptr<QSignalSpy> m_asked;
    std::unique_ptr<QSignalSpy> m_zoomed;
};

void TestOverviewAround::init()
{
    failOnAnyWarning();
    m_year = daysOf(std::vector<double>(yearLong, 500));
    const Dataset range = rangeOf(m_year);
    m_model = std::make_unique<DatasetModel>();
    m_model->setDataset(std::make_shared<const Dataset>(range), looksFor(range));
    m_overview = std::make_unique<Overview>();
    m_overview->setModel(m_model.get());
    m_overview->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_overview->resize(760, 72);
    m_overview->setEdges(20, 740); // two pixels a day
    m_overview->setAround(std::make_shared<const Dataset>(m_year));
    m_overview->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_overview.get()));
    m_asked = std::make_unique<QSignalSpy>(m_overview.get(), &Overview::rangeAsked);
    m_zoomed = std::make_unique<QSignalSpy>(m_overview.get(), &Overview::zoomed);
}

void TestOverviewAround::theWindowIsTheRangeAmongAllThatIsHeld()
{
    QCOMPARE(m_overview->window().left(), xOf(before - 0.5));
    QCOMPARE(m_overview->window().width(), 2 * rangeLong);
    QVERIFY(!m_overview->grab().isNull());
}

void TestOverviewAround::otherDataForgetsWhatWasAround()
{
    const Dataset range = rangeOf(m_year);
    m_model->setDataset(std::make_shared<const Dataset>(range), looksFor(range));
    QCOMPARE(m_overview->window(), m_overview->strip());
}

void TestOverviewAround::whatDoesNotHoldTheRangeIsNotShown()
{
    const QRect window = m_overview->window();
    m_overview->setAround(std::make_shared<const Dataset>(daysOf({1, 2, 3})));
    QCOMPARE(m_overview->window(), window);
}

void TestOverviewAround::withinTheRangeAHandleZooms()
{
    drag(m_overview->window().left(), m_overview->window().left() + 40);
    QCOMPARE(m_asked->size(), 0);
    QVERIFY(!m_zoomed->isEmpty());
    QCOMPARE(m_zoomed->constLast().at(0).value<std::optional<Zoom>>(),
             std::optional(days(before + 20, before + rangeLong - 1)));
}

void TestOverviewAround::beyondItADragMovesTheRange()
{
    press(xOf(before + 30));
    move(xOf(before));
    QCOMPARE(m_asked->size(), 0); // not before it ends
    move(xOf(before - 70));
    release(xOf(before - 70));
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(m_zoomed->size(), 0);
    QCOMPARE(askedRange(), days(before - 100, before - 100 + rangeLong - 1));
    QCOMPARE(askedZoom(), std::optional<Zoom>());
}

void TestOverviewAround::aZoomTakesTheRangeAlong()
{
    m_overview->setZoom(days(before + 10, before + 19));
    drag(xOf(before + 14), xOf(before + 94));
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(askedRange(), days(before + 99 - rangeLong + 1, before + 99));
    QCOMPARE(askedZoom(), std::optional(days(before + 90, before + 99)));
}

void TestOverviewAround::aHandleBeyondWidensTheRange()
{
    drag(m_overview->window().left(), xOf(100));
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(askedRange(), days(100, before + rangeLong - 1));
    QCOMPARE(askedZoom(), std::optional<Zoom>());
}

void TestOverviewAround::aClickFarAwayMovesThere()
{
    QTest::mouseClick(m_overview.get(), Qt::LeftButton, {}, {m_overview->strip().left() + 1, 20});
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(askedRange(), days(0, rangeLong - 1));
}

void TestOverviewAround::keysMoveTheRangeToo()
{
    QTest::keyClick(m_overview.get(), Qt::Key_Left);
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(askedRange(), days(before - 6, before - 6 + rangeLong - 1));
}

void TestOverviewAround::escKeepsTheRange()
{
    const QRect window = m_overview->window();
    press(xOf(before + 30));
    move(xOf(before - 70));
    QVERIFY(m_overview->window() != window);
    QTest::keyClick(m_overview.get(), Qt::Key_Escape);
    QCOMPARE(m_overview->window(), window);
    release(xOf(before - 70));
    QCOMPARE(m_asked->size(), 0);
}

void TestOverviewAround::aDoubleClickShowsTheRange()
{
    m_overview->setZoom(days(before + 10, before + 19));
    QTest::mouseDClick(m_overview.get(), Qt::LeftButton, {}, {xOf(before + 14), middle()});
    QCOMPARE(m_asked->size(), 0);
    QCOMPARE(m_overview->window().width(), 2 * rangeLong);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestOverviewAround)

#include "tst_overviewaround.moc"
