// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isBidiControl(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)
        || code == 0x200E || code == 0x200F || code == 0x061C;
}

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isReservedOnWindows(const QString &name)
{
    static const QStringList devices{
        u"CON"_s,  u"PRN"_s,  u"AUX"_s,  u"NUL"_s,  u"COM1"_s, u"COM2"_s, u"COM3"_s, u"COM4"_s,
        u"COM5"_s, u"COM6"_s, u"COM7"_s, u"COM8"_s, u"COM9"_s, u"LPT1"_s, u"LPT2"_s, u"LPT3"_s,
        u"LPT4"_s, u"LPT5"_s, u"LPT6"_s, u"LPT7"_s, u"LPT8"_s, u"LPT9"_s};
    return devices.contains(name.section(u'.', 0, 0).toUpper());
}

} // namespace

QString displayText(const QString &raw)
{
    constexpr qsizetype longest = 200;
    QString shown;
    shown.reserve(std::min(raw.size(), longest + 2));
    for (qsizetype i = 0; i < raw.size() && shown.size() <= longest; ++i) {
        const QChar c = raw.at(i);
        if (c.isHighSurrogate() && i + 1 < raw.size() && raw.at(i + 1).isLowSurrogate()) {
            shown.append(c);
            shown.append(raw.at(++i));
        } else if (c.isSurrogate()) {
            shown.append(QChar(QChar::ReplacementCharacter)); // half a pair can't be encoded
        } else if (isLineBreak(c) || c == u'\t') {
            shown.append(u' ');
        } else if (c.category() != QChar::Other_Control && !isBidiControl(c)) {
            shown.append(c);
        }
    }
    if (shown.size() <= longest) {
        return shown;
    }
    shown.truncate(longest);
    if (shown.back().isHighSurrogate()) {
        shown.chop(1);
    }
    return shown + u'…';
}

QString fileNamePart(const QString &raw)
{
    constexpr qsizetype longest = 100;
    QString name = raw.left(longest);
    std::replace_if(
        name.begin(),
        name.end(),
        [](QChar c) {
            const bool letterOrDigit = c.unicode() < 0x80 && c.isLetterOrNumber();
            return !letterOrDigit && c != u'.' && c != u'_' && c != u'-';
        },
        u'_');
    while (name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    if (name.isEmpty() || isReservedOnWindows(name)) {
        name.prepend(u'_');
    }
    name.truncate(longest);
    while (name.endsWith(u'.')) {
        name.chop(1);
    }
    return name;
}

QString toolTipText(const QString &plain)
{
    QString html = plain.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return html.isEmpty() ? html : QString(u"<qt>"_s + html + u"</qt>"_s);
}

} // namespace emberline
