// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/toast.h"

#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPropertyAnimation>
#include <QPushButton>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int shadow = 12; ///< room around the plate
constexpr int plateHeight = 44;
constexpr int inset = 16;
constexpr int distance = 16; ///< from the bottom of the parent
constexpr int fade = 120;

} // namespace

Toast::Toast(QString icon, const QString &text, QWidget *parent, std::chrono::milliseconds duration)
    : QWidget(parent)
    , m_icon(std::move(icon))
    , m_timer(this)
{
    setObjectName(u"toast"_s);
    setAccessibleName(text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        shadow + inset + paint::iconSize + 12, shadow, shadow + inset, shadow);
    layout->setSpacing(8);
    auto *label = new QLabel(this);
    label->setObjectName(u"toastText"_s);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setForegroundRole(QPalette::WindowText); // on a page that is a base it would be Text
    label->setMinimumHeight(plateHeight);
    layout->addWidget(label);
    takeColors();
    m_timer.setSingleShot(true);
    m_timer.setInterval(duration);
    connect(&m_timer, &QTimer::timeout, this, &Toast::finish);
    parent->installEventFilter(this);
    hide();
}

QPushButton *Toast::setAction(const QString &text)
{
    m_action = new QPushButton(text, this);
    m_action->setObjectName(u"toastAction"_s);
    m_action->setAccessibleName(text);
    m_action->setAutoDefault(false);
    setButtonKind(m_action, ButtonKind::Quiet);
    QFont font = m_action->font();
    font.setWeight(QFont::DemiBold);
    m_action->setFont(font);
    m_action->installEventFilter(this);
    layout()->addWidget(m_action);
    layout()->setContentsMargins(shadow + inset + paint::iconSize + 12, shadow, shadow + 4, shadow);
    connect(m_action, &QPushButton::clicked, this, [this] {
        Q_EMIT actionTriggered();
        finish();
    });
    return m_action;
}

void Toast::takeColors()
{
    if (m_coloring) {
        return;
    }
    m_coloring = true; // setPalette() is a change of palette, too
    const Tokens &tokens = tokensFor(QApplication::palette());
    QPalette inverse = QApplication::palette();
    inverse.setColor(QPalette::Window, tokens.toast);
    inverse.setColor(QPalette::WindowText, tokens.onToast);
    inverse.setColor(QPalette::Link, tokens.toastAction);
    setPalette(inverse);
    // Said to the words themselves: what a palette hands down is only what differs from the
    // window's.
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (QLabel *label : labels) {
        label->setPalette(inverse);
    }
    m_coloring = false;
}

void Toast::place()
{
    adjustSize();
    const QRect around = parentWidget()->rect();
    move((around.width() - width()) / 2, around.bottom() + 1 - distance + shadow - height());
}

void Toast::hold()
{
    m_timer.stop();
}

void Toast::release()
{
    const bool wanted = underMouse() || (m_action != nullptr && m_action->hasFocus());
    if (!wanted && isVisible() && !m_finished) {
        m_timer.start();
    }
}

void Toast::finish()
{
    if (m_finished) {
        return;
    }
    m_finished = true;
    m_timer.stop();
    Q_EMIT finished();
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0) {
        hide();
        deleteLater();
        return;
    }
    auto *opacity = new QGraphicsOpacityEffect(this);
    setGraphicsEffect(opacity);
    auto *animation = new QPropertyAnimation(opacity, "opacity", this);
    animation->setDuration(fade);
    animation->setEasingCurve(QEasingCurve::OutQuad);
    animation->setStartValue(1.0);
    animation->setEndValue(0.0);
    connect(animation, &QPropertyAnimation::finished, this, &QObject::deleteLater);
    animation->start();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        place();
    } else if (watched == m_action && event->type() == QEvent::FocusIn) {
        hold();
    } else if (watched == m_action && event->type() == QEvent::FocusOut) {
        release();
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    hold();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    release();
}

void Toast::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        takeColors();
    }
}

void Toast::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(QApplication::palette());
    QPainter painter(this);
    const QRectF plate = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    constexpr qreal corner = 6;
    constexpr int drop = 2;
    for (int i = shadow - drop; i > 0; i -= 2) {
        const qreal nearness = 1 - static_cast<qreal>(i) / shadow;
        paint::box(&painter,
                   plate.adjusted(-i, -i + drop, i, i + drop),
                   {withAlpha(Qt::black, 0.05 * nearness), Qt::transparent, 1, corner + i});
    }
    paint::box(&painter, plate, {tokens.toast, Qt::transparent, 1, corner});
    const QRect sign(
        shadow + inset, (height() - paint::iconSize) / 2, paint::iconSize, paint::iconSize);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), sign).topLeft(),
                       iconPixmap(m_icon, paint::iconSize, devicePixelRatioF(), tokens.onToast));
}

void Toast::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    place();
    raise();
    m_timer.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace emberline
