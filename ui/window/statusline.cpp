// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "app/core/text.h"
#include "app/series/datetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/window/rategauge.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

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

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_dot(makeLabel(u"statusSign"_s, this))
    , m_workspace(makeLabel(u"statusWorkspace"_s, this))
    , m_fetched(makeLabel(u"statusFetched"_s, this))
    , m_loading(makeLabel(u"statusLoading"_s, this))
    , m_rate(new RateGauge(this))
    , m_zone(makeLabel(u"statusZone"_s, this))
{
    setObjectName(u"statusBar"_s);
    setSizeGripEnabled(false);
    m_dot->setContentsMargins(12, 0, 0, 0);
    for (QLabel *label : {m_dot, m_workspace, m_fetched, m_loading}) {
        addWidget(label);
    }
    addPermanentWidget(m_rate);
    addPermanentWidget(m_zone);
    showNothingOpen();
}

void StatusLine::showNothingOpen()
{
    m_sign = Sign::None;
    m_workspace->setText(tr("Not connected"));
    m_fetched->clear();
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
    m_fetched->clear();
    m_zone->setText(
        tr("Braze workspace days end in %1").arg(QString::fromLatin1(workspace.zone.id())));
    m_workspace->setToolTip(u"<qt>"_s + m_zone->text().toHtmlEscaped() + u"</qt>"_s);
    m_rate->setZone(workspace.zone);
    tint();
}

void StatusLine::showFetched(const QDateTime &fetchedAt, const QTimeZone &zone)
{
    const QDateTime local = fetchedAt.toTimeZone(zone);
    const QLocale locale;
    m_fetched->setText(tr("Updated %1").arg(clockText(local.time(), locale)));
    const QString inFull = locale.toString(local.date(), QLocale::LongFormat) + u' '
                         + locale.toString(local.time(), QLocale::LongFormat);
    m_fetched->setToolTip(u"<qt>"_s + inFull.toHtmlEscaped() + u"</qt>"_s);
}

void StatusLine::showLoading(const QString &text)
{
    m_loading->setText(text);
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
    for (const QWidget *part :
         std::initializer_list<QWidget *>{m_dot, m_workspace, m_fetched, m_loading, m_zone}) {
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

void StatusLine::tint()
{
    const Tokens &tokens = tokensFor(palette());
    const bool connected = m_sign == Sign::Open;
    m_dot->setPixmap(
        signPixmap(connected ? tokens.success.icon : tokens.text2, connected, devicePixelRatioF()));
    for (QLabel *label : {m_workspace, m_fetched, m_loading, m_zone}) {
        QPalette colors = label->palette();
        if (colors.color(QPalette::WindowText) != tokens.text2) {
            colors.setColor(QPalette::WindowText, tokens.text2);
            label->setPalette(colors);
        }
    }
}

} // namespace emberline
