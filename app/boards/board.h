// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"

#include <QJsonObject>

#include <vector>

namespace emberline {

constexpr int mostBoardViews = 100;
constexpr int mostBoardColumns = 6;
constexpr qint64 largestBoardFile = 4 << 20;

/// A grid of views. Its JSON holds no endpoint, no key and no data.
struct Board
{
    QString title = {};
    int columns = 2; ///< 1 to mostBoardColumns
    std::vector<View> views = {}; ///< row by row

    friend bool operator==(const Board &, const Board &) = default;
};

/// @p board as versioned JSON.
[[nodiscard]] QJsonObject toJson(const Board &board);

/// Reads what toJson() wrote, as strictly as viewFromJson(); a board has at least one view.
[[nodiscard]] Result<Board> boardFromJson(const QJsonObject &json);

/// The same from the bytes of a file, at most largestBoardFile of them. The file of a view is read
/// as a board of that view alone, without a title.
[[nodiscard]] Result<Board> boardFromBytes(const QByteArray &bytes);

} // namespace emberline
