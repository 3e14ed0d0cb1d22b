// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include <QTcpSocket>
#include <QTimer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Sends @p bytes piece by piece, then does @p end. Dies with the connection.
void trickle(const ScriptedAnswer &script,
             QByteArray bytes,
             HttpConnection &connection,
             const std::function<void()> &end)
{
    auto *timer = new QTimer(&connection);
    timer->setInterval(script.chunkInterval);
    QObject::connect(
        timer,
        &QTimer::timeout,
        &connection,
        [timer, rest = std::move(bytes), size = script.chunk, &connection, end]() mutable {
            connection.send(rest.left(size));
            rest.remove(0, size);
            if (rest.isEmpty()) {
                timer->stop();
                timer->deleteLater();
                end();
            }
        });
    timer->start();
}

void sendScript(const ScriptedAnswer &script, HttpConnection &connection)
{
    if (script.reset && !script.dropAfter) {
        connection.abort();
        return;
    }
    QByteArray bytes = script.raw.value_or(toBytes(script.answer, connection.keepsAlive()));
    const bool drops = script.dropAfter.has_value();
    if (drops) {
        bytes.truncate(*script.dropAfter);
    }
    const auto end = [&connection, drops, resets = script.reset] {
        if (resets) {
            if (auto *socket = qobject_cast<QTcpSocket *>(connection.parent())) {
                socket->flush(); // abort() forgets what was not sent yet
            }
            connection.abort();
        } else if (drops) {
            connection.close();
        } else {
            connection.finish();
        }
    };
    if (script.chunk > 0) {
        trickle(script, bytes, connection, end);
    } else {
        connection.send(bytes);
        end();
    }
}

} // namespace

ScriptedAnswer jsonScript(const QByteArray &body, int status)
{
    return {.answer = {
                .status = status, .headers = {{"Content-Type", "application/json"}}, .body = body}};
}

FaultServer::FaultServer(QObject *parent)
    : QObject(parent)
    , m_server([this](const HttpRequest &request, HttpConnection &connection) {
        handle(request, connection);
    })
{
    connect(&m_server, &HttpServer::disconnected, this, [this](bool answering) {
        m_abandoned += answering ? 1 : 0;
    });
}

bool FaultServer::listen()
{
    return m_server.listen();
}

QUrl FaultServer::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.port());
    return url;
}

void FaultServer::handle(const HttpRequest &request, HttpConnection &connection)
{
    m_requests.push_back(request);
    ScriptedAnswer script = jsonScript(R"({"message":"not planned by the test"})", 500);
    if (!m_scripts.empty()) {
        script = std::exchange(m_scripts.front(), {});
        m_scripts.pop();
    } else if (m_responder) {
        script = m_responder(request);
    }
    if (script.hold) {
        m_held.push_back({.connection = &connection, .script = std::move(script)});
    } else {
        perform(script, connection);
    }
    Q_EMIT requested(request);
}

void FaultServer::perform(const ScriptedAnswer &script, HttpConnection &connection)
{
    if (script.delay.count() == 0) {
        sendScript(script, connection);
        return;
    }
    QTimer::singleShot(script.delay, Qt::PreciseTimer, &connection, [script, &connection] {
        sendScript(script, connection);
    });
}

void FaultServer::release()
{
    for (const Held &held : std::exchange(m_held, {})) {
        if (held.connection) {
            perform(held.script, *held.connection);
        }
    }
}

} // namespace emberline::test
