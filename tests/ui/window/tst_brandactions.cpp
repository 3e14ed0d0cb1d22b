// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/brandkit.h"
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
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

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestBrandActions)

#include "tst_brandactions.moc"
