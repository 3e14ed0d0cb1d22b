// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

#include <QImage>
#include <QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theTableIsWhatTheServiceSays_data();
    static void theTableIsWhatTheServiceSays();
    static void hoursBearTheOffsetOfTheZone_data();
    static void hoursBearTheOffsetOfTheZone();
    static void aMissingBucketIsAnEmptyCellAndSaid();
    static void anEndIsMeantInTheZone_data();
    static void anEndIsMeantInTheZone();
    static void theKeyMayComeFromTheEnvironment();
    static void theDemoNeedsNothing();
    static void theDemosHoursAreInTheZone();
    static void aViewFileIsDrawn();
    static void weeksAreTheSumsOfTheirDays();
    static void aRangeByNameIsTheSameAsItsDates_data();
    static void aRangeByNameIsTheSameAsItsDates();
    static void aRangeInTheFutureIsWrongUse();
};

void TestRender::theTableIsWhatTheServiceSays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("length");
    QTest::addColumn<std::vector<Column>>("columns");
    const DemoCatalog shop = shopCatalog();
    QTest::newRow("one series") << eventAndLength(30) << 30 << std::vector{everybody()};
    QTest::newRow("one day, history not wanted")
        << eventAndLength(1) + QStringList{u"--no-history"_s} << 1 << std::vector{everybody()};

    QStringList arguments = eventAndLength(100) + QStringList{u"--segment"_s, u"=Everybody"_s};
    std::vector<Column> columns{
        {.title = u"Everybody"_s, .parameters = {{u"event"_s, renderEvent}}}};
    for (std::size_t i = 0; i < 3; ++i) {
        const DemoSegment &segment = shop.segments[i];
        arguments += QStringList{u"--segment"_s, segment.id + u'=' + segment.name};
        columns.push_back(
            {.title = segment.name,
             .parameters = {{u"event"_s, renderEvent}, {u"segment_id"_s, segment.id}}});
    }
    QTest::newRow("four segments with labels") << arguments << 100 << columns;

    arguments = eventAndLength(7) + QStringList{u"--event"_s, u"refund_requested"_s};
    columns = {};
    for (const QString &event : {renderEvent, u"refund_requested"_s}) {
        for (std::size_t i = 0; i < 2; ++i) {
            columns.push_back(
                {.title = event + u" · " + shop.apps[i].id,
                 .parameters = {{u"event"_s, event}, {u"app_id"_s, shop.apps[i].id}}});
        }
    }
    arguments += QStringList{u"--app"_s, shop.apps[0].id, u"--app"_s, shop.apps[1].id};
    QTest::newRow("two events in two apps") << arguments << 7 << columns;
}

void TestRender::theTableIsWhatTheServiceSays()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, length);
    QFETCH(std::vector<Column>, columns);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(arguments + QStringList{u"--format"_s, u"csv"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 1);
    const auto counts = countsOf(desk.server.url(), renderKey, u"day"_s, length, columns);
    QCOMPARE(bytesOf(run.out.front()), dayTable(columns, counts, length));
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
}

void TestRender::hoursBearTheOffsetOfTheZone_data()
{
    QTest::addColumn<QStringList>("zone");
    QTest::addColumn<int>("minutes");
    QTest::newRow("no zone") << QStringList() << 0;
    QTest::newRow("Kolkata") << QStringList{u"--zone"_s, u"Asia/Kolkata"_s} << 330;
}

void TestRender::hoursBearTheOffsetOfTheZone()
{
    QFETCH(QStringList, zone);
    QFETCH(int, minutes);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(
        eventAndLength(48) + QStringList{u"--unit"_s, u"hour"_s, u"--format"_s, u"csv"_s} + zone);
    QCOMPARE(run.exitCode, 0);
    const std::vector columns{everybody()};
    const auto counts = countsOf(desk.server.url(), renderKey, u"hour"_s, 48, columns);
    QCOMPARE(bytesOf(run.out.value(0)), hourTable(columns, counts, 48, minutes));
}

