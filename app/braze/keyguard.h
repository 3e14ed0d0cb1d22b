// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/outcome.h"
#include "app/core/apikey.h"
#include "app/core/redactor.h"

namespace emberline {

/// Keeps one key out of what people and logs see, in every spelling an answer may echo it in.
class KeyGuard
{
public:
    explicit KeyGuard(const ApiKey &key);

    /// From now on @p secret is kept out, too.
    void addSecret(const QByteArray &secret);

    [[nodiscard]] QString redacted(const QString &text) const { return m_redactor.redacted(text); }

    /// Status line, headers and the first 4 KiB of the body of @p outcome, for "Details".
    [[nodiscard]] QString shown(const Outcome &outcome) const;

private:
    [[nodiscard]] QString shownBody(const QByteArray &body) const;

    Redactor m_redactor;
    qsizetype m_longest = 0; ///< bytes of the longest spelling
};

} // namespace emberline
