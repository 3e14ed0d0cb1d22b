// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/series/runs.h"
#include "app/series/summary.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartscene.h"
#include "ui/chart/denselines.h"
#include "ui/chart/zoomspan.h"
#include "ui/export/pictureheading.h"
#include "ui/export/picturepage.h"
#include "ui/panels/panelghosts.h"
#include "ui/panels/panelgrid.h"
#include "ui/panels/panelset.h"
#include "ui/theme/contrast.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int laneHeight = 8; ///< no crosshair, no date
constexpr int leastPlotHeight = 72; ///< at k = 1
constexpr qreal behindAll = -1;

/// As it is called on the screen.
QString onScreen(const char *words)
{
    return QCoreApplication::translate("emberline::PanelsView", words);
}

/// The panels of one picture.
class PanelsPage
{
public:
    PanelsPage(QPainter &painter,
               const PictureSource &source,
               const PictureStyle &style,
               const QRectF &rect)
        : m_painter(painter)
        , m_source(source)
        , m_style(style)
        , m_look(source.view.look.panels)
        , m_rect(rect)
        , m_k(style.k)
    {
        m_model.setDataset(source.dataset, source.looks, source.earlier);
        m_panels = panelsOf(m_model, source.view.query, m_look);
        if (source.view.look.zoom.has_value() && !source.dataset->times.empty()) {
            addUpInView();
        }
        m_count = static_cast<int>(m_panels.size());
        m_ghosts = std::make_unique<const PanelGhosts>(source.dataset, m_panels, m_look);
    }

