// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// The system's own locale where it speaks the language (it knows the country), else the
/// language's.
QLocale localeFor(const QString &code, const QLocale &system)
{
    if (code.isEmpty()) {
        return system;
    }
    const QLocale chosen(code);
    return chosen.language() == system.language() ? system : chosen;
}

} // namespace

Language::Language()
    : m_system(QLocale::system())
{ }

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList Language::available()
{
    return {u"en"_s, u"fr"_s};
}

void Language::use(const QString &code)
{
    const QLocale locale = localeFor(code, m_system);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    const bool spoken = available().contains(QLocale(locale).name().section(u'_', 0, 0));
    const QString language = spoken ? locale.name().section(u'_', 0, 0) : u"en"_s;
    if (m_own.load(u":/translations/emberline_"_s + language)) {
        QCoreApplication::installTranslator(&m_own);
    }
    if (language != u"en"
        && m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
}

} // namespace emberline
