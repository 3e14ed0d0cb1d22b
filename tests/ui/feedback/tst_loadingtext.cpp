// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/feedback/loadingtext.h"

#include <QScopeGuard>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestLoadingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void beforeThePlanIsKnownItLoads();
    static void requestsAreCounted();
    static void largeNumbersAreGrouped();
    static void theTimeLeftIsRounded_data();
    static void theTimeLeftIsRounded();
    static void ofShortLoadsNoTimeIsSaid();
    static void atTheEndNoTimeIsSaid();
};

void TestLoadingText::beforeThePlanIsKnownItLoads()
{
    QCOMPARE(loadingText({}), u"Loading"_s);
}

void TestLoadingText::requestsAreCounted()
{
    QCOMPARE(loadingText({.done = 5, .total = 8}), u"Loading, 5 of 8 requests"_s);
}

void TestLoadingText::largeNumbersAreGrouped()
{
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(loadingText({.done = 1112, .total = 3520}), u"Loading, 1,112 of 3,520 requests"_s);
    QCOMPARE(waitingText({.done = 1112, .total = 3520}, u"14:10"_s),
             u"Waiting until 14:10, 1,112 of 3,520 requests"_s);
}

void TestLoadingText::theTimeLeftIsRounded_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("text");
    const auto row = [](std::chrono::milliseconds left, const QString &text) {
        QTest::addRow("%lld ms", static_cast<long long>(left.count()))
            << static_cast<qint64>(left.count()) << text;
    };
    row(0ms, u"about 1 s left"_s);
    row(1ms, u"about 1 s left"_s);
    row(5001ms, u"about 6 s left"_s);
    row(6s, u"about 6 s left"_s);
    row(20s, u"about 20 s left"_s);
    row(20001ms, u"about 25 s left"_s);
    row(25s, u"about 25 s left"_s);
    row(54s, u"about 55 s left"_s);
    row(55001ms, u"about 1 min left"_s);
    row(89s, u"about 1 min left"_s);
    row(91s, u"about 2 min left"_s);
    row(2h, u"about 120 min left"_s);
}

void TestLoadingText::theTimeLeftIsRounded()
{
    QFETCH(const qint64, left);
    QFETCH(const QString, text);
    const QString whole = loadingText(
        {.done = 112, .total = 352, .elapsed = 3s, .left = std::chrono::milliseconds(left)});
    QCOMPARE(whole, QString(u"Loading, 112 of 352 requests, "_s + text));
}

void TestLoadingText::ofShortLoadsNoTimeIsSaid()
{
    const LoadProgress quick{.done = 10, .total = 20, .elapsed = 999ms, .left = 1000ms};
    QCOMPARE(loadingText(quick), u"Loading, 10 of 20 requests"_s);
    const LoadProgress slow{.done = 10, .total = 20, .elapsed = 1000ms, .left = 1000ms};
    QCOMPARE(loadingText(slow), u"Loading, 10 of 20 requests, about 1 s left"_s);
}

void TestLoadingText::atTheEndNoTimeIsSaid()
{
    const LoadProgress over{.done = 20, .total = 20, .elapsed = 9s, .left = 0ms};
    QCOMPARE(loadingText(over), u"Loading, 20 of 20 requests"_s);
}

} // namespace emberline::test

QTEST_APPLESS_MAIN(emberline::test::TestLoadingText)

#include "tst_loadingtext.moc"
