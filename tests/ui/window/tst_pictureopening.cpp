// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/board.h"
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/export/picture.h"
#include "ui/feedback/messagebar.h"
#include "ui/window/pictureopening.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QGraphicsView>
#include <QJsonDocument>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Files that hold a view, on the window.
class TestPictureOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aDroppedPictureOffersItsView_data();
    static void aDroppedPictureOffersItsView();
    static void aBoardOffersItsFirstView();
    static void aPictureOpensFromTheCommandLine();
    static void whatWasRestoredCanBeUndone();
    static void aPictureWithoutItsViewSaysSo();
    static void aDamagedPictureChangesNothing();
    static void aFolderIsNotOpened();
    static void whileNothingIsOpenTheOfferWaits();
    static void severalFilesAreNotTaken();
    static void chartsLeaveFilesToTheWindow();
};

namespace {

View otherView()
{
    View view;
    view.title = u"Gold rose"_s;
    view.query.events = {u"signup_done"_s};
    view.query.segments = {{}};
    view.query.apps = {{}};
    view.query.range = Preset::Last7Days;
    return view;
}

PictureSource source()
{
    return {.dataset = std::make_shared<const Dataset>(daysOf({3, 4, 5})),
            .looks = {{.name = u"All users"_s}},
            .view = otherView(),
            .text = {.title = u"Gold rose"_s}};
}

QString saved(const QTemporaryDir &folder, const PictureOptions &options)
{
    QString path = folder.filePath(u"a."_s + suffixOf(options.format));
    return writePicture(source(), options, path) ? QString() : path;
}

/// Whether it was taken.
bool drop(AppFixture &app, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    // Qt sends a drop to nothing that has not taken the drag.
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&app.window(), &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    event.ignore();
    QCoreApplication::sendEvent(&app.window(), &event);
    return event.isAccepted();
}

bool drop(AppFixture &app, const QString &path)
{
    return drop(app, QList<QUrl>{QUrl::fromLocalFile(path)});
}

QAbstractButton *restoreButton(AppFixture &app)
{
    for (const MessageBar *bar : app.window().findChildren<MessageBar *>()) {
        if (QAbstractButton *button = bar->button(MessageAction::RestoreView)) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

void TestPictureOpening::aDroppedPictureOffersItsView_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
    QTest::newRow("PDF") << PictureFormat::Pdf;
}

void TestPictureOpening::aDroppedPictureOffersItsView()
{
    QFETCH(PictureFormat, format);
    const QTemporaryDir folder;
    const QString path = saved(folder, {.format = format, .size = QSize(400, 300)});
    QVERIFY(!path.isEmpty());
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const View before = app.window().controller().view();
    QVERIFY(drop(app, path));
    QVERIFY(everyTextOf(app.window()).contains(u"holds a view: Gold rose, as of 23 Nov 2026."_s));
    QCOMPARE(app.window().controller().view(), before); // nothing happens by itself
    QVERIFY(restoreButton(app) != nullptr);
    restoreButton(app)->click();
    QCOMPARE(app.window().controller().view(), otherView());
    QTRY_VERIFY(restoreButton(app) == nullptr);
}

void TestPictureOpening::aBoardOffersItsFirstView()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"shop.emberline"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(toJson(Board{.views = {otherView(), View()}})).toJson());
    file.close();
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(drop(app, path));
    QVERIFY(restoreButton(app) != nullptr);
    restoreButton(app)->click();
    QCOMPARE(app.window().controller().view(), otherView());
}

void TestPictureOpening::aPictureOpensFromTheCommandLine()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, {.size = QSize(400, 300)});
    AppFixture app(AppFixture::Network::Fake);
    app.start({.viewFile = path}); // without a workspace: the demo's
    QTRY_COMPARE(app.window().controller().view(), otherView());
}

void TestPictureOpening::whatWasRestoredCanBeUndone()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, {.size = QSize(400, 300)});
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const View before = app.window().controller().view();
    QVERIFY(drop(app, path));
    restoreButton(app)->click();
    app.find<QAction>(u"undoAction"_s).trigger();
    QCOMPARE(app.window().controller().view(), before);
}

void TestPictureOpening::aPictureWithoutItsViewSaysSo()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, {.size = QSize(400, 300), .embedsView = false});
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(drop(app, path));
    QVERIFY(everyTextOf(app.window()).contains(u"There is no view in a.png"_s));
    QVERIFY(restoreButton(app) == nullptr);
}

void TestPictureOpening::aDamagedPictureChangesNothing()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, {.size = QSize(400, 300)});
    QVERIFY(QFile::resize(path, 700));
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(drop(app, path));
    QVERIFY(everyTextOf(app.window()).contains(u"a.png holds no view that can be used."_s));
    QVERIFY(restoreButton(app) == nullptr);
}

void TestPictureOpening::aFolderIsNotOpened()
{
    const QTemporaryDir folder;
    const Result<PictureInfo> info = pictureInfoOf(folder.path());
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::File);
    const Result<PictureInfo> device = pictureInfoOf(u"/dev/zero"_s);
    QVERIFY(!device);
    QCOMPARE(device.error().kind, ErrorKind::File);
}

void TestPictureOpening::whileNothingIsOpenTheOfferWaits()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, {.size = QSize(400, 300)});
    AppFixture app(AppFixture::Network::Fake);
    app.start();
    QVERIFY(!app.window().controller().isOpen());
    QVERIFY(drop(app, path));
    QVERIFY(everyTextOf(app.window()).contains(u"Open a workspace to restore it."_s));
    QVERIFY(restoreButton(app) == nullptr);
    app.window().controller().open(u"demo"_s);
    QTRY_VERIFY(restoreButton(app) != nullptr);
}

void TestPictureOpening::severalFilesAreNotTaken()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const QUrl one = QUrl::fromLocalFile(u"/a.png"_s);
    QVERIFY(!drop(app, {one, one}));
    QVERIFY(!drop(app, {QUrl(u"https://example.com/a.png"_s)}));
    QVERIFY(restoreButton(app) == nullptr);
}

void TestPictureOpening::chartsLeaveFilesToTheWindow()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(app.window().acceptDrops());
    for (const auto *view : app.window().findChildren<QGraphicsView *>()) {
        QVERIFY(!view->acceptDrops());
        QVERIFY(!view->viewport()->acceptDrops());
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPictureOpening)
#include "tst_pictureopening.moc"
