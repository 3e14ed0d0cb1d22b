// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRenderFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void thePictureHasTheSizeThatWasAsked_data();
    static void thePictureHasTheSizeThatWasAsked();
    static void aDarkPictureIsDark();
    static void eachFileIsNamedOnStdout();
    static void theSameCallGivesTheSameBytes();
    static void theLogHasALinePerRequest();
    static void namesOfOthersMakeSafeFiles_data();
    static void namesOfOthersMakeSafeFiles();
    static void aFileThatCannotBeWritten_data();
    static void aFileThatCannotBeWritten();
};

void TestRenderFiles::thePictureHasTheSizeThatWasAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as it comes") << QStringList() << QSize(1920, 1080);
    QTest::newRow("small") << QStringList{u"--size"_s, u"640x360"_s} << QSize(640, 360);
    QTest::newRow("three times as sharp")
        << QStringList{u"--size"_s, u"640x360"_s, u"--scale"_s, u"3"_s} << QSize(1920, 1080);
}

void TestRenderFiles::thePictureHasTheSizeThatWasAsked()
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

void TestRenderFiles::aDarkPictureIsDark()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = desk.render(
        eventAndLength(7) + QStringList{u"--theme"_s, u"dark"_s, u"--size"_s, u"400x300"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(QImage(run.out.value(0)).pixelColor(1, 1).lightness() < 64);
}

void TestRenderFiles::eachFileIsNamedOnStdout()
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

void TestRenderFiles::theSameCallGivesTheSameBytes()
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

void TestRenderFiles::theLogHasALinePerRequest()
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
    const QString rest = u"&length=9&unit=day&ending_at=2026-11-20T14%3A05%3A00Z"_s;
    QCOMPARE(queries,
             (QStringList{u"event=a%26b%20%2B%25"_s + rest, u"event=checkout_completed"_s + rest}));
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
}

void TestRenderFiles::namesOfOthersMakeSafeFiles_data()
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

void TestRenderFiles::namesOfOthersMakeSafeFiles()
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

void TestRenderFiles::aFileThatCannotBeWritten_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("made"); // beforehand, under the home
    const QStringList none;
    QTest::newRow("the folder is a file") << none << u"out"_s;
    QTest::newRow("a folder has the name of the table")
        << QStringList{u"--name"_s, u"x"_s} << u"out/x.csv/"_s;
    QTest::newRow("a folder has the name of the picture")
        << QStringList{u"--name"_s, u"x"_s, u"--format"_s, u"png"_s} << u"out/x.png/"_s;
    QTest::newRow("the log is below a file") << QStringList{u"--log"_s, u"key/log"_s} << u"out/"_s;
}

void TestRenderFiles::aFileThatCannotBeWritten()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, made);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QString path = desk.program.path(made);
    QVERIFY(made.endsWith(u'/') ? QDir().mkpath(path) : writeFile(path, "mine"));
    const ProgramRun run = desk.render(eventAndLength(7) + QStringList{u"--format"_s, u"csv"_s}
                                       + arguments);
    QCOMPARE(run.exitCode, 6);
    QCOMPARE(run.out, QStringList());
    QVERIFY2(run.err.join(u'|').contains(u"cannot be written to"),
             qUtf8Printable(run.err.join(u'|')));
    QVERIFY(made.endsWith(u'/') || bytesOf(path) == "mine");
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderFiles)

#include "tst_renderfiles.moc"
