// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelplate.h"

#include "ui/feedback/messagetext.h"
#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int iconExtent = 16;
constexpr int beside = 16; ///< left and right of it, in the plot
constexpr qreal radius = 6;

} // namespace

PanelPlate::PanelPlate(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new MessageText(this))
    , m_retry(new QPushButton(labelOf(MessageAction::RetryFailed), this))
{
    setObjectName(u"panelPlate"_s);
    m_text->setObjectName(u"panelPlateText"_s);
    m_retry->setObjectName(u"retryPanel"_s);
    m_retry->setAccessibleName(m_retry->text());
    m_retry->setAutoDefault(false);
    setButtonKind(m_retry, ButtonKind::Secondary);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addSpacing(4);
    layout->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, &PanelPlate::retryAsked);
}

void PanelPlate::setMessage(const Message &message)
{
    if (m_message == message) {
        return;
    }
    m_message = message;
    m_text->setContent(message.text, message.bold);
    setAccessibleName(message.text);
    tint();
}

void PanelPlate::placeIn(const QRect &plot)
{
    const int width = std::max(0, std::min(plot.width() - 2 * beside, sizeHint().width()));
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : sizeHint().height();
    QRect rect(0, 0, width, height);
    rect.moveCenter(plot.center());
    setGeometry(rect);
}

void PanelPlate::tint()
{
    const Tokens &tokens = tokensFor(palette());
    const MessageColors &colors = m_message.kind == MessageKind::Error ? tokens.error
                                : m_message.kind == MessageKind::Info  ? tokens.info
                                                                       : tokens.warning;
    m_icon->setPixmap(iconPixmap(m_message.icon, iconExtent, devicePixelRatioF(), colors.icon));
}

void PanelPlate::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void PanelPlate::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(palette());
    painter.setPen(QPen(tokens.hairline, 1));
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace emberline
