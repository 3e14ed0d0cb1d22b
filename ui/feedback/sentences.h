// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/query/query.h"

#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace emberline {

// The one place where sentences about trouble are made. All of them are plain text: names and
// other people's words stand in them as they are, never as markup.

enum class MessageKind { Info, Warning, Error, Success };

enum class MessageAction {
    EditConnection,
    ChangeQuery,
    Retry, ///< "Try again": everything
    RetryFailed, ///< "Retry": what is missing
    TryNow, ///< while waiting
    Cancel,
    EnterKey,
    UseSessionKey, ///< while the keychain does not answer
    KeepWaiting,
    RetryRemoval, ///< of a workspace and its key
    DeleteAnyway, ///< the workspace, wherever its key is
    ChooseFolder,
    Load,
    LoadRest, ///< what an earlier load left out
    UseDays,
    StartLater, ///< where there is something, at the message's place
    Connect,
    Hide,
    CopyReport,
    SignIn, ///< to a proxy
    RestoreView, ///< that a file holds
    Details
};

/// A part of a text that stands out: a name.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// What a message bar says. The first action is the safest.
struct Message
{
    MessageKind kind = MessageKind::Info;
    QString icon = {}; ///< a name for icon()
    QString text = {};
    std::vector<TextSpan> bold = {};
    std::vector<MessageAction> actions = {};
    QString place = {}; ///< in time, for the label of an action

    friend bool operator==(const Message &, const Message &) = default;
};

/// What the sentences need to know of the moment.
struct MessageContext
{
    QString workspaceName = {};
    QString host = {};
    bool offline = false; ///< the computer has no connection at all
    std::optional<QDateTime> dataFrom = {}; ///< when what is still on screen was fetched
    QTimeZone zone = QTimeZone::systemTimeZone();
    QLocale locale = {};
};

[[nodiscard]] QString labelOf(MessageAction action, const QString &place = {});

[[nodiscard]] Message messageFor(const Error &error, const MessageContext &context);
[[nodiscard]] Message messageFor(const Error &error,
                                 const QString &workspaceName,
                                 const QString &host);

/// While a wait that Braze asked for goes on; made anew once a second.
[[nodiscard]] Message waitMessage(const QDateTime &until,
                                  const QDateTime &now,
                                  const MessageContext &context);
/// @p failed are names of series.
[[nodiscard]] Message partialFailureMessage(int loaded, int total, const QStringList &failed);
[[nodiscard]] Message unreadableMessage(int unreadable, int total, Unit unit);
[[nodiscard]] Message expensiveRangeMessage(Unit unit,
                                            int days,
                                            int requestsPerSeries,
                                            int requestsInAll);
/// A part of what is asked for was left out.
[[nodiscard]] Message restMessage();
[[nodiscard]] Message cannotWriteMessage(const QString &place);
[[nodiscard]] Message demoMessage();

[[nodiscard]] QString sentenceFor(QueryProblem problem);

} // namespace emberline
