// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "tests/support/namecorpus.h"
#include "tests/support/plainask.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/program.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// A column of the table and what the service is asked for it, beside event, length and end.
struct Column
{
    QString title = {};
    PlainParameters parameters = {};
};

/// What the service says of @p columns in the last @p length units.
std::vector<QMap<QString, qint64>> countsOf(const QUrl &server,
                                            const QByteArray &key,
                                            const QString &unit,
                                            int length,
                                            const std::vector<Column> &columns)
{
    std::vector<QMap<QString, qint64>> counts;
    for (const Column &column : columns) {
        PlainParameters parameters{{u"length"_s, QString::number(length)},
                                   {u"unit"_s, unit},
                                   {u"ending_at"_s, renderNow.toString(Qt::ISODate)}};
        parameters.insert(parameters.end(), column.parameters.begin(), column.parameters.end());
        counts.push_back(plainSeries(server, key, parameters));
    }
    return counts;
}

QByteArray header(const std::vector<Column> &columns)
{
    QByteArray line = "time";
    for (const Column &column : columns) {
        line += ',' + column.title.toUtf8();
    }
    return line + ",incomplete\n";
}

QByteArray cells(const std::vector<QMap<QString, qint64>> &counts, const QString &time)
{
    QByteArray line;
    for (const QMap<QString, qint64> &column : counts) {
        line += ',';
        if (column.contains(time)) {
            line += QByteArray::number(column.value(time));
        }
    }
    return line;
}

QByteArray dayTable(const std::vector<Column> &columns,
                    const std::vector<QMap<QString, qint64>> &counts,
                    int length)
{
    QByteArray table = header(columns);
    for (int back = length - 1; back >= 0; --back) {
        const QString day = renderNow.date().addDays(-back).toString(Qt::ISODate);
        const bool isOpen = back == 0 && counts.front().contains(day);
        table += day.toLatin1() + cells(counts, day) + (isOpen ? ",yes\n" : ",\n");
    }
    return table;
}

QByteArray hourTable(const std::vector<Column> &columns,
                     const std::vector<QMap<QString, qint64>> &counts,
                     int length,
                     int offsetMinutes)
{
    const QString offset = u"+%1:%2"_s.arg(offsetMinutes / 60, 2, 10, QChar(u'0'))
                               .arg(offsetMinutes % 60, 2, 10, QChar(u'0'));
    QByteArray table = header(columns);
    for (int back = length - 1; back >= 0; --back) {
        const QDateTime hour(renderNow.date(), QTime(renderNow.time().hour(), 0), QTimeZone::utc());
        const QDateTime time = hour.addSecs(-3'600 * back);
        const QDateTime shown = time.addSecs(60 * offsetMinutes);
        table += shown.toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + offset.toLatin1()
               + cells(counts, time.toUTC().toString(Qt::ISODateWithMs))
               + (back == 0 ? ",yes\n" : ",\n");
    }
    return table;
}

QStringList eventAndLength(int length)
{
    return {u"--event"_s, renderEvent, u"--length"_s, QString::number(length)};
}

Column everybody()
{
    return {.title = renderEvent, .parameters = {{u"event"_s, renderEvent}}};
}

} // namespace

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
    static void thePictureHasTheSizeThatWasAsked_data();
    static void thePictureHasTheSizeThatWasAsked();
    static void aDarkPictureIsDark();
    static void eachFileIsNamedOnStdout();
    static void theSameCallGivesTheSameBytes();
    static void theLogHasALinePerRequest();
    static void theKeyMayComeFromTheEnvironment();
    static void theDemoNeedsNothing();
    static void theDemosHoursAreInTheZone();
    static void aViewFileIsDrawn();
    static void namesOfOthersMakeSafeFiles_data();
    static void namesOfOthersMakeSafeFiles();
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

void TestRender::thePictureHasTheSizeThatWasAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as it comes") << QStringList() << QSize(1920, 1080);
    QTest::newRow("small") << QStringList{u"--size"_s, u"640x360"_s} << QSize(640, 360);
    QTest::newRow("three times as sharp")
        << QStringList{u"--size"_s, u"640x360"_s, u"--scale"_s, u"3"_s} << QSize(1920, 1080);
}

void TestRender::thePictureHasTheSizeThatWasAsked()
{
    QFETCH(QStringList, arguments);
    QFETCH(QSize, size);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(eventAndLength(30) + arguments);
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.size(), 1);
    QCOMPARE(run.out.front().endsWith(u"@3x.png"), arguments.contains(u"--scale"_s));
    const QImage picture(run.out.front());
    QCOMPARE(picture.size(), size);
    // White is the ground, and something is drawn on it.
    QCOMPARE(picture.pixelColor(1, 1), QColor(Qt::white));
    QVERIFY(picture.convertToFormat(QImage::Format_Indexed8).colorCount() > 16);
}

