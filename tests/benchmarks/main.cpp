// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/figures.h"

#include <QApplication>
#include <QStringList>
#include <QTextStream>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

/// emberline_bench [SUBJECT…]: prints one line a figure, those that mean the same on any machine
/// first. Always ends well: figures are for reading, not for passing.
int main(int argc, char *argv[])
{
    using namespace emberline::test;
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == u"--start") {
        return runStart(arguments.value(1));
    }
    if (arguments.value(0) == u"--memory") {
        return runMemory(arguments.value(1));
    }
    const std::array benchmarks{Benchmark{"frame", benchFrame},
                                Benchmark{"load", benchLoad},
                                Benchmark{"window", benchWindow},
                                Benchmark{"start", benchStart},
                                Benchmark{"history", benchHistory},
                                Benchmark{"render", benchRender},
                                Benchmark{"export", benchExport}};
    Figures all;
    for (const Benchmark &benchmark : benchmarks) {
        if (arguments.isEmpty() || arguments.contains(QLatin1String(benchmark.name))) {
            QTextStream(stderr) << "# measuring: " << benchmark.name << Qt::endl;
            const Figures figures = benchmark.run();
            all.insert(all.end(), figures.begin(), figures.end());
        }
    }
    std::stable_partition(all.begin(), all.end(), [](const Figure &figure) {
        return figure.budget.ratio.has_value();
    });
    for (const Figure &figure : all) {
        QTextStream(stdout) << lineOf(figure) << Qt::endl;
    }
    return 0;
}
