// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/support/turnableclock.h"
#include "ui/window/statusline.h"

#include <QLabel>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

namespace {

struct Desk
{
    TurnableClock clock{QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate)};
    StatusLine line{clock};

    Desk() { line.resize(900, 28); }

    [[nodiscard]] const QLabel &label(const QString &name) const
    {
        return *line.findChild<QLabel *>(name);
    }

    [[nodiscard]] QString age() const { return label(u"statusFetched"_s).text(); }
};

} // namespace

class TestStatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theAgeFollowsTheClock();
    static void aLineThatIsShownAgainIsUpToDate();
    static void theToolTipHasTheMomentAndTheZone();
    static void anotherWorkspaceHasNoAgeYet();
    static void aLongSentenceDoesNotWidenTheLine();
};

void TestStatusLine::theAgeFollowsTheClock()
{
    Desk desk;
    desk.line.show();
    desk.line.showFetched(desk.clock.now(), QTimeZone::utc());
    QCOMPARE(desk.age(), u"Updated just now"_s);
    desk.clock.turn(3min);
    desk.line.tellAge();
    QCOMPARE(desk.age(), u"Updated 3 min ago"_s);
    desk.clock.turn(2h);
    desk.line.tellAge();
    QCOMPARE(desk.age(), u"Updated 2 h ago"_s);
    desk.line.showFetched(desk.clock.now(), QTimeZone::utc());
    QCOMPARE(desk.age(), u"Updated just now"_s);
}

void TestStatusLine::aLineThatIsShownAgainIsUpToDate()
{
    Desk desk;
    desk.line.show();
    desk.line.showFetched(desk.clock.now(), QTimeZone::utc());
    desk.line.hide();
    desk.clock.turn(5min);
    desk.line.show();
    QCOMPARE(desk.age(), u"Updated 5 min ago"_s);
}

void TestStatusLine::theToolTipHasTheMomentAndTheZone()
{
    Desk desk;
    desk.line.showFetched(desk.clock.now(), QTimeZone("Europe/Paris"));
    const QString tip = desk.label(u"statusFetched"_s).toolTip();
    QVERIFY2(tip.contains(u"14:05 (Europe/Paris)"_s), qPrintable(tip));
    QVERIFY2(tip.contains(u"2026"_s), qPrintable(tip));
}

void TestStatusLine::anotherWorkspaceHasNoAgeYet()
{
    Desk desk;
    desk.line.showFetched(desk.clock.now(), QTimeZone::utc());
    desk.line.showHeld(u"30 of 30 days"_s);
    desk.line.showWorkspace({.id = u"x"_s, .name = u"ACME"_s}, u"US-01"_s);
    QCOMPARE(desk.age(), u"Updated just now"_s); // it may only have been renamed
    QCOMPARE(desk.label(u"statusHeld"_s).text(), u"30 of 30 days"_s);
    desk.line.forgetAge();
    QCOMPARE(desk.age(), QString());
    QCOMPARE(desk.label(u"statusHeld"_s).text(), QString());
    desk.line.tellAge();
    QCOMPARE(desk.age(), QString());
    QCOMPARE(desk.label(u"statusFetched"_s).toolTip(), QString());
}

void TestStatusLine::aLongSentenceDoesNotWidenTheLine()
{
    Desk desk;
    const int before = desk.line.minimumSizeHint().width();
    desk.line.showLoading(u"Loading "_s.repeated(100));
    QCOMPARE(desk.line.minimumSizeHint().width(), before);
    QVERIFY(desk.label(u"statusLoading"_s).toolTip().contains(u"Loading Loading"_s));
    desk.line.showLoading({});
    QCOMPARE(desk.label(u"statusLoading"_s).toolTip(), QString());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestStatusLine)

#include "tst_statusline.moc"
