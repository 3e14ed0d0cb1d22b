// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelsbar.h"

#include "ui/theme/segmentedrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

enum Scale { Shared, Own };

constexpr int barHeight = 44;

void choose(QComboBox *combo, int data)
{
    combo->setCurrentIndex(combo->findData(data));
}

} // namespace

PanelsBar::PanelsBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"panelsBar"_s);
    setFixedHeight(barHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    m_split = addCombo(u"panelsSplit"_s, tr("Panel per"));
    m_columns = addCombo(u"panelsColumns"_s, tr("Columns"));
    m_order = addCombo(u"panelsOrder"_s, tr("Sort by"));
    QLabel *scaleWords = addWords(tr("Y scale"));
    m_scale = new SegmentedRow(this);
    m_scale->setObjectName(u"panelsScale"_s);
    m_scale->setAccessibleName(tr("Y scale"));
    m_scale->addSegment(Shared, tr("Shared"))->setObjectName(u"panelsSharedScale"_s);
    m_scale->addSegment(Own, tr("Own"))->setObjectName(u"panelsOwnScale"_s);
    scaleWords->setBuddy(m_scale);
    layout->addWidget(m_scale);
    layout->addSpacing(8);
    m_linked = addBox(u"panelsLinked"_s, tr("Linked crosshair"));
    m_ghosts = addBox(u"panelsGhosts"_s, tr("Ghost lines"));
    m_ghosts->setToolTip(tr("The lines of the other panels behind each; on a shared scale only"));
    layout->addStretch(1);
    fill();
    for (const QComboBox *combo : {m_split, m_columns, m_order}) {
        connect(combo, &QComboBox::currentIndexChanged, this, &PanelsBar::emitChosen);
    }
    connect(m_scale, &SegmentedRow::currentChanged, this, &PanelsBar::emitChosen);
    connect(m_linked, &QCheckBox::toggled, this, &PanelsBar::emitChosen);
    connect(m_ghosts, &QCheckBox::toggled, this, &PanelsBar::emitChosen);
    setLook({}, {PanelSplit::Segment});
}

QLabel *PanelsBar::addWords(const QString &words)
{
    auto *label = new QLabel(words, this);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    layout()->addWidget(label);
    m_words.push_back(label);
    return label;
}

QComboBox *PanelsBar::addCombo(const QString &name, const QString &words)
{
    QLabel *label = addWords(words);
    auto *combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setAccessibleName(words);
    combo->setToolTip(words);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(combo);
    layout()->addWidget(combo);
    return combo;
}

QCheckBox *PanelsBar::addBox(const QString &name, const QString &words)
{
    auto *box = new QCheckBox(words, this);
    box->setObjectName(name);
    box->setAccessibleName(words);
    layout()->addWidget(box);
    return box;
}

void PanelsBar::fill()
{
    m_columns->addItem(tr("Auto"), 0);
    for (int i = 1; i <= mostPanelColumns; ++i) {
        m_columns->addItem(locale().toString(i), i);
    }
    m_order->addItem(tr("As chosen"), static_cast<int>(PanelOrder::AsChosen));
    m_order->addItem(tr("Total"), static_cast<int>(PanelOrder::Total));
    m_order->addItem(tr("Change"), static_cast<int>(PanelOrder::Change));
    m_order->addItem(tr("Name"), static_cast<int>(PanelOrder::Name));
    m_split->addItem(tr("Segment"), static_cast<int>(PanelSplit::Segment));
    m_split->addItem(tr("App"), static_cast<int>(PanelSplit::App));
    m_split->addItem(tr("Event"), static_cast<int>(PanelSplit::Event));
}

void PanelsBar::setLook(const PanelsLook &look, const std::vector<PanelSplit> &splits)
{
    m_isShowing = true;
    m_look = look;
    m_splits = splits;
    choose(m_split, static_cast<int>(look.split));
    choose(m_columns, look.columns);
    choose(m_order, static_cast<int>(look.order));
    m_scale->setCurrent(look.ownScale ? Own : Shared);
    m_linked->setChecked(look.linkedCrosshair);
    m_ghosts->setChecked(look.ghosts);
    m_ghosts->setEnabled(!look.ownScale);
    m_isShowing = false;
    fitWords();
}

void PanelsBar::emitChosen()
{
    if (m_isShowing) {
        return;
    }
    PanelsLook look = m_look;
    look.split = static_cast<PanelSplit>(m_split->currentData().toInt());
    look.columns = m_columns->currentData().toInt();
    look.order = static_cast<PanelOrder>(m_order->currentData().toInt());
    look.ownScale = m_scale->current() == Own;
    look.linkedCrosshair = m_linked->isChecked();
    look.ghosts = m_ghosts->isChecked();
    if (look != m_look) {
        m_look = look;
        Q_EMIT lookChosen(look);
    }
}

QWidget &PanelsBar::last() const
{
    return *m_ghosts;
}

QSize PanelsBar::minimumSizeHint() const
{
    return {0, barHeight};
}

void PanelsBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

/// Where there is little room, what is chosen has to speak for itself.
void PanelsBar::fitWords()
{
    const bool splits = m_splits.size() > 1 || m_look.split != PanelSplit::Segment;
    m_split->setVisible(splits);
    for (QLabel *words : m_words) {
        words->setVisible(words->buddy() != m_split || splits);
    }
    if (layout()->minimumSize().width() > width()) {
        for (QLabel *words : m_words) {
            words->hide();
        }
    }
}

} // namespace emberline
