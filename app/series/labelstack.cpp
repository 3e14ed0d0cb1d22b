// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/labelstack.h"

#include <algorithm>
#include <numeric>

namespace emberline {

namespace {

/// Labels that touch and move as one.
struct Cluster
{
    double sum = 0; ///< of the places of its first label that each member asks for
    std::size_t count = 0;

    [[nodiscard]] double start(const LabelBand &band) const
    {
        const double room = band.pitch * static_cast<double>(count - 1);
        const double lowest = std::max(band.top, band.bottom - room);
        return std::clamp(sum / static_cast<double>(count), band.top, lowest);
    }
    [[nodiscard]] double end(const LabelBand &band) const
    {
        return start(band) + band.pitch * static_cast<double>(count);
    }
    void take(const Cluster &next, double pitch)
    {
        sum += next.sum - static_cast<double>(next.count * count) * pitch;
        count += next.count;
    }
};

} // namespace

std::vector<double> spreadLabels(const std::vector<double> &wanted, const LabelBand &band)
{
    LabelBand used = band;
    if (wanted.size() > 1) {
        const double evenly = std::max(0.0, band.bottom - band.top)
                            / static_cast<double>(wanted.size() - 1);
        used.pitch = std::min(band.pitch, evenly);
    }
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&wanted](std::size_t a, std::size_t b) {
        return wanted[a] < wanted[b];
    });

    std::vector<Cluster> clusters;
    for (const std::size_t label : order) {
        clusters.push_back({.sum = wanted[label], .count = 1});
        while (clusters.size() > 1
               && clusters[clusters.size() - 2].end(used) > clusters.back().start(used)) {
            const Cluster last = clusters.back();
            clusters.pop_back();
            clusters.back().take(last, used.pitch);
        }
    }

    std::vector<double> places(wanted.size());
    std::size_t next = 0;
    for (const Cluster &cluster : clusters) {
        for (std::size_t i = 0; i < cluster.count; ++i) {
            places[order[next++]] = cluster.start(used) + static_cast<double>(i) * used.pitch;
        }
    }
    return places;
}

} // namespace emberline
