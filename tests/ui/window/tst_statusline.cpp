// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/support/turnableclock.h"
#include "ui/theme/tokens.h"
#include "ui/window/statusline.h"

#include <QLabel>
#include <QTest>
#include <QTimeZone>

#include <cstdlib>

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
    static void theSignFollowsTheService_data();
    static void theSignFollowsTheService();
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

void TestStatusLine::theSignFollowsTheService_data()
{
    QTest::addColumn<int>("reach");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QColor>("color");
    QTest::addColumn<bool>("filled");
    const Tokens &tokens = lightTokens();
    QTest::newRow("connected") << static_cast<int>(Reach::Within) << u"Connected"_s
                               << tokens.success.icon << true;
    QTest::newRow("offline") << static_cast<int>(Reach::Out) << u"Out of reach"_s
                             << tokens.warning.icon << false;
    QTest::newRow("refused") << static_cast<int>(Reach::Refused) << u"Without an accepted key"_s
                             << tokens.error.icon << false;
}

void TestStatusLine::theSignFollowsTheService()
{
    QFETCH(const int, reach);
    QFETCH(const QString, words);
    QFETCH(const QColor, color);
    QFETCH(const bool, filled);
    Desk desk;
    QPalette light;
    light.setColor(QPalette::Window, lightTokens().win);
    desk.line.setPalette(light);
    desk.line.showWorkspace({.name = u"ACME"_s, .zone = QTimeZone::utc()}, {});
    desk.line.showReach(static_cast<Reach>(reach));
    const QLabel &sign = desk.label(u"statusSign"_s);
    QCOMPARE(sign.accessibleName(), words);
    const QImage image = sign.pixmap(Qt::ReturnByValue).toImage();
    const auto isLike = [](const QColor &one, const QColor &other) {
        constexpr int rounding = 4; // of what is half transparent at the rim
        return std::abs(one.red() - other.red()) <= rounding
            && std::abs(one.green() - other.green()) <= rounding
            && std::abs(one.blue() - other.blue()) <= rounding;
    };
    const auto has = [&image, &isLike](const QColor &wanted) {
        constexpr int visible = 100;
        for (int i = 0; i < image.width() * image.height(); ++i) {
            const QColor pixel = image.pixelColor(i % image.width(), i / image.width());
            if (pixel.alpha() > visible && isLike(pixel, wanted)) {
                return true;
            }
        }
        return false;
    };
    QVERIFY(has(color));
    const QColor middle = image.pixelColor(image.rect().center());
    QCOMPARE(middle.alpha() > 0, filled);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestStatusLine)

#include "tst_statusline.moc"
