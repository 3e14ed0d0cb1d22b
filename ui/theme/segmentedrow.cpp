// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/segmentedrow.h"

#include "ui/theme/stylepaint.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainterPath>
#include <QStyleOptionToolButton>
#include <QToolButton>

namespace emberline {

namespace {

/// Round where the row ends, square where a neighbour follows.
QPainterPath segmentShape(const QRectF &rect, bool roundLeft, bool roundRight)
{
    constexpr qreal corner = paint::radius - 0.5;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, corner, corner);
    if (!roundLeft) {
        path.addRect(rect.adjusted(0, 0, -corner, 0));
    }
    if (!roundRight) {
        path.addRect(rect.adjusted(corner, 0, 0, 0));
    }
    return path.simplified();
}

class SegmentButton final : public QToolButton
{
    Q_OBJECT

public:
    using QToolButton::QToolButton;

    /// Where there is little room the words come closer together.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        constexpr int tighter = 8;
        return sizeHint() - QSize(tighter, 0);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        QPainter painter(this);
        paintGround(&painter, &option);
        style()->drawControl(QStyle::CE_ToolButtonLabel, &option, &painter, this);
    }

private:
    void paintGround(QPainter *painter, const QStyleOption *option) const
    {
        const Tokens &tokens = tokensFor(palette());
        QColor fill = Qt::transparent;
        QColor border = Qt::transparent;
        if (isChecked()) {
            fill = isEnabled() ? tokens.selected : tokens.chip;
            border = isEnabled() ? tokens.accent : tokens.hairline;
        } else if (isDown()) {
            fill = tokens.pressed;
        } else if (paint::isHovered(option)) {
            fill = tokens.hover;
        } else {
            return;
        }
        const bool first = x() == 0;
        const bool last = geometry().right() == parentWidget()->rect().right();
        // What isn't chosen leaves the frame and the lines between to the row.
        const QRectF ground = isChecked() ? QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                                          : QRectF(rect()).adjusted(first ? 1 : 0, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(border.alpha() > 0 ? QPen(border, 1) : QPen(Qt::NoPen));
        painter->setBrush(fill);
        painter->drawPath(segmentShape(ground, first, last));
        painter->restore();
    }
};

} // namespace

SegmentedRow::SegmentedRow(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool chosen) {
        // Qt does this as well, but not before one of them had the focus.
        m_group->button(id)->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus);
        update();
        if (chosen) {
            Q_EMIT currentChanged(id);
        }
    });
}

QToolButton *SegmentedRow::addSegment(int id, const QString &text, const QIcon &icon)
{
    auto *button = new SegmentButton(this);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(icon);
    button->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly
                                             : Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button, id);
    layout()->addWidget(button);
    button->setFocusPolicy(m_group->checkedButton() == nullptr ? Qt::StrongFocus : Qt::ClickFocus);
    if (m_group->checkedButton() == nullptr) {
        const QSignalBlocker quiet(m_group);
        button->setChecked(true);
    }
    return button;
}

void SegmentedRow::setIconsOnly(bool only)
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        auto *tool = qobject_cast<QToolButton *>(button);
        if (tool != nullptr && !tool->icon().isNull()) {
            tool->setToolButtonStyle(only ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        }
    }
}

int SegmentedRow::current() const
{
    return m_group->checkedId();
}

void SegmentedRow::setCurrent(int id)
{
    if (QAbstractButton *button = m_group->button(id)) {
        button->setChecked(true);
    }
}

QToolButton *SegmentedRow::segment(int id) const
{
    return qobject_cast<QToolButton *>(m_group->button(id));
}

void SegmentedRow::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    paint::box(&painter,
               rect(),
               {isEnabled() ? tokens.btn : QColor(Qt::transparent),
                isEnabled() ? tokens.buttonBorder : tokens.hairline});
    const auto buttons = m_group->buttons();
    for (const QAbstractButton *button : buttons) {
        const int edge = button->geometry().right();
        if (edge < rect().right()) {
            painter.fillRect(edge, 1, 1, height() - 2, tokens.hairline);
        }
    }
}

} // namespace emberline

#include "segmentedrow.moc"
