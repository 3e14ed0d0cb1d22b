// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/filename.h"

#include "app/core/text.h"
#include "app/series/datetext.h"

#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype longestName = 200; ///< bytes; file systems take 255 with the suffix

QString dateWord(const Dataset &dataset, BucketTime bucket)
{
    const QDateTime clock = wallClockOf(bucket, dataset.granularity, dataset.zone);
    const QString day = clock.date().toString(Qt::ISODate);
    return dataset.granularity == Granularity::Hour
             ? QString(day + clock.time().toString(u"'T'HH"_s))
             : day;
}

QString joined(const QStringList &words)
{
    return words.join(u'-');
}

/// The replacement of the word that begins at @p at of @p pattern, and the word's length.
std::pair<QString, qsizetype> wordAt(const QString &pattern,
                                     qsizetype at,
                                     const FileNameWords &words)
{
    const std::array<std::pair<QString, QString>, 5> known{{{u"{event}"_s, words.event},
                                                            {u"{segment}"_s, words.segment},
                                                            {u"{from}"_s, words.from},
                                                            {u"{to}"_s, words.to},
                                                            {u"{view}"_s, words.view}}};
    for (const auto &[word, value] : known) {
        if (QStringView(pattern).mid(at).startsWith(word)) {
            return {value.isEmpty() ? QString() : fileNamePart(value), word.size()};
        }
    }
    return {pattern.mid(at, 1), 1};
}

/// A part of a file name is at most 100 bytes: the rest is a part of its own.
QString longPart(const QString &name)
{
    constexpr qsizetype longestPart = 100;
    const QString head = fileNamePart(name.left(longestPart));
    const QString tail = name.mid(longestPart, longestName - longestPart);
    return tail.isEmpty() ? head : QString(head + fileNamePart(tail));
}

} // namespace

FileNameWords fileNameWords(const View &view, const Dataset &dataset)
{
    QStringList segments;
    for (const Choice &segment : view.query.segments) {
        if (!segment.id.isEmpty()) {
            segments.append(segment.label.isEmpty() ? segment.id : segment.label);
        }
    }
    FileNameWords words{
        .event = joined(view.query.events), .segment = joined(segments), .view = view.title};
    if (dataset.rolledUp.first.isValid()) {
        words.from = dataset.rolledUp.first.toString(Qt::ISODate);
        words.to = dataset.rolledUp.last.toString(Qt::ISODate);
    } else if (!dataset.times.empty()) {
        words.from = dateWord(dataset, dataset.times.front());
        words.to = dateWord(dataset, dataset.times.back());
    }
    return words;
}

QString defaultNamePattern()
{
    return u"{event}_{from}_{to}"_s;
}

QStringList nameWords()
{
    return {u"{event}"_s, u"{segment}"_s, u"{from}"_s, u"{to}"_s, u"{view}"_s};
}

QString unknownNameWord(const QString &pattern)
{
    static const QRegularExpression braces(u"\\{[^{}]*\\}"_s);
    for (auto found = braces.globalMatch(pattern); found.hasNext();) {
        const QString word = found.next().captured();
        if (!nameWords().contains(word)) {
            return word;
        }
    }
    return {};
}

QString fileNameFrom(const QString &pattern, const FileNameWords &words)
{
    QString name;
    for (qsizetype at = 0; at < pattern.size();) {
        // One pass: a word that stands in a value is not a word.
        const auto [text, length] = wordAt(pattern, at, words);
        name += text;
        at += length;
    }
    return longPart(name);
}

QString safeFileName(const QString &name)
{
    static const QRegularExpression scaled(u"^(.*)(@[2-9]x)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = scaled.match(name);
    return match.hasMatch() ? QString(longPart(match.captured(1)) + match.captured(2))
                            : longPart(name);
}

QStringList uniqueFileNames(const QStringList &names, const QStringList &taken)
{
    QStringList result;
    QStringList used = taken;
    for (const QString &name : names) {
        QString candidate = name;
        for (int number = 2; used.contains(candidate, Qt::CaseInsensitive); ++number) {
            candidate = name + u"-%1"_s.arg(number);
        }
        used.append(candidate);
        result.append(candidate);
    }
    return result;
}

QString scaledFileName(const QString &baseName, int scale, const QString &suffix)
{
    const QString mark = scale > 1 ? u"@%1x"_s.arg(scale) : QString();
    return baseName + mark + u'.' + suffix;
}

} // namespace emberline
