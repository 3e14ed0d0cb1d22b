// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/addsegmentrow.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int longestId = 255;

} // namespace

AddSegmentRow::AddSegmentRow(QWidget *parent)
    : QWidget(parent)
    , m_id(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_add(new QPushButton(tr("Add"), this))
{
    m_id->setObjectName(u"segmentIdField"_s);
    m_id->setAccessibleName(tr("Segment ID"));
    m_id->setPlaceholderText(tr("Segment ID"));
    m_id->setMaxLength(longestId);
    m_name->setObjectName(u"segmentNameField"_s);
    m_name->setAccessibleName(tr("Segment name"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMaxLength(longestId);
    m_add->setObjectName(u"addSegmentButton"_s);
    m_add->setAccessibleName(tr("Add segment"));
    m_add->setAutoDefault(false);
    m_add->setEnabled(false);

    constexpr int gap = 8;
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_id, 0, 0, 1, 2);
    layout->addWidget(m_name, 1, 0);
    layout->addWidget(m_add, 1, 1);
    layout->setColumnStretch(0, 1);

    connect(
        m_id, &QLineEdit::textChanged, this, [this] { m_add->setEnabled(!typedId().isEmpty()); });
    connect(m_id, &QLineEdit::returnPressed, this, &AddSegmentRow::submit);
    connect(m_name, &QLineEdit::returnPressed, this, &AddSegmentRow::submit);
    connect(m_add, &QPushButton::clicked, this, &AddSegmentRow::submit);
}

void AddSegmentRow::clear()
{
    m_id->clear();
    m_name->clear();
}

void AddSegmentRow::focusId()
{
    m_id->setFocus(Qt::OtherFocusReason);
}

bool AddSegmentRow::event(QEvent *event)
{
    // Esc leaves this row before it means anything to the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void AddSegmentRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void AddSegmentRow::submit()
{
    const QString id = typedId();
    if (id.isEmpty()) {
        focusId();
        return;
    }
    const QString name = m_name->text().trimmed();
    clear();
    Q_EMIT submitted(id, name.isEmpty() ? id : name);
}

QString AddSegmentRow::typedId() const
{
    return m_id->text().trimmed();
}

} // namespace emberline