void TestRender::aMissingBucketIsAnEmptyCellAndSaid()
{
    const RenderDesk desk({.missingPercent = 20});
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(eventAndLength(40) + QStringList{u"--format"_s, u"csv"_s});
    QCOMPARE(run.exitCode, 0);
    const std::vector columns{everybody()};
    const auto counts = countsOf(desk.server.url(), renderKey, u"day"_s, 40, columns);
    const qsizetype missing = 40 - counts.front().size();
    QVERIFY(missing > 1);
    QCOMPARE(bytesOf(run.out.value(0)), dayTable(columns, counts, 40));
    QCOMPARE(run.err.size(), 1);
    QVERIFY(run.err.front().startsWith(u"%1: %2 "_s.arg(renderEvent).arg(missing)));
    QVERIFY(run.err.front().endsWith(u" missing"));
}

void TestRender::anEndIsMeantInTheZone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("lastTime");
    QTest::newRow("a day is its midnight, which is not included")
        << QStringList{u"2026-11-10"_s} << u"2026-11-10T00%3A00%3A00Z"_s << u"2026-11-09"_s;
    QTest::newRow("New York's midnight")
        << QStringList{u"2026-11-10"_s, u"--zone"_s, u"America/New_York"_s}
        << u"2026-11-10T05%3A00%3A00Z"_s << u"2026-11-09"_s;
    QTest::newRow("an hour in Kolkata")
        << QStringList{u"2026-11-10T11:30"_s,
                       u"--zone"_s,
                       u"Asia/Kolkata"_s,
                       u"--unit"_s,
                       u"hour"_s}
        << u"2026-11-10T06%3A00%3A00Z"_s << u"2026-11-10T10:30:00+05:30"_s;
    QTest::newRow("with an offset") << QStringList{u"2026-11-10T11:30+01:00"_s}
                                    << u"2026-11-10T10%3A30%3A00Z"_s << u"2026-11-10"_s;
    QTest::newRow("the future is now")
        << QStringList{u"2031-01-01"_s} << u"2026-11-20T14%3A05%3A00Z"_s << u"2026-11-20"_s;
}

void TestRender::anEndIsMeantInTheZone()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sent);
    QFETCH(QString, lastTime);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString log = desk.program.path(u"log"_s);
    const ProgramRun run = desk.render(
        eventAndLength(2) + QStringList{u"--format"_s, u"csv"_s, u"--log"_s, log, u"--ending-at"_s}
        + arguments);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(bytesOf(log).contains(QByteArray("ending_at=" + sent.toLatin1() + '"')));
    QVERIFY(linesOf(bytesOf(run.out.value(0))).constLast().startsWith(lastTime + u','));
}

void TestRender::theKeyMayComeFromTheEnvironment()
{
    RenderDesk desk;
    QVERIFY(desk.ready);
    desk.program.set(u"EMBERLINE_API_KEY"_s, QString::fromLatin1(renderKey));
    const ProgramRun run = desk.program.render(
        QStringList{u"--endpoint"_s, desk.server.url().toString(), u"--format"_s, u"csv"_s}
        + eventAndLength(7));
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
}

