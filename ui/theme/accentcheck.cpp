// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/accentcheck.h"

#include "ui/theme/colordifference.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace emberline {

namespace {

/// The most frequent one first.
constexpr std::array visions{ColorVision::Usual,
                             ColorVision::Deuteranopia,
                             ColorVision::Protanopia,
                             ColorVision::Tritanopia};

using Seen = std::array<Lab, visions.size()>;

Seen seenByAll(const QColor &color)
{
    Seen seen{};
    std::transform(visions.begin(), visions.end(), seen.begin(), [&color](ColorVision vision) {
        return seenBy(matrixOf(vision), color);
    });
    return seen;
}

struct Other
{
    int slot = -1;
    Seen seen = {};
};

/// The neutral and all slots but the first.
const std::vector<Other> &others()
{
    static const std::vector<Other> all = [] {
        std::vector<Other> list;
        const int count = static_cast<int>(lightTokens().series.size());
        for (int slot = -1; slot < count; ++slot) {
            if (slot != 0) {
                list.push_back({.slot = slot, .seen = seenByAll(seriesColor(lightTokens(), slot))});
            }
        }
        return list;
    }();
    return all;
}

double contrastOf(const QColor &accent)
{
    return contrastRatio(accent, QColor(Qt::white));
}

std::optional<AccentProblem> likeness(const Seen &accent, const Other &other)
{
    for (std::size_t i = 0; i < visions.size(); ++i) {
        const double difference = ciede2000(accent.at(i), other.seen.at(i));
        if (difference < leastAccentDifference) {
            return AccentProblem{.kind = AccentProblem::Kind::Alike,
                                 .value = difference,
                                 .slot = other.slot,
                                 .vision = visions.at(i)};
        }
    }
    return std::nullopt;
}

bool isGood(const QColor &accent)
{
    if (contrastOf(accent) < leastAccentContrast) {
        return false;
    }
    const Seen seen = seenByAll(accent);
    return std::none_of(others().begin(), others().end(), [&seen](const Other &other) {
        return likeness(seen, other).has_value();
    });
}

/// Looks for the good colour nearest to one, on ever finer lattices of RGB.
class Search
{
public:
    explicit Search(const QColor &wanted)
        : m_wanted(seenBy(usualMatrix, wanted))
    { }

    void look(const QColor &around, int reach, int step)
    {
        const auto each = [reach, step](int middle, const auto &visit) {
            for (int offset = -reach; offset <= reach; offset += step) {
                if (middle + offset >= 0 && middle + offset <= 255) {
                    visit(middle + offset);
                }
            }
        };
        each(around.red(), [&](int red) {
            each(around.green(), [&](int green) {
                each(around.blue(), [&](int blue) { weigh(QColor(red, green, blue)); });
            });
        });
    }

    [[nodiscard]] const QColor &best() const { return m_best; }

private:
    void weigh(const QColor &color)
    {
        const double distance = ciede2000(m_wanted, seenBy(usualMatrix, color));
        if (distance < m_distance && isGood(color)) {
            m_best = color;
            m_distance = distance;
        }
    }

    Lab m_wanted;
    QColor m_best = lightTokens().series.front(); ///< always good
    double m_distance = std::numeric_limits<double>::infinity();
};

} // namespace

std::vector<AccentProblem> problemsOf(const QColor &accent)
{
    std::vector<AccentProblem> problems;
    const double contrast = contrastOf(accent);
    if (contrast < leastAccentContrast) {
        problems.push_back({.kind = AccentProblem::Kind::Pale, .value = contrast});
    }
    const Seen seen = seenByAll(accent);
    for (const Other &other : others()) {
        if (const std::optional<AccentProblem> alike = likeness(seen, other)) {
            problems.push_back(*alike);
        }
    }
    return problems;
}

QColor nearestAccent(const QColor &accent)
{
    if (isGood(accent)) {
        return accent;
    }
    constexpr int coarse = 12;
    constexpr int fine = 3;
    Search search(accent);
    search.look(accent, 255, coarse);
    search.look(search.best(), coarse, fine);
    search.look(search.best(), fine, 1);
    return search.best();
}

} // namespace emberline
