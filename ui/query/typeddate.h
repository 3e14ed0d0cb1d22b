// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>

#include <optional>
#include <vector>

namespace emberline {

/// What stands in one place of a date's format.
enum class DatePart { Day, Month, Year, Hour, HourOfHalf, Minute, HalfOfDay, Other };

/// A date, with its time or without, while it is being typed over another one: key by key, with
/// whatever between the parts or with nothing. What was typed stays as it is until all of it is
/// known: the 31st may be followed by a month that has it.
class TypedDate
{
public:
    /// The first key belongs to the part at @p place; parts that are not typed stay as in @p
    /// before.
    TypedDate(std::vector<DatePart> parts,
              std::size_t place,
              QDateTime before,
              const QLocale &locale);

    void take(QChar key);
    /// Nothing more will come: a year of two digits is of this century.
    void finish();

    /// True when the last key ended a part.
    [[nodiscard]] bool hasEndedPart() const { return m_endedPart; }
    /// Which part the next key belongs to.
    [[nodiscard]] std::size_t place() const { return m_place; }
    /// Whatever is typed next belongs to another date.
    [[nodiscard]] bool isOver() const;
    /// Day, month and year have been typed.
    [[nodiscard]] bool hasDate() const;
    /// Where a month is too short, its last day.
    [[nodiscard]] QDateTime value() const;

private:
    void takeDigit(QChar key);
    void takeLetter(QChar key);
    void endBegun();
    void endPart(std::optional<int> value);
    [[nodiscard]] bool isAtEnd() const { return m_place >= m_parts.size(); }
    [[nodiscard]] DatePart part() const;
    [[nodiscard]] std::optional<int> given(DatePart part) const;
    [[nodiscard]] std::optional<int> month(const QString &begun) const;
    [[nodiscard]] QDate date() const;
    [[nodiscard]] QTime time() const;

    std::vector<DatePart> m_parts;
    std::vector<std::optional<int>> m_values;
    std::size_t m_place;
    QString m_keys; ///< all of them
    QString m_begun; ///< those of the part that is not at its end
    bool m_endedPart = false;
    QDateTime m_before;
    QLocale m_locale;
};

} // namespace emberline
