// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/messagehandler.h"
#include "tests/support/strictness.h"

#include <QProcess>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <array>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestMessageHandler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatIsSecretIsTakenOut_data();
    static void whatIsSecretIsTakenOut();
    static void whatIsHarmlessIsPassedOnUnchanged();
    static void typeAndContextArePassedOn();
    static void aSecretAddedLaterIsTakenOutToo();
    static void theHandlerBeforeIsPutBack();
    static void aSecondOneIsRefusedAloud();
    static void threadsMayLogWhileSecretsAreAdded();
};

namespace {

constexpr const char *secret = "s3cr3t-key/+0815";

std::mutex &caughtMutex()
{
    static std::mutex mutex;
    return mutex;
}

QStringList &caught()
{
    static QStringList lines;
    return lines;
}

void catchMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::lock_guard lock(caughtMutex());
    caught().append(u"%1 %2 %3"_s.arg(static_cast<int>(type)).arg(context.line).arg(message));
}

/// Catches what comes out below a MessageHandler.
class Catcher
{
public:
    Catcher()
        : m_previous(qInstallMessageHandler(catchMessage))
    {
        caught().clear();
    }
    ~Catcher() { qInstallMessageHandler(m_previous); }
    Catcher(const Catcher &) = delete;
    Catcher &operator=(const Catcher &) = delete;

private:
    QtMessageHandler m_previous;
};

Redactor redactorWithSecret()
{
    Redactor redactor;
    redactor.addSecret(secret);
    return redactor;
}

} // namespace

void TestMessageHandler::whatIsSecretIsTakenOut_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("mustNotHold");
    QTest::newRow("a key in use") << u"Invalid API key: s3cr3t-key/+0815"_s << u"s3cr3t"_s;
    QTest::newRow("a key in use, percent-encoded") << u"k=s3cr3t-key%2F%2B0815."_s << u"s3cr3t"_s;
    QTest::newRow("any Authorization header")
        << u"Authorization: Bearer other-key"_s << u"other-key"_s;
    QTest::newRow("any bearer") << u"sent bearer other-key, waiting"_s << u"other-key"_s;
    QTest::newRow("a query") << u"GET https://rest.iad-01.braze.com/events/data_series?event=VIP"_s
                             << u"VIP"_s;
    QTest::newRow("a query as QDebug prints it")
        << u"QUrl(\"https://a.example/b?event=VIP&x=1\")"_s << u"VIP"_s;
    QTest::newRow("a user name") << u"proxy http://anna:pw@proxy.example:80 refused"_s << u"anna"_s;
    QTest::newRow("a password") << u"proxy http://anna:pw@proxy.example:80 refused"_s << u"pw"_s;
}

void TestMessageHandler::whatIsSecretIsTakenOut()
{
    QFETCH(QString, message);
    QFETCH(QString, mustNotHold);
    const Catcher catcher;
    const MessageHandler handler(redactorWithSecret());
    qDebug().noquote() << message;
    QCOMPARE(caught().size(), 1);
    QVERIFY2(!caught().constFirst().contains(mustNotHold), qPrintable(caught().constFirst()));
}

void TestMessageHandler::whatIsHarmlessIsPassedOnUnchanged()
{
    const QString message = u"Is https://a.example/b up? 12:30, a@b.example, 100 %"_s;
    QCOMPARE(loggable(message, redactorWithSecret()), message);
    QCOMPARE(loggable(u"GET https://a.example/b?c=d done"_s, redactorWithSecret()),
             u"GET https://a.example/b done"_s);
}

void TestMessageHandler::typeAndContextArePassedOn()
{
    const Catcher catcher;
    const MessageHandler handler(redactorWithSecret());
    QMessageLogger("file.cpp", 42, "function").warning("careful");
    QCOMPARE(caught(), QStringList{u"%1 42 careful"_s.arg(static_cast<int>(QtWarningMsg))});
}

void TestMessageHandler::aSecretAddedLaterIsTakenOutToo()
{
    const Catcher catcher;
    MessageHandler handler{Redactor()};
    qDebug("before: 4711-key");
    handler.addSecret("4711-key");
    qDebug("after: 4711-key");
    QVERIFY(caught().constFirst().contains(u"4711-key"));
    QVERIFY(caught().constLast().endsWith(u"after: [key]"));
}

void TestMessageHandler::theHandlerBeforeIsPutBack()
{
    const Catcher catcher;
    {
        const MessageHandler handler(redactorWithSecret());
    }
    qDebug("%s", secret);
    QVERIFY(caught().constLast().contains(QLatin1StringView(secret)));
    const MessageHandler second(redactorWithSecret());
    qDebug("%s", secret);
    QVERIFY(!caught().constLast().contains(QLatin1StringView(secret)));
}

/// The program ends with a word. It does not hang, which only another process can see.
void TestMessageHandler::aSecondOneIsRefusedAloud()
{
    const QString mark = u"EMBERLINE_SECOND_HANDLER"_s;
    if (qEnvironmentVariableIsSet(qPrintable(mark))) {
        const MessageHandler first{Redactor()};
        const MessageHandler second{Redactor()};
        return;
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(mark, u"1"_s);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(),
                {u"-nocrashhandler"_s, u"aSecondOneIsRefusedAloud"_s});
    constexpr int patience = 20'000;
    const bool ended = child.waitForFinished(patience);
    QVERIFY(ended);
    QVERIFY(child.exitStatus() == QProcess::CrashExit || child.exitCode() != 0);
    QVERIFY(child.readAll().contains("there is a message handler already"));
}

void TestMessageHandler::threadsMayLogWhileSecretsAreAdded()
{
    constexpr int lines = 200;
    const Catcher catcher;
    MessageHandler handler(redactorWithSecret());
    std::array<std::thread, 4> threads;
    for (std::thread &thread : threads) {
        thread = std::thread([] {
            for (int i = 0; i < lines; ++i) {
                qDebug("%d %s", i, secret);
            }
        });
    }
    for (int i = 0; i < lines; ++i) {
        handler.addSecret("further-secret-" + QByteArray::number(i));
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    const QStringList all = caught();
    QCOMPARE(all.size(), lines * static_cast<int>(threads.size()));
    QVERIFY(std::none_of(all.cbegin(), all.cend(), [](const QString &line) {
        return line.contains(QLatin1StringView(secret));
    }));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestMessageHandler)

#include "tst_messagehandler.moc"
