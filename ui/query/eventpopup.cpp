// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventpopup.h"

#include "ui/query/catalogage.h"
#include "ui/query/eventdelegate.h"
#include "ui/query/hintlabel.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int mostRows = 10;
constexpr int padding = EventDelegate::padding;
constexpr int rowHeight = EventDelegate::rowHeight;

} // namespace

EventPopup::EventPopup(QAbstractItemModel *model, QWidget *field)
    : QFrame(field)
    , m_field(field)
    , m_list(new QListView(this))
    , m_foot(new QWidget(this))
    , m_hint(new HintLabel(HintLabel::Kind::Hint, m_foot))
    , m_problem(new HintLabel(HintLabel::Kind::Hint, m_foot))
    , m_age(new CatalogAge(m_foot))
{
    hide();
    setObjectName(u"eventPopup"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(u"eventList"_s);
    m_list->setAccessibleName(tr("Events"));
    m_list->setModel(model);
    auto *delegate = new EventDelegate(m_list);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 5, 1, 5);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    addFoot();
    connect(delegate, &EventDelegate::chosen, this, &EventPopup::chosen);
    connect(delegate, &EventDelegate::ticked, this, &EventPopup::ticked);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &EventPopup::currentChanged);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (isOpen()) {
            place();
        }
    });
}

void EventPopup::addFoot()
{
    m_hint->setObjectName(u"eventListHint"_s);
    m_hint->hide();
    m_problem->setObjectName(u"eventListProblem"_s);
    m_problem->hide();
    m_age->setObjectName(u"eventAge"_s);
    m_age->setRefreshName(tr("Refresh the list of events"));
    m_age->keepFocusAway();
    auto *inside = new QVBoxLayout(m_foot);
    inside->setContentsMargins(EventDelegate::textLeft, 4, padding, 0);
    inside->setSpacing(2);
    inside->addWidget(m_hint);
    inside->addWidget(m_problem);
    inside->addWidget(m_age);
    m_foot->hide();
    layout()->addWidget(m_foot);
    connect(m_age, &CatalogAge::refreshAsked, this, &EventPopup::refreshAsked);
}

void EventPopup::setAge(const QString &age, bool isReading, const QString &problem)
{
    m_age->setAge(age, isReading);
    m_problem->say(problem);
    updateFoot();
}

void EventPopup::setHint(const QString &hint)
{
    m_hint->say(hint);
    updateFoot();
}

void EventPopup::updateFoot()
{
    m_foot->setVisible(!m_hint->isHidden() || !m_problem->isHidden() || !m_age->isHidden());
    if (isOpen()) {
        place();
    }
}

void EventPopup::open()
{
    if (!isOpen()) {
        setParent(m_field->window());
        qApp->installEventFilter(this);
        show();
    }
    place();
    raise();
}

void EventPopup::close()
{
    if (isOpen()) {
        qApp->removeEventFilter(this);
        hide();
        setParent(m_field);
        Q_EMIT closed();
    }
}

void EventPopup::setCurrentRow(int row)
{
    const QModelIndex index = m_list->model()->index(row, 0);
    m_list->setCurrentIndex(index);
    if (index.isValid()) {
        m_list->scrollTo(index);
    } else {
        m_list->scrollToTop();
    }
}

void EventPopup::move(int rows)
{
    const int last = m_list->model()->rowCount() - 1;
    if (last < 0) {
        return;
    }
    const int from = current().isValid() ? current().row() : -1;
    const bool wrapsUp = rows < 0 && from <= 0;
    const bool wrapsDown = rows > 0 && from == last;
    setCurrentRow(wrapsUp ? last : wrapsDown ? 0 : std::clamp(from + rows, 0, last));
}

int EventPopup::pageLength() const
{
    return std::max(1, m_list->viewport()->height() / rowHeight - 1);
}

bool EventPopup::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr || !isOpen()) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        if (widget == m_field || widget->isAncestorOf(m_field)) {
            place();
        }
    } else if (event->type() == QEvent::MouseButtonPress) {
        const bool ours = widget == this || isAncestorOf(widget) || widget == m_field
                       || m_field->isAncestorOf(widget);
        if (!ours) {
            close();
        }
    }
    return QFrame::eventFilter(watched, event);
}

int EventPopup::footHeight() const
{
    if (m_foot->isHidden()) {
        return 0;
    }
    const QMargins margins = layout()->contentsMargins();
    const int inside = m_field->width() - margins.left() - margins.right();
    const QLayout *foot = m_foot->layout();
    return foot->hasHeightForWidth() ? foot->totalHeightForWidth(inside)
                                     : foot->totalSizeHint().height();
}

void EventPopup::place()
{
    constexpr int gap = 4;
    constexpr int least = 2 * rowHeight;
    const QWidget *window = m_field->window();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + gap));
    resize(m_field->width(), height()); // rows wrap to the width
    layout()->activate();
    int wanted = 0;
    const int rows = std::min(m_list->model()->rowCount(), mostRows);
    for (int row = 0; row < rows; ++row) {
        wanted += m_list->sizeHintForIndex(m_list->model()->index(row, 0)).height();
    }
    const int frame = layout()->contentsMargins().top() + layout()->contentsMargins().bottom()
                    + footHeight();
    const int room = window->height() - below.y() - padding;
    QFrame::move(below);
    resize(m_field->width(), std::max(least, std::min(wanted + frame, room)));
}

void EventPopup::paintEvent(QPaintEvent * /*event*/)
{
    constexpr qreal radius = 4;
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.tooltipBorder);
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace emberline
