// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/catalog.h"
#include "app/query/query.h"

#include <QAbstractListModel>
#include <QHash>

#include <limits>
#include <vector>

namespace emberline {

constexpr int mostSegments = 25; ///< that can be chosen, "All users" not counted

/// The segments to choose from: "All users", then the tracked ones by name, then those that are not
/// tracked, which can't be chosen. One that is chosen though the workspace does not know it (any
/// more) is listed among the first. The order of the chosen is that of choosing, "All users" first.
class SegmentListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< empty: all users
        ColorSlotRole, ///< place in the palette, -1 for the neutral, noColorSlot without one
        TrackedRole, ///< bool
        ReasonRole ///< why it can't be chosen, in a word; empty if it can
    };

    static constexpr int noColorSlot = std::numeric_limits<int>::max();

    explicit SegmentListModel(QObject *parent = nullptr);

    void setSegments(const std::vector<Segment> &segments);
    /// Those that the user added by id. The workspace's own list wins where it has the id.
    void setAdded(const std::vector<Choice> &segments);
    void setChosen(const std::vector<Choice> &segments);
    void setColorSlots(const QHash<QString, int> &colorSlots);
    /// Shows the segments whose name contains @p text; all if it is empty.
    void setFilter(const QString &text);
    /// Chooses or leaves @p id. False if it can't be: unknown, not tracked, or 25 are chosen.
    bool choose(const QString &id, bool chosen);

    [[nodiscard]] const std::vector<Choice> &added() const { return m_added; }
    /// With the names that the workspace has now. The label of "All users" is empty.
    [[nodiscard]] std::vector<Choice> chosen() const;
    /// Without "All users".
    [[nodiscard]] int chosenCount() const;
    /// Rows without the filter.
    [[nodiscard]] int totalCount() const { return static_cast<int>(m_entries.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// After a change through setData() or choose(), not after setChosen().
    void chosenChanged();
    /// A segment was not added because 25 are chosen.
    void fullyChosen();

private:
    struct Entry
    {
        QString id = {};
        QString name = {};
        bool tracked = true;
    };

    void rebuild();
    void filter();
    [[nodiscard]] bool isChosen(const QString &id) const;
    [[nodiscard]] const Entry *find(const QString &id) const;
    [[nodiscard]] QString nameOf(const Entry &entry) const;
    [[nodiscard]] QString reasonSentence(const Entry &entry) const;

    std::vector<Segment> m_segments;
    std::vector<Choice> m_added;
    std::vector<Choice> m_chosen;
    QHash<QString, int> m_colorSlots;
    QString m_filter;
    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_shown;
};

} // namespace emberline
