// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/history/history.h"
#include "app/load/catalogloader.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace emberline {

/// The catalog after @p fresh was read over @p held: a list that could not be read in full does not
/// take the place of an older one, only its state is told.
[[nodiscard]] Catalog mergedCatalog(const Catalog &held, const Catalog &fresh);

/// Whether @p catalog should be read anew: it is a day old, or not all of it came the last time. A
/// list that is not permitted counts as come: it is tried daily.
[[nodiscard]] bool isCatalogDue(const Catalog &catalog, const QDateTime &now);

struct CatalogKeeperOptions
{
    /// How often it is looked whether the catalog is due. The computer may have slept: no timer is
    /// trusted for a whole day.
    std::chrono::milliseconds lookEvery = std::chrono::minutes(10);
    std::chrono::milliseconds retryAfter = std::chrono::hours(1); ///< at the earliest, by itself
    bool onlyHeld = false; ///< nothing is ever asked for
};

/// The catalog of one workspace while it is open: first what is held of it, then what is read anew,
/// when it is due or asked for. What was there stays until something newer is there in full.
class CatalogKeeper final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the keeper. Without @p history nothing is held.
    CatalogKeeper(CatalogLoader &loader,
                  History *history,
                  const Clock &clock,
                  const CatalogKeeperOptions &options = {},
                  QObject *parent = nullptr);
    ~CatalogKeeper() override;

    /// To be called once. With a fixed present, what was read later is not there.
    void start();
    /// Reads the catalog anew, unless that is under way.
    void refresh();

    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    /// It is being asked for; what is held, if anything, is shown meanwhile.
    [[nodiscard]] bool isReading() const { return m_load != nullptr; }

Q_SIGNALS:
    /// The catalog is another one, or isReading() has changed. Also inside start() and refresh().
    void changed();

private:
    void takeHeld(const std::optional<Catalog> &held);
    void takeFresh(const Catalog &fresh);
    void refreshIfDue();

    CatalogLoader &m_loader;
    History *m_history;
    const Clock &m_clock;
    CatalogKeeperOptions m_options;
    Catalog m_catalog;
    QDateTime m_tried; ///< when it was asked for last, come or not
    QTimer m_look;
    std::unique_ptr<CatalogRead> m_read;
    std::unique_ptr<CatalogLoad> m_load;
};

} // namespace emberline
