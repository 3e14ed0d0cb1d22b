// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/preferences.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNewProfileHasDefaults();
    static void everythingComesBack();
    static void viewsAreKeptPerWorkspace();
    static void whatIsUnreadableReadsAsTheDefault();
    static void anOddIntervalMeansNever_data();
    static void anOddIntervalMeansNever();
    static void whatIsOutOfRangeIsNotTaken();
    static void onlyTheOwnerCanReadTheFile();
    static void aFolderThatCannotBeIsAnError();
    static void aChosenProfileFolderIsMadeAbsolute();
};

void TestPreferences::aNewProfileHasDefaults()
{
    const QTemporaryDir folder;
    const Preferences preferences(folder.path());
    QCOMPARE(preferences.theme(), ThemeChoice::System);
    QCOMPARE(preferences.language(), QString());
    QVERIFY(!preferences.hasReducedMotion());
    QVERIFY(!preferences.hasPatterns());
    QVERIFY(preferences.windowGeometry().isEmpty());
    QVERIFY(preferences.windowState().isEmpty());
    QVERIFY(preferences.pictureExport().isEmpty());
    QVERIFY(preferences.pictureFolder().isEmpty());
    QCOMPARE(preferences.autoRefresh(), std::chrono::minutes(0));
    QVERIFY(preferences.lastView(u"demo"_s).isEmpty());
}

void TestPreferences::everythingComesBack()
{
    const QTemporaryDir folder;
    {
        Preferences preferences(folder.path());
        preferences.setTheme(ThemeChoice::Dark);
        preferences.setLanguage(u"fr"_s);
        preferences.setReducedMotion(true);
        preferences.setPatterns(true);
        preferences.setWindowGeometry(QByteArray("\x01\x00\xff\"", 4));
        preferences.setWindowState("state");
        preferences.setPictureExport({{u"scale"_s, 3}, {u"title"_s, false}});
        preferences.setPictureFolder(u"/home/ä b"_s);
        preferences.setAutoRefresh(std::chrono::minutes(15));
        QVERIFY(!preferences.sync());
    }
    Preferences preferences(folder.path());
    QCOMPARE(preferences.theme(), ThemeChoice::Dark);
    QCOMPARE(preferences.language(), u"fr"_s);
    QVERIFY(preferences.hasReducedMotion());
    QVERIFY(preferences.hasPatterns());
    QCOMPARE(preferences.windowGeometry(), QByteArray("\x01\x00\xff\"", 4));
    QCOMPARE(preferences.windowState(), QByteArray("state"));
    QCOMPARE(preferences.pictureExport(), (QJsonObject{{u"scale"_s, 3}, {u"title"_s, false}}));
    QCOMPARE(preferences.pictureFolder(), u"/home/ä b"_s);
    QCOMPARE(preferences.autoRefresh(), std::chrono::minutes(15));
    preferences.setTheme(ThemeChoice::Light);
    QCOMPARE(preferences.theme(), ThemeChoice::Light);
    preferences.setTheme(ThemeChoice::System);
    QCOMPARE(preferences.theme(), ThemeChoice::System);
}

void TestPreferences::viewsAreKeptPerWorkspace()
{
    const QTemporaryDir folder;
    const QJsonObject view{{u"title"_s, u"a;b, \"c\" \\ \U0001F469\u200D\U0001F680 %1 @x"_s},
                           {u"query"_s, QJsonObject{{u"n"_s, 1}}}};
    {
        Preferences preferences(folder.path());
        preferences.setLastView(u"demo"_s, view);
        preferences.setLastView(u"other"_s, {{u"title"_s, u"other"_s}});
    }
    Preferences preferences(folder.path());
    QCOMPARE(preferences.lastView(u"demo"_s), view);
    QCOMPARE(preferences.lastView(u"other"_s).value(u"title"_s).toString(), u"other"_s);
    preferences.removeLastView(u"demo"_s);
    QVERIFY(preferences.lastView(u"demo"_s).isEmpty());
    QVERIFY(!preferences.lastView(u"other"_s).isEmpty());
}

void TestPreferences::whatIsUnreadableReadsAsTheDefault()
{
    const QTemporaryDir folder;
    {
        QFile file(folder.filePath(u"preferences.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\ntheme=purple\nreduced_motion=@Invalid()\n[export]\n"
                   "picture=\"{\\\"scale\\\":\"\n[views]\ndemo=\"{\\\"broken\"\n");
    }
    const Preferences preferences(folder.path());
    QCOMPARE(preferences.theme(), ThemeChoice::System);
    QVERIFY(!preferences.hasReducedMotion());
    QVERIFY(preferences.pictureExport().isEmpty());
    QVERIFY(preferences.lastView(u"demo"_s).isEmpty());
}

void TestPreferences::anOddIntervalMeansNever_data()
{
    QTest::addColumn<QByteArray>("written");
    for (const char *written :
         {"1", "-5", "6", "often", "5 minutes", "99999999999", "@Invalid()"}) {
        QTest::newRow(written) << QByteArray(written);
    }
}

void TestPreferences::anOddIntervalMeansNever()
{
    QFETCH(const QByteArray, written);
    const QTemporaryDir folder;
    {
        QFile file(folder.filePath(u"preferences.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nauto_refresh=" + written + '\n');
    }
    QCOMPARE(Preferences(folder.path()).autoRefresh(), std::chrono::minutes(0));
}

void TestPreferences::whatIsOutOfRangeIsNotTaken()
{
    const QTemporaryDir folder;
    Preferences preferences(folder.path());
    preferences.setAutoRefresh(std::chrono::minutes(60));
    preferences.setAutoRefresh(std::chrono::minutes(1));
    QCOMPARE(preferences.autoRefresh(), std::chrono::minutes(60));
}

void TestPreferences::onlyTheOwnerCanReadTheFile()
{
    const QTemporaryDir folder;
    Preferences preferences(folder.path());
    preferences.setTheme(ThemeChoice::Dark);
    QVERIFY(!preferences.sync());
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                          | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(folder.filePath(u"preferences.ini"_s)) & others,
             QFileDevice::Permissions());
}

void TestPreferences::aFolderThatCannotBeIsAnError()
{
    const QTemporaryDir folder;
    {
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    Preferences preferences(folder.filePath(u"file/below"_s));
    preferences.setTheme(ThemeChoice::Dark);
    const std::optional<Error> error = preferences.sync();
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::File);
    QCOMPARE(preferences.theme(), ThemeChoice::Dark);
}

void TestPreferences::aChosenProfileFolderIsMadeAbsolute()
{
    QCOMPARE(profileFolder(u"/tmp/a/../b/"_s), u"/tmp/b"_s);
    QCOMPARE(profileFolder(u"here"_s), QDir::current().absoluteFilePath(u"here"_s));
    QVERIFY(QDir::isAbsolutePath(profileFolder()));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPreferences)

#include "tst_preferences.moc"
