// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"

#include <QJsonObject>
#include <QSettings>

#include <array>
#include <chrono>
#include <optional>

namespace emberline {

/// The intervals of automatic refresh that people choose from; 0: never.
inline constexpr std::array allAutoRefreshes{std::chrono::minutes(0),
                                             std::chrono::minutes(5),
                                             std::chrono::minutes(15),
                                             std::chrono::minutes(60)};

/// Light or dark, or as the system says.
enum class ThemeChoice { System, Light, Dark };

/// The folder that holds everything we keep: @p chosen (`--profile`), else the place the system has
/// for it. Always absolute; not made here.
[[nodiscard]] QString profileFolder(const QString &chosen = {});

/// What the program remembers apart from workspaces: preferences.ini in the profile folder. Never a
/// key. What is unreadable or out of range reads as the default.
class Preferences
{
public:
    explicit Preferences(const QString &folder);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    /// A code like "fr"; empty follows the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);

    [[nodiscard]] bool hasReducedMotion() const;
    void setReducedMotion(bool reduced);

    /// Whether lines have shapes as a second cue beside their colours.
    [[nodiscard]] bool hasPatterns() const;
    void setPatterns(bool patterns);

    /// How often the window reads again by itself: 5, 15 or 60 minutes; 0: never, as at first.
    [[nodiscard]] std::chrono::minutes autoRefresh() const;
    void setAutoRefresh(std::chrono::minutes interval);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray windowState() const;
    void setWindowState(const QByteArray &state);

    /// How pictures are taken away, as the JSON of that choice; empty at first.
    [[nodiscard]] QJsonObject pictureExport() const;
    void setPictureExport(const QJsonObject &choice);
    /// Where the last one went; empty at first.
    [[nodiscard]] QString pictureFolder() const;
    void setPictureFolder(const QString &folder);

    /// How tables are taken away, as the JSON of their options; empty at first.
    [[nodiscard]] QJsonObject tableExport() const;
    void setTableExport(const QJsonObject &options);
    /// Where the last one went; empty at first.
    [[nodiscard]] QString tableFolder() const;
    void setTableFolder(const QString &folder);

    /// The view that was last shown of a workspace, as its own JSON; empty when there is none.
    [[nodiscard]] QJsonObject lastView(const QString &workspaceId) const;
    void setLastView(const QString &workspaceId, const QJsonObject &view);
    void removeLastView(const QString &workspaceId);

    /// Where they are, and everything else of the profile.
    [[nodiscard]] QString folder() const;

    /// Writes now what is still in memory; later it happens by itself.
    [[nodiscard]] std::optional<Error> sync();

private:
    QSettings m_settings;
};

} // namespace emberline
