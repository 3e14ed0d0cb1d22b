// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/answer.h"
#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/load/catalogloader.h"

namespace emberline {

class Call;
class Client;

/// Reads /events/list and /segments/list page by page, both at once. What one page brings is kept
/// even if a later one fails.
class CatalogPages final : public CatalogLoad
{
    Q_OBJECT

public:
    /// Pages are read up to this many, should the service never send a short one.
    static constexpr int mostPages = 200;

    /// @p client and @p clock outlive the load.
    CatalogPages(Client &client, const Clock &clock, QObject *parent);

private:
    struct List;

    void readPage(const List &list, int page);
    void end(const List &list, ListState state);

    Client &m_client;
    const Clock &m_clock;
    Catalog m_catalog;
};

} // namespace emberline
