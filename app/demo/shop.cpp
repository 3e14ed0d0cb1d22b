// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/shop.h"

#include "app/demo/shopcalendar.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Whole numbers only: the same data on every machine, whatever its floating point does.
namespace emberline {

namespace {

constexpr qint64 msOfDay = 24LL * 3'600'000;

struct Rates
{
    QLatin1StringView name = {};
    int perDay = 0;
    std::array<int, shopAppCount> apps = {};
    std::array<int, shopTierCount> tiers = {};
    int weekendPull = 0;
    int campaignPull = 0;
};

// clang-format off
constexpr std::array rates{
    Rates{"app_open"_L1,            184'000, {462, 396, 142}, {248, 226, 446, 80},    600,  550},
    Rates{"cart_abandoned"_L1,       12'400, {371, 338, 291}, {214, 221, 462, 103},   900,  500},
    Rates{"cart_add"_L1,             31'200, {402, 361, 237}, {281, 233, 419, 67},    950,  850},
    Rates{"checkout_completed"_L1,   13'180, {438, 341, 221}, {311, 235, 412, 42},   1000, 1000},
    Rates{"checkout_started"_L1,     18'700, {421, 349, 230}, {296, 234, 420, 50},   1000,  950},
    Rates{"coupon_redeemed"_L1,       3'640, {412, 372, 216}, {372, 251, 341, 36},    900, 1450},
    Rates{"email_clicked"_L1,         6'900, {312, 274, 414}, {328, 244, 379, 49},   -450,  900},
    Rates{"product_viewed"_L1,       96'500, {391, 352, 257}, {242, 227, 448, 83},    850,  700},
    Rates{"push_opened"_L1,          14'250, {541, 459, 0},   {302, 241, 402, 55},    250,  800},
    Rates{"refund_requested"_L1,        430, {352, 318, 330}, {262, 229, 446, 63},   -650,  150},
    Rates{"review_submitted"_L1,        640, {398, 322, 280}, {341, 243, 376, 40},    500,  200},
    Rates{"search_performed"_L1,     42'300, {374, 341, 285}, {251, 229, 440, 80},    800,  600},
    Rates{"signup_done"_L1,           2'120, {392, 377, 231}, {0, 0, 742, 258},       550,  900},
    Rates{"wishlist_add"_L1,          8'850, {447, 366, 187}, {297, 238, 404, 61},   1100,  450},
};
// clang-format on

struct SegmentData
{
    QLatin1StringView id = {};
    QLatin1StringView name = {};
    QLatin1StringView tag = {};
    std::array<int, shopTierCount> shares = {};
};

constexpr std::array segments{
    SegmentData{"6f1d3c52-0b7e-4f0a-9a41-2d1c8e5b7a01"_L1,
                "Gold members"_L1,
                "loyalty"_L1,
                {1000, 0, 0, 0}},
    SegmentData{"6f1d3c52-0b7e-4f0a-9a41-2d1c8e5b7a02"_L1,
                "Silver members"_L1,
                "loyalty"_L1,
                {0, 1000, 0, 0}},
    SegmentData{"6f1d3c52-0b7e-4f0a-9a41-2d1c8e5b7a03"_L1,
                "Basic members"_L1,
                "loyalty"_L1,
                {0, 0, 1000, 0}},
    SegmentData{"b84e0a19-57c2-4d63-8f2b-90c4a6e1d304"_L1,
                "New customers"_L1,
                "lifecycle"_L1,
                {6, 31, 168, 590}},
    SegmentData{"b84e0a19-57c2-4d63-8f2b-90c4a6e1d305"_L1,
                "Lapsed 90 days"_L1,
                "lifecycle"_L1,
                {4, 12, 37, 91}},
    SegmentData{"2c97d5e8-e3a6-4b18-b7d0-4f5a1c6b9e06"_L1,
                "Newsletter readers"_L1,
                "mail"_L1,
                {512, 441, 326, 118}},
    SegmentData{"2c97d5e8-e3a6-4b18-b7d0-4f5a1c6b9e07"_L1,
                "Holiday shoppers"_L1,
                "season"_L1,
                {163, 148, 121, 74}},
    SegmentData{"2c97d5e8-e3a6-4b18-b7d0-4f5a1c6b9e08"_L1, "VIP"_L1, "loyalty"_L1, {88, 0, 0, 0}},
};

/// FNV-1a: unlike qHash the same in every process.
quint64 seedOf(const QString &text)
{
    quint64 seed = 0xcbf29ce484222325ULL;
    for (const QChar c : text) {
        seed = (seed ^ c.unicode()) * 0x100000001b3ULL;
    }
    return seed;
}

/// A number that looks random, from 0 up to, but without, @p range (splitmix64).
qint64 dice(quint64 seed, quint64 throwNumber, qint64 range)
{
    quint64 z = seed + (throwNumber + 1) * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<qint64>((z ^ (z >> 31)) % static_cast<quint64>(range));
}

/// 1000 give or take up to @p spread.
qint64 noise(quint64 seed, quint64 throwNumber, int spread)
{
    return 1000 - spread + dice(seed, throwNumber, 2LL * spread + 1);
}

/// Events of a cell from midnight to @p ms: @p total shared out by the hours, and evenly within
/// one, so that the running hour grows.
qint64 soFar(qint64 total, const DayCurve &curve, qint64 ms)
{
    const auto hour = static_cast<std::size_t>(ms / 3'600'000);
    const qint64 atHour = total * curve.at(hour) / curve.back();
    const qint64 intoHour = ms % 3'600'000;
    if (intoHour == 0) {
        return atHour;
    }
    const qint64 atNext = total * curve.at(hour + 1) / curve.back();
    return atHour + (atNext - atHour) * intoHour / 3'600'000;
}

} // namespace

DemoCatalog shopCatalog()
{
    DemoCatalog catalog;
    for (const Rates &event : rates) {
        catalog.events.append(event.name);
    }
    for (const SegmentData &data : segments) {
        catalog.segments.push_back(
            {.id = data.id, .name = data.name, .tags = QStringList{data.tag}});
    }
    catalog.segments.at(6).trackedSince = QDate(2026, 10, 26);
    catalog.segments.at(7).tracked = false;
    catalog.apps = {{.id = u"0f8a6c1e-3d27-4c5b-9e10-7b64d2a5c801"_s, .name = u"iOS"_s},
                    {.id = u"0f8a6c1e-3d27-4c5b-9e10-7b64d2a5c802"_s, .name = u"Android"_s},
                    {.id = u"0f8a6c1e-3d27-4c5b-9e10-7b64d2a5c803"_s, .name = u"Web"_s}};
    return catalog;
}

QDate shopOpening()
{
    return {2023, 1, 1};
}

ShopAudience shopAudience(const QString &segmentId)
{
    if (segmentId.isEmpty()) {
        return {};
    }
    const quint64 seed = seedOf(segmentId);
    const auto *const found = std::find_if(
        segments.cbegin(), segments.cend(), [&](const SegmentData &data) {
            return data.id == segmentId;
        });
    if (found != segments.cend()) {
        return {.shares = found->shares, .seed = seed};
    }
    const int portion = 50 + static_cast<int>(dice(seed, 0, 400));
    return {.shares = {portion, portion, portion, portion}, .seed = seed};
}

ShopEvent::ShopEvent(const QString &name)
    : m_seed(seedOf(name))
    , m_perDay(200 + static_cast<int>(dice(m_seed, 0, 9'800)))
    , m_apps{430, 350, 220}
    , m_tiers{290, 235, 420, 55}
    , m_weekendPull(static_cast<int>(dice(m_seed, 1, 1'000)))
    , m_campaignPull(static_cast<int>(dice(m_seed, 2, 1'000)))
{
    const auto *const found = std::find_if(
        rates.cbegin(), rates.cend(), [&](const Rates &known) { return known.name == name; });
    if (found != rates.cend()) {
        m_perDay = found->perDay;
        m_apps = found->apps;
        m_tiers = found->tiers;
        m_weekendPull = found->weekendPull;
        m_campaignPull = found->campaignPull;
    }
}

qint64 ShopEvent::dayLevel(QDate day, qint64 dayNumber) const
{
    const qint64 weekly = 1000 + qint64{weekdaySwing(day)} * m_weekendPull / 1000;
    qint64 level = m_perDay * 1000LL;
    level = level * growthLevel(day) / 1000;
    level = level * seasonLevel(day) / 1000;
    level = level * weekly / 1000;
    return level * noise(m_seed, static_cast<quint64>(dayNumber) * 64, 13) / 1000;
}

qint64 ShopEvent::cellTotal(const Moment &moment, int app, int tier) const
{
    const auto throwNumber = static_cast<quint64>(moment.dayNumber * 64 + 1 + qint64{app} * 8
                                                  + qint64{tier} * 2);
    const qint64 campaign = 1000
                          + qint64{moment.campaign.at(static_cast<std::size_t>(tier))}
                                * m_campaignPull / 1000;
    qint64 cell = moment.level * m_apps.at(static_cast<std::size_t>(app)) / 1000;
    cell = cell * m_tiers.at(static_cast<std::size_t>(tier)) / 1000;
    cell = cell * campaign / 1000 * noise(m_seed, throwNumber, 22) / 1000;
    // Thousandths of an event become a whole one as often as they are large, so that rare events
    // do not vanish.
    return (cell + dice(m_seed, throwNumber + 1, 1000)) / 1000;
}

qint64 ShopEvent::share(const ShopAudience &audience, qint64 dayNumber, int tier) const
{
    const int portion = audience.shares.at(static_cast<std::size_t>(tier));
    if (portion == 0 || portion == 1000) {
        return portion * 1000LL;
    }
    const auto throwNumber = static_cast<quint64>(dayNumber * 4 + tier);
    return std::min(1'000'000LL, portion * noise(m_seed ^ audience.seed, throwNumber, 45));
}

qint64 ShopEvent::appCount(const ShopAudience &audience, int app, const Moment &moment) const
{
    const DayCurve curve = dayCurve(app, moment.day, [&](int hour) {
        return dice(m_seed,
                    static_cast<quint64>((moment.dayNumber * 3 + app) * 24 + hour) ^ 0x5555,
                    401)
             - 200;
    });
    qint64 count = 0;
    for (int tier = 0; tier < shopTierCount; ++tier) {
        const qint64 portion = share(audience, moment.dayNumber, tier);
        if (portion > 0) {
            const qint64 total = cellTotal(moment, app, tier);
            count += soFar(total, curve, moment.to) * portion / 1'000'000
                   - soFar(total, curve, moment.from) * portion / 1'000'000;
        }
    }
    return count;
}

qint64 ShopEvent::count(const ShopAudience &audience,
                        std::optional<int> app,
                        qint64 from,
                        qint64 to) const
{
    const QDate epoch(1970, 1, 1);
    const qint64 opening = epoch.daysTo(shopOpening()) * msOfDay;
    if (from < opening || to <= from) {
        return 0;
    }
    Moment moment;
    moment.dayNumber = from / msOfDay;
    moment.day = epoch.addDays(moment.dayNumber);
    moment.from = from - moment.dayNumber * msOfDay;
    moment.to = std::min(to - moment.dayNumber * msOfDay, msOfDay);
    moment.level = dayLevel(moment.day, moment.dayNumber);
    moment.campaign = campaignSwing(moment.day);
    if (app) {
        return appCount(audience, *app, moment);
    }
    qint64 sum = 0;
    for (int i = 0; i < shopAppCount; ++i) {
        sum += appCount(audience, i, moment);
    }
    return sum;
}

} // namespace emberline
