// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartscene.h"

#include "app/core/text.h"
#include "ui/chart/stilllayer.h"

#include <QGraphicsItemGroup>

#include <algorithm>
#include <cmath>
#include <utility>

namespace emberline {

namespace {

enum Layer {
    Bands = 0,
    Grid = 1,
    Lines = 3,
    Points = 4,
    Labels = 5,
    Mark = 6,
    Crosshair = 7,
    Tip = 8
};

/// Draws nothing; holds the layers that the pointer does not touch.
class StillGroup : public QGraphicsItem
{
public:
    StillGroup() { setFlag(ItemHasNoContents); }
    [[nodiscard]] QRectF boundingRect() const override { return {}; }
    void paint(QPainter * /*painter*/,
               const QStyleOptionGraphicsItem * /*option*/,
               QWidget * /*widget*/) override
    { }
};

QFont bodyFont()
{
    QFont font;
    font.setPixelSize(13);
    return font;
}

} // namespace

ChartScene::ChartScene(QObject *parent)
    : QGraphicsScene(parent)
    , m_font(bodyFont())
    , m_still(new StillGroup)
    , m_bands(new SketchItem(Bands, m_still))
    , m_grid(new SketchItem(Grid, m_still))
    , m_points(new SketchItem(Points, m_still))
    , m_labels(new SketchItem(Labels, m_still))
    , m_mark(new SketchItem(Mark))
    , m_crosshair(new SketchItem(Crosshair))
    , m_tooltip(new SketchItem(Tip))
    , m_lines(std::make_unique<LineLayer>(Lines, m_still))
{
    // Few items, all of them rebuilt together: an index would only cost.
    setItemIndexMethod(NoIndex);
    addItem(m_still);
    for (SketchItem *item : {m_mark, m_crosshair, m_tooltip}) {
        addItem(item);
    }
    m_plan.style = ChartStyle(lightTokens(), m_font, 1);
}

ChartScene::~ChartScene() = default;

void ChartScene::setModel(const DatasetModel *model)
{
    if (m_model != nullptr) {
        disconnect(m_model, nullptr, this, nullptr);
    }
    m_model = model;
    if (m_model != nullptr) {
        connect(model, &DatasetModel::modelReset, this, &ChartScene::takeData);
    }
    takeData();
}

void ChartScene::takeData()
{
    m_plan.content.dataset = m_model != nullptr ? m_model->dataset()
                                                : std::make_shared<const Dataset>();
    m_plan.content.looks.clear();
    for (std::size_t i = 0; i < m_plan.content.dataset->series.size(); ++i) {
        m_plan.content.looks.push_back(m_model->look(i));
    }
    m_hovered.reset();
    findMarked();
    rebuild();
}

/// The marked bucket stays marked wherever it is now.
void ChartScene::findMarked()
{
    const std::vector<BucketTime> &times = m_plan.content.dataset->times;
    const auto found = m_markedTime.has_value()
                         ? std::lower_bound(times.begin(), times.end(), *m_markedTime)
                         : times.end();
    const bool isThere = found != times.end() && *found == *m_markedTime;
    m_marked = isThere ? std::optional(static_cast<std::size_t>(found - times.begin()))
                       : std::nullopt;
}

void ChartScene::setTokens(const Tokens &tokens)
{
    m_plan.style = ChartStyle(tokens, m_font, m_plan.style.k());
    rebuild();
}

void ChartScene::setBodyFont(const QFont &font)
{
    m_font = font;
    m_plan.style = ChartStyle(m_plan.style.tokens(), m_font, m_plan.style.k());
    rebuild();
}

void ChartScene::setLocale(const QLocale &locale)
{
    m_plan.content.locale = locale;
    rebuild();
}

void ChartScene::setWeekStart(Qt::DayOfWeek weekStart)
{
    if (std::exchange(m_plan.content.weekStart, weekStart) != weekStart) {
        rebuild();
    }
}

void ChartScene::setSize(const QSizeF &size)
{
    m_plan.content.size = size;
    setSceneRect(QRectF(QPointF(), size));
    rebuild();
}

void ChartScene::setScaleFactor(qreal k)
{
    m_plan.style = ChartStyle(m_plan.style.tokens(), m_font, k);
    rebuild();
}

void ChartScene::setMargins(qreal inset, qreal gutter)
{
    m_plan.content.inset = inset;
    m_plan.content.gutter = gutter;
    rebuild();
}

void ChartScene::setHeadTaken(qreal width)
{
    constexpr qreal step = 48; // words that count must not lay the chart out anew each time
    const qreal taken = std::ceil(width / step) * step;
    if (taken > m_plan.content.headTaken || taken < m_plan.content.headTaken) {
        m_plan.content.headTaken = taken;
        rebuild();
    }
}

void ChartScene::setHeadings(const QString &title, const QString &subtitle)
{
    const std::pair shown(displayText(title), displayText(subtitle));
    if (shown != std::pair(m_plan.content.title, m_plan.content.subtitle)) {
        m_plan.content.title = shown.first;
        m_plan.content.subtitle = shown.second;
        rebuild();
    }
}

void ChartScene::setClearGround(bool clear)
{
    m_plan.content.clearGround = clear;
    rebuild();
}

void ChartScene::setStill(bool still)
{
    m_layer = still ? new StillLayer(this) : nullptr;
    m_still->setGraphicsEffect(m_layer); // deletes the one before
}

void ChartScene::setHovered(std::optional<std::size_t> bucket)
{
    if (m_hovered != bucket) {
        m_hovered = bucket;
        showOverlay();
    }
}

void ChartScene::setMarked(std::optional<std::size_t> bucket)
{
    const std::vector<BucketTime> &times = m_plan.content.dataset->times;
    const bool isThere = bucket.has_value() && *bucket < times.size();
    m_markedTime = isThere ? std::optional(times[*bucket]) : std::nullopt;
    if (m_marked != bucket) {
        m_marked = bucket;
        showOverlay();
    }
}

void ChartScene::rebuild()
{
    if (m_plan.content.size.isEmpty()) {
        return;
    }
    m_plan.frame = frameFor(m_plan.content, m_plan.style);
    const QRectF bounds(QPointF(), m_plan.content.size);
    m_bands->setSketch(bandsSketch(m_plan), bounds);
    m_grid->setSketch(gridSketch(m_plan), bounds);
    m_points->setSketch(pointsSketch(m_plan), bounds);
    m_labels->setSketch(labelsSketch(m_plan), bounds);
    m_lines->show(m_plan);
    if (m_layer != nullptr) {
        m_layer->discard();
    }
    showOverlay();
    Q_EMIT relaidOut();
}

void ChartScene::showOverlay()
{
    const std::size_t buckets = m_plan.frame.buckets;
    const QRectF bounds(QPointF(), m_plan.content.size);
    const bool marks = m_marked.has_value() && *m_marked < buckets;
    const bool hovers = m_hovered.has_value() && *m_hovered < buckets;
    m_mark->setSketch(marks ? markSketch(m_plan, *m_marked) : Sketch(), marks ? bounds : QRectF());
    m_crosshair->setSketch(hovers ? crosshairSketch(m_plan, *m_hovered) : Sketch(),
                           hovers ? bounds : QRectF());
    Tooltip tooltip = hovers ? tooltipFor(m_plan, *m_hovered) : Tooltip();
    const qreal shadow = m_plan.style.px(6);
    m_tooltip->setSketch(std::move(tooltip.sketch),
                         tooltip.rect.adjusted(-shadow, -shadow, shadow, shadow));
}

} // namespace emberline
