// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/slowservice.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int days = 90;

struct Outcome
{
    int exitCode = -1;
    double milliseconds = 0;
};

Outcome runProgram(const QString &program, const QStringList &arguments)
{
    Outcome outcome;
    outcome.milliseconds = millisecondsOf([&] {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (process.waitForStarted() && process.waitForFinished()
            && process.exitStatus() == QProcess::NormalExit) {
            outcome.exitCode = process.exitCode();
        }
    });
    return outcome;
}

double usualTime(const QString &program, const QStringList &arguments)
{
    return medianOf(5, [&] {
        const Outcome outcome = runProgram(program, arguments);
        if (outcome.exitCode != 0) {
            qFatal("%s failed", qUtf8Printable(program));
        }
        return outcome.milliseconds;
    });
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        qFatal("can't write %s", qUtf8Printable(path));
    }
}

/// The same number of days and lines as the script reads them.
QByteArray sameLines()
{
    QByteArray text = "date,a,b,c,d\n";
    for (int day = 0; day < days; ++day) {
        text += benchNow().date().addDays(day - days).toString(Qt::ISODate).toLatin1();
        for (int series = 1; series <= 4; ++series) {
            text += ',' + QByteArray::number(std::floor(1000 * series * (2 + std::sin(day * 0.9))));
        }
        text += '\n';
    }
    return text;
}

/// The system's or the first on the path that has pandas and matplotlib; empty: none has.
QString plottingPython()
{
    for (const QString &python : {u"/usr/bin/python3"_s, u"python3"_s}) {
        if (runProgram(python, {u"-c"_s, u"import pandas, matplotlib"_s}).exitCode == 0) {
            return python;
        }
    }
    return {};
}

/// What a script takes for it; none without @p python.
std::optional<double> scriptTime(const QString &python, const QString &folder, int scale)
{
    if (python.isEmpty()) {
        return {};
    }
    const QString table = folder + u"/lines.csv"_s;
    writeFile(table, sameLines());
    return usualTime(python,
                     {QStringLiteral(BENCHMARKS_DIR "/plotlines.py"),
                      table,
                      folder + u"/lines.png"_s,
                      QString::number(scale)});
}

Figure figureOf(const QString &name, double time, std::optional<double> script, double most)
{
    Figure figure{.name = name, .value = time, .unit = u"ms"_s, .baseline = script};
    if (script) {
        figure.budget.ratio = most;
        figure.remark = u"90 days of 4 segments; baseline: pandas and matplotlib"_s;
    } else {
        figure.remark = u"90 days of 4 segments; no pandas or matplotlib here to compare with"_s;
    }
    return figure;
}

} // namespace

Figures benchRender()
{
    const SlowService service(std::chrono::milliseconds(0));
    const QTemporaryDir folder;
    const QString keyFile = folder.filePath(u"key"_s);
    writeFile(keyFile, benchKey().bytes());
    const Query query = fourSegments(Unit::Day, days);
    QStringList arguments{u"render"_s,
                          u"--endpoint"_s,
                          service.url().toString(),
                          u"--key-file"_s,
                          keyFile,
                          u"--history"_s,
                          folder.path(),
                          u"--profile"_s,
                          folder.filePath(u"profile"_s),
                          u"--now"_s,
                          benchNow().toString(Qt::ISODate),
                          u"--event"_s,
                          query.events.constFirst(),
                          u"--length"_s,
                          QString::number(days),
                          u"--size"_s,
                          u"1920x1080"_s,
                          u"--out"_s,
                          folder.path()};
    for (const Choice &segment : query.segments) {
        arguments += {u"--segment"_s, segment.id + u'=' + segment.label};
    }
    const QString program = QStringLiteral(EMBERLINE_PROGRAM);
    if (runProgram(program, arguments).exitCode != 0) {
        qFatal("the history could not be filled");
    }
    const double time = usualTime(program, arguments + QStringList{u"--offline"_s});
    const double twice = usualTime(program,
                                   arguments + QStringList{u"--offline"_s, u"--scale"_s, u"2"_s});
    const QString python = plottingPython();
    return {figureOf(u"render_history"_s, time, scriptTime(python, folder.path(), 1), 0.2),
            figureOf(u"render_history_at_2x"_s, twice, scriptTime(python, folder.path(), 2), 0.25)};
}

} // namespace emberline::test
