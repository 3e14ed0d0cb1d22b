// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/export/exportdialog.h"
#include "ui/export/tableexportdialog.h"
#include "ui/feedback/toast.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QList<Toast *> toastsOf(const QWidget &parent)
{
    return parent.findChildren<Toast *>(Qt::FindDirectChildrenOnly);
}

ExportDialog &opened(AppFixture &app)
{
    app.find<QAction>(u"exportAction"_s).trigger();
    return childOf<ExportDialog>(app.window(), u"exportDialog"_s);
}

void click(const ExportDialog &dialog, const QString &name)
{
    auto &button = childOf<QAbstractButton>(dialog, name);
    QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(8, button.height() / 2));
}

void chooseScale(const ExportDialog &dialog, int scale)
{
    click(dialog, u"scale%1"_s.arg(scale));
}

void type(const ExportDialog &dialog, const QString &field, const QString &words)
{
    auto &edit = childOf<QLineEdit>(dialog, field);
    edit.selectAll();
    QTest::keyClicks(&edit, words);
}

QSize copiedPixels()
{
    return QGuiApplication::clipboard()->image().size();
}

} // namespace

/// What is said when a picture has been taken away, and where.
class TestPictureActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aCopyFromTheWindowIsSaidOnThePage();
    static void aCopyFromTheDialogIsSaidOverTheDialog();
    static void theToastLeadsToTheSettings();
    static void aCopyIsAsTheLastPicture();
    static void whatIsRememberedSurvivesAStart();
    static void onlyWhatIsRememberedSurvives();
    static void asOnScreenFollowsTheScreen();
    static void aFileIsSaidOnThePage();
    static void tablesAreInTheMenuToo();
};

void TestPictureActions::aCopyFromTheWindowIsSaidOnThePage()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    const QList<Toast *> toasts = toastsOf(app.find<QWidget>(u"workPage"_s));
    QCOMPARE(toasts.size(), 1);
    QVERIFY(toasts.constFirst()->isVisible());
    QVERIFY(everyTextOf(*toasts.constFirst()).contains(u"Copied "_s));
}

/// Over the page it would lie under the scrim, and out of reach of a modal dialog.
void TestPictureActions::aCopyFromTheDialogIsSaidOverTheDialog()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"exportAction"_s).trigger();
    auto *dialog = app.window().findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    Q_EMIT dialog->copied(QSize(2400, 1350), {});
    const QList<Toast *> toasts = toastsOf(*dialog);
    QCOMPARE(toasts.size(), 1);
    QVERIFY(toasts.constFirst()->isVisible());
    QVERIFY(everyTextOf(*toasts.constFirst()).contains(u"Copied 2400 × 1350 px"_s));
    QVERIFY(dialog->rect().contains(toasts.constFirst()->geometry()));
    QVERIFY(toastsOf(app.find<QWidget>(u"workPage"_s)).isEmpty());
    dialog->reject();
    QTRY_VERIFY(app.window().findChild<Toast *>() == nullptr); // it goes with the dialog
}

void TestPictureActions::theToastLeadsToTheSettings()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    QTest::mouseClick(&app.find<QPushButton>(u"toastAction"_s), Qt::LeftButton);
    auto *dialog = app.window().findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->reject();
}

void TestPictureActions::aCopyIsAsTheLastPicture()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    ExportDialog &dialog = opened(app);
    chooseScale(dialog, 2);
    type(dialog, u"titleWords"_s, u"Only this once"_s);
    click(dialog, u"copyPicture"_s);
    dialog.reject();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    QCOMPARE(copiedPixels(), QSize(3840, 2160));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"Only this once"_s));
    QVERIFY(everyTextOf(app.find<QWidget>(u"workPage"_s)).contains(u"Copied 3840 × 2160 px"_s));
}

void TestPictureActions::whatIsRememberedSurvivesAStart()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    ExportDialog &dialog = opened(app);
    chooseScale(dialog, 3);
    click(dialog, u"themeDark"_s);
    click(dialog, u"rememberExport"_s);
    click(dialog, u"copyPicture"_s);
    dialog.reject();
    app.startDemo();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    QCOMPARE(copiedPixels(), QSize(5760, 3240));
    const ExportDialog &again = opened(app);
    QCOMPARE(again.options().scale, 3);
    QCOMPARE(again.options().theme, PictureTheme::Dark);
}

void TestPictureActions::onlyWhatIsRememberedSurvives()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    ExportDialog &dialog = opened(app);
    chooseScale(dialog, 3);
    click(dialog, u"copyPicture"_s);
    dialog.reject();
    app.startDemo();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    QCOMPARE(copiedPixels(), QSize(1920, 1080));
}

void TestPictureActions::asOnScreenFollowsTheScreen()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    ExportDialog &dialog = opened(app);
    auto &size = childOf<QComboBox>(dialog, u"pictureSize"_s);
    size.setCurrentIndex(size.count() - 2);
    QVERIFY(dialog.choice().asOnScreen);
    QCOMPARE(dialog.options().size, app.find<QWidget>(u"chart"_s).size());
    click(dialog, u"copyPicture"_s);
    dialog.reject();
    const QSize before = copiedPixels();
    app.window().resize(app.window().size() + QSize(60, 40));
    QTRY_VERIFY(app.find<QWidget>(u"chart"_s).size() != before);
    app.find<QAction>(u"copyImageAction"_s).trigger();
    QCOMPARE(copiedPixels(), app.find<QWidget>(u"chart"_s).size());
}

void TestPictureActions::aFileIsSaidOnThePage()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    ExportDialog &dialog = opened(app);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"shop.png"_s);
    Q_EMIT dialog.exported({path}, dialog.choice());
    const QWidget &page = app.find<QWidget>(u"workPage"_s);
    QVERIFY(everyTextOf(page).contains(u"Saved "_s + path));
    QCOMPARE(childOf<QPushButton>(page, u"toastAction"_s).text(), u"Show in folder"_s);
}

void TestPictureActions::tablesAreInTheMenuToo()
{
    AppFixture app(AppFixture::Network::Fake);
    app.start();
    auto &action = app.find<QAction>(u"exportTableAction"_s);
    QVERIFY(!action.isEnabled());
    app.startDemo();
    app.find<QAction>(u"exportTableAction"_s).trigger();
    auto *dialog = app.window().findChild<TableExportDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->reject();
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPictureActions)

#include "tst_pictureactions.moc"
