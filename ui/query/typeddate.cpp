// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/typeddate.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

struct PartLimits
{
    qsizetype digits;
    int most;
};

PartLimits limitsOf(DatePart part)
{
    switch (part) {
    case DatePart::Day:
        return {.digits = 2, .most = 31};
    case DatePart::Month:
    case DatePart::HourOfHalf:
        return {.digits = 2, .most = 12};
    case DatePart::Year:
        return {.digits = 4, .most = 9999};
    case DatePart::Hour:
        return {.digits = 2, .most = 23};
    case DatePart::Minute:
        return {.digits = 2, .most = 59};
    case DatePart::HalfOfDay:
    case DatePart::Other:
        return {.digits = 0, .most = 0};
    }
    Q_UNREACHABLE();
}

/// In the order of standards, whatever the format is.
std::optional<QDate> isoDate(const QString &keys)
{
    constexpr qsizetype length = 10;
    const QDate date = keys.size() == length ? QDate::fromString(keys, Qt::ISODate) : QDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

bool mayBecomeIso(const QString &keys)
{
    const QString form = u"0000-00-00"_s;
    if (keys.size() >= form.size()) {
        return false;
    }
    return std::equal(keys.cbegin(), keys.cend(), form.cbegin(), [](QChar key, QChar place) {
        return place == u'-' ? key == place : key.digitValue() >= 0;
    });
}

} // namespace

TypedDate::TypedDate(std::vector<DatePart> parts,
                     std::size_t place,
                     QDateTime before,
                     const QLocale &locale)
    : m_parts(std::move(parts))
    , m_values(m_parts.size())
    , m_place(place)
    , m_before(std::move(before))
    , m_locale(locale)
{ }

void TypedDate::take(QChar key)
{
    m_endedPart = false;
    m_keys += key;
    if (key.digitValue() >= 0) {
        takeDigit(key);
    } else if (key.isLetter()) {
        takeLetter(key);
    } else if (!m_begun.isEmpty()) { // after a part that ended by itself it says nothing new
        endBegun();
    }
    m_endedPart = m_endedPart || isoDate(m_keys);
}

bool TypedDate::isOver() const
{
    return isAtEnd() && !mayBecomeIso(m_keys);
}

void TypedDate::takeDigit(QChar key)
{
    if (isAtEnd()) {
        return;
    }
    const QString text = m_begun + QChar(u'0' + key.digitValue());
    const auto [digits, most] = limitsOf(part());
    if (text.toInt() > most) { // it belongs to what follows
        const int before = m_begun.toInt();
        m_begun.clear();
        if (before > 0 && digits > 0) {
            endPart(before);
            takeDigit(key);
            m_endedPart = true;
        }
        return;
    }
    m_begun = text;
    if (m_begun.size() >= digits) {
        endPart(m_begun.toInt());
    }
}

void TypedDate::takeLetter(QChar key)
{
    if (isAtEnd()) {
        return;
    }
    if (part() == DatePart::HalfOfDay) {
        const bool afternoon = m_locale.pmText().startsWith(key, Qt::CaseInsensitive);
        if (afternoon || m_locale.amText().startsWith(key, Qt::CaseInsensitive)) {
            endPart(afternoon ? 1 : 0);
        }
    } else if (part() == DatePart::Month) {
        m_begun += key;
        if (const std::optional<int> found = month(m_begun)) {
            endPart(*found);
        }
    }
}

void TypedDate::finish()
{
    m_endedPart = false;
    if (!m_begun.isEmpty()) {
        endBegun();
    }
}

/// A year of two digits is of this century; what can't be read is not given.
void TypedDate::endBegun()
{
    constexpr qsizetype shortYear = 2;
    constexpr int century = 2000;
    bool readable = false;
    const int value = m_begun.toInt(&readable);
    if (part() != DatePart::Year) {
        endPart(readable ? std::optional(value) : std::nullopt);
    } else {
        endPart(m_begun.size() == shortYear ? std::optional(century + value) : std::nullopt);
    }
}

void TypedDate::endPart(std::optional<int> value)
{
    m_values.at(m_place) = value;
    m_begun.clear();
    m_endedPart = true;
    ++m_place;
}

DatePart TypedDate::part() const
{
    return m_parts.at(m_place);
}

std::optional<int> TypedDate::given(DatePart part) const
{
    const auto found = std::find(m_parts.begin(), m_parts.end(), part);
    return found == m_parts.end() ? std::nullopt
                                  : m_values.at(static_cast<std::size_t>(found - m_parts.begin()));
}

/// The one month whose name begins like this.
std::optional<int> TypedDate::month(const QString &begun) const
{
    constexpr qsizetype enough = 3;
    constexpr int months = 12;
    std::optional<int> found;
    for (int i = 1; i <= months; ++i) {
        const QString shortName = m_locale.monthName(i, QLocale::ShortFormat);
        if (shortName.compare(begun, Qt::CaseInsensitive) == 0) {
            return i;
        }
        const bool fits = shortName.startsWith(begun, Qt::CaseInsensitive)
                       || m_locale.monthName(i).startsWith(begun, Qt::CaseInsensitive);
        if (fits && found) {
            return std::nullopt;
        }
        found = fits ? i : found;
    }
    return begun.size() >= enough ? found : std::nullopt;
}

bool TypedDate::hasDate() const
{
    return isoDate(m_keys)
        || (given(DatePart::Day) && given(DatePart::Month) && given(DatePart::Year));
}

QDate TypedDate::date() const
{
    if (const std::optional<QDate> iso = isoDate(m_keys)) {
        return *iso;
    }
    const QDate before = m_before.date();
    const int year = given(DatePart::Year).value_or(before.year());
    const int month = std::max(1, given(DatePart::Month).value_or(before.month()));
    const int day = std::max(1, given(DatePart::Day).value_or(before.day()));
    return {year, month, std::min(day, QDate(year, month, 1).daysInMonth())};
}

QTime TypedDate::time() const
{
    constexpr int half = 12;
    const QTime before = m_before.time();
    int hour = given(DatePart::Hour).value_or(before.hour());
    const std::optional<int> ofHalf = given(DatePart::HourOfHalf);
    const std::optional<int> afternoon = given(DatePart::HalfOfDay);
    if (ofHalf || afternoon) {
        hour = ofHalf.value_or(before.hour()) % half
             + half * afternoon.value_or(before.hour() / half);
    }
    return {hour, given(DatePart::Minute).value_or(before.minute())};
}

QDateTime TypedDate::value() const
{
    return {date(), time(), Qt::UTC};
}

} // namespace emberline
