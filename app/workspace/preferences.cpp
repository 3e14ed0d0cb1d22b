// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/preferences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype largestObject = 1 << 20;

QString viewKey(const QString &workspaceId)
{
    return u"views/"_s + workspaceId;
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Empty where there is none, or none that can be read.
QJsonObject objectAt(const QSettings &settings, const QString &key)
{
    const QByteArray bytes = settings.value(key).toByteArray();
    return bytes.size() > largestObject ? QJsonObject() : QJsonDocument::fromJson(bytes).object();
}

bool isAutoRefresh(std::chrono::minutes interval)
{
    return std::find(allAutoRefreshes.begin(), allAutoRefreshes.end(), interval)
        != allAutoRefreshes.end();
}

QString nameOf(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString profileFolder(const QString &chosen)
{
    const QString folder = chosen.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                             : chosen;
    return QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
}

Preferences::Preferences(const QString &folder)
    : m_settings(QDir(folder).filePath(u"preferences.ini"_s), QSettings::IniFormat)
{ }

ThemeChoice Preferences::theme() const
{
    const QString name = m_settings.value(u"theme"_s).toString();
    if (name == nameOf(ThemeChoice::Light)) {
        return ThemeChoice::Light;
    }
    return name == nameOf(ThemeChoice::Dark) ? ThemeChoice::Dark : ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice theme)
{
    m_settings.setValue(u"theme"_s, nameOf(theme));
}

QString Preferences::language() const
{
    return m_settings.value(u"language"_s).toString();
}

void Preferences::setLanguage(const QString &code)
{
    m_settings.setValue(u"language"_s, code);
}

bool Preferences::hasReducedMotion() const
{
    return m_settings.value(u"reduced_motion"_s, false).toBool();
}

void Preferences::setReducedMotion(bool reduced)
{
    m_settings.setValue(u"reduced_motion"_s, reduced);
}

bool Preferences::hasPatterns() const
{
    return m_settings.value(u"patterns"_s, false).toBool();
}

void Preferences::setPatterns(bool patterns)
{
    m_settings.setValue(u"patterns"_s, patterns);
}

std::chrono::minutes Preferences::autoRefresh() const
{
    bool isNumber = false;
    const std::chrono::minutes kept(m_settings.value(u"auto_refresh"_s).toInt(&isNumber));
    return isNumber && isAutoRefresh(kept) ? kept : allAutoRefreshes.front();
}

void Preferences::setAutoRefresh(std::chrono::minutes interval)
{
    if (isAutoRefresh(interval)) {
        m_settings.setValue(u"auto_refresh"_s, static_cast<int>(interval.count()));
    }
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(u"window/geometry"_s).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(u"window/geometry"_s, geometry);
}

QByteArray Preferences::windowState() const
{
    return m_settings.value(u"window/state"_s).toByteArray();
}

void Preferences::setWindowState(const QByteArray &state)
{
    m_settings.setValue(u"window/state"_s, state);
}

QJsonObject Preferences::pictureExport() const
{
    return objectAt(m_settings, u"export/picture"_s);
}

void Preferences::setPictureExport(const QJsonObject &choice)
{
    m_settings.setValue(u"export/picture"_s, bytesOf(choice));
}

QString Preferences::pictureFolder() const
{
    return m_settings.value(u"export/picture_folder"_s).toString();
}

void Preferences::setPictureFolder(const QString &folder)
{
    m_settings.setValue(u"export/picture_folder"_s, folder);
}

QJsonObject Preferences::tableExport() const
{
    return objectAt(m_settings, u"export/table"_s);
}

void Preferences::setTableExport(const QJsonObject &options)
{
    m_settings.setValue(u"export/table"_s, bytesOf(options));
}

QString Preferences::tableFolder() const
{
    return m_settings.value(u"export/table_folder"_s).toString();
}

void Preferences::setTableFolder(const QString &folder)
{
    m_settings.setValue(u"export/table_folder"_s, folder);
}

QJsonObject Preferences::lastView(const QString &workspaceId) const
{
    return objectAt(m_settings, viewKey(workspaceId));
}

void Preferences::setLastView(const QString &workspaceId, const QJsonObject &view)
{
    m_settings.setValue(viewKey(workspaceId), bytesOf(view));
}

void Preferences::removeLastView(const QString &workspaceId)
{
    m_settings.remove(viewKey(workspaceId));
}

QString Preferences::folder() const
{
    return QFileInfo(m_settings.fileName()).path();
}

std::optional<Error> Preferences::sync()
{
    m_settings.sync();
    const QString path = m_settings.fileName();
    if (m_settings.status() != QSettings::NoError) {
        return Error{.kind = ErrorKind::File,
                     .detail = u"The preferences cannot be kept in "_s + path};
    }
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return std::nullopt;
}

} // namespace emberline
