// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/queryrunner.h"
#include "tests/support/fakeloader.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

namespace {

Query queryFor(const QString &event)
{
    Query query;
    query.events = QStringList{event};
    return query;
}

const auto nothing = std::make_shared<const Dataset>();

} // namespace

class TestQueryRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }

    static void quickChangesBecomeOneLoad()
    {
        FakeLoader loader;
        QueryRunner runner(loader, 1ms);
        runner.askSoon(queryFor(u"a"_s));
        runner.askSoon(queryFor(u"b"_s));
        runner.askSoon(queryFor(u"c"_s));
        QTRY_COMPARE(loader.asked.size(), std::size_t{1});
        QCOMPARE(loader.asked.front(), queryFor(u"c"_s));
    }

    static void aNewerQueryDeletesTheOlderLoad()
    {
        FakeLoader loader;
        QueryRunner runner(loader);
        const QSignalSpy answered(&runner, &QueryRunner::answered);
        runner.askNow(queryFor(u"a"_s));
        runner.askNow(queryFor(u"b"_s));
        QVERIFY(loader.loads.at(0).isNull());
        Q_EMIT loader.loads.at(1)->finished(nothing);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.front().front().value<Query>(), queryFor(u"b"_s));
        QVERIFY(!runner.isRunning());
    }

    static void completingHandsOverWhatIsThere()
    {
        FakeLoader loader;
        QueryRunner runner(loader);
        const QSignalSpy answered(&runner, &QueryRunner::answered);
        runner.askNow(queryFor(u"a"_s));
        runner.complete(queryFor(u"b"_s), nothing);
        QVERIFY(loader.loads.at(0).isNull());
        QCOMPARE(loader.completed, std::vector<DatasetPtr>{nothing});
        Q_EMIT loader.loads.at(1)->finished(nothing);
        QCOMPARE(answered.front().front().value<Query>(), queryFor(u"b"_s));
    }

    static void cancellingIsToldOnce()
    {
        FakeLoader loader;
        QueryRunner runner(loader);
        const QSignalSpy cancelled(&runner, &QueryRunner::cancelled);
        runner.askNow(queryFor(u"a"_s));
        runner.cancel();
        runner.cancel();
        QVERIFY(loader.loads.front().isNull());
        QCOMPARE(cancelled.size(), 1);
    }

    static void cancellingBeforeTheStartSendsNothing()
    {
        FakeLoader loader;
        QueryRunner runner(loader, 0ms);
        runner.askSoon(queryFor(u"a"_s));
        runner.cancel();
        QCoreApplication::processEvents();
        QVERIFY(loader.asked.empty());
    }

    static void theWaitCanBeEndedEarly()
    {
        FakeLoader loader;
        QueryRunner runner(loader);
        runner.retryNow();
        runner.askNow(queryFor(u"a"_s));
        runner.retryNow();
        QCOMPARE(loader.loads.front()->retries, 1);
    }

    static void anAnswerMayAskAgain()
    {
        FakeLoader loader;
        QueryRunner runner(loader);
        connect(&runner, &QueryRunner::answered, &runner, [&runner] {
            runner.askNow(queryFor(u"again"_s));
        });
        runner.askNow(queryFor(u"a"_s));
        Q_EMIT loader.loads.front()->finished(nothing);
        QCOMPARE(loader.asked.size(), std::size_t{2});
        QVERIFY(runner.isRunning());
    }
};

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestQueryRunner)

#include "tst_queryrunner.moc"
