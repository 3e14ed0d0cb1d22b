// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace emberline {

/// Takes keys out of any text before it is shown, logged or written.
class Redactor
{
public:
    /// From now on @p secret (also percent-encoded) is replaced wherever it stands.
    void addSecret(const QByteArray &secret);

    /// @p text with every known secret, and whatever follows "Bearer", "Authorization:" or
    /// "api_key=", replaced by "[key]".
    [[nodiscard]] QString redacted(QString text) const;

private:
    QList<QString> m_secrets;
};

} // namespace emberline
