// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/ratehints.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qint64 longestHint = 86'400; ///< seconds
constexpr qint64 firstEpoch = 1'000'000'000; ///< less is a number of seconds

/// Fractions of a second round up: too early is one more 429.
std::optional<qint64> numberFrom(const QByteArray &text)
{
    static const QRegularExpression form(u"^\\d{1,15}(\\.\\d{1,9})?$"_s);
    if (!form.match(QString::fromLatin1(text)).hasMatch()) {
        return std::nullopt;
    }
    return static_cast<qint64>(std::ceil(text.toDouble()));
}

QDateTime httpDate(const QByteArray &text)
{
    QString date = QString::fromLatin1(text);
    if (!date.endsWith("GMT"_L1)) {
        return {};
    }
    date.replace("GMT"_L1, "+0000"_L1);
    return QDateTime::fromString(date, Qt::RFC2822Date).toUTC();
}

/// The moment of the answer by the service's clock.
QDateTime answeredAt(const HeaderList &headers, const QDateTime &receivedAt)
{
    const QDateTime date = httpDate(headerOf(headers, "Date"));
    return date.isValid() ? date : receivedAt;
}

std::optional<qint64> sane(std::optional<qint64> seconds)
{
    if (!seconds || *seconds < 0 || *seconds > longestHint) {
        return std::nullopt;
    }
    return seconds;
}

std::optional<qint64> secondsToReset(const HeaderList &headers, const QDateTime &receivedAt)
{
    std::optional<qint64> reset = numberFrom(headerOf(headers, "X-RateLimit-Reset"));
    if (reset && *reset >= firstEpoch) {
        *reset -= answeredAt(headers, receivedAt).toSecsSinceEpoch();
    }
    return sane(reset);
}

std::optional<qint64> secondsOfRetryAfter(const HeaderList &headers, const QDateTime &receivedAt)
{
    const QByteArray text = headerOf(headers, "Retry-After");
    const QDateTime date = httpDate(text);
    if (date.isValid()) {
        return sane(answeredAt(headers, receivedAt).secsTo(date));
    }
    return sane(numberFrom(text));
}

} // namespace

std::optional<std::chrono::seconds> waitHint(const HeaderList &headers, const QDateTime &receivedAt)
{
    std::optional<qint64> wait = sane(numberFrom(headerOf(headers, "X-RateLimit-Retry-After")));
    if (!wait) {
        wait = secondsOfRetryAfter(headers, receivedAt);
    }
    if (!wait) {
        wait = secondsToReset(headers, receivedAt);
    }
    if (!wait) {
        return std::nullopt;
    }
    return std::chrono::seconds(*wait);
}

RateLimit rateLimitFrom(const HeaderList &headers, const QDateTime &receivedAt)
{
    RateLimit limit{.limit = numberFrom(headerOf(headers, "X-RateLimit-Limit")),
                    .remaining = numberFrom(headerOf(headers, "X-RateLimit-Remaining")),
                    .resetsAt = std::nullopt};
    const std::optional<qint64> reset = secondsToReset(headers, receivedAt);
    if (reset) {
        limit.resetsAt = receivedAt.toUTC().addSecs(*reset);
    }
    return limit;
}

} // namespace emberline
