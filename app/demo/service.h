// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpmessage.h"
#include "app/demo/shop.h"

#include <QDateTime>

namespace emberline {

/// What the demo knows how to answer.
enum class DemoEndpoint { EventsDataSeries, EventsList, SegmentsList };

/// The endpoint at @p path (percent-encoded), or nothing.
[[nodiscard]] std::optional<DemoEndpoint> demoEndpoint(const QByteArray &path);

/// The permission that a key needs for it.
[[nodiscard]] QString permissionOf(DemoEndpoint endpoint);

/// An answer as Braze words its errors: {"message": …}.
[[nodiscard]] HttpAnswer messageAnswer(int status, const QString &message);

/// The three endpoints: request in, answer out, nothing kept in between. An independent
/// reading of the wire; it shares no line with the client that is tested against it.
class DemoService
{
public:
    /// @p missingPercent of the buckets are left out of the answers, always the same ones.
    explicit DemoService(DemoCatalog catalog = shopCatalog(), int missingPercent = 0);

    /// @p now (UTC) is when the request came: what happens later has not been counted yet.
    [[nodiscard]] HttpAnswer answer(DemoEndpoint endpoint,
                                    const QByteArray &query,
                                    const QDateTime &now) const;

private:
    using Parameters = QHash<QString, QString>;
    struct SeriesRequest;

    [[nodiscard]] HttpAnswer dataSeries(const Parameters &parameters, const QDateTime &now) const;
    [[nodiscard]] HttpAnswer eventsList(const Parameters &parameters) const;
    [[nodiscard]] HttpAnswer segmentsList(const Parameters &parameters) const;
    /// Empty, or what is wrong with the parameters.
    [[nodiscard]] QString readSlice(const Parameters &parameters, SeriesRequest &request) const;
    [[nodiscard]] QByteArray rows(const SeriesRequest &request) const;
    [[nodiscard]] bool isDropped(const SeriesRequest &request, qint64 bucket) const;

    DemoCatalog m_catalog;
    int m_missingPercent = 0;
};

} // namespace emberline
