// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tableabout.h"

#include "app/export/comparisontext.h"
#include "app/export/picturetext.h"
#include "app/series/datetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class About
{
    Q_DECLARE_TR_FUNCTIONS(TableAbout)

public:
    About(const View &view, const TableSource &source, const QLocale &locale)
        : m_view(view)
        , m_dataset(*source.shown.dataset)
        , m_earlier(source.shown.earlier)
        , m_locale(locale)
    { }

    [[nodiscard]] std::vector<AboutLine> lines(bool isDemo) const
    {
        const Query &query = m_view.query;
        std::vector<AboutLine> lines;
        if (isDemo) {
            lines.push_back({tr("Source"), tr("Demo data, made up")});
        }
        addAll(lines, tr("Custom event"), query.events);
        addAll(lines, tr("Segment"), names(query.segments, tr("All users")));
        addAll(lines, tr("App"), names(query.apps, tr("All apps")));
        if (!m_dataset.times.empty()) {
            lines.push_back({tr("Range"), rangeText(m_dataset, m_locale)});
        }
        lines.push_back({tr("A row is"), bucket()});
        lines.push_back(
            {tr("Time zone of the workspace"), QString::fromLatin1(m_dataset.zone.id())});
        const QString compared = comparisonText(m_view.comparison, m_earlier, {}, m_locale);
        if (!compared.isEmpty()) {
            lines.push_back({tr("Compared with"), compared});
        }
        if (m_dataset.fetchedAt.isValid()) {
            lines.push_back({tr("Fetched"), fetched()});
        }
        lines.push_back({tr("Empty cells"),
                         tr("Braze sent no value, did not track the segment yet, or the value is "
                            "not loaded. A 0 was counted.")});
        lines.push_back(
            {tr("Incomplete"), tr("Rows with “yes” there do not hold the whole count.")});
        lines.push_back({tr("Made with"), u"Emberline " EMBERLINE_VERSION ""_s});
        return lines;
    }

    [[nodiscard]] static QString sheetName() { return tr("About"); }

private:
    /// A line for each, the label before the first one.
    static void addAll(std::vector<AboutLine> &lines, const QString &label, const QStringList &all)
    {
        for (const QString &one : all) {
            lines.push_back({&one == &all.front() ? label : QString(), one});
        }
    }

    [[nodiscard]] static QStringList names(const std::vector<Choice> &choices, const QString &all)
    {
        QStringList names;
        for (const Choice &choice : choices) {
            names.append(choice.id.isEmpty()      ? all
                         : choice.label.isEmpty() ? choice.id
                                                  : choice.label);
        }
        return names;
    }

    [[nodiscard]] QString bucket() const
    {
        const bool fromHours = m_dataset.unit == Unit::Hour;
        switch (m_dataset.granularity) {
        case Granularity::Hour:
            return tr("an hour");
        case Granularity::Day:
            return fromHours ? tr("a day, summed from hours") : tr("a Braze workspace day");
        case Granularity::Week:
            return fromHours ? tr("a week, summed from hours") : tr("a week, summed from days");
        case Granularity::Month:
            return fromHours ? tr("a month, summed from hours") : tr("a month, summed from days");
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString fetched() const
    {
        const QDateTime local = m_dataset.fetchedAt.toTimeZone(m_dataset.zone);
        return u"%1, %2 %3"_s.arg(m_locale.toString(local.date(), u"d MMM yyyy"_s),
                                  clockText(local.time(), m_locale),
                                  m_dataset.zone.abbreviation(local));
    }

    const View &m_view;
    const Dataset &m_dataset;
    const std::vector<Earlier> &m_earlier;
    const QLocale &m_locale;
};

} // namespace

TableAbout tableAbout(const View &view,
                      const TableSource &source,
                      const QLocale &locale,
                      bool isDemo)
{
    const Shown &shown = source.shown;
    return {.sheetName = About::sheetName(),
            .title = pictureText(view, *shown.dataset, locale, isDemo, shown.earlier).title,
            .lines = About(view, source, locale).lines(isDemo),
            .created = shown.dataset->fetchedAt};
}

} // namespace emberline
