// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/segmentpicker.h"

#include "app/core/text.h"
#include "app/models/segmentlistmodel.h"
#include "ui/query/addsegmentrow.h"
#include "ui/query/catalogage.h"
#include "ui/query/framedbox.h"
#include "ui/query/hintlabel.h"
#include "ui/query/segmentdelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/linkbutton.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int padding = 8;
constexpr int fewestRows = 3;
constexpr int mostRows = 8;

class Rule : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter(this).fillRect(rect(), tokensFor(palette()).hairline);
    }
};

} // namespace

SegmentPicker::SegmentPicker(QWidget *parent)
    : QWidget(parent)
    , m_model(new SegmentListModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_noMatch(new HintLabel(HintLabel::Kind::Hint, this))
    , m_pages(new QStackedWidget(this))
    , m_hint(new HintLabel(HintLabel::Kind::Hint, this))
    , m_age(new CatalogAge(this))
    , m_addLink(new LinkButton(tr("Add by ID…"), this))
    , m_addRow(new AddSegmentRow(this))
{
    addList();
    addWidgets();

    connect(m_filter, &QLineEdit::textChanged, this, &SegmentPicker::filter);
    connect(m_model, &SegmentListModel::chosenChanged, this, [this] {
        afterChoosing();
        Q_EMIT chosenChanged();
    });
    connect(m_model, &SegmentListModel::fullyChosen, this, [this] {
        m_hint->say(tr("Up to %1 segments can be compared. Untick one to choose another.")
                        .arg(QLocale().toString(mostSegments)));
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &SegmentPicker::fitRows);
    connect(m_addLink, &QAbstractButton::clicked, this, [this] {
        m_addRow->setVisible(m_addRow->isHidden());
        if (!m_addRow->isHidden()) {
            m_addRow->focusId();
        }
    });
    connect(m_age, &CatalogAge::refreshAsked, this, &SegmentPicker::refreshAsked);
    connect(m_addRow, &AddSegmentRow::submitted, this, &SegmentPicker::addSegment);
    connect(m_addRow, &AddSegmentRow::dismissed, this, [this] {
        m_addRow->clear();
        m_addRow->hide();
        m_addLink->setFocus(Qt::OtherFocusReason);
    });
    afterChoosing();
    fitRows();
}

void SegmentPicker::addList()
{
    m_list->setObjectName(u"segmentList"_s);
    m_list->setAccessibleName(tr("Segments"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SegmentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_noMatch->setObjectName(u"segmentNoMatch"_s);
    m_noMatch->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_noMatch->setMargin(padding);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_noMatch);
}

void SegmentPicker::addWidgets()
{
    m_filter->setObjectName(u"segmentFilter"_s);
    m_filter->setAccessibleName(tr("Filter segments"));
    m_filter->setPlaceholderText(tr("Filter segments"));
    m_filter->setFrame(false);
    m_filter->addAction(icon(u"search"_s, IconRole::Quiet), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_hint->setObjectName(u"segmentHint"_s);
    m_hint->hide();
    m_age->setObjectName(u"segmentAge"_s);
    m_age->setRefreshName(tr("Refresh the list of segments"));
    m_addLink->setObjectName(u"addSegmentLink"_s);
    m_addLink->setAccessibleName(tr("Add a segment by its ID"));
    m_addRow->hide();

    auto *keys = new HintLabel(HintLabel::Kind::Hint, this);
    keys->setText(QKeySequence(Qt::CTRL | Qt::Key_J).toString(QKeySequence::NativeText));
    keys->setWordWrap(false);
    keys->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(0, 0, padding, 0);
    filterRow->addWidget(m_filter);
    filterRow->addWidget(keys);

    auto *frame = new FramedBox(this);
    frame->watch(m_filter);
    frame->watch(m_list);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(filterRow);
    inside->addWidget(new Rule(frame));
    inside->addWidget(m_pages);
    // Layouts follow from the inside out, one each turn of the event loop: until the frame is as
    // low as a shorter list wants it, what is left over stays below the list.
    inside->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(frame);
    layout->addWidget(m_hint);
    layout->addWidget(m_age);
    layout->addWidget(m_addLink, 0, Qt::AlignLeft);
    layout->addWidget(m_addRow);
}

void SegmentPicker::setSegments(const std::vector<Segment> &segments, ListState state)
{
    m_state = state;
    m_hasList = !segments.empty();
    m_model->setSegments(segments);
    explainState();
}

void SegmentPicker::setAge(const QString &age, bool isReading)
{
    m_age->setAge(age, isReading);
}

void SegmentPicker::setAdded(const std::vector<Choice> &segments)
{
    m_model->setAdded(segments);
}

void SegmentPicker::setChosen(const std::vector<Choice> &segments)
{
    m_model->setChosen(segments);
    afterChoosing();
}

void SegmentPicker::setProblem(const QString &sentence)
{
    m_hint->say(sentence);
}

void SegmentPicker::setColorSlots(const QHash<QString, int> &colorSlots)
{
    m_model->setColorSlots(colorSlots);
}

std::vector<Choice> SegmentPicker::chosen() const
{
    return m_model->chosen();
}

QString SegmentPicker::countText() const
{
    const QLocale locale;
    //: how many segments are chosen, e.g. 3 of 25
    return tr("%1 of %2")
        .arg(locale.toString(m_model->chosenCount()), locale.toString(mostSegments));
}

QWidget *SegmentPicker::list() const
{
    return m_list;
}

void SegmentPicker::open()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SegmentPicker::filter(const QString &text)
{
    m_model->setFilter(text);
    const bool none = m_model->rowCount() == 0;
    if (none) {
        m_noMatch->setText(
            tr("No match for “%1”. Try fewer letters.").replace(u"%1"_s, displayText(text)));
    }
    m_pages->setCurrentWidget(none ? static_cast<QWidget *>(m_noMatch) : m_list);
}

void SegmentPicker::afterChoosing()
{
    explainState();
    const QString text = countText();
    if (text != m_countText) {
        m_countText = text;
        Q_EMIT countTextChanged(text);
    }
}

void SegmentPicker::explainState()
{
    switch (m_state) {
    case ListState::NotPermitted:
        m_hint->say(
            m_hasList
                ? tr("This key may no longer list segments (segments.list). These are the ones "
                     "from before.")
                : tr("This key may not list segments (segments.list). Add them by their ID."));
        break;
    case ListState::Failed:
        m_hint->say(m_hasList
                        ? tr("The segments could not be read. These are the ones from before.")
                        : tr("The segments could not be read."));
        break;
    case ListState::Unread:
    case ListState::Read:
        m_hint->say({});
        break;
    }
}

void SegmentPicker::fitRows()
{
    const int rows = std::clamp(m_model->totalCount(), fewestRows, mostRows);
    const int rowHeight = std::max(SegmentDelegate::rowHeight, fontMetrics().height() + padding);
    m_pages->setFixedHeight(rows * rowHeight);
}

void SegmentPicker::addSegment(const QString &id, const QString &name)
{
    m_addRow->hide();
    Q_EMIT segmentAdded(id, name);
    // Whoever keeps the workspace has told us of it by now; if not, it is known as chosen.
    std::vector<Choice> added = m_model->added();
    if (std::none_of(
            added.begin(), added.end(), [&id](const Choice &choice) { return choice.id == id; })) {
        added.push_back({.id = id, .label = name});
        m_model->setAdded(added);
    }
    m_filter->clear();
    m_model->choose(id, true);
    m_filter->setFocus(Qt::OtherFocusReason);
}

/// Enter in the filter ticks the first row that can be.
void SegmentPicker::toggleFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (index.flags().testFlag(Qt::ItemIsEnabled)) {
            const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            m_model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return;
        }
    }
}

bool SegmentPicker::handleFilterKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->currentIndex().isValid()) {
            m_list->setCurrentIndex(m_model->index(0));
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_filter->text().isEmpty()) {
            toggleFirst();
        }
        return true;
    case Qt::Key_Escape:
        if (m_filter->text().isEmpty()) {
            return false;
        }
        m_filter->clear();
        return true;
    default:
        return false;
    }
}

bool SegmentPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && !m_filter->text().isEmpty()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress
        && handleFilterKey(static_cast<QKeyEvent *>(event)->key())) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace emberline

#include "segmentpicker.moc"
