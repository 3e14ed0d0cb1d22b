// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "app/export/pictureinfo.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

#include <QImage>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Pictures of every format, without a display.
class TestRenderPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void eachFormatIsAFile();
    static void theSameCallGivesTheSameBytes();
    static void thePanelsOfAViewArePanels_data();
    static void thePanelsOfAViewArePanels();
    static void hiddenSeriesOfAViewAreInNoPicture();
    static void aZoomIsInThePictureAndInItsName();
    static void noPictureHoldsTheKeyOrTheEndpoint();
    static void aFullDiskLeavesNoFile();
};

namespace {

const QString allFormats = u"png,svg,pdf"_s;

View shopView()
{
    View view{.title = u"Tiers"_s};
    view.query.events = QStringList{renderEvent};
    view.query.apps = {{}};
    view.query.segments = {{}};
    for (const DemoSegment &segment : demoFirstView().segments) {
        if (!segment.id.isEmpty()) {
            view.query.segments.push_back({.id = segment.id, .label = segment.name});
        }
    }
    view.query.range = LastUnits{.length = 14};
    return view;
}

/// Renders @p view with @p arguments.
ProgramRun rendered(const RenderDesk &desk, const View &view, const QStringList &arguments)
{
    const QString file = desk.program.path(u"view.json"_s);
    if (!writeFile(file, QJsonDocument(toJson(view)).toJson())) {
        return {};
    }
    return desk.render(QStringList{file, u"--size"_s, u"900x600"_s} + arguments);
}

} // namespace

void TestRenderPictures::eachFormatIsAFile()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = rendered(
        desk, shopView(), {u"--format"_s, allFormats, u"--name"_s, u"x"_s, u"--scale"_s, u"2"_s});
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(desk.program.written(), (QStringList{u"x@2x.pdf"_s, u"x@2x.png"_s, u"x@2x.svg"_s}));
    QCOMPARE(QImage(run.out.value(0)).size(), QSize(1800, 1200));
    QVERIFY(bytesOf(run.out.value(1)).contains("width=\"1800\" height=\"1200\""));
    QVERIFY(bytesOf(run.out.value(2)).startsWith("%PDF-"));
    for (const QString &file : run.out) {
        const Result<PictureInfo> info = pictureInfoFrom(bytesOf(file));
        QVERIFY2(info.hasValue(), qPrintable(file));
        QCOMPARE(info->view, shopView());
    }
}

void TestRenderPictures::theSameCallGivesTheSameBytes()
{
    QList<QByteArray> files;
    for (int i = 0; i < 2; ++i) {
        const RenderDesk desk;
        QVERIFY(desk.ready);
        const ProgramRun run = rendered(desk, shopView(), {u"--format"_s, allFormats});
        QCOMPARE(run.out.size(), 3);
        for (const QString &file : run.out) {
            files.append(bytesOf(file));
        }
    }
    for (qsizetype i = 0; i < 3; ++i) {
        QVERIFY(files.at(i).size() > 5'000);
        QVERIFY2(files.at(i) == files.at(i + 3), QByteArray::number(i).constData());
    }
}

void TestRenderPictures::thePanelsOfAViewArePanels_data()
{
    QTest::addColumn<ChartLayout>("layout");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("panels");
    const QStringList none;
    QTest::newRow("overlay") << ChartLayout::Overlay << none << false;
    QTest::newRow("panels of the view") << ChartLayout::SideBySide << none << true;
    QTest::newRow("panels by option")
        << ChartLayout::Overlay << QStringList{u"--layout"_s, u"panels"_s} << true;
    QTest::newRow("overlay by option")
        << ChartLayout::SideBySide << QStringList{u"--layout"_s, u"overlay"_s} << false;
}

void TestRenderPictures::thePanelsOfAViewArePanels()
{
    QFETCH(ChartLayout, layout);
    QFETCH(QStringList, arguments);
    QFETCH(bool, panels);
    View view = shopView();
    view.look.layout = layout;
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = rendered(desk, view, arguments + QStringList{u"--format"_s, u"svg"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(bytesOf(run.out.value(0)).contains("included in totals"), panels);
}

void TestRenderPictures::hiddenSeriesOfAViewAreInNoPicture()
{
    View view = shopView();
    const Choice hidden = view.query.segments.at(1);
    view.look.hidden.push_back({.event = renderEvent, .segmentId = hidden.id});
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = rendered(
        desk, view, {u"--format"_s, u"svg"_s, u"--name"_s, u"{segment}"_s});
    QCOMPARE(run.exitCode, 0);
    const QByteArray svg = bytesOf(run.out.value(0));
    const QByteArray seen = svg.mid(svg.indexOf("</metadata>"));
    QVERIFY(seen.contains(view.query.segments.at(2).label.toUtf8()));
    QVERIFY(!seen.contains(hidden.label.toUtf8()));
    QVERIFY(!svg.left(svg.indexOf("<metadata>")).contains(hidden.label.toUtf8()));
    QVERIFY(!run.out.value(0).contains(hidden.label.section(u' ', 0, 0)));
}

void TestRenderPictures::aZoomIsInThePictureAndInItsName()
{
    View view = shopView();
    view.look.zoom = Zoom{.first = bucketOfDay(QDate(2026, 11, 9)),
                          .last = bucketOfDay(QDate(2026, 11, 12))};
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = rendered(desk, view, {u"--format"_s, u"svg"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.value(0).endsWith(u"_2026-11-09_2026-11-12.svg"),
             qPrintable(run.out.value(0)));
    QVERIFY(bytesOf(run.out.value(0)).contains("9 – 12 Nov 2026"));
    // It is a part of the view's range, not of another one.
    const ProgramRun other = rendered(
        desk, view, {u"--format"_s, u"svg"_s, u"--length"_s, u"10"_s});
    QVERIFY(other.out.value(0).endsWith(u"_2026-11-11_2026-11-20.svg"));
}

void TestRenderPictures::noPictureHoldsTheKeyOrTheEndpoint()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const ProgramRun run = rendered(desk, shopView(), {u"--format"_s, allFormats});
    QCOMPARE(run.out.size(), 3);
    QCOMPARE(desk.program.leaks(renderKey), QStringList());
    for (const QString &file : run.out) {
        const QByteArray bytes = bytesOf(file);
        QVERIFY(!bytes.contains(desk.server.url().authority().toUtf8()));
        QVERIFY(!bytes.contains(desk.program.path({}).toUtf8()));
    }
}

/// The shell's limit stands for the disk: writing fails in the middle.
void TestRenderPictures::aFullDiskLeavesNoFile()
{
    for (const QString &format : {u"png"_s, u"svg"_s, u"pdf"_s}) {
        const RenderDesk desk;
        QVERIFY(desk.ready);
        QProcess process;
        process.setProcessEnvironment(desk.program.environment());
        QStringList arguments{u"-c"_s,
                              u"trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""_s,
                              QStringLiteral(PROGRAM),
                              u"render"_s,
                              u"--no-history"_s,
                              u"--out"_s,
                              desk.program.out(),
                              u"--event"_s,
                              renderEvent,
                              u"--length"_s,
                              u"30"_s,
                              u"--format"_s,
                              format};
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(u"bash"_s, arguments + desk.source());
        QVERIFY(!finished.isEmpty() || finished.wait(60'000));
        QCOMPARE(process.exitCode(), 6);
        QCOMPARE(desk.program.written(), QStringList());
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderPictures)

#include "tst_renderpictures.moc"
