// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace emberline {

/// The interface's language: translators in use and the locale of numbers and dates.
class Language
{
public:
    Language();
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /// Switches to @p code ("fr"); empty follows the system. Windows made from now on speak it.
    void use(const QString &code);

    /// Codes that there are translations for.
    [[nodiscard]] static QStringList available();

private:
    QLocale m_system;
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own dialogs and context menus
};

} // namespace emberline
