// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/datapage.h"

#include "app/core/text.h"
#include "app/history/historyplace.h"
#include "ui/query/framedbox.h"
#include "ui/settings/datarow.h"
#include "ui/workspace/parts.h"

#include <QDir>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int mostRows = 6;

/// Lets the frame's ground through.
QScrollArea *scrollOver(QWidget *content)
{
    auto *scroll = new QScrollArea; // a layout takes it over
    scroll->setObjectName(u"dataScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

QString failureText(const std::optional<HistoryTrouble> &trouble, const QString &name)
{
    if (!trouble) {
        return DataPage::tr("What is kept of %1 could not be cleared in full.").arg(name);
    }
    switch (*trouble) {
    case HistoryTrouble::Busy:
        return DataPage::tr("What is kept of %1 could not be cleared: another Emberline is using "
                            "it. Try again in a moment.")
            .arg(name);
    case HistoryTrouble::ReadOnly:
        return DataPage::tr("What is kept of %1 could not be cleared: its file cannot be written "
                            "to.")
            .arg(name);
    case HistoryTrouble::Full:
        return DataPage::tr("What is kept of %1 could not be cleared: the disk is full.").arg(name);
    case HistoryTrouble::NewerVersion:
        return DataPage::tr("What is kept of %1 was written by a newer Emberline. Clear it there.")
            .arg(name);
    case HistoryTrouble::Quarantined:
    case HistoryTrouble::Unusable:
        break;
    }
    return DataPage::tr("What is kept of %1 could not be cleared: its file cannot be used.")
        .arg(name);
}

} // namespace

DataPage::DataPage(KeptData kept, QWidget *parent)
    : QWidget(parent)
    , m_kept(std::move(kept))
{
    QLabel *about = plainLabel(tr("What was loaded is kept on this computer: it is there at once "
                                  "the next time, and without a network. Keys are not among it."),
                               TextRole::Body,
                               Tone::Secondary);
    about->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(about);
    layout->addSpacing(8);
    layout->addWidget(makeList());
    layout->addSpacing(8);
    layout->addWidget(makeFacts());
    layout->addStretch(1);
    for (const Workspace &workspace : m_kept.workspaces) {
        measure(workspace.id);
    }
}

DataPage::~DataPage() = default;

QWidget *DataPage::makeList()
{
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    int height = 0;
    for (const Workspace &workspace : m_kept.workspaces) {
        if (!m_rows.empty()) {
            rows->addWidget(new Hairline(Hairline::Strength::Inner));
        }
        auto *row = new DataRow(workspace.id, workspace.name);
        rows->addWidget(row);
        connect(row, &DataRow::clearRequested, this, [this, id = workspace.id] { clear(id); });
        m_rows[workspace.id] = row;
        if (m_rows.size() <= mostRows) {
            height += row->sizeHint().height() + 1;
        }
    }
    if (m_rows.empty()) {
        QLabel *none = plainLabel(
            tr("There is no workspace yet, and nothing is kept."), TextRole::Body, Tone::Secondary);
        none->setObjectName(u"noData"_s);
        none->setMargin(12);
        rows->addWidget(none);
        height = none->sizeHint().height();
    }
    rows->addStretch(1);
    auto *frame = new FramedBox;
    frame->setObjectName(u"dataList"_s);
    frame->setAccessibleName(tr("Kept of each workspace"));
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    QScrollArea *scroll = scrollOver(content);
    scroll->setFixedHeight(height);
    inside->addWidget(scroll);
    return frame;
}

QWidget *DataPage::makeFacts()
{
    m_total = plainLabel(QString(), TextRole::Strong);
    m_total->setObjectName(u"dataTotal"_s);
    // A field, not a label: a long path can be scrolled and copied as a whole.
    auto *folder = new QLineEdit(m_kept.folder.isEmpty()
                                     ? tr("Nothing is kept this time")
                                     : displayText(QDir::toNativeSeparators(m_kept.folder)));
    folder->setObjectName(u"dataFolder"_s);
    folder->setAccessibleName(tr("Folder"));
    folder->setReadOnly(true);
    folder->setCursorPosition(0);
    auto *place = new QWidget;
    auto *grid = new QGridLayout(place);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->addWidget(plainLabel(tr("Total"), TextRole::Body), 0, 0);
    grid->addWidget(m_total, 0, 1);
    QLabel *label = plainLabel(tr("Folder"), TextRole::Body);
    label->setBuddy(folder);
    grid->addWidget(label, 1, 0);
    grid->addWidget(folder, 1, 1);
    grid->setColumnStretch(1, 1);
    m_total->setText(bytesText(0));
    return place;
}

History *DataPage::openHistoryOf(const QString &workspaceId) const
{
    return workspaceId == m_kept.openId ? m_kept.openHistory.data() : nullptr;
}

void DataPage::measure(const QString &workspaceId)
{
    if (m_kept.folder.isEmpty()) {
        return;
    }
    setBytes(workspaceId, historyBytes(m_kept.folder, workspaceId));
    if (History *history = openHistoryOf(workspaceId)) {
        // What is on its way to the disk counts, too.
        HistorySize *size = history->size(this);
        connect(size, &HistorySize::finished, this, [this, size, workspaceId](qint64 /*bytes*/) {
            size->deleteLater();
            setBytes(workspaceId, historyBytes(m_kept.folder, workspaceId));
        });
    }
}

void DataPage::setBytes(const QString &workspaceId, qint64 bytes)
{
    m_bytes[workspaceId] = bytes;
    m_rows.at(workspaceId)->setBytes(bytes);
    const qint64 total = std::accumulate(
        m_bytes.begin(), m_bytes.end(), qint64{0}, [](qint64 sum, const auto &entry) {
            return sum + entry.second;
        });
    m_total->setText(bytesText(total));
}

void DataPage::clear(const QString &workspaceId)
{
    Q_EMIT problemChanged({});
    auto *clearing = new HistoryClearing(
        m_kept.folder, workspaceId, openHistoryOf(workspaceId), this); // a child
    connect(clearing,
            &HistoryClearing::finished,
            this,
            [this, clearing, workspaceId](const ClearingOutcome &outcome) {
                clearing->deleteLater();
                endClearing(workspaceId, outcome);
            });
}

void DataPage::endClearing(const QString &workspaceId, const ClearingOutcome &outcome)
{
    measure(workspaceId);
    if (!outcome.ok) {
        const auto workspace = std::find_if(
            m_kept.workspaces.begin(), m_kept.workspaces.end(), [&](const Workspace &one) {
                return one.id == workspaceId;
            });
        Q_EMIT problemChanged(failureText(outcome.trouble, displayText(workspace->name)));
    }
}

bool DataPage::dismissQuestion()
{
    const auto asking = std::find_if(
        m_rows.begin(), m_rows.end(), [](const auto &entry) { return entry.second->isAsking(); });
    if (asking == m_rows.end()) {
        return false;
    }
    asking->second->dismiss();
    return true;
}

} // namespace emberline
