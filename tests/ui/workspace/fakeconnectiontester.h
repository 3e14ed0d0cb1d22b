// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/connectiontest.h"

#include <QPointer>

#include <vector>

namespace emberline::test {

/// Remembers what was tried; the test answers.
class FakeConnectionTester final : public ConnectionTester
{
public:
    struct Tried
    {
        QUrl endpoint;
        QByteArray key;
        QPointer<ConnectionTest> test;
    };

    ConnectionTest *start(const QUrl &endpoint, const ApiKey &key, QObject *parent) override
    {
        auto *test = new ConnectionTest(parent); // owned by whoever asked
        tried.push_back({endpoint, key.bytes(), test});
        return test;
    }

    /// The last test ends: @p granted of the three permissions in their order, or @p error.
    void answer(const std::vector<bool> &granted, ErrorKind error = ErrorKind::Forbidden)
    {
        constexpr std::array all{
            Permission::EventsDataSeries, Permission::EventsList, Permission::SegmentsList};
        std::vector<PermissionFinding> findings;
        for (std::size_t i = 0; i < all.size(); ++i) {
            PermissionFinding finding{.permission = all.at(i), .granted = granted.at(i)};
            if (!finding.granted) {
                finding.error = Error{.kind = error};
            }
            findings.push_back(finding);
        }
        Q_EMIT tried.back().test->finished(findings, std::chrono::milliseconds(214));
    }

    std::vector<Tried> tried;
};

} // namespace emberline::test
