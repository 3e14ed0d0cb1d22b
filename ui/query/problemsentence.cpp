// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/problemsentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace emberline {

QString problemSentence(QueryProblem problem)
{
    const auto tr
        = [](const char *text) { return QCoreApplication::translate("QueryProblem", text); };
    switch (problem) {
    case QueryProblem::NoEvent:
    case QueryProblem::EmptyEventName:
        return tr(QT_TRANSLATE_NOOP("QueryProblem", "Choose an event."));
    case QueryProblem::EventNameTooLong:
        return tr(QT_TRANSLATE_NOOP("QueryProblem",
                                    "An event name has at most %1 characters."))
            .arg(QLocale().toString(longestEventName));
    case QueryProblem::NoSegment:
        return tr(QT_TRANSLATE_NOOP("QueryProblem", "Tick at least one segment."));
    case QueryProblem::LengthOutOfRange:
        return tr(QT_TRANSLATE_NOOP("QueryProblem", "A range has 1 to %1 hours or days."))
            .arg(QLocale().toString(longestRequest));
    }
    return {};
}

} // namespace emberline
