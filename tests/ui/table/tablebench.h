// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/datasettable.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

namespace emberline::test {

using enum BucketState;

inline const QDate today(2026, 11, 23);

inline BucketTime dayBefore(int days)
{
    return bucketOfDay(today.addDays(-days));
}

inline DatasetPtr days(const std::vector<Series> &series)
{
    auto dataset = std::make_shared<Dataset>();
    const auto count = static_cast<int>(series.front().values.size());
    for (int i = count - 1; i >= 0; --i) {
        dataset->times.push_back(dayBefore(i));
    }
    dataset->series = series;
    return dataset;
}

/// All users and Gold; oldest first, today open.
inline DatasetPtr sample()
{
    return days(
        {{.values = {900, 10000, 2000, 9120}, .states = {Counted, Counted, Counted, Incomplete}},
         {.values = {0, 0, 4655, 2880}, .states = {NotCollected, Missing, Counted, Incomplete}}});
}

inline DatasetPtr manyDays(int count)
{
    Series series;
    for (int i = 0; i < count; ++i) {
        series.values.push_back(i);
        series.states.push_back(Counted);
    }
    return days({series, series});
}

/// A table with its model, new for every test.
class TableBench
{
public:
    TableBench()
    {
        m_model.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        table.resize(900, 300);
        view = table.findChild<QTableView *>(QStringLiteral("datasetTableView"));
    }

    /// All users and @p goldName, as far as there are series.
    void show(const DatasetPtr &dataset,
              const QString &goldName = QStringLiteral("Gold"),
              const std::vector<Earlier> &earlier = {})
    {
        std::vector<DatasetModel::Look> looks{{.name = QStringLiteral("All users")},
                                              {.name = goldName, .colorSlot = 0}};
        looks.resize(dataset->series.size());
        m_model.setDataset(dataset, looks, earlier);
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        view->setFocus();
    }

    /// The series that are, in order.
    void hide(const std::vector<bool> &hidden)
    {
        std::vector<DatasetModel::Look> looks = m_model.looks();
        for (std::size_t i = 0; i < looks.size(); ++i) {
            looks[i].hidden = hidden.at(i);
        }
        m_model.setLooks(looks);
    }

    void setPatterned(bool patterned)
    {
        std::vector<DatasetModel::Look> looks = m_model.looks();
        for (DatasetModel::Look &look : looks) {
            look.patterned = patterned;
        }
        m_model.setLooks(looks);
    }

    void click(int row, int column, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QPoint place = view->visualRect(view->model()->index(row, column)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, place);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(view, key, modifiers);
    }

private:
    DatasetModel m_model;

public:
    DatasetTable table{&m_model};
    QTableView *view = nullptr;
};

} // namespace emberline::test
