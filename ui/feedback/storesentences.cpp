// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/storesentences.h"

#include "app/workspace/workspacefile.h"
#include "ui/feedback/markedtext.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class StoreSentences
{
    Q_DECLARE_TR_FUNCTIONS(emberline::StoreSentences)
};

using enum MessageAction;

Message say(MessageKind kind, const QString &sentence, std::vector<MessageAction> actions = {})
{
    auto [text, bold] = unmarked(sentence);
    return {.kind = kind,
            .icon = kind == MessageKind::Error ? u"error"_s : u"warn"_s,
            .text = std::move(text),
            .bold = std::move(bold),
            .actions = std::move(actions)};
}

} // namespace

QString sentenceFor(NameProblem problem)
{
    constexpr int longest = 200;
    switch (problem) {
    case NameProblem::Empty:
        return StoreSentences::tr("A workspace needs a name.");
    case NameProblem::TooLong:
        return StoreSentences::tr("A name has at most %n character(s).", nullptr, longest);
    case NameProblem::Taken:
        return StoreSentences::tr("Another workspace has this name.");
    case NameProblem::Reserved:
        return StoreSentences::tr("This name means the demo. Choose another one.");
    }
    Q_UNREACHABLE();
}

Message storeErrorMessage(const StoreError &error, const QString &name)
{
    switch (error.refusal) {
    case StoreRefusal::NotWritten: {
        Message message = cannotWriteMessage(QDir::toNativeSeparators(error.place));
        message.text += u' ' + StoreSentences::tr("Nothing was changed.");
        message.actions = {Details};
        return message;
    }
    case StoreRefusal::Busy:
        return say(MessageKind::Warning,
                   StoreSentences::tr("Another window is changing the workspaces. Nothing was "
                                      "changed here; try it again."),
                   {Details});
    case StoreRefusal::Newer:
        return say(MessageKind::Warning,
                   StoreSentences::tr("A newer Emberline wrote the list of workspaces, so this "
                                      "one cannot change it."));
    case StoreRefusal::Unreadable:
        return say(MessageKind::Error,
                   StoreSentences::tr("The list of workspaces cannot be read, so it cannot be "
                                      "changed."),
                   {Details});
    case StoreRefusal::Gone:
        return say(MessageKind::Warning,
                   StoreSentences::tr("%1 is no longer there. It may have been deleted in "
                                      "another window.")
                       .arg(marked(name)));
    case StoreRefusal::BadName:
        return say(MessageKind::Warning,
                   sentenceFor(error.nameProblem.value_or(NameProblem::Taken)));
    case StoreRefusal::Invalid:
        return say(MessageKind::Error,
                   StoreSentences::tr("%1 cannot be saved as it is.").arg(marked(name)),
                   {Details});
    }
    Q_UNREACHABLE();
}

Message openingMessage(const QString &asked, const Error &error)
{
    if (error.kind == ErrorKind::NotFound && !isWorkspaceId(asked)) {
        return say(MessageKind::Warning,
                   StoreSentences::tr("There is no workspace called %1.").arg(marked(asked)));
    }
    if (error.kind == ErrorKind::NotFound) {
        return say(MessageKind::Warning,
                   StoreSentences::tr("This workspace is no longer there. It may have been "
                                      "deleted in another window."));
    }
    return say(MessageKind::Error,
               StoreSentences::tr("The demo cannot be started on this computer."),
               {Details});
}

Message viewFileMessage(const QString &path, const Error &error)
{
    const QString file = marked(QDir::toNativeSeparators(path));
    return error.kind == ErrorKind::File
             ? say(MessageKind::Warning,
                   StoreSentences::tr("%1 cannot be read.").arg(file),
                   {Details})
             : say(MessageKind::Warning,
                   StoreSentences::tr("%1 is not a view of Emberline.").arg(file),
                   {Details});
}

} // namespace emberline
