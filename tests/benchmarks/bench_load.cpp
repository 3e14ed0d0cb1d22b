// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
// What is captured waits for its end in the same function.
#include "app/load/session.h"
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/slowservice.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr std::chrono::milliseconds latency{50};
constexpr int yearOfHours = 365 * 24;
constexpr int idealRequests = 352; // four series in windows of 100 hours
constexpr int inFlight = 4;

/// The whole load in a session of its own, from start to its terminal signal.
double loadTime(const SlowService &service, const QString &historyFile, const Query &query)
{
    const FixedClock clock(benchNow());
    Session session({.endpoint = service.url(), .key = benchKey(), .historyFile = historyFile},
                    clock,
                    std::make_unique<QNetworkAccessManager>());
    return millisecondsOf([&session, &query] {
        QEventLoop loop;
        Load *load = session.start(query, {}, &session);
        QObject::connect(load, &Load::finished, &loop, [&loop](const DatasetPtr &dataset) {
            if (!dataset->failures.empty() || dataset->times.size() != yearOfHours) {
                qFatal("the load failed");
            }
            loop.quit();
        });
        loop.exec();
        delete load;
    });
}

/// As many requests as fast as Qt alone sends them, so many at a time: what is left of the
/// difference is the service and the wire.
double bareTime(const SlowService &service)
{
    QNetworkAccessManager network;
    const QUrl url(service.url().toString() + u"/events/list"_s);
    int left = idealRequests;
    int open = 0;
    QEventLoop loop;
    const std::function<void()> send = [&] {
        if (left == 0) {
            if (open == 0) {
                loop.quit();
            }
            return;
        }
        --left;
        ++open;
        QNetworkReply *reply = network.get(QNetworkRequest(url));
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&, reply] {
            reply->deleteLater();
            --open;
            send();
        });
    };
    return millisecondsOf([&] {
        for (int i = 0; i < inFlight; ++i) {
            send();
        }
        loop.exec();
    });
}

} // namespace

Figures benchLoad()
{
    const SlowService service(latency);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"history.sqlite"_s);
    const Query query = fourSegments(Unit::Hour, yearOfHours);
    const double ideal = double(idealRequests) / inFlight * double(latency.count());

    const double first = loadTime(service, file, query);
    const int asked = service.seriesRequests();
    const double again = medianOf(5, [&] { return loadTime(service, file, query); });
    const int askedAgain = service.seriesRequests() - asked;
    const double bare = bareTime(service);
    return {{.name = u"load_352"_s,
             .value = first,
             .unit = u"ms"_s,
             .baseline = ideal,
             .budget = {.ratio = 1.1},
             .remark = u"%1 requests; %2 ms when Qt alone sends as many"_s.arg(asked).arg(
                 bare, 0, 'f', 0)},
            {.name = u"load_352_again"_s,
             .value = again,
             .unit = u"ms"_s,
             .baseline = first,
             .budget = {.value = 50}},
            {.name = u"load_352_again_requests"_s,
             .value = double(askedAgain),
             .unit = u"requests"_s,
             .baseline = double(asked),
             .budget = {.value = 0}}};
}

} // namespace emberline::test
