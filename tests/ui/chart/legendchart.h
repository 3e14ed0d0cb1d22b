// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartview.h"

#include <QChart>
#include <QLineSeries>
#include <QProxyStyle>
#include <QTest>

#include <algorithm>
#include <memory>

namespace emberline::test {

/// A style that moves for so many milliseconds, or does not.
class MotionStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit MotionStyle(int duration)
        : m_duration(duration)
    { }

    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_Widget_Animation_Duration
                 ? m_duration
                 : QProxyStyle::styleHint(hint, option, widget, returned);
    }

private:
    int m_duration;
};

/// A chart on screen with the series of the shop.
class LegendChart
{
public:
    LegendChart()
    {
        view.setModel(&model);
        view.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        setMotion(0);
        view.resize(900, 420);
        view.show();
        load(shopDays(), shopLooks());
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    void load(const Dataset &dataset, const std::vector<DatasetModel::Look> &looks)
    {
        model.setDataset(std::make_shared<const Dataset>(dataset), looks);
    }

    void hide(std::initializer_list<std::size_t> series)
    {
        std::vector<DatasetModel::Look> looks = model.looks();
        for (std::size_t i = 0; i < looks.size(); ++i) {
            looks[i].hidden = std::find(series.begin(), series.end(), i) != series.end();
        }
        model.setLooks(looks);
    }

    void setMotion(int duration)
    {
        auto next = std::make_unique<MotionStyle>(duration);
        view.setStyle(next.get());
        m_style = std::move(next);
    }

    [[nodiscard]] QImage picture() { return view.viewport()->grab().toImage(); }
    [[nodiscard]] ChartScene &scene() { return view.chartScene(); }
    [[nodiscard]] const ChartPlan &plan() { return scene().plan(); }

    /// The pens of the drawn lines, casings left out, the lowest first.
    [[nodiscard]] std::vector<QPen> linePens()
    {
        const QColor casing = lightTokens().base;
        std::vector<QPen> pens;
        const QList<QAbstractSeries *> all = scene().chart().series();
        for (QAbstractSeries *series : all) {
            const auto *line = qobject_cast<QLineSeries *>(series);
            if (line != nullptr && line->pen().color().rgb() != casing.rgb()
                && line->pen().style() == Qt::SolidLine) {
                pens.push_back(line->pen());
            }
        }
        return pens;
    }

    DatasetModel model = DatasetModel();

private:
    std::unique_ptr<MotionStyle> m_style; ///< outlives the view

public:
    ChartView view = ChartView();
};

inline Dataset manySeries(int count)
{
    Dataset dataset = emptyDays(20);
    for (int i = 0; i < count; ++i) {
        addSeries(dataset, {100.0 + 10 * i, 130.0 + 10 * i});
    }
    return dataset;
}

} // namespace emberline::test
