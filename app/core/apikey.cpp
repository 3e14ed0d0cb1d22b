// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/apikey.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

Result<ApiKey> ApiKey::fromText(const QString &text)
{
    constexpr int longest = 512;
    const QString trimmed = text.trimmed();
    const bool visible = std::all_of(trimmed.cbegin(), trimmed.cend(), [](QChar c) {
        return c.unicode() >= 0x21 && c.unicode() <= 0x7E;
    });
    if (trimmed.isEmpty() || trimmed.size() > longest || !visible) {
        return Error{.kind = ErrorKind::Keychain,
                     .detail = u"A key has 1 to 512 characters, without blanks or line breaks"_s};
    }
    return ApiKey(trimmed.toLatin1());
}

} // namespace emberline
