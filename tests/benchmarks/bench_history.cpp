// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/history/historydesk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int hoursOfTenYears = 87'600;

SeriesKey seriesNumber(int number)
{
    return hourly(u"event "_s + QString::number(number));
}

/// Counts with a day's rhythm and noise, fetched in requests of 100.
std::vector<HeldBucket> livelyHours(int count, int seed)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    std::vector<HeldBucket> buckets = hours(count);
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const double rhythm = 500 * (1.2 + std::sin(double(i) * 6.2832 / 24));
        buckets[i].value = std::floor(rhythm * (0.8 + 0.4 * double(random() % 1000) / 1000));
        buckets[i].fetchedAt += qint64(i / 100) * 50;
    }
    return buckets;
}

void store(HistoryFile &file, std::vector<HeldSeries> &series)
{
    if (!file.store(series)) {
        qFatal("could not store");
    }
    series.clear();
}

/// Fills @p path with @p series series, ten of them a transaction; bytes per bucket once closed.
double fill(const QString &path, int series, int count)
{
    {
        HistoryFile file(path);
        std::vector<HeldSeries> some;
        for (int i = 0; i < series; ++i) {
            some.push_back({.key = seriesNumber(i), .buckets = livelyHours(count, i)});
            if (some.size() == 10) {
                store(file, some);
            }
        }
        store(file, some);
    }
    return double(HistoryFile(path).size()) / (double(series) * count);
}

/// The median of several reads of @p keys by a program that has just started, in milliseconds.
double readTime(const QString &path, const std::vector<SeriesKey> &keys, std::size_t expected)
{
    std::array<double, 9> times{};
    for (double &time : times) {
        QElapsedTimer timer;
        timer.start();
        HistoryFile file(path);
        const auto held = file.read(keys, allTime);
        time = double(timer.nsecsElapsed()) / 1e6;
        if (!held || held->back().size() != expected) {
            qFatal("not everything is held");
        }
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void print(const char *name, double value, const char *unit, double baseline, double budget)
{
    const bool ok = value <= budget;
    std::printf("%s value=%.3f unit=%s baseline=%.3f ratio=%.2f budget=%.3f %s\n",
                name,
                value,
                unit,
                baseline,
                value / baseline,
                budget,
                ok ? "ok" : "short");
}

} // namespace

} // namespace emberline::test

/// bench_history [SERIES]: figures of the history; the growth is measured with SERIES series of ten
/// years by the hour (default 50) against ten.
int main(int argc, char *argv[])
{
    using namespace emberline;
    using namespace emberline::test;
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int many = arguments.size() > 1 ? std::max(11, arguments.at(1).toInt()) : 50;
    const QTemporaryDir folder;

    const QString twoYears = folder.filePath(u"two-years"_s);
    const double small = fill(twoYears, 10, 17'520);
    std::vector<SeriesKey> ten;
    ten.reserve(10);
    for (int i = 0; i < 10; ++i) {
        ten.push_back(seriesNumber(i));
    }
    const double one = readTime(twoYears, {seriesNumber(5)}, 17'520);
    print("history-read-10x17520", readTime(twoYears, ten, 17'520), "ms", one, 50);

    const QString few = folder.filePath(u"few"_s);
    const QString lots = folder.filePath(u"many"_s);
    const double fewBytes = fill(few, 10, hoursOfTenYears);
    const double manyBytes = fill(lots, many, hoursOfTenYears);
    print("history-bytes-per-bucket", manyBytes, "B", fewBytes, std::min(fewBytes * 1.1, 2.5));
    const double fewTime = readTime(few, {seriesNumber(5)}, hoursOfTenYears);
    const double manyTime = readTime(lots, {seriesNumber(many / 2)}, hoursOfTenYears);
    print("history-read-one-of-many", manyTime, "ms", fewTime, fewTime * 1.25);
    std::printf("# %d series, %.1f million buckets; two years alone: %.3f B a bucket\n",
                many,
                double(many) * hoursOfTenYears / 1e6,
                small);
    return 0;
}
