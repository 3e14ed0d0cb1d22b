// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redactor.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {
const auto placeholder = u"[key]"_s;
}

void Redactor::addSecret(const QByteArray &secret)
{
    if (secret.isEmpty()) {
        return;
    }
    const QString plain = QString::fromLatin1(secret);
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(plain));
    for (const QString &form : {plain, encoded}) {
        if (!m_secrets.contains(form)) {
            m_secrets.append(form);
        }
    }
}

QString Redactor::redacted(QString text) const
{
    for (const QString &secret : m_secrets) {
        text.replace(secret, placeholder);
    }
    static const QRegularExpression header(
        u"(Authorization\\s*[:=]\\s*|Bearer\\s+|api_key=)(Bearer\\s+)?(?!\\[key\\])[^\\s\"'&,}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(header, u"\\1"_s + placeholder);
    return text;
}

} // namespace emberline
