// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/connectiontest.h"
#include "app/workspace/endpoint.h"

#include <QCoreApplication>

namespace emberline {

/// What the connect dialog says; pure.
class ConnectSentences
{
    Q_DECLARE_TR_FUNCTIONS(emberline::ConnectSentences)

public:
    /// "events.data_series": Braze's own word, in no language.
    [[nodiscard]] static QString wordOf(Permission permission);
    [[nodiscard]] static QString purposeOf(Permission permission);
    /// What to do when the key does not have it.
    [[nodiscard]] static QString adviceFor(Permission permission);

    [[nodiscard]] static QString endpointProblem(EndpointProblem problem);
    /// The rule that @p text breaks, never the text; empty when it is a key.
    [[nodiscard]] static QString keyProblem(const QString &text);
    /// Why the test of @p host could say nothing.
    [[nodiscard]] static QString testFailure(const Error &error, const QString &host);
};

/// What to do with findings.
enum class ConnectVerdict {
    Usable, ///< events.data_series is there
    Missing, ///< the service said no
    Unreachable, ///< nobody answered: may be saved without a test
    Failed ///< an answer that says nothing about the key
};

[[nodiscard]] ConnectVerdict verdictOf(const std::vector<PermissionFinding> &findings);
/// True when the service answered that the key may not.
[[nodiscard]] bool isRefusal(const Error &error);

} // namespace emberline
