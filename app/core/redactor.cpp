// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redactor.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto placeholder = u"[key]"_s;

/// Matches @p secret with each character plain, behind a backslash, as %XX or as \\uXXXX: servers
/// echo keys in URLs and JSON, and differ in what they escape.
QRegularExpression spellingsOf(const QByteArray &secret)
{
    QString pattern;
    for (const char byte : secret) {
        const QChar c = QLatin1Char(byte);
        const QString hex = QString::number(c.unicode(), 16).rightJustified(2, u'0');
        pattern += u"(?:\\\\?"_s + QRegularExpression::escape(QString(c)) + u"|(?i:%"_s + hex
                 + u"|\\\\u00"_s + hex + u"))"_s;
    }
    return QRegularExpression(pattern);
}

} // namespace

void Redactor::addSecret(const QByteArray &secret)
{
    const auto isKnown = std::any_of(m_secrets.cbegin(),
                                     m_secrets.cend(),
                                     [&secret](const Secret &s) { return s.plain == secret; });
    if (secret.isEmpty() || isKnown) {
        return;
    }
    const auto shorter = std::find_if(
        m_secrets.cbegin(), m_secrets.cend(), [&secret](const Secret &s) {
            return s.plain.size() < secret.size();
        });
    m_secrets.insert(shorter, {.plain = secret, .spellings = spellingsOf(secret)});
}

QString Redactor::redacted(QString text) const
{
    for (const Secret &secret : m_secrets) {
        text.replace(secret.spellings, placeholder);
    }
    static const QRegularExpression header(
        u"(\\bAuthorization[\"']?\\s*[:=]\\s*[\"']?)[^\\r\\n\"']+"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(header, u"\\1"_s + placeholder);
    static const QRegularExpression token(
        u"(\\bBearer(?:\\s|%20|\\+)+|api_key[\"']?\\s*[:=]\\s*[\"']?)(?!\\[key\\])[^\\s\"'&,}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(token, u"\\1"_s + placeholder);
    return text;
}

} // namespace emberline
