// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/fieldgrid.h"

#include <QLabel>
#include <QVBoxLayout>

namespace emberline {

namespace {

constexpr int rowGap = 8;
constexpr int hintGap = 4;

} // namespace

FieldGrid::FieldGrid(QWidget *parent, int labelWidth)
    : QGridLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setVerticalSpacing(rowGap);
    setHorizontalSpacing(0);
    setColumnMinimumWidth(0, labelWidth);
    setColumnStretch(1, 1);
}

void FieldGrid::addField(const QString &label, QWidget *field, const QList<QWidget *> &below)
{
    auto *text = new QLabel(label, parentWidget());
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(field);
    text->setMinimumHeight(field->sizeHint().height());
    auto *cell = new QVBoxLayout; // the grid's
    cell->setSpacing(hintGap);
    cell->addWidget(field);
    for (QWidget *widget : below) {
        cell->addWidget(widget);
    }
    addWidget(text, m_rows, 0, Qt::AlignTop);
    addLayout(cell, m_rows, 1);
    ++m_rows;
}

} // namespace emberline
