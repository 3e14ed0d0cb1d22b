// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/ratehints.h"
#include "app/braze/retry.h"
#include "tests/support/strictness.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestRetryRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aThrottledAnswerSaysHowLongToWait_data();
    static void aThrottledAnswerSaysHowLongToWait();
    static void emptyRateLimitHeadersSayNothing();
    static void theResetIsCountedByTheServicesClock();
    static void headersAreFoundInAnyCase();
    static void theBackoffDoublesUpToItsCap_data();
    static void theBackoffDoublesUpToItsCap();
    static void anEmptyBudgetAllowsNoRetry();
    static void aShorterHoldNeverReplacesALongerOne();
    static void aHoldIsForItsPathOnly();
    static void anExpiredHoldHoldsNothing();
};

namespace {

QDateTime received()
{
    return {QDate(2026, 3, 10), QTime(14, 5), QTimeZone::utc()};
}

using Header = QNetworkReply::RawHeaderPair;

} // namespace

void TestRetryRules::aThrottledAnswerSaysHowLongToWait_data()
{
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<int>("seconds"); // -1: no hint
    const Header date("Date", "Tue, 10 Mar 2026 14:00:00 GMT"); // our clock is 5 minutes ahead
    const auto row = [](const char *name, const HeaderList &headers, int seconds) {
        QTest::newRow(name) << headers << seconds;
    };
    const QByteArray epoch = "1773151230"; // 14:00:30
    row("nothing", {date}, -1);
    row("own header", {{"X-RateLimit-Retry-After", "7"}}, 7);
    row("own header first",
        {{"Retry-After", "9"}, {"X-RateLimit-Reset", "8"}, {"X-RateLimit-Retry-After", "7"}},
        7);
    row("fractions round up", {{"X-RateLimit-Retry-After", "1.2"}}, 2);
    row("Retry-After in seconds", {{"X-RateLimit-Reset", "8"}, {"Retry-After", "9"}}, 9);
    row("Retry-After as a date", {date, {"Retry-After", "Tue, 10 Mar 2026 14:01:00 GMT"}}, 60);
    row("a date without Date header", {{"Retry-After", "Tue, 10 Mar 2026 14:06:00 GMT"}}, 60);
    row("reset as an epoch", {date, {"X-RateLimit-Reset", epoch}}, 30);
    row("reset without Date header", {{"X-RateLimit-Reset", "1773151545"}}, 45);
    row("reset in seconds", {date, {"X-RateLimit-Reset", "3599"}}, 3'599);
    row("an hour is no absurd wait", {{"Retry-After", "3600"}}, 3'600);
    row("a reset in the past", {date, {"X-RateLimit-Reset", "1773151199"}}, -1);
    row("a date in the past", {date, {"Retry-After", "Tue, 10 Mar 2026 13:00:00 GMT"}}, -1);
    row("negative", {{"X-RateLimit-Retry-After", "-5"}}, -1);
    row("absurd", {{"X-RateLimit-Retry-After", "99999999"}}, -1);
    row("far beyond 64 bits", {{"Retry-After", "99999999999999999999999"}}, -1);
    row("no number", {{"Retry-After", "soon"}}, -1);
    row("hexadecimal", {{"Retry-After", "0x10"}}, -1);
    row("not a number", {{"Retry-After", "nan"}}, -1);
    row("empty",
        {{"X-RateLimit-Retry-After", ""}, {"Retry-After", ""}, {"X-RateLimit-Reset", ""}},
        -1);
    row("absurd falls to the next",
        {{"X-RateLimit-Retry-After", "-1"}, {"Retry-After", "later"}, {"X-RateLimit-Reset", "8"}},
        8);
    row("milliseconds for seconds", {{"X-RateLimit-Reset", "1773151230000"}}, -1);
}

void TestRetryRules::aThrottledAnswerSaysHowLongToWait()
{
    QFETCH(HeaderList, headers);
    QFETCH(int, seconds);
    const std::optional<std::chrono::seconds> hint = waitHint(headers, received());
    QCOMPARE(hint.value_or(-1s).count(), std::chrono::seconds(seconds).count());
}

void TestRetryRules::emptyRateLimitHeadersSayNothing()
{
    const RateLimit limit = rateLimitFrom(
        {{"X-RateLimit-Limit", ""}, {"X-RateLimit-Remaining", ""}, {"X-RateLimit-Reset", ""}},
        received());
    QCOMPARE(limit, RateLimit{});
}

void TestRetryRules::theResetIsCountedByTheServicesClock()
{
    const RateLimit limit = rateLimitFrom({{"x-ratelimit-limit", "250000"},
                                           {"x-ratelimit-remaining", "249999"},
                                           {"x-ratelimit-reset", "1773151230"},
                                           {"date", "Tue, 10 Mar 2026 14:00:00 GMT"}},
                                          received());
    QCOMPARE(limit.limit, std::optional<qint64>(250'000));
    QCOMPARE(limit.remaining, std::optional<qint64>(249'999));
    QCOMPARE(limit.resetsAt, std::optional(received().addSecs(30)));
}

void TestRetryRules::headersAreFoundInAnyCase()
{
    const HeaderList headers{{"x-request-ID", " abc "}, {"X-Request-Id", "second"}};
    QCOMPARE(headerOf(headers, "X-Request-Id"), QByteArray("abc"));
    QVERIFY(headerOf(headers, "Date").isEmpty());
}

void TestRetryRules::theBackoffDoublesUpToItsCap_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<double>("chance");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("first") << 1 << 1.0 << 500;
    QTest::newRow("second") << 2 << 1.0 << 1'000;
    QTest::newRow("third, half") << 3 << 0.5 << 1'000;
    QTest::newRow("full jitter begins at nothing") << 3 << 0.0 << 0;
    QTest::newRow("capped") << 10 << 1.0 << 20'000;
    QTest::newRow("no overflow") << 1'000 << 1.0 << 20'000;
}

void TestRetryRules::theBackoffDoublesUpToItsCap()
{
    QFETCH(int, attempt);
    QFETCH(double, chance);
    QFETCH(int, milliseconds);
    QCOMPARE(backoffDelay(500ms, 20s, attempt, chance).count(), milliseconds);
}

void TestRetryRules::anEmptyBudgetAllowsNoRetry()
{
    RetryBudget budget;
    for (int i = 0; i < 35; ++i) {
        QVERIFY(budget.spend(RetryBudget::transientCost));
    }
    QCOMPARE(budget.left(), 10);
    QVERIFY(!budget.spend(RetryBudget::transientCost));
    QVERIFY(budget.spend(RetryBudget::throttledCost));
    budget.refund(1'000);
    QCOMPARE(budget.left(), RetryBudget::capacity);
}

void TestRetryRules::aShorterHoldNeverReplacesALongerOne()
{
    Holds holds;
    holds.add("/a", {.end = QDeadlineTimer(1h), .until = received(), .hinted = true});
    holds.add("/a", {.end = QDeadlineTimer(1min), .until = received().addSecs(-1)});
    QCOMPARE(holds.on("/a")->until, received());
    holds.lift("/a");
    QVERIFY(!holds.on("/a"));
}

void TestRetryRules::aHoldIsForItsPathOnly()
{
    Holds holds;
    holds.add("/events/list", {.end = QDeadlineTimer(1h), .until = received()});
    QVERIFY(holds.on("/events/list"));
    QVERIFY(!holds.on("/events/data_series"));
    QVERIFY(*holds.untilNextEnd() > 59min);
}

void TestRetryRules::anExpiredHoldHoldsNothing()
{
    Holds holds;
    holds.add("/a", {.end = QDeadlineTimer(0ms), .until = received()});
    QVERIFY(!holds.on("/a"));
    QVERIFY(!holds.untilNextEnd());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRetryRules)

#include "tst_retryrules.moc"
