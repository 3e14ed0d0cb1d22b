// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/history/historynotice.h"
#include "app/history/sqlconnection.h"
#include "app/series/dataset.h"
#include "tests/support/faultserver.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace emberline::test {

enum class FaultKind { Network, Http, Json, Disk };

/// What a server knows that is about to go wrong.
struct FaultStage
{
    HttpAnswer good = {}; ///< what would be right
    QUrl elsewhere = {}; ///< another server, which nobody may ask
    QByteArray key = {};
    QDateTime now = {};
};

/// What a user gets to see, in terms of what a load and a history tell.
struct Sight
{
    QList<ErrorKind> errors = {}; ///< the series failed, with one of them; none: it did not fail
    int attempts = 0; ///< before it failed; 0: any number
    int missing = 0; ///< buckets without a count
    std::optional<LoadNotice::Kind> notice = {};
    std::optional<std::chrono::seconds> wait = {}; ///< announced; they don't sit through it
    std::optional<HistoryTrouble> trouble = {}; ///< with what is kept
    bool showsHeld = true; ///< what was kept is on screen at once
    bool keeps = true; ///< what came is kept
};

/// Lasts until it is gone.
using Spell = std::shared_ptr<void>;

/// One thing that goes wrong, every time it is tried.
struct Fault
{
    FaultKind kind = FaultKind::Network;
    const char *name = "";
    const char *sees = ""; ///< a sentence: what the user sees
    const char *never = ""; ///< a sentence: what must not happen
    Sight sight = {};
    /// What the server does with a request; absent: answers well, or nobody listens.
    std::function<ScriptedAnswer(const FaultStage &)> play = {};
    bool isNobodyThere = false;
    bool isSilent = false; ///< ends only when patience does
    bool mayPass = false; ///< all is well when it happens only once
    /// What is done to the history's file before a session, and while one has it open.
    std::function<Spell(const QString &file)> before = {};
    std::function<Spell(const QString &file)> during = {};
    std::function<StatementHook()> statements = {};
};

/// What the network, the service, its JSON and the disk do to us.
[[nodiscard]] const std::vector<Fault> &allFaults();

[[nodiscard]] std::vector<Fault> networkFaults();
[[nodiscard]] std::vector<Fault> encodingFaults();
[[nodiscard]] std::vector<Fault> statusFaults();
[[nodiscard]] std::vector<Fault> limitFaults();
[[nodiscard]] std::vector<Fault> headerFaults();
[[nodiscard]] std::vector<Fault> bodyFaults();
[[nodiscard]] std::vector<Fault> rowFaults();
[[nodiscard]] std::vector<Fault> fileFaults();
[[nodiscard]] std::vector<Fault> diskFaults();

/// Always the same bytes, then the connection ends.
[[nodiscard]] std::function<ScriptedAnswer(const FaultStage &)> saysRaw(const QByteArray &bytes);
/// A status with a body and more headers.
[[nodiscard]] std::function<ScriptedAnswer(const FaultStage &)> says(
    int status, const QByteArray &body, const QList<HttpHeader> &headers = {});
/// The head of the good answer, with @p headers, and all of its body, or @p body instead.
[[nodiscard]] QByteArray headOf(const FaultStage &stage, const QList<HttpHeader> &headers = {});

} // namespace emberline::test
