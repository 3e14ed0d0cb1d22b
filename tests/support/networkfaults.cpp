// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

namespace emberline::test {

namespace {

QList<ErrorKind> network()
{
    return {ErrorKind::Network};
}

QList<ErrorKind> malformed()
{
    return {ErrorKind::MalformedReply};
}

QList<ErrorKind> timeout()
{
    return {ErrorKind::Timeout};
}

/// It depends on how far Qt got.
QList<ErrorKind> noHttp()
{
    return {ErrorKind::Network, ErrorKind::MalformedReply};
}

QList<ErrorKind> cut()
{
    return {ErrorKind::Network, ErrorKind::MalformedReply, ErrorKind::Timeout};
}

/// So many bytes of the good answer, counted from the end of its head, then the connection ends.
std::function<ScriptedAnswer(const FaultStage &)> dropsInBody(qsizetype bytes, bool reset = false)
{
    return [bytes, reset](const FaultStage &stage) {
        return ScriptedAnswer{
            .answer = stage.good, .dropAfter = headOf(stage).size() + bytes, .reset = reset};
    };
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray chunkedHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
           "Transfer-Encoding: chunked\r\n\r\n";
}

/// What zlib makes of it: HTTP's "deflate".
QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes).mid(4);
}

ScriptedAnswer encoded(const QByteArray &body, const QByteArray &encoding)
{
    ScriptedAnswer script = jsonScript(body);
    script.answer.headers.append(HttpHeader{"Content-Encoding", encoding});
    return script;
}

std::vector<Fault> brokenConnections()
{
    return {
        {.name = "nobody listens",
         .sees = "Offline: the held buckets stay, with the time they are from.",
         .never = "The screen is empty, or the load never ends.",
         .sight = {.errors = network(), .attempts = 3},
         .isNobodyThere = true},
        {.name = "reset before the head",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "The other series fail, too.",
         .sight = {.errors = network(), .attempts = 3},
         .play = [](const FaultStage &) { return ScriptedAnswer{.reset = true}; },
         .mayPass = true},
        {.name = "reset after the head",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "A head without a body passes for an answer without rows.",
         .sight = {.errors = noHttp(), .attempts = 3},
         .play = dropsInBody(0, true),
         .mayPass = true},
        {.name = "reset in the body",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "The rows that came are shown or kept.",
         .sight = {.errors = network(), .attempts = 3},
         .play = dropsInBody(200, true),
         .mayPass = true},
        {.name = "closed without a word",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "It is asked for without end.",
         .sight = {.errors = network(), .attempts = 3},
         .play = saysRaw({}),
         .mayPass = true},
        {.name = "closed in the status line",
         .sees = "The series failed; Retry.",
         .never = "Half a status counts as one.",
         .sight = {.errors = noHttp()},
         .play = saysRaw("HTTP/1.1 20")},
        {.name = "closed after the head",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "A head without a body passes for an answer without rows.",
         .sight = {.errors = network(), .attempts = 3},
         .play = dropsInBody(0),
         .mayPass = true},
        {.name = "closed in the body",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "The rows that came are shown or kept.",
         .sight = {.errors = network(), .attempts = 3},
         .play = dropsInBody(200),
         .mayPass = true},
        {.name = "closed after every answer",
         .sees = "Nothing: all is there.",
         .never = "A good answer is asked for again.",
         .play =
             [](const FaultStage &stage) {
                 return ScriptedAnswer{.answer = stage.good,
                                       .dropAfter = headOf(stage).size() + stage.good.body.size()};
             }},
    };
}

