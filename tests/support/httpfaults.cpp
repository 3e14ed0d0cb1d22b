// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

namespace {

QByteArray refusal()
{
    return R"({"message":"not today"})";
}

QByteArray page()
{
    return "<html><body>Sign in to the network</body></html>";
}

/// Sends whoever follows to the other server, with the same path and query.
std::function<ScriptedAnswer(const FaultStage &)> sendsElsewhere(int status)
{
    return [status](const FaultStage &stage) {
        return says(status, page(), {{"Location", stage.elsewhere.toEncoded() + "/login"}})(stage);
    };
}

std::function<ScriptedAnswer(const FaultStage &)> throttles(
    std::function<HttpHeader(const FaultStage &)> hint)
{
    return [hint = std::move(hint)](const FaultStage &stage) {
        return says(429, refusal(), {hint(stage)})(stage);
    };
}

std::function<ScriptedAnswer(const FaultStage &)> throttles(const HttpHeader &hint)
{
    return throttles([hint](const FaultStage &) { return hint; });
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " GMT";
}

Fault refusing(const char *name, int status, ErrorKind kind, const char *sees, const char *never)
{
    return {.kind = FaultKind::Http,
            .name = name,
            .sees = sees,
            .never = never,
            .sight = {.errors = {kind}, .attempts = 1},
            .play = says(status, refusal())};
}

Fault failing(const char *name,
              const char *never,
              std::function<ScriptedAnswer(const FaultStage &)> play)
{
    return {.kind = FaultKind::Http,
            .name = name,
            .sees = "Braze has a problem, with its status, tried three times; Retry.",
            .never = never,
            .sight = {.errors = {ErrorKind::Server}, .attempts = 3},
            .play = std::move(play),
            .mayPass = true};
}

/// Play that the user ends the wait: then it is answered well.
Fault waiting(const char *name, std::function<ScriptedAnswer(const FaultStage &)> play)
{
    return {
        .kind = FaultKind::Http,
        .name = name,
        .sees = "Braze asked us to wait until a moment, which is told; Try now. Then all is there.",
        .never = "It is asked again before, or waits longer than it was told.",
        .sight = {.wait = 300s},
        .play = std::move(play)};
}

std::vector<Fault> refusals()
{
    return {
        refusing("400",
                 400,
                 ErrorKind::BadRequest,
                 "Braze could not use the request, in its own words.",
                 "It is sent again as it is."),
        refusing("403",
                 403,
                 ErrorKind::Forbidden,
                 "The key lacks a permission.",
                 "The key is taken for deleted."),
        refusing("404",
                 404,
                 ErrorKind::NotFound,
                 "Braze does not know the request; check the endpoint.",
                 "What is held is forgotten."),
        refusing("408",
                 408,
                 ErrorKind::BadRequest,
                 "Braze could not use the request, in its own words.",
                 "It passes for an empty series."),
        refusing("413",
                 413,
                 ErrorKind::BadRequest,
                 "Braze could not use the request, in its own words.",
                 "It passes for an empty series."),
        refusing("418",
                 418,
                 ErrorKind::BadRequest,
                 "Braze could not use the request, in its own words.",
                 "A status that nobody expects crashes."),
        {.kind = FaultKind::Http,
         .name = "401 that repeats the key",
         .sees = "Braze did not accept the key.",
         .never = "The key stands in a message, a record or a file.",
         .sight = {.errors = {ErrorKind::Unauthorized}, .attempts = 1},
         .play =
             [](const FaultStage &stage) {
                 return says(401,
                             R"({"message":"Invalid API key: )" + stage.key + R"("})",
                             {{"X-Request-Id", stage.key}, {"X-Echo", "Bearer " + stage.key}})(
                     stage);
             }},
        {.kind = FaultKind::Http,
         .name = "401 that wants a name and a password",
         .sees = "Braze did not accept the key.",
         .never = "Qt sends something of its own, or asks without end.",
         .sight = {.errors = {ErrorKind::Unauthorized}},
         .play = says(401, refusal(), {{"WWW-Authenticate", "Basic realm=\"here\""}})},
    };
}

std::vector<Fault> redirections()
{
    const auto redirecting = [](const char *name, int status) {
        return Fault{.kind = FaultKind::Http,
                     .name = name,
                     .sees = "We were sent on to another address, and did not follow.",
                     .never = "The other address is asked, or sees the key.",
                     .sight = {.errors = {ErrorKind::Redirected}, .attempts = 1},
                     .play = sendsElsewhere(status)};
    };
    return {
        redirecting("301", 301),
        redirecting("302 of a captive portal", 302),
        redirecting("307", 307),
        redirecting("308", 308),
        {.kind = FaultKind::Http,
         .name = "304 that was not asked for",
         .sees = "We were sent on to another address, and did not follow.",
         .never = "Something old is taken from a cache.",
         .sight = {.errors = {ErrorKind::Redirected}, .attempts = 1},
         .play = says(304, {})},
    };
}

std::vector<Fault> noBodies()
{
    const auto empty = [](const char *name,
                          std::function<ScriptedAnswer(const FaultStage &)> play) {
        return Fault{.kind = FaultKind::Http,
                     .name = name,
                     .sees = "The series has no usable answer; Retry.",
                     .never = "Nothing counts as zero, or as missing.",
                     .sight = {.errors = {ErrorKind::MalformedReply}, .attempts = 1},
                     .play = std::move(play)};
    };
    return {
        empty("200 without a body", says(200, {})),
        empty("204", saysRaw("HTTP/1.1 204 No Content\r\n\r\n")),
        empty("200 with a page", says(200, page())),
        empty("200 with words and no data", says(200, refusal())),
    };
}

} // namespace

