// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace emberline {

struct DemoApp
{
    QString id = {};
    QString name = {};
};

struct DemoSegment
{
    QString id = {};
    QString name = {};
    bool tracked = true;
    QStringList tags = {};
    /// The first day with data, for a segment whose tracking began late: before it there are no
    /// rows at all.
    std::optional<QDate> trackedSince = {};
};

/// What the demo workspace offers.
struct DemoCatalog
{
    QStringList events = {}; ///< sorted by name
    std::vector<DemoSegment> segments = {};
    std::vector<DemoApp> apps = {}; ///< at most shopAppCount; no endpoint lists them
};

constexpr int shopAppCount = 3;
constexpr int shopTierCount = 4; ///< gold, silver, basic, and people without a tier

/// 14 events, 8 segments (one not tracked, one tracked since 26 October 2026), 3 apps.
[[nodiscard]] DemoCatalog shopCatalog();

/// The day the shop opened; before it nothing was counted. A constant, like every date in the
/// sample data: what is said of a past bucket must not depend on when it is asked.
[[nodiscard]] QDate shopOpening();

/// Who is counted: so many thousandths of each tier.
struct ShopAudience
{
    std::array<int, shopTierCount> shares{1000, 1000, 1000, 1000};
    quint64 seed = 0;
};

/// The people of a segment; an empty id is everybody. Ids the shop does not know get an audience
/// made from the id.
[[nodiscard]] ShopAudience shopAudience(const QString &segmentId);

/// How often one custom event happened in the shop. Its days are UTC days.
///
/// The smallest pieces are the cells event × app × tier × day. A cell's count up to a moment of
/// the day is a whole number that never falls, and an audience gets a rounded-down share of it.
/// So hours add up to their day, apps to the whole, and no part is larger than what it is part of.
class ShopEvent
{
public:
    /// Names the shop does not know get rates made from the name.
    explicit ShopEvent(const QString &name);

    /// Events from @p from up to, but without, @p to (UTC ms; both inside one UTC day, or @p to at
    /// its end). @p app is an index into the catalog's apps; absent: all.
    [[nodiscard]] qint64 count(const ShopAudience &audience,
                               std::optional<int> app,
                               qint64 from,
                               qint64 to) const;

private:
    struct Moment
    {
        QDate day = {};
        qint64 dayNumber = 0;
        qint64 from = 0; ///< ms after midnight
        qint64 to = 0;
        qint64 level = 0; ///< thousandths of events in the whole day, before campaigns
        std::array<int, shopTierCount> campaign{}; ///< thousandths
    };

    [[nodiscard]] qint64 dayLevel(QDate day, qint64 dayNumber) const;
    [[nodiscard]] qint64 cellTotal(const Moment &moment, int app, int tier) const;
    [[nodiscard]] qint64 share(const ShopAudience &audience, qint64 dayNumber, int tier) const;
    [[nodiscard]] qint64 appCount(const ShopAudience &audience,
                                  int app,
                                  const Moment &moment) const;

    quint64 m_seed = 0;
    int m_perDay = 0; ///< events on an average day of autumn 2026
    std::array<int, shopAppCount> m_apps{}; ///< thousandths
    std::array<int, shopTierCount> m_tiers{}; ///< thousandths
    int m_weekendPull = 0; ///< how strongly the weekly rhythm shows, thousandths; may be negative
    int m_campaignPull = 0; ///< the same of campaigns
};

} // namespace emberline
