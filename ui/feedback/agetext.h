// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QDateTime>
#include <QLocale>

#include <optional>

namespace emberline {

// How old what is on screen is. Moments are given in UTC and told in a workspace's zone.

/// "23 Nov"; QLocale has no format without the year, so only the order of day and month is taken
/// from it.
[[nodiscard]] QString dayText(QDate day, const QLocale &locale);

/// "23 Nov, 14:05".
[[nodiscard]] QString dayAndTimeText(const QDateTime &moment,
                                     const QTimeZone &zone,
                                     const QLocale &locale);

/// "Updated just now", "Updated 3 min ago", "Updated 2 h ago"; from a day on, or if the clock was
/// put back since, "Updated 22 Nov, 14:05", of another year with the year.
[[nodiscard]] QString updatedText(const QDateTime &fetchedAt,
                                  const QDateTime &now,
                                  const QTimeZone &zone,
                                  const QLocale &locale);

/// The same where there is little room: "just now", "3 min ago", "2 h ago", "22 Nov, 14:05".
[[nodiscard]] QString agoText(const QDateTime &fetchedAt,
                              const QDateTime &now,
                              const QTimeZone &zone,
                              const QLocale &locale);

/// "27 of 30 days from this computer"; empty if none is.
[[nodiscard]] QString heldText(int held, int total, Unit unit, const QLocale &locale);

/// The moment to the minute, and in which zone: "Monday, 23 November 2026 14:05 (Europe/Paris)".
[[nodiscard]] QString momentInFull(const QDateTime &moment,
                                   const QTimeZone &zone,
                                   const QLocale &locale);

/// "Offline · data from 23 Nov 14:05"; without data "Offline".
[[nodiscard]] QString offlineText(const std::optional<QDateTime> &dataFrom,
                                  const QTimeZone &zone,
                                  const QLocale &locale);

} // namespace emberline
