// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/catalog.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace emberline {

/// The event names to choose from, those that match what was typed only: without it the starred
/// first, then the recent, then the rest by name; with it the best match first (prefix, then start
/// of a word, then anywhere in one piece, then scattered letters), and in that order among equals.
/// Names are raw and differ if any code unit does; what a view shows is displayText() of them.
/// The last row offers what was typed as it is. Those that are chosen are ticked.
class EventListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole, ///< the raw name, for the wire
        KindRole, ///< int of Kind
        ReasonRole ///< of the last row: why a name that is not listed is offered
    };

    enum class Kind { Starred, Recent, Other, AsTyped };

    explicit EventListModel(QObject *parent = nullptr);

    /// The names that the workspace has, and whether they could be read.
    void setNames(const QStringList &names, ListState state);
    void setStarred(const QStringList &names);
    /// Newest first.
    void setRecent(const QStringList &names);
    /// Those that nothing else names are listed with the rest.
    void setChosen(const QStringList &names);
    /// Shows what matches @p typed; everything if it is empty.
    void setTyped(const QString &typed);

    [[nodiscard]] const QString &typed() const { return m_typed; }
    [[nodiscard]] ListState state() const { return m_state; }
    /// Why the list, if there is one, is of before; empty: it is of now.
    [[nodiscard]] QString listProblem() const;
    [[nodiscard]] bool isStarred(const QString &name) const { return m_starred.contains(name); }
    [[nodiscard]] bool isChosen(const QString &name) const { return m_chosen.contains(name); }
    /// Up to @p most starred names, then recent ones, without those that are chosen.
    [[nodiscard]] QStringList shortcuts(int most) const;
    /// The row of @p name as the list is now, or -1.
    [[nodiscard]] int rowOf(const QString &name) const;
    /// The row that Enter should take after typing, or -1: the best match, but what was typed where
    /// there is no list to match.
    [[nodiscard]] int preferredRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry
    {
        QString name = {};
        QString composed = {}; ///< what is matched, before case folding
        QString folded = {};
        Kind kind = Kind::Other;
    };

    void rebuild();
    void filter();
    [[nodiscard]] bool offersTyped() const;
    [[nodiscard]] QVariant typedData(int role) const;
    [[nodiscard]] QString reason() const;

    QStringList m_names;
    QStringList m_starred;
    QStringList m_recent;
    QStringList m_chosen;
    QString m_typed;
    ListState m_state = ListState::Unread;
    std::vector<Entry> m_entries; ///< all, in the order without a filter
    std::vector<std::size_t> m_shown; ///< indexes of m_entries
    bool m_offersTyped = false;
};

} // namespace emberline
