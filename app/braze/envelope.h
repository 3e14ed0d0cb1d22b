// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace emberline {

/// The JSON object that every answer of the service is; anything else (nothing, HTML, a truncated
/// text, an array) is MalformedReply.
[[nodiscard]] Result<QJsonObject> objectFrom(const QByteArray &body);

/// The list under @p field of an answer, or MalformedReply.
[[nodiscard]] Result<QJsonArray> listFrom(const QJsonObject &envelope, const QString &field);

/// The service's own words in an answer: its message unless that is "success", and its errors.
/// They may echo the key.
[[nodiscard]] QString wordsOf(const QJsonObject &envelope);

/// Whether @p body begins and ends like a JSON object: enough to tell HTML, nothing, and most
/// truncated answers from one without parsing it.
[[nodiscard]] bool looksLikeObject(const QByteArray &body);

} // namespace emberline
