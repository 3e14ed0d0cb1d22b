// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartscene.h"

#include "app/core/text.h"
#include "ui/chart/earlierlines.h"
#include "ui/chart/stilllayer.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

namespace emberline {

namespace {

enum Layer {
    Bands = 0,
    Grid = 1,
    Before = 2, ///< earlier times
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

/// After the last change of what is in view.
constexpr std::chrono::milliseconds settlingTime{120};

QFont bodyFont()
{
    QFont font;
    font.setPixelSize(13);
    return font;
}

} // namespace

ChartScene::ChartScene(QObject *parent)
    : QGraphicsScene(parent)
    , m_settling(new QTimer(this))
    , m_font(bodyFont())
    , m_still(new StillGroup)
    , m_bands(new SketchItem(Bands, m_still))
    , m_grid(new SketchItem(Grid, m_still))
    , m_points(new SketchItem(Points, m_still))
    , m_labels(new SketchItem(Labels, m_still))
    , m_mark(new SketchItem(Mark))
    , m_measure(new SketchItem(Mark))
    , m_crosshair(new SketchItem(Crosshair))
    , m_tooltip(new SketchItem(Tip))
    , m_earlier(std::make_unique<EarlierLayer>(Before, m_still))
    , m_lines(std::make_unique<LineLayer>(Lines, m_still))
{
    // Few items, all of them rebuilt together: an index would only cost.
    setItemIndexMethod(NoIndex);
    addItem(m_still);
    for (SketchItem *item : {m_mark, m_measure, m_crosshair, m_tooltip}) {
        addItem(item);
    }
    m_plan.style = ChartStyle(lightTokens(), m_font, 1);
    m_settling->setSingleShot(true);
    connect(m_settling, &QTimer::timeout, this, &ChartScene::settle);
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
        connect(model, &DatasetModel::looksChanged, this, &ChartScene::takeLooks);
    }
    takeData();
}

void ChartScene::takeData()
{
    m_plan.content.dataset = m_model != nullptr ? m_model->dataset()
                                                : std::make_shared<const Dataset>();
    m_plan.content.outline.reset();
    m_plan.content.earlier = earlierLinesOf(
        *m_plan.content.dataset, m_model != nullptr ? m_model->earlier() : std::vector<Earlier>());
    m_hovered.reset();
    m_plan.chosen.reset();
    m_measuring = {};
    takeLooks();
    findMarked();
    markStale(Stale::Everything);
}

void ChartScene::takeLooks()
{
    std::vector<DatasetModel::Look> looks;
    if (m_model != nullptr) {
        looks = m_model->looks();
    }
    if (looks != m_plan.content.looks) {
        m_plan.content.looks = std::move(looks);
        m_plan.content.emphasized.reset();
        m_plan.content.outline.reset(); // it is about what is drawn
        markStale(Stale::Everything);
    }
}

void ChartScene::setEmphasized(std::optional<std::size_t> series, std::chrono::milliseconds fade)
{
    ChartContent &content = m_plan.content;
    const bool isDrawn = series && *series < content.looks.size() && content.shows(*series);
    const std::optional<std::size_t> drawn = isDrawn ? series : std::nullopt;
    if (std::exchange(content.emphasized, drawn) == drawn || m_hasChanges) {
        return;
    }
    const ChartPlan &shown = plan();
    const QRectF bounds(QPointF(), shown.content.size);
    m_points->setSketch(pointsSketch(shown), bounds);
    m_labels->setSketch(labelsSketch(shown), bounds);
    m_earlier->show(shown);
    m_lines->show(shown);
    if (m_layer != nullptr) {
        m_layer->fade(fade);
    }
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
    markStale(Stale::Everything);
}

void ChartScene::setBodyFont(const QFont &font)
{
    m_font = font;
    m_plan.style = ChartStyle(m_plan.style.tokens(), m_font, m_plan.style.k());
    markStale(Stale::Everything);
}

void ChartScene::setLocale(const QLocale &locale)
{
    m_plan.content.locale = locale;
    markStale(Stale::Everything);
}

void ChartScene::setWeekStart(Qt::DayOfWeek weekStart)
{
    if (std::exchange(m_plan.content.weekStart, weekStart) != weekStart) {
        markStale(Stale::Everything);
    }
}

void ChartScene::setSize(const QSizeF &size)
{
    m_plan.content.size = size;
    setSceneRect(QRectF(QPointF(), size));
    markStale(Stale::Everything);
}

void ChartScene::setScaleFactor(qreal k)
{
    m_plan.style = ChartStyle(m_plan.style.tokens(), m_font, k);
    markStale(Stale::Everything);
}

void ChartScene::setMargins(qreal inset, qreal gutter)
{
    m_plan.content.inset = inset;
    m_plan.content.gutter = gutter;
    markStale(Stale::Everything);
}

void ChartScene::setHeadTaken(qreal width)
{
    constexpr qreal step = 48; // words that count must not lay the chart out anew each time
    const qreal taken = std::ceil(width / step) * step;
    if (taken > m_plan.content.headTaken || taken < m_plan.content.headTaken) {
        m_plan.content.headTaken = taken;
        markStale(Stale::Everything);
    }
}

void ChartScene::setHeadings(const QString &title,
                             const QString &subtitle,
                             const QString &comparison)
{
    ChartContent &content = m_plan.content;
    const std::array shown{displayText(title), displayText(subtitle), comparison};
    if (shown != std::array{content.title, content.subtitle, content.comparison}) {
        content.title = shown[0];
        content.subtitle = shown[1];
        content.comparison = shown[2];
        markStale(Stale::Everything);
    }
}

void ChartScene::setPanel(const std::optional<emberline::PanelPlace> &panel)
{
    if (m_plan.content.panel != panel) {
        m_plan.content.panel = panel;
        markStale(Stale::Everything);
    }
}

void ChartScene::setLargest(double largest)
{
    if (m_plan.content.largest != largest) {
        m_plan.content.largest = largest;
        markStale(Stale::Everything);
    }
}

void ChartScene::setDated(bool dated)
{
    if (std::exchange(m_isDated, dated) != dated) {
        showOverlay();
    }
}

void ChartScene::setNaming(bool endLabels, bool legend)
{
    m_plan.content.endLabels = endLabels;
    m_plan.content.legend = legend;
    markStale(Stale::Everything);
}

void ChartScene::setOpaque(bool opaque)
{
    m_plan.content.opaque = opaque;
    markStale(Stale::Everything);
}

void ChartScene::setClearGround(bool clear)
{
    m_plan.content.clearGround = clear;
    markStale(Stale::Everything);
}

void ChartScene::setStill(bool still)
{
    m_layer = still ? new StillLayer(this) : nullptr;
    m_still->setGraphicsEffect(m_layer); // deletes the one before
    m_plan.content.pointable = still;
    if (m_layer != nullptr) {
        connect(m_layer, &StillLayer::stepped, this, [this] { update(); });
    }
}

void ChartScene::setVisibleSpan(const std::optional<emberline::VisibleSpan> &span)
{
    if (span == m_plan.content.visible) {
        return;
    }
    m_plan.content.visible = span;
    if (m_layer != nullptr) {
        m_plan.moving = true;
        m_settling->start(settlingTime);
    }
    markStale(Stale::View);
}

void ChartScene::settle()
{
    m_plan.moving = false;
    markStale(Stale::Nothing);
}

void ChartScene::markStale(Stale stale)
{
    m_stale = std::max(m_stale, stale);
    if (!std::exchange(m_hasChanges, true)) {
        QMetaObject::invokeMethod(this, &ChartScene::showChanges, Qt::QueuedConnection);
    }
}

const ChartPlan &ChartScene::plan() const
{
    if (m_plan.content.size.isEmpty()) {
        return m_plan;
    }
    switch (std::exchange(m_stale, Stale::Nothing)) {
    case Stale::Nothing:
        break;
    case Stale::View:
        turnFrame(m_plan.frame, m_plan.content, m_plan.style);
        break;
    case Stale::Everything:
        m_plan.frame = frameFor(m_plan.content, m_plan.style);
        m_plan.content.outline = m_plan.frame.outline;
        break;
    }
    return m_plan;
}

const QChart &ChartScene::chart()
{
    showChanges();
    return m_lines->chart();
}

void ChartScene::showChanges()
{
    if (m_plan.content.size.isEmpty() || !std::exchange(m_hasChanges, false)) {
        return;
    }
    const ChartPlan &shown = plan();
    const QRectF bounds(QPointF(), shown.content.size);
    m_bands->setSketch(bandsSketch(shown), bounds);
    m_grid->setSketch(gridSketch(shown), bounds);
    m_points->setSketch(pointsSketch(shown), bounds);
    m_labels->setSketch(labelsSketch(shown), bounds);
    m_earlier->show(shown);
    m_lines->show(shown);
    if (m_layer != nullptr) {
        m_layer->setEnabled(!shown.moving); // an image that is used once only costs
        // Lines of others lie behind those of a panel.
        m_layer->setGround(shown.content.panel ? QColor() : shown.style.tokens().base);
        m_layer->discard();
    }
    showOverlay();
    Q_EMIT relaidOut();
}

void ChartScene::render(QPainter *painter,
                        const QRectF &target,
                        const QRectF &source,
                        Qt::AspectRatioMode mode)
{
    showChanges();
    QGraphicsScene::render(painter, target, source, mode);
}

} // namespace emberline
