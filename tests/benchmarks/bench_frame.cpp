// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/manypoints.h"
#include "ui/chart/chartview.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QEventLoop>
#include <QFile>
#include <QLineSeries>
#include <QMainWindow>
#include <QProcess>
#include <QTextStream>
#include <QValueAxis>

#include <cmath>
#include <random>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int twoYears = 17'520; // hours
constexpr int twentyYears = 175'200;
constexpr int seriesCount = 10;

QImage frameImage()
{
    return {frameSize, QImage::Format_RGB32};
}

/// A chart of ours on screen.
class OurChart
{
public:
    explicit OurChart(const DatasetPtr &dataset)
    {
        m_model.setDataset(dataset, tenLooks());
        m_view.setModel(&m_model);
        m_view.setHeadings(u"Checkouts"_s, u"by segment"_s);
        m_view.resize(frameSize);
        m_view.show();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] ChartScene &scene() { return m_view.chartScene(); }
    [[nodiscard]] QWidget *viewport() const { return m_view.viewport(); }
    void paint() { m_view.QWidget::render(&m_image); }

private:
    DatasetModel m_model;
    ChartView m_view;
    QImage m_image = frameImage();
};

double panTime(OurChart &chart, int hours)
{
    int number = 0;
    return medianOf(41, [&] {
        return millisecondsOf([&] {
            chart.scene().setVisibleSpan(pannedSpan(hours, number++));
            chart.paint();
        });
    });
}

/// From everything to a few hours and on.
double zoomTime(OurChart &chart, int hours)
{
    int number = 0;
    return medianOf(41, [&] {
        return millisecondsOf([&] {
            const double half = hours / 2.0 * std::pow(0.8, number++);
            chart.scene().setVisibleSpan(std::pair(hours / 2.0 - half, hours / 2.0 + half));
            chart.paint();
        });
    });
}

/// Notes that a widget was painted.
class PaintWatch final : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

    void waitForPaint()
    {
        while (!std::exchange(m_isPainted, false)) {
            QCoreApplication::processEvents();
        }
    }

private:
    bool m_isPainted = false;
};

/// Until what changes is on screen.
double hoverTime(OurChart &chart)
{
    chart.scene().setVisibleSpan({});
    while (chart.scene().plan().moving) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    PaintWatch watch(chart.viewport());
    std::size_t bucket = 5'000;
    const auto hover = [&] {
        chart.scene().setHovered(bucket += 31);
        watch.waitForPaint();
    };
    hover(); // the lines become an image
    return medianOf(41, [&] { return millisecondsOf(hover); });
}

/// The same series put into Qt Charts as they are, with axes and grid.
double plainTime(const Dataset &dataset, int frames)
{
    QChartView view;
    auto *chart = view.chart();
    QList<QPointF> points;
    for (const Series &series : dataset.series) {
        auto *line = new QLineSeries(chart); // the chart's
        points.clear();
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            points.append(QPointF(static_cast<qreal>(i), series.values[i]));
        }
        line->replace(points);
        chart->addSeries(line);
    }
    chart->createDefaultAxes();
    view.resize(frameSize);
    view.show();
    QCoreApplication::processEvents();
    QImage image = frameImage();
    const auto hours = static_cast<int>(dataset.times.size());
    auto *axis = chart->axes(Qt::Horizontal).constFirst();
    int number = 0;
    return medianOf(frames, [&] {
        return millisecondsOf([&] {
            const auto [first, last] = pannedSpan(hours, number++);
            axis->setRange(first, last);
            view.QWidget::render(&image);
        });
    });
}

double residentMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray all = status.readAll();
    const auto at = all.indexOf("VmRSS:");
    return at < 0 ? 0 : all.mid(at + 6, 20).simplified().split(' ').constFirst().toDouble() / 1024;
}

double memoryOf(const QString &what)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--memory"_s, what});
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qFatal("the memory could not be measured");
    }
    return process.readAllStandardOutput().trimmed().toDouble();
}

QString remarkOf(const std::optional<double> &customPlot, double ours)
{
    return customPlot ? u"QCustomPlot %1 ms, %2 times ours"_s.arg(*customPlot, 0, 'f', 1)
                            .arg(*customPlot / ours, 0, 'f', 1)
                      : u"no QCustomPlot here to compare with"_s;
}

} // namespace

