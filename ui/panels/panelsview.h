// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/workspace/workspace.h"
#include "ui/panels/panelset.h"

#include <QDateTime>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QScrollArea;

namespace emberline {

class PanelDrop;
class PanelGhosts;
class PanelReadout;
class PanelView;
class PanelsBar;
class PanelsHead;
struct PanelTitle;
struct Swatch;
struct PanelsKey;
struct Readout;

/// One DatasetModel side by side: a panel per segment, app or event, with equal plots, one time
/// axis, one crosshair, and one scale unless each has its own. Above them what they have in common,
/// below them what the crosshair shows.
class PanelsView final : public QWidget
{
    Q_OBJECT

public:
    /// @p model outlives the panels.
    explicit PanelsView(const DatasetModel *model, QWidget *parent = nullptr);
    ~PanelsView() override;

    /// @p view says what the model's data answers, and how it is to be shown.
    void setView(const View &view);
    /// Whose data it is, for colours and for sentences about trouble.
    void setWorkspace(const Workspace &workspace);
    /// @p comparison says what the earlier lines are.
    void setHeadings(const QString &title, const QString &subtitle, const QString &comparison = {});
    void setWeekStart(Qt::DayOfWeek weekStart);
    /// The present, for the age of the data.
    void setNow(const QDateTime &now);
    /// So much of the upper right corner is taken by something over it.
    void setHeadTaken(qreal width);
    /// Without telling anybody; one that is not shown is no mark.
    void setMarkedBucket(std::optional<emberline::BucketTime> bucket);

    /// In their order, up to date.
    [[nodiscard]] const std::vector<PanelView *> &panels();
    /// The panel that has all the room.
    [[nodiscard]] std::optional<std::size_t> enlarged() const;
    /// Keys that none of the panels wants come by here.
    [[nodiscard]] QWidget &grid() { return *m_grid; }
    /// The bucket at which the crosshair is.
    [[nodiscard]] std::optional<BucketTime> crosshair() const { return m_crosshair; }

Q_SIGNALS:
    /// The user wants the panels like this.
    void lookChosen(const emberline::PanelsLook &look);
    /// The user has zoomed in one of them: see ChartView.
    void zoomed(const std::optional<emberline::Zoom> &zoom, bool continues);
    /// The user has marked @p bucket.
    void bucketPicked(emberline::BucketTime bucket);
    /// The user wants to go to the row of @p bucket in the table.
    void rowAsked(emberline::BucketTime bucket);
    void previousPeriodChosen(bool compared);
    /// The user has put the panels in this order; keys as in Panel.
    void orderChosen(const QStringList &keys);
    /// These series are not to be seen.
    void hiddenChosen(const std::vector<emberline::SeriesId> &hidden);
    /// What failed is to be asked for once more.
    void retryAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // What is shown: panelsview.cpp
    void markStale();
    void refresh();
    void makeViews(std::size_t count);
    void connectView(PanelView *view);
    void connectOrder(PanelView *view);
    void fill(std::size_t index);
    void showInSight();
    [[nodiscard]] bool isInSight(const PanelView &view) const;
    void placeViews();
    void showZoom();
    void keepFocus();
    void goBack(const PanelView *view);
    [[nodiscard]] std::optional<std::size_t> indexOf(const PanelView *view) const;
    [[nodiscard]] int labelWidthFor(const std::vector<double> &largest) const;
    void toggleEnlarged(const PanelView *view);

    // Their order by hand, and the menu of each: panelsviewactions.cpp
    void carry(PanelView *view, const QPoint &at);
    void drop(PanelView *view, const QPoint &at);
    void endCarrying();
    void moveBy(PanelView *view, int key);
    void moveTo(std::size_t index, std::size_t place);
    [[nodiscard]] std::vector<QRect> places() const;
    void showMenu(PanelView *view, const QPoint &at);
    void addLayoutActions(QMenu &menu, PanelView *view);
    void addOrderActions(QMenu &menu, std::size_t index);
    void hidePanel(const PanelView *view);
    void isolatePanel(const PanelView *view);
    void copyNumbers(const PanelView *view) const;

    // What is written above them: panelsviewtitles.cpp
    [[nodiscard]] Swatch swatchIn(const Panel &panel, std::size_t index) const;
    [[nodiscard]] PanelTitle titleOf(const Panel &panel) const;
    [[nodiscard]] QString ageOf(const Panel &panel) const;
    [[nodiscard]] QString badgeOf(const Panel &panel) const;
    void showTitles();
    void showKey();
    void addSeriesKeys(PanelsKey &key) const;

    // The crosshair: panelsviewcrosshair.cpp
    void point(PanelView *view, std::optional<std::size_t> bucket);
    void step(PanelView *view, int key);
    void pick(BucketTime bucket);
    void showCrosshair();
    [[nodiscard]] std::optional<std::size_t> crosshairBucket() const;
    [[nodiscard]] Readout readout() const;
    void addReadings(Readout &readout, const Panel &panel, std::size_t bucket) const;

    QPointer<const DatasetModel> m_model; ///< it may go first: the window's focus moves at its end
    View m_view;
    QString m_title;
    QString m_subtitle;
    QString m_comparison;
    Workspace m_workspace;
    Qt::DayOfWeek m_weekStart = Qt::Monday;
    QDateTime m_now;
    bool m_isStale = true;
    bool m_isAnnounced = false; ///< refresh() will be called soon
    std::vector<Panel> m_panels;
    std::vector<PanelView *> m_views; ///< as many; children of the grid
    QPointer<PanelView> m_carried;
    std::shared_ptr<const PanelGhosts> m_ghosts; ///< there as soon as there are panels
    int m_columns = 1;
    std::optional<QString> m_enlarged; ///< the key of that panel
    std::optional<QString> m_moved; ///< the key of one that has the focus, wherever it goes
    std::optional<BucketTime> m_crosshair;
    std::optional<BucketTime> m_marked;
    PanelView *m_pointed = nullptr; ///< where the pointer is, or the keyboard
    PanelsBar *m_bar; // children
    PanelsHead *m_head;
    QScrollArea *m_scroll;
    QWidget *m_grid;
    PanelReadout *m_readout;
    PanelDrop *m_drop;
};

} // namespace emberline
