// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/catalogkeeper.h"

namespace emberline {

namespace {

constexpr std::chrono::milliseconds oldAfter = std::chrono::hours(24);

bool isSettled(ListState state)
{
    switch (state) {
    case ListState::Unread:
    case ListState::Failed:
        return false;
    case ListState::Read:
    case ListState::NotPermitted:
        return true;
    }
    Q_UNREACHABLE();
}

std::chrono::milliseconds between(const QDateTime &earlier, const QDateTime &later)
{
    return std::chrono::milliseconds(earlier.msecsTo(later));
}

} // namespace

Catalog mergedCatalog(const Catalog &held, const Catalog &fresh)
{
    Catalog merged = fresh;
    if (fresh.eventsState != ListState::Read && held.eventsReadAt.isValid()) {
        merged.events = held.events;
        merged.eventsReadAt = held.eventsReadAt;
    }
    if (fresh.segmentsState != ListState::Read && held.segmentsReadAt.isValid()) {
        merged.segments = held.segments;
        merged.segmentsReadAt = held.segmentsReadAt;
    }
    return merged;
}

bool isCatalogDue(const Catalog &catalog, const QDateTime &now)
{
    if (!catalog.readAt.isValid() || !isSettled(catalog.eventsState)
        || !isSettled(catalog.segmentsState)) {
        return true;
    }
    // From the future: the computer's clock was wrong then, or is now.
    return now < catalog.readAt || between(catalog.readAt, now) >= oldAfter;
}

CatalogKeeper::CatalogKeeper(CatalogLoader &loader,
                             History *history,
                             const Clock &clock,
                             const CatalogKeeperOptions &options,
                             QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_history(history)
    , m_clock(clock)
    , m_options(options)
{
    connect(&m_look, &QTimer::timeout, this, &CatalogKeeper::refreshIfDue);
}

CatalogKeeper::~CatalogKeeper() = default;

void CatalogKeeper::start()
{
    if (m_history == nullptr) {
        refresh();
        m_look.start(m_options.lookEvery);
        return;
    }
    const std::optional<QDateTime> notAfter = m_clock.isFixed() ? std::optional(m_clock.now())
                                                                : std::nullopt;
    m_read.reset(m_history->readCatalog(notAfter, nullptr));
    connect(m_read.get(), &CatalogRead::finished, this, &CatalogKeeper::takeHeld);
}

void CatalogKeeper::takeHeld(const std::optional<Catalog> &held)
{
    m_read.release()->deleteLater(); // we are inside its signal
    m_look.start(m_options.lookEvery);
    if (held) {
        // Asked for by hand meanwhile, it may have come already.
        m_catalog = m_catalog.readAt.isValid() ? mergedCatalog(*held, m_catalog) : *held;
        Q_EMIT changed();
    }
    refreshIfDue();
}

void CatalogKeeper::refresh()
{
    if (m_load || m_options.onlyHeld) {
        return;
    }
    m_tried = m_clock.now();
    m_load.reset(m_loader.start(nullptr));
    connect(m_load.get(), &CatalogLoad::finished, this, &CatalogKeeper::takeFresh);
    Q_EMIT changed();
}

void CatalogKeeper::takeFresh(const Catalog &fresh)
{
    m_load.release()->deleteLater(); // we are inside its signal
    const bool nothingCame = !isSettled(fresh.eventsState) && !isSettled(fresh.segmentsState);
    m_catalog = mergedCatalog(m_catalog, fresh);
    if (m_history != nullptr && !nothingCame) {
        m_history->storeCatalog(m_catalog);
    }
    Q_EMIT changed();
}

void CatalogKeeper::refreshIfDue()
{
    const QDateTime now = m_clock.now();
    const bool triedLately = m_tried.isValid() && m_tried <= now
                          && between(m_tried, now) < m_options.retryAfter;
    if (!triedLately && isCatalogDue(m_catalog, now)) {
        refresh();
    }
}

} // namespace emberline
