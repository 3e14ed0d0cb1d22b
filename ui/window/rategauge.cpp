// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rategauge.h"

#include "app/core/text.h"
#include "app/series/datetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr QSize bar(64, 6);
constexpr int gap = 8; ///< between bar and words
constexpr int margin = 12; ///< right of everything
constexpr double low = 0.2;

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

RateGauge::RateGauge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"rateGauge"_s);
    setFont(fontOf(TextRole::Secondary));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tell();
}

void RateGauge::setLimit(const RateLimit &limit)
{
    m_limit = limit;
    tell();
}

void RateGauge::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    tell();
}

void RateGauge::tell()
{
    setVisible(m_limit.remaining.has_value());
    const Words longest = wordings().front();
    QStringList parts{longest.before, longest.after};
    parts.removeAll(QString());
    setAccessibleName(parts.join(u", "_s));
    QString tip = accessibleName();
    if (m_limit.resetsAt) {
        const QDateTime local = m_limit.resetsAt->toTimeZone(m_zone);
        tip = longest.before + u"\n"_s
            + tr("More are allowed from %1, %2 (%3)")
                  .arg(QLocale().toString(local.date(), QLocale::LongFormat),
                       clockText(local.time(), QLocale()),
                       QString::fromLatin1(m_zone.id()));
    }
    setToolTip(toolTipText(tip));
    updateGeometry();
    update();
}

std::optional<double> RateGauge::share() const
{
    if (!m_limit.remaining || !m_limit.limit || *m_limit.limit <= 0) {
        return std::nullopt;
    }
    const double share = static_cast<double>(*m_limit.remaining)
                       / static_cast<double>(*m_limit.limit);
    return std::clamp(share, 0.0, 1.0);
}

QString RateGauge::resetText() const
{
    if (!m_limit.resetsAt) {
        return {};
    }
    const QTime time = m_limit.resetsAt->toTimeZone(m_zone).time();
    return tr("resets %1").arg(clockText(time, QLocale()));
}

std::vector<RateGauge::Words> RateGauge::wordings() const
{
    const QString left = numberText(m_limit.remaining.value_or(0));
    const QString total = share()
                            ? tr("Requests left %1 of %2").arg(left, numberText(*m_limit.limit))
                            : tr("Requests left %1").arg(left);
    const QString reset = resetText();
    return {{.before = total, .after = reset},
            {.before = tr("Requests left %1").arg(left), .after = reset},
            {.before = tr("Requests left %1").arg(left)},
            {.before = share() ? QString() : left}};
}

int RateGauge::widthOf(const Words &words) const
{
    int width = margin;
    for (const QString &part : {words.before, words.after}) {
        width += part.isEmpty() ? 0 : fontMetrics().horizontalAdvance(part) + gap;
    }
    return width + (share() ? bar.width() : 0);
}

RateGauge::Words RateGauge::fitting() const
{
    const std::vector<Words> all = wordings();
    const auto fits = [this](const Words &words) {
        return widthOf(words) <= width();
    };
    const auto found = std::find_if(all.begin(), all.end(), fits);
    return found == all.end() ? all.back() : *found;
}

QString RateGauge::text() const
{
    const Words words = fitting();
    return words.after.isEmpty() ? words.before : words.before + u' ' + words.after;
}

QSize RateGauge::sizeHint() const
{
    return {widthOf(wordings().front()), fontMetrics().height()};
}

QSize RateGauge::minimumSizeHint() const
{
    return {widthOf(wordings().back()), fontMetrics().height()};
}

void RateGauge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

void RateGauge::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const Words words = fitting();
    QPainter painter(this);
    painter.setPen(tokens.text2);
    int x = width() - widthOf(words);
    const auto drawWords = [&](const QString &text) {
        const QRect area(x, 0, fontMetrics().horizontalAdvance(text), height());
        painter.drawText(area, static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine, text);
        x += area.width() + gap;
    };
    if (!words.before.isEmpty()) {
        drawWords(words.before);
    }
    if (const std::optional<double> left = share()) {
        const QRect ground(QPoint(x, (height() - bar.height()) / 2), bar);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.pressed);
        painter.drawRoundedRect(ground, bar.height() / 2.0, bar.height() / 2.0);
        painter.setClipRect(QRectF(x, 0, *left * bar.width(), height()));
        painter.setBrush(*left < low ? tokens.warning.icon : tokens.text2);
        painter.drawRoundedRect(ground, bar.height() / 2.0, bar.height() / 2.0);
        painter.setClipping(false);
        x += bar.width() + gap;
        painter.setPen(tokens.text2);
    }
    if (!words.after.isEmpty()) {
        drawWords(words.after);
    }
}

} // namespace emberline
