// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"

#include <QDate>
#include <QTime>

#include <initializer_list>

namespace emberline::test {

using namespace Qt::Literals::StringLiterals;

/// Days that end on 23 November 2026, fetched that day at 14:05 Berlin time.
inline Dataset emptyDays(int count)
{
    Dataset dataset;
    dataset.unit = Unit::Day;
    dataset.zone = QTimeZone("Europe/Berlin");
    dataset.fetchedAt = QDateTime(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC);
    const QDate last(2026, 11, 23);
    for (int i = count - 1; i >= 0; --i) {
        dataset.times.push_back(bucketOfDay(last.addDays(-i)));
    }
    return dataset;
}

/// A counted series for every time of @p dataset from @p values, repeated as needed.
inline void addSeries(Dataset &dataset, const std::vector<double> &values)
{
    Series series;
    series.key.metric.name = u"checkout_completed"_s;
    series.key.segmentId = dataset.series.empty() ? QString()
                                                  : QString::number(dataset.series.size());
    for (std::size_t i = 0; i < dataset.times.size(); ++i) {
        series.values.push_back(values[i % values.size()]);
        series.states.push_back(BucketState::Counted);
    }
    dataset.series.push_back(series);
}

/// Takes the value of @p bucket away from every series, or only marks it.
inline void setState(Dataset &dataset, std::size_t bucket, BucketState state)
{
    for (Series &series : dataset.series) {
        series.states[bucket] = state;
        if (!hasValue(state)) {
            series.values[bucket] = 0;
        }
    }
}

/// One series of @p values, all counted.
inline Dataset daysOf(const std::vector<double> &values)
{
    Dataset dataset = emptyDays(static_cast<int>(values.size()));
    addSeries(dataset, values);
    return dataset;
}

/// The thirty days of the mock-ups: four series, today incomplete.
inline Dataset shopDays()
{
    Dataset dataset = emptyDays(30);
    const std::vector<double> all{15150, 13950, 12230, 12120, 12400, 13150, 14230, 15500,
                                  14180, 12900, 12580, 12660, 12650, 14100, 14650, 14270,
                                  13000, 12550, 13480, 16920, 17772, 17230, 15190, 13390,
                                  12257, 12364, 12977, 14848, 15204, 9120};
    const std::vector<double> gold{4400, 4260, 3910, 3840, 3830, 4130, 4330, 4570, 4420, 4020,
                                   3880, 3820, 3980, 4320, 4430, 4200, 3920, 3800, 4640, 6255,
                                   6053, 5400, 4660, 4080, 3786, 3801, 3989, 4241, 4655, 2880};
    const std::vector<double> silver{3580, 3340, 2930, 2830, 2920, 3130, 3350, 3650, 3450, 3170,
                                     2970, 2990, 3040, 3120, 3490, 3330, 3090, 2950, 3090, 3840,
                                     4108, 4090, 3580, 3120, 2857, 2824, 2940, 3441, 3290, 1904};
    const std::vector<double> basic{6730, 6050, 5100, 4990, 5180, 5750, 6120, 6610, 6110, 5430,
                                    5220, 5030, 5440, 5910, 6280, 5930, 5360, 5050, 5400, 6270,
                                    6759, 6962, 6200, 5440, 4803, 5092, 5451, 6243, 6480, 3796};
    for (const std::vector<double> &values : {all, gold, silver, basic}) {
        addSeries(dataset, values);
    }
    setState(dataset, 29, BucketState::Incomplete);
    return dataset;
}

inline std::vector<DatasetModel::Look> shopLooks()
{
    return {{.name = u"All users"_s, .colorSlot = -1},
            {.name = u"Gold members"_s, .colorSlot = 0},
            {.name = u"Silver members"_s, .colorSlot = 1},
            {.name = u"Basic members"_s, .colorSlot = 2}};
}

/// Looks "Series 1" … for every series of @p dataset, in the colours of their order.
inline std::vector<DatasetModel::Look> looksFor(const Dataset &dataset)
{
    std::vector<DatasetModel::Look> looks;
    for (std::size_t i = 0; i < dataset.series.size(); ++i) {
        looks.push_back({.name = u"Series %1"_s.arg(i + 1), .colorSlot = static_cast<int>(i)});
    }
    return looks;
}

} // namespace emberline::test
