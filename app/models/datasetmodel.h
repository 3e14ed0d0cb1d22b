// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/earlier.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <QStringList>

namespace emberline {

/// The one model that the chart and the table are both bound to: a row per bucket, oldest first;
/// column 0 is the time, then a column per series, each with one for its change beside it while an
/// earlier time lies under the dataset. Whoever draws reads the typed columns of
/// dataset(); the roles are for item views. Texts are for the screen: names are cleaned, dates and
/// numbers follow the locale, hours are shown in the dataset's zone. The accessible text of a cell
/// is a whole sentence.
class DatasetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole =
            Qt::UserRole, ///< time as qint64, values as double; none where there is no value;
                          ///< changes as their ratio, infinite where there was none before
        StateRole, ///< int of BucketState; for column 0 Incomplete if any series is
        ShortfallsRole, ///< int of Shortfalls; for column 0 those of any series
        TimeRole, ///< BucketTime of the row
        ColorSlotRole, ///< header data: place in the palette, -1 for the neutral
        ChangeRole ///< true in columns of changes and in their headers
    };

    /// How a series is called and coloured; one per series of the dataset.
    struct Look
    {
        QString name = {};
        int colorSlot = -1;
        bool hidden = false; ///< its place in the legend stays
        bool patterned = false; ///< its points have a shape, as a second cue beside the colour

        friend bool operator==(const Look &, const Look &) = default;
    };

    explicit DatasetModel(QObject *parent = nullptr);

    /// Replaces everything. @p looks has one entry per series of @p dataset, @p earlier times lie
    /// under it, nearest first.
    void setDataset(const DatasetPtr &dataset,
                    std::vector<Look> looks,
                    std::vector<Earlier> earlier = {});
    /// Replaces the looks of the same series; nothing else moves.
    void setLooks(std::vector<Look> looks);
    /// Numbers and dates follow @p locale from now on.
    void setLocale(const QLocale &locale);

    /// Never null; empty before the first setDataset().
    [[nodiscard]] const DatasetPtr &dataset() const { return m_dataset; }
    [[nodiscard]] const Look &look(std::size_t series) const { return m_looks.at(series); }
    [[nodiscard]] const std::vector<Look> &looks() const { return m_looks; }
    [[nodiscard]] const std::vector<Earlier> &earlier() const { return m_earlier; }
    /// Whether there are columns of changes, since the nearest earlier time.
    [[nodiscard]] bool hasChanges() const { return !m_earlier.empty(); }
    [[nodiscard]] int valueColumn(std::size_t series) const;
    /// -1 if there is none.
    [[nodiscard]] int changeColumn(std::size_t series) const;
    /// Of a column behind that of the time.
    [[nodiscard]] std::size_t seriesOf(int column) const;
    [[nodiscard]] bool isChange(int column) const;
    /// The row of @p time, or -1.
    [[nodiscard]] int rowOf(BucketTime time) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Names, colours or visibility of the series have changed, and nothing else.
    void looksChanged();

private:
    [[nodiscard]] QVariant timeData(std::size_t row, int role) const;
    [[nodiscard]] QVariant valueData(std::size_t row, std::size_t series, int role) const;
    [[nodiscard]] QVariant changeData(std::size_t row, std::size_t series, int role) const;
    [[nodiscard]] QVariant changeHeader(std::size_t series, int role) const;
    [[nodiscard]] QString earlierText(std::size_t row, std::size_t series) const;
    [[nodiscard]] static QString spokenDateFormat();
    [[nodiscard]] BucketState rowState(std::size_t row) const;
    [[nodiscard]] bool spansYears() const;
    [[nodiscard]] QString timeText(BucketTime time, const QString &dateFormat) const;
    [[nodiscard]] QString valueText(double value, BucketState state) const;
    [[nodiscard]] QString openText() const;
    [[nodiscard]] QString missingText() const;
    [[nodiscard]] QString timeHeader() const;
    [[nodiscard]] QString explanation(Shortfalls shortfalls) const;
    [[nodiscard]] QString explanation(const Series &series, std::size_t row) const;
    [[nodiscard]] Shortfalls rowShortfalls(std::size_t row) const;
    [[nodiscard]] QString sentence(const QStringList &parts, Shortfalls shortfalls) const;

    DatasetPtr m_dataset;
    std::vector<Look> m_looks;
    std::vector<Earlier> m_earlier;
    QLocale m_locale;
};

} // namespace emberline
