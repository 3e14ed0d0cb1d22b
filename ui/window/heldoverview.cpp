// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/heldoverview.h"

#include "app/history/history.h"
#include "app/load/heldaround.h"
#include "app/series/rollup.h"
#include "ui/chart/overview.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <algorithm>
#include <iterator>

namespace emberline {

HeldOverview::HeldOverview(ViewController &controller, WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_page(*page)
{
    const auto drop = [this] {
        delete m_read.data();
    };
    connect(&controller, &ViewController::workspaceOpened, this, drop);
    connect(&controller, &ViewController::closed, this, drop);
    connect(controller.model(), &DatasetModel::modelReset, this, &HeldOverview::follow);
}

void HeldOverview::follow()
{
    delete m_read.data();
    const DatasetPtr base = m_controller.base();
    History *history = m_controller.history();
    if (history == nullptr || base->isEmpty() || base->isLoading) {
        return; // the overview shows the range
    }
    std::vector<SeriesKey> keys;
    std::transform(base->series.begin(),
                   base->series.end(),
                   std::back_inserter(keys),
                   [](const Series &series) { return series.key; });
    m_read = history->read(
        keys,
        {.first = base->times.back() - lookedOver, .last = base->times.front() + lookedOver},
        this);
    connect(m_read, &HistoryRead::finished, this, [this](const HeldBuckets &held) {
        m_read->deleteLater();
        m_read.clear();
        take(held);
    });
}

void HeldOverview::take(const HeldBuckets &held)
{
    const DatasetPtr base = m_controller.base();
    Dataset around = withHeldAround(*base, held);
    if (around.times.size() == base->times.size()) {
        return;
    }
    const Granularity shown = m_controller.model()->dataset()->granularity;
    if (shown != around.granularity) {
        const Workspace &workspace = m_controller.workspace();
        around = rollUp(around, shown, {.zone = workspace.zone, .weekStart = workspace.weekStart});
    }
    m_page.overview().setAround(std::make_shared<const Dataset>(std::move(around)));
}

} // namespace emberline
