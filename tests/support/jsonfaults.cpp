// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

#include <algorithm>

namespace emberline::test {

namespace {

using Play = std::function<ScriptedAnswer(const FaultStage &)>;

/// The good body as @p change leaves it.
Play changed(std::function<void(QByteArray &)> change)
{
    return [change = std::move(change)](const FaultStage &stage) {
        ScriptedAnswer script{.answer = stage.good};
        change(script.answer.body);
        return script;
    };
}

Play replaced(const QByteArray &from, const QByteArray &to)
{
    return changed([from, to](QByteArray &body) { body.replace(from, to); });
}

/// Another row in the place of one of a day that has long been over; "COUNT" is what it should say.
Play withRow(const QByteArray &row)
{
    return changed([row](QByteArray &body) {
        const QByteArray begin = R"({"time":"2026-03-03","count":)";
        const qsizetype at = body.indexOf(begin);
        if (at >= 0) { // an answer to a second question may be about other days
            const qsizetype number = at + begin.size();
            const qsizetype end = body.indexOf('}', number);
            const QByteArray count = body.mid(number, end - number);
            body.replace(at, end + 1 - at, QByteArray(row).replace("COUNT", count));
        }
    });
}

/// "[row,row,…]" of @p body.
QByteArray listIn(const QByteArray &body)
{
    const qsizetype at = body.indexOf('[');
    return body.mid(at, body.lastIndexOf(']') + 1 - at);
}

Fault noJson(const char *name, Play play)
{
    return {.kind = FaultKind::Json,
            .name = name,
            .sees = "The series has no usable answer; Retry.",
            .never = "A part of it is shown or kept, or it is asked for at once again.",
            .sight = {.errors = {ErrorKind::MalformedReply}, .attempts = 1},
            .play = std::move(play)};
}

Fault harmless(const char *name, const char *never, Play play)
{
    return {.kind = FaultKind::Json,
            .name = name,
            .sees = "Nothing: all is there.",
            .never = never,
            .play = std::move(play)};
}

Fault unreadable(const char *name, const QByteArray &row)
{
    return {.kind = FaultKind::Json,
            .name = name,
            .sees = "A gap of one day, and a notice that one row could not be read.",
            .never = "The day counts as zero or as some other number, or is missing for good.",
            .sight = {.missing = 1, .notice = LoadNotice::Kind::UnreadableRows},
            .play = withRow(row)};
}

Fault worded(const char *name, const QByteArray &envelope)
{
    return {.kind = FaultKind::Json,
            .name = name,
            .sees = "All is there, and what the service said.",
            .never = "The numbers are thrown away, or the words are not told.",
            .sight = {.notice = LoadNotice::Kind::ServerMessage},
            .play = replaced(R"({"message":"success")", envelope)};
}

} // namespace

std::vector<Fault> bodyFaults()
{
    return {
        noJson("a list", changed([](QByteArray &body) { body = listIn(body); })),
        noJson("null", says(200, "null")),
        noJson("a number", says(200, "42")),
        noJson("a text", says(200, R"("success")")),
        noJson("an empty object", says(200, "{}")),
        noJson("data that is null", says(200, R"({"message":"success","data":null})")),
        noJson("data that is an object", changed([](QByteArray &body) {
                   body = R"({"message":"success","data":{"0":)" + listIn(body) + "}}";
               })),
        noJson("an end in the middle of a row", changed([](QByteArray &body) { body.chop(8); })),
        noJson("an end that only looks right",
               changed([](QByteArray &body) { body.truncate(body.lastIndexOf("},") + 1); })),
        noJson("two documents", changed([](QByteArray &body) { body += body; })),
        noJson("1,025 levels", changed([](QByteArray &body) {
                   const QByteArray deep = R"("deep":)" + QByteArray(1'025, '[')
                                         + QByteArray(1'025, ']') + ",";
                   body.insert(1, deep);
               })),
        noJson("NaN for a count", withRow(R"({"time":"2026-03-03","count":NaN})")),
        noJson("bytes that are no UTF-8", replaced("success", "succ\xff\xfess")),
        noJson("single quotes", replaced("\"", "'")),
        noJson("UTF-16", changed([](QByteArray &body) {
                   const QString text = QString::fromLatin1(body);
                   body = QByteArray(reinterpret_cast<const char *>(text.utf16()), // NOLINT: bytes
                                     text.size() * qsizetype{sizeof(char16_t)});
               })),
        harmless("a byte order mark", "It hides the whole answer.", changed([](QByteArray &body) {
                     body.prepend("\xEF\xBB\xBF");
                 })),
        harmless("blank lines around it",
                 "They hide the whole answer.",
                 changed([](QByteArray &body) { body = "\r\n\r\n" + body + "\n\n"; })),
        harmless("fields that nobody knows",
                 "One of them is taken for a count.",
                 replaced(R"("time")", R"("total":1,"count_by_variation":[2],"time")")),
        harmless("a list of data that another one replaces",
                 "The first of two lists counts.",
                 replaced(R"("data":)", R"("data":[{"time":"2026-03-03","count":5}],"data":)")),
        worded("another message than success", R"({"message":"Slow today")"),
        worded("errors beside the data", R"({"message":"success","errors":["one shard is late"])"),
    };
}

std::vector<Fault> rowFaults()
{
    std::vector<Fault> faults{
        unreadable("a count that is a text", R"({"time":"2026-03-03","count":"COUNT"})"),
        unreadable("a count with a fraction", R"({"time":"2026-03-03","count":COUNT.5})"),
        unreadable("a negative count", R"({"time":"2026-03-03","count":-COUNT})"),
        unreadable("a count of 1e300", R"({"time":"2026-03-03","count":1e300})"),
        unreadable("a count that is null", R"({"time":"2026-03-03","count":null})"),
        unreadable("a count that is true", R"({"time":"2026-03-03","count":true})"),
        unreadable("a row without a count", R"({"time":"2026-03-03"})"),
        unreadable("a row without a time", R"({"count":COUNT})"),
        unreadable("a time that is no time", R"({"time":"soon","count":COUNT})"),
        unreadable("a time that is a number", R"({"time":1772496000,"count":COUNT})"),
        unreadable("a day that does not exist", R"({"time":"2026-02-30","count":COUNT})"),
        unreadable("a row that is a list", R"(["2026-03-03",COUNT])"),
        harmless("a time of day with a day",
                 "A zone shifts the day.",
                 withRow(R"({"time":"2026-03-03T23:30:00-12:00","count":COUNT})")),
        harmless("a day twice, the last one right",
                 "Both counts are added.",
                 withRow(R"({"time":"2026-03-03","count":1},{"time":"2026-03-03","count":COUNT})")),
        harmless("a count twice in its row, the last one right",
                 "The first one counts.",
                 withRow(R"({"time":"2026-03-03","count":1,"count":COUNT})")),
        harmless("a count of whole 1.0e3 form",
                 "It is rounded or refused.",
                 withRow(R"({"time":"2026-03-03","count":COUNT.0e0})")),
        harmless(
            "rows of other years",
            "The axis grows to a century.",
            replaced(
                R"("data":[)",
                R"("data":[{"time":"1926-03-03","count":5},{"time":"2126-03-03","count":5},)")),
        harmless("200,000 rows of other days",
                 "The window stands still.",
                 [](const FaultStage &stage) {
                     QByteArray more;
                     QDate day(1401, 1, 1);
                     for (int i = 0; i < 200'000; ++i, day = day.addDays(1)) {
                         more += R"({"time":")" + day.toString(Qt::ISODate).toLatin1()
                               + R"(","count":5},)";
                     }
                     return replaced(R"("data":[)", QByteArray(R"("data":[)" + more))(stage);
                 }),
    };
    faults.push_back(
        harmless("rows in no order", "The line runs back.", changed([](QByteArray &body) {
                     QByteArray list = listIn(body);
                     list.replace(R"(},{)", "}\n{");
                     QByteArrayList rows = list.mid(1, list.size() - 2).split('\n');
                     std::reverse(rows.begin(), rows.end());
                     std::swap(rows.front(), rows[rows.size() / 2]);
                     body = R"({"message":"success","data":[)" + rows.join(',') + "]}";
                 })));
    return faults;
}

} // namespace emberline::test
