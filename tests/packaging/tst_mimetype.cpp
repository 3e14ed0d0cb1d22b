// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "app/workspace/workspacefile.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QJsonDocument>
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// The type of our files, as a desktop finds it.
class TestMimeType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void aFileIsOneOfOursByItsName();
    static void aViewIsOneOfOursByWhatItSays_data();
    static void aViewIsOneOfOursByWhatItSays();
    static void whatWeKeepForOurselvesIsNothingToOpen();
    static void toEveryOtherProgramItIsJson();

private:
    QTemporaryDir m_folder;
};

namespace {

QString ours()
{
    return u"application/x-emberline"_s;
}

} // namespace

void TestMimeType::initTestCase()
{
    const QString packages = m_folder.filePath(u"mime/packages"_s);
    QVERIFY(QDir().mkpath(packages));
    const QString name = u"/io.github.emberline.Emberline.xml"_s;
    QVERIFY(QFile::copy(QStringLiteral(PACKAGING_FOLDER "/desktop") + name, packages + name));
    qputenv("XDG_DATA_DIRS", m_folder.path().toUtf8() + ":/usr/share");
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"none"_s).toUtf8());
}

void TestMimeType::aFileIsOneOfOursByItsName()
{
    const QMimeDatabase database;
    QCOMPARE(database.mimeTypeForFile(u"a.emberline"_s, QMimeDatabase::MatchExtension).name(),
             ours());
}

void TestMimeType::aViewIsOneOfOursByWhatItSays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const View compared{.title = u"Checkouts"_s,
                        .comparison = {.kind = ComparisonKind::Custom,
                                       .start = QDate(2026, 1, 1),
                                       .matchWeekdays = true}};
    QTest::newRow("compact") << QJsonDocument(toJson(View())).toJson(QJsonDocument::Compact);
    QTest::newRow("indented") << QJsonDocument(toJson(View())).toJson();
    QTest::newRow("with a comparison") << QJsonDocument(toJson(compared)).toJson();
    QTest::newRow("a board") << QByteArray("{\n  \"emberline\": \"board\",\n  \"version\": 1\n}");
}

void TestMimeType::aViewIsOneOfOursByWhatItSays()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(QMimeDatabase().mimeTypeForData(bytes).name(), ours());
}

void TestMimeType::whatWeKeepForOurselvesIsNothingToOpen()
{
    QVERIFY(QMimeDatabase().mimeTypeForData(toBytes(WorkspaceFile())).name() != ours());
}

void TestMimeType::toEveryOtherProgramItIsJson()
{
    QVERIFY(QMimeDatabase().mimeTypeForName(ours()).inherits(u"application/json"_s));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestMimeType)

#include "tst_mimetype.moc"
