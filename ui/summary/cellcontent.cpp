// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/cellcontent.h"

#include "app/core/text.h"
#include "app/series/change.h"
#include "app/series/datetext.h"
#include "app/series/summary.h"
#include "app/series/valueaxis.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Below this a rounded average would say too little.
constexpr double smallAverage = 100;

QString dash()
{
    return u"–"_s;
}

/// As in the table; what is too large for any cell is short.
QString numberText(double value, const QLocale &locale)
{
    if (std::abs(value) > largestDrawable) {
        return compactNumber(value, locale);
    }
    return value == std::trunc(value) ? fullNumber(value, locale) : locale.toString(value, 'f', 2);
}

QString averageText(double value, const QLocale &locale)
{
    if (value < smallAverage && value != std::trunc(value)) {
        return locale.toString(value, 'f', 1);
    }
    return numberText(std::round(value), locale);
}

class CellWriter
{
    Q_DECLARE_TR_FUNCTIONS(SummaryCell)

public:
    CellWriter(const DatasetModel &model, const BucketSpan &span, const QLocale &locale)
        : m_model(model)
        , m_dataset(*model.dataset())
        , m_span(span)
        , m_locale(locale)
    { }

    [[nodiscard]] CellContent cell(std::size_t index) const
    {
        const Series &series = m_dataset.series[index];
        const SeriesSummary summary = summaryOf(m_dataset.times, series, m_span);
        const DatasetModel::Look &look = m_model.look(index);
        CellContent cell{.name = displayText(look.name),
                         .colorSlot = look.colorSlot,
                         .patterned = look.patterned,
                         .hidden = look.hidden};
        cell.total = summary.total ? numberText(*summary.total, m_locale) : dash();
        cell.shortTotal = summary.total ? compactNumber(*summary.total, m_locale) : dash();
        cell.note = noteOf(summary);
        cell.rows = {averageOf(summary),
                     bucketRow(summary.peak, tr("Peak"), tr("Peak %1", "a date")),
                     bucketRow(summary.latestComplete, tr("Latest"), tr("Latest %1", "a date"))};
        const std::optional<Change> change = changeOn(index);
        if (change) {
            cell.direction = change->difference > 0 ? 1 : change->difference < 0 ? -1 : 0;
            cell.percent = percentText(*change, m_locale);
            cell.difference = differenceText(*change, m_locale);
        }
        cell.spoken = spokenOf(cell, change);
        return cell;
    }

private:
    using Row = CellContent::Row; // qualified, lupdate would take it for the context of tr()

    [[nodiscard]] QString noteOf(const SeriesSummary &summary) const
    {
        if (summary.unread > 0) {
            return m_dataset.isLoading ? tr("loading…") : tr("not all is loaded");
        }
        return summary.incomplete > 0 ? tr("incl. incomplete") : QString();
    }

    [[nodiscard]] Row averageOf(const SeriesSummary &summary) const
    {
        return {.label = tr("Average"),
                .value = summary.average ? averageText(*summary.average, m_locale) : dash()};
    }

    [[nodiscard]] Row bucketRow(const std::optional<BucketValue> &bucket,
                                const QString &bare,
                                const QString &dated) const
    {
        if (!bucket) {
            return {.label = bare, .value = dash()};
        }
        return {.label = dated.arg(dateText(bucket->time)),
                .value = numberText(bucket->value, m_locale)};
    }

    /// Short; the year only where a day may be one of two.
    [[nodiscard]] QString dateText(BucketTime time) const
    {
        constexpr int year = 366;
        const QDateTime clock = wallClockOf(time, m_dataset.granularity, m_dataset.zone);
        const bool isLong = m_dataset.times.back() - m_dataset.times.front() >= year * msPerDay;
        QString date = m_locale.toString(clock.date(), isLong ? u"d MMM yyyy"_s : u"d MMM"_s);
        switch (m_dataset.granularity) {
        case Granularity::Hour:
            return date + u", "_s + clockText(clock.time(), m_locale);
        case Granularity::Day:
        case Granularity::Week:
            return date;
        case Granularity::Month:
            return m_locale.toString(clock.date(), u"MMM yyyy"_s);
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] std::optional<Change> changeOn(std::size_t index) const
    {
        if (m_model.earlier().empty()) {
            return std::nullopt;
        }
        return changeOf(
            m_dataset.series[index], m_model.earlier().front().series.at(index), m_span);
    }

    [[nodiscard]] static QString spokenOf(const CellContent &cell,
                                          const std::optional<Change> &change)
    {
        QStringList parts{tr("Total %1").arg(cell.total)};
        if (!cell.note.isEmpty()) {
            parts.append(cell.note);
        }
        if (change) {
            parts.append(spokenChange(cell, *change));
        }
        for (const CellContent::Row &row : cell.rows) {
            parts.append(row.label + u' ' + row.value);
        }
        if (cell.hidden) {
            parts.append(tr("hidden"));
        }
        return parts.join(tr("; ", "between the parts of a spoken sentence"));
    }

    [[nodiscard]] static QString spokenChange(const CellContent &cell, const Change &change)
    {
        if (!change.ratio) {
            return tr("new: there were none in the earlier period");
        }
        switch (cell.direction) {
        case 1:
            return tr("up %1 on the earlier period, %2").arg(cell.percent, cell.difference);
        case -1:
            return tr("down %1 on the earlier period, %2").arg(cell.percent, cell.difference);
        default:
            return tr("no change on the earlier period");
        }
    }

    const DatasetModel &m_model;
    const Dataset &m_dataset;
    BucketSpan m_span;
    const QLocale &m_locale;
};

} // namespace

BucketSpan bucketsIn(const std::vector<BucketTime> &times, const std::optional<Zoom> &zoom)
{
    const BucketSpan whole{.first = 0, .last = times.size() - 1};
    if (!zoom) {
        return whole;
    }
    const auto first = std::lower_bound(times.begin(), times.end(), zoom->first);
    const auto last = std::upper_bound(first, times.end(), zoom->last);
    if (first == last) {
        return whole;
    }
    return {.first = static_cast<std::size_t>(first - times.begin()),
            .last = static_cast<std::size_t>(last - times.begin()) - 1};
}

std::vector<CellContent> cellsOf(const DatasetModel &model,
                                 const std::optional<Zoom> &zoom,
                                 const QLocale &locale)
{
    const Dataset &dataset = *model.dataset();
    if (dataset.isEmpty()) {
        return {};
    }
    const CellWriter writer(model, bucketsIn(dataset.times, zoom), locale);
    std::vector<CellContent> cells;
    cells.reserve(dataset.series.size());
    for (std::size_t i = 0; i < dataset.series.size(); ++i) {
        cells.push_back(writer.cell(i));
    }
    const auto shown = std::count_if(
        cells.begin(), cells.end(), [](const CellContent &cell) { return !cell.hidden; });
    for (CellContent &cell : cells) {
        cell.alone = shown == 1 && !cell.hidden;
    }
    return cells;
}

} // namespace emberline
