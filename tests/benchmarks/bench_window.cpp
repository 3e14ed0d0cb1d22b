// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/slowservice.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr std::chrono::milliseconds latency{50};
constexpr int yearOfHours = 365 * 24;
constexpr double frame = 1000.0 / 60;

/// Notes how late a timer of one millisecond comes: so long nothing else could be handled either.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(&m_timer, [this] { beat(); });
        m_elapsed.start();
        m_timer.start(std::chrono::milliseconds(1));
    }

    /// Milliseconds between two beats, longest first.
    [[nodiscard]] std::vector<double> longest() const { return sorted(m_gaps); }
    /// The same, less what other programs had the processor for.
    [[nodiscard]] std::vector<double> busiest() const { return sorted(m_work); }

private:
    static std::vector<double> sorted(std::vector<double> values)
    {
        std::sort(values.rbegin(), values.rend());
        return values;
    }

    /// Milliseconds of the processor that this thread has had.
    static double workDone()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    void beat()
    {
        m_gaps.push_back(double(m_elapsed.nsecsElapsed()) / 1e6);
        m_elapsed.start();
        const double work = workDone();
        m_work.push_back(work - std::exchange(m_before, work));
    }

    QTimer m_timer;
    QElapsedTimer m_elapsed;
    double m_before = workDone();
    std::vector<double> m_gaps;
    std::vector<double> m_work;
};

void waitFor(ViewController &controller)
{
    QEventLoop loop;
    QObject::connect(&controller, &ViewController::answered, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What is still to be painted is a part of it.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(std::chrono::milliseconds(200), &loop, &QEventLoop::quit);
    loop.exec();
}

View dayView()
{
    View view;
    view.query = fourSegments(Unit::Day, 30);
    return view;
}

} // namespace

Figures benchWindow()
{
    const SlowService service(latency);
    const QTemporaryDir profile;
    prepareProfile(profile.path(), service.url(), dayView());
    BenchWindow bench(profile.path());
    bench.open();
    waitFor(bench.controller());
    settle();

    const int before = service.seriesRequests();
    QObject::connect(&bench.controller(),
                     &ViewController::loadCostly,
                     &bench.controller(),
                     &ViewController::proceed,
                     Qt::QueuedConnection);
    bench.controller().setQuery(fourSegments(Unit::Hour, yearOfHours));
    Heartbeat heart;
    waitFor(bench.controller());
    settle();
    const std::vector<double> gaps = heart.longest();
    const auto blocks = std::count_if(
        gaps.begin(), gaps.end(), [](double gap) { return gap > frame; });
    return {{.name = u"gui_block"_s,
             .value = gaps.front(),
             .unit = u"ms"_s,
             .baseline = frame,
             .budget = {.value = 50},
             .remark = u"%1 requests, %2 blocks longer than a frame, the next %3 and %4 ms"_s
                           .arg(service.seriesRequests() - before)
                           .arg(blocks)
                           .arg(gaps[1], 0, 'f', 1)
                           .arg(gaps[2], 0, 'f', 1)},
            {.name = u"gui_block_work"_s,
             .value = heart.busiest().front(),
             .unit = u"ms"_s,
             .baseline = gaps.front(),
             .budget = {.value = 50},
             .remark = u"the longest block on a processor of its own"_s}};
}

} // namespace emberline::test
