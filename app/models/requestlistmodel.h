// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/requestrecord.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <QTimeZone>

#include <deque>

namespace emberline {

/// What was asked since the workspace was opened, the newest first: of the service, and of this
/// computer's history. Texts are for the screen; the query is decoded for reading.
class RequestListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        StatusColumn,
        DurationColumn,
        AttemptsColumn,
        BucketsColumn,
        RequestColumn,
        RequestIdColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole + 0x100 ///< the value of a cell; none where there is none
    };

    /// Older ones are forgotten.
    static constexpr int mostRecords = 1'000;

    explicit RequestListModel(QObject *parent = nullptr);

    void add(const RequestRecord &record);
    /// The request with this @p serial brought so many @p buckets.
    void setBuckets(qint64 serial, int buckets);
    void clear();
    /// Times are shown in @p zone from now on.
    void setZone(const QTimeZone &zone);

    [[nodiscard]] const RequestRecord &record(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const RequestRecord &record, Column column) const;
    [[nodiscard]] static QString heldText(const RequestRecord &record);
    [[nodiscard]] QString timeText(const QDateTime &startedAt) const;
    [[nodiscard]] QString statusText(const RequestRecord &record) const;
    [[nodiscard]] QString toolTip(const RequestRecord &record, Column column) const;

    std::deque<RequestRecord> m_records; ///< newest first
    QTimeZone m_zone = QTimeZone::utc();
    QLocale m_locale;
};

} // namespace emberline
