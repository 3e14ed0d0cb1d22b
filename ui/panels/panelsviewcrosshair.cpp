// SPDX-License-Identifier: GPL-3.0-or-later
// One crosshair through all panels.
#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartstyle.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/panelreadout.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Where @p key leads from @p bucket among those in view.
std::size_t steppedBucket(std::optional<std::size_t> bucket, const BucketSpan &view, int key)
{
    if (key == Qt::Key_Home || (key == Qt::Key_Right && !bucket.has_value())) {
        return view.first;
    }
    if (key == Qt::Key_End || !bucket.has_value()) {
        return view.last;
    }
    const std::size_t from = std::clamp(*bucket, view.first, view.last);
    if (key == Qt::Key_Left) {
        return from == view.first ? from : from - 1;
    }
    return std::min(from + 1, view.last);
}

} // namespace

std::optional<std::size_t> PanelsView::crosshairBucket() const
{
    const int row = m_crosshair.has_value() ? m_model->rowOf(*m_crosshair) : -1;
    return row < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row));
}

/// Between the panels and over the bars the crosshair stays where it was, to be read and copied.
void PanelsView::point(PanelView *view, std::optional<std::size_t> bucket)
{
    const std::vector<BucketTime> &times = m_model->dataset()->times;
    if (bucket.has_value() && *bucket < times.size() && !m_readout->isPinned()) {
        m_pointed = view;
        m_crosshair = times[*bucket];
    }
    showCrosshair();
}

void PanelsView::step(PanelView *view, int key)
{
    const ChartFrame &frame = view->chart().chartScene().frame();
    if (frame.isEmpty()) {
        return;
    }
    const std::size_t bucket = steppedBucket(crosshairBucket(), frame.shown(), key);
    m_pointed = view;
    pick(m_model->dataset()->times.at(bucket));
}

void PanelsView::pick(BucketTime bucket)
{
    m_crosshair = bucket;
    setMarkedBucket(bucket);
    showCrosshair();
    Q_EMIT bucketPicked(bucket);
}

void PanelsView::showCrosshair()
{
    if (m_model == nullptr) {
        return;
    }
    const std::optional<std::size_t> bucket = crosshairBucket();
    const bool linked = m_view.look.panels.linkedCrosshair;
    for (PanelView *view : m_views) {
        if (isInSight(*view)) {
            const bool isHere = view == m_pointed;
            view->setCrosshair(linked || isHere ? bucket : std::nullopt, isHere);
            view->chart().setTakesEscape(m_enlarged.has_value() || m_readout->isPinned());
        }
    }
    m_readout->setReadout(readout());
}

Readout PanelsView::readout() const
{
    const std::optional<std::size_t> bucket = crosshairBucket();
    if (!bucket.has_value()) {
        return {};
    }
    const Dataset &dataset = *m_model->dataset();
    const auto textOfTime = [this, &dataset](BucketTime time) {
        return bucketText(time, dataset.granularity, dataset.zone, locale());
    };
    Readout readout{.date = textOfTime(dataset.times[*bucket])};
    if (!m_model->earlier().empty()) {
        const std::optional<BucketTime> before = m_model->earlier().front().times[*bucket];
        readout.versus = before ? tr("vs %1").arg(textOfTime(*before)) : QString();
    }
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        if (m_view.look.panels.linkedCrosshair || m_views[i] == m_pointed) {
            addReadings(readout, m_panels[i], *bucket);
        }
    }
    return readout;
}

void PanelsView::addReadings(Readout &readout, const Panel &panel, std::size_t bucket) const
{
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        const std::size_t index = panel.series[i];
        const Series &series = m_model->dataset()->series[index];
        const QString name = displayText(panel.name);
        Readout::Item item{.swatch = swatchIn(panel, i),
                           .name = panel.series.size() == 1
                                     ? name
                                     : tr("%1, %2").arg(name, displayText(panel.looks[i].name))};
        item.value = hasValue(series.states[bucket])
                       ? fullNumber(series.values[bucket], locale())
                       : m_model->index(static_cast<int>(bucket), m_model->valueColumn(index))
                             .data()
                             .toString();
        if (!m_model->earlier().empty()) {
            const std::optional<Change> change = changeOf(series,
                                                          m_model->earlier().front().series[index],
                                                          {.first = bucket, .last = bucket});
            if (change.has_value()) {
                item.change = directedPercentText(*change, locale());
                item.signedChange = signedPercentText(*change, locale());
            }
        }
        readout.items.push_back(item);
    }
}

} // namespace emberline
