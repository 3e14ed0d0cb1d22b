// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/markedtext.h"

#include "app/core/text.h"

namespace emberline {

namespace {

constexpr char16_t opening = 0x02;
constexpr char16_t closing = 0x03;

} // namespace

QString marked(const QString &name)
{
    return QChar(opening) + displayText(name) + QChar(closing);
}

std::pair<QString, std::vector<TextSpan>> unmarked(const QString &sentence)
{
    QString text;
    std::vector<TextSpan> spans;
    text.reserve(sentence.size());
    qsizetype start = 0;
    for (const QChar c : sentence) {
        if (c == opening) {
            start = text.size();
        } else if (c == closing) {
            if (text.size() > start) {
                spans.push_back({start, text.size() - start});
            }
        } else {
            text.append(c);
        }
    }
    return {text, spans};
}

} // namespace emberline