    void paint()
    {
        if (m_panels.empty()) {
            return;
        }
        findScales();
        paintKey();
        findGrid();
        const auto count = static_cast<std::size_t>(m_count);
        const bool isAll = count == m_panels.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (isAll || i + 1 < count) {
                paintPanel(i);
            } else {
                paintRest(i);
            }
        }
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return length * m_k; }
    [[nodiscard]] QFont font(qreal size, QFont::Weight weight = QFont::Normal) const
    {
        return m_style.font(size * m_k, weight);
    }

    /// The picture says what it is about: numbers that are about more would contradict it.
    void addUpInView()
    {
        const Dataset &dataset = *m_source.dataset;
        const BucketSpan span = spanOf(dataset.times, m_source.view.look.zoom);
        for (Panel &panel : m_panels) {
            const std::size_t index = panel.series.front();
            if (panel.total.has_value()) {
                panel.total = summaryOf(dataset.times, dataset.series[index], span).total;
            }
            if (panel.change.has_value()) {
                panel.change = changeOf(
                    dataset.series[index], m_source.earlier.front().series[index], span);
            }
            panel.mark = PanelMark::None;
        }
    }

    void findScales()
    {
        for (const Panel &panel : m_panels) {
            m_largest.push_back(largestIn(panel, m_model));
        }
        if (!m_look.ownScale) {
            const double all = *std::max_element(m_largest.begin(), m_largest.end());
            std::fill(m_largest.begin(), m_largest.end(), all);
        }
    }

    [[nodiscard]] int labelWidth() const
    {
        const ChartStyle style(m_style.tokens, m_style.font(13), m_k);
        qreal widest = 0;
        for (const double value : m_largest) {
            const ValueAxis axis = valueAxisFor(value);
            for (int i = 0; i <= axis.steps; ++i) {
                const QString label = compactNumber(axis.tick(i), m_source.locale);
                widest = std::max(widest, textWidth(label, style.small()));
            }
        }
        return static_cast<int>(std::ceil(widest));
    }

    /// The edges of the grid stand out by its own inset, so that what is in it hangs on the page's.
    [[nodiscard]] QPoint origin() const
    {
        return {qRound(m_style.inset - px(16)), qRound(m_rect.top())};
    }

    [[nodiscard]] PanelGrid gridOf(int columns) const
    {
        const int width = qRound(m_style.size.width()) - 2 * origin().x();
        return placePanels({.size = QSize(width, qRound(m_rect.bottom()) - origin().y()),
                            .count = m_count,
                            .columns = columns,
                            .labelWidth = labelWidth(),
                            .sharedScale = !m_look.ownScale,
                            .lane = laneHeight,
                            .k = m_k,
                            .scrolls = false});
    }

    [[nodiscard]] bool isReadable(const PanelGrid &grid) const
    {
        return !grid.panels.empty() && grid.panels.front().plot.height() >= px(leastPlotHeight);
    }

    /// With more columns than on the screen, then smaller, then with fewer panels: nothing scrolls
    /// in a picture.
    void findGrid()
    {
        constexpr qreal step = 0.9;
        for (;;) {
            const int chosen = panelColumns(m_count, m_look.columns);
            const int most = m_look.columns > 0 ? chosen : m_count;
            for (int columns = chosen; columns <= most; ++columns) {
                m_grid = gridOf(columns);
                if (isReadable(m_grid)) {
                    return;
                }
            }
            if (m_k > 1) {
                m_k = std::max(1.0, m_k * step);
            } else if (m_count > 1) {
                --m_count;
            } else {
                return;
            }
        }
    }

    /// What the colours mean where panels have several lines, and how far the last bucket is, in a
    /// line of its own above the panels.
    void paintKey()
    {
        const QFont words = font(13);
        const qreal middle = std::round(m_rect.top() + px(8));
        qreal x = m_style.inset;
        std::vector<DatasetModel::Look> known;
        for (const Panel &panel : m_panels) {
            for (const DatasetModel::Look &look : panel.looks) {
                if (panel.looks.size() > 1
                    && std::find(known.begin(), known.end(), look) == known.end()) {
                    known.push_back(look);
                    paintSwatch({x, middle}, look.colorSlot);
                    x = paintWords({x + px(16), middle}, displayText(look.name), words) + px(20);
                }
            }
        }
        if (m_ghosts->areSummedUp()) {
            const qreal y = std::floor(middle) + 0.5;
            m_painter.setPen(QPen(m_style.tokens.text2, px(1), Qt::SolidLine, Qt::FlatCap));
            m_painter.drawLine(QLineF(x, y, x + px(16), y));
            x = paintWords({x + px(24), middle}, PanelGhosts::summaryWords(), words) + px(20);
        }
        const QString open = openText();
        if (!open.isEmpty()) {
            m_painter.setPen(QPen(m_style.tokens.text2, px(1.75)));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(QPointF(x + px(4), middle), px(3.5), px(3.5));
            paintWords({x + px(14), middle}, open, words);
        }
        if (x > m_style.inset || !open.isEmpty()) {
            m_rect.setTop(m_rect.top() + std::round(px(24)));
        }
    }

    /// Of the last bucket, if that is in view and not whole.
    [[nodiscard]] QString openText() const
    {
        const Dataset &dataset = *m_source.dataset;
        const std::size_t last = dataset.times.size() - 1;
        const bool isThere = spanOf(dataset.times, m_source.view.look.zoom).last == last
                          && anyHas(dataset, last, BucketState::Incomplete);
        return isThere
                 ? onScreen("%1, included in totals").arg(soFarText(dataset, last, m_source.locale))
                 : QString();
    }

    void paintSwatch(const QPointF &leftMiddle, int colorSlot)
    {
        const qreal side = px(10);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(seriesColor(m_style.tokens, colorSlot));
        m_painter.drawRoundedRect(
            QRectF(leftMiddle.x(), leftMiddle.y() - side / 2, side, side), px(2), px(2));
    }

    /// Where they end: on the page, in any case.
    qreal paintWords(const QPointF &leftMiddle, const QString &words, const QFont &font)
    {
        const qreal room = m_style.size.width() - m_style.inset - leftMiddle.x();
        const QString fit = elided(words, font, std::max(0.0, room));
        m_painter.setFont(font);
        m_painter.setPen(m_style.tokens.text2);
        m_painter.drawText(QPointF(leftMiddle.x(), baselineAt(leftMiddle.y(), font)), fit);
        return leftMiddle.x() + textWidth(fit, font);
    }

    /// In place of the panel at @p index, which has no room, nor have those behind it.
    void paintRest(std::size_t index)
    {
        const int more = static_cast<int>(m_panels.size() - index); // lupdate understands a name
        const QRect plot = m_grid.panels[index].plot.translated(origin());
        paintWords(
            QPointF(plot.left(), plot.center().y()),
            QCoreApplication::translate("Chart", "and %n more", "series that have no room", more),
            font(13));
    }

    void paintPanel(std::size_t index)
    {
        const PanelRects &rects = m_grid.panels[index];
        const QRect place = rects.panel.translated(origin());
        const QRect plot = rects.plot.translated(origin());
        paintHeading(m_painter,
                     headingOf(m_panels[index]),
                     {.rect = QRectF(plot.left(), place.top(), plot.width(), px(panelHeaderHeight)),
                      .style = m_style,
                      .k = m_k});
        const Shown shown = shownIn(m_panels[index], m_model);
        DatasetModel model;
        model.setDataset(shown.dataset, shown.looks, shown.earlier);
        ChartScene scene;
        setUpScene(scene, m_source, m_style, m_k);
        scene.setSize(place.size());
        scene.setModel(&model);
        scene.setPanel(PanelPlace{.plot = QRectF(plot.translated(-place.topLeft())),
                                  .largest = m_largest[index],
                                  .valueLabels = rects.labelled});
        DenseLines ghosts(behindAll);
        showGhosts(ghosts, m_ghosts->behind(index), scene.plan());
        scene.addItem(&ghosts);
        m_painter.save();
        scene.render(&m_painter, QRectF(place), scene.sceneRect(), Qt::IgnoreAspectRatio);
        m_painter.restore();
        scene.removeItem(&ghosts);
    }

    [[nodiscard]] QString badgeOf(const Panel &panel) const
    {
        if (m_look.ownScale) {
            return onScreen("Own scale");
        }
        switch (panel.mark) {
        case PanelMark::None:
            return {};
        case PanelMark::BiggestRise:
            return onScreen("Biggest rise");
        case PanelMark::BiggestFall:
            return onScreen("Biggest fall");
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] PictureHeading headingOf(const Panel &panel) const
    {
        PictureHeading heading{.name = displayText(panel.name), .badge = badgeOf(panel)};
        if (panel.series.size() == 1) {
            heading.swatch = seriesColor(m_style.tokens, panel.looks.front().colorSlot);
        }
        if (panel.total.has_value()) {
            heading.total = fullNumber(*panel.total, m_source.locale);
        }
        if (panel.change.has_value()) {
            heading.change = directedPercentText(*panel.change, m_source.locale);
        }
        return heading;
    }

    QPainter &m_painter;
    const PictureSource &m_source;
    const PictureStyle &m_style;
    const PanelsLook &m_look;
    QRectF m_rect; ///< of what is still free
    qreal m_k; ///< the page's, or smaller where panels are many
    DatasetModel m_model;
    std::vector<Panel> m_panels;
    int m_count = 0; ///< of them that have room, the first
    std::vector<double> m_largest; ///< on the scale of each
    std::unique_ptr<const PanelGhosts> m_ghosts;
    PanelGrid m_grid;
};

} // namespace

void paintPanels(QPainter &painter,
                 const PictureSource &source,
                 const PictureStyle &style,
                 const QRectF &rect)
{
    PanelsPage(painter, source, style, rect).paint();
}

} // namespace emberline
