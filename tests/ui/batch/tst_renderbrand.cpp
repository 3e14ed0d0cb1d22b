// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/brandkit.h"
#include "tests/support/strictness.h"
#include "tests/ui/batch/program.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRenderBrand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theBrandOfTheProfileIsObeyed();
    static void otherThemesDoNotAskForIt();
    static void withoutABrandItIsLightAndSaysSo_data();
    static void withoutABrandItIsLightAndSaysSo();
};

namespace {

/// What `render` writes as SVG with @p theme.
ProgramRun rendered(const RenderDesk &desk, const QString &theme)
{
    return desk.render({u"--event"_s,
                        u"checkout_completed"_s,
                        u"--format"_s,
                        u"svg"_s,
                        u"--name"_s,
                        theme,
                        u"--theme"_s,
                        theme});
}

} // namespace

void TestRenderBrand::theBrandOfTheProfileIsObeyed()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    QVERIFY(!writeBrandKit(desk.program.path(u"profile"_s),
                           {.accent = u"#6441a5"_s, .footer = u"ACME & Söhne"_s}));
    const ProgramRun run = rendered(desk, u"brand"_s);
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
    const QByteArray svg = bytesOf(run.out.value(0));
    QVERIFY(svg.contains("#6441a5"));
    QVERIFY(svg.contains(u"ACME &amp; Söhne"_s.toUtf8()));
    QVERIFY(!svg.contains(desk.program.path({}).toUtf8()));
}

void TestRenderBrand::otherThemesDoNotAskForIt()
{
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QDir profile(desk.program.path(u"profile"_s));
    QVERIFY(profile.mkpath(u"."_s));
    QVERIFY(writeFile(profile.filePath(u"brand.json"_s), "{"));
    const ProgramRun run = rendered(desk, u"light"_s);
    QCOMPARE(run.err, QStringList());
    QCOMPARE(run.exitCode, 0);
}

void TestRenderBrand::withoutABrandItIsLightAndSaysSo_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << QByteArray()
                          << u"There is no brand kit in this profile; pictures are light"_s;
    QTest::newRow("damaged") << QByteArray("{")
                             << u"The brand kit of this profile is damaged; pictures are light"_s;
}

void TestRenderBrand::withoutABrandItIsLightAndSaysSo()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const RenderDesk desk;
    QVERIFY(desk.ready);
    const QDir profile(desk.program.path(u"profile"_s));
    QVERIFY(profile.mkpath(u"."_s));
    QVERIFY(json.isEmpty() || writeFile(profile.filePath(u"brand.json"_s), json));
    const ProgramRun run = rendered(desk, u"brand"_s);
    QCOMPARE(run.err, QStringList{sentence});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(bytesOf(run.out.value(0)) == bytesOf(rendered(desk, u"light"_s).out.value(0)));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRenderBrand)

#include "tst_renderbrand.moc"
