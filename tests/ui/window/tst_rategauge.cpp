// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/clock.h"
#include "tests/support/strictness.h"
#include "ui/theme/tokens.h"
#include "ui/window/rategauge.h"
#include "ui/window/statusline.h"

#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRateGauge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itIsHiddenWhileNothingIsKnown();
    static void itSaysWhatIsKnown_data();
    static void itSaysWhatIsKnown();
    static void theBarIsAsLongAsTheRest_data();
    static void theBarIsAsLongAsTheRest();
    static void theResetIsToldInTheZoneOfTheWorkspace();
    static void withoutRoomTheWordsGoFirst();
    static void inANarrowBarTheZoneGoesBeforeTheGaugesWords();
    static void aClosedWorkspaceHasNoGauge();
};

namespace {

RateLimit limitOf(qint64 remaining, qint64 limit)
{
    return {.limit = limit,
            .remaining = remaining,
            .resetsAt = QDateTime::fromString(u"2026-11-23T15:00:00Z"_s, Qt::ISODate)};
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.win);
    return palette;
}

/// How many pixels in the middle line of @p gauge have @p color.
int pixelsOf(RateGauge &gauge, const QColor &color)
{
    const QImage image = gauge.grab().toImage();
    int count = 0;
    for (int x = 0; x < image.width(); ++x) {
        count += image.pixelColor(x, image.height() / 2) == color ? 1 : 0;
    }
    return count;
}

/// Its bar without words.
void shrink(RateGauge &gauge)
{
    gauge.resize(gauge.minimumSizeHint());
}

Workspace workspaceIn(const QByteArray &zone)
{
    return {.id = u"w"_s, .name = u"ACME Production"_s, .zone = QTimeZone(zone)};
}

} // namespace

void TestRateGauge::itIsHiddenWhileNothingIsKnown()
{
    QWidget window;
    RateGauge gauge(&window);
    window.show();
    QVERIFY(!gauge.isVisible());
    gauge.setLimit({.limit = 100, .remaining = {}, .resetsAt = {}});
    QVERIFY(!gauge.isVisible());
    gauge.setLimit(limitOf(10, 100));
    QVERIFY(gauge.isVisible());
    gauge.setLimit({});
    QVERIFY(!gauge.isVisible());
}

void TestRateGauge::itSaysWhatIsKnown_data()
{
    QTest::addColumn<RateLimit>("limit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spoken");
    QTest::addColumn<bool>("bar");
    QTest::newRow("all") << limitOf(249'981, 250'000)
                         << u"Requests left 249,981 of 250,000 resets 15:00"_s
                         << u"Requests left 249,981 of 250,000, resets 15:00"_s << true;
    QTest::newRow("no reset") << RateLimit{.limit = 100, .remaining = 0, .resetsAt = {}}
                              << u"Requests left 0 of 100"_s << u"Requests left 0 of 100"_s << true;
    QTest::newRow("no limit") << RateLimit{.limit = {}, .remaining = 7, .resetsAt = {}}
                              << u"Requests left 7"_s << u"Requests left 7"_s << false;
    QTest::newRow("a limit of nothing") << RateLimit{.limit = 0, .remaining = 0, .resetsAt = {}}
                                        << u"Requests left 0"_s << u"Requests left 0"_s << false;
}

void TestRateGauge::itSaysWhatIsKnown()
{
    QFETCH(RateLimit, limit);
    QFETCH(QString, text);
    QFETCH(QString, spoken);
    QFETCH(bool, bar);
    QWidget window;
    RateGauge gauge(&window);
    gauge.setLimit(limit);
    gauge.resize(gauge.sizeHint());
    QCOMPARE(gauge.text(), text);
    QCOMPARE(gauge.accessibleName(), spoken);
    QCOMPARE(gauge.share().has_value(), bar);
    QVERIFY(gauge.toolTip().contains(text.section(u" resets"_s, 0, 0)));
}

void TestRateGauge::theBarIsAsLongAsTheRest_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<int>("length"); ///< of 64 px
    QTest::addColumn<bool>("amber");
    for (const bool dark : {false, true}) {
        const char *theme = dark ? "dark" : "light";
        QTest::addRow("full, %s", theme) << dark << 1000 << 64 << false;
        QTest::addRow("more than all, %s", theme) << dark << 1200 << 64 << false;
        QTest::addRow("half, %s", theme) << dark << 500 << 32 << false;
        QTest::addRow("a fifth, %s", theme) << dark << 200 << 13 << false;
        QTest::addRow("under a fifth, %s", theme) << dark << 199 << 13 << true;
        QTest::addRow("nothing, %s", theme) << dark << 0 << 0 << false;
    }
}

