// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/batch/commandline.h"
#include "ui/batch/programoptions.h"
#include "ui/batch/renderoptions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }

    static void aTimeWithoutAnOffsetIsMeantInTheZone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("Z") << u"2026-03-10T14:00:00Z"_s << u"2026-03-10T14:00:00Z"_s;
        QTest::newRow("offset") << u"2026-03-10T14:00:00+02:00"_s << u"2026-03-10T12:00:00Z"_s;
        QTest::newRow("none") << u"2026-03-10T14:00:00"_s << u"2026-03-10T18:00:00Z"_s;
        QTest::newRow("without seconds") << u"2026-03-10T14:00"_s << u"2026-03-10T18:00:00Z"_s;
        QTest::newRow("a date is its midnight") << u"2026-03-10"_s << u"2026-03-10T04:00:00Z"_s;
        QTest::newRow("nonsense") << u"yesterday"_s << QString();
        QTest::newRow("no such day") << u"2026-02-30"_s << QString();
        QTest::newRow("no such hour") << u"2026-02-20T25:00"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    static void aTimeWithoutAnOffsetIsMeantInTheZone()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto instant = instantFromIso(text, QTimeZone("America/New_York"));
        QCOMPARE(instant ? instant->toString(Qt::ISODate) : QString(), utc);
    }

    static void wrongUseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint");
        const QStringList demo{u"--workspace"_s, u"demo"_s};
        const auto row =
            [&demo](const char *name, const QStringList &more, const QString &complaint) {
                QTest::newRow(name) << demo + more << complaint;
            };
        QTest::newRow("no source") << QStringList{u"--event"_s, u"e"_s} << u"--workspace NAME"_s;
        row("two sources", {u"--endpoint"_s, u"http://127.0.0.1"_s}, u"--workspace NAME"_s);
        row("unknown option", {u"--key"_s, u"secret"_s}, u"key"_s);
        row("length 0", {u"--length"_s, u"0"_s}, u"1 to 200000"_s);
        row("length beyond all reason", {u"--length"_s, u"200001"_s}, u"1 to 200000"_s);
        row("length in words", {u"--length"_s, u"ten"_s}, u"1 to 200000"_s);
        row("unit", {u"--unit"_s, u"week"_s}, u"week"_s);
        row("end", {u"--ending-at"_s, u"soon"_s}, u"soon"_s);
        row("format", {u"--format"_s, u"png,gif"_s}, u"gif"_s);
        row("no format", {u"--format"_s, u","_s}, u"--format"_s);
        row("size", {u"--size"_s, u"big"_s}, u"--size"_s);
        row("tiny size", {u"--size"_s, u"10x10"_s}, u"--size"_s);
        row("scale 5", {u"--scale"_s, u"5"_s}, u"1 to 4"_s);
        row("theme", {u"--theme"_s, u"blue"_s}, u"blue"_s);
        row("background", {u"--background"_s, u"red"_s}, u"red"_s);
        row("now", {u"--now"_s, u"later"_s}, u"later"_s);
        row("max-wait", {u"--max-wait"_s, u"-1"_s}, u"--max-wait"_s);
        row("language", {u"--lang"_s, u"zz"_s}, u"zz"_s);
        row("two files", {u"a"_s, u"b"_s}, u"one file"_s);
        row("zone", {u"--zone"_s, u"Mars/Olympus"_s}, u"Mars/Olympus"_s);
        row("key file without endpoint", {u"--key-file"_s, u"k"_s}, u"--endpoint"_s);
        QTest::newRow("a word that names do not know")
            << QStringList{u"--workspace"_s, u"demo"_s, u"--name"_s, u"{veiw}_{to}"_s}
            << u"{veiw}"_s;
        QTest::newRow("zone with a saved workspace")
            << QStringList{u"--workspace"_s, u"ACME"_s, u"--zone"_s, u"UTC"_s} << u"--zone"_s;
    }

    static void wrongUseIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, complaint);
        const auto options = renderOptionsFrom(arguments);
        QVERIFY(!options.hasValue());
        QVERIFY2(options.error().detail.contains(complaint), qPrintable(options.error().detail));
    }

    static void everythingThatIsSaidIsRead()
    {
        const auto options = renderOptionsFrom({u"--endpoint"_s,  u"https://rest.example"_s,
                                                u"--key-file"_s,  u"k"_s,
                                                u"--event"_s,     u"a"_s,
                                                u"--event"_s,     u"b"_s,
                                                u"--segment"_s,   u"id1=Gold=yes"_s,
                                                u"--app"_s,       u"x"_s,
                                                u"--unit"_s,      u"hour"_s,
                                                u"--length"_s,    u"48"_s,
                                                u"--format"_s,    u"csv,png"_s,
                                                u"--size"_s,      u"1600x900"_s,
                                                u"--scale"_s,     u"3"_s,
                                                u"--theme"_s,     u"dark"_s,
                                                u"--zone"_s,      u"Europe/Paris"_s,
                                                u"--max-wait"_s,  u"5"_s,
                                                u"--now"_s,       u"2026-03-10T14:05:00Z"_s,
                                                u"--log"_s,       u"l"_s,
                                                u"--no-history"_s});
        QVERIFY(options.hasValue());
        QCOMPARE(options->events, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(options->segments, (std::vector<Choice>{{u"id1"_s, u"Gold=yes"_s}}));
        QCOMPARE(options->unit, std::optional(Unit::Hour));
        QCOMPARE(options->length, std::optional(48));
        QCOMPARE(options->formats, (QStringList{u"csv"_s, u"png"_s}));
        QCOMPARE(options->picture.size, QSize(1600, 900));
        QCOMPARE(options->picture.scale, 3);
        QCOMPARE(options->picture.background, PictureOptions::Background::Theme);
        QCOMPARE(options->zone->id(), QByteArray("Europe/Paris"));
        QCOMPARE(options->maxWait, std::chrono::seconds(5));
    }

    static void whatIsNotSaidStaysAsInTheView()
    {
        Query base;
        base.events = QStringList{u"checkout"_s};
        base.segments = {{u"gold"_s, u"Gold"_s}};
        base.range = LastUnits{.length = 14};
        const auto options = renderOptionsFrom(
            {u"--workspace"_s, u"demo"_s, u"--unit"_s, u"hour"_s});
        const auto query = queryWith(base, *options, QTimeZone::utc());
        QCOMPARE(query->events, base.events);
        QCOMPARE(query->segments, base.segments);
        QCOMPARE(std::get<LastUnits>(query->range).length, 14);
        QCOMPARE(query->unit, Unit::Hour);
    }

    static void anotherEventStartsAfresh()
    {
        Query base;
        base.events = QStringList{u"checkout"_s};
        base.segments = {{u"gold"_s, u"Gold"_s}};
        const auto options = renderOptionsFrom(
            {u"--workspace"_s, u"demo"_s, u"--event"_s, u"app_open"_s});
        const auto query = queryWith(base, *options, QTimeZone::utc());
        QCOMPARE(query->segments, Query().segments);
    }

    static void theDemoServerReadsItsFaults()
    {
        const auto options = demoServerOptionsFrom({u"--port"_s,
                                                    u"8080"_s,
                                                    u"--key"_s,
                                                    u"k"_s,
                                                    u"--fail"_s,
                                                    u"503:2"_s,
                                                    u"--rate-limit"_s,
                                                    u"9"_s,
                                                    u"--missing"_s,
                                                    u"5"_s});
        QVERIFY(options.hasValue());
        QCOMPARE(options->port, quint16{8080});
        QCOMPARE(options->failStatus, 503);
        QCOMPARE(options->failCount, 2);
        QCOMPARE(options->rateLimit, std::optional(9));
        QCOMPARE(options->missingPercent, 5);
        QVERIFY(!demoServerOptionsFrom({u"--fail"_s, u"503"_s}).hasValue());
        QVERIFY(!demoServerOptionsFrom({u"--port"_s, u"70000"_s}).hasValue());
    }

    static void theWindowOpensOneFile()
    {
        QCOMPARE(windowOptionsFrom({u"a.emberline"_s})->viewFile, u"a.emberline"_s);
        QVERIFY(!windowOptionsFrom({u"a"_s, u"b"_s}).hasValue());
        QVERIFY(!windowOptionsFrom({u"--theme"_s, u"blue"_s}).hasValue());
        QVERIFY(windowOptionsFrom({u"--version"_s})
                    ->information.contains(QLatin1String(EMBERLINE_VERSION)));
    }
};

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestOptions)

#include "tst_options.moc"
