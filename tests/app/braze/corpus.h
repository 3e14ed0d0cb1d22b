// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/namecorpus.h"

#include <QHash>

namespace emberline::test {

/// What each name of the corpus must be on the wire.
inline QHash<QByteArray, QByteArray> encodedNames()
{
    return {
        {"markup", "%3Cb%3Ex%3C%2Fb%3E"},
        {"an image that never ends", "%3Cimg%20src%3D%2Fdev%2Fzero%3E"},
        {"a link to a file", "%3Ca%20href%3D%22file%3A%2F%2F%2Fetc%2Fpasswd%22%3E"},
        {"an entity", "%26amp%3B"},
        {"placeholders", "%25n%20%251%20%25s"},
        {"a path", "..%2F..%2Fx"},
        {"a device", "CON"},
        {"a formula", "%3D1%2B1"},
        {"a minus", "-"},
        {"one blank", "%20"},
        {"ten thousand characters", QByteArray(10'000, 'x')},
        {"right-to-left override", "a%E2%80%AEb"},
        {"zero-width space", "a%E2%80%8Bb"},
        {"a lone surrogate", "a%EF%BF%BDb"},
        {"an emoji with joiners", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"},
        {"Arabic", "%D8%B3%D8%AC%D9%84"},
        {"a NUL", "a%00b"},
        {"a line break", "a%0Ab"},
        {"SQL", "%27%3B%20DROP%20TABLE"},
        {"capitals", "Checkout"},
        {"the same in small letters", "checkout"},
        {"composed", "caf%C3%A9"},
        {"the same decomposed", "cafe%CC%81"},
    };
}

/// Rows "name" and "encoded": the corpus, and what only an encoder could get wrong.
inline void addEncodedNames()
{
    using namespace Qt::Literals::StringLiterals;
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("encoded");
    const QHash<QByteArray, QByteArray> encoded = encodedNames();
    for (const NamedText &name : nameCorpus()) {
        QTest::newRow(name.row) << name.text << encoded.value(name.row);
    }
    const auto row = [](const char *label, const QString &name, const char *bytes) {
        QTest::newRow(label) << name << QByteArray(bytes);
    };
    row("plain", u"Purchase"_s, "Purchase");
    row("blank inside", u"Add to cart"_s, "Add%20to%20cart");
    row("plus", u"a+b"_s, "a%2Bb");
    row("ampersand", u"a&b=c"_s, "a%26b%3Dc");
    row("percent", u"100%"_s, "100%25");
    row("already encoded", u"%20"_s, "%2520");
    row("unreserved escape", u"%41%7E"_s, "%2541%257E");
    row("unreserved", u"aZ0-._~"_s, "aZ0-._~");
    row("reserved", u"!*'();:@/?#[],$"_s, "%21%2A%27%28%29%3B%3A%40%2F%3F%23%5B%5D%2C%24");
    row("others", u"\"<>\\^`{|}"_s, "%22%3C%3E%5C%5E%60%7B%7C%7D");
    row("high surrogate at the end", u"a"_s + QChar(0xD83D), "a%EF%BF%BD");
    row("low surrogate", QString(QChar(0xDE00)), "%EF%BF%BD");
    row("surrogates in the wrong order",
        QString(QChar(0xDE00)) + QChar(0xD83D),
        "%EF%BF%BD%EF%BF%BD");
    row("both line breaks", u"a\r\nb"_s, "a%0D%0Ab");
    row("delete and C1", u"\u007F\u0085"_s, "%7F%C2%85");
    row("byte order mark", u"\uFEFFa"_s, "%EF%BB%BFa");
    row("noncharacter", u"\uFFFE"_s, "%EF%BF%BE");
    QTest::newRow("ten thousand letters of two bytes")
        << QString(10'000, u'\u00E9') << QByteArray("%C3%A9").repeated(10'000);
}

} // namespace emberline::test
