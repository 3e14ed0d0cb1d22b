// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/preferences.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <functional>
#include <optional>

class QApplication;

namespace emberline {

struct Tokens;
class Style;

/// The palette of a set of tokens; the inactive group is as the active one.
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);

/// Gives the application its style, palette and fonts, and keeps them in step with the system while
/// the choice is System. Make one, before the first window.
class ThemeController final : public QObject
{
    Q_OBJECT

public:
    /// @p systemIsDark says what the system prefers; without it the platform is asked.
    explicit ThemeController(QApplication *application,
                             std::function<bool()> systemIsDark = {},
                             QObject *parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] const Tokens &tokens() const;

    /// What the desktop says where the platform does not know; nothing: the platform is asked.
    void setDesktopIsDark(std::optional<bool> dark);

    void setReducedMotion(bool reduced);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// From light to dark or back. A widget learns of it by its PaletteChange event; until that
    /// comes, its own palette is the old one.
    void themeChanged();

private:
    void follow();
    void apply(bool dark);

    std::function<bool()> m_systemIsDark;
    std::optional<bool> m_desktopIsDark;
    Style *m_style; // the application's
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
    bool m_asking = false;
};

} // namespace emberline
