// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyplace.h"
#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/slowservice.h"
#include "ui/chart/chartview.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int starts = 7;

/// Ends the process at once when the widget was painted while it had something to show.
class EndAfterFrame final : public QObject
{
    Q_OBJECT

public:
    EndAfterFrame(QWidget *widget, std::function<bool()> isFull)
        : QObject(widget)
        , m_isFull(std::move(isFull))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isFull()) {
            // Queued: the painting, and all that is painted along with it, comes before.
            QMetaObject::invokeMethod(
                this, [] { std::_Exit(0); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> m_isFull;
};

/// Answers the view of @p profile once, so that it is kept.
void fillHistory(const QString &profile, const SlowService &service, const View &view)
{
    const FixedClock clock(benchNow());
    const WorkspaceStore store(profile);
    Session session(
        {.endpoint = service.url(),
         .key = benchKey(),
         .historyFile = historyPath(profile + u"/history"_s, store.currentId(), service.url())},
        clock,
        std::make_unique<QNetworkAccessManager>());
    QEventLoop loop;
    Load *load = session.start(view.query, {}, &session);
    QObject::connect(load, &Load::finished, &loop, &QEventLoop::quit);
    loop.exec();
    delete load;
}

/// Milliseconds of a whole process from its start to its first full frame.
double startTime(const QString &profile)
{
    return medianOf(starts, [&profile] {
        return millisecondsOf([&profile] {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), {u"--start"_s, profile});
            if (!process.waitForFinished() || process.exitCode() != 0) {
                qFatal("the window did not start");
            }
        });
    });
}

double startTimeWith(const View &view)
{
    const SlowService service(std::chrono::milliseconds(0));
    const QTemporaryDir profile;
    prepareProfile(profile.path(), service.url(), view);
    fillHistory(profile.path(), service, view);
    const int before = service.seriesRequests();
    const double time = startTime(profile.path());
    if (service.seriesRequests() != before) {
        qFatal("the view did not come from the history");
    }
    return time;
}

} // namespace

int runStart(const QString &profile)
{
    if (profile.isEmpty()) {
        QMainWindow window;
        auto *view = new QChartView(&window); // the window's
        window.setCentralWidget(view);
        window.resize(1280, 800);
        const EndAfterFrame end(view->viewport(), [] { return true; });
        window.show();
        return QApplication::exec();
    }
    BenchWindow bench(profile);
    bench.open();
    auto *chart = bench.window().findChild<ChartView *>();
    const EndAfterFrame end(chart->viewport(), [&bench] {
        return !bench.controller().isLoading() && !bench.controller().model()->dataset()->isEmpty();
    });
    return QApplication::exec();
}

Figures benchStart()
{
    View view;
    view.query = fourSegments(Unit::Day, 90);
    const double empty = startTime({});
    const double start = startTimeWith(view);
    view.query = fourSegments(Unit::Hour, 365 * 24);
    const double year = startTimeWith(view);
    const QString days = u"90 days of 4 segments"_s;
    return {{.name = u"start_to_frame"_s,
             .value = start,
             .unit = u"ms"_s,
             .baseline = empty,
             .budget = {.ratio = 3},
             .remark = days},
            {.name = u"start_to_frame_time"_s,
             .value = start,
             .unit = u"ms"_s,
             .baseline = empty,
             .budget = {.value = 250},
             .remark = days},
            {.name = u"start_to_frame_year_of_hours"_s,
             .value = year,
             .unit = u"ms"_s,
             .baseline = empty,
             .budget = {.value = 250},
             .remark = u"365 days by the hour of 4 segments"_s}};
}

} // namespace emberline::test

#include "bench_start.moc"
