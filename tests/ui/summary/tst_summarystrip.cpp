// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/summary/summarycell.h"
#include "ui/summary/summarystrip.h"
#include "ui/theme/controls.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// The summary strip as a widget: a strip between two fields, as the chart stands below it.
class TestSummaryStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QApplication::setStyle(new Style); } // the application's
    void init();
    void cleanup();
    void aCellPerSeriesOfTheSameWidth();
    void withoutDataItIsNotThere();
    void sideBySideItIsNotThere();
    void theBoxHidesAndShows();
    void theNameIsolates();
    void tabWalksThroughBoxesAndNames();
    void theSpaceBarPressesWhatHasTheFocus();
    void thePointerIsTold();
    void theFocusPointsToo();
    void narrowCellsSayLess();
    void aLowWindowGetsALowStrip();
    void moreThanSixAreScrolled();
    void theFocusScrollsToItsCell();
    void boxesHaveTheColoursOfTheLines();
    void aHiddenSeriesHasNoTick();
    void aScreenReaderHearsNameTotalAndChange();
    static void anyNameIsShown_data() { addNames(); }
    void anyNameIsShown();
    void anAmpersandIsShown();
    void withPatternsTheShapeStandsBeforeTheName();
    void aModelThatGoesAwayIsNoProblem();
    void aModelIsFollowed();
    void severalHundredSeriesAreReused();

private:
    void show(const Dataset &dataset, const std::vector<DatasetModel::Look> &looks);
    void showShop(const std::vector<DatasetModel::Look> &looks = shopLooks())
    {
        show(shopDays(), looks);
    }
    void showMany(int count);
    [[nodiscard]] SummaryCell *cell(std::size_t index) const { return m_strip->cells().at(index); }

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    SummaryStrip *m_strip = nullptr;
    QLineEdit *m_after = nullptr;
};

void TestSummaryStrip::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_window = std::make_unique<QWidget>();
    m_window->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_before = new QLineEdit(m_window.get());
    m_strip = new SummaryStrip(m_window.get());
    m_after = new QLineEdit(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_before, m_strip, m_after}) {
        layout->addWidget(part);
    }
    m_strip->setModel(m_model.get());
    m_window->resize(1280, 400);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSummaryStrip::cleanup()
{
    m_window.reset();
    m_model.reset();
}

void TestSummaryStrip::show(const Dataset &dataset, const std::vector<DatasetModel::Look> &looks)
{
    m_model->setDataset(std::make_shared<const Dataset>(dataset), looks);
    m_window->layout()->activate();
}

void TestSummaryStrip::showMany(int count)
{
    Dataset dataset = emptyDays(3);
    for (int i = 0; i < count; ++i) {
        addSeries(dataset, {10.0 + i, 20, 30});
    }
    show(dataset, looksFor(dataset));
}

void TestSummaryStrip::aCellPerSeriesOfTheSameWidth()
{
    showShop();
    QCOMPARE(m_strip->cells().size(), std::size_t{4});
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(cell(i)->width(), 320);
        QCOMPARE(cell(i)->mapTo(m_strip, QPoint()), QPoint(static_cast<int>(i) * 320, 0));
        QVERIFY(!cell(i)->isCompact());
    }
    QCOMPARE(m_strip->height(), 97);
    QCOMPARE(m_strip->horizontalScrollBar()->maximum(), 0);
    m_window->resize(1283, 400); // what does not divide is spread
    QTRY_COMPARE(cell(3)->geometry().right(), m_strip->width() - 1);
}

void TestSummaryStrip::withoutDataItIsNotThere()
{
    QVERIFY(!m_strip->isVisible());
    showShop();
    QVERIFY(m_strip->isVisible());
    m_strip->setWanted(false);
    QVERIFY(!m_strip->isVisible());
    m_strip->setWanted(true);
    QVERIFY(m_strip->isVisible());
    show({}, {});
    QVERIFY(!m_strip->isVisible());
}

void TestSummaryStrip::sideBySideItIsNotThere()
{
    showShop();
    m_strip->setChartLayout(ChartLayout::SideBySide);
    QVERIFY(!m_strip->isVisible());
    m_strip->setChartLayout(ChartLayout::Overlay);
    QVERIFY(m_strip->isVisible());
}

