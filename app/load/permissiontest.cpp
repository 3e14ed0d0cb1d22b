// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/permissiontest.h"

#include "app/braze/client.h"
#include "app/braze/listparser.h"
#include "app/braze/metric.h"
#include "app/braze/seriesparser.h"
#include "app/braze/seriesrequest.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// The event that is asked for need not exist; the lists are asked for without anything that
/// could be wrong.
bool isAllowedAllTheSame(const PermissionFinding &finding, const Error &error)
{
    return finding.permission == Permission::EventsDataSeries && error.httpStatus == 400;
}

/// Why @p answer is not Braze's: a gateway may answer anything with a friendly 200.
std::optional<Error> problemIn(const Answer &answer, Permission permission)
{
    const auto errorOf = [&answer](const auto &parsed) {
        return parsed ? std::nullopt : std::optional(errorIn(answer, parsed.error()));
    };
    switch (permission) {
    case Permission::EventsDataSeries:
        return errorOf(parseSeries(answer.body, rulesOf(MetricKind::CustomEvent), Unit::Day));
    case Permission::EventsList:
        return errorOf(parseEventsPage(answer.body));
    case Permission::SegmentsList:
        return errorOf(parseSegmentsPage(answer.body));
    }
    Q_UNREACHABLE();
}

class PermissionProbe final : public ConnectionTest
{
    Q_OBJECT

public:
    PermissionProbe(const QUrl &endpoint,
                    const ApiKey &key,
                    const Clock &clock,
                    ProxyCredentials *proxies,
                    QObject *parent)
        : ConnectionTest(parent)
        , m_client(&m_network, endpoint, key, clock, onceOnly(proxies), this)
        , m_findings{{.permission = Permission::EventsDataSeries},
                     {.permission = Permission::EventsList},
                     {.permission = Permission::SegmentsList}}
    {
        m_elapsed.start();
        const Request any{.key = {.metric = {.name = u"emberline_connection_test"_s}}};
        probe(0, seriesTarget(any).value());
        probe(1, eventsListTarget(0));
        probe(2, segmentsListTarget(0));
    }

private:
    /// Someone is looking at the dialog: say soon what is wrong instead of trying again.
    static ClientOptions onceOnly(ProxyCredentials *proxies)
    {
        ClientOptions options;
        options.maxAttempts = 1;
        options.idleTimeout = std::chrono::seconds(10);
        options.deadline = std::chrono::seconds(20);
        options.proxies = proxies;
        return options;
    }

    void probe(std::size_t index, const QByteArray &target)
    {
        Call *call = m_client.get(target, this);
        connect(call, &Call::finished, this, [this, call, index](const Result<Answer> &result) {
            call->deleteLater();
            PermissionFinding &finding = m_findings[index];
            finding.error = result ? problemIn(*result, finding.permission)
                                   : std::optional(result.error());
            finding.granted = !finding.error || isAllowedAllTheSame(finding, *finding.error);
            if (finding.granted) {
                finding.error.reset();
            }
            if (++m_done == m_findings.size()) {
                Q_EMIT finished(m_findings, std::chrono::milliseconds(m_elapsed.elapsed()));
            }
        });
    }

    QNetworkAccessManager m_network;
    Client m_client;
    std::vector<PermissionFinding> m_findings;
    QElapsedTimer m_elapsed;
    std::size_t m_done = 0;
};

} // namespace

PermissionTester::PermissionTester(const Clock &clock, ProxyCredentials *proxies)
    : m_clock(clock)
    , m_proxies(proxies)
{ }

ConnectionTest *PermissionTester::start(const QUrl &endpoint, const ApiKey &key, QObject *parent)
{
    return new PermissionProbe(endpoint, key, m_clock, m_proxies, parent); // the caller's
}

} // namespace emberline

#include "permissiontest.moc"
