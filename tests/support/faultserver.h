// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpserver.h"

#include <QPointer>
#include <QUrl>

#include <queue>
#include <vector>

namespace emberline::test {

/// What the fault server does with one request.
struct ScriptedAnswer
{
    HttpAnswer answer = {};
    std::chrono::milliseconds delay{0}; ///< before the first byte
    std::optional<QByteArray> raw = {}; ///< sent instead of the answer, as it is
    std::optional<qsizetype> dropAfter = {}; ///< only so many bytes, then the connection ends
    bool reset =
        false; ///< the connection is reset: with dropAfter after so many bytes, else at once
    bool hold = false; ///< nothing is sent before release()
    qsizetype chunk = 0; ///< so many bytes at a time; 0: all at once
    std::chrono::milliseconds chunkInterval{1};
};

/// A script that answers with JSON.
[[nodiscard]] ScriptedAnswer jsonScript(const QByteArray &body, int status = 200);

/// A server on 127.0.0.1 that does what a test tells it and remembers what it was asked.
class FaultServer final : public QObject
{
    Q_OBJECT

public:
    using Responder = std::function<ScriptedAnswer(const HttpRequest &)>;

    explicit FaultServer(QObject *parent = nullptr);

    /// Listens on a free port; false if that fails.
    [[nodiscard]] bool listen();
    [[nodiscard]] QUrl url() const;

    /// Answers the next request that has no script yet.
    void enqueue(ScriptedAnswer script) { m_scripts.push(std::move(script)); }
    /// Answers every request for which nothing is queued. Without one they get a 500, which says
    /// that the request was not planned.
    void setResponder(Responder responder) { m_responder = std::move(responder); }
    /// Sends the answers that are held.
    void release();

    [[nodiscard]] const std::vector<HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] int requestCount() const { return static_cast<int>(m_requests.size()); }
    /// Clients that left before their answer was sent in full.
    [[nodiscard]] int abandonedCount() const { return m_abandoned; }

Q_SIGNALS:
    void requested(const emberline::HttpRequest &request);

private:
    struct Held
    {
        QPointer<HttpConnection> connection;
        ScriptedAnswer script;
    };

    void handle(const HttpRequest &request, HttpConnection &connection);
    static void perform(const ScriptedAnswer &script, HttpConnection &connection);

    std::queue<ScriptedAnswer> m_scripts;
    Responder m_responder;
    std::vector<HttpRequest> m_requests;
    std::vector<Held> m_held;
    int m_abandoned = 0;
    HttpServer m_server; ///< last: its handler uses the others
};

} // namespace emberline::test