void TestSummaryStrip::theBoxHidesAndShows()
{
    showShop();
    QSignalSpy toggled(m_strip, &SummaryStrip::hideToggled);
    QTest::mouseClick(cell(1)->box(), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(cell(1)->box(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(toggled.size(), 2);
    QCOMPARE(toggled[0], (QVariantList{QVariant::fromValue(std::size_t{1}), true}));
    QCOMPARE(toggled[1], (QVariantList{QVariant::fromValue(std::size_t{1}), false}));
}

void TestSummaryStrip::theNameIsolates()
{
    showShop();
    QSignalSpy isolated(m_strip, &SummaryStrip::isolateAsked);
    QTest::mouseClick(cell(2)->nameButton(), Qt::LeftButton);
    QCOMPARE(isolated.size(), 1);
    QCOMPARE(isolated.front().front().value<std::size_t>(), std::size_t{2});
}

void TestSummaryStrip::tabWalksThroughBoxesAndNames()
{
    showShop();
    m_before->setFocus();
    for (std::size_t i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), cell(i)->box());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), cell(i)->nameButton());
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_after);
    showMany(6); // two more cells come in between
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), cell(5)->nameButton());
}

void TestSummaryStrip::theSpaceBarPressesWhatHasTheFocus()
{
    showShop();
    QSignalSpy toggled(m_strip, &SummaryStrip::hideToggled);
    QSignalSpy isolated(m_strip, &SummaryStrip::isolateAsked);
    cell(0)->box()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(toggled.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(isolated.size(), 1);
}

void TestSummaryStrip::thePointerIsTold()
{
    showShop();
    QSignalSpy pointed(m_strip, &SummaryStrip::pointed);
    QTest::mouseMove(m_strip->viewport(), QPoint(400, 60));
    QTRY_COMPARE(pointed.size(), 1);
    QCOMPARE(pointed[0][0].value<std::optional<std::size_t>>(), std::optional<std::size_t>(1));
    QTest::mouseMove(cell(1)->nameButton()); // still the same cell
    QTest::mouseMove(m_after);
    QTRY_COMPARE(pointed.size(), 2);
    QCOMPARE(pointed[1][0].value<std::optional<std::size_t>>(), std::optional<std::size_t>());
}

void TestSummaryStrip::theFocusPointsToo()
{
    showShop();
    QTest::mouseMove(m_after);
    m_before->setFocus();
    QSignalSpy pointed(m_strip, &SummaryStrip::pointed);
    QTest::keyClick(m_before, Qt::Key_Tab);
    QCOMPARE(pointed.size(), 1);
    QCOMPARE(pointed[0][0].value<std::optional<std::size_t>>(), std::optional<std::size_t>(0));
    m_after->setFocus();
    QCOMPARE(pointed.back()[0].value<std::optional<std::size_t>>(), std::optional<std::size_t>());
}

void TestSummaryStrip::narrowCellsSayLess()
{
    showShop();
    m_window->resize(4 * 239, 400);
    QTRY_VERIFY(cell(0)->isCompact());
    QCOMPARE(m_strip->height(), 81);
    m_window->resize(4 * 320, 400);
    QTRY_VERIFY(!cell(0)->isCompact());
    QCOMPARE(m_strip->height(), 97);
}

void TestSummaryStrip::aLowWindowGetsALowStrip()
{
    showShop();
    m_strip->setLow(true);
    QVERIFY(cell(0)->isCompact());
    QCOMPARE(m_strip->height(), 81);
}

void TestSummaryStrip::moreThanSixAreScrolled()
{
    showMany(6);
    QCOMPARE(m_strip->horizontalScrollBar()->maximum(), 0);
    showMany(9);
    QTRY_VERIFY(m_strip->horizontalScrollBar()->maximum() > 0);
    QCOMPARE(cell(0)->width(), 1280 / 6);
    const int bar = m_strip->horizontalScrollBar()->height();
    QCOMPARE(m_strip->height(), cell(0)->height() + bar); // nothing of the cells is covered
    QWheelEvent wheel(QPointF(100, 40),
                      m_strip->viewport()->mapToGlobal(QPointF(100, 40)),
                      {},
                      QPoint(0, -120),
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(m_strip->viewport(), &wheel);
    QCOMPARE(m_strip->horizontalScrollBar()->value(), 120);
}

void TestSummaryStrip::theFocusScrollsToItsCell()
{
    showMany(20);
    QTRY_VERIFY(m_strip->horizontalScrollBar()->maximum() > 0);
    m_after->setFocus();
    QTest::keyClick(m_after, Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), cell(19)->nameButton());
    const QRect name(cell(19)->nameButton()->mapTo(m_strip->viewport(), QPoint()),
                     cell(19)->nameButton()->size());
    QVERIFY(m_strip->viewport()->rect().contains(name));
}

void TestSummaryStrip::boxesHaveTheColoursOfTheLines()
{
    showShop();
    const Tokens &tokens = tokensFor(m_strip->palette());
    QCOMPARE(tokenColorOf(cell(0)->box()), tokens.neutral);
    for (std::size_t i = 1; i < 4; ++i) {
        QCOMPARE(tokenColorOf(cell(i)->box()), tokens.series.at(i - 1));
    }
    QPalette dark = m_window->palette();
    dark.setColor(QPalette::Window, darkTokens().win);
    m_window->setPalette(dark);
    QTRY_COMPARE(tokenColorOf(cell(1)->box()), darkTokens().series[0]);
}

void TestSummaryStrip::aHiddenSeriesHasNoTick()
{
    showShop();
    std::vector<DatasetModel::Look> looks = shopLooks();
    looks[2].hidden = true;
    m_model->setLooks(looks);
    QVERIFY(cell(1)->box()->isChecked());
    QVERIFY(!cell(2)->box()->isChecked());
    QCOMPARE(m_strip->cells().size(), std::size_t{4}); // its place stays
}

void TestSummaryStrip::aScreenReaderHearsNameTotalAndChange()
{
    const Dataset dataset = shopDays();
    Earlier earlier{.times = {}, .series = dataset.series};
    earlier.times.resize(dataset.times.size());
    m_model->setDataset(std::make_shared<const Dataset>(dataset), shopLooks(), {earlier});
    QCOMPARE(cell(1)->accessibleName(), u"Gold members"_s);
    QVERIFY(cell(1)->accessibleDescription().startsWith(u"Total "_s));
    QVERIFY(cell(1)->accessibleDescription().contains(u"no change"_s));
    QCOMPARE(cell(1)->box()->accessibleName(), u"Show Gold members"_s);
    QCOMPARE(cell(1)->nameButton()->accessibleName(), u"Only Gold members"_s);
    for (const QWidget *part :
         std::initializer_list<const QWidget *>{cell(1)->box(), cell(1)->nameButton()}) {
        QVERIFY(part->accessibleDescription().contains(cell(1)->content().total));
    }
}

void TestSummaryStrip::anyNameIsShown()
{
    QFETCH(QString, name);
    std::vector<DatasetModel::Look> looks = shopLooks();
    looks[1].name = name;
    showShop(looks);
    QVERIFY(!m_strip->grab().isNull());
    const QToolButton *button = cell(1)->nameButton();
    QVERIFY(cell(1)->rect().contains(button->geometry()));
    QVERIFY(button->geometry().right() <= cell(1)->width() - 8);
}

void TestSummaryStrip::anAmpersandIsShown()
{
    std::vector<DatasetModel::Look> looks = shopLooks();
    looks[1].name = u"A&B"_s;
    showShop(looks);
    QCOMPARE(cell(1)->nameButton()->text(), u"A&&B"_s);
    QCOMPARE(cell(1)->accessibleName(), u"A&B"_s);
}

void TestSummaryStrip::withPatternsTheShapeStandsBeforeTheName()
{
    std::vector<DatasetModel::Look> looks = shopLooks();
    showShop(looks);
    const QRect plain = cell(1)->nameButton()->geometry();
    for (DatasetModel::Look &look : looks) {
        look.patterned = true;
    }
    m_model->setLooks(looks);
    QTRY_VERIFY(cell(1)->nameButton()->x() > plain.x());
    const QPoint shape(plain.x() + 8 + 6, plain.center().y()); // its middle
    QCOMPARE(cell(1)->grab().toImage().pixelColor(shape),
             seriesColor(tokensFor(cell(1)->palette()), looks[1].colorSlot));
    QCOMPARE(cell(0)->nameButton()->x(), plain.x()); // all users have none
}

void TestSummaryStrip::aModelThatGoesAwayIsNoProblem()
{
    showShop();
    m_model.reset();
    QVERIFY(!m_strip->grab().isNull());
    m_strip->setZoom(Zoom{.first = 0, .last = 1});
    QVERIFY(!m_strip->isVisible());
}

void TestSummaryStrip::aModelIsFollowed()
{
    showShop();
    const QString before = cell(0)->content().total;
    show(daysOf({1, 2, 3}), {{.name = u"Other"_s}});
    QCOMPARE(m_strip->cells().size(), std::size_t{1});
    QCOMPARE(cell(0)->content().total, u"6"_s);
    QVERIFY(before != cell(0)->content().total);
    m_strip->setZoom(
        Zoom{.first = m_model->dataset()->times[1], .last = m_model->dataset()->times[1]});
    QCOMPARE(cell(0)->content().total, u"2"_s);
}

void TestSummaryStrip::severalHundredSeriesAreReused()
{
    showMany(300);
    const SummaryCell *last = cell(299);
    showMany(300);
    QCOMPARE(cell(299), last);
    showMany(2);
    QCOMPARE(m_strip->cells().size(), std::size_t{2});
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestSummaryStrip)
#include "tst_summarystrip.moc"
