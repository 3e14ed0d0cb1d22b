// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/requestsview.h"

#include "app/export/curlcommand.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/toast.h"
#include "ui/table/tableview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/window/viewcontroller.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int titleGap = 4; ///< above and below the buttons: a dock asks its title for a hint only
constexpr int usualHeight = 220;
constexpr int leastHeight = 84; ///< of the table: header and two rows

constexpr std::array<int, RequestListModel::ColumnCount> columnWidths{
    144, 144, 72, 96, 88, 640, 280};

QToolButton *makeButton(QAction *action, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                       : Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(action->text());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void copy(const QStringList &lines)
{
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

} // namespace

RequestsView::RequestsView(ViewController &controller, QMainWindow *window)
    : QDockWidget(tr("Requests"), window)
    , m_window(window)
    , m_model(new RequestListModel(this))
    , m_proxy(new RequestListProxy(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"clock"_s, tr("No requests"), m_stack))
    , m_table(new TableView(m_stack))
    , m_count(new QLabel(this))
{
    setObjectName(u"requestsDock"_s);
    setAccessibleName(tr("Requests"));
    setFeatures(QDockWidget::DockWidgetClosable);
    setAllowedAreas(Qt::BottomDockWidgetArea);
    makeTable();
    makeActions();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_stack->setMinimumHeight(leastHeight);
    m_stack->setAutoFillBackground(true);
    m_stack->setBackgroundRole(QPalette::Base);
    setTitleBarWidget(makeTitle());
    setWidget(m_stack);
    connectModel();
    connectController(controller);
    clear(tr("Everything on screen came from this computer."));

    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->addDockWidget(Qt::BottomDockWidgetArea, this);
    window->resizeDocks({this}, {usualHeight}, Qt::Vertical);
    hide();
}

void RequestsView::makeTable()
{
    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(u"requestsTable"_s);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RequestListModel::TimeColumn, Qt::DescendingOrder);
    for (int column = 0; column < RequestListModel::ColumnCount; ++column) {
        const auto usual = columnWidths.at(static_cast<std::size_t>(column));
        const int title = m_table->horizontalHeader()->sectionSizeHint(column);
        m_table->setColumnWidth(column, std::max(usual, title));
    }
}

QAction *RequestsView::addViewAction(const QString &name, const QString &text)
{
    auto *action = new QAction(text, m_table);
    action->setObjectName(name);
    m_table->addAction(action);
    return action;
}

void RequestsView::makeActions()
{
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->installEventFilter(this);
    m_copyCommand = addViewAction(u"copyCommand"_s, tr("Copy as cURL"));
    m_copyCommand->setIcon(icon(u"copy"_s));
    m_copyCommand->setShortcut(QKeySequence::Copy);
    m_copyCommand->setShortcutContext(Qt::WidgetWithChildrenShortcut); // table and chart copy, too
    m_copyId = addViewAction(u"copyRequestId"_s, tr("Copy X-Request-Id"));
    m_clear = addViewAction(u"clearRequests"_s, tr("Clear"));
    connect(m_copyCommand, &QAction::triggered, this, [this] {
        const QStringList commands = selectedCommands();
        copy(commands);
        const int count = static_cast<int>(commands.size());
        if (count > 0) {
            auto *toast = new Toast(
                u"check"_s,
                tr("Copied %n commands. Put the key into $BRAZE_API_KEY to run them.",
                   nullptr,
                   count),
                m_window->centralWidget()); // its child; deletes itself
            toast->show();
            toast->raise();
        }
    });
    connect(m_copyId, &QAction::triggered, this, [this] { copy(selectedIds()); });
    connect(m_clear, &QAction::triggered, this, [this] {
        clear(tr("What is asked of Braze from now on will stand here."));
    });
}

