// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/brandkit.h"
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/export/exportdialog.h"
#include "ui/feedback/toast.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestBrandActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aDamagedBrandIsSaidOnce();
    static void theSettingsKeepTheBrandInTheProfile();
    static void theDialogOffersABrandThatIsThere_data();
    static void theDialogOffersABrandThatIsThere();
};

void TestBrandActions::aDamagedBrandIsSaidOnce()
{
    AppFixture app(AppFixture::Network::Fake);
    QFile json(app.profile() + u"/brand.json"_s);
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write("{");
    json.close();
    app.startDemo();
    auto &page = app.find<QWidget>(u"workPage"_s);
    int said = 0;
    for (int i = 0; i < 2; ++i) {
        app.find<QAction>(u"copyImageAction"_s).trigger();
        const QList<Toast *> toasts = page.findChildren<Toast *>(Qt::FindDirectChildrenOnly);
        for (Toast *toast : toasts) {
            said += everyTextOf(*toast).contains(u"brand kit is damaged"_s) ? 1 : 0;
            delete toast;
        }
        QVERIFY(!toasts.isEmpty());
    }
    QCOMPARE(said, 1);
}

void TestBrandActions::theSettingsKeepTheBrandInTheProfile()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"settingsAction"_s).trigger();
    app.find<QToolButton>(u"brandSettings"_s).click();
    QTest::keyClicks(&app.find<QLineEdit>(u"brandFooter"_s), u"ACME"_s);
    QCOMPARE(readBrandKit(app.profile())->footer, u"ACME"_s);
}

void TestBrandActions::theDialogOffersABrandThatIsThere_data()
{
    QTest::addColumn<BrandKit>("kit");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("none") << BrandKit() << false;
    QTest::newRow("a footer") << BrandKit{.footer = u"ACME"_s} << true;
}

void TestBrandActions::theDialogOffersABrandThatIsThere()
{
    QFETCH(BrandKit, kit);
    QFETCH(bool, isOffered);
    AppFixture app(AppFixture::Network::Fake);
    QVERIFY(!writeBrandKit(app.profile(), kit));
    app.startDemo();
    for (const QString &action : {u"exportAction"_s, u"exportAllAction"_s}) {
        app.find<QAction>(action).trigger();
        auto *dialog = app.window().findChild<SheetDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto *brand = dialog->findChild<QToolButton *>(u"themeBrand"_s);
        QCOMPARE(brand != nullptr, isOffered);
        if (auto *single = qobject_cast<ExportDialog *>(dialog); single != nullptr && isOffered) {
            brand->click();
            QCOMPARE(single->choice().options.theme, PictureTheme::Brand);
        }
        dialog->reject();
        QTRY_VERIFY(app.window().findChild<SheetDialog *>() == nullptr);
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestBrandActions)

#include "tst_brandactions.moc"
