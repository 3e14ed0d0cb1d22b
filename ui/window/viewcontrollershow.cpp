// SPDX-License-Identifier: GPL-3.0-or-later
// How answers come onto the screen.
#include "app/models/serieslooks.h"
#include "app/series/rollup.h"
#include "ui/window/answerchecks.h"
#include "ui/window/viewcontroller.h"

namespace emberline {

void ViewController::show(const Query &query, const DatasetPtr &dataset)
{
    if (dataset->series.empty()) {
        return;
    }
    const Granularity granularity = m_view.query.granularity;
    m_answeredView = m_view;
    m_answeredView.query = query;
    if (differsInGranularityOnly(query, m_view.query)) { // it was switched while this was loading
        m_answeredView.query.granularity = granularity;
    }
    m_base = dataset;
    showBase();
}

void ViewController::showPartial(const Query &query, const DatasetPtr &partial)
{
    // Where nothing can be kept it knows less than what is on screen already.
    const bool isPoorer = differsInGranularityOnly(query, m_answeredView.query)
                       && readBuckets(*partial) < readBuckets(*m_base);
    if (!isPoorer) {
        show(query, partial);
        Q_EMIT arrived();
    }
}

void ViewController::showBase()
{
    const Calendar calendar{.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
    const Query &query = m_answeredView.query;
    const bool isWhole = query.granularity == m_base->granularity;
    const DatasetPtr shown = isWhole ? m_base
                                     : std::make_shared<const Dataset>(
                                         rollUp(*m_base, query.granularity, calendar));
    m_model.setDataset(shown, looksOf(query, *shown, m_workspace.colorSlots, allUsersName()));
}

void ViewController::showNothing()
{
    m_base = std::make_shared<const Dataset>();
    m_model.setDataset(m_base, {});
}

/// What was not loaded by now will not come by itself.
void ViewController::settleBase()
{
    if (m_base->isLoading) {
        auto part = std::make_shared<Dataset>(*m_base);
        part->isLoading = false;
        m_base = part;
        showBase();
    }
}

} // namespace emberline
