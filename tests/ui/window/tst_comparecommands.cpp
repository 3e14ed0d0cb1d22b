// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/theme/choicebutton.h"

#include <QAction>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), which, modifiers);
}

/// The window with the demo, its present 23 November 2026, 13:05, in UTC.
struct CompareWindow : AppFixture
{
    CompareWindow()
        : AppFixture(AppFixture::Network::Fake)
    {
        startDemo();
        chart().setFocus();
    }

    ChartView &chart() { return find<ChartView>(u"chart"_s); }
    QString button() { return find<ChoiceButton>(u"compareToolButton"_s).text(); }
    QAction &action(const QString &name) { return *window().findChild<QAction *>(name); }
    const View &view() { return window().controller().view(); }
    ComparisonKind kind() { return view().comparison.kind; }
    const std::vector<Earlier> &earlier() { return window().controller().model()->earlier(); }
    QString key() { return chart().chartScene().plan().content.comparison; }
    /// Whether the earlier counts of every series are there.
    bool hasEarlier(std::size_t periods)
    {
        return earlier().size() == periods
            && std::all_of(earlier().begin(), earlier().end(), [](const Earlier &one) {
                   return std::all_of(
                       one.series.begin(), one.series.end(), [](const Series &series) {
                           return series.states.front() == BucketState::Counted;
                       });
               });
    }
};

} // namespace

/// Comparisons, complete periods and undo in the tool bar, in the menus and by key.
class TestCompareCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void xSwitchesThePreviousPeriodOnAndOff();
    static void xBringsBackTheLastComparison();
    static void anEarlierTimeIsLoadedAndNamed();
    static void withoutAComparisonNothingEarlierIsAskedFor();
    static void theMenuChooses_data();
    static void theMenuChooses();
    static void customOpensItsDate();
    static void anotherRangeIsComparedWithItsOwn();
    static void weeksAreComparedWithWeeks();
    static void kLeavesOutWhatIsIncomplete();
    static void aLetterElsewhereIsALetter();
    static void undoGoesBackAndSaysWhere();
    static void undoBringsTheLinesBack();
    static void anotherWorkspaceHasNothingToUndo();
    static void layoutsHaveTheirKeys();
    static void theComparisonIsThereAgainNextTime();
    static void whatFailedIsSaidAndTriedAgain();
};

void TestCompareCommands::xSwitchesThePreviousPeriodOnAndOff()
{
    CompareWindow app;
    QCOMPARE(app.button(), u"No comparison"_s);
    key(Qt::Key_X);
    QCOMPARE(app.kind(), ComparisonKind::PreviousPeriod);
    QCOMPARE(app.button(), u"vs previous period"_s);
    key(Qt::Key_X);
    QCOMPARE(app.kind(), ComparisonKind::None);
}

void TestCompareCommands::xBringsBackTheLastComparison()
{
    CompareWindow app;
    const Comparison comparison{.kind = ComparisonKind::LastYear, .periods = 2};
    app.window().controller().setComparison(comparison);
    key(Qt::Key_X);
    QCOMPARE(app.kind(), ComparisonKind::None);
    key(Qt::Key_X);
    QCOMPARE(app.view().comparison, comparison);
    QCOMPARE(app.button(), u"vs 2 earlier years"_s);
}

void TestCompareCommands::anEarlierTimeIsLoadedAndNamed()
{
    CompareWindow app;
    key(Qt::Key_X);
    QTRY_VERIFY(app.hasEarlier(1));
    QCOMPARE(app.key(), u"previous period, 20 Sep – 19 Oct"_s);
    const std::vector<BucketTime> &times = app.dataset().times;
    QCOMPARE(app.earlier().front().times.front(), times.front() - 35 * msPerDay);
    key(Qt::Key_X);
    QCOMPARE(app.earlier().size(), std::size_t{0});
    QCOMPARE(app.key(), QString());
}

void TestCompareCommands::withoutAComparisonNothingEarlierIsAskedFor()
{
    CompareWindow app;
    const int before = app.seriesRequests();
    key(Qt::Key_X);
    QTRY_VERIFY(app.hasEarlier(1));
    const int after = app.seriesRequests();
    QVERIFY(after > before);
    key(Qt::Key_X);
    key(Qt::Key_K);
    QCOMPARE(app.seriesRequests(), after);
}

void TestCompareCommands::theMenuChooses_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("previous") << 1 << u"vs previous period"_s;
    QTest::newRow("year") << 2 << u"vs last year"_s;
    QTest::newRow("custom") << 3 << u"vs earlier dates"_s;
}

void TestCompareCommands::theMenuChooses()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    CompareWindow app;
    app.action(u"compareAction%1"_s.arg(kind)).trigger();
    QCOMPARE(app.kind(), static_cast<ComparisonKind>(kind));
    QCOMPARE(app.button(), text);
    QVERIFY(app.action(u"compareAction%1"_s.arg(kind)).isChecked());
    app.action(u"compareAction0"_s).trigger();
    QCOMPARE(app.kind(), ComparisonKind::None);
}

void TestCompareCommands::customOpensItsDate()
{
    CompareWindow app;
    app.action(u"compareAction3"_s).trigger();
    QVERIFY(app.find<QWidget>(u"compareStartField"_s).hasFocus());
    QCOMPARE(app.view().comparison.start, QDate(2026, 9, 20));
}

