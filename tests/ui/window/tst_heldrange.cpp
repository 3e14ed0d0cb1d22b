// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Query checkouts(const Range &range)
{
    Query query;
    query.events = QStringList{u"checkout_completed"_s};
    query.range = range;
    return query;
}

void pressA(AppFixture &app)
{
    auto &chart = app.find<ChartView>(u"chart"_s);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_A);
}

QString toastText(AppFixture &app)
{
    const auto *label = app.window().findChild<QLabel *>(u"toastText"_s);
    return label == nullptr ? QString() : label->text();
}

/// The saved workspace, which keeps what it loads.
struct HeldBench
{
    HeldBench()
    {
        app.keepsHistory = true;
        app.start();
        const bool opened = QTest::qWaitFor(
            [this] { return app.window().workspaceName() == u"ACME Production"; });
        if (!opened) {
            qFatal("it was not opened");
        }
    }

    void load(const Query &query)
    {
        ViewController &controller = app.window().controller();
        controller.setQuery(query);
        const bool loaded = QTest::qWaitFor([&] {
            return !controller.isLoading() && controller.answeredView().query == query
                && !app.dataset().isLoading;
        });
        if (!loaded) {
            qFatal("it was not loaded");
        }
    }

    WorkspaceFixture app;
};

/// Of 40 days: the day before, too, was not at the end of an answer.
Range kept()
{
    return DaySpan{.first = QDate(2026, 10, 14), .last = QDate(2026, 11, 23)};
}

} // namespace

/// All that is kept of a series as a range: by its letter and from the menus.
class TestHeldRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aCoversAllThatIsKept();
    static void theHoursAreHours();
    static void bothMenusHaveIt_data();
    static void bothMenusHaveIt();
    static void ofAnotherEventNothingIsKept();
    static void theDemoHoldsWhatItRead();
};

void TestHeldRange::aCoversAllThatIsKept()
{
    HeldBench bench;
    bench.load(checkouts(LastUnits{.length = 40}));
    bench.load(checkouts(Preset::Last7Days));
    pressA(bench.app);
    QTRY_COMPARE(bench.app.query().range, kept());
    QCOMPARE(toastText(bench.app), QString());
    QTRY_COMPARE(bench.app.dataset().times.size(), std::size_t{41});
    QTRY_VERIFY(!bench.app.window().controller().isLoading());
    bench.load(checkouts(Preset::Last7Days));
    pressA(bench.app); // which did not make more of it
    QTRY_COMPARE(bench.app.query().range, kept());
}

void TestHeldRange::theHoursAreHours()
{
    HeldBench bench;
    bench.load(checkouts(LastUnits{.length = 40}));
    Query hours = checkouts(Preset::Last24Hours);
    hours.unit = Unit::Hour;
    hours.granularity = Granularity::Hour;
    bench.load(hours);
    pressA(bench.app);
    QTRY_VERIFY(std::holds_alternative<HourSpan>(bench.app.query().range));
    const auto span = std::get<HourSpan>(bench.app.query().range);
    const QDateTime present(QDate(2026, 11, 23), QTime(13, 0), Qt::UTC);
    QCOMPARE(span.last, present);
    QCOMPARE(span.first, present.addSecs(qint64{-25} * 60 * 60));
}

void TestHeldRange::bothMenusHaveIt_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("the form") << u"rangeButton"_s;
    QTest::newRow("the tool bar") << u"rangeToolButton"_s;
}

void TestHeldRange::bothMenusHaveIt()
{
    QFETCH(const QString, place);
    HeldBench bench;
    bench.load(checkouts(LastUnits{.length = 40}));
    bench.load(checkouts(Preset::Last7Days));
    auto *menu = bench.app.find<QToolButton>(place).menu();
    childOf<QAction>(*menu, u"rangeHeldAction"_s).trigger();
    QTRY_COMPARE(bench.app.query().range, kept());
}

void TestHeldRange::ofAnotherEventNothingIsKept()
{
    HeldBench bench;
    bench.load(checkouts(LastUnits{.length = 40}));
    bench.app.responder = [](const QNetworkRequest &) {
        return CannedReply{.httpStatus = 0, .error = QNetworkReply::HostNotFoundError};
    };
    Query other = checkouts(Preset::Last7Days);
    other.events = QStringList{u"never_loaded"_s};
    bench.app.window().controller().setQuery(other);
    pressA(bench.app);
    QTRY_COMPARE(toastText(bench.app), u"Nothing of this view is kept on this computer yet."_s);
    QCOMPARE(bench.app.query(), other);
}

void TestHeldRange::theDemoHoldsWhatItRead()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    pressA(app);
    QTRY_VERIFY(std::holds_alternative<DaySpan>(app.query().range));
    QCOMPARE(toastText(app), QString());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestHeldRange)
#include "tst_heldrange.moc"
