// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/historysentences.h"

#include "app/core/text.h"

#include <QCoreApplication>

namespace emberline {

namespace {

struct HistorySentences
{
    Q_DECLARE_TR_FUNCTIONS(HistorySentences)
};

QString textOf(const HistoryNotice &notice)
{
    switch (notice.trouble) {
    case HistoryTrouble::Quarantined:
        return HistorySentences::tr("What was kept on this computer was damaged and has been set "
                                    "aside. It is loaded from Braze again.");
    case HistoryTrouble::NewerVersion:
        return HistorySentences::tr("What is kept on this computer was written by a newer "
                                    "Emberline. Nothing of it is read or changed.");
    case HistoryTrouble::ReadOnly:
        return HistorySentences::tr("What is kept on this computer cannot be written to. Nothing "
                                    "new is kept.");
    case HistoryTrouble::Full:
        return HistorySentences::tr("The disk is full. Nothing new is kept on this computer.");
    case HistoryTrouble::Busy:
        return HistorySentences::tr("Another Emberline was busy for long. Something new was not "
                                    "kept on this computer.");
    case HistoryTrouble::Unusable:
        return HistorySentences::tr("What is kept on this computer cannot be used. Everything is "
                                    "loaded from Braze.");
    }
    Q_UNREACHABLE();
}

} // namespace

Message historyMessage(const HistoryNotice &notice)
{
    return {.kind = MessageKind::Warning,
            .icon = QStringLiteral("warn"),
            .text = textOf(notice),
            .bold = {},
            .actions = {MessageAction::Hide}};
}

} // namespace emberline
