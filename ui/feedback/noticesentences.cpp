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

/// @p sentence with the name for its %1.
Message named(const QString &sentence,
              const QString &workspaceName,
              std::vector<MessageAction> actions = {})
{
    const QString name = displayText(workspaceName);
    Message message = warning(QString(sentence).arg(name), std::move(actions));
    message.bold = {{.start = sentence.indexOf(u"%1"_s), .length = name.size()}};
    return message;
}

QString loadSentence(KeyProblem problem)
{
    switch (problem) {
    case KeyProblem::NoKey:
        return NoticeSentences::tr("%1 has no key yet.");
    case KeyProblem::SessionEnded:
        return NoticeSentences::tr("The key of %1 was kept for one session only.");
    case KeyProblem::LockedDeclinedOrRemoved:
    case KeyProblem::KeychainNotKept:
    case KeyProblem::KeychainNotRemoved:
    case KeyProblem::NotRecorded:
        return NoticeSentences::tr(
            "The keyring is locked, the request was declined, or the key of %1 was removed.");
    case KeyProblem::KeychainUnavailable:
        return NoticeSentences::tr(
            "The system keychain does not answer, so the key of %1 cannot be read.");
    case KeyProblem::KeychainDeclined:
        return NoticeSentences::tr(
            "The system keychain declined, so the key of %1 cannot be read.");
    case KeyProblem::KeychainUnreadable:
        return NoticeSentences::tr("What the system keychain holds for %1 is not a key.");
    }
    Q_UNREACHABLE();
}

QString saveSentence(KeyProblem problem)
{
    switch (problem) {
    case KeyProblem::KeychainUnavailable:
        return NoticeSentences::tr(
            "No system keychain answers. The key of %1 is kept for this session only.");
    case KeyProblem::NoKey:
    case KeyProblem::SessionEnded:
    case KeyProblem::LockedDeclinedOrRemoved:
    case KeyProblem::KeychainDeclined:
        return NoticeSentences::tr(
            "The system keychain declined. The key of %1 is kept for this session only.");
    case KeyProblem::KeychainNotKept:
    case KeyProblem::KeychainNotRemoved:
    case KeyProblem::KeychainUnreadable:
        return NoticeSentences::tr("The system keychain did not keep the key of %1. It is kept for "
                                   "this session only.");
    case KeyProblem::NotRecorded:
        return NoticeSentences::tr("The key of %1 is kept, but its settings could not be written.");
    }
    Q_UNREACHABLE();
}

QString removeSentence(KeyProblem problem)
{
    switch (problem) {
    case KeyProblem::NoKey:
    case KeyProblem::SessionEnded:
    case KeyProblem::LockedDeclinedOrRemoved:
        return NoticeSentences::tr(
            "%1 was not deleted: the keyring is locked, the request was declined, or the key is "
            "no longer there. If you delete it anyway, the key may stay in the keyring.");
    case KeyProblem::KeychainUnavailable:
        return NoticeSentences::tr(
            "%1 was not deleted: the system keychain does not answer. If you delete it anyway, "
            "the key may stay in the keyring.");
    case KeyProblem::KeychainDeclined:
        return NoticeSentences::tr("%1 was not deleted: the system keychain declined. If you "
                                   "delete it anyway, the key may stay in the keyring.");
    case KeyProblem::KeychainNotKept:
    case KeyProblem::KeychainNotRemoved:
    case KeyProblem::KeychainUnreadable:
        return NoticeSentences::tr(
            "%1 was not deleted: the system keychain did not remove its key. If you delete it "
            "anyway, the key may stay in the keyring.");
    case KeyProblem::NotRecorded:
        return NoticeSentences::tr(
            "%1 was not deleted: its key is gone, but its settings could not be written.");
    }
    Q_UNREACHABLE();
}

} // namespace

Message noTlsMessage()
{
    Message message = warning(
        NoticeSentences::tr("This computer lacks TLS support, so Braze cannot be reached."));
    message.kind = MessageKind::Error;
    message.icon = u"error"_s;
    return message;
}

Message clampedMessage(int count)
{
    return warning(
        NoticeSentences::tr("%Ln count(s) were too large to draw and were cut.", nullptr, count));
}

Message earlierFailedMessage()
{
    return warning(NoticeSentences::tr("The earlier period could not be loaded for every series."),
                   {MessageAction::RetryFailed});
}

Message serverNoteMessage(const QString &words)
{
    return warning(NoticeSentences::tr("Braze says: “%1”").arg(displayText(words)));
}

std::optional<Message> noticeMessage(const Dataset &dataset)
{
    int unreadable = 0;
    int clamped = 0;
    QString words;
    for (const LoadNotice &notice : dataset.notices) {
        switch (notice.kind) {
        case LoadNotice::Kind::UnreadableRows:
            unreadable += notice.count;
            break;
        case LoadNotice::Kind::ClampedValues:
            clamped += notice.count;
            break;
        case LoadNotice::Kind::ServerMessage:
            words = notice.text;
            break;
        }
    }
    if (unreadable > 0) {
        const auto buckets = dataset.times.size() * dataset.series.size();
        Message message = unreadableMessage(unreadable, static_cast<int>(buckets), dataset.unit);
        message.actions.clear(); // nothing failed, so there is no answer to show
        return message;
    }
    if (clamped > 0) {
        return clampedMessage(clamped);
    }
    return words.isEmpty() ? std::nullopt : std::optional(serverNoteMessage(words));
}

Message keyMessage(KeyProblem problem, const QString &workspaceName, KeyTask task)
{
    switch (task) {
    case KeyTask::Load:
        return named(
            loadSentence(problem), workspaceName, {MessageAction::Retry, MessageAction::EnterKey});
    case KeyTask::Save:
        return named(saveSentence(problem), workspaceName);
    case KeyTask::Remove:
        return named(removeSentence(problem),
                     workspaceName,
                     {MessageAction::RetryRemoval, MessageAction::DeleteAnyway});
    }
    Q_UNREACHABLE();
}

Message sessionKeyMessage(const QString &workspaceName)
{
    return named(
        NoticeSentences::tr(
            "The system keychain did not take the key of %1. It is kept for this session only."),
        workspaceName);
}

Message chosenSessionKeyMessage(const QString &workspaceName)
{
    return named(NoticeSentences::tr("The key of %1 is used for this session only."),
                 workspaceName);
}

Message keychainStalledMessage()
{
    return {.kind = MessageKind::Info,
            .icon = u"hourglass"_s,
            .text = NoticeSentences::tr("Waiting for the system keyring…"),
            .actions = {MessageAction::UseSessionKey, MessageAction::KeepWaiting}};
}

Message removalStalledMessage(const QString &workspaceName)
{
    Message message = named(
        NoticeSentences::tr("Waiting for the system keyring to remove the key of %1. If you delete "
                            "%1 anyway, the key may stay there."),
        workspaceName,
        {MessageAction::KeepWaiting, MessageAction::DeleteAnyway});
    message.kind = MessageKind::Info;
    message.icon = u"hourglass"_s;
    return message;
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

Message keyStoredMessage(const QString &workspaceName)
{
    Message message = named(NoticeSentences::tr("The key of %1 is now in the system keychain."),
                            workspaceName);
    message.kind = MessageKind::Success;
    message.icon = u"check"_s;
    return message;
}

} // namespace emberline
