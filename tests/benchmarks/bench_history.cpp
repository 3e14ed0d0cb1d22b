// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/history/historydesk.h"
#include "tests/benchmarks/figures.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
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

/// What a program that has just started takes to read @p keys; the median of several, in
/// milliseconds.
double readTime(const QString &path, const std::vector<SeriesKey> &keys, std::size_t expected)
{
    return medianOf(9, [&] {
        return millisecondsOf([&] {
            HistoryFile file(path);
            const auto held = file.read(keys, allTime);
            if (!held || held->back().size() != expected) {
                qFatal("not everything is held");
            }
        });
    });
}

/// What somebody may have after years: 87.6 million buckets. EMBERLINE_BENCH_SERIES=100 takes less
/// time and says the same.
int manySeries()
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("EMBERLINE_BENCH_SERIES", &isSet);
    return isSet ? std::max(1, wanted) : 1'000;
}

} // namespace

Figures benchHistory()
{
    const QTemporaryDir folder;
    const QString twoYears = folder.filePath(u"two-years"_s);
    static_cast<void>(fill(twoYears, 10, 17'520));
    std::vector<SeriesKey> ten;
    ten.reserve(10);
    for (int i = 0; i < 10; ++i) {
        ten.push_back(seriesNumber(i));
    }
    const double one = readTime(twoYears, {seriesNumber(5)}, 17'520);
    const double all = readTime(twoYears, ten, 17'520);

    const int many = manySeries();
    const QString alone = folder.filePath(u"alone"_s);
    const QString big = folder.filePath(u"big"_s);
    const double aloneBytes = fill(alone, 1, hoursOfTenYears);
    const double bigBytes = fill(big, many, hoursOfTenYears);
    const double aloneTime = readTime(alone, {seriesNumber(0)}, hoursOfTenYears);
    const double bigTime = readTime(big, {seriesNumber(many / 2)}, hoursOfTenYears);
    const QString size = u"%1 series of ten years by the hour, %2 million buckets"_s.arg(many).arg(
        double(many) * hoursOfTenYears / 1e6, 0, 'f', 1);
    return {{.name = u"history_big_bytes"_s,
             .value = bigBytes,
             .unit = u"B/bucket"_s,
             .baseline = aloneBytes,
             .budget = {.ratio = 1.1},
             .remark = size},
            {.name = u"history_big_read_one"_s,
             .value = bigTime,
             .unit = u"ms"_s,
             .baseline = aloneTime,
             .budget = {.ratio = 1.25},
             .remark = size},
            {.name = u"history_10x17520"_s,
             .value = all,
             .unit = u"ms"_s,
             .baseline = one,
             .budget = {.value = 50}}};
}

} // namespace emberline::test
