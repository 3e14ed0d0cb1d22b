// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
#include "app/core/result.h"
#include "app/query/comparison.h"

#include <QJsonObject>

namespace emberline {

class JsonReader;

/// A query plus its look. The window holds one; every action replaces it; form, chart, table,
/// picture and title follow it. Its JSON holds no endpoint and no key.
struct View
{
    QString title = {}; ///< what the user called it; empty: made from the query
    Query query = {};
    Comparison comparison = {};
    Look look = {};

    friend bool operator==(const View &, const View &) = default;
};

/// @p view as versioned JSON.
[[nodiscard]] QJsonObject toJson(const View &view);

/// Reads what toJson() wrote. Strict: another kind or a newer version, an unknown key, a wrong
/// type or a number out of range is an error that names the place.
[[nodiscard]] Result<View> viewFromJson(const QJsonObject &json);

/// The same where a view is a part of something; problems are @p json's.
[[nodiscard]] View readView(JsonReader &json);

constexpr qint64 largestViewFile = 1 << 20;

/// The same from the bytes of a file, at most largestViewFile of them.
[[nodiscard]] Result<View> viewFromBytes(const QByteArray &bytes);

} // namespace emberline
