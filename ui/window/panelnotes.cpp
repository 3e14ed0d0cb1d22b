// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panelnotes.h"

#include "ui/feedback/chip.h"
#include "ui/theme/controls.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int inset = 16;
constexpr int titleMiddle = 24; ///< of the chart's head

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(TextRole::Secondary));
    label->setForegroundRole(QPalette::WindowText); // it is what tint() sets
    return label;
}

} // namespace

PanelNotes::PanelNotes(QWidget *panel)
    : QWidget(panel)
    , m_offline(new Chip({}, u"offline"_s, ChipKind::Warning, this))
    , m_text(makeLabel(u"loadText"_s, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_key(makeLabel(u"loadKey"_s, this))
    , m_patience(this)
{
    setObjectName(u"panelNotes"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_offline->setObjectName(u"offlineChip"_s);
    m_cancel->setObjectName(u"cancelLoad"_s);
    m_cancel->setAccessibleName(tr("Cancel loading"));
    m_cancel->setAutoDefault(false);
    setButtonKind(m_cancel, ButtonKind::Plain);
    setFocusProxy(m_cancel);
    m_key->setText(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_offline);
    layout->addWidget(m_text);
    layout->addWidget(m_cancel);
    layout->addWidget(m_key);
    tint();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { showLine(true); });
    connect(m_cancel, &QPushButton::clicked, this, &PanelNotes::cancelled);
    panel->installEventFilter(this);
    showLine(false);
}

void PanelNotes::showLoading(const QString &text)
{
    m_text->setText(text);
    if (text.isEmpty()) {
        m_patience.stop();
        showLine(false);
    } else if (!m_showsLine && !m_patience.isActive()) {
        m_patience.start();
    }
    place();
}

void PanelNotes::showLine(bool shown)
{
    m_showsLine = shown;
    m_text->setVisible(shown);
    m_cancel->setVisible(shown);
    place();
}

void PanelNotes::showOffline(const QString &text)
{
    if (text != m_offline->text()) {
        m_offline->setWords(text);
    }
    place();
}

void PanelNotes::giveUpWhatHasNoRoom()
{
    const int gap = layout()->spacing();
    const auto widthOf = [gap](const QWidget *part) {
        return part->sizeHint().width() + gap;
    };
    const bool isOffline = !m_offline->text().isEmpty();
    const int line = m_showsLine ? widthOf(m_text) + widthOf(m_cancel) : 0;
    const int chip = isOffline ? widthOf(m_offline) : 0;
    const int room = parentWidget()->width() * 3 / 5; // the title has the rest
    const bool both = line + chip <= room;
    m_offline->setVisible(isOffline && (both || !m_showsLine));
    m_key->setVisible(m_showsLine && line + (both ? chip : 0) + widthOf(m_key) <= room);
}

void PanelNotes::place()
{
    giveUpWhatHasNoRoom();
    setVisible(m_showsLine || !m_offline->isHidden());
    layout()->activate();
    const QRect around = parentWidget()->rect();
    const QSize wanted = sizeHint().boundedTo({around.width() - 2 * inset, around.height()});
    const QRect corner(
        QPoint(around.right() + 1 - inset - wanted.width(), titleMiddle - wanted.height() / 2),
        wanted);
    setGeometry(QStyle::visualRect(layoutDirection(), around, corner));
    raise();
    Q_EMIT placed(isHidden() ? 0 : wanted.width());
}

bool PanelNotes::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void PanelNotes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void PanelNotes::tint()
{
    const Tokens &tokens = tokensFor(palette());
    for (QLabel *label : {m_text, m_key}) {
        QPalette colors = label->palette();
        if (colors.color(QPalette::WindowText) != tokens.text2) {
            colors.setColor(QPalette::WindowText, tokens.text2);
            label->setPalette(colors);
        }
    }
}

} // namespace emberline