DatasetPtr tenSeries(int hours)
{
    auto dataset = std::make_shared<Dataset>();
    dataset->unit = Unit::Hour;
    dataset->granularity = Granularity::Hour;
    dataset->zone = QTimeZone("Europe/Berlin");
    const qint64 first = bucketOfDay(QDate(2026, 11, 23)) - hours * msPerHour;
    for (int i = 0; i < hours; ++i) {
        dataset->times.push_back(first + i * msPerHour);
    }
    std::mt19937 random(1);
    for (int i = 0; i < seriesCount; ++i) {
        Series series;
        series.key.segmentId = QString::number(i);
        series.states.assign(static_cast<std::size_t>(hours), BucketState::Counted);
        for (int hour = 0; hour < hours; ++hour) {
            const double rhythm = 200 * (i + 1) * (1.2 + std::sin(hour * 6.2832 / 24));
            series.values.push_back(
                std::floor(rhythm * (0.8 + 0.4 * double(random() % 1'000) / 1'000)));
        }
        dataset->series.push_back(std::move(series));
    }
    return dataset;
}

std::vector<DatasetModel::Look> tenLooks()
{
    std::vector<DatasetModel::Look> looks;
    for (int i = 0; i < seriesCount; ++i) {
        looks.push_back({.name = u"Segment %1"_s.arg(i + 1), .colorSlot = i});
    }
    return looks;
}

std::pair<double, double> pannedSpan(int hours, int number)
{
    const double width = hours * (0.9 + 0.01 * (number % 7));
    const double first = (hours - width) * (number % 5) / 5;
    return {first, first + width};
}

int runMemory(const QString &what)
{
    QMainWindow window;
    window.resize(frameSize);
    DatasetModel model;
    if (what.isEmpty()) {
        window.setCentralWidget(new QChartView(&window)); // the window's
    } else {
        model.setDataset(tenSeries(what.toInt()), tenLooks());
        auto *view = new ChartView(&window); // the window's
        view->setModel(&model);
        window.setCentralWidget(view);
    }
    window.show();
    QCoreApplication::processEvents();
    window.grab();
    QTextStream(stdout) << residentMebibytes() << Qt::endl;
    return 0;
}

Figures benchFrame()
{
    const DatasetPtr twoYearsOf = tenSeries(twoYears);
    OurChart chart(twoYearsOf);
    const double pan = panTime(chart, twoYears);
    const double zoom = zoomTime(chart, twoYears);
    const double hover = hoverTime(chart);
    const double plain = plainTime(*twoYearsOf, 5);
    const std::optional<double> customPlot = customPlotTime(*twoYearsOf);

    const DatasetPtr twentyYearsOf = tenSeries(twentyYears);
    OurChart longChart(twentyYearsOf);
    const double longPan = panTime(longChart, twentyYears);
    const std::optional<double> longCustomPlot = customPlotTime(*twentyYearsOf);

    const double thirtieth = 1.0 / 30;
    return {{.name = u"frame_10x17520"_s,
             .value = pan,
             .unit = u"ms"_s,
             .baseline = plain,
             .budget = {.ratio = thirtieth},
             .remark = u"plain Qt Charts in the same run"_s},
            {.name = u"frame_10x17520_time"_s,
             .value = pan,
             .unit = u"ms"_s,
             .baseline = customPlot,
             .budget = {.value = 8},
             .remark = remarkOf(customPlot, pan)},
            {.name = u"frame_10x17520_zoomed"_s,
             .value = zoom,
             .unit = u"ms"_s,
             .baseline = pan,
             .budget = {.value = 8},
             .remark = u"from all hours to two"_s},
            {.name = u"frame_10x175200"_s,
             .value = longPan,
             .unit = u"ms"_s,
             .baseline = longCustomPlot,
             .budget = {.value = 8},
             .remark = remarkOf(longCustomPlot, longPan)},
            {.name = u"hover"_s,
             .value = hover,
             .unit = u"ms"_s,
             .baseline = pan,
             .budget = {.value = 2},
             .remark = u"10 series × 17,520 points, until it is painted"_s},
            {.name = u"memory_10x17520"_s,
             .value = memoryOf(QString::number(twoYears)),
             .unit = u"MiB"_s,
             .baseline = memoryOf({}),
             .budget = {.value = 100},
             .remark = u"resident, a window with the chart; an empty chart window beside it"_s}};
}

} // namespace emberline::test

#include "bench_frame.moc"
