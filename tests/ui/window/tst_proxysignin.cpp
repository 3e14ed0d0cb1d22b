// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/window/proxydialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// A proxy stands between the window and Braze.
class TestProxySignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void signingInAsksAgain();
    static void cancellingLeavesTheError();
    static void aNameIsNeeded();
    static void thePasswordIsNotShown();
};

namespace {

/// The demo on screen, and then a proxy in its way.
void blockDemo(AppFixture &app)
{
    app.startDemo();
    app.responder = [](const QNetworkRequest &) {
        return CannedReply{.httpStatus = 0,
                           .error = QNetworkReply::ProxyAuthenticationRequiredError};
    };
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QTRY_VERIFY(app.message().contains(u"asks for a name and a password."_s));
}

} // namespace

void TestProxySignIn::signingInAsksAgain()
{
    AppFixture app(AppFixture::Network::Fake);
    blockDemo(app);
    app.press(MessageAction::SignIn);
    QTRY_VERIFY(app.isShown(u"proxyDialog"_s));
    app.responder = shopAnswer;
    const int before = app.seriesRequests();
    QTest::keyClicks(&app.find<QLineEdit>(u"proxyUser"_s), u"anna"_s);
    QTest::keyClicks(&app.find<QLineEdit>(u"proxyPassword"_s), u"s3cret"_s);
    QTest::keyClick(&app.find<QLineEdit>(u"proxyPassword"_s), Qt::Key_Return);
    QTRY_COMPARE(app.message(), QString());
    QVERIFY(app.seriesRequests() > before);
    QVERIFY(!app.isShown(u"proxyDialog"_s));
}

void TestProxySignIn::cancellingLeavesTheError()
{
    AppFixture app(AppFixture::Network::Fake);
    blockDemo(app);
    const int before = app.seriesRequests();
    app.press(MessageAction::SignIn);
    QTRY_VERIFY(app.isShown(u"proxyDialog"_s));
    QTest::mouseClick(&app.find<QPushButton>(u"proxyCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!app.isShown(u"proxyDialog"_s));
    QVERIFY(app.message().contains(u"asks for a name and a password."_s));
    QCOMPARE(app.seriesRequests(), before);
}

void TestProxySignIn::aNameIsNeeded()
{
    const ProxyDialog dialog(u"proxy.example:3128"_s);
    const auto &button = childOf<QPushButton>(dialog, u"proxySignIn"_s);
    QVERIFY(!button.isEnabled());
    childOf<QLineEdit>(dialog, u"proxyUser"_s).setText(u"anna"_s);
    QVERIFY(button.isEnabled());
    QCOMPARE(dialog.login().proxy, u"proxy.example:3128"_s);
    QCOMPARE(dialog.login().user, u"anna"_s);
}

void TestProxySignIn::thePasswordIsNotShown()
{
    const ProxyDialog dialog(u"proxy.example:3128"_s);
    auto &password = childOf<QLineEdit>(dialog, u"proxyPassword"_s);
    QCOMPARE(password.echoMode(), QLineEdit::Password);
    password.setText(u"s3cret"_s);
    QCOMPARE(dialog.login().password, u"s3cret"_s);
    QVERIFY(!password.displayText().contains(u"s3cret"));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestProxySignIn)

#include "tst_proxysignin.moc"
