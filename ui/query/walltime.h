// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

class QDateTimeEdit;

namespace emberline {

/// The wall clock of @p zone, marked as UTC: QDateTimeEdit has no zones, and in UTC every time of
/// day exists.
[[nodiscard]] QDateTime wallClock(const QDateTime &instant, const QTimeZone &zone);

/// The way back; also where @p zone skips that hour, at which QDateTime would be invalid.
[[nodiscard]] QDateTime instantOf(const QDateTime &wallClock, const QTimeZone &zone);

/// The locale's short forms with all digits of the year.
[[nodiscard]] QString dateFormat(const QLocale &locale);
[[nodiscard]] QString dateTimeFormat(const QLocale &locale);

/// A field for such a wall clock, with a calendar to choose from.
[[nodiscard]] QDateTimeEdit *makeWallClockField(const QString &name, QWidget *parent);

/// Shows @p wallClock; emits nothing.
void showWallClock(QDateTimeEdit *field, const QDateTime &wallClock);

/// Gives a field the border of an error, or takes it away.
void markInvalid(QWidget *field, bool invalid);

} // namespace emberline
