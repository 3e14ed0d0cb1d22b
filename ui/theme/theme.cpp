// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QStyleHints>
#include <QToolTip>

#include <utility>

namespace emberline {

namespace {

/// What the platform's own palette, or on newer Qt its colour scheme, says.
bool platformIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown) {
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    }
#endif
    // Ours covers the platform's: take it away for the moment of the question.
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const bool dark = tokensFor(QApplication::palette()).dark;
    QApplication::setPalette(ours);
    return dark;
}

} // namespace

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, tokens.win},
        {QPalette::WindowText, tokens.text},
        {QPalette::Base, tokens.base},
        {QPalette::AlternateBase, tokens.alt},
        {QPalette::Text, tokens.text},
        {QPalette::PlaceholderText, tokens.text2},
        {QPalette::Button, tokens.btn},
        {QPalette::ButtonText, tokens.text},
        {QPalette::BrightText, tokens.onAccent},
        {QPalette::Highlight, tokens.accent},
        {QPalette::HighlightedText, tokens.onAccent},
        {QPalette::Link, tokens.accent},
        {QPalette::LinkVisited, tokens.accent},
        {QPalette::ToolTipBase, tokens.tooltip},
        {QPalette::ToolTipText, tokens.text},
        {QPalette::Light, tokens.base},
        {QPalette::Midlight, tokens.hover},
        {QPalette::Mid, tokens.pressed},
        {QPalette::Dark, tokens.fieldBorder},
        {QPalette::Shadow, tokens.buttonBorder},
    };
    for (const auto &[role, color] : roles) {
        palette.setColor(QPalette::All, role, color);
    }
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, tokens.disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.win);
    palette.setColor(QPalette::Disabled, QPalette::Button, tokens.win);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.pressed);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tokens.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Link, tokens.disabled);
    return palette;
}

ThemeController::ThemeController(QApplication *application,
                                 std::function<bool()> systemIsDark,
                                 QObject *parent)
    : QObject(parent)
    , m_systemIsDark(systemIsDark ? std::move(systemIsDark) : platformIsDark)
    , m_style(new Style) // the application takes it
{
    QApplication::setStyle(m_style);
    QApplication::setFont(fontOf(TextRole::Label), "QHeaderView");
    QApplication::setFont(fontOf(TextRole::Secondary), "QStatusBar");
    QToolTip::setFont(fontOf(TextRole::Secondary));
    apply(m_systemIsDark());
    application->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(),
            &QStyleHints::colorSchemeChanged,
            this,
            &ThemeController::follow);
#endif
}

const Tokens &ThemeController::tokens() const
{
    return m_dark ? darkTokens() : lightTokens();
}

void ThemeController::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    follow();
}

void ThemeController::setDesktopIsDark(std::optional<bool> dark)
{
    m_desktopIsDark = dark;
    follow();
}

void ThemeController::setReducedMotion(bool reduced)
{
    m_style->setReducedMotion(reduced);
}

bool ThemeController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        follow();
    }
    return QObject::eventFilter(watched, event);
}

void ThemeController::follow()
{
    if (m_asking) {
        return; // asking the platform changes the palette, which is news again
    }
    bool dark = m_choice == ThemeChoice::Dark;
    if (m_choice == ThemeChoice::System) {
        m_asking = true;
        dark = m_desktopIsDark ? *m_desktopIsDark : m_systemIsDark();
        m_asking = false;
    }
    if (dark != m_dark) {
        apply(dark);
        Q_EMIT themeChanged();
    }
}

void ThemeController::apply(bool dark)
{
    m_dark = dark;
    const QPalette palette = paletteOf(tokens());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace emberline
