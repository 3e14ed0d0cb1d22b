// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventlistmodel.h"

#include "app/core/text.h"
#include "app/models/fuzzymatch.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isInvisible(const QString &shown)
{
    return std::all_of(shown.begin(), shown.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format;
    });
}

/// A name of blanks would be an empty row: quotes show that something is there.
QString rowText(const QString &name)
{
    const QString shown = displayText(name);
    return isInvisible(shown) ? u"“%1”"_s.arg(shown) : shown;
}

bool comesBefore(const QString &a, const QString &b)
{
    const int order = QString::compare(a, b, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a < b;
}

} // namespace

EventListModel::EventListModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void EventListModel::setNames(const QStringList &names, ListState state)
{
    if (names == m_names && state == m_state) {
        return;
    }
    m_names = names;
    m_state = state;
    rebuild();
}

void EventListModel::setStarred(const QStringList &names)
{
    if (names == m_starred) {
        return;
    }
    m_starred = names;
    rebuild();
}

void EventListModel::setRecent(const QStringList &names)
{
    if (names == m_recent) {
        return;
    }
    m_recent = names;
    rebuild();
}

void EventListModel::setChosen(const QStringList &names)
{
    if (names == m_chosen) {
        return;
    }
    m_chosen = names;
    const bool areListed = std::all_of(names.begin(), names.end(), [this](const QString &name) {
        return std::any_of(m_entries.begin(), m_entries.end(), [&name](const Entry &entry) {
            return entry.name == name;
        });
    });
    if (!areListed) {
        rebuild();
    } else if (rowCount() > 0) { // no reset: whoever ticks several stays where he is
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    }
}

void EventListModel::setTyped(const QString &typed)
{
    if (typed == m_typed) {
        return;
    }
    beginResetModel();
    m_typed = typed;
    filter();
    endResetModel();
}

QStringList EventListModel::shortcuts(int most) const
{
    QStringList names;
    for (const Entry &entry : m_entries) {
        if (entry.kind == Kind::Other || names.size() >= most) {
            break;
        }
        if (!isChosen(entry.name)) {
            names.append(entry.name);
        }
    }
    return names;
}

int EventListModel::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](std::size_t index) {
        return m_entries.at(index).name == name;
    });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int EventListModel::preferredRow() const
{
    if (m_typed.isEmpty() || rowCount() == 0) {
        return -1;
    }
    const int typedRow = rowCount() - 1;
    const bool isUnlisted = m_state == ListState::NotPermitted && m_names.isEmpty();
    return m_offersTyped && isUnlisted ? typedRow : 0;
}

void EventListModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    QSet<QString> taken;
    const auto add = [&](const QStringList &names, Kind kind) {
        for (const QString &name : names) {
            if (name.isEmpty() || taken.contains(name)) {
                continue;
            }
            taken.insert(name);
            const QString composed = composedForMatch(name);
            m_entries.push_back({.name = name,
                                 .composed = composed,
                                 .folded = composed.toCaseFolded(),
                                 .kind = kind});
        }
    };
    QStringList rest = m_names + m_chosen;
    std::sort(rest.begin(), rest.end(), comesBefore);
    add(m_starred, Kind::Starred);
    add(m_recent, Kind::Recent);
    add(rest, Kind::Other);
    filter();
    endResetModel();
}

void EventListModel::filter()
{
    const QString needle = composedForMatch(m_typed).toCaseFolded();
    std::vector<std::pair<MatchRank, std::size_t>> hits;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (needle.isEmpty()) {
            hits.emplace_back(MatchRank{}, i);
        } else if (const auto rank = rankOf(entry.composed, entry.folded, needle)) {
            // The same letters in the same case come before others of the same rank.
            hits.emplace_back(entry.name == m_typed ? MatchRank{.level = -1} : *rank, i);
        }
    }
    // Among equally good ones the starred and recent lead, whatever their spread.
    std::sort(hits.begin(), hits.end(), [this](const auto &a, const auto &b) {
        if (a.first.level != b.first.level) {
            return a.first.level < b.first.level;
        }
        const Kind kindOfA = m_entries[a.second].kind;
        const Kind kindOfB = m_entries[b.second].kind;
        if (kindOfA != kindOfB) {
            return kindOfA < kindOfB;
        }
        return a.first.spread != b.first.spread ? a.first.spread < b.first.spread
                                                : a.second < b.second;
    });
    m_shown.clear();
    m_shown.reserve(hits.size());
    for (const auto &[rank, index] : hits) {
        m_shown.push_back(index);
    }
    m_offersTyped = offersTyped();
}

bool EventListModel::offersTyped() const
{
    if (m_typed.isEmpty()) {
        return false;
    }
    return m_state == ListState::NotPermitted
        || std::none_of(m_entries.begin(), m_entries.end(), [this](const Entry &entry) {
               return entry.name == m_typed;
           });
}

int EventListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size()) + (m_offersTyped ? 1 : 0);
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (row >= m_shown.size()) {
        return typedData(role);
    }
    const Entry &entry = m_entries.at(m_shown.at(row));
    switch (role) {
    case Qt::DisplayRole:
        return rowText(entry.name);
    case NameRole:
        return entry.name;
    case KindRole:
        return static_cast<int>(entry.kind);
    case Qt::CheckStateRole:
        return isChosen(entry.name) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

Qt::ItemFlags EventListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index)
         | (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

QVariant EventListModel::typedData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        //: %1 is an event's name
        return tr("Use “%1” exactly as typed").replace(u"%1"_s, displayText(m_typed));
    case NameRole:
        return m_typed;
    case KindRole:
        return static_cast<int>(Kind::AsTyped);
    case ReasonRole:
        return reason();
    case Qt::CheckStateRole:
        return isChosen(m_typed) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

QString EventListModel::listProblem() const
{
    const bool isOld = !m_names.isEmpty()
                    && (m_state == ListState::NotPermitted || m_state == ListState::Failed);
    return isOld ? reason() : QString();
}

QString EventListModel::reason() const
{
    switch (m_state) {
    case ListState::NotPermitted:
        return m_names.isEmpty() ? tr("This key may not list event names (events.list).")
                                 : tr("This key may no longer list event names (events.list).");
    case ListState::Failed:
        return tr("The event names could not be read.");
    case ListState::Unread:
        return tr("The event names have not been read yet.");
    case ListState::Read:
        return tr("No event in the list has exactly this name.");
    }
    return {};
}

} // namespace emberline
