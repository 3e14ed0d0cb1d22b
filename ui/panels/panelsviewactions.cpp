// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with one panel: carrying it to another place, and its menu.
#include "app/core/text.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/paneldrop.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelorder.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"
#include "ui/summary/legendcommands.h"
#include "ui/table/copytext.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int scrollMargin = 24; ///< so near the edge it scrolls

} // namespace

void PanelsView::connectOrder(PanelView *view)
{
    PanelHeader *header = &view->header();
    connect(
        header, &PanelHeader::dragged, this, [this, view](const QPoint &at) { carry(view, at); });
    connect(
        header, &PanelHeader::dropped, this, [this, view](const QPoint &at) { drop(view, at); });
    connect(
        &view->chart(), &PanelChart::moveAsked, this, [this, view](int key) { moveBy(view, key); });
    connect(
        view, &PanelView::menuAsked, this, [this, view](const QPoint &at) { showMenu(view, at); });
}

std::vector<QRect> PanelsView::places() const
{
    std::vector<QRect> places;
    places.reserve(m_views.size());
    for (const PanelView *view : m_views) {
        places.push_back(view->geometry());
    }
    return places;
}

void PanelsView::carry(PanelView *view, const QPoint &at)
{
    const std::optional<std::size_t> index = indexOf(view);
    if (!index.has_value() || m_enlarged.has_value() || m_panels.size() < 2) {
        return;
    }
    if (m_carried == nullptr) {
        qApp->installEventFilter(this); // Esc gives it up, wherever the focus is
    }
    m_carried = view;
    QPoint pointer = m_grid->mapFromGlobal(at);
    m_scroll->ensureVisible(pointer.x(), pointer.y(), 0, scrollMargin);
    pointer = m_grid->mapFromGlobal(at);
    const std::vector<QRect> all = places();
    const std::size_t place = dropPlace(all, m_columns, pointer);
    const bool moves = place != *index && place != *index + 1;
    const PanelTitle &title = view->header().title();
    m_drop->setCarried(CarriedPanel{.from = view->geometry(),
                                    .line = moves ? dropLine(all, m_columns, place) : QRect(),
                                    .pointer = pointer,
                                    .name = displayText(title.name),
                                    .swatch = title.swatch});
}

void PanelsView::drop(PanelView *view, const QPoint &at)
{
    const bool isCarried = m_carried == view;
    endCarrying();
    const std::optional<std::size_t> index = indexOf(view);
    if (isCarried && index.has_value()) {
        moveTo(*index, dropPlace(places(), m_columns, m_grid->mapFromGlobal(at)));
    }
}

void PanelsView::endCarrying()
{
    if (m_carried != nullptr) {
        qApp->removeEventFilter(this);
        m_carried->header().endDrag();
    }
    m_carried.clear();
    m_drop->setCarried(std::nullopt);
}

void PanelsView::moveTo(std::size_t index, std::size_t place)
{
    if (place == index || place == index + 1 || m_enlarged.has_value()) {
        return;
    }
    QStringList keys;
    for (const Panel &panel : m_panels) {
        keys.append(panel.key);
    }
    Q_EMIT orderChosen(
        movedKeys(keys, static_cast<qsizetype>(index), static_cast<qsizetype>(place)));
}

void PanelsView::moveBy(PanelView *view, int key)
{
    const std::optional<std::size_t> index = indexOf(view);
    const std::size_t by = key == Qt::Key_Up || key == Qt::Key_Down
                             ? static_cast<std::size_t>(m_columns)
                             : 1;
    const bool isBack = key == Qt::Key_Left || key == Qt::Key_Up;
    if (!index.has_value() || m_enlarged.has_value()
        || (isBack ? *index < by : *index + by >= m_views.size())) {
        return;
    }
    m_moved = m_panels[*index].key;
    moveTo(*index, isBack ? *index - by : *index + by + 1);
}

void PanelsView::hidePanel(const PanelView *view)
{
    const std::optional<std::size_t> index = indexOf(view);
    if (!index.has_value()) {
        return;
    }
    std::vector<SeriesId> hidden = m_view.look.hidden;
    for (const SeriesId &id : seriesIn(m_panels[*index], *m_model, m_view.look.panels.split)) {
        hidden = withHidden(std::move(hidden), id, true);
    }
    Q_EMIT hiddenChosen(hidden);
}

