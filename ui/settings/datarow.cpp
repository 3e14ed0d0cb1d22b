// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/datarow.h"

#include "app/core/text.h"
#include "ui/workspace/parts.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QPushButton *button(const QString &name, const QString &text)
{
    auto *made = new QPushButton(text); // a layout takes it over
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

DataRow::DataRow(const QString &workspaceId, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(displayText(name))
    , m_pages(new QStackedWidget)
{
    setObjectName(u"dataRow."_s + workspaceId);
    QLabel *title = plainLabel(m_name, TextRole::Body);
    title->setObjectName(u"dataName"_s);
    title->setWordWrap(true);
    m_pages->addWidget(makeState());
    m_pages->addWidget(makeQuestion());
    m_pages->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(12);
    layout->addWidget(title, 1);
    layout->addWidget(m_pages);
    connect(m_clear, &QPushButton::clicked, this, &DataRow::ask);
    connect(m_keep, &QPushButton::clicked, this, &DataRow::dismiss);
    connect(m_reallyClear, &QPushButton::clicked, this, [this] {
        setClearing();
        Q_EMIT clearRequested();
    });
    setBytes(0);
}

QWidget *DataRow::makeState()
{
    m_size = plainLabel(QString(), TextRole::Body, Tone::Secondary);
    m_size->setObjectName(u"dataSize"_s);
    m_clear = button(u"clearData"_s, tr("&Clear…"));
    //: %1 is the name of a workspace; for screen readers
    m_clear->setAccessibleName(tr("Clear what is kept of %1").arg(m_name));
    auto *page = new QWidget;
    QHBoxLayout *row = rowOf({m_size, m_clear});
    row->insertStretch(0, 1);
    row->setContentsMargins(0, 0, 0, 0);
    page->setLayout(row);
    return page;
}

QWidget *DataRow::makeQuestion()
{
    auto *glyph = new Glyph(16);
    glyph->setGlyph(u"warn"_s, Tone::Warning);
    m_questionText = plainLabel(QString(), TextRole::Body);
    m_questionText->setObjectName(u"clearQuestion"_s);
    m_reallyClear = button(u"reallyClear"_s, tr("Clear"));
    m_reallyClear->setAccessibleName(m_reallyClear->text());
    m_keep = button(u"keepData"_s, tr("Keep"));
    m_keep->setAccessibleName(m_keep->text());
    auto *page = new QWidget;
    QHBoxLayout *row = rowOf({glyph, m_questionText, m_reallyClear, m_keep});
    row->insertStretch(0, 1);
    row->setContentsMargins(0, 0, 0, 0);
    page->setLayout(row);
    return page;
}

void DataRow::setBytes(qint64 bytes)
{
    m_bytes = bytesText(bytes);
    m_size->setText(bytes > 0 ? m_bytes : tr("Nothing kept yet"));
    m_clear->setEnabled(bytes > 0);
    describeQuestion();
}

void DataRow::setClearing()
{
    m_pages->setCurrentIndex(0);
    m_size->setText(tr("Clearing…"));
    m_clear->setEnabled(false);
}

bool DataRow::isAsking() const
{
    return m_pages->currentIndex() == 1;
}

void DataRow::ask()
{
    m_pages->setCurrentIndex(1);
    m_keep->setFocus(Qt::OtherFocusReason);
}

void DataRow::describeQuestion()
{
    //: %1 is an amount of data: "12.3 MB"
    m_questionText->setText(tr("Clear %1?").arg(m_bytes));
    //: %1 is an amount of data, %2 the name of a workspace; for screen readers
    const QString inFull =
        tr("Clear %1 of %2? It can be loaded from Braze again.").arg(m_bytes, m_name);
    m_reallyClear->setAccessibleDescription(inFull);
    m_keep->setAccessibleDescription(inFull);
}

void DataRow::dismiss()
{
    m_pages->setCurrentIndex(0);
    m_clear->setFocus(Qt::OtherFocusReason);
}

} // namespace emberline
