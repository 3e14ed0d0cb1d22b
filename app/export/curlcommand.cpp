// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/curlcommand.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isPrintable(char byte)
{
    return byte > 0x20 && byte < 0x7F;
}

/// Nothing but printable ASCII: a line break would end a command, and a terminal acts on controls.
QByteArray withoutControls(const QByteArray &url)
{
    QByteArray clean;
    clean.reserve(url.size());
    for (const char byte : url) {
        if (isPrintable(byte)) {
            clean += byte;
        } else {
            clean += '%' + QByteArray(1, byte).toHex().toUpper();
        }
    }
    return clean;
}

QByteArray urlOf(const RequestRecord &record, const QUrl &endpoint)
{
    const QByteArray origin = endpoint
                                  .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath
                                            | QUrl::RemoveQuery | QUrl::RemoveFragment)
                                  .toEncoded();
    const QByteArray query = record.query.isEmpty() ? QByteArray() : '?' + record.query.toUtf8();
    return withoutControls(origin + record.path.toUtf8() + query);
}

/// Inside single quotes a shell takes everything as it is, but for the quote itself.
QByteArray quoted(const QByteArray &word)
{
    return '\'' + QByteArray(word).replace("'", "'\\''") + '\'';
}

/// What curl would take for a list or a range of addresses.
bool hasGlob(const QByteArray &url)
{
    return std::any_of(
        url.cbegin(), url.cend(), [](char byte) { return QByteArrayView("[]{}").contains(byte); });
}

} // namespace

QString curlCommand(const RequestRecord &record, const QUrl &endpoint)
{
    if (record.source == RequestSource::History || record.path.isEmpty()) {
        return {};
    }
    const QByteArray url = urlOf(record, endpoint);
    return u"curl -sS%1 -H \"Authorization: Bearer $BRAZE_API_KEY\" "_s.arg(
               hasGlob(url) ? u" -g"_s : QString())
         + QString::fromLatin1(quoted(url));
}

} // namespace emberline