void PanelsView::isolatePanel(const PanelView *view)
{
    const std::optional<std::size_t> index = indexOf(view);
    if (!index.has_value()) {
        return;
    }
    std::vector<SeriesId> hidden = m_view.look.hidden;
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        for (const SeriesId &id : seriesIn(m_panels[i], *m_model, m_view.look.panels.split)) {
            hidden = withHidden(std::move(hidden), id, i != *index);
        }
    }
    Q_EMIT hiddenChosen(hidden);
}

void PanelsView::copyNumbers(const PanelView *view) const
{
    QModelIndexList cells;
    const std::optional<std::size_t> index = indexOf(view);
    for (int row = 0; index.has_value() && row < m_model->rowCount(); ++row) {
        cells.append(m_model->index(row, 0));
        for (const std::size_t series : m_panels[*index].series) {
            cells.append(m_model->index(row, m_model->valueColumn(series)));
            if (m_model->hasChanges()) {
                cells.append(m_model->index(row, m_model->changeColumn(series)));
            }
        }
    }
    copyToClipboard(copiedCells(cells, *m_model, QLocale(), CopiedHeaders::With));
}

void PanelsView::addLayoutActions(QMenu &menu, PanelView *view)
{
    const bool isAlone = m_enlarged.has_value();
    QAction *enlarge = menu.addAction(
        icon(isAlone ? u"panels"_s : u"expand"_s),
        (isAlone ? tr("&Back to all panels") : tr("&Enlarge")) + u'\t'
            + QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
    enlarge->setObjectName(u"panelEnlargeAction"_s);
    connect(enlarge, &QAction::triggered, this, [this, view] { toggleEnlarged(view); });
    QAction *only = menu.addAction(icon(u"eye"_s), tr("Show &only this one"));
    only->setObjectName(u"panelOnlyAction"_s);
    only->setEnabled(m_panels.size() > 1);
    connect(only, &QAction::triggered, this, [this, view] { isolatePanel(view); });
    QAction *hideThis = menu.addAction(icon(u"eye-off"_s), tr("&Hide this one"));
    hideThis->setObjectName(u"panelHideAction"_s);
    connect(hideThis, &QAction::triggered, this, [this, view] { hidePanel(view); });
    if (!m_view.look.hidden.empty()) {
        QAction *all = menu.addAction(tr("Show &all"));
        all->setObjectName(u"panelShowAllAction"_s);
        connect(all, &QAction::triggered, this, [this] { Q_EMIT hiddenChosen({}); });
    }
}

void PanelsView::addOrderActions(QMenu &menu, std::size_t index)
{
    PanelView *view = m_views[index];
    const auto add = [&](const QString &name, const QString &text, Qt::Key key, bool enabled) {
        QAction *action = menu.addAction(
            text + u'\t'
            + QKeySequence(Qt::ALT | Qt::SHIFT | key).toString(QKeySequence::NativeText));
        action->setObjectName(name);
        action->setEnabled(enabled && !m_enlarged.has_value());
        connect(action, &QAction::triggered, this, [this, view, key] { moveBy(view, key); });
    };
    menu.addSeparator();
    add(u"panelMoveBackAction"_s, tr("Move to the &left"), Qt::Key_Left, index > 0);
    add(u"panelMoveOnAction"_s,
        tr("Move to the &right"),
        Qt::Key_Right,
        index + 1 < m_panels.size());
}

void PanelsView::showMenu(PanelView *view, const QPoint &at)
{
    const std::optional<std::size_t> index = indexOf(view);
    if (!index.has_value()) {
        return;
    }
    auto *menu = new QMenu(this); // deletes itself
    menu->setObjectName(u"panelMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addLayoutActions(*menu, view);
    addOrderActions(*menu, *index);
    menu->addSeparator();
    QAction *copy = menu->addAction(icon(u"copy"_s), tr("&Copy numbers"));
    copy->setObjectName(u"panelCopyAction"_s);
    copy->setEnabled(!m_panels[*index].series.empty());
    connect(copy, &QAction::triggered, this, [this, view] { copyNumbers(view); });
    if (m_panels[*index].failure.has_value()) {
        QAction *retry = menu->addAction(icon(u"refresh"_s), tr("Re&try"));
        retry->setObjectName(u"panelRetryAction"_s);
        connect(retry, &QAction::triggered, this, &PanelsView::retryAsked);
    }
    menu->popup(at);
}

} // namespace emberline
