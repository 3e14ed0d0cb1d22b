// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/connectiontest.h"
#include "app/workspace/keykeeper.h"

namespace emberline {

/// Tests the connection of a saved workspace: an empty key stands for the one that is stored.
class StoredKeyTester final : public ConnectionTester
{
public:
    /// @p inner and @p keys outlive the tester.
    StoredKeyTester(ConnectionTester &inner, KeyKeeper &keys, QString workspaceId);

    [[nodiscard]] ConnectionTest *start(const QUrl &endpoint,
                                        const ApiKey &key,
                                        QObject *parent) override;

private:
    ConnectionTester &m_inner;
    KeyKeeper &m_keys;
    QString m_workspaceId;
};

} // namespace emberline
