// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/change.h"

#include "app/series/valueaxis.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr double percent = 100;
/// From here on a tenth of a percent says nothing.
constexpr double largePercent = 1000;

QString withSign(const QString &text, double value)
{
    if (value == 0) {
        return text;
    }
    return (value > 0 ? u"+"_s : u"\u2212"_s) + text; // the real minus
}

/// What is shown as 0.0 is 0, and has no sign.
double shownPercent(double ratio)
{
    const double value = ratio * percent;
    const double factor = std::abs(value) < largePercent ? 10 : 1;
    return std::round(value * factor) / factor;
}

QString percentNumber(double shown, const QLocale &locale)
{
    const bool isWhole = shown == 0 || std::abs(shown) >= largePercent;
    //: A number and the percent sign, with the space that stands between them
    return QCoreApplication::translate("Change", "%1\u00A0%")
        .arg(locale.toString(std::abs(shown), 'f', isWhole ? 0 : 1));
}

QString newText()
{
    //: Instead of a change in percent: there was none before
    return QCoreApplication::translate("Change", "new");
}

} // namespace

Change changeOf(double now, double before)
{
    Change change{.difference = now - before};
    const double ratio = change.difference / before;
    if (before != 0 && std::isfinite(ratio)) { // next to nothing is nothing
        change.ratio = ratio;
    } else if (now == 0) {
        change.ratio = 0;
    }
    return change;
}

std::optional<Change> changeOf(const Series &series, const Series &earlier, const BucketSpan &span)
{
    double now = 0;
    double before = 0;
    bool isAny = false;
    for (std::size_t i = span.first; i <= span.last && i < series.values.size(); ++i) {
        if (series.states[i] == BucketState::Counted && earlier.states[i] == BucketState::Counted) {
            now += series.values[i];
            before += earlier.values[i];
            isAny = true;
        }
    }
    return isAny ? std::optional(changeOf(now, before)) : std::nullopt;
}

QString percentText(const Change &change, const QLocale &locale)
{
    return change.ratio ? percentNumber(shownPercent(*change.ratio), locale) : newText();
}

QString signedPercentText(const Change &change, const QLocale &locale)
{
    return change.ratio ? withSign(percentText(change, locale), shownPercent(*change.ratio))
                        : newText();
}

QString differenceText(const Change &change, const QLocale &locale)
{
    return withSign(fullNumber(std::abs(change.difference), locale), change.difference);
}

QString directionText(const Change &change)
{
    if (change.difference == 0) {
        return {};
    }
    return change.difference > 0 ? u"\u25B2"_s : u"\u25BC"_s;
}

} // namespace emberline
