// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/chartview.h"
#include "ui/chart/overview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace emberline::test {

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itIsShownForManyBuckets();
    void itIsShownWhenMoreIsKeptAroundTheRange();
    void itIsShownWhenZoomed();
    void aLowChartKeepsItsHeight();
    void itIsAsWideAsThePlot();
    void draggingTheWindowPans();
    void aHandleResizes_data();
    void aHandleResizes();
    void aHandleStopsAtTheOther();
    void aDragBesideSelectsAnew();
    void aClickBesideBringsTheWindow();
    void aDragAcrossTheWholeSelects();
    void aDoubleClickShowsAll();
    void keysMoveAndResize();
    void escTakesADragBack();
    void theRestIsPale_data();
    void theRestIsPale();
    void everyPeakIsSeen();
    void hiddenSeriesAreNotDrawn();
    void aScreenReaderHearsWhatIsShown();
    void oddDataIsPainted();

private:
    void load(const Dataset &dataset);
    void zoom(std::size_t first, std::size_t last);
    void drag(int from, int to);
    int xOf(double place) const;
    int edge(bool last) const;
    BucketSpan shown() const { return m_chart->chartScene().frame().shown(); }
    int middle() const { return m_overview->strip().center().y(); }
    QImage image() { return m_overview->grab().toImage(); }

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<ChartPanel> m_panel;
    ChartView *m_chart = nullptr; // the panel's
    Overview *m_overview = nullptr;
};

namespace {

constexpr int yearLong = 365;

BucketSpan span(std::size_t first, std::size_t last)
{
    return {.first = first, .last = last};
}

} // namespace

void TestOverview::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_chart = new ChartView; // the panel's
    m_overview = new Overview; // the same
    m_panel = std::make_unique<ChartPanel>(m_chart, m_overview);
    m_chart->setModel(m_model.get());
    m_overview->setModel(m_model.get());
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    m_panel->setLocale(english);
    // Whoever owns both tells each what the other did.
    connect(m_chart, &ChartView::zoomed, m_overview, &Overview::setZoom);
    connect(m_overview, &Overview::zoomed, m_chart, &ChartView::setZoom);
    m_panel->resize(900, 520);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    load(daysOf(std::vector<double>(yearLong, 500)));
    QTRY_VERIFY(m_overview->isVisible());
}

void TestOverview::cleanup()
{
    m_panel.reset();
    m_model.reset();
}

void TestOverview::load(const Dataset &dataset)
{
    m_model->setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    m_chart->chartScene().showChanges();
}

void TestOverview::zoom(std::size_t first, std::size_t last)
{
    const std::optional<Zoom> zoom = zoomOf(m_model->dataset()->times, span(first, last));
    m_chart->setZoom(zoom);
    m_overview->setZoom(zoom);
}

void TestOverview::drag(int from, int to)
{
    QTest::mousePress(m_overview, Qt::LeftButton, {}, {from, middle()});
    QTest::mouseMove(m_overview, {(from + to) / 2, middle()});
    QTest::mouseMove(m_overview, {to, middle()});
    QTest::mouseRelease(m_overview, Qt::LeftButton, {}, {to, middle()});
}

int TestOverview::xOf(double place) const
{
    const QRectF strip = m_overview->strip();
    const auto count = static_cast<double>(m_model->dataset()->times.size());
    return qRound(strip.left() + (place + 0.5) / count * strip.width());
}

int TestOverview::edge(bool last) const
{
    const QRect window = m_overview->window();
    return last ? window.right() : window.left();
}

void TestOverview::itIsShownForManyBuckets()
{
    load(daysOf(std::vector<double>(90, 3)));
    QTRY_VERIFY(!m_overview->isVisible());
    load(daysOf(std::vector<double>(91, 3)));
    QTRY_VERIFY(m_overview->isVisible());
    load({});
    QTRY_VERIFY(!m_overview->isVisible());
}

void TestOverview::itIsShownWhenMoreIsKeptAroundTheRange()
{
    const Dataset year = daysOf(std::vector<double>(yearLong, 500));
    Dataset days = year;
    days.times.resize(30);
    days.series.front().values.resize(30);
    days.series.front().states.resize(30);
    load(days);
    QTRY_VERIFY(!m_overview->isVisible());
    m_overview->setAround(std::make_shared<const Dataset>(year));
    QVERIFY(m_overview->isVisible());
    load(days); // until it is known again what is around
    QVERIFY(m_overview->isVisible());
    load({});
    QTRY_VERIFY(!m_overview->isVisible());
}

