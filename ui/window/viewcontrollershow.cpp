// SPDX-License-Identifier: GPL-3.0-or-later
// How answers come onto the screen.
#include "app/models/serieslooks.h"
#include "ui/window/answerchecks.h"
#include "ui/window/viewcontroller.h"

namespace emberline {

void ViewController::show(const Query &query, const DatasetPtr &dataset)
{
    if (dataset->series.empty()) {
        return;
    }
    const Granularity granularity = m_view.query.granularity;
    if (!differsInGranularityOnly(query, m_answeredView.query)) {
        m_earlier->clear(); // it is about another time
    }
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

/// Earlier times come last: what was asked for matters more.
void ViewController::compare()
{
    if (m_base->isEmpty() || m_base->isLoading) {
        m_earlier->clear();
    } else {
        m_earlier->follow(m_answeredView.query,
                          m_answeredView.comparison,
                          m_workspace.calendar(),
                          m_needsKey ? LoadMode::Offline : LoadMode::Usual);
    }
}

void ViewController::retryEarlier()
{
    if (isOpen()) {
        compare(); // keeps what did come
    }
}

Showing ViewController::showing() const
{
    return {.query = m_answeredView.query,
            .hidden = m_answeredView.look.hidden,
            .completeOnly = m_answeredView.look.completeOnly,
            .calendar = m_workspace.calendar(),
            .colorSlots = workspace().colorSlots,
            .allUsers = allUsersName(),
            .patterned = hasPatterns()};
}

void ViewController::setPatterns(bool patterns)
{
    m_services.preferences.setPatterns(patterns);
    m_model.setLooks(shownLooks(*m_model.dataset(), showing()));
}

void ViewController::showBase()
{
    Shown shown = shownOf(m_base, m_earlier->answers(), showing());
    m_model.setDataset(shown.dataset, std::move(shown.looks), std::move(shown.earlier));
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
