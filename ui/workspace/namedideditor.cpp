// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/namedideditor.h"

#include "ui/theme/icons.h"
#include "ui/workspace/namedidmodel.h"
#include "ui/workspace/parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QPushButton *smallButton(const QString &name, const QString &iconName, const QString &text)
{
    auto *button = new QPushButton(icon(iconName), text); // the row takes it over
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

NamedIdEditor::NamedIdEditor(const Texts &texts, QWidget *parent)
    : QWidget(parent)
    , m_model(new NamedIdModel(texts.idTitle, this))
    , m_view(new QTableView)
    , m_add(smallButton(texts.name + u"Add"_s, u"plus"_s, tr("Add")))
    , m_remove(smallButton(texts.name + u"Remove"_s, u"minus"_s, tr("Remove")))
{
    setObjectName(texts.name);
    m_view->setObjectName(texts.name + u"Table"_s);
    m_view->setAccessibleName(texts.title);
    m_view->setAccessibleDescription(texts.hint);
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed
                            | QAbstractItemView::SelectedClicked);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(28);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setMinimumHeight(28 + 2 * 28);
    m_view->installEventFilter(this);
    m_add->setAccessibleName(tr("Add to %1").arg(texts.title));
    m_remove->setAccessibleName(tr("Remove from %1").arg(texts.title));
    m_remove->setEnabled(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(plainLabel(texts.title, TextRole::Strong));
    head->addStretch(1);
    head->addWidget(m_add);
    head->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addWidget(new FieldHint(texts.hint));
    setTabOrder(m_add, m_remove);
    setTabOrder(m_remove, m_view);

    connect(m_add, &QPushButton::clicked, this, &NamedIdEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &NamedIdEditor::remove);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &NamedIdEditor::report);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &NamedIdEditor::report);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &NamedIdEditor::report);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_remove->setEnabled(m_view->selectionModel()->hasSelection());
    });
}

void NamedIdEditor::setEntries(const std::vector<NamedId> &entries)
{
    m_reported = entries;
    m_model->setEntries(entries);
    m_remove->setEnabled(false);
}

bool NamedIdEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event); // the type says so
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (key->matches(QKeySequence::Delete)) {
            remove();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NamedIdEditor::add()
{
    m_model->append({});
    const QModelIndex index = m_model->index(m_model->rowCount() - 1, NamedIdModel::NameColumn);
    m_view->setCurrentIndex(index);
    m_view->setFocus();
    m_view->edit(index);
}

void NamedIdEditor::remove()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->hasSelection()) {
        m_model->removeRow(current.row());
    }
}

/// Lines of "name TAB id", as a spreadsheet gives them; a line without a tab is an id.
void NamedIdEditor::paste()
{
    constexpr int most = 1'000;
    const QString text = QGuiApplication::clipboard()->text().left(100'000);
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(0, most)) {
        const QString last = line.section(u'\t', -1).trimmed();
        if (!last.isEmpty()) {
            const QString first = line.section(u'\t', 0, 0).trimmed();
            m_model->append({.id = last, .name = line.contains(u'\t') ? first : QString()});
        }
    }
}

void NamedIdEditor::report()
{
    std::vector<NamedId> entries = m_model->entries();
    if (entries != m_reported) {
        m_reported = std::move(entries);
        Q_EMIT edited(m_reported);
    }
}

} // namespace emberline