void TestRender::aDarkPictureIsDark()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(
        eventAndLength(7) + QStringList{u"--theme"_s, u"dark"_s, u"--size"_s, u"400x300"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(QImage(run.out.value(0)).pixelColor(1, 1).lightness() < 64);
}

void TestRender::eachFileIsNamedOnStdout()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(eventAndLength(7)
                                       + QStringList{u"--format"_s,
                                                     u"csv,png"_s,
                                                     u"--name"_s,
                                                     u"{event} of {to}"_s,
                                                     u"--size"_s,
                                                     u"400x300"_s});
    QCOMPARE(run.err, QStringList());
    const QString base = desk.program.out() + u"/checkout_completed_of_2026-11-20"_s;
    QCOMPARE(run.out, (QStringList{base + u".csv"_s, base + u".png"_s}));
    QCOMPARE(desk.program.written().size(), 2);
}

void TestRender::theSameCallGivesTheSameBytes()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QStringList arguments = eventAndLength(30)
                                + QStringList{u"--segment"_s,
                                              shopCatalog().segments[0].id,
                                              u"--segment"_s,
                                              shopCatalog().segments[1].id,
                                              u"--format"_s,
                                              u"png,csv"_s};
    const ProgramRun first = desk.render(arguments);
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.out.size(), 2);
    const QByteArray picture = bytesOf(first.out.at(0));
    const QByteArray table = bytesOf(first.out.at(1));
    QVERIFY(picture.size() > 10'000);
    // A run later, into the same files.
    const ProgramRun second = desk.render(arguments);
    QCOMPARE(second.out, first.out);
    QVERIFY(bytesOf(second.out.at(0)) == picture);
    QCOMPARE(bytesOf(second.out.at(1)), table);
}

void TestRender::theLogHasALinePerRequest()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString log = desk.program.path(u"log"_s);
    const ProgramRun run = desk.render(
        eventAndLength(7)
        + QStringList{u"--event"_s, u"a&b +%"_s, u"--format"_s, u"csv"_s, u"--log"_s, log});
    QCOMPARE(run.exitCode, 0);
    const QStringList lines = linesOf(bytesOf(log));
    QCOMPARE(lines.size(), 2);
    QStringList queries;
    for (const QString &line : lines) {
        const QJsonObject entry = QJsonDocument::fromJson(line.toUtf8()).object();
        QCOMPARE(
            entry.keys(),
            (QStringList{u"attempts"_s, u"method"_s, u"ms"_s, u"path"_s, u"query"_s, u"status"_s}));
        QCOMPARE(entry.value(u"method"_s).toString(), u"GET"_s);
        QCOMPARE(entry.value(u"path"_s).toString(), u"/events/data_series"_s);
        QCOMPARE(entry.value(u"status"_s).toInt(), 200);
        QCOMPARE(entry.value(u"attempts"_s).toInt(), 1);
        QVERIFY(entry.value(u"ms"_s).isDouble());
        queries.append(entry.value(u"query"_s).toString());
    }
    queries.sort();
    const QString rest = u"&length=7&unit=day&ending_at=2026-11-20T14%3A05%3A00Z"_s;
    QCOMPARE(queries,
             (QStringList{u"event=a%26b%20%2B%25"_s + rest, u"event=checkout_completed"_s + rest}));
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
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
    QCOMPARE(linesOf(bytesOf(run.out.value(0))).back().left(25), u"2026-11-20T19:30:00+05:30"_s);
}

void TestRender::aViewFileIsDrawn()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    View view{.title = u"Refunds"_s};
    view.query.events = QStringList{u"refund_requested"_s};
    view.query.range.length = 5;
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

void TestRender::namesOfOthersMakeSafeFiles_data()
{
    QTest::addColumn<QString>("name");
    const QStringList rows{u"markup"_s,
                           u"placeholders"_s,
                           u"a path"_s,
                           u"a device"_s,
                           u"a formula"_s,
                           u"a minus"_s,
                           u"one blank"_s,
                           u"right-to-left override"_s,
                           u"an emoji with joiners"_s,
                           u"a line break"_s};
    for (const NamedText &named : nameCorpus()) {
        if (rows.contains(QLatin1String(named.row))) {
            QTest::newRow(named.row) << named.text;
        }
    }
}

void TestRender::namesOfOthersMakeSafeFiles()
{
    QFETCH(QString, name);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render({u"--event"_s,
                                        name,
                                        u"--length"_s,
                                        u"3"_s,
                                        u"--format"_s,
                                        u"png,csv"_s,
                                        u"--size"_s,
                                        u"300x240"_s});
    QCOMPARE(run.err, QStringList());
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, 0);
    const QStringList files = desk.program.written();
    QCOMPARE(files.size(), 2);
    static const QRegularExpression safe(u"^[A-Za-z0-9_-][A-Za-z0-9._-]*$"_s);
    for (const QString &file : files) {
        QVERIFY2(safe.match(file).hasMatch(), qUtf8Printable(file));
        QVERIFY(run.out.contains(desk.program.out() + u'/' + file));
    }
    // What was asked is the name as it is.
    const auto counts = countsOf(
        desk.server.url(), renderKey, u"day"_s, 3, {{.parameters = {{u"event"_s, name}}}});
    const QByteArray row = "\n2026-11-20" + cells(counts, u"2026-11-20"_s) + ",yes\n";
    QVERIFY(bytesOf(run.out.value(1)).endsWith(row));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRender)

#include "tst_render.moc"
