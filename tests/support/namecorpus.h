// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <vector>

namespace emberline::test {

struct NamedText
{
    const char *row; ///< of a table of test data
    QString text;
};

/// Names that others may give to events and segments, and that have broken programs before.
inline std::vector<NamedText> nameCorpus()
{
    using namespace Qt::Literals::StringLiterals;
    return {{"markup", u"<b>x</b>"_s},
            {"an image that never ends", u"<img src=/dev/zero>"_s},
            {"a link to a file", u"<a href=\"file:///etc/passwd\">"_s},
            {"an entity", u"&amp;"_s},
            {"placeholders", u"%n %1 %s"_s},
            {"a path", u"../../x"_s},
            {"a device", u"CON"_s},
            {"a formula", u"=1+1"_s},
            {"a minus", u"-"_s},
            {"one blank", u" "_s},
            {"ten thousand characters", QString(10'000, u'x')},
            {"right-to-left override", u"a\u202Eb"_s},
            {"zero-width space", u"a\u200Bb"_s},
            {"a lone surrogate", u"a"_s + QChar(0xD83D) + u"b"_s},
            {"an emoji with joiners", u"\U0001F469\u200D\U0001F469\u200D\U0001F467"_s},
            {"Arabic", u"\u0633\u062C\u0644"_s},
            {"a NUL", u"a"_s + QChar(u'\0') + u"b"_s},
            {"a line break", u"a\nb"_s},
            {"SQL", u"'; DROP TABLE"_s},
            {"capitals", u"Checkout"_s},
            {"the same in small letters", u"checkout"_s},
            {"composed", u"caf\u00E9"_s},
            {"the same decomposed", u"cafe\u0301"_s}};
}

inline bool isAnyName(const QString & /*name*/)
{
    return true;
}

/// Makes a table of test data with the one column "name": the corpus, or the part of it that
/// @p which lets through.
inline void addNames(bool (*which)(const QString &name) = isAnyName)
{
    QTest::addColumn<QString>("name");
    for (const NamedText &name : nameCorpus()) {
        if (which(name.text)) {
            QTest::newRow(name.row) << name.text;
        }
    }
}

} // namespace emberline::test
