// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/brandkit.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestBrandKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatIsKeptIsReadAgain();
    static void withoutAFileTheKitIsEmpty();
    static void anEmptyKitLeavesNothing();
    static void anotherLogoTakesThePlaceOfTheOneBefore();
    static void theFolderIsMadeForIt();
    static void onlyTheOwnerMayReadIt();
    static void nothingTellsWhereTheLogoCameFrom();
    static void aDamagedKitIsAnError_data();
    static void aDamagedKitIsAnError();
    static void aLogoThatIsNotTheKeptOneIsAnError_data();
    static void aLogoThatIsNotTheKeptOneIsAnError();
    static void whatCannotBeWrittenIsAnErrorAndChangesNothing();
};

namespace {

BrandKit acme()
{
    return {.logo = QByteArray("\x89PNG\r\n and so on", 16),
            .font = u"Source Sans 3"_s,
            .accent = u"#1db954"_s,
            .footer = u"ACME <b>&amp; Söhne"_s};
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files, QDir::Name);
}

QString logoIn(const QTemporaryDir &folder)
{
    return folder.filePath(
        QDir(folder.path()).entryList({u"brand-logo-*"_s}, QDir::Files).value(0));
}

} // namespace

void TestBrandKit::whatIsKeptIsReadAgain()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    const Result<BrandKit> kit = readBrandKit(folder.path());
    QVERIFY2(kit.hasValue(), kit ? "" : qPrintable(kit.error().detail));
    QCOMPARE(*kit, acme());
}

void TestBrandKit::withoutAFileTheKitIsEmpty()
{
    const QTemporaryDir folder;
    const Result<BrandKit> kit = readBrandKit(folder.filePath(u"not there"_s));
    QVERIFY(kit.hasValue());
    QCOMPARE(*kit, BrandKit());
}

void TestBrandKit::anEmptyKitLeavesNothing()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    QCOMPARE(filesIn(folder).size(), 2);
    QVERIFY(!writeBrandKit(folder.path(), {}));
    QCOMPARE(filesIn(folder), QStringList());
}

void TestBrandKit::anotherLogoTakesThePlaceOfTheOneBefore()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    BrandKit other = acme();
    other.logo = "another";
    QVERIFY(!writeBrandKit(folder.path(), other));
    QCOMPARE(filesIn(folder).size(), 2);
    QCOMPARE(readBrandKit(folder.path())->logo, other.logo);
    other.logo.clear();
    QVERIFY(!writeBrandKit(folder.path(), other));
    QCOMPARE(filesIn(folder), QStringList{u"brand.json"_s});
    QCOMPARE(*readBrandKit(folder.path()), other);
}

void TestBrandKit::theFolderIsMadeForIt()
{
    const QTemporaryDir folder;
    const QString deep = folder.filePath(u"a/b"_s);
    QVERIFY(!writeBrandKit(deep, acme()));
    QCOMPARE(*readBrandKit(deep), acme());
}

void TestBrandKit::onlyTheOwnerMayReadIt()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    const QStringList names = filesIn(folder);
    for (const QString &name : names) {
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                                              | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(name)) & others));
    }
}

void TestBrandKit::nothingTellsWhereTheLogoCameFrom()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    QFile json(folder.filePath(u"brand.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(!json.readAll().contains('/'));
}

void TestBrandKit::aDamagedKitIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"version":1,"footer":"a)");
    QTest::newRow("no version") << QByteArray(R"({"footer":"a"})");
    QTest::newRow("newer") << QByteArray(R"({"version":2})");
    QTest::newRow("unknown key") << QByteArray(R"({"version":1,"logo_path":"/etc/passwd"})");
    QTest::newRow("no colour") << QByteArray(R"({"version":1,"accent":"red"})");
    QTest::newRow("a colour and more") << QByteArray(R"({"version":1,"accent":"#123456\n"})");
    QTest::newRow("footer too long")
        << QByteArray(R"({"version":1,"footer":")" + QByteArray(121, 'a') + R"("})");
    QTest::newRow("another type") << QByteArray(R"({"version":1,"font":["a"]})");
    QTest::newRow("a logo elsewhere")
        << QByteArray(R"({"version":1,"logo":"../../../../etc/passwd"})");
    QTest::newRow("a logo that is not there")
        << QByteArray(R"({"version":1,"logo":")" + QByteArray(64, 'a') + R"("})");
    QTest::newRow("far too long") << QByteArray(R"({"version":1)" + QByteArray(100'000, ' ') + '}');
}

void TestBrandKit::aDamagedKitIsAnError()
{
    QFETCH(QByteArray, json);
    const QTemporaryDir folder;
    put(folder.filePath(u"brand.json"_s), json);
    const Result<BrandKit> kit = readBrandKit(folder.path());
    QVERIFY(!kit);
    QCOMPARE(kit.error().kind, ErrorKind::File);
}

void TestBrandKit::aLogoThatIsNotTheKeptOneIsAnError_data()
{
    QTest::addColumn<QByteArray>("logo");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another") << QByteArray("something else");
    QTest::newRow("10 MiB") << QByteArray(10 << 20, 'x');
}

void TestBrandKit::aLogoThatIsNotTheKeptOneIsAnError()
{
    QFETCH(QByteArray, logo);
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    put(logoIn(folder), logo);
    QVERIFY(!readBrandKit(folder.path()));
    // Setting it again mends it.
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    QCOMPARE(*readBrandKit(folder.path()), acme());
}

void TestBrandKit::whatCannotBeWrittenIsAnErrorAndChangesNothing()
{
    const QTemporaryDir folder;
    QVERIFY(!writeBrandKit(folder.path(), acme()));
    // Not even root can write a file where a folder stands.
    BrandKit other = acme();
    other.logo.clear();
    other.footer = u"another"_s;
    const QString beside = folder.filePath(u"file"_s);
    put(beside, "x");
    QVERIFY(writeBrandKit(beside + u"/inside"_s, other).has_value());
    QCOMPARE(*readBrandKit(folder.path()), acme());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestBrandKit)
#include "tst_brandkit.moc"
