// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/export/exportalldialog.h"
#include "ui/feedback/toast.h"

#include <QAction>
#include <QFileInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestExportAllAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void withoutAChartThereIsNothingToExport();
    static void anOverlayIsOneFile();
    static void sideBySideEachPanelIsAFile();
    static void whatWasWrittenIsSaidOnThePage();
};

namespace {

ExportAllDialog *opened(AppFixture &app)
{
    app.find<QAction>(u"exportAllAction"_s).trigger();
    return app.window().findChild<ExportAllDialog *>();
}

} // namespace

void TestExportAllAction::withoutAChartThereIsNothingToExport()
{
    AppFixture app(AppFixture::Network::Fake);
    app.start();
    QVERIFY(!app.find<QAction>(u"exportAllAction"_s).isEnabled());
    app.startDemo();
    QVERIFY(app.find<QAction>(u"exportAllAction"_s).isEnabled());
}

void TestExportAllAction::anOverlayIsOneFile()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const ExportAllDialog *dialog = opened(app);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QCOMPARE(dialog->filePaths().size(), 1);
    const QString name = QFileInfo(dialog->filePaths().constFirst()).fileName();
    QVERIFY2(name.startsWith(app.query().events.constFirst()), qPrintable(name));
}

void TestExportAllAction::sideBySideEachPanelIsAFile()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    View view = app.window().controller().view();
    view.look.layout = ChartLayout::SideBySide;
    app.window().controller().setView(view);
    QTRY_VERIFY(app.window().controller().answeredView().look.layout == ChartLayout::SideBySide);
    const ExportAllDialog *dialog = opened(app);
    QVERIFY(dialog != nullptr);
    const QStringList paths = dialog->filePaths();
    QCOMPARE(paths.size(), static_cast<qsizetype>(view.query.segments.size()));
    QVERIFY(QFileInfo(paths.constFirst()).fileName() != QFileInfo(paths.constLast()).fileName());
}

void TestExportAllAction::whatWasWrittenIsSaidOnThePage()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    ExportAllDialog *dialog = opened(app);
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->exported({u"/reports/a.png"_s, u"/reports/b.png"_s});
    const QList<Toast *> toasts = app.find<QWidget>(u"workPage"_s).findChildren<Toast *>();
    QCOMPARE(toasts.size(), 1);
    QVERIFY(everyTextOf(*toasts.constFirst()).contains(u"/reports"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestExportAllAction)

#include "tst_exportallaction.moc"
