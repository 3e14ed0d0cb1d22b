// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace emberline::test {

struct NameCase
{
    const char *label;
    QString name;
    QByteArray encoded;
};

/// Names that others might give an event, and what each must be on the wire.
inline std::vector<NameCase> nameCorpus()
{
    return {
        {"plain", QStringLiteral("Purchase"), "Purchase"},
        {"blank inside", QStringLiteral("Add to cart"), "Add%20to%20cart"},
        {"one blank", QStringLiteral(" "), "%20"},
        {"plus", QStringLiteral("a+b"), "a%2Bb"},
        {"ampersand", QStringLiteral("a&b=c"), "a%26b%3Dc"},
        {"entity", QStringLiteral("&amp;"), "%26amp%3B"},
        {"percent", QStringLiteral("100%"), "100%25"},
        {"already encoded", QStringLiteral("%20"), "%2520"},
        {"unreserved escape", QStringLiteral("%41%7E"), "%2541%257E"},
        {"unreserved", QStringLiteral("aZ0-._~"), "aZ0-._~"},
        {"reserved",
         QStringLiteral("!*'();:@/?#[],$"),
         "%21%2A%27%28%29%3B%3A%40%2F%3F%23%5B%5D%2C%24"},
        {"others", QStringLiteral("\"<>\\^`{|}"), "%22%3C%3E%5C%5E%60%7B%7C%7D"},
        {"bold", QStringLiteral("<b>x</b>"), "%3Cb%3Ex%3C%2Fb%3E"},
        {"image", QStringLiteral("<img src=/dev/zero>"), "%3Cimg%20src%3D%2Fdev%2Fzero%3E"},
        {"link",
         QStringLiteral("<a href=\"file:///etc/passwd\">"),
         "%3Ca%20href%3D%22file%3A%2F%2F%2Fetc%2Fpasswd%22%3E"},
        {"placeholders", QStringLiteral("%n %1 %s"), "%25n%20%251%20%25s"},
        {"path", QStringLiteral("../../x"), "..%2F..%2Fx"},
        {"device", QStringLiteral("CON"), "CON"},
        {"formula", QStringLiteral("=1+1"), "%3D1%2B1"},
        {"dash", QStringLiteral("-"), "-"},
        {"right-to-left override", QStringLiteral("a\u202Eb"), "a%E2%80%AEb"},
        {"zero-width blank", QStringLiteral("a\u200Bb"), "a%E2%80%8Bb"},
        {"lone high surrogate", u"a" + QString(QChar(0xD83D)) + u"b", "a%EF%BF%BDb"},
        {"lone high surrogate at the end", u"a" + QString(QChar(0xD83D)), "a%EF%BF%BD"},
        {"lone low surrogate", QString(QChar(0xDE00)), "%EF%BF%BD"},
        {"surrogates in the wrong order",
         QString(QChar(0xDE00)) + QChar(0xD83D),
         "%EF%BF%BD%EF%BF%BD"},
        {"emoji with joiners",
         QStringLiteral("\U0001F469\u200D\U0001F467"),
         "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"},
        {"Arabic", QStringLiteral("\u0634\u0631\u0627\u0621"), "%D8%B4%D8%B1%D8%A7%D8%A1"},
        {"NUL", u"a" + QString(QChar(0)) + u"b", "a%00b"},
        {"line break", QStringLiteral("a\r\nb"), "a%0D%0Ab"},
        {"delete and C1", QStringLiteral("\u007F\u0085"), "%7F%C2%85"},
        {"byte order mark", QStringLiteral("\uFEFFa"), "%EF%BB%BFa"},
        {"noncharacter", QStringLiteral("\uFFFE"), "%EF%BF%BE"},
        {"injection", QStringLiteral("'; DROP TABLE"), "%27%3B%20DROP%20TABLE"},
        {"upper case", QStringLiteral("BUY"), "BUY"},
        {"lower case", QStringLiteral("buy"), "buy"},
        {"composed", QStringLiteral("\u00E9"), "%C3%A9"},
        {"decomposed", QStringLiteral("e\u0301"), "e%CC%81"},
        {"long", QString(10'000, u'\u00E9'), QByteArray("%C3%A9").repeated(10'000)},
    };
}

} // namespace emberline::test