void TestRateGauge::theBarIsAsLongAsTheRest()
{
    QFETCH(bool, dark);
    QFETCH(int, remaining);
    QFETCH(int, length);
    QFETCH(bool, amber);
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    QWidget window;
    window.setPalette(paletteOf(tokens));
    RateGauge gauge(&window);
    gauge.setLimit(limitOf(remaining, 1000));
    shrink(gauge);
    const int inAmber = pixelsOf(gauge, tokens.warning.icon);
    const int inGrey = pixelsOf(gauge, tokens.text2);
    const int ground = pixelsOf(gauge, tokens.pressed);
    QCOMPARE(amber ? inGrey : inAmber, 0);
    // Rounded ends and the cut are of mixed colours.
    QVERIFY(std::abs((amber ? inAmber : inGrey) - length) <= 2);
    QVERIFY(std::abs(ground - (64 - length)) <= 2);
}

void TestRateGauge::theResetIsToldInTheZoneOfTheWorkspace()
{
    QWidget window;
    RateGauge gauge(&window);
    gauge.setLimit(limitOf(1, 2));
    gauge.setZone(QTimeZone("Asia/Kolkata"));
    QVERIFY(gauge.accessibleName().endsWith(u"resets 20:30"_s));
    QVERIFY(gauge.toolTip().contains(u"20:30 (Asia/Kolkata)"_s));
}

void TestRateGauge::withoutRoomTheWordsGoFirst()
{
    QWidget window;
    RateGauge gauge(&window);
    gauge.setLimit(limitOf(249'981, 250'000));
    QStringList texts;
    for (int width = gauge.sizeHint().width(); width >= gauge.minimumSizeHint().width(); --width) {
        gauge.resize(width, 20);
        if (texts.isEmpty() || texts.last() != gauge.text()) {
            texts.append(gauge.text());
        }
    }
    QCOMPARE(texts,
             (QStringList{u"Requests left 249,981 of 250,000 resets 15:00"_s,
                          u"Requests left 249,981 resets 15:00"_s,
                          u"Requests left 249,981"_s,
                          QString()}));
    QVERIFY(pixelsOf(gauge, tokensFor(gauge.palette()).text2) >= 62);
    QVERIFY(gauge.accessibleName().contains(u"249,981 of 250,000"_s));
}

void TestRateGauge::inANarrowBarTheZoneGoesBeforeTheGaugesWords()
{
    QWidget window;
    const FixedClock clock(QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate));
    StatusLine line(clock, &window);
    line.showWorkspace(workspaceIn("Europe/Berlin"), u"US-01"_s);
    line.showFetched(QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate),
                     QTimeZone("Europe/Berlin"));
    line.showRateLimit(limitOf(249'981, 250'000));
    window.show();
    const auto &zone = *line.findChild<QLabel *>(u"statusZone"_s);
    auto &gauge = *line.findChild<RateGauge *>();
    const auto &workspace = *line.findChild<QLabel *>(u"statusWorkspace"_s);
    line.resize(1600, 28);
    QTRY_VERIFY(zone.isVisible());
    QTRY_COMPARE(gauge.text(), u"Requests left 249,981 of 250,000 resets 16:00"_s);
    int widest = 0;
    for (int width = 1600; zone.isVisible() && width > 300; width -= 10) {
        line.resize(width, 28);
        QCoreApplication::sendPostedEvents();
        widest = width;
    }
    QVERIFY(widest > 310);
    QCOMPARE(gauge.text(), u"Requests left 249,981 of 250,000 resets 16:00"_s);
    QVERIFY(workspace.toolTip().contains(u"Europe/Berlin"_s));
    line.resize(400, 28);
    QTRY_VERIFY(!gauge.text().contains(u"of"_s));
    QVERIFY(gauge.width() >= 64);
    line.resize(1600, 28);
    QTRY_VERIFY(zone.isVisible());
}

void TestRateGauge::aClosedWorkspaceHasNoGauge()
{
    QWidget window;
    const FixedClock clock(QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate));
    StatusLine line(clock, &window);
    line.showWorkspace(workspaceIn("UTC"), {});
    line.showRateLimit(limitOf(1, 2));
    QVERIFY(!line.findChild<RateGauge *>()->isHidden());
    line.showNothingOpen();
    QVERIFY(line.findChild<RateGauge *>()->isHidden());
    QCOMPARE(line.findChild<QLabel *>(u"statusWorkspace"_s)->toolTip(), QString());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestRateGauge)
#include "tst_rategauge.moc"
