// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspacesdialog.h"

#include "app/core/text.h"
#include "app/workspace/endpoint.h"
#include "ui/feedback/storesentences.h"
#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/workspace/dialogproblem.h"
#include "ui/workspace/namedideditor.h"
#include "ui/workspace/parts.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int inset = 20;
constexpr int idRole = Qt::UserRole;
constexpr int longestName = 100;

/// Shows names without control characters, edits them as they are.
class NameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant &value,
                                      const QLocale & /*locale*/) const override
    {
        return emberline::displayText(value.toString());
    }
};

QPushButton *button(const QString &name, const QString &text)
{
    auto *made = new QPushButton(text); // a layout takes it over
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

} // namespace

WorkspacesDialog::WorkspacesDialog(QWidget *parent)
    : SheetDialog(parent)
{
    setObjectName(u"workspacesDialog"_s);
    setWindowTitle(tr("Workspaces"));
    auto *body = new QHBoxLayout;
    body->setContentsMargins(inset, inset, inset, inset);
    body->setSpacing(inset);
    body->addWidget(makeList());
    body->addWidget(makeDetails(), 1);
    body->addWidget(makeEmptyPlace(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    m_problem = new DialogProblem;
    layout->addWidget(m_problem);
    layout->addWidget(new Hairline(Hairline::Strength::Area));
    layout->addWidget(makeFooter());
    resize(800, 560);
    wire();
    showCurrent();
}

/// Hiding commits what is being typed: while the members are still there.
WorkspacesDialog::~WorkspacesDialog()
{
    hide();
}

QWidget *WorkspacesDialog::makeList()
{
    m_list = new QListWidget;
    m_list->setObjectName(u"workspaceList"_s);
    m_list->setAccessibleName(tr("Workspaces"));
    m_list->setItemDelegate(new NameDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_listHint = new FieldHint(QString());
    m_add = button(u"addWorkspace"_s, tr("&Add…"));
    m_add->setIcon(icon(u"plus"_s));
    m_add->setAccessibleName(tr("Add a workspace"));
    auto *place = new QWidget;
    place->setFixedWidth(224);
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_listHint);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    return place;
}

QWidget *WorkspacesDialog::makeDetails()
{
    m_title = plainLabel(QString(), TextRole::SmallTitle);
    m_title->setObjectName(u"workspaceTitle"_s);
    m_title->setWordWrap(true);
    m_connection = plainLabel(QString(), TextRole::Body, Tone::Secondary);
    m_connection->setObjectName(u"workspaceConnection"_s);
    m_connection->setWordWrap(true);
    m_rename = button(u"renameWorkspace"_s, tr("&Rename"));
    m_edit = button(u"editConnection"_s, tr("&Edit connection…"));
    m_delete = button(u"deleteWorkspace"_s, tr("&Delete…"));
    QHBoxLayout *actions = rowOf({m_rename, m_edit, m_delete});
    actions->addStretch(1);
    m_apps = new NamedIdEditor(
        {.name = u"apps"_s,
         .title = tr("Apps"),
         .idTitle = tr("App ID"),
         .hint = tr("In Braze under Settings, APIs and Identifiers: App identifiers. No call lists "
                    "them.")});
    m_segments = new NamedIdEditor(
        {.name = u"segments"_s,
         .title = tr("Segments by ID"),
         .idTitle = tr("Segment ID"),
         .hint = tr("For a key without segments.list. In Braze under Settings, APIs and "
                    "Identifiers: Segment identifiers.")});
    m_details = new QWidget;
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_connection);
    layout->addSpacing(8);
    layout->addLayout(actions);
    layout->addWidget(makeQuestion());
    layout->addSpacing(12);
    layout->addWidget(m_apps, 1);
    layout->addSpacing(12);
    layout->addWidget(m_segments, 1);
    return m_details;
}

QWidget *WorkspacesDialog::makeQuestion()
{
    m_question = new QWidget;
    m_question->setObjectName(u"deleteQuestion"_s);
    auto *glyph = new Glyph(16);
    glyph->setGlyph(u"warn"_s, Tone::Warning);
    m_questionText = plainLabel(QString(), TextRole::Body);
    m_questionText->setObjectName(u"deleteQuestionText"_s);
    m_questionText->setWordWrap(true);
    m_reallyDelete = button(u"reallyDelete"_s, tr("Delete"));
    m_keep = button(u"keepWorkspace"_s, tr("Keep"));
    QHBoxLayout *row = rowOf({glyph, m_questionText, m_reallyDelete, m_keep});
    row->setStretch(1, 1);
    row->setContentsMargins(0, 8, 0, 0);
    m_question->setLayout(row);
    m_question->hide();
    return m_question;
}

QWidget *WorkspacesDialog::makeEmptyPlace()
{
    m_emptyPlace = new QWidget;
    auto *layout = new QVBoxLayout(m_emptyPlace);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(plainLabel(tr("No workspace yet"), TextRole::SmallTitle));
    QLabel *text = plainLabel(
        tr("Connect to Braze to see your own events."), TextRole::Body, Tone::Secondary);
    text->setWordWrap(true);
    layout->addWidget(text);
    layout->addStretch(1);
    return m_emptyPlace;
}

QWidget *WorkspacesDialog::makeFooter()
{
    constexpr int footerHeight = 60;
    m_close = button(u"closeWorkspaces"_s, tr("&Close"));
    m_open = button(u"openWorkspace"_s, tr("&Open"));
    m_open->setDefault(true);
    setButtonKind(m_open, ButtonKind::Primary);
    auto *footer = new QWidget;
    footer->setMinimumHeight(footerHeight);
    QHBoxLayout *row = rowOf({m_close, m_open});
    row->insertStretch(0, 1);
    row->setContentsMargins(inset, 0, inset, 0);
    footer->setLayout(row);
    return footer;
}

void WorkspacesDialog::wire()
{
    connect(m_list, &QListWidget::currentItemChanged, this, &WorkspacesDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &WorkspacesDialog::rename);
    connect(m_add, &QPushButton::clicked, this, &WorkspacesDialog::connectRequested);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        m_list->setFocus();
        m_list->editItem(m_list->currentItem());
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const Workspace *workspace = current()) {
            const QString id = workspace->id;
            Q_EMIT editRequested(id);
        }
    });
    connect(m_delete, &QPushButton::clicked, this, &WorkspacesDialog::askToDelete);
    connect(m_reallyDelete, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_apps, &NamedIdEditor::edited, this, [this](const std::vector<NamedId> &entries) {
        change([&entries](Workspace &workspace) { workspace.apps = entries; });
    });
    connect(m_segments, &NamedIdEditor::edited, this, [this](const std::vector<NamedId> &entries) {
        change([&entries](Workspace &workspace) { workspace.segments = entries; });
    });
    connect(m_close, &QPushButton::clicked, this, [this] { done(QDialog::Rejected); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Workspace *workspace = current()) {
            const QString id = workspace->id;
            done(QDialog::Accepted);
            Q_EMIT openRequested(id);
        }
    });
}

