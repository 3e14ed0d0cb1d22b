// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelset.h"

#include "app/core/text.h"
#include "app/models/serieslooks.h"
#include "app/series/summary.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace emberline {

namespace {

QString splitKey(const SeriesKey &key, PanelSplit split)
{
    switch (split) {
    case PanelSplit::Segment:
        return key.segmentId;
    case PanelSplit::App:
        return key.appId;
    case PanelSplit::Event:
        return key.metric.name;
    }
    Q_UNREACHABLE();
}

QString labelIn(const std::vector<Choice> &choices, const QString &id, const QString &all)
{
    if (id.isEmpty()) {
        return all;
    }
    const auto found = std::find_if(
        choices.begin(), choices.end(), [&id](const Choice &choice) { return choice.id == id; });
    return found != choices.end() && !found->label.isEmpty() ? found->label : id;
}

QString splitName(const Query &query, const QString &key, PanelSplit split)
{
    switch (split) {
    case PanelSplit::Segment:
        return labelIn(query.segments, key, allUsersName());
    case PanelSplit::App:
        return labelIn(query.apps, key, QCoreApplication::translate("Panels", "All apps"));
    case PanelSplit::Event:
        return key;
    }
    Q_UNREACHABLE();
}

/// The same series in a panel that is about something else.
SeriesKey withoutSplit(SeriesKey key, PanelSplit split)
{
    switch (split) {
    case PanelSplit::Segment:
        key.segmentId.clear();
        return key;
    case PanelSplit::App:
        key.appId.clear();
        return key;
    case PanelSplit::Event:
        key.metric.name.clear();
        return key;
    }
    Q_UNREACHABLE();
}

/// @p query about one panel only.
Query withoutSplit(Query query, PanelSplit split)
{
    switch (split) {
    case PanelSplit::Segment:
        query.segments = {{}};
        return query;
    case PanelSplit::App:
        query.apps = {{}};
        return query;
    case PanelSplit::Event:
        query.events = QStringList{QString()};
        return query;
    }
    Q_UNREACHABLE();
}

/// Names and colours within the panels.
class PanelLooks
{
public:
    PanelLooks(const DatasetModel &model, const Query &query, PanelSplit split)
        : m_model(model)
        , m_query(query)
        , m_split(split)
    { }

    void giveTo(Panel &panel)
    {
        for (const std::size_t index : panel.series) {
            panel.looks.push_back(m_model.look(index));
        }
        if (panel.looks.size() == 1) {
            panel.looks.front().name = panel.name;
            return;
        }
        for (std::size_t i = 0; i < panel.series.size(); ++i) {
            const SeriesKey key = withoutSplit(m_model.dataset()->series[panel.series[i]].key,
                                               m_split);
            panel.looks[i].name = seriesName(withoutSplit(m_query, m_split), key, allUsersName());
            panel.looks[i].colorSlot = slotOf(key);
        }
    }

private:
    /// The order among all that may stand in a panel.
    int slotOf(const SeriesKey &key)
    {
        auto found = std::find(m_seen.begin(), m_seen.end(), key);
        if (found == m_seen.end()) {
            m_seen.push_back(key);
            found = m_seen.end() - 1;
        }
        return static_cast<int>(found - m_seen.begin());
    }

    const DatasetModel &m_model;
    const Query &m_query;
    PanelSplit m_split;
    std::vector<SeriesKey> m_seen;
};

/// The panels by what they are about, in the order of the dataset.
std::vector<Panel> sortedOut(const DatasetModel &model, const Query &query, PanelSplit split)
{
    std::vector<Panel> panels;
    const std::vector<Series> &all = model.dataset()->series;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (model.look(i).hidden) {
            continue;
        }
        const QString key = splitKey(all[i].key, split);
        auto found = std::find_if(
            panels.begin(), panels.end(), [&key](const Panel &panel) { return panel.key == key; });
        if (found == panels.end()) {
            panels.push_back({.key = key, .name = splitName(query, key, split)});
            found = panels.end() - 1;
        }
        found->series.push_back(i);
    }
    return panels;
}

/// Where @p panel stands among those of @p query.
std::size_t rankOf(const Panel &panel, const std::vector<SeriesKey> &keys, PanelSplit split)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const SeriesKey &key) {
        return splitKey(key, split) == panel.key;
    });
    return static_cast<std::size_t>(found - keys.begin());
}

