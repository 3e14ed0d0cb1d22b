// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picturetext.h"

#include "app/core/text.h"
#include "app/export/comparisontext.h"
#include "app/export/picturepart.h"
#include "app/series/datetext.h"
#include "app/series/runs.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype mostNames = 6; ///< named one by one; more are counted

class Describer
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)

public:
    Describer(const View &view,
              const Dataset &dataset,
              const std::vector<Earlier> &earlier,
              const QLocale &locale,
              bool isDemo)
        : m_view(view)
        , m_query(view.query)
        , m_dataset(dataset)
        , m_earlier(earlier)
        , m_locale(locale)
        , m_isDemo(isDemo)
    { }

    [[nodiscard]] PictureText text() const
    {
        const QString measured = withRange(perUnit());
        const bool isNamed = !m_view.title.isEmpty();
        return {.title = isNamed ? displayText(m_view.title) : measured,
                .subtitle = isNamed ? measured : subtitle(),
                .comparison = comparison(lastDay()),
                .footnote = footnote(),
                .range = range(),
                .notice = m_isDemo ? tr("Demo data.") : QString()};
    }

private:
    /// Of what is shown.
    [[nodiscard]] QDate lastDay() const
    {
        return m_dataset.times.empty()
                 ? QDate()
                 : wallClockOf(m_dataset.times.back(), m_dataset.granularity, m_dataset.zone)
                       .date();
    }

    /// With years where they are not that of @p known; all of them without it.
    [[nodiscard]] QString comparison(QDate known) const
    {
        return comparisonText(m_view.comparison, m_earlier, known, m_locale);
    }

    [[nodiscard]] QString list(const QStringList &names) const
    {
        return m_locale.createSeparatedList(names);
    }

    [[nodiscard]] QString events() const
    {
        if (m_query.events.size() > mostNames) {
            return tr("%n custom events", nullptr, static_cast<int>(m_query.events.size()));
        }
        QStringList names;
        for (const QString &event : m_query.events) {
            names.append(displayText(event));
        }
        return list(names);
    }

    [[nodiscard]] QString perUnit() const
    {
        switch (m_dataset.granularity) {
        case Granularity::Hour:
            return tr("%1 per hour").arg(events());
        case Granularity::Day:
            return tr("%1 per day").arg(events());
        case Granularity::Week:
            return tr("%1 per week").arg(events());
        case Granularity::Month:
            return tr("%1 per month").arg(events());
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString range() const
    {
        if (m_dataset.times.empty()) {
            return {};
        }
        return rangeText(m_dataset, m_locale);
    }

    [[nodiscard]] QString withRange(const QString &measure) const
    {
        return m_dataset.times.empty() ? measure : QString(measure + u", "_s + range());
    }

    [[nodiscard]] static QStringList labels(const std::vector<Choice> &choices)
    {
        QStringList names;
        for (const Choice &choice : choices) {
            if (!choice.id.isEmpty()) {
                names.append(displayText(choice.label.isEmpty() ? choice.id : choice.label));
            }
        }
        return names;
    }

    [[nodiscard]] QString apps() const
    {
        const QStringList names = labels(m_query.apps);
        if (names.isEmpty()) {
            return tr("all apps");
        }
        return tr("apps: %1").arg(list(names));
    }

    [[nodiscard]] QString subtitle() const
    {
        return (m_query.events.size() == 1 ? tr("Custom event %1, %2") : tr("Custom events %1, %2"))
            .arg(events(), apps());
    }

    [[nodiscard]] QString segments() const
    {
        const QStringList names = labels(m_query.segments);
        const bool everybody = std::any_of(
            m_query.segments.begin(), m_query.segments.end(), [](const Choice &choice) {
                return choice.id.isEmpty();
            });
        if (names.isEmpty()) {
            return tr("all users");
        }
        const auto count = static_cast<int>(names.size());
        const QString named = names.size() > mostNames ? tr("%n segments", nullptr, count)
                            : count == 1               ? tr("the segment %1").arg(names.front())
                                                       : tr("the segments %1").arg(list(names));
        return everybody ? tr("all users and %1").arg(named) : named;
    }

    [[nodiscard]] QString counted() const
    {
        const QString zone = QString::fromLatin1(m_dataset.zone.id());
        const bool fromHours = m_dataset.unit == Unit::Hour;
        switch (m_dataset.granularity) {
        case Granularity::Hour:
            return tr("Count per hour, %1, times in %2.").arg(range(), zone);
        case Granularity::Day:
            return (fromHours ? tr("Count per day, summed from hours (%2), %1.")
                              : tr("Count per Braze workspace day (%2), %1."))
                .arg(range(), zone);
        case Granularity::Week:
            return (fromHours ? tr("Count per week, summed from hours (%2), %1.")
                              : tr("Count per week, summed from Braze workspace days (%2), %1."))
                .arg(range(), zone);
        case Granularity::Month:
            return (fromHours ? tr("Count per month, summed from hours (%2), %1.")
                              : tr("Count per month, summed from Braze workspace days (%2), %1."))
                .arg(range(), zone);
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString bucketName(std::size_t bucket) const
    {
        const QDateTime clock = wallClockOf(
            m_dataset.times[bucket], m_dataset.granularity, m_dataset.zone);
        QString day = m_locale.toString(clock.date(), u"d MMM"_s);
        switch (m_dataset.granularity) {
        case Granularity::Hour:
            return day + u", "_s + clockText(clock.time(), m_locale);
        case Granularity::Day:
            return day;
        case Granularity::Week:
            return tr("the week of %1").arg(day);
        case Granularity::Month:
            return m_locale.toString(clock.date(), u"MMM yyyy"_s);
        }
        Q_UNREACHABLE();
    }

    void addOpen(QStringList &parts) const
    {
        const std::size_t last = m_dataset.times.size() - 1;
        if (!anyLacks(m_dataset, last, Shortfall::Open)) {
            return;
        }
        const std::optional<QDateTime> until = countedUntil(m_dataset);
        parts.append(
            until.has_value()
                ? tr("Dashed: %1 is not complete (to %2).")
                      .arg(bucketName(last), momentText(*until, m_dataset.granularity, m_locale))
                : tr("Dashed: %1 is not complete.").arg(bucketName(last)));
    }

    void addCut(QStringList &parts) const
    {
        QStringList names;
        for (std::size_t i = 0; i < m_dataset.times.size(); ++i) {
            if (anyLacks(m_dataset, i, Shortfall::CutByRange)) {
                names.append(bucketName(i));
            }
        }
        if (!names.isEmpty()) { // the first and the last at most
            parts.append(tr("Dashed: the range cuts %1.").arg(list(names)));
        }
    }

    void addHoles(QStringList &parts) const
    {
        int sums = 0;
        for (std::size_t i = 0; i < m_dataset.times.size(); ++i) {
            const bool holes = anyLacks(m_dataset, i, Shortfall::PartsMissing)
                            || anyLacks(m_dataset, i, Shortfall::PartsNotCollected);
            sums += holes ? 1 : 0;
        }
        if (sums > 0) {
            parts.append(tr("Dashed: %n sums lack a part.", nullptr, sums));
        }
    }

    [[nodiscard]] QString gaps(int missing) const
    {
        switch (m_dataset.granularity) {
        case Granularity::Hour:
            return tr("Gaps: no value for %n hours.", nullptr, missing);
        case Granularity::Day:
            return tr("Gaps: no value for %n days.", nullptr, missing);
        case Granularity::Week:
            return tr("Gaps: no value for %n weeks.", nullptr, missing);
        case Granularity::Month:
            return tr("Gaps: no value for %n months.", nullptr, missing);
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] int bucketsWith(BucketState state) const
    {
        int count = 0;
        for (std::size_t i = 0; i < m_dataset.times.size(); ++i) {
            count += anyHas(m_dataset, i, state) ? 1 : 0;
        }
        return count;
    }

    void addGaps(QStringList &parts) const
    {
        if (const int missing = bucketsWith(BucketState::Missing); missing > 0) {
            parts.append(gaps(missing));
        }
        if (const int unread = bucketsWith(BucketState::Unread); unread > 0) {
            parts.append(tr("Gaps: %n points are not loaded.", nullptr, unread));
        }
        QStringList late;
        for (const Series &series : m_dataset.series) {
            const auto begins = std::find_if(
                series.states.begin(), series.states.end(), [](BucketState state) {
                    return state != BucketState::NotCollected;
                });
            if (begins == series.states.begin()) {
                continue;
            }
            const QString name = displayText(seriesName(m_query, series.key, tr("all users")));
            late.append(begins == series.states.end()
                            ? name
                            : tr("%1 before %2", "a segment, not collected before a day")
                                  .arg(name,
                                       bucketName(static_cast<std::size_t>(
                                           begins - series.states.begin()))));
        }
        if (!late.isEmpty()) {
            parts.append(tr("Hatched: not collected (%1).").arg(list(late)));
        }
    }

    void addShortcomings(QStringList &parts) const
    {
        QStringList failed;
        for (const SeriesFailure &failure : m_dataset.failures) {
            failed.append(displayText(seriesName(m_query, failure.key, tr("all users"))));
        }
        if (!failed.isEmpty()) {
            parts.append(tr("Not loaded: %1.").arg(list(failed)));
        }
        int clamped = 0;
        for (const LoadNotice &notice : m_dataset.notices) {
            clamped += notice.kind == LoadNotice::Kind::ClampedValues ? notice.count : 0;
        }
        if (clamped > 0) {
            parts.append(tr("%n values are too large to draw and are cut.", nullptr, clamped));
        }
    }

    [[nodiscard]] QString fetched() const
    {
        const QDateTime local = m_dataset.fetchedAt.toTimeZone(m_dataset.zone);
        return tr("Fetched %1, %2 %3.")
            .arg(m_locale.toString(local.date(), u"d MMM yyyy"_s),
                 clockText(local.time(), m_locale),
                 m_dataset.zone.abbreviation(local));
    }

    [[nodiscard]] QString footnote() const
    {
        QStringList parts;
        if (m_isDemo) {
            parts.append(tr("Demo data."));
        }
        const QString what = m_query.events.size() == 1 ? tr("Braze custom event “%1”; %2; %3.")
                                                        : tr("Braze custom events “%1”; %2; %3.");
        parts.append(what.arg(events(), segments(), apps()));
        if (!m_dataset.times.empty()) {
            parts.append(counted());
            addOpen(parts);
            addCut(parts);
            addHoles(parts);
            addGaps(parts);
            if (const QString compared = comparison({}); !compared.isEmpty()) {
                parts.append(tr("Thin lines: %1.").arg(compared));
            }
        }
        addShortcomings(parts);
        if (m_dataset.fetchedAt.isValid()) {
            parts.append(fetched());
        }
        return parts.join(u' ');
    }

    const View &m_view;
    const Query &m_query;
    const Dataset &m_dataset;
    const std::vector<Earlier> &m_earlier;
    const QLocale &m_locale;
    bool m_isDemo;
};

} // namespace

PictureText pictureText(const View &view,
                        const Dataset &dataset,
                        const QLocale &locale,
                        bool isDemo,
                        const std::vector<Earlier> &earlier)
{
    return Describer(view, dataset, earlier, locale, isDemo).text();
}

PictureText seenText(const View &view,
                     const Dataset &dataset,
                     const QLocale &locale,
                     bool isDemo,
                     const std::vector<Earlier> &earlier)
{
    const PicturePart part = picturePart(view, dataset, earlier);
    return pictureText(part.view, part.dataset, locale, isDemo, part.earlier);
}

} // namespace emberline