void TestOverview::itIsShownWhenZoomed()
{
    load(shopDays());
    QTRY_VERIFY(!m_overview->isVisible());
    zoom(3, 9);
    QTRY_VERIFY(m_overview->isVisible());
    QTest::keyClick(m_chart, Qt::Key_0);
    QTRY_VERIFY(!m_overview->isVisible());
}

void TestOverview::aLowChartKeepsItsHeight()
{
    m_panel->resize(900, 390);
    QTRY_VERIFY(!m_overview->isVisible());
    QTRY_COMPARE(m_chart->height(), 390);
    m_panel->resize(900, 520);
    QTRY_VERIFY(m_overview->isVisible());
}

void TestOverview::itIsAsWideAsThePlot()
{
    for (const int width : {900, 640, 1200}) {
        m_panel->resize(width, 520);
        m_chart->chartScene().showChanges();
        const QRectF plot = m_chart->chartScene().frame().plot;
        QTRY_COMPARE(m_overview->strip().left(), static_cast<int>(plot.left()));
        QCOMPARE(m_overview->strip().width(), static_cast<int>(plot.width()));
        QCOMPARE(m_overview->x(), m_chart->x());
    }
    QCOMPARE(m_overview->strip().height(), 40);
    QCOMPARE(m_overview->window(), m_overview->strip());
}

