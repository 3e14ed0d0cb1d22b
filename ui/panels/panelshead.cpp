// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelshead.h"

#include "ui/chart/chartstyle.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int headHeight = 60;
constexpr int inset = 16;
constexpr int wideHead = 1'100;
constexpr qreal titleMiddle = 25;
constexpr qreal keyMiddle = 48;
constexpr qreal betweenEntries = 16;

qreal signWidth(PanelsKey::Sign sign)
{
    switch (sign) {
    case PanelsKey::Sign::Swatch:
        return 16;
    case PanelsKey::Sign::ThinLine:
        return 24;
    case PanelsKey::Sign::Ring:
        return 14;
    }
    Q_UNREACHABLE();
}

void paintSign(QPainter &painter, const PanelsKey::Entry &entry, qreal left, const QColor &quiet)
{
    switch (entry.sign) {
    case PanelsKey::Sign::Swatch:
        paintSwatch(painter, entry.swatch, {left, keyMiddle});
        return;
    case PanelsKey::Sign::ThinLine:
        painter.setPen(QPen(quiet, 1));
        painter.drawLine(QPointF(left, keyMiddle + 0.5), QPointF(left + 16, keyMiddle + 0.5));
        return;
    case PanelsKey::Sign::Ring:
        painter.setPen(QPen(quiet, 1.75));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(left + 4, keyMiddle), 3.5, 3.5);
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

PanelsHead::PanelsHead(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"panelsHead"_s);
    setFixedHeight(headHeight);
}

void PanelsHead::setKey(const PanelsKey &key)
{
    if (m_key == key) {
        return;
    }
    m_key = key;
    QStringList words{key.title, key.subtitle};
    for (const PanelsKey::Entry &entry : key.entries) {
        words.append(entry.words);
    }
    setAccessibleName(words.join(u". "_s));
    update();
}

void PanelsHead::setTaken(int width)
{
    m_taken = width;
    update();
}

void PanelsHead::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(palette());
    const QFont title = fontOf(width() >= wideHead ? TextRole::ChartTitle : TextRole::SmallTitle,
                               font());
    const QFont small = fontOf(TextRole::Secondary, font());
    const qreal right = width() - inset;
    painter.setFont(title);
    painter.setPen(tokens.text);
    painter.drawText(QPointF(inset, baselineAt(titleMiddle, title)),
                     elided(m_key.title, title, std::max(0.0, right - inset - m_taken)));
    painter.setFont(small);
    qreal keys = 0;
    for (const PanelsKey::Entry &entry : m_key.entries) {
        keys += betweenEntries + signWidth(entry.sign) + textWidth(entry.words, small);
    }
    const QString subtitle = elided(m_key.subtitle, small, std::max(80.0, right - inset - keys));
    qreal x = inset;
    painter.setPen(tokens.text2);
    painter.drawText(QPointF(x, baselineAt(keyMiddle, small)), subtitle);
    x += textWidth(subtitle, small) + (subtitle.isEmpty() ? 0 : betweenEntries);
    for (const PanelsKey::Entry &entry : m_key.entries) {
        const qreal needed = signWidth(entry.sign) + textWidth(entry.words, small);
        if (x + needed > right) {
            return; // a part of it would say something else
        }
        paintSign(painter, entry, x, tokens.text2);
        painter.setPen(tokens.text2);
        painter.drawText(QPointF(x + signWidth(entry.sign), baselineAt(keyMiddle, small)),
                         entry.words);
        x += needed + betweenEntries;
    }
}

} // namespace emberline
