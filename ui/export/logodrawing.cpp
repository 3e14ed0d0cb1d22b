// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/logodrawing.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int deepest = 64; ///< drawing goes down by recursion
constexpr int mostElements = 20'000;
constexpr int mostUses = 100;

/// The name counts in any namespace, because Qt looks at nothing else.
bool isForbidden(QStringView name)
{
    static const QSet<QString> forbidden{u"image"_s,
                                         u"script"_s,
                                         u"foreignObject"_s,
                                         u"set"_s,
                                         u"text"_s, // would look another way where fonts differ
                                         u"textArea"_s,
                                         u"video"_s,
                                         u"audio"_s,
                                         u"animation"_s,
                                         u"font"_s};
    return forbidden.contains(name.toString()) || name.startsWith(u"animate");
}

/// What attributes and style sheets may not say: an address, or dashes, of which a short line can
/// have billions. Escapes and comments could hide either.
bool reachesOut(QStringView words)
{
    static const QRegularExpression address(
        u"url\\s*+\\(\\s*+[\"']?+\\s*+(?!#)|@import|\\\\|/\\*|stroke-dasharray\\s*+:\\s*+(?!none)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return address.match(words.toString()).hasMatch();
}

class DrawingReader
{
public:
    explicit DrawingReader(const QByteArray &bytes)
        : m_reader(bytes)
    { }

    [[nodiscard]] LogoDrawing read()
    {
        while (!m_reader.atEnd() && m_isAlone) {
            readToken(m_reader.readNext());
        }
        if (!m_isAlone) {
            return LogoDrawing::NotAlone;
        }
        if (m_reader.hasError() || !m_isSvg) {
            return LogoDrawing::None;
        }
        const bool isNested = std::any_of(
            m_repeated.cbegin(), m_repeated.cend(), [&](const QString &id) {
                return m_repeating.contains(id);
            });
        if (isNested || m_uses > mostUses) {
            return LogoDrawing::NotAlone;
        }
        return LogoDrawing::Plain;
    }

private:
    void readToken(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::StartElement) {
            startElement();
        } else if (token == QXmlStreamReader::EndElement) {
            m_ids.removeLast();
        } else if (token == QXmlStreamReader::Characters) {
            m_isAlone = !reachesOut(m_reader.text());
        } else if (token == QXmlStreamReader::DTD) {
            m_isAlone = m_reader.entityDeclarations().isEmpty();
        } else if (token == QXmlStreamReader::ProcessingInstruction) {
            m_isAlone = false; // a style sheet from elsewhere
        }
    }

    void startElement()
    {
        const QStringView name = m_reader.name();
        const QXmlStreamAttributes attributes = m_reader.attributes();
        m_isSvg = m_isSvg || (m_ids.isEmpty() && name == u"svg");
        m_ids.append(attributes.value(u"id"_s).toString());
        ++m_elements;
        const bool isGood = std::all_of(
            attributes.cbegin(), attributes.cend(), [](const QXmlStreamAttribute &attribute) {
                return isHarmless(attribute);
            });
        m_isAlone = isGood && !isForbidden(name) && m_elements <= mostElements
                 && m_ids.size() <= deepest;
        if (name == u"use") {
            addUse(attributes);
        }
    }

    static bool isHarmless(const QXmlStreamAttribute &attribute)
    {
        const QStringView name = attribute.name();
        const QStringView value = attribute.value();
        if (name == u"href" || name == u"src") {
            return value.isEmpty() || value.startsWith(u'#');
        }
        if (name == u"stroke-dasharray") {
            return value == u"none";
        }
        return !reachesOut(value);
    }

    /// What is repeated may not itself repeat: ten levels of ten would be ten thousand million.
    void addUse(const QXmlStreamAttributes &attributes)
    {
        ++m_uses;
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == u"href") {
                m_repeated.insert(attribute.value().mid(1).toString());
            }
        }
        for (const QString &id : m_ids) {
            m_repeating.insert(id);
        }
    }

    QXmlStreamReader m_reader;
    bool m_isSvg = false;
    bool m_isAlone = true;
    int m_elements = 0;
    int m_uses = 0;
    QStringList m_ids; ///< of the elements that are open, outermost first
    QSet<QString> m_repeated; ///< what is used
    QSet<QString> m_repeating; ///< what uses something
};

bool isRich(const QByteArray &bytes)
{
    constexpr std::array words{
        "Gradient", "opacity", "rgba", "pattern", "mask", "clipPath", "clip-path", "filter"};
    return std::any_of(
        words.begin(), words.end(), [&bytes](const char *word) { return bytes.contains(word); });
}

} // namespace

LogoDrawing logoDrawing(const QByteArray &bytes)
{
    const LogoDrawing drawing = DrawingReader(bytes).read();
    return drawing == LogoDrawing::Plain && isRich(bytes) ? LogoDrawing::Rich : drawing;
}

} // namespace emberline