void TestOverview::draggingTheWindowPans()
{
    zoom(100, 199);
    QSignalSpy zoomed(m_overview, &Overview::zoomed);
    drag(xOf(150), xOf(190));
    QCOMPARE(countOf(shown()), std::size_t{100});
    QVERIFY(shown().first >= 138 && shown().first <= 142);
    QCOMPARE(zoomed.size(), 2);
    QCOMPARE(zoomed.at(0).at(1).toBool(), false);
    QCOMPARE(zoomed.at(1).at(1).toBool(), true);
    drag(xOf(190), xOf(190) + 2'000);
    QCOMPARE(shown(), span(265, 364));
}

void TestOverview::aHandleResizes_data()
{
    QTest::addColumn<bool>("last");
    QTest::newRow("first") << false;
    QTest::newRow("last") << true;
}

void TestOverview::aHandleResizes()
{
    QFETCH(bool, last);
    zoom(100, 199);
    const int target = xOf(last ? 250 : 50);
    drag(edge(last), target);
    QCOMPARE(shown().first == 100, last);
    QCOMPARE(shown().last == 199, !last);
    QVERIFY(std::abs(edge(last) - target) <= 3);
}

void TestOverview::aHandleStopsAtTheOther()
{
    zoom(100, 199);
    drag(edge(false), xOf(300));
    QCOMPARE(countOf(shown()), leastZoom);
    QVERIFY(shown().first == 198 || shown().first == 199);
}

void TestOverview::aDragBesideSelectsAnew()
{
    zoom(100, 199);
    drag(xOf(300), xOf(340));
    QVERIFY(shown().first >= 298 && shown().first <= 302);
    QVERIFY(shown().last >= 338 && shown().last <= 342);
}

void TestOverview::aClickBesideBringsTheWindow()
{
    zoom(100, 199);
    QTest::mouseClick(m_overview, Qt::LeftButton, {}, {xOf(270), middle()});
    QCOMPARE(countOf(shown()), std::size_t{100});
    QVERIFY(shown().first >= 218 && shown().first <= 222);
}

void TestOverview::aDragAcrossTheWholeSelects()
{
    drag(xOf(100), xOf(200));
    QVERIFY(shown().first >= 98 && shown().first <= 102);
    QVERIFY(shown().last >= 198 && shown().last <= 202);
    QSignalSpy zoomed(m_overview, &Overview::zoomed);
    QTest::mouseClick(m_overview, Qt::RightButton, {}, {xOf(300), middle()});
    QCOMPARE(zoomed.size(), 0);
}

void TestOverview::aDoubleClickShowsAll()
{
    zoom(100, 199);
    QTest::mouseDClick(m_overview, Qt::LeftButton, {}, {xOf(150), middle()});
    QVERIFY(m_chart->chartScene().frame().isWhole());
}

void TestOverview::keysMoveAndResize()
{
    zoom(100, 199);
    QTest::keyClick(m_overview, Qt::Key_Right);
    QCOMPARE(shown(), span(110, 209));
    QTest::keyClick(m_overview, Qt::Key_Left);
    QCOMPARE(shown(), span(100, 199));
    QTest::keyClick(m_overview, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(shown(), span(100, 209));
    QTest::keyClick(m_overview, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(shown(), span(100, 198));
    QTest::keyClick(m_overview, Qt::Key_Home);
    QCOMPARE(shown(), span(0, 98));
    QTest::keyClick(m_overview, Qt::Key_End);
    QCOMPARE(shown(), span(266, 364));
    QTest::keyClick(m_overview, Qt::Key_0);
    QVERIFY(m_chart->chartScene().frame().isWhole());
    // With Shift the arrows are not the window's, where they would shift the range.
    QKeyEvent claim(QEvent::ShortcutOverride, Qt::Key_Left, Qt::ShiftModifier);
    claim.ignore();
    QCoreApplication::sendEvent(m_overview, &claim);
    QVERIFY(claim.isAccepted());
}

void TestOverview::escTakesADragBack()
{
    zoom(100, 199);
    QTest::mousePress(m_overview, Qt::LeftButton, {}, {xOf(150), middle()});
    QTest::mouseMove(m_overview, {xOf(200), middle()});
    QVERIFY(shown() != span(100, 199));
    QTest::keyClick(m_overview, Qt::Key_Escape);
    QCOMPARE(shown(), span(100, 199));
    QTest::mouseRelease(m_overview, Qt::LeftButton, {}, {xOf(200), middle()});
    QCOMPARE(shown(), span(100, 199));
}

void TestOverview::theRestIsPale_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("few points") << yearLong;
    QTest::newRow("many points") << 20'000;
}

void TestOverview::theRestIsPale()
{
    QFETCH(int, count);
    load(daysOf(std::vector<double>(static_cast<std::size_t>(count), 500)));
    const auto part = static_cast<std::size_t>(count / 10);
    zoom(3 * part, 6 * part);
    const QImage shot = image();
    const int top = m_overview->strip().top();
    const Tokens &tokens = lightTokens();
    QCOMPARE(shot.pixelColor(m_overview->window().center().x(), middle()), tokens.base);
    QCOMPARE(shot.pixelColor(m_overview->strip().left() + 20, middle()), tokens.overviewRest);
    QCOMPARE(shot.pixelColor(m_overview->window().center().x(), top), tokens.accent);
    // The line, 500 everywhere, is at the top of its room.
    const auto blueness = [&shot, top](int x) {
        int most = 0;
        for (int y = top + 1; y < top + 12; ++y) {
            const QColor pixel = shot.pixelColor(x, y);
            most = std::max(most, pixel.blue() - pixel.red());
        }
        return most;
    };
    const int inside = blueness(m_overview->window().center().x());
    const int outside = blueness(m_overview->strip().left() + 20);
    QVERIFY2(inside > 80, qPrintable(QString::number(inside)));
    QVERIFY2(outside > 20 && outside < inside * 0.7, qPrintable(QString::number(outside)));
}

void TestOverview::everyPeakIsSeen()
{
    std::vector<double> values(20'000, 0);
    values[12'345] = 1'000;
    load(daysOf(values));
    const QImage shot = image();
    int inked = 0;
    for (int y = m_overview->strip().top() + 5; y < m_overview->strip().bottom() - 5; ++y) {
        const int x = xOf(12'345);
        int most = 0;
        for (int beside = -1; beside <= 1; ++beside) {
            const QColor pixel = shot.pixelColor(x + beside, y);
            most = std::max(most, pixel.blue() - pixel.red());
        }
        inked += most > 60 ? 1 : 0;
    }
    QVERIFY2(inked > 25, qPrintable(QString::number(inked)));
}

void TestOverview::hiddenSeriesAreNotDrawn()
{
    const QImage drawn = image();
    m_model->setLooks({{.name = u"One"_s, .colorSlot = 0, .hidden = true}});
    const QImage hidden = image();
    QVERIFY(hidden != drawn);
    m_model->setLooks({{.name = u"One"_s, .colorSlot = 0}});
    QCOMPARE(image(), drawn);
}

void TestOverview::aScreenReaderHearsWhatIsShown()
{
    zoom(yearLong - 8, yearLong - 1);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_overview);
    QVERIFY(spoken != nullptr);
    QCOMPARE(spoken->text(QAccessible::Name), u"Overview"_s);
    QCOMPARE(spoken->text(QAccessible::Value), u"16 – 23 Nov 2026"_s);
    QCOMPARE(spoken->text(QAccessible::Description), u"16 – 23 Nov 2026"_s);
    QCOMPARE(m_overview->focusPolicy(), Qt::StrongFocus);
}

void TestOverview::oddDataIsPainted()
{
    for (const std::vector<double> &values : {std::vector<double>{5},
                                              std::vector<double>(200, 0),
                                              std::vector<double>{1e300, 0, 1e300}}) {
        Dataset dataset = daysOf(values);
        load(dataset);
        QVERIFY(!image().isNull());
        setState(dataset, 0, BucketState::Missing);
        load(dataset);
        QVERIFY(!image().isNull());
        drag(xOf(0), xOf(0) + 30);
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestOverview)
#include "tst_overview.moc"
