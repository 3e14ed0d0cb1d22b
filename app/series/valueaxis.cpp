// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/valueaxis.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr double leastSpan = 5;
constexpr double mostWritten = 1e18; ///< beyond it most of the digits would be made up
constexpr int fewestSteps = 3;
constexpr int mostSteps = 5;

/// "1.5" or "12": at most one decimal, and none that is zero.
QString rounded(double value, const QLocale &locale)
{
    const double tenths = std::round(value * 10) / 10;
    const bool whole = std::abs(tenths - std::round(tenths)) < 0.05;
    return locale.toString(tenths, 'f', whole ? 0 : 1);
}

QString withUnit(const QString &number, int power)
{
    // The blank is a narrow one that does not break; lupdate would read \u202FB as one letter.
    switch (power) {
    case 1:
        return QCoreApplication::translate("CompactNumber", "%1\u202Fk", "thousands").arg(number);
    case 2:
        return QCoreApplication::translate("CompactNumber", "%1\u202FM", "millions").arg(number);
    case 3:
        return QCoreApplication::translate("CompactNumber",
                                           "%1\u202F"
                                           "B",
                                           "thousand millions")
            .arg(number);
    case 4:
        return QCoreApplication::translate("CompactNumber", "%1\u202FT", "million millions")
            .arg(number);
    }
    return number;
}

} // namespace

ValueAxis valueAxisFor(double maximum)
{
    const double span = std::max(drawableValue(maximum), leastSpan);
    double decade = std::pow(10.0, std::floor(std::log10(span)) - 1);
    for (;; decade *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = decade * factor;
            const int steps = static_cast<int>(std::ceil(span / step));
            if (steps <= mostSteps) {
                return {.step = step, .steps = std::max(steps, fewestSteps)};
            }
        }
    }
}

QString compactNumber(double value, const QLocale &locale)
{
    constexpr int powers = 4;
    double scaled = value;
    int power = 0;
    // 999.95 would be shown as "1000".
    while (scaled >= 999.95 && power < powers) {
        scaled /= 1000;
        ++power;
    }
    if (scaled >= 1e5) {
        return locale.toString(value, 'g', 3);
    }
    return withUnit(rounded(scaled, locale), power);
}

QString fullNumber(double value, const QLocale &locale)
{
    return std::abs(value) < mostWritten ? locale.toString(value, 'f', 0)
                                         : locale.toString(value, 'g', 6);
}

} // namespace emberline
