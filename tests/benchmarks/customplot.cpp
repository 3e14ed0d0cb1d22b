// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot's header needs them.
#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH

#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/manypoints.h"

#ifdef EMBERLINE_CUSTOMPLOT

#include "ui/theme/tokens.h"

#include <qcustomplot.h>

namespace emberline::test {

std::optional<double> customPlotTime(const Dataset &dataset)
{
    QCustomPlot plot;
    plot.resize(frameSize);
    QVector<double> keys;
    for (std::size_t i = 0; i < dataset.times.size(); ++i) {
        keys.append(double(i));
    }
    int slot = 0;
    for (const Series &series : dataset.series) {
        QCPGraph *graph = plot.addGraph();
        graph->setPen(QPen(seriesColor(lightTokens(), slot++), 1));
        graph->setData(keys, QVector<double>(series.values.begin(), series.values.end()), true);
    }
    plot.rescaleAxes();
    plot.show();
    QCoreApplication::processEvents();
    const auto hours = static_cast<int>(dataset.times.size());
    int number = 0;
    return medianOf(15, [&] {
        return millisecondsOf([&] {
            const auto [first, last] = pannedSpan(hours, number++);
            plot.xAxis->setRange(first, last);
            plot.replot(QCustomPlot::rpImmediateRefresh);
        });
    });
}

} // namespace emberline::test

#else

namespace emberline::test {

std::optional<double> customPlotTime(const Dataset & /*dataset*/)
{
    return {};
}

} // namespace emberline::test

#endif
