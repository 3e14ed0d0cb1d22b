// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>

namespace emberline {

/// A Braze REST API key that is safe to put into a header: 1 to 512 visible ASCII characters
/// (Qt does not check raw headers, a line break would inject one).
class ApiKey
{
public:
    ApiKey() = default;

    /// Trims white space at both ends, then checks. The error names the rule, never the key.
    [[nodiscard]] static Result<ApiKey> fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    friend bool operator==(const ApiKey &, const ApiKey &) = default;

private:
    explicit ApiKey(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }

    QByteArray m_bytes;
};

} // namespace emberline
