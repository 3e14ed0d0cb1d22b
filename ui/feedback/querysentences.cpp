// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/sentences.h"

#include <QCoreApplication>

namespace emberline {

namespace {

class QuerySentences
{
    Q_DECLARE_TR_FUNCTIONS(emberline::Sentences)
};

} // namespace

QString sentenceFor(QueryProblem problem)
{
    switch (problem) {
    case QueryProblem::NoEvent:
        return QuerySentences::tr("Choose an event first.");
    case QueryProblem::EmptyEventName:
        return QuerySentences::tr("The name of the event is empty.");
    case QueryProblem::EventNameTooLong:
        return QuerySentences::tr(
            "The name of the event is longer than %n characters.", nullptr, longestEventName);
    case QueryProblem::NoSegment:
        return QuerySentences::tr("Choose at least one segment, or all users.");
    case QueryProblem::LengthOutOfRange:
        return QuerySentences::tr("The length must be from 1 to %Ln.", nullptr, longestRange);
    case QueryProblem::RangeReversed:
        return QuerySentences::tr("The range ends before it starts.");
    case QueryProblem::RangeInFuture:
        return QuerySentences::tr("The range starts in the future.");
    case QueryProblem::GranularityTooFine:
        return QuerySentences::tr("Hours can be shown only of hours.");
    }
    Q_UNREACHABLE();
}

} // namespace emberline
