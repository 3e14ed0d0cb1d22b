// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/queryorder.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/sketch.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelorder.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"

#include <QTest>

#include <algorithm>
#include <memory>

namespace emberline::test {

/// Panels over data of segments called A, B, C …; B has twice, C three times as many as A.
class PanelsBench
{
public:
    explicit PanelsBench(int segments, const PanelsLook &look = {}, Look rest = {})
    {
        m_view.query.events = QStringList{u"checkout_completed"_s};
        m_view.query.segments.clear();
        Dataset dataset = emptyDays(30);
        for (int i = 0; i < segments; ++i) {
            m_view.query.segments.push_back(
                {.id = QString::number(i + 1), .label = QString(QChar(u'A' + i))});
            const double factor = 10.0 * (i + 1);
            addSeries(dataset, {factor, 2 * factor, 3 * factor, 2.5 * factor});
            dataset.series.back().key.segmentId = QString::number(i + 1);
        }
        setState(dataset, 29, BucketState::Incomplete);
        m_view.look = std::move(rest);
        m_view.look.layout = ChartLayout::SideBySide;
        m_view.look.panels = look;
        panels = std::make_unique<PanelsView>(&model);
        panels->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        panels->setHeadings(u"Checkouts per day"_s, u"all apps"_s);
        panels->resize(1000, 700);
        panels->setView(m_view);
        model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
        panels->show();
        if (!QTest::qWaitForWindowExposed(panels.get())) {
            qFatal("no window");
        }
    }

    /// The days before were @p before of each.
    void compareWith(const std::vector<double> &before)
    {
        const DatasetPtr dataset = model.dataset();
        Earlier earlier;
        for (const BucketTime time : dataset->times) {
            earlier.times.emplace_back(time - 35 * msPerDay);
        }
        earlier.dates = {.first = QDate(2026, 9, 20), .last = QDate(2026, 10, 19)};
        for (std::size_t i = 0; i < before.size(); ++i) {
            Series series = dataset->series[i];
            for (double &value : series.values) {
                value *= before[i];
            }
            earlier.series.push_back(series);
        }
        model.setDataset(dataset, model.looks(), {earlier});
    }

    /// Nothing of @p segment could be loaded.
    void fail(std::size_t segment)
    {
        auto dataset = std::make_shared<Dataset>(*model.dataset());
        const auto index = static_cast<std::ptrdiff_t>(segment);
        dataset->failures.push_back(
            {.key = dataset->series[segment].key,
             .error = {.kind = ErrorKind::Server, .httpStatus = 502, .attempts = 3}});
        dataset->series.erase(dataset->series.begin() + index);
        std::vector<DatasetModel::Look> looks = model.looks();
        looks.erase(looks.begin() + index);
        model.setDataset(dataset, looks);
    }

    /// All buckets of @p segment are like that.
    void setAll(std::size_t segment, double value, BucketState state)
    {
        auto dataset = std::make_shared<Dataset>(*model.dataset());
        Series &series = dataset->series[segment];
        std::fill(series.values.begin(), series.values.end(), value);
        std::fill(series.states.begin(), series.states.end(), state);
        model.setDataset(dataset, model.looks());
    }

    void setLook(const PanelsLook &look)
    {
        m_view.look.panels = look;
        panels->setView(m_view);
    }

    /// As the window does when that order was chosen.
    void sortSegments(const QStringList &keys)
    {
        m_view.query = withPanelOrder(m_view.query, PanelSplit::Segment, keys);
        panels->setView(m_view);
        const DatasetPtr before = model.dataset();
        const DatasetPtr sorted = inOrderOf(m_view.query, before);
        std::vector<DatasetModel::Look> looks;
        for (const Series &series : sorted->series) {
            const auto same = [&series](const Series &other) {
                return other.key == series.key;
            };
            const auto found = std::find_if(before->series.begin(), before->series.end(), same);
            looks.push_back(model.look(static_cast<std::size_t>(found - before->series.begin())));
        }
        model.setDataset(sorted, looks);
    }

    void setComparison(const Comparison &comparison)
    {
        m_view.comparison = comparison;
        panels->setView(m_view);
    }

    void setZoom(const std::optional<Zoom> &zoom)
    {
        m_view.look.zoom = zoom;
        panels->setView(m_view);
    }

    [[nodiscard]] PanelView &panel(std::size_t index) const { return *panels->panels().at(index); }
    [[nodiscard]] const ChartScene &scene(std::size_t index) const
    {
        return panel(index).chart().chartScene();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (PanelView *panel : panels->panels()) {
            names.append(panel->header().title().name);
        }
        return names;
    }

    [[nodiscard]] QPoint pointOf(std::size_t index, std::size_t bucket) const
    {
        const ChartFrame &frame = scene(index).frame();
        return QPointF(frame.centerOf(bucket), frame.plot.center().y()).toPoint();
    }
    void hover(std::size_t index, std::size_t bucket) const
    {
        QTest::mouseMove(panels.get(), QPoint(2, 2)); // where it is already it would not move
        QTest::mouseMove(panel(index).chart().viewport(), pointOf(index, bucket));
    }

    /// What the crosshair of a panel says.
    [[nodiscard]] QStringList crosshairWords(std::size_t index) const
    {
        QStringList words;
        const QList<QGraphicsItem *> items = scene(index).items();
        for (const QGraphicsItem *item : items) {
            const auto *layer = dynamic_cast<const SketchItem *>(item);
            if (layer != nullptr && item->parentItem() == nullptr) {
                for (const Sketch::Words &written : layer->sketch().words) {
                    words.append(written.text);
                }
            }
        }
        return words;
    }

    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        T *found = panels->findChild<T *>(name);
        if (found == nullptr) {
            qFatal("no %s", qUtf8Printable(name));
        }
        return *found;
    }

    DatasetModel model;
    std::unique_ptr<PanelsView> panels;

private:
    View m_view;
};

} // namespace emberline::test
