// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/theme/portalscheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QString settingsPath()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

} // namespace

/// Answers as the portals of GNOME and KDE do: the value is wrapped twice.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(uint scheme)
        : m_scheme(scheme)
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        m_isThere = bus.registerObject(settingsPath(), this, QDBusConnection::ExportAllInvokables)
                 && bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override
    {
        QDBusConnection::sessionBus().unregisterService(u"org.freedesktop.portal.Desktop"_s);
        QDBusConnection::sessionBus().unregisterObject(settingsPath());
    }

    [[nodiscard]] bool isThere() const { return m_isThere; }

    static void tell(const QString &group, uint scheme)
    {
        QDBusMessage news = QDBusMessage::createSignal(
            settingsPath(), u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        news.setArguments({group, u"color-scheme"_s, QVariant::fromValue(QDBusVariant(scheme))});
        QDBusConnection::sessionBus().send(news);
    }

    [[nodiscard]] Q_INVOKABLE QDBusVariant Read(const QString &group,
                                                const QString &key) const // NOLINT
    {
        const bool isAsked = group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        return QDBusVariant(
            QVariant::fromValue(QDBusVariant(isAsked ? QVariant(m_scheme) : QVariant())));
    }

private:
    uint m_scheme;
    bool m_isThere = false;
};

class TestPortalScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatThePortalPrefersIsKnown_data();
    static void whatThePortalPrefersIsKnown();
    static void aChangeIsHeard();
    static void aChangeOfSomethingElseIsNone();
    static void withoutAPortalNothingIsKnown();
    static void theThemeFollowsTheDesktop();
};

void TestPortalScheme::whatThePortalPrefersIsKnown_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << 1U << true;
    QTest::newRow("light") << 2U << false;
}

void TestPortalScheme::whatThePortalPrefersIsKnown()
{
    QFETCH(uint, scheme);
    QFETCH(bool, dark);
    const FakePortal portal(scheme);
    QVERIFY(portal.isThere());
    const PortalScheme desktop(QDBusConnection::sessionBus());
    QTRY_COMPARE(desktop.isDark(), std::optional(dark));
}

void TestPortalScheme::aChangeIsHeard()
{
    const FakePortal portal(2);
    const PortalScheme desktop(QDBusConnection::sessionBus());
    QTRY_COMPARE(desktop.isDark(), std::optional(false));
    FakePortal::tell(u"org.freedesktop.appearance"_s, 1);
    QTRY_COMPARE(desktop.isDark(), std::optional(true));
    FakePortal::tell(u"org.freedesktop.appearance"_s, 0);
    QTRY_COMPARE(desktop.isDark(), std::optional<bool>());
}

void TestPortalScheme::aChangeOfSomethingElseIsNone()
{
    const FakePortal portal(2);
    const PortalScheme desktop(QDBusConnection::sessionBus());
    QTRY_COMPARE(desktop.isDark(), std::optional(false));
    FakePortal::tell(u"org.gnome.something"_s, 1);
    FakePortal::tell(u"org.freedesktop.appearance"_s, 0); // comes after it
    QSignalSpy changes(&desktop, &PortalScheme::changed);
    QVERIFY(changes.wait());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(desktop.isDark(), std::optional<bool>());
}

void TestPortalScheme::withoutAPortalNothingIsKnown()
{
    const PortalScheme desktop(QDBusConnection(u"nobody"_s));
    QCOMPARE(desktop.isDark(), std::optional<bool>());
}

void TestPortalScheme::theThemeFollowsTheDesktop()
{
    ThemeController theme(qobject_cast<QApplication *>(QCoreApplication::instance()),
                          [] { return false; });
    QVERIFY(!theme.isDark());
    theme.setDesktopIsDark(true);
    QVERIFY(theme.isDark());
    theme.setDesktopIsDark({});
    QVERIFY(!theme.isDark());
    theme.setChoice(ThemeChoice::Light);
    theme.setDesktopIsDark(true);
    QVERIFY(!theme.isDark());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPortalScheme)
#include "tst_portalscheme.moc"
