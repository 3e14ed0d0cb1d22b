// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/endpointcombo.h"

#include "app/workspace/endpoint.h"
#include "ui/theme/tokens.h"
#include "ui/workspace/parts.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int gap = 12;
constexpr int textInset = 3; // QLineEdit keeps 2 px, and 1 px for the cursor
constexpr int instanceRole = Qt::UserRole;

/// "rest.iad-01.braze.com  US-01", the second part greyed.
class InstanceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString host = index.data(Qt::DisplayRole).toString();
        const int used = option.fontMetrics.horizontalAdvance(host) + 2 * gap;
        painter->save();
        painter->setPen(tokensFor(option.palette).text2);
        painter->drawText(option.rect.adjusted(used, 0, -gap, 0),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          index.data(instanceRole).toString());
        painter->restore();
    }
};

} // namespace

EndpointCombo::EndpointCombo(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(15);
    for (const Instance &instance : instances()) {
        const QString host = instance.host;
        const QString name = instance.name;
        addItem(host);
        setItemData(count() - 1, name, instanceRole);
        setItemData(count() - 1, QString(host + u", "_s + name), Qt::AccessibleTextRole);
    }
    view()->setItemDelegate(new InstanceDelegate(view()));
    setCurrentIndex(-1);
    lineEdit()->setPlaceholderText(tr("Choose your instance, or type its host"));
    lineEdit()->setMaxLength(500);

    auto *completer = new QCompleter(model(), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);

    m_instance = plainLabel(QString(), TextRole::Body, Tone::Secondary);
    m_instance->setParent(lineEdit());
    m_instance->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(lineEdit(), &QLineEdit::textChanged, this, &EndpointCombo::placeInstance);
}

void EndpointCombo::setEndpoint(const QUrl &endpoint)
{
    const bool plain = endpoint.scheme() == u"https" && endpoint.port() == -1;
    setEditText(plain ? endpoint.host() : endpoint.toString());
}

void EndpointCombo::resizeEvent(QResizeEvent *event)
{
    QComboBox::resizeEvent(event);
    placeInstance();
}

void EndpointCombo::placeInstance()
{
    const QString text = lineEdit()->text();
    const EndpointReading reading = endpointFromText(text);
    m_instance->setText(reading.problem ? QString() : instanceName(reading.url));
    m_instance->adjustSize();
    const int left = textInset + lineEdit()->textMargins().left()
                   + lineEdit()->fontMetrics().horizontalAdvance(text) + gap;
    m_instance->setGeometry(left, 0, m_instance->width(), lineEdit()->height());
}

} // namespace emberline

#include "endpointcombo.moc"