/// What failed is in its place, though there may be nothing to show.
void addFailures(std::vector<Panel> &panels,
                 const Dataset &dataset,
                 const Query &query,
                 PanelSplit split,
                 const std::vector<DatasetModel::Look> &looks)
{
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (looks[i].hidden) {
            continue;
        }
        const SeriesFailure &failure = dataset.failures[i];
        const QString key = splitKey(failure.key, split);
        auto found = std::find_if(
            panels.begin(), panels.end(), [&key](const Panel &panel) { return panel.key == key; });
        if (found == panels.end()) {
            panels.push_back(
                {.key = key, .name = splitName(query, key, split), .looks = {looks[i]}});
            found = panels.end() - 1;
        }
        found->failure = failure.error;
    }
    const std::vector<SeriesKey> keys = seriesOf(query);
    std::stable_sort(panels.begin(), panels.end(), [&](const Panel &one, const Panel &other) {
        return rankOf(one, keys, split) < rankOf(other, keys, split);
    });
}

void addUp(Panel &panel, const DatasetModel &model)
{
    const Dataset &dataset = *model.dataset();
    if (panel.series.size() != 1 || dataset.times.empty()) {
        return;
    }
    const std::size_t index = panel.series.front();
    panel.total = summaryOf(dataset.times, dataset.series[index]).total;
    if (!model.earlier().empty()) {
        panel.change = changeOf(dataset.series[index],
                                model.earlier().front().series[index],
                                {.first = 0, .last = dataset.times.size() - 1});
    }
}

/// How much it has changed, to compare; what is new has changed most.
std::optional<double> ratioOf(const Panel &panel)
{
    if (!panel.change) {
        return std::nullopt;
    }
    return panel.change->ratio.value_or(std::numeric_limits<double>::infinity());
}

/// The larger first, those without a value last.
bool isLarger(const std::optional<double> &one, const std::optional<double> &other)
{
    return one && (!other || *one > *other);
}

void sort(std::vector<Panel> &panels, PanelOrder order)
{
    switch (order) {
    case PanelOrder::AsChosen:
        return;
    case PanelOrder::Total:
        std::stable_sort(panels.begin(), panels.end(), [](const Panel &a, const Panel &b) {
            return isLarger(a.total, b.total);
        });
        return;
    case PanelOrder::Change:
        std::stable_sort(panels.begin(), panels.end(), [](const Panel &a, const Panel &b) {
            return isLarger(ratioOf(a), ratioOf(b));
        });
        return;
    case PanelOrder::Name: {
        QCollator collator;
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        collator.setNumericMode(true);
        std::stable_sort(panels.begin(), panels.end(), [&collator](const Panel &a, const Panel &b) {
            return collator.compare(displayText(a.name), displayText(b.name)) < 0;
        });
        return;
    }
    }
    Q_UNREACHABLE();
}

/// The panel that has changed most upwards (@p sign 1) or downwards (-1), if it is the only one.
Panel *extremeOf(std::vector<Panel> &panels, int sign)
{
    Panel *found = nullptr;
    double most = 0;
    for (Panel &panel : panels) {
        const double ratio = panel.change ? sign * panel.change->ratio.value_or(0) : 0;
        if (ratio > most) {
            most = ratio;
            found = &panel;
        } else if (!(ratio < most)) {
            found = nullptr;
        }
    }
    return found;
}

/// Among one there is nothing to point out.
void markExtremes(std::vector<Panel> &panels)
{
    const auto compared = std::count_if(panels.begin(), panels.end(), [](const Panel &panel) {
        return panel.change && panel.change->ratio;
    });
    if (compared < 2) {
        return;
    }
    if (Panel *rise = extremeOf(panels, 1)) {
        rise->mark = PanelMark::BiggestRise;
    }
    if (Panel *fall = extremeOf(panels, -1)) {
        fall->mark = PanelMark::BiggestFall;
    }
}

} // namespace

std::vector<Panel> panelsOf(const DatasetModel &model,
                            const Query &query,
                            const PanelsLook &look,
                            const std::vector<DatasetModel::Look> &failed)
{
    std::vector<Panel> panels = sortedOut(model, query, look.split);
    if (!failed.empty()) {
        addFailures(panels, *model.dataset(), query, look.split, failed);
    }
    PanelLooks looks(model, query, look.split);
    for (Panel &panel : panels) {
        looks.giveTo(panel);
        addUp(panel, model);
    }
    markExtremes(panels);
    sort(panels, look.order);
    return panels;
}

std::vector<SeriesId> seriesIn(const Panel &panel, const DatasetModel &model, PanelSplit split)
{
    std::vector<SeriesId> ids;
    for (const std::size_t index : panel.series) {
        ids.push_back(idOf(model.dataset()->series[index].key));
    }
    for (const SeriesFailure &failure : model.dataset()->failures) {
        const SeriesId id = idOf(failure.key);
        if (splitKey(failure.key, split) == panel.key
            && std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    }
    return ids;
}

} // namespace emberline
