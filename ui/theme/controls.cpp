// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/controls.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr auto kindProperty = "buttonKind";
constexpr auto largeProperty = "largeButton";
constexpr auto invalidProperty = "invalid";
constexpr auto tokenColorProperty = "tokenColor";
constexpr auto invalidAction = "invalidMark"_L1;

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind, ButtonSize size)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->setProperty(largeProperty, size == ButtonSize::Large);
    QFont font = button->font();
    font.setWeight(kind == ButtonKind::Primary ? QFont::DemiBold : QFont::Normal);
    button->setFont(font);
    button->updateGeometry();
    button->update();
}

ButtonKind buttonKindOf(const QWidget *button)
{
    if (button == nullptr) {
        return ButtonKind::Secondary;
    }
    const QVariant kind = button->property(kindProperty);
    if (kind.isValid()) {
        return static_cast<ButtonKind>(kind.toInt());
    }
    const auto *tool = qobject_cast<const QToolButton *>(button);
    const bool inDockTitle = button->inherits("QDockWidgetTitleButton"); // private in Qt
    return inDockTitle || (tool != nullptr && tool->autoRaise()) ? ButtonKind::Plain
                                                                 : ButtonKind::Secondary;
}

bool isLargeButton(const QWidget *button)
{
    return button != nullptr && button->property(largeProperty).toBool();
}

void setInvalid(QLineEdit *field, bool invalid, const QString &reason)
{
    field->setProperty(invalidProperty, invalid);
    auto *mark = field->findChild<QAction *>(invalidAction, Qt::FindDirectChildrenOnly);
    if (invalid && mark == nullptr) {
        const QIcon sign = tintedIcon(u"error"_s, tokensFor(field->palette()).error.icon);
        mark = field->addAction(sign, QLineEdit::TrailingPosition);
        mark->setObjectName(invalidAction);
    }
    if (mark != nullptr) {
        mark->setVisible(invalid);
        mark->setText(reason);
    }
    field->update();
}

bool isInvalid(const QWidget *field)
{
    return field != nullptr && field->property(invalidProperty).toBool();
}

void setTokenColor(QWidget *checkBox, const QColor &color)
{
    checkBox->setProperty(tokenColorProperty, color);
    checkBox->update();
}

QColor tokenColorOf(const QWidget *checkBox)
{
    return checkBox == nullptr ? QColor() : checkBox->property(tokenColorProperty).value<QColor>();
}

} // namespace emberline
