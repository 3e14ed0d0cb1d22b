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

Result<bool> takeEvents(const QByteArray &body, Catalog &catalog)
{
    const Result<EventsPage> page = parseEventsPage(body);
    if (!page) {
        return page.error();
    }
    catalog.events += page->names;
    return page->isLast();
}

Result<bool> takeSegments(const QByteArray &body, Catalog &catalog)
{
    const Result<SegmentsPage> page = parseSegmentsPage(body);
    if (!page) {
        return page.error();
    }
    catalog.segments.insert(catalog.segments.end(), page->segments.begin(), page->segments.end());
    return page->isLast();
}

} // namespace

struct CatalogPages::List
{
    QByteArray (*target)(int page);
    /// Appends what a page brings; whether it is the last one.
    Result<bool> (*take)(const QByteArray &body, Catalog &catalog);
    ListState Catalog::*state;
    QDateTime Catalog::*readAt;
};

CatalogPages::CatalogPages(Client &client, const Clock &clock, QObject *parent)
    : CatalogLoad(parent)
    , m_client(client)
    , m_clock(clock)
{
    readPage({eventsListTarget, takeEvents, &Catalog::eventsState, &Catalog::eventsReadAt}, 0);
    readPage({segmentsListTarget, takeSegments, &Catalog::segmentsState, &Catalog::segmentsReadAt},
             0);
}

void CatalogPages::readPage(const List &list, int page)
{
    Call *call = m_client.get(list.target(page), this);
    connect(call, &Call::finished, this, [this, call, list, page](const Result<Answer> &result) {
        call->deleteLater();
        if (!result) {
            end(list, stateAfter(result.error()));
            return;
        }
        const Result<bool> isLast = list.take(result->body, m_catalog);
        if (!isLast) {
            end(list, ListState::Failed);
        } else if (*isLast || page + 1 == mostPages) {
            end(list, ListState::Read);
        } else {
            readPage(list, page + 1);
        }
    });
}

void CatalogPages::end(const List &list, ListState state)
{
    m_catalog.*list.state = state;
    if (state == ListState::Read) {
        m_catalog.*list.readAt = m_clock.now();
    }
    if (m_catalog.eventsState != ListState::Unread
        && m_catalog.segmentsState != ListState::Unread) {
        m_catalog.readAt = m_clock.now();
        Q_EMIT finished(m_catalog);
    }
}

} // namespace emberline
