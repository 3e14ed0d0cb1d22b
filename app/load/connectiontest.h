// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/apikey.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace emberline {

/// What a key may be allowed to do. No endpoint tells: each is tried.
enum class Permission { EventsDataSeries, EventsList, SegmentsList };

struct PermissionFinding
{
    Permission permission = Permission::EventsDataSeries;
    bool granted = false;
    std::optional<Error> error = {}; ///< why not; a 401 or 403, or that it could not be found out

    friend bool operator==(const PermissionFinding &, const PermissionFinding &) = default;
};

/// Tries a key on an endpoint. Emits finished() exactly once, never inside the call that started
/// it; deleting it cancels silently.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// One finding per permission, in the order of the enum.
    void finished(const std::vector<emberline::PermissionFinding> &findings,
                  std::chrono::milliseconds duration);
};

class ConnectionTester
{
public:
    ConnectionTester() = default;
    virtual ~ConnectionTester() = default;
    ConnectionTester(const ConnectionTester &) = delete;
    ConnectionTester &operator=(const ConnectionTester &) = delete;

    /// The caller's @p parent owns the test.
    [[nodiscard]] virtual ConnectionTest *start(const QUrl &endpoint,
                                                const ApiKey &key,
                                                QObject *parent) = 0;
};

} // namespace emberline