QWidget *RequestsView::makeTitle()
{
    auto *title = new QWidget(this);
    auto *name = new QLabel(tr("Requests"), title);
    name->setTextFormat(Qt::PlainText);
    name->setFont(fontOf(TextRole::Strong));
    m_count->setObjectName(u"requestsCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setFont(fontOf(TextRole::Secondary));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *close = new QToolButton(title);
    close->setObjectName(u"closeRequestsButton"_s);
    close->setAccessibleName(tr("Hide the requests"));
    close->setToolTip(tr("Hide the requests"));
    close->setIcon(icon(u"cross"_s, IconRole::Quiet));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *layout = new QHBoxLayout(title);
    layout->setContentsMargins(16, titleGap, 12, titleGap);
    layout->setSpacing(8);
    layout->addWidget(name);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(makeButton(m_copyCommand, u"copyCommandButton"_s, title));
    layout->addWidget(makeButton(m_copyId, u"copyRequestIdButton"_s, title));
    layout->addWidget(makeButton(m_clear, u"clearRequestsButton"_s, title));
    layout->addWidget(close);
    return title;
}

void RequestsView::connectModel()
{
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RequestsView::showCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RequestsView::showCount);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, this, &RequestsView::enableActions);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &RequestsView::enableActions);
}

void RequestsView::connectController(ViewController &controller)
{
    connect(&controller, &ViewController::workspaceOpened, this, [this, &controller] {
        begin(controller);
    });
    connect(&controller, &ViewController::closed, this, [this] {
        clear(tr("Everything on screen came from this computer."));
    });
    connect(&controller, &ViewController::workspaceChanged, this, [this, &controller] {
        m_model->setZone(controller.workspace().zone);
    });
    connect(&controller, &ViewController::requestFinished, m_model, &RequestListModel::add);
    connect(&controller, &ViewController::bucketsRead, m_model, &RequestListModel::setBuckets);
}

/// A session counts its requests from the start.
void RequestsView::begin(const ViewController &controller)
{
    clear(tr("Everything on screen came from this computer."));
    m_endpoint = controller.workspace().endpoint;
    m_model->setZone(controller.workspace().zone);
}

void RequestsView::clear(const QString &reason)
{
    m_empty->setText(reason);
    m_model->clear();
}

void RequestsView::showCount()
{
    const int count = m_model->rowCount();
    const QString number = QLocale().toString(count);
    m_count->setText(count < RequestListModel::mostRecords ? number
                                                           : tr("the newest %1").arg(number));
    m_count->setVisible(count > 0);
    QWidget *shown = count > 0 ? static_cast<QWidget *>(m_table) : m_empty;
    m_stack->setCurrentWidget(shown);
    m_clear->setEnabled(count > 0);
}

void RequestsView::enableActions()
{
    m_copyCommand->setEnabled(!selectedCommands().isEmpty());
    m_copyId->setEnabled(!selectedIds().isEmpty());
}

void RequestsView::setShown(bool shown)
{
    setVisible(shown);
    if (shown && m_table->isVisibleTo(this)) {
        m_table->setFocus();
    }
}

bool RequestsView::eventFilter(QObject *watched, QEvent *event)
{
    const bool copies = event->type() == QEvent::KeyPress
                     && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy);
    return (watched == m_table && copies) || QDockWidget::eventFilter(watched, event);
}

std::vector<RequestRecord> RequestsView::selected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return a.row() < b.row();
    });
    std::vector<RequestRecord> records;
    records.reserve(static_cast<std::size_t>(rows.size()));
    for (const QModelIndex &row : rows) {
        records.push_back(m_model->record(m_proxy->mapToSource(row).row()));
    }
    return records;
}

QStringList RequestsView::selectedCommands() const
{
    QStringList commands;
    for (const RequestRecord &record : selected()) {
        const QString command = curlCommand(record, m_endpoint);
        if (!command.isEmpty()) {
            commands.append(command);
        }
    }
    return commands;
}

QStringList RequestsView::selectedIds() const
{
    QStringList ids;
    for (const RequestRecord &record : selected()) {
        if (!record.requestId.isEmpty()) {
            ids.append(record.requestId);
        }
    }
    return ids;
}

} // namespace emberline
