// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablebar.h"

#include "ui/table/tablepainting.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int barHeight = 40;
constexpr int leastFilter = 96;
constexpr int widestFilter = 184;

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TableBar::TableBar(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(u"tableTitle"_s, this))
    , m_count(makeLabel(u"tableCount"_s, this))
    , m_filter(new QLineEdit(this))
    , m_copy(new QPushButton(icon(u"copy"_s), {}, this))
    , m_export(new QPushButton(icon(u"save"_s), {}, this))
    , m_fold(new QToolButton(this))
{
    setObjectName(u"tableBar"_s);
    setFixedHeight(qMax(barHeight, fontMetrics().height() + 20));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(table::inset, 0, table::padding, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_export);
    layout->addWidget(m_fold);

    QFont titleFont = font();
    titleFont.setWeight(QFont::DemiBold);
    m_title->setFont(titleFont);
    m_count->setFont(table::secondaryFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_filter->setObjectName(u"tableFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(leastFilter);
    m_filter->setMaximumWidth(widestFilter);
    m_filter->addAction(icon(u"filter"_s, IconRole::Quiet), QLineEdit::LeadingPosition);
    m_copy->setObjectName(u"tableCopyButton"_s);
    m_export->setObjectName(u"tableExportButton"_s);
    m_fold->setObjectName(u"tableFoldButton"_s);
    m_fold->setAutoRaise(true);
    m_fold->setIconSize({16, 16});
    connect(m_filter, &QLineEdit::textChanged, this, &TableBar::filterChanged);
    connect(m_copy, &QPushButton::clicked, this, &TableBar::copyAsked);
    connect(m_export, &QPushButton::clicked, this, &TableBar::exportAsked);
    connect(m_fold, &QToolButton::clicked, this, &TableBar::foldAsked);
    retranslate();
    setCount({});
}

void TableBar::setCount(const QString &text)
{
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    m_copy->setEnabled(!text.isEmpty());
    m_export->setEnabled(!text.isEmpty());
}

void TableBar::setFolded(bool folded)
{
    m_folded = folded;
    m_filter->setVisible(!folded);
    retranslate();
}

void TableBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void TableBar::retranslate()
{
    m_title->setText(tr("Table"));
    m_filter->setPlaceholderText(tr("Filter rows"));
    m_filter->setAccessibleName(tr("Filter rows"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the selected cells, or else the whole table"));
    m_copy->setToolTip(m_copy->accessibleName());
    m_export->setText(tr("Export table…"));
    m_export->setAccessibleName(tr("Export the table"));
    const QString fold = m_folded ? tr("Show the table") : tr("Hide the table");
    m_fold->setIcon(icon(m_folded ? u"chev-u"_s : u"chev-d"_s, IconRole::Quiet));
    m_fold->setAccessibleName(fold);
    m_fold->setToolTip(fold);
}

} // namespace emberline
