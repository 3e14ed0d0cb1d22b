// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/obstacle.h"

#include "ui/feedback/markedtext.h"
#include "ui/feedback/noticesentences.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class Obstacles
{
    Q_DECLARE_TR_FUNCTIONS(emberline::Obstacles)
};

/// Where the keychain has nothing to give, asking it again is of no use.
bool isWorthAnotherTry(KeyProblem problem)
{
    return problem != KeyProblem::NoKey && problem != KeyProblem::SessionEnded;
}

} // namespace

Obstacle keyObstacle(KeyProblem problem, const QString &workspaceName)
{
    Message message = keyMessage(problem, workspaceName, KeyTask::Load);
    message.icon = u"key"_s;
    message.actions = {MessageAction::EnterKey, MessageAction::Connect};
    if (isWorthAnotherTry(problem)) {
        message.actions.insert(message.actions.begin(), MessageAction::Retry);
    }
    return {.title = Obstacles::tr("This workspace needs its key"), .message = message};
}

Obstacle stalledObstacle(const QString &workspaceName)
{
    auto [text, bold] = unmarked(Obstacles::tr("It may be asking for your password. %1 opens as "
                                               "soon as it answers.")
                                     .arg(marked(workspaceName)));
    return {.title = Obstacles::tr("Waiting for the system keyring"),
            .message = {.icon = u"hourglass"_s,
                        .text = std::move(text),
                        .bold = std::move(bold),
                        .actions = {MessageAction::UseSessionKey, MessageAction::Connect}}};
}

} // namespace emberline
