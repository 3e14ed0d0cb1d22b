// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/catalogpages.h"

#include "app/braze/client.h"
#include "app/braze/listparser.h"
#include "app/braze/seriesrequest.h"

namespace emberline {

namespace {

ListState stateAfter(const Error &error)
{
    return error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Forbidden
             ? ListState::NotPermitted
             : ListState::Failed;
}

} // namespace

CatalogPages::CatalogPages(Client &client, const Clock &clock, QObject *parent)
    : CatalogLoad(parent)
    , m_client(client)
    , m_clock(clock)
{
    readEvents(0);
    readSegments(0);
}

void CatalogPages::readEvents(int page)
{
    Call *call = m_client.get(eventsListTarget(page), this);
    connect(call, &Call::finished, this, [this, call, page](const Result<Answer> &result) {
        call->deleteLater();
        if (!result) {
            endEvents(stateAfter(result.error()));
            return;
        }
        const Result<EventsPage> parsed = parseEventsPage(result->body);
        if (!parsed) {
            endEvents(ListState::Failed);
            return;
        }
        m_catalog.events += parsed->names;
        if (parsed->isLast() || page + 1 == mostPages) {
            endEvents(ListState::Read);
        } else {
            readEvents(page + 1);
        }
    });
}

void CatalogPages::readSegments(int page)
{
    Call *call = m_client.get(segmentsListTarget(page), this);
    connect(call, &Call::finished, this, [this, call, page](const Result<Answer> &result) {
        call->deleteLater();
        if (!result) {
            endSegments(stateAfter(result.error()));
            return;
        }
        const Result<SegmentsPage> parsed = parseSegmentsPage(result->body);
        if (!parsed) {
            endSegments(ListState::Failed);
            return;
        }
        m_catalog.segments.insert(
            m_catalog.segments.end(), parsed->segments.begin(), parsed->segments.end());
        if (parsed->isLast() || page + 1 == mostPages) {
            endSegments(ListState::Read);
        } else {
            readSegments(page + 1);
        }
    });
}

void CatalogPages::endEvents(ListState state)
{
    m_catalog.eventsState = state;
    finishIfDone();
}

void CatalogPages::endSegments(ListState state)
{
    m_catalog.segmentsState = state;
    finishIfDone();
}

void CatalogPages::finishIfDone()
{
    if (m_catalog.eventsState != ListState::Unread
        && m_catalog.segmentsState != ListState::Unread) {
        m_catalog.readAt = m_clock.now();
        Q_EMIT finished(m_catalog);
    }
}

} // namespace emberline