std::vector<Fault> slowConnections()
{
    return {
        {.name = "silence from the first byte",
         .sees = "The series was not answered in time, in three attempts; Retry.",
         .never = "The load waits for ever.",
         .sight = {.errors = timeout(), .attempts = 3},
         .play = [](const FaultStage &) { return ScriptedAnswer{.hold = true}; },
         .isSilent = true},
        {.name = "silence in the head",
         .sees = "The series was not answered in time, in three attempts; Retry.",
         .never = "The load waits for ever.",
         .sight = {.errors = timeout(), .attempts = 3},
         .play = [](const FaultStage &) { return ScriptedAnswer{.raw = "HTTP/1.1 200 OK\r\nCo"}; },
         .isSilent = true},
        {.name = "silence in the body",
         .sees = "The series was not answered in time, in three attempts; Retry.",
         .never = "The rows that came are shown or kept.",
         .sight = {.errors = timeout(), .attempts = 3},
         .play =
             [](const FaultStage &stage) {
                 return ScriptedAnswer{.raw = headOf(stage) + stage.good.body.left(200)};
             },
         .isSilent = true},
        {.name = "a trickle that does not end",
         .sees = "The series was not answered in time; Retry.",
         .never = "Each byte prolongs the wait.",
         .sight = {.errors = timeout()},
         .play =
             [](const FaultStage &stage) {
                 ScriptedAnswer script{.answer = stage.good, .chunk = 1};
                 script.answer.body.append(100'000, ' ');
                 return script;
             },
         .isSilent = true},
        {.name = "one byte at a time",
         .sees = "Nothing: all is there.",
         .never = "A byte is lost between two reads.",
         .play =
             [](const FaultStage &stage) {
                 return ScriptedAnswer{.answer = stage.good,
                                       .chunk = 1,
                                       .chunkInterval = std::chrono::milliseconds(0)};
             }},
    };
}

std::vector<Fault> noAnswers()
{
    return {
        {.name = "another protocol",
         .sees = "The series failed; Retry.",
         .never = "Noise is taken for numbers.",
         .sight = {.errors = noHttp()},
         .play = saysRaw("SSH-2.0-OpenSSH_9.2p1\r\n")},
        {.name = "noise",
         .sees = "The series failed; Retry.",
         .never = "Noise is taken for numbers.",
         .sight = {.errors = noHttp()},
         .play = saysRaw(QByteArray("\x00\xff\x13\x37\n\n\x00", 7).repeated(50))},
        {.name = "HTTP/0.9",
         .sees = "The series failed; Retry.",
         .never = "A body without a head is an answer.",
         .sight = {.errors = noHttp()},
         .play =
             [](const FaultStage &stage) {
                 return ScriptedAnswer{.raw = stage.good.body, .dropAfter = stage.good.body.size()};
             }},
        {.name = "a status that is no number",
         .sees = "The series failed; Retry.",
         .never = "It counts as success.",
         .sight = {.errors = noHttp()},
         .play =
             [](const FaultStage &stage) {
                 const QByteArray bytes = "HTTP/1.1 abc def\r\n\r\n" + stage.good.body;
                 return ScriptedAnswer{.raw = bytes, .dropAfter = bytes.size()};
             }},
    };
}

std::vector<Fault> wrongLengths()
{
    const auto withLength = [](int more, bool closes) {
        return [more, closes](const FaultStage &stage) {
            FaultStage other = stage;
            other.good.headers.append(
                HttpHeader{"Content-Length", QByteArray::number(stage.good.body.size() + more)});
            const QByteArray bytes = headOf(other) + stage.good.body;
            ScriptedAnswer script{.raw = bytes};
            if (closes) {
                script.dropAfter = bytes.size();
            }
            return script;
        };
    };
    return {
        {.name = "a length that is too great, and the end",
         .sees = "The series failed, after three attempts; Retry.",
         .never = "An answer that is not all there counts.",
         .sight = {.errors = network(), .attempts = 3},
         .play = withLength(10, true),
         .mayPass = true},
        {.name = "a length that is too great, and silence",
         .sees = "The series was not answered in time; Retry.",
         .never = "An answer that is not all there counts.",
         .sight = {.errors = timeout(), .attempts = 3},
         .play = withLength(10, false),
         .isSilent = true},
        {.name = "a length that is too small",
         .sees = "The series has no usable answer; Retry.",
         .never = "The first part of the numbers passes for all.",
         .sight = {.errors = malformed(), .attempts = 1},
         .play = withLength(-100, true)},
        {.name = "a body above the cap is announced",
         .sees = "The answer is larger than allowed; Details.",
         .never = "Gigabytes are waited for.",
         .sight = {.errors = {ErrorKind::TooLarge}, .attempts = 1},
         .play = withLength(1'000'000'000, false)},
        {.name = "a body above the cap comes in chunks",
         .sees = "The answer is larger than allowed; Details.",
         .never = "Memory fills up.",
         .sight = {.errors = {ErrorKind::TooLarge}, .attempts = 1},
         .play =
             [](const FaultStage &stage) {
                 return ScriptedAnswer{.raw = chunkedHead() + chunk(QByteArray(17 << 20, ' '))
                                            + chunk(stage.good.body) + "0\r\n\r\n"};
             }},
    };
}

std::vector<Fault> chunkFaults()
{
    return {
        {.name = "chunks that end in the middle",
         .sees = "The series failed; Retry.",
         .never = "The chunks that came pass for all.",
         .sight = {.errors = cut()},
         .play =
             [](const FaultStage &stage) {
                 const QByteArray bytes = chunkedHead() + chunk(stage.good.body.left(300));
                 return ScriptedAnswer{.raw = bytes, .dropAfter = bytes.size()};
             },
         .isSilent = true},
        {.name = "a chunk without a size",
         .sees = "The series failed; Retry.",
         .never = "A body is guessed.",
         .sight = {.errors = cut()},
         .play =
             [](const FaultStage &stage) {
                 const QByteArray bytes = chunkedHead() + "xyz\r\n" + stage.good.body + "\r\n";
                 return ScriptedAnswer{.raw = bytes, .dropAfter = bytes.size()};
             },
         .isSilent = true},
        {.name = "many small chunks",
         .sees = "Nothing: all is there.",
         .never = "A chunk is lost or doubled.",
         .play =
             [](const FaultStage &stage) {
                 QByteArray bytes = chunkedHead();
                 for (const char byte : stage.good.body) {
                     bytes += chunk(QByteArray(1, byte));
                 }
                 return ScriptedAnswer{.raw = bytes + "0\r\n\r\n"};
             }},
    };
}

std::vector<Fault> compressionFaults()
{
    return {
        {.name = "a compressed body that is cut",
         .sees = "The series has no usable answer; Retry.",
         .never = "The part that could be unpacked passes for all.",
         .sight = {.errors = noHttp()},
         .play =
             [](const FaultStage &stage) {
                 const QByteArray body = deflated(stage.good.body);
                 return encoded(body.left(body.size() / 2), "deflate");
             }},
        {.name = "a compressed body that is not compressed",
         .sees = "The series has no usable answer; Retry.",
         .never = "It is read anyway.",
         .sight = {.errors = noHttp()},
         .play =
             [](const FaultStage &stage) {
                 return encoded(stage.good.body, "gzip");
             }},
        {.name = "an encoding that nobody knows",
         .sees = "The series has no usable answer; Retry.",
         .never = "Bytes of it are shown as numbers.",
         .sight = {.errors = malformed(), .attempts = 1},
         .play =
             [](const FaultStage &stage) {
                 return encoded(deflated(stage.good.body), "x-unheard-of");
             }},
        {.name = "a small body that unpacks to more than the cap",
         .sees = "The answer can't be used; Details.",
         .never = "Memory fills up.",
         // Qt itself gives up on what packs suspiciously well.
         .sight = {.errors = {ErrorKind::TooLarge, ErrorKind::MalformedReply}, .attempts = 1},
         .play =
             [](const FaultStage &) {
                 static const QByteArray bomb = deflated("{\"data\":[" + QByteArray(64 << 20, ' ')
                                                         + "]}");
                 return encoded(bomb, "deflate");
             }},
        {.name = "a compressed body",
         .sees = "Nothing: all is there.",
         .never = "It is unpacked twice, or not at all.",
         .play =
             [](const FaultStage &stage) {
                 return encoded(deflated(stage.good.body), "deflate");
             }},
    };
}

} // namespace

std::vector<Fault> networkFaults()
{
    std::vector<Fault> faults;
    for (const auto &part : {brokenConnections(), slowConnections(), noAnswers(), wrongLengths()}) {
        faults.insert(faults.end(), part.begin(), part.end());
    }
    return faults; // Network is the kind of a fault that names none
}

std::vector<Fault> encodingFaults()
{
    std::vector<Fault> faults = chunkFaults();
    const std::vector<Fault> more = compressionFaults();
    faults.insert(faults.end(), more.begin(), more.end());
    return faults;
}

} // namespace emberline::test