void TestRender::theDemoNeedsNothing()
{
    const Program program;
    const ProgramRun run = program.render(
        {u"--workspace"_s, u"demo"_s, u"--format"_s, u"png,csv"_s, u"--size"_s, u"640x360"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(QImage(run.out.value(0)).size(), QSize(640, 360));

    const FixedClock clock(renderNow);
    DemoServer server(clock, {});
    QVERIFY(server.listen());
    const DemoFirstView view = demoFirstView();
    std::vector<Column> columns{{.title = view.event, .parameters = {{u"event"_s, view.event}}}};
    for (const DemoSegment &segment : view.segments) {
        columns.push_back(
            {.title = segment.name,
             .parameters = {{u"event"_s, view.event}, {u"segment_id"_s, segment.id}}});
    }
    const auto counts = countsOf(server.url(), demoKey(), u"day"_s, view.days, columns);
    QCOMPARE(bytesOf(run.out.value(1)), dayTable(columns, counts, view.days));
}

void TestRender::theDemosHoursAreInTheZone()
{
    const Program program;
    const ProgramRun run = program.render(eventAndLength(2)
                                          + QStringList{u"--workspace"_s,
                                                        u"demo"_s,
                                                        u"--unit"_s,
                                                        u"hour"_s,
                                                        u"--format"_s,
                                                        u"csv"_s,
                                                        u"--zone"_s,
                                                        u"Asia/Kolkata"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(linesOf(bytesOf(run.out.value(0))).constLast().left(25),
             u"2026-11-20T19:30:00+05:30"_s);
}

void TestRender::aViewFileIsDrawn()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    View view{.title = u"Refunds"_s};
    view.query.events = QStringList{u"refund_requested"_s};
    view.query.range = LastUnits{.length = 5};
    const QString file = desk.program.path(u"view.json"_s);
    QVERIFY(writeFile(file, QJsonDocument(toJson(view)).toJson()));
    const ProgramRun run = desk.render(
        {file, u"--format"_s, u"csv"_s, u"--name"_s, u"{view}"_s, u"--length"_s, u"3"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(desk.program.written(), QStringList{u"Refunds.csv"_s});
    const std::vector<Column> columns{
        {.title = u"refund_requested"_s, .parameters = {{u"event"_s, u"refund_requested"_s}}}};
    const auto counts = countsOf(desk.server.url(), renderKey, u"day"_s, 3, columns);
    QCOMPARE(bytesOf(run.out.value(0)), dayTable(columns, counts, 3));
}

void TestRender::weeksAreTheSumsOfTheirDays()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QStringList range{u"--event"_s,
                            renderEvent,
                            u"--from"_s,
                            u"2026-10-05"_s,
                            u"--to"_s,
                            u"2026-10-18"_s,
                            u"--format"_s,
                            u"csv"_s};
    const ProgramRun days = desk.render(range);
    QCOMPARE(days.err, QStringList());
    const QList<QByteArray> lines = bytesOf(days.out.value(0)).split('\n');
    QCOMPARE(lines.size(), 1 + 14 + 1);
    std::array<qint64, 2> sums{};
    for (std::size_t day = 0; day < 14; ++day) {
        sums.at(day / 7) += lines.at(static_cast<qsizetype>(day) + 1).split(',').at(1).toLongLong();
    }
    const ProgramRun weeks = desk.render(range + QStringList{u"--granularity"_s, u"week"_s});
    QCOMPARE(weeks.exitCode, 0);
    QCOMPARE(bytesOf(weeks.out.value(0)),
             "time,checkout_completed,incomplete\n2026-10-05," + QByteArray::number(sums[0])
                 + ",\n2026-10-12," + QByteArray::number(sums[1]) + ",\n");
}

void TestRender::aRangeByNameIsTheSameAsItsDates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("last month") << u"last-month"_s << u"2026-10-01"_s << u"2026-10-31"_s;
    QTest::newRow("7 days") << u"last-7-days"_s << u"2026-11-14"_s << u"2026-11-20"_s;
    QTest::newRow("beyond now") << u"month-to-date"_s << u"2026-11-01"_s << u"2026-12-24"_s;
}

void TestRender::aRangeByNameIsTheSameAsItsDates()
{
    QFETCH(QString, name);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QStringList common{u"--event"_s, renderEvent, u"--format"_s, u"csv"_s};
    const ProgramRun named = desk.render(common + QStringList{u"--range"_s, name});
    QCOMPARE(named.exitCode, 0);
    const QByteArray table = bytesOf(named.out.value(0));
    const ProgramRun dated = desk.render(common + QStringList{u"--from"_s, from, u"--to"_s, to});
    QCOMPARE(bytesOf(dated.out.value(0)), table);
    QVERIFY(table.contains(QByteArray('\n' + from.toLatin1() + ',')));
}

void TestRender::aRangeInTheFutureIsWrongUse()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(
        {u"--event"_s, renderEvent, u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-22"_s});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.err, QStringList{u"The range starts in the future."_s});
    QCOMPARE(desk.program.written(), QStringList());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRender)

#include "tst_render.moc"
