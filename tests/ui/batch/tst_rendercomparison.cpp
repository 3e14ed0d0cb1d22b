// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/batch/expectedtable.h"

#include <QImage>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// `render --compare`.
class TestRenderComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aPictureShowsTheEarlierTime_data();
    static void aPictureShowsTheEarlierTime();
    static void theSameCallGivesTheSameBytes();
    static void aTableIsWithoutAndAsksForNoMore();
};

namespace {

QStringList picture(const QString &name, const QStringList &more = {})
{
    return eventAndLength(7)
         + QStringList{u"--size"_s, u"640x360"_s, u"--name"_s, name, u"--format"_s, u"png"_s}
         + more;
}

QByteArray pictureOf(const RenderDesk &desk, const QString &name, const QStringList &more = {})
{
    const ProgramRun run = desk.render(picture(name, more));
    return run.exitCode == 0 && run.err.isEmpty() ? bytesOf(run.out.value(0)) : QByteArray();
}

} // namespace

void TestRenderComparison::aPictureShowsTheEarlierTime_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("previous") << u"previous"_s;
    QTest::newRow("year") << u"year"_s;
}

void TestRenderComparison::aPictureShowsTheEarlierTime()
{
    QFETCH(QString, word);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QByteArray alone = pictureOf(desk, u"alone"_s);
    const QByteArray compared = pictureOf(desk, u"compared"_s, {u"--compare"_s, word});
    QVERIFY(!alone.isEmpty() && !compared.isEmpty());
    QVERIFY(alone != compared);
    const QString description = QImage::fromData(compared).text(u"Description"_s);
    QVERIFY2(description.contains(u"Thin lines: "_s), qPrintable(description));
    QVERIFY(!QImage::fromData(alone).text(u"Description"_s).contains(u"Thin lines"_s));
}

void TestRenderComparison::theSameCallGivesTheSameBytes()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QByteArray first = pictureOf(desk, u"one"_s, {u"--compare"_s, u"previous"_s});
    QVERIFY(!first.isEmpty());
    QCOMPARE(pictureOf(desk, u"two"_s, {u"--compare"_s, u"previous"_s}), first);
}

void TestRenderComparison::aTableIsWithoutAndAsksForNoMore()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const auto table = [&desk](const QString &name, const QStringList &more) {
        const QString log = desk.program.path(name);
        const ProgramRun run = desk.render(
            eventAndLength(7) + QStringList{u"--format"_s, u"csv"_s, u"--log"_s, log} + more);
        return std::pair(bytesOf(run.out.value(0)), linesOf(bytesOf(log)).size());
    };
    const auto alone = table(u"log1"_s, {});
    QVERIFY(!alone.first.isEmpty());
    QCOMPARE(table(u"log2"_s, {u"--compare"_s, u"previous"_s}), alone);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderComparison)
#include "tst_rendercomparison.moc"
