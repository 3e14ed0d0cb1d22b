// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelsbar.h"

#include "ui/theme/segmentedrow.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

enum Scale { Shared, Own };

constexpr int barHeight = 44;
constexpr int between = 8; ///< a label and its field
constexpr int betweenGroups = 16;
constexpr int dividerHeight = 20;

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
    layout->setSpacing(between);
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
    layout->addSpacing(betweenGroups - between);
    m_divider = new QWidget(this);
    m_divider->setFixedSize(1, dividerHeight);
    layout->addWidget(m_divider);
    layout->addSpacing(betweenGroups - between);
    m_linked = addBox(u"panelsLinked"_s, tr("Linked crosshair"));
    layout->addSpacing(betweenGroups - between);
    m_previous = addBox(u"panelsPreviousPeriod"_s, tr("Previous period"));
    layout->addSpacing(betweenGroups - between);
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
    connect(m_previous, &QCheckBox::toggled, this, [this](bool compared) {
        if (!m_isShowing) {
            Q_EMIT previousPeriodChosen(compared);
        }
    });
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
}

QString PanelsBar::nameOf(PanelSplit split)
{
    switch (split) {
    case PanelSplit::Segment:
        return tr("Segment");
    case PanelSplit::App:
        return tr("App");
    case PanelSplit::Event:
        return tr("Event");
    }
    Q_UNREACHABLE();
}

/// What it is split by now stays among them, even if there is only one of it any more.
void PanelsBar::offer(std::vector<PanelSplit> splits, PanelSplit chosen)
{
    m_splits = std::move(splits);
    std::vector<PanelSplit> offered = m_splits;
    if (std::find(offered.begin(), offered.end(), chosen) == offered.end()) {
        offered.push_back(chosen);
    }
    if (std::exchange(m_offered, offered) != offered) {
        m_split->clear();
        for (const PanelSplit split : offered) {
            m_split->addItem(nameOf(split), static_cast<int>(split));
        }
    }
}

void PanelsBar::setLook(const PanelsLook &look, const std::vector<PanelSplit> &splits)
{
    m_isShowing = true;
    m_look = look;
    offer(splits, look.split);
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

void PanelsBar::setPreviousPeriod(bool compared)
{
    m_isShowing = true;
    m_previous->setChecked(compared);
    m_isShowing = false;
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

void PanelsBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Tokens &tokens = tokensFor(palette());
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.hairline);
    if (m_divider->isVisibleTo(this)) {
        painter.fillRect(m_divider->geometry(), tokens.hairline);
    }
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
    bool isFirst = true;
    for (QLabel *words : m_words) {
        const bool isShown = words->buddy() != m_split || splits;
        words->setVisible(isShown);
        words->setContentsMargins(isFirst ? 0 : betweenGroups - between, 0, 0, 0);
        isFirst = isFirst && !isShown;
    }
    m_divider->show();
    setGaps(betweenGroups - between);
    const auto isCramped = [this] {
        return layout()->minimumSize().width() > width();
    };
    if (isCramped()) {
        setGaps(0);
    }
    if (isCramped()) {
        for (QLabel *words : m_words) {
            words->hide();
        }
    }
    if (isCramped()) {
        m_divider->hide();
    }
}

/// Of what stands between boxes.
void PanelsBar::setGaps(int width)
{
    for (int i = 0; i < layout()->count(); ++i) {
        if (QSpacerItem *gap = layout()->itemAt(i)->spacerItem();
            gap != nullptr && gap->expandingDirections() == Qt::Orientations()) {
            gap->changeSize(width, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
        }
    }
    layout()->invalidate();
}

} // namespace emberline
