// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workpage.h"

#include "app/core/text.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/chartview.h"
#include "ui/chart/overview.h"
#include "ui/feedback/detailsview.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/obstacle.h"
#include "ui/panels/panelsview.h"
#include "ui/summary/summarystrip.h"
#include "ui/table/datasettable.h"
#include "ui/window/panelnotes.h"
#include "ui/workspace/welcomepage.h"

#include <QApplication>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int progressHeight = 3;
constexpr int lowWindow = 560; ///< of this page; the window is about 130 px higher

/// Of chart and table.
QList<int> usualSizes()
{
    return {700, 230};
}

/// Takes what @p place shows out of it.
void emptyOut(QWidget *place)
{
    while (QLayoutItem *item = place->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may be what asked for this
        delete item;
    }
}

QWidget *makePlace(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(16, 16, 16, 16);
    return place;
}

} // namespace

WorkPage::WorkPage(DatasetModel *model, QWidget *parent)
    : QWidget(parent)
    , m_messages(new MessageBarStack(this))
    , m_progress(new QProgressBar(this))
    , m_pages(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_obstaclePlace(makePlace(this))
    , m_work(new QWidget(this))
    , m_strip(new SummaryStrip(m_work))
    , m_stack(new QStackedWidget(this))
    , m_chart(new ChartView(this))
    , m_panels(new PanelsView(model, this))
    , m_overview(new Overview(this))
    , m_chartPanel(new ChartPanel(m_chart, m_overview, this))
    , m_emptyPlace(makePlace(this))
    , m_notes(new PanelNotes(m_stack))
    , m_table(new DatasetTable(model, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_openSizes(usualSizes())
{
    setObjectName(u"workPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_progress->setObjectName(u"loadProgress"_s);
    m_progress->setAccessibleName(tr("Loading"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(progressHeight);
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsPlace);
    m_progress->hide();
    m_chart->setModel(model);
    m_overview->setModel(model);
    m_stack->addWidget(m_chartPanel);
    m_stack->addWidget(m_panels);
    m_stack->addWidget(m_emptyPlace);
    m_splitter->setObjectName(u"chartTableSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes(usualSizes());

    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    work->addWidget(m_strip);
    work->addWidget(m_splitter, 1);
    for (QWidget *page : std::initializer_list<QWidget *>{m_welcome, m_obstaclePlace, m_work}) {
        m_pages->addWidget(page);
    }

    setTabOrder(m_chart, m_overview);
    setTabOrder(m_overview, m_notes);
    setTabOrder(m_notes, m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_progress);
    layout->addWidget(m_pages, 1);

    connectViews();
    connect(m_table, &DatasetTable::foldedChanged, this, [this](bool folded) {
        if (folded) {
            m_openSizes = m_splitter->sizes();
        }
        m_splitter->setSizes(folded ? QList<int>{m_splitter->height(), 0} : m_openSizes);
    });
    connect(m_stack, &QStackedWidget::currentChanged, m_notes, &PanelNotes::place);
    connect(m_notes, &PanelNotes::placed, m_chart, &ChartView::setHeadTaken);
    connect(m_notes, &PanelNotes::placed, m_panels, &PanelsView::setHeadTaken);
    connect(m_notes, &PanelNotes::cancelled, this, &WorkPage::cancelled);
}

/// Each view marks the bucket in the others.
void WorkPage::connectViews()
{
    connect(m_chart, &ChartView::bucketPicked, m_table, &DatasetTable::setMarkedBucket);
    connect(m_chart, &ChartView::bucketPicked, m_panels, &PanelsView::setMarkedBucket);
    connect(m_panels, &PanelsView::bucketPicked, m_table, &DatasetTable::setMarkedBucket);
    connect(m_panels, &PanelsView::bucketPicked, m_chart, &ChartView::setMarkedBucket);
    connect(m_table, &DatasetTable::bucketPicked, m_chart, &ChartView::setMarkedBucket);
    connect(m_table, &DatasetTable::bucketPicked, m_panels, &PanelsView::setMarkedBucket);
}

void WorkPage::showWelcome()
{
    m_pages->setCurrentWidget(m_welcome);
    m_welcome->setFocus();
}

void WorkPage::showWorkspace()
{
    m_pages->setCurrentWidget(m_work);
    m_stack->currentWidget()->setFocus();
}

void WorkPage::showObstacle(const Obstacle &obstacle)
{
    emptyOut(m_obstaclePlace);
    auto *state = new EmptyState(obstacle.message.icon, obstacle.title, m_obstaclePlace);
    state->setText(obstacle.message.text, obstacle.message.bold);
    QPushButton *first = nullptr;
    for (const MessageAction action : obstacle.message.actions) {
        const ButtonKind kind = first == nullptr                 ? ButtonKind::Primary
                              : action == MessageAction::Connect ? ButtonKind::Quiet
                                                                 : ButtonKind::Secondary;
        QPushButton *button = state->addButton(labelOf(action), kind);
        button->setObjectName(u"obstacleAction%1"_s.arg(static_cast<int>(action)));
        connect(
            button, &QPushButton::clicked, this, [this, action] { Q_EMIT obstacleActed(action); });
        first = first == nullptr ? button : first;
    }
    m_obstaclePlace->layout()->addWidget(state);
    m_pages->setCurrentWidget(m_obstaclePlace);
    if (first != nullptr) {
        first->setFocus();
    }
}

void WorkPage::showLayout(ChartLayout layout)
{
    if (layout == m_layout) {
        return;
    }
    m_layout = layout;
    if (m_stack->currentWidget() != m_emptyPlace) {
        const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
        showChart();
        if (hadFocus) {
            m_stack->currentWidget()->setFocus();
        }
    }
    foldAsNeeded();
}

void WorkPage::showChart()
{
    const bool isOverlay = m_layout == ChartLayout::Overlay;
    m_stack->setCurrentWidget(isOverlay ? static_cast<QWidget *>(m_chartPanel) : m_panels);
    m_strip->setWanted(isOverlay);
    m_table->show();
}

void WorkPage::showEmpty(EmptyKind kind, const QString &event, const QString &range)
{
    emptyOut(m_emptyPlace);
    m_emptyPlace->layout()->addWidget(makeEmpty(kind, event, range));
    m_stack->setCurrentWidget(m_emptyPlace);
    m_strip->setWanted(kind == EmptyKind::AllHidden);
    m_table->setVisible(kind == EmptyKind::NothingRecorded || kind == EmptyKind::AllZero);
}

EmptyState *WorkPage::makeEmpty(EmptyKind kind, const QString &event, const QString &range)
{
    const QString name = displayText(event);
    switch (kind) {
    case EmptyKind::NoEvent: {
        auto *state = new EmptyState(u"search"_s, tr("Pick an event"), m_emptyPlace);
        state->setText(tr("Choose a custom event to see how often it happened."));
        QPushButton *button = state->addButton(
            tr("Choose event"), ButtonKind::Primary, tr("Ctrl+E"));
        button->setObjectName(u"emptyChooseEvent"_s);
        connect(button, &QPushButton::clicked, this, &WorkPage::chooseEvent);
        return state;
    }
    case EmptyKind::NoSegment: {
        auto *state = new EmptyState(u"plus"_s, tr("Compare groups"), m_emptyPlace);
        state->setText(tr("Add segments to see them next to each other. Only segments with "
                          "analytics tracking have counts (up to 25 per app)."));
        QPushButton *button = state->addButton(tr("Add segments"));
        button->setObjectName(u"emptyAddSegments"_s);
        connect(button, &QPushButton::clicked, this, &WorkPage::addSegments);
        return state;
    }
    case EmptyKind::NothingRecorded: {
        auto *state = new EmptyState(u"calendar"_s, tr("Nothing recorded here"), m_emptyPlace);
        state->setText(tr("Braze has no %1 in %2. The name may be spelt differently, or the event "
                          "may be new.")
                           .arg(name, range));
        QPushButton *year = state->addButton(tr("Last 12 months"));
        year->setObjectName(u"emptyLastYear"_s);
        connect(year, &QPushButton::clicked, this, &WorkPage::widenRange);
        QPushButton *button = state->addButton(tr("Check spelling"));
        button->setObjectName(u"emptyCheckSpelling"_s);
        connect(button, &QPushButton::clicked, this, &WorkPage::chooseEvent);
        return state;
    }
    case EmptyKind::AllZero: {
        auto *state = new EmptyState(u"calendar"_s, tr("It did not happen"), m_emptyPlace);
        state->setText(tr("Braze counted 0 %1 in %2.").arg(name, range));
        QPushButton *button = state->addButton(tr("Widen range"));
        button->setObjectName(u"emptyWidenRange"_s);
        connect(button, &QPushButton::clicked, this, &WorkPage::widenRange);
        return state;
    }
    case EmptyKind::AllHidden: {
        auto *state = new EmptyState(u"eye-off"_s, tr("All series are hidden"), m_emptyPlace);
        QPushButton *button = state->addButton(tr("Show all"));
        button->setObjectName(u"emptyShowAll"_s);
        connect(button, &QPushButton::clicked, this, &WorkPage::showAllSeries);
        return state;
    }
    }
    Q_UNREACHABLE();
}

void WorkPage::showProgress(int done, int total, const QString &text)
{
    m_notes->showLoading(text);
    m_progress->setVisible(total > 0);
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void WorkPage::showOffline(const QString &text)
{
    m_notes->showOffline(text);
}

// Made when it is wanted: few windows ever need its font, and to look for one takes long.
void WorkPage::showDetails(const Error &error)
{
    if (m_details == nullptr) {
        m_details = new DetailsView(this);
        static_cast<QBoxLayout *>(layout())->insertWidget(1, m_details); // below the messages
        connect(m_details, &DetailsView::closed, this, &WorkPage::hideDetails);
    }
    m_details->setError(error);
    m_details->show();
    m_details->setFocus();
}

void WorkPage::hideDetails()
{
    if (m_details != nullptr) {
        m_details->hide();
    }
}

void WorkPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_low = event->size().height() < lowWindow;
    m_strip->setLow(m_low);
    foldAsNeeded();
}

/// What the user folds or unfolds stays until the room for it is another.
void WorkPage::foldAsNeeded()
{
    const bool folds = m_low || m_layout == ChartLayout::SideBySide;
    if (std::exchange(m_folds, folds) != folds) {
        m_table->setFolded(folds);
    }
}

} // namespace emberline