void WorkspacesDialog::setWorkspaces(const std::vector<Workspace> &workspaces)
{
    const Workspace *before = current();
    const QString kept = before == nullptr ? QString() : before->id;
    m_workspaces = workspaces;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Workspace &workspace : m_workspaces) {
            auto *item = new QListWidgetItem(workspace.name, m_list); // the list owns it
            item->setData(idRole, workspace.id);
            if (!workspace.isDemo()) {
                item->setFlags(item->flags() | Qt::ItemIsEditable);
            }
        }
        m_list->setCurrentRow(m_workspaces.empty() ? -1 : 0);
    }
    setCurrent(kept);
    showCurrent();
}

void WorkspacesDialog::setCurrent(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(idRole).toString() == id) {
            m_list->setCurrentRow(row);
        }
    }
}

void WorkspacesDialog::showProblem(const Message &message)
{
    m_problem->tell(message);
}

void WorkspacesDialog::reject()
{
    if (m_question->isVisibleTo(this)) {
        answer(false);
        return;
    }
    done(QDialog::Rejected);
}

const Workspace *WorkspacesDialog::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= static_cast<int>(m_workspaces.size())
             ? nullptr
             : &m_workspaces.at(static_cast<std::size_t>(row));
}

void WorkspacesDialog::showCurrent()
{
    const Workspace *workspace = current();
    m_question->hide();
    m_problem->clear();
    m_listHint->setProblem({});
    m_details->setVisible(workspace != nullptr);
    m_emptyPlace->setVisible(workspace == nullptr);
    m_open->setEnabled(workspace != nullptr);
    if (workspace == nullptr) {
        return;
    }
    const bool own = !workspace->isDemo();
    const QString instance = instanceName(workspace->endpoint);
    const QString host = displayText(workspace->endpoint.host());
    m_title->setText(displayText(workspace->name));
    m_connection->setText(!own ? tr("Sample data on this computer. Nothing is sent anywhere.")
                          : instance.isEmpty() ? host
                                               : tr("%1 (%2)").arg(host, instance));
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_rename, m_edit, m_delete, m_apps, m_segments}) {
        widget->setVisible(own);
    }
    m_apps->setEntries(workspace->apps);
    m_segments->setEntries(workspace->segments);
}

