// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/sqlconnection.h"

#include <QStringList>

namespace emberline {

/// The statements that lead from one version of the file to the next; the file's `user_version` is
/// how many of the steps it has taken.
using SchemaSteps = std::vector<QStringList>;

/// Steps are added at the end and never changed once released.
[[nodiscard]] const SchemaSteps &historySchema();

[[nodiscard]] Result<int> schemaVersion(SqlConnection &connection);

/// Takes the steps that the file has not taken yet, all or none; safe when two programs begin it
/// at once. A file that has taken more steps than we know is left as it is.
[[nodiscard]] Result<Done> migrate(SqlConnection &connection, const SchemaSteps &steps);

} // namespace emberline
