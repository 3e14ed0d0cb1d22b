// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/shopcalendar.h"

namespace emberline {

namespace {

struct CampaignDay
{
    int month;
    int day;
    CampaignSwing swing;
};

// clang-format off
constexpr std::array campaign{
    CampaignDay{1, 1,   {-260, -270, -300, -320}},
    CampaignDay{1, 7,   {90, 110, 150, 180}},     // winter sale
    CampaignDay{1, 8,   {130, 150, 210, 240}},
    CampaignDay{1, 9,   {110, 130, 180, 200}},
    CampaignDay{1, 10,  {60, 70, 100, 110}},
    CampaignDay{3, 19,  {160, 60, 30, 10}},       // spring mail, members first
    CampaignDay{3, 20,  {310, 220, 140, 90}},
    CampaignDay{3, 21,  {240, 210, 170, 120}},
    CampaignDay{3, 22,  {130, 120, 110, 80}},
    CampaignDay{3, 23,  {50, 50, 40, 30}},
    CampaignDay{7, 2,   {140, 150, 190, 240}},    // summer sale
    CampaignDay{7, 3,   {280, 290, 340, 390}},
    CampaignDay{7, 4,   {250, 260, 300, 330}},
    CampaignDay{7, 5,   {170, 180, 210, 230}},
    CampaignDay{7, 6,   {80, 90, 100, 110}},
    CampaignDay{9, 10,  {70, 80, 90, 420}},       // the app's birthday
    CampaignDay{9, 11,  {110, 120, 140, 510}},
    CampaignDay{9, 12,  {60, 70, 80, 300}},
    CampaignDay{11, 12, {205, 50, 38, 20}},       // early-access mail to gold members
    CampaignDay{11, 13, {550, 240, 168, 140}},
    CampaignDay{11, 14, {385, 238, 158, 110}},
    CampaignDay{11, 15, {150, 130, 104, 60}},
    CampaignDay{11, 16, {85, 80, 58, 30}},
    CampaignDay{11, 17, {30, 30, 20, 10}},
    CampaignDay{12, 10, {130, 140, 170, 150}},    // gift week
    CampaignDay{12, 11, {210, 220, 260, 230}},
    CampaignDay{12, 12, {240, 250, 290, 260}},
    CampaignDay{12, 13, {220, 230, 270, 240}},
    CampaignDay{12, 14, {150, 160, 190, 160}},
    CampaignDay{12, 24, {-280, -300, -330, -350}},
    CampaignDay{12, 25, {-390, -400, -430, -450}},
    CampaignDay{12, 26, {-140, -150, -170, -180}},
    CampaignDay{12, 31, {-180, -190, -210, -220}},
};

constexpr std::array blackFriday{ // from Friday on
    CampaignSwing{560, 540, 610, 720},
    CampaignSwing{360, 350, 400, 460},
    CampaignSwing{270, 270, 310, 340},
    CampaignSwing{420, 410, 470, 520},
    CampaignSwing{110, 110, 130, 140},
};

// Hours in UTC; the shop's customers live mostly in Europe.
constexpr std::array<int, 24> phoneWeekday{ 9,  6,  5,  5,  8, 19, 37, 49, 51, 48, 46, 52,
                                       58, 51, 47, 48, 56, 67, 79, 84, 73, 52, 31, 16};
constexpr std::array<int, 24> phoneWeekend{15, 10,  7,  6,  6,  9, 18, 33, 52, 66, 72, 71,
                                       66, 64, 65, 66, 67, 70, 76, 77, 66, 48, 31, 20};
constexpr std::array<int, 24> webWeekday{   5,  4,  3,  3,  6, 16, 38, 66, 78, 79, 74, 80,
                                       79, 75, 72, 66, 55, 47, 50, 53, 45, 30, 17,  9};
constexpr std::array<int, 24> webWeekend{   9,  6,  4,  4,  5,  9, 19, 36, 58, 73, 78, 74,
                                       66, 66, 68, 67, 63, 60, 63, 64, 53, 37, 23, 14};

constexpr std::array<int, 12> season{962, 948, 968, 978, 984, 972, 946, 928, 966, 988, 1000, 1072};
constexpr std::array<int, 7> weekday{50, -82, -92, -72, -18, 72, 158}; // Monday first
// clang-format on

constexpr int webApp = 2;

/// Black Friday follows the fourth Thursday of November.
QDate blackFridayOf(int year)
{
    const QDate earliest(year, 11, 23);
    return earliest.addDays((Qt::Friday - earliest.dayOfWeek() + 7) % 7);
}

} // namespace

qint64 growthLevel(QDate day)
{
    const qint64 days = day.toJulianDay() - QDate(2026, 11, 8).toJulianDay();
    return std::clamp<qint64>(1000 + days * 368 / 1000, 300, 2500);
}

qint64 seasonLevel(QDate day)
{
    const auto month = static_cast<std::size_t>(day.month() - 1);
    const int start = season.at(month);
    const int next = season.at((month + 1) % season.size());
    return start + (next - start) * (day.day() - 1) / day.daysInMonth();
}

int weekdaySwing(QDate day)
{
    return weekday.at(static_cast<std::size_t>(day.dayOfWeek() - 1));
}

CampaignSwing campaignSwing(QDate day)
{
    const int month = day.month();
    const int dayOfMonth = day.day();
    if (month >= 11) {
        const qint64 sinceFriday = blackFridayOf(day.year()).daysTo(day);
        if (sinceFriday >= 0 && sinceFriday < static_cast<qint64>(blackFriday.size())) {
            return blackFriday.at(static_cast<std::size_t>(sinceFriday));
        }
    }
    const auto *const found = std::find_if(
        campaign.cbegin(), campaign.cend(), [=](const CampaignDay &known) {
            return known.month == month && known.day == dayOfMonth;
        });
    return found == campaign.cend() ? CampaignSwing{} : found->swing;
}

const std::array<int, 24> &hourWeights(int app, QDate day)
{
    const bool weekend = day.dayOfWeek() >= Qt::Saturday;
    if (app == webApp) {
        return weekend ? webWeekend : webWeekday;
    }
    return weekend ? phoneWeekend : phoneWeekday;
}

} // namespace emberline
