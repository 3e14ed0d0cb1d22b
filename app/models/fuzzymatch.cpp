// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fuzzymatch.h"

namespace emberline {

namespace {

bool startsWord(const QString &composed, const QString &folded, qsizetype at)
{
    if (at == 0) {
        return true;
    }
    if (!folded.at(at - 1).isLetterOrNumber() && !folded.at(at - 1).isSurrogate()) {
        return true;
    }
    // Folding can make a text longer; then its capitals can't be told any more.
    return composed.size() == folded.size() && composed.at(at).isUpper()
        && composed.at(at - 1).isLower();
}

std::optional<MatchRank> rankInOnePiece(const QString &composed,
                                        const QString &folded,
                                        const QString &needle)
{
    const qsizetype first = folded.indexOf(needle);
    if (first < 0) {
        return std::nullopt;
    }
    if (first == 0) {
        return MatchRank{.level = folded.size() == needle.size() ? 0 : 1, .spread = 0};
    }
    for (qsizetype at = first; at >= 0; at = folded.indexOf(needle, at + 1)) {
        if (startsWord(composed, folded, at)) {
            return MatchRank{.level = 2, .spread = at};
        }
    }
    return MatchRank{.level = 3, .spread = first};
}

/// Letters after another count nothing, letters at the start of a word little, others what lies
/// between: "chkt" is nearer to CHecKouT than to a word that has them by chance.
std::optional<MatchRank> rankScattered(const QString &composed,
                                       const QString &folded,
                                       const QString &needle)
{
    qsizetype at = 0;
    qsizetype spread = 0;
    qsizetype previous = -1;
    bool any = false;
    for (const QChar c : needle) {
        if (c.isSpace()) {
            continue;
        }
        at = folded.indexOf(c, at);
        if (at < 0) {
            return std::nullopt;
        }
        any = true;
        const qsizetype gap = at - previous - 1;
        spread += startsWord(composed, folded, at) ? std::min<qsizetype>(gap, 1) : gap;
        previous = at;
        ++at;
    }
    return any ? std::optional(MatchRank{.level = 4, .spread = spread}) : std::nullopt;
}

} // namespace

QString composedForMatch(const QString &raw)
{
    return raw.normalized(QString::NormalizationForm_C);
}

std::optional<MatchRank> rankOf(const QString &composed,
                                const QString &folded,
                                const QString &needle)
{
    if (const std::optional<MatchRank> rank = rankInOnePiece(composed, folded, needle)) {
        return rank;
    }
    return rankScattered(composed, folded, needle);
}

} // namespace emberline