QString WorkspacesDialog::nameProblem(const Workspace &workspace, const QString &name) const
{
    if (name.isEmpty()) {
        return sentenceFor(NameProblem::Empty);
    }
    const bool taken = std::any_of(
        m_workspaces.begin(), m_workspaces.end(), [&](const Workspace &other) {
            return other.id != workspace.id && other.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    if (name.compare(u"demo"_s, Qt::CaseInsensitive) == 0) {
        return sentenceFor(NameProblem::Reserved);
    }
    return taken ? sentenceFor(NameProblem::Taken) : QString();
}

void WorkspacesDialog::rename(QListWidgetItem *item)
{
    const auto row = static_cast<std::size_t>(m_list->row(item));
    if (row >= m_workspaces.size() || item->text() == m_workspaces.at(row).name) {
        return;
    }
    const QString name = item->text().trimmed().left(longestName);
    Workspace &workspace = m_workspaces.at(row);
    const QString problem = nameProblem(workspace, name);
    if (problem.isEmpty()) {
        workspace.name = name;
    }
    {
        const QSignalBlocker quiet(m_list);
        item->setText(workspace.name);
    }
    showCurrent();
    m_listHint->setProblem(problem);
    if (problem.isEmpty()) {
        const Workspace edited = workspace; // who hears it may hand in new ones
        Q_EMIT workspaceEdited(edited);
    }
}

void WorkspacesDialog::change(const std::function<void(Workspace &)> &edit)
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_workspaces.size())) {
        Workspace &workspace = m_workspaces.at(static_cast<std::size_t>(row));
        edit(workspace);
        const Workspace edited = workspace; // who hears it may hand in new ones
        Q_EMIT workspaceEdited(edited);
    }
}

void WorkspacesDialog::askToDelete()
{
    const Workspace *workspace = current();
    if (workspace == nullptr || workspace->isDemo()) {
        return;
    }
    const QString name = displayText(workspace->name);
    m_questionText->setText(workspace->keyPlace == KeyPlace::None
                                ? tr("Delete %1?").arg(name)
                                : tr("Delete %1 and its key?").arg(name));
    m_reallyDelete->setAccessibleDescription(m_questionText->text());
    m_keep->setAccessibleDescription(m_questionText->text());
    m_question->show();
    m_keep->setFocus(Qt::OtherFocusReason);
}

void WorkspacesDialog::answer(bool remove)
{
    m_question->hide();
    const Workspace *workspace = current();
    if (workspace == nullptr || !remove) {
        m_delete->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString id = workspace->id;
    std::vector<Workspace> left = m_workspaces;
    left.erase(left.begin() + m_list->currentRow());
    setWorkspaces(left);
    m_list->setFocus(Qt::OtherFocusReason);
    Q_EMIT workspaceRemoved(id);
}

} // namespace emberline

#include "workspacesdialog.moc"
