// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartsketches.h"
#include "ui/chart/linelayer.h"

#include <QGraphicsScene>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

class QTimer;

namespace emberline {

class EarlierLayer;
class StillLayer;

/// The line chart of one DatasetModel, for the screen and for pictures alike. Everything is laid
/// out in logical pixels; whoever paints it at another scale paints it sharp.
class ChartScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit ChartScene(QObject *parent = nullptr);
    ~ChartScene() override;

    /// Follows @p model from now on; it may go away first.
    void setModel(const DatasetModel *model);
    void setTokens(const Tokens &tokens);
    /// The font of body text; the factor of setScaleFactor() comes on top.
    void setBodyFont(const QFont &font);
    void setLocale(const QLocale &locale);
    void setWeekStart(Qt::DayOfWeek weekStart);
    void setSize(const QSizeF &size);
    /// The factor k of look.md for lines, fonts and distances.
    void setScaleFactor(qreal k);
    /// Distance of everything from the edges, and from there to the plot (at least).
    void setMargins(qreal inset, qreal gutter);
    /// So much of the head's right end is taken by something over it.
    void setHeadTaken(qreal width);
    /// Without a title the chart has no head. @p comparison says what the earlier lines are.
    void setHeadings(const QString &title, const QString &subtitle, const QString &comparison = {});
    /// How lines are named; one of several panels names none.
    void setNaming(bool endLabels, bool legend);
    /// Colours are mixed with the plot's instead of being translucent: for vector formats.
    void setOpaque(bool opaque);
    /// Nothing is painted in the plot's colour below lines: for transparent pictures.
    void setClearGround(bool clear);
    /// Keeps the finished layers as an image; for the screen only.
    void setStill(bool still);
    /// The stretch of the time axis that is shown, cut to the data; none: everything. It stays when
    /// other data comes. On the screen the chart is drawn fast at first, and finely when it has
    /// been left alone for a moment.
    void setVisibleSpan(const std::optional<emberline::VisibleSpan> &span);

    /// The other lines step back behind that of @p series, within @p fade; one that is not drawn
    /// is none.
    void setEmphasized(std::optional<std::size_t> series, std::chrono::milliseconds fade = {});
    [[nodiscard]] std::optional<std::size_t> emphasized() const
    {
        return m_plan.content.emphasized;
    }

    /// One of several side by side; none: alone. Its crosshair has values at its points and no
    /// tooltip.
    void setPanel(const std::optional<emberline::PanelPlace> &panel);
    /// The value axis has room for that, whatever is shown.
    void setLargest(double largest);
    /// Whether the crosshair bears its date; it does by itself.
    void setDated(bool dated);

    /// The bucket under the pointer: crosshair and tooltip.
    void setHovered(std::optional<std::size_t> bucket);
    /// It stays marked when the data is another, as long as nothing else is.
    void setMarked(std::optional<std::size_t> bucket);

    /// The tooltip stays at the marked bucket while that is in view.
    void setPinned(bool pinned);
    /// Its row and its point stand out; one that there isn't is none.
    void setChosen(std::optional<std::size_t> series);
    void setMeasuring(const emberline::Measuring &measuring);
    [[nodiscard]] const Measuring &measuring() const { return m_measuring; }

    /// Always up to date; what is painted follows before the next frame.
    [[nodiscard]] const ChartPlan &plan() const;
    [[nodiscard]] const ChartFrame &frame() const { return plan().frame; }
    [[nodiscard]] std::optional<std::size_t> hovered() const { return m_hovered; }
    [[nodiscard]] std::optional<std::size_t> marked() const { return m_marked; }
    /// The lines, for tests.
    [[nodiscard]] const QChart &chart();

    /// Brings what is painted up to date, as happens by itself once for all changes of one turn of
    /// the event loop: to be called before the scene is painted by other means than render().
    void showChanges();
    /// As in the base class, up to date.
    void render(QPainter *painter,
                const QRectF &target = {},
                const QRectF &source = {},
                Qt::AspectRatioMode mode = Qt::KeepAspectRatio);

Q_SIGNALS:
    /// The data or its place has changed: what was known of buckets and places is void.
    void relaidOut();

private:
    /// What of the frame has to be found anew.
    enum class Stale { Nothing, View, Everything };

    void takeData();
    void takeLooks();
    void markStale(Stale stale);
    void settle();
    void findMarked();
    [[nodiscard]] Sketch crosshairAt(std::size_t bucket) const;
    void showOverlay();
    [[nodiscard]] std::optional<std::size_t> pointedBucket() const;

    QPointer<const DatasetModel> m_model;
    mutable ChartPlan m_plan; ///< its frame is found when it is needed
    mutable Stale m_stale = Stale::Everything;
    bool m_hasChanges = false; ///< the items are older than the plan
    QTimer *m_settling; ///< a child
    QFont m_font;
    bool m_isDated = true; ///< the crosshair
    std::optional<std::size_t> m_hovered;
    std::optional<std::size_t> m_marked;
    std::optional<BucketTime> m_markedTime; ///< also while it is not shown
    Measuring m_measuring;
    QGraphicsItem *m_still; ///< parent of all that a pointer does not move; owned by the scene
    StillLayer *m_layer = nullptr; ///< the group's effect, if the chart is still
    SketchItem *m_bands;
    SketchItem *m_grid;
    SketchItem *m_points;
    SketchItem *m_labels;
    SketchItem *m_mark;
    SketchItem *m_measure;
    SketchItem *m_crosshair;
    SketchItem *m_tooltip;
    std::unique_ptr<EarlierLayer> m_earlier; ///< its item is the scene's
    std::unique_ptr<LineLayer> m_lines; ///< its items are the scene's
};

} // namespace emberline
