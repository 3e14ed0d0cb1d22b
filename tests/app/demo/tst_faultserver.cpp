// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"
#include "tests/support/strictness.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestFaultServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aScriptIsAnsweredAndTheRequestRemembered();
    void withoutAScriptTheRequestWasNotPlanned();
    void theResponderStepsInWhenTheQueueIsEmpty();
    void aHeldAnswerComesWhenReleased();
    void aHeldAnswerOfAClientThatLeftIsForgotten();
    void anAnswerMayBeCutShort();
    void aConnectionMayBeReset();
    void anAnswerMayTrickle();
    void aTrickleEndsWithItsClient();
    void rawBytesAreSentAsTheyAre();

private:
    std::unique_ptr<QNetworkReply> get(const QByteArray &target = "/");
    QByteArray bodyOf(const ScriptedAnswer &script);

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

void TestFaultServer::init()
{
    failOnAnyWarning();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
}

std::unique_ptr<QNetworkReply> TestFaultServer::get(const QByteArray &target)
{
    QNetworkRequest request(QUrl::fromEncoded(m_server->url().toEncoded() + target));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("X-Mark", "seen");
    return std::unique_ptr<QNetworkReply>(m_network->get(request));
}

/// What arrives of the answer; every request gets the same, for Qt asks again after a drop.
QByteArray TestFaultServer::bodyOf(const ScriptedAnswer &script)
{
    m_server->setResponder([script](const HttpRequest &) { return script; });
    const auto reply = get();
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    return finished.wait() ? reply->readAll() : QByteArray("no answer");
}

void TestFaultServer::aScriptIsAnsweredAndTheRequestRemembered()
{
    ScriptedAnswer script = jsonScript("{}", 418);
    script.answer.headers.append(HttpHeader{"X-Thing", "1"});
    m_server->enqueue(script);
    const auto reply = get("/a/b?c=%2B");
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 418);
    QCOMPARE(reply->rawHeader("X-Thing"), "1");
    QCOMPARE(reply->readAll(), "{}");
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_server->requests().front().path, "/a/b");
    QCOMPARE(m_server->requests().front().query, "c=%2B");
    QCOMPARE(m_server->requests().front().header("x-mark"), "seen");
}

void TestFaultServer::withoutAScriptTheRequestWasNotPlanned()
{
    const auto reply = get();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 500);
}

void TestFaultServer::theResponderStepsInWhenTheQueueIsEmpty()
{
    m_server->setResponder([](const HttpRequest &request) { return jsonScript(request.path); });
    m_server->enqueue(jsonScript("queued"));
    const auto first = get("/x");
    QTRY_VERIFY(first->isFinished());
    QCOMPARE(first->readAll(), "queued");
    const auto second = get("/y");
    QTRY_VERIFY(second->isFinished());
    QCOMPARE(second->readAll(), "/y");
}

void TestFaultServer::aHeldAnswerComesWhenReleased()
{
    ScriptedAnswer script = jsonScript("late");
    script.hold = true;
    m_server->enqueue(script);
    const auto reply = get();
    QTRY_COMPARE(m_server->requestCount(), 1);
    QVERIFY(!reply->isFinished());
    m_server->release();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->readAll(), "late");
    QCOMPARE(m_server->abandonedCount(), 0);
}

void TestFaultServer::aHeldAnswerOfAClientThatLeftIsForgotten()
{
    ScriptedAnswer script = jsonScript("late");
    script.hold = true;
    m_server->enqueue(script);
    auto reply = get();
    QTRY_COMPARE(m_server->requestCount(), 1);
    reply.reset();
    QTRY_COMPARE(m_server->abandonedCount(), 1);
    m_server->release();
    m_server->enqueue(jsonScript("next"));
    const auto next = get();
    QTRY_VERIFY(next->isFinished());
    QCOMPARE(next->readAll(), "next");
}

void TestFaultServer::anAnswerMayBeCutShort()
{
    ScriptedAnswer script = jsonScript("0123456789");
    const qsizetype head = toBytes(script.answer).size() - 10;
    script.dropAfter = head + 4;
    QCOMPARE(bodyOf(script), "0123");
}

void TestFaultServer::aConnectionMayBeReset()
{
    QCOMPARE(bodyOf({.reset = true}), QByteArray());
    QVERIFY(m_server->requestCount() >= 1);
}

void TestFaultServer::anAnswerMayTrickle()
{
    ScriptedAnswer script = jsonScript("a body in small pieces");
    script.chunk = 7;
    QCOMPARE(bodyOf(script), "a body in small pieces");
}

void TestFaultServer::aTrickleEndsWithItsClient()
{
    ScriptedAnswer script = jsonScript(QByteArray(100'000, 'x'));
    script.chunk = 1;
    m_server->enqueue(script);
    auto reply = get();
    QTRY_COMPARE(m_server->requestCount(), 1);
    reply.reset();
    QTRY_COMPARE(m_server->abandonedCount(), 1);
}

void TestFaultServer::rawBytesAreSentAsTheyAre()
{
    QCOMPARE(bodyOf({.raw = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"}), "hi");
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestFaultServer)

#include "tst_faultserver.moc"
