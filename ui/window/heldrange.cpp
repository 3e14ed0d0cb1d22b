// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/heldrange.h"

#include "app/history/history.h"
#include "ui/feedback/toast.h"
#include "ui/window/viewcontroller.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

struct Extent
{
    BucketTime first = std::numeric_limits<BucketTime>::max();
    BucketTime last = std::numeric_limits<BucketTime>::min();
};

/// From the first to the last bucket of all series; each is sorted. One at the beginning that an
/// answer may have cut is left out: it would be asked for again, with one more before it.
std::optional<Extent> extentOf(const HeldBuckets &held)
{
    Extent extent;
    for (const std::vector<HeldBucket> &series : held) {
        const auto whole = std::find_if(
            series.begin(), series.end(), [](const auto &bucket) { return bucket.inside; });
        if (!series.empty()) {
            const auto first = whole == series.end() ? series.begin() : whole;
            extent.first = std::min(extent.first, first->time);
            extent.last = std::max(extent.last, series.back().time);
        }
    }
    return extent.first <= extent.last ? std::optional(extent) : std::nullopt;
}

/// The later part of it where all would be too long.
Range rangeOf(const Extent &extent, Unit unit)
{
    const BucketTime longest = (longestRange - 1) * bucketWidth(unit);
    const BucketTime first = std::max(extent.first, extent.last - longest);
    switch (unit) {
    case Unit::Hour:
        return HourSpan{.first = QDateTime::fromMSecsSinceEpoch(first, Qt::UTC),
                        .last = QDateTime::fromMSecsSinceEpoch(extent.last, Qt::UTC)};
    case Unit::Day:
        return DaySpan{.first = dayOf(first), .last = dayOf(extent.last)};
    }
    Q_UNREACHABLE();
}

} // namespace

HeldRange::HeldRange(ViewController &controller, QWidget *page)
    : QObject(page)
    , m_controller(controller)
    , m_page(page)
{
    const auto drop = [this] {
        delete m_read.data();
    };
    connect(&controller, &ViewController::workspaceOpened, this, drop);
    connect(&controller, &ViewController::closed, this, drop);
}

void HeldRange::choose()
{
    delete m_read.data();
    History *history = m_controller.history();
    const std::vector<SeriesKey> keys = seriesOf(m_controller.view().query);
    if (history == nullptr || keys.empty()) {
        tellNothing();
        return;
    }
    m_read = history->read(keys, {.last = std::numeric_limits<BucketTime>::max() / 2}, this);
    connect(m_read, &HistoryRead::finished, this, [this, keys](const HeldBuckets &held) {
        m_read->deleteLater();
        m_read.clear();
        take(keys, held);
    });
}

void HeldRange::take(const std::vector<SeriesKey> &keys, const HeldBuckets &held)
{
    Query query = m_controller.view().query;
    if (seriesOf(query) != keys) {
        return; // another view was chosen meanwhile
    }
    if (const std::optional<Extent> extent = extentOf(held)) {
        query.range = rangeOf(*extent, query.unit);
        m_controller.setQuery(query);
    } else {
        tellNothing();
    }
}

void HeldRange::tellNothing()
{
    const QString sentence = tr("Nothing of this view is kept on this computer yet.");
    auto *toast = new Toast(u"info"_s, sentence, m_page); // the page's; deletes itself
    toast->show();
}

} // namespace emberline
