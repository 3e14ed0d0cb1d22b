// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QString>

namespace emberline {

/// Takes keys out of any text before it is shown, logged or written.
class Redactor
{
public:
    /// From now on @p secret is replaced wherever it stands, also percent-encoded or escaped as in
    /// JSON, in whole or in part.
    void addSecret(const QByteArray &secret);

    /// @p text with every known secret, and whatever follows "Bearer", "Authorization:" (to the end
    /// of the line or quotation) or "api_key=", replaced by "[key]".
    [[nodiscard]] QString redacted(QString text) const;

private:
    struct Secret
    {
        QByteArray plain;
        QRegularExpression spellings;
    };

    QList<Secret> m_secrets; ///< longest first: one may begin with another
};

} // namespace emberline
