// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/copytext.h"

#include <QWidget>

#include <optional>

class QAction;
class QItemSelectionModel;

namespace emberline {

class DatasetProxy;
class TableBar;
class TableView;

/// The table under the chart, bound to the same model: a bar with what it holds and a button that
/// folds it, and the rows, newest first until the user sorts otherwise.
class DatasetTable : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive the table.
    explicit DatasetTable(DatasetModel *model, QWidget *parent = nullptr);

    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// Only the bar is left of a folded table.
    void setFolded(bool folded);

    /// The visible buckets of the dataset, as they are sorted and filtered.
    [[nodiscard]] std::vector<std::size_t> order() const;

    /// Selects the row of @p bucket and scrolls to it, or nothing; emits no bucketPicked(). What
    /// the user selected stays if it is in that row. A bucket that is not there is marked as soon
    /// as the model has it.
    void setMarkedBucket(std::optional<emberline::BucketTime> bucket);

public Q_SLOTS:
    /// Put the selected cells on the clipboard for a spreadsheet; without a selection nothing
    /// happens.
    void copy() const;
    void copyWithHeaders() const;

Q_SIGNALS:
    /// The user wants the table as a file.
    void exportRequested();
    /// The user went to another row.
    void bucketPicked(emberline::BucketTime bucket);
    void foldedChanged(bool folded);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    [[nodiscard]] QAction *addViewAction(const QString &name, const QKeySequence &shortcut);
    void connectModel();
    void retranslate();
    [[nodiscard]] QString countText() const;
    void showCount();
    void takeLooks();
    void fitColumns();
    void keepSorting();
    void startAnew();
    void reportPick();
    [[nodiscard]] QModelIndexList selectedCells() const;
    [[nodiscard]] QModelIndexList allCells() const;
    void takeSelected() const;
    void take(const QModelIndexList &cells, CopiedHeaders headers) const;
    void filter(const QString &text);
    bool applyMark();
    void sortCurrentColumn(Qt::SortOrder order);

    DatasetModel *m_model;
    DatasetProxy *m_proxy;
    TableView *m_view;
    TableBar *m_bar;
    QAction *m_copy = nullptr;
    QAction *m_copyWithHeaders = nullptr;
    QAction *m_sortAscending = nullptr;
    QAction *m_sortDescending = nullptr;
    std::optional<BucketTime> m_marked;
    Granularity m_granularity = Granularity::Day; ///< of what is shown
    BucketTime m_last = 0; ///< its newest bucket
    int m_fittedColumns = 0;
    bool m_folded = false;
    bool m_compares = false; ///< there are columns of changes
    bool m_applying = false; ///< the selection changes by our own hand
};

} // namespace emberline
