// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/noticesentences.h"

#include "app/core/text.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class NoticeSentences
{
    Q_DECLARE_TR_FUNCTIONS(NoticeSentences)
};

Message warning(const QString &text, std::vector<MessageAction> actions = {})
{
    return {.kind = MessageKind::Warning,
            .icon = u"warn"_s,
            .text = text,
            .actions = std::move(actions)};
}

QString keySentence(KeyProblem problem)
{
    switch (problem) {
    case KeyProblem::NoKey:
        return NoticeSentences::tr("%1 has no key yet.");
    case KeyProblem::SessionEnded:
        return NoticeSentences::tr("The key of %1 was kept for one session only.");
    case KeyProblem::LockedDeclinedOrRemoved:
        return NoticeSentences::tr(
            "The keyring is locked, the request was declined, or the key of %1 was removed.");
    case KeyProblem::KeychainUnavailable:
        return NoticeSentences::tr(
            "No system keychain answers. The key of %1 is kept for this session only.");
    case KeyProblem::KeychainDeclined:
        return NoticeSentences::tr(
            "The system keychain declined. The key of %1 is kept for this session only.");
    case KeyProblem::KeychainNotKept:
        return NoticeSentences::tr("The system keychain did not keep the key of %1. It is kept for "
                                   "this session only.");
    case KeyProblem::KeychainNotRemoved:
        return NoticeSentences::tr("The system keychain did not remove the key of %1.");
    case KeyProblem::KeychainUnreadable:
        return NoticeSentences::tr("What the system keychain holds for %1 is not a key.");
    case KeyProblem::NotRecorded:
        return NoticeSentences::tr("The key of %1 is kept, but its settings could not be written.");
    }
    Q_UNREACHABLE();
}

} // namespace

Message clampedMessage(int count)
{
    return warning(
        NoticeSentences::tr("%n count(s) were too large to draw and were cut.", nullptr, count));
}

Message serverNoteMessage(const QString &words)
{
    return warning(NoticeSentences::tr("Braze says: “%1”").arg(displayText(words)));
}

Message keyMessage(KeyProblem problem, const QString &workspaceName)
{
    const QString sentence = keySentence(problem);
    const QString name = displayText(workspaceName);
    Message message = warning(QString(sentence).arg(name),
                              {MessageAction::Retry, MessageAction::EnterKey});
    message.bold = {{.start = sentence.indexOf(u"%1"_s), .length = name.size()}};
    return message;
}

Message sessionKeyMessage(const QString &workspaceName)
{
    const QString sentence = NoticeSentences::tr(
        "The system keychain did not take the key of %1. It is kept for this session only.");
    const QString name = displayText(workspaceName);
    Message message = warning(QString(sentence).arg(name));
    message.bold = {{.start = sentence.indexOf(u"%1"_s), .length = name.size()}};
    return message;
}

Message keychainStalledMessage()
{
    return {.kind = MessageKind::Info,
            .icon = u"hourglass"_s,
            .text = NoticeSentences::tr("Waiting for the system keyring…"),
            .actions = {MessageAction::UseSessionKey, MessageAction::KeepWaiting}};
}

Message cannotOpenFileMessage(const QString &path, const Error &error)
{
    return warning(NoticeSentences::tr("%1 cannot be opened: %2")
                       .arg(displayText(path), displayText(error.detail)));
}

Message storeMessage(const StoreNotice &notice)
{
    switch (notice.problem) {
    case StoreProblem::Corrupt:
        return warning(NoticeSentences::tr("The list of workspaces was damaged. It lies beside the "
                                           "new one as %1; keys are untouched.")
                           .arg(notice.file));
    case StoreProblem::Newer:
        return warning(NoticeSentences::tr(
            "The list of workspaces was written by a newer Emberline and is left as it is."));
    case StoreProblem::Unreadable:
        return warning(
            NoticeSentences::tr("The list of workspaces cannot be read: %1").arg(notice.file));
    }
    Q_UNREACHABLE();
}

Message workspaceErrorMessage(const Error &error)
{
    return warning(
        NoticeSentences::tr("The workspace cannot be opened: %1").arg(displayText(error.detail)));
}

} // namespace emberline
