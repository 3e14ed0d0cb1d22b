// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "ui/feedback/agetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/window/rategauge.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(TextRole::Secondary));
    label->setContentsMargins(0, 0, 12, 0);
    return label;
}

/// A dot when connected, a ring when not or when the data is made up.
QPixmap signPixmap(const QColor &color, bool filled, qreal ratio)
{
    constexpr int side = 10;
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1.75, 1.75, 6.5, 6.5));
    return pixmap;
}

} // namespace

StatusLine::StatusLine(const Clock &clock, QWidget *parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_dot(makeLabel(u"statusSign"_s, this))
    , m_workspace(makeLabel(u"statusWorkspace"_s, this))
    , m_fetched(makeLabel(u"statusFetched"_s, this))
    , m_held(makeLabel(u"statusHeld"_s, this))
    , m_loading(makeLabel(u"statusLoading"_s, this))
    , m_rate(new RateGauge(this))
    , m_zone(makeLabel(u"statusZone"_s, this))
{
    setObjectName(u"statusBar"_s);
    setSizeGripEnabled(false);
    m_dot->setContentsMargins(12, 0, 0, 0);
    m_aging.setSingleShot(true);
    m_aging.setTimerType(Qt::PreciseTimer); // a minute early it would still be the minute before
    connect(&m_aging, &QTimer::timeout, this, &StatusLine::tellAge);
    for (QLabel *label : {m_dot, m_workspace, m_fetched, m_held}) {
        addWidget(label);
    }
    // It takes what room there is: a long sentence must not widen the window.
    m_loading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_loading, 1);
    addPermanentWidget(m_rate);
    addPermanentWidget(m_zone);
    showNothingOpen();
}

void StatusLine::showNothingOpen()
{
    m_sign = Sign::None;
    m_reach = Reach::Within;
    m_workspace->setText(tr("Not connected"));
    forgetAge();
    m_loading->clear();
    m_zone->setText(u"Emberline "_s + QLatin1String(EMBERLINE_VERSION));
    m_workspace->setToolTip({});
    m_rate->setLimit({});
    tint();
}

void StatusLine::showWorkspace(const Workspace &workspace, const QString &instance)
{
    m_sign = workspace.isDemo() ? Sign::Demo : Sign::Open;
    const QString name = displayText(workspace.name);
    m_workspace->setText(instance.isEmpty() ? name : tr("%1 (%2)").arg(name, instance));
    m_zone->setText(
        tr("Braze workspace days end in %1").arg(QString::fromLatin1(workspace.zone.id())));
    m_workspace->setToolTip(toolTipText(m_zone->text()));
    m_rate->setZone(workspace.zone);
    tint();
}

void StatusLine::showReach(Reach reach)
{
    m_reach = reach;
    tint();
}

/// To those who can't see the sign.
QString StatusLine::signText() const
{
    if (m_sign == Sign::None) {
        return {};
    }
    switch (m_reach) {
    case Reach::Within:
        return m_sign == Sign::Demo ? QString() : tr("Connected");
    case Reach::Out:
        return tr("Out of reach");
    case Reach::Refused:
        return tr("Without an accepted key");
    }
    Q_UNREACHABLE();
}

void StatusLine::showFetched(const QDateTime &fetchedAt, const QTimeZone &zone)
{
    m_fetchedAt = fetchedAt;
    m_fetchedZone = zone;
    const QString inFull = momentInFull(fetchedAt, zone, QLocale());
    m_fetched->setToolTip(toolTipText(inFull));
    tellAge();
}

void StatusLine::tellAge()
{
    m_aging.stop();
    if (!m_fetchedAt.isValid()) {
        return;
    }
    const QDateTime now = m_clock.now();
    m_fetched->setText(updatedText(m_fetchedAt, now, m_fetchedZone, QLocale()));
    if (isVisible()) {
        constexpr std::chrono::milliseconds minute = std::chrono::minutes(1);
        const std::chrono::milliseconds age(std::max<qint64>(0, m_fetchedAt.msecsTo(now)));
        m_aging.start(minute - age % minute);
    }
}

void StatusLine::forgetAge()
{
    m_aging.stop();
    m_fetchedAt = {};
    m_fetched->clear();
    m_fetched->setToolTip({});
    m_held->clear();
}

void StatusLine::showHeld(const QString &text)
{
    m_held->setText(text);
}

void StatusLine::showLoading(const QString &text)
{
    m_loading->setText(text);
    m_loading->setToolTip(toolTipText(text));
}

void StatusLine::showRateLimit(const RateLimit &limit)
{
    m_rate->setLimit(limit);
}

bool StatusLine::event(QEvent *event)
{
    const bool done = QStatusBar::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        fit();
    }
    return done;
}

/// The gauge keeps its words as long as it can: before it shortens them, the zone goes.
void StatusLine::fit()
{
    constexpr int gap = 6; // at most, between two of them
    int wanted = 0;
    for (const QWidget *part : std::initializer_list<QWidget *>{
             m_dot, m_workspace, m_fetched, m_held, m_loading, m_zone}) {
        wanted += part->sizeHint().width() + gap;
    }
    if (!m_rate->isHidden()) {
        wanted += m_rate->sizeHint().width() + gap;
    }
    m_zone->setVisible(wanted <= width());
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void StatusLine::hideEvent(QHideEvent *event)
{
    QStatusBar::hideEvent(event);
    m_aging.stop();
}

void StatusLine::showEvent(QShowEvent *event)
{
    QStatusBar::showEvent(event);
    tellAge();
}

void StatusLine::tint()
{
    const Tokens &tokens = tokensFor(palette());
    const bool connected = m_sign == Sign::Open && m_reach == Reach::Within;
    QColor color = connected ? tokens.success.icon : tokens.text2;
    if (m_sign != Sign::None && m_reach != Reach::Within) {
        color = m_reach == Reach::Out ? tokens.warning.icon : tokens.error.icon;
    }
    m_dot->setPixmap(signPixmap(color, connected, devicePixelRatioF()));
    m_dot->setToolTip(signText());
    m_dot->setAccessibleName(signText());
    for (QLabel *label : {m_workspace, m_fetched, m_held, m_loading, m_zone}) {
        QPalette colors = label->palette();
        if (colors.color(QPalette::WindowText) != tokens.text2) {
            colors.setColor(QPalette::WindowText, tokens.text2);
            label->setPalette(colors);
        }
    }
}

} // namespace emberline
