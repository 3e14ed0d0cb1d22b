// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventpopup.h"

#include "app/models/eventlistmodel.h"
#include "ui/query/catalogage.h"
#include "ui/query/hintlabel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int rowHeight = 28;
constexpr int mostRows = 10;
constexpr int textLeft = 32; // where the field's text begins
constexpr int padding = 8;
constexpr int iconSize = 16;

QString iconName(EventListModel::Kind kind)
{
    switch (kind) {
    case EventListModel::Kind::Starred:
        return u"star-f"_s;
    case EventListModel::Kind::Recent:
        return u"clock"_s;
    case EventListModel::Kind::AsTyped:
        return u"chev-r"_s;
    case EventListModel::Kind::Other:
        break;
    }
    return {};
}

class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = std::max(rowHeight, option.fontMetrics.height() + padding);
        const QString reason = index.data(EventListModel::ReasonRole).toString();
        return {textLeft, reason.isEmpty() ? line : line + reasonHeight(option, reason) + padding};
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensFor(option.palette);
        const auto kind = static_cast<EventListModel::Kind>(
            index.data(EventListModel::KindRole).toInt());
        const QString reason = index.data(EventListModel::ReasonRole).toString();
        const int reasonBelow = reason.isEmpty() ? 0 : reasonHeight(option, reason) + padding;
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, tokens.selected);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, tokens.hover);
        }
        if (kind == EventListModel::Kind::AsTyped && index.row() > 0) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                              tokens.hairline);
        }
        const QRect line = option.rect.adjusted(0, 0, 0, -reasonBelow);
        if (const QString name = iconName(kind); !name.isEmpty()) {
            const QRect place(
                line.left() + padding, line.center().y() - iconSize / 2, iconSize, iconSize);
            icon(name, IconRole::Quiet).paint(painter, place);
        }
        const QRect text = line.adjusted(textLeft, 0, -padding, 0);
        painter->setPen(tokens.text);
        painter->setFont(option.font);
        const QString name = index.data().toString();
        painter->drawText(text,
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(name, Qt::ElideMiddle, text.width()));
        if (!reason.isEmpty()) {
            painter->setPen(tokens.text2);
            painter->setFont(fontOf(TextRole::Secondary, option.font));
            painter->drawText(QRect(text.left(), line.bottom(), text.width(), reasonBelow),
                              Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                              reason);
        }
        painter->restore();
    }

private:
    static int reasonHeight(const QStyleOptionViewItem &option, const QString &reason)
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = (view ? view->viewport()->width() : option.rect.width()) - textLeft
                        - padding;
        return QFontMetrics(fontOf(TextRole::Secondary, option.font))
            .boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, reason)
            .height();
    }
};

} // namespace

EventPopup::EventPopup(QAbstractItemModel *model, QWidget *field)
    : QFrame(field)
    , m_field(field)
    , m_list(new QListView(this))
    , m_foot(new QWidget(this))
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
    m_list->setItemDelegate(new EventDelegate(m_list));
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
    connect(m_list, &QListView::clicked, this, &EventPopup::chosen);
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
    m_problem->setObjectName(u"eventListProblem"_s);
    m_problem->hide();
    m_age->setObjectName(u"eventAge"_s);
    m_age->setRefreshName(tr("Refresh the list of events"));
    m_age->keepFocusAway();
    auto *inside = new QVBoxLayout(m_foot);
    inside->setContentsMargins(textLeft, 4, padding, 0);
    inside->setSpacing(2);
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
    m_foot->setVisible(!age.isEmpty() || isReading || !problem.isEmpty());
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

#include "eventpopup.moc"
