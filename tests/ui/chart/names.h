// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace emberline::test {

/// Names that others may give to an event or a segment and that must show literally.
inline QStringList hostileNames()
{
    using namespace Qt::Literals::StringLiterals;
    return {u"<b>x</b>"_s,
            u"<img src=/dev/zero>"_s,
            u"<a href=\"file:///etc/passwd\">"_s,
            u"&amp;"_s,
            u"%n %1 %s"_s,
            u"../../x"_s,
            u"CON"_s,
            u"=1+1"_s,
            u"-"_s,
            u" "_s,
            QString(10'000, u'w'),
            u"\u202Eesrever"_s,
            u"\u200B"_s,
            QString(QChar(0xD800)),
            u"👩‍👩‍👧‍👦"_s,
            u"عربي"_s,
            u"a\u0000b"_s,
            u"a\nb"_s,
            u"'; DROP TABLE"_s};
}

} // namespace emberline::test