std::vector<Fault> statusFaults()
{
    std::vector<Fault> faults{
        failing("500", "It is given up at the first try.", says(500, refusal())),
        failing("502 with a page", "The page() is shown.", says(502, page())),
        failing("503 that names a time",
                "It is asked more than three times.",
                says(503, refusal(), {{"Retry-After", "1"}})),
        failing("504 without a body", "It passes for an empty series.", says(504, {})),
        failing("599", "A status that nobody expects crashes.", says(599, refusal())),
    };
    for (const auto &part : {refusals(), redirections(), noBodies()}) {
        faults.insert(faults.end(), part.begin(), part.end());
    }
    return faults;
}

std::vector<Fault> limitFaults()
{
    const Fault unnamed{.kind = FaultKind::Http,
                        .name = "429 that names no time",
                        .sees = "Braze asked us to wait, tried three times; Retry.",
                        .never = "It is asked again and again.",
                        .sight = {.errors = {ErrorKind::RateLimited}, .attempts = 3},
                        .play = says(429, refusal()),
                        .mayPass = true};
    const auto absurd = [unnamed](const char *name, const HttpHeader &hint) {
        Fault fault = unnamed;
        fault.name = name;
        fault.never = "It waits for years, or not at all.";
        fault.play = throttles(hint);
        return fault;
    };
    return {
        unnamed,
        absurd("429 that names a thousand years", {"Retry-After", "31556952000"}),
        absurd("429 that names a time before now", {"X-RateLimit-Reset", "1000000001"}),
        absurd("429 that names nonsense", {"X-RateLimit-Retry-After", "-soon"}),
        waiting("429 with X-RateLimit-Retry-After", throttles({"X-RateLimit-Retry-After", "300"})),
        waiting("429 with Retry-After in seconds", throttles({"Retry-After", "300"})),
        waiting("429 with Retry-After as a date", throttles([](const FaultStage &stage) {
                    return HttpHeader{"Retry-After", httpDate(stage.now.addSecs(300))};
                })),
        waiting("429 with X-RateLimit-Reset", throttles([](const FaultStage &stage) {
                    const qint64 end = stage.now.toSecsSinceEpoch() + 300;
                    return HttpHeader{"X-RateLimit-Reset", QByteArray::number(end)};
                })),
    };
}

std::vector<Fault> headerFaults()
{
    const auto fine = [](const char *name, const char *never, const QList<HttpHeader> &headers) {
        return Fault{.kind = FaultKind::Http,
                     .name = name,
                     .sees = "Nothing: all is there.",
                     .never = never,
                     .play = [headers](const FaultStage &stage) {
                         ScriptedAnswer script{.answer = stage.good};
                         script.answer.headers += headers;
                         return script;
                     }};
    };
    const QList<ErrorKind> noHttp{
        ErrorKind::MalformedReply, ErrorKind::Network, ErrorKind::Timeout};
    return {
        fine("90 headers",
             "One too many is a crash.",
             QList<HttpHeader>(90, HttpHeader{"X-More", "1"})),
        fine("a cookie", "It is sent back.", {{"Set-Cookie", "session=hidden; Path=/"}}),
        fine("another type", "The type decides.", {{"Content-Type", "text/html"}}),
        fine(
            "limits that are no numbers", "The gauge shows them.", {{"X-RateLimit-Limit", "a\tb"}}),
        {.kind = FaultKind::Http,
         .name = "150 headers",
         .sees = "The series failed; Retry.",
         .never = "The load waits for ever.",
         .sight = {.errors = noHttp},
         .play = fine("", "", QList<HttpHeader>(150, HttpHeader{"X-More", "1"})).play,
         .isSilent = true},
        {.kind = FaultKind::Http,
         .name = "a header of 100 KiB",
         .sees = "The series failed; Retry.",
         .never = "The load waits for ever, or the header stands in an error.",
         .sight = {.errors = noHttp},
         .play = fine("", "", {{"X-Long", QByteArray(102'400, 'a')}}).play,
         .isSilent = true},
        fine("a NUL in a header", "What follows is lost.", {{"X-Nul", QByteArray("a\0b", 3)}}),
        {.kind = FaultKind::Http,
         .name = "two lengths",
         .sees = "The series failed; Retry.",
         .never = "The first part of the numbers passes for all.",
         .sight = {.errors = noHttp},
         .play =
             [](const FaultStage &stage) {
                 const QByteArray bytes =
                     "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Length: "
                     + QByteArray::number(stage.good.body.size()) + "\r\n\r\n" + stage.good.body;
                 return ScriptedAnswer{.raw = bytes, .dropAfter = bytes.size()};
             }},
        {.kind = FaultKind::Http,
         .name = "100 before the answer",
         .sees = "Nothing: all is there.",
         .never = "It counts as the answer.",
         .play =
             [](const FaultStage &stage) {
                 return ScriptedAnswer{.raw = "HTTP/1.1 100 Continue\r\n\r\n" + headOf(stage)
                                            + stage.good.body};
             }},
    };
}

} // namespace emberline::test
