// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

namespace emberline::test {

const std::vector<Fault> &allFaults()
{
    static const std::vector<Fault> all = [] {
        std::vector<Fault> faults;
        for (const auto &part : {networkFaults(),
                                 encodingFaults(),
                                 statusFaults(),
                                 limitFaults(),
                                 headerFaults(),
                                 bodyFaults(),
                                 rowFaults(),
                                 fileFaults(),
                                 diskFaults()}) {
            faults.insert(faults.end(), part.begin(), part.end());
        }
        return faults;
    }();
    return all;
}

std::function<ScriptedAnswer(const FaultStage &)> saysRaw(const QByteArray &bytes)
{
    return [bytes](const FaultStage &) {
        return ScriptedAnswer{.raw = bytes, .dropAfter = bytes.size()};
    };
}

std::function<ScriptedAnswer(const FaultStage &)> says(int status,
                                                       const QByteArray &body,
                                                       const QList<HttpHeader> &headers)
{
    return [status, body, headers](const FaultStage &) {
        ScriptedAnswer script = jsonScript(body, status);
        script.answer.headers += headers;
        return script;
    };
}

QByteArray headOf(const FaultStage &stage, const QList<HttpHeader> &headers)
{
    HttpAnswer answer = stage.good;
    answer.headers += headers;
    const QByteArray bytes = toBytes(answer);
    return bytes.left(bytes.size() - answer.body.size());
}

} // namespace emberline::test