void TestCompareCommands::anotherRangeIsComparedWithItsOwn()
{
    CompareWindow app;
    key(Qt::Key_X);
    QTRY_VERIFY(app.hasEarlier(1));
    key(Qt::Key_W); // the last 7 days
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{7});
    QTRY_VERIFY(app.hasEarlier(1));
    QTRY_COMPARE(app.key(), u"previous period, 10 – 16 Nov"_s);
    QCOMPARE(app.earlier().front().series.front().values.size(), std::size_t{7});
}

void TestCompareCommands::weeksAreComparedWithWeeks()
{
    CompareWindow app;
    key(Qt::Key_X);
    QTRY_VERIFY(app.hasEarlier(1));
    app.action(u"bucketAction2"_s).trigger();
    QCOMPARE(app.dataset().granularity, Granularity::Week);
    QTRY_COMPARE(app.earlier().size(), std::size_t{1});
    const Earlier &earlier = app.earlier().front();
    QCOMPARE(earlier.times.at(1), app.dataset().times.at(1) - 35 * msPerDay);
    QCOMPARE(earlier.series.front().states.at(1), BucketState::Counted);
}

void TestCompareCommands::kLeavesOutWhatIsIncomplete()
{
    CompareWindow app;
    QCOMPARE(app.dataset().times.size(), std::size_t{30});
    key(Qt::Key_K);
    QVERIFY(app.view().look.completeOnly);
    QCOMPARE(app.dataset().times.size(), std::size_t{29});
    QVERIFY(app.action(u"completeOnlyAction"_s).isChecked());
    key(Qt::Key_K);
    QCOMPARE(app.dataset().times.size(), std::size_t{30});
    QVERIFY(!app.action(u"completeOnlyAction"_s).isChecked());
}

void TestCompareCommands::aLetterElsewhereIsALetter()
{
    CompareWindow app;
    app.find<QLineEdit>(u"eventField"_s).setFocus();
    key(Qt::Key_X);
    key(Qt::Key_K);
    QCOMPARE(app.kind(), ComparisonKind::None);
    QVERIFY(!app.view().look.completeOnly);
}

void TestCompareCommands::undoGoesBackAndSaysWhere()
{
    CompareWindow app;
    const QAction &undo = app.action(u"undoAction"_s);
    const QAction &redo = app.action(u"redoAction"_s);
    QVERIFY(!undo.isEnabled());
    key(Qt::Key_X);
    key(Qt::Key_K);
    QCOMPARE(undo.text(), u"&Undo: Complete periods only"_s);
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!app.view().look.completeOnly);
    QCOMPARE(undo.text(), u"&Undo: Change comparison"_s);
    QCOMPARE(redo.text(), u"&Redo: Complete periods only"_s);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(app.kind(), ComparisonKind::None);
    QVERIFY(!undo.isEnabled());
    QCOMPARE(undo.text(), u"&Undo"_s);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(app.kind(), ComparisonKind::PreviousPeriod);
    key(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(app.view().look.completeOnly);
    QVERIFY(!redo.isEnabled());
}

void TestCompareCommands::undoBringsTheLinesBack()
{
    CompareWindow app;
    key(Qt::Key_X);
    QTRY_VERIFY(app.hasEarlier(1));
    key(Qt::Key_X);
    QCOMPARE(app.earlier().size(), std::size_t{0});
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(app.hasEarlier(1));
}

void TestCompareCommands::anotherWorkspaceHasNothingToUndo()
{
    CompareWindow app;
    key(Qt::Key_X);
    QVERIFY(app.action(u"undoAction"_s).isEnabled());
    app.window().controller().close();
    QVERIFY(!app.action(u"undoAction"_s).isEnabled());
}

void TestCompareCommands::layoutsHaveTheirKeys()
{
    CompareWindow app;
    QVERIFY(app.find<QToolButton>(u"overlayButton"_s).isChecked());
    key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(app.view().look.layout, ChartLayout::SideBySide);
    QVERIFY(app.find<QToolButton>(u"panelsButton"_s).isChecked());
    app.find<QToolButton>(u"overlayButton"_s).click();
    QCOMPARE(app.view().look.layout, ChartLayout::Overlay);
}

void TestCompareCommands::theComparisonIsThereAgainNextTime()
{
    CompareWindow app;
    key(Qt::Key_X);
    QTRY_VERIFY(app.hasEarlier(1));
    app.startDemo();
    QCOMPARE(app.kind(), ComparisonKind::PreviousPeriod);
    QTRY_VERIFY(app.hasEarlier(1));
}

void TestCompareCommands::whatFailedIsSaidAndTriedAgain()
{
    CompareWindow app;
    const FakeNetwork::Responder good = app.responder;
    app.responder = [good](const QNetworkRequest &request) {
        CannedReply reply = good(request);
        if (asksForSeries(request)) {
            reply.httpStatus = 400;
            reply.body = R"({"message":"No"})";
        }
        return reply;
    };
    key(Qt::Key_X);
    QTRY_COMPARE(app.message(u"earlier"_s),
                 u"The earlier period could not be loaded for every series."_s);
    app.responder = good;
    app.press(MessageAction::RetryFailed, u"earlier"_s);
    QVERIFY(app.message(u"earlier"_s).isEmpty());
    QTRY_VERIFY(app.hasEarlier(1));
    QVERIFY(app.message(u"earlier"_s).isEmpty());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestCompareCommands)
#include "tst_comparecommands.moc"
