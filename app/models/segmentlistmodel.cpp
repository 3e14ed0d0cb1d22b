// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/segmentlistmodel.h"

#include "app/core/text.h"
#include "app/models/fuzzymatch.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString folded(const QString &text)
{
    return composedForMatch(text).toCaseFolded();
}

} // namespace

SegmentListModel::SegmentListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    rebuild();
}

void SegmentListModel::setSegments(const std::vector<Segment> &segments)
{
    if (segments != m_segments) {
        m_segments = segments;
        rebuild();
    }
}

void SegmentListModel::setAdded(const std::vector<Choice> &segments)
{
    if (segments != m_added) {
        m_added = segments;
        rebuild();
    }
}

void SegmentListModel::setChosen(const std::vector<Choice> &segments)
{
    if (segments == chosen()) {
        return; // a reset would lose the current row of a view
    }
    m_chosen = segments;
    rebuild();
}

void SegmentListModel::setColorSlots(const QHash<QString, int> &colorSlots)
{
    if (colorSlots == m_colorSlots) {
        return;
    }
    m_colorSlots = colorSlots;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ColorSlotRole});
    }
}

void SegmentListModel::setFilter(const QString &text)
{
    if (text == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = text;
    filter();
    endResetModel();
}

void SegmentListModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    for (const Segment &segment : m_segments) {
        if (!segment.id.isEmpty() && find(segment.id) == nullptr) {
            m_entries.push_back(
                {.id = segment.id, .name = segment.name, .tracked = segment.tracked});
        }
    }
    const auto addUnknown = [this](const std::vector<Choice> &choices) {
        for (const Choice &choice : choices) {
            if (!choice.id.isEmpty() && find(choice.id) == nullptr) {
                m_entries.push_back({.id = choice.id, .name = choice.label, .tracked = true});
            }
        }
    };
    addUnknown(m_added);
    addUnknown(m_chosen);
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry &a, const Entry &b) {
        if (a.tracked != b.tracked) {
            return a.tracked;
        }
        const int order = QString::compare(nameOf(a), nameOf(b), Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    m_entries.insert(m_entries.begin(), Entry{});
    filter();
    endResetModel();
}

void SegmentListModel::filter()
{
    const QString needle = folded(m_filter);
    m_shown.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (needle.isEmpty() || folded(nameOf(m_entries[i])).contains(needle)) {
            m_shown.push_back(i);
        }
    }
}

bool SegmentListModel::choose(const QString &id, bool chosen)
{
    const Entry *entry = find(id);
    if (entry == nullptr || (chosen && !entry->tracked)) {
        return false;
    }
    if (chosen == isChosen(id)) {
        return true;
    }
    if (!chosen) {
        std::erase_if(m_chosen, [&id](const Choice &choice) { return choice.id == id; });
    } else if (id.isEmpty()) {
        m_chosen.insert(m_chosen.begin(), Choice{});
    } else if (chosenCount() >= mostSegments) {
        Q_EMIT fullyChosen();
        return false;
    } else {
        m_chosen.push_back({.id = id, .label = entry->name});
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    }
    Q_EMIT chosenChanged();
    return true;
}

std::vector<Choice> SegmentListModel::chosen() const
{
    std::vector<Choice> choices = m_chosen;
    for (Choice &choice : choices) {
        const Entry *entry = find(choice.id);
        if (!choice.id.isEmpty() && entry != nullptr && !entry->name.isEmpty()) {
            choice.label = entry->name;
        }
    }
    return choices;
}

int SegmentListModel::chosenCount() const
{
    return static_cast<int>(
        std::count_if(m_chosen.begin(), m_chosen.end(), [](const Choice &choice) {
            return !choice.id.isEmpty();
        }));
}

int SegmentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant SegmentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_entries.at(m_shown.at(static_cast<std::size_t>(index.row())));
    switch (role) {
    case Qt::DisplayRole:
        return displayText(nameOf(entry));
    case Qt::CheckStateRole:
        return isChosen(entry.id) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return entry.tracked ? QVariant() : toolTipText(reasonSentence(entry));
    case Qt::AccessibleDescriptionRole:
        return entry.tracked ? QVariant() : reasonSentence(entry);
    case IdRole:
        return entry.id;
    case ColorSlotRole:
        return entry.id.isEmpty() ? -1 : m_colorSlots.value(entry.id, noColorSlot);
    case TrackedRole:
        return entry.tracked;
    case ReasonRole:
        return entry.tracked ? QString() : tr("not tracked");
    default:
        return {};
    }
}

bool SegmentListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    return choose(index.data(IdRole).toString(), value.toInt() == Qt::Checked);
}

Qt::ItemFlags SegmentListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Entry &entry = m_entries.at(m_shown.at(static_cast<std::size_t>(index.row())));
    Qt::ItemFlags flags = Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    // One that a view brought along can still be left.
    if (entry.tracked || isChosen(entry.id)) {
        flags |= Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
    return flags;
}

bool SegmentListModel::isChosen(const QString &id) const
{
    return std::any_of(
        m_chosen.begin(), m_chosen.end(), [&id](const Choice &choice) { return choice.id == id; });
}

const SegmentListModel::Entry *SegmentListModel::find(const QString &id) const
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&id](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QString SegmentListModel::nameOf(const Entry &entry) const
{
    if (entry.id.isEmpty()) {
        return tr("All users");
    }
    return entry.name.isEmpty() ? entry.id : entry.name;
}

QString SegmentListModel::reasonSentence(const Entry &entry) const
{
    //: %1 is a segment's name
    return tr("%1 has no analytics tracking in Braze, so there are no counts for it. Switch it on in "
              "the settings of the segment in Braze.")
        .replace(u"%1"_s, displayText(nameOf(entry)));
}

} // namespace emberline
