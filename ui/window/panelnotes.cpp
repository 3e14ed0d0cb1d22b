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
constexpr int titleMiddle = 19; ///< of the chart's head

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(TextRole::Secondary));
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
    m_offline->hide();
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
    } else if (m_text->isHidden() && !m_patience.isActive()) {
        m_patience.start();
    }
    place();
}

void PanelNotes::showLine(bool shown)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_cancel, m_key}) {
        part->setVisible(shown);
    }
    place();
}

void PanelNotes::showOffline(const QString &text)
{
    m_offline->setVisible(!text.isEmpty());
    if (text != m_offline->text()) {
        m_offline->setWords(text);
    }
    place();
}

void PanelNotes::place()
{
    setVisible(!m_offline->isHidden() || !m_text->isHidden());
    layout()->activate();
    const QRect around = parentWidget()->rect();
    const QSize wanted = sizeHint().boundedTo({around.width() - 2 * inset, around.height()});
    const QRect corner(
        QPoint(around.right() + 1 - inset - wanted.width(), titleMiddle - wanted.height() / 2),
        wanted);
    setGeometry(QStyle::visualRect(layoutDirection(), around, corner));
    raise();
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
