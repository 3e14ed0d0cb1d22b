// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/board.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aBoardSurvivesItsFile_data();
    static void aBoardSurvivesItsFile();
    static void anyNameSurvivesItsFile_data();
    static void anyNameSurvivesItsFile();
    static void theFileIsVersionedAndHoldsNothingElse();
    static void aWrongFileIsRefusedByPlace_data();
    static void aWrongFileIsRefusedByPlace();
    static void aProblemInAViewIsNamedByItsPlace_data();
    static void aProblemInAViewIsNamedByItsPlace();
    static void theFileOfAViewIsABoardOfIt();
    static void aWrongViewFileIsRefused();
    static void whatIsNoJsonObjectIsRefused_data();
    static void whatIsNoJsonObjectIsRefused();
    static void aFileThatIsTooLargeIsNotRead();
};

namespace {

View viewOf(const QString &event)
{
    View view{.title = event.toUpper()};
    view.query.events = QStringList{event};
    view.query.segments = {{.id = u"s-1"_s, .label = u"Gold"_s}, {}};
    view.query.range = Preset::Last12Months;
    view.query.granularity = Granularity::Week;
    view.comparison.kind = ComparisonKind::LastYear;
    view.look.layout = ChartLayout::SideBySide;
    return view;
}

Board richBoard()
{
    return {.title = u"Monday"_s, .columns = 3, .views = {viewOf(u"signup"_s), viewOf(u"buy"_s)}};
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

/// The JSON of a good board with @p value under @p key.
QJsonObject changed(const QString &key, const QJsonValue &value)
{
    QJsonObject board = toJson(richBoard());
    if (value.isUndefined()) {
        board.remove(key);
    } else {
        board.insert(key, value);
    }
    return board;
}

QJsonArray viewsOf(const QJsonValue &view, int count)
{
    QJsonArray views;
    for (int i = 0; i < count; ++i) {
        views.append(view);
    }
    return views;
}

} // namespace

void TestBoard::aBoardSurvivesItsFile_data()
{
    QTest::addColumn<Board>("board");
    QTest::newRow("two views") << richBoard();
    QTest::newRow("one view that says nothing") << Board{.views = {View()}};
    QTest::newRow("as many as it takes")
        << Board{.columns = mostBoardColumns,
                 .views = std::vector<View>(std::size_t{mostBoardViews}, viewOf(u"signup"_s))};
}

void TestBoard::aBoardSurvivesItsFile()
{
    QFETCH(Board, board);
    const Result<Board> read = boardFromBytes(bytesOf(toJson(board)));
    QVERIFY2(read.hasValue(), read ? "" : qUtf8Printable(read.error().detail));
    QVERIFY(*read == board);
    QCOMPARE(toJson(*read), toJson(board));
}

void TestBoard::anyNameSurvivesItsFile_data()
{
    // Half a pair has no place in UTF-8.
    addNames([](const QString &name) { return name.isValidUtf16(); });
}

void TestBoard::anyNameSurvivesItsFile()
{
    QFETCH(QString, name);
    Board board = richBoard();
    board.title = name;
    board.views[1].title = name;
    const Result<Board> read = boardFromBytes(bytesOf(toJson(board)));
    QVERIFY(read.hasValue());
    QVERIFY(*read == board);
}

void TestBoard::theFileIsVersionedAndHoldsNothingElse()
{
    const QJsonObject json = toJson(richBoard());
    QCOMPARE(json.keys(),
             (QStringList{u"columns"_s, u"emberline"_s, u"title"_s, u"version"_s, u"views"_s}));
    QCOMPARE(json.value(u"version"_s).toInt(), 1);
    QCOMPARE(json.value(u"views"_s).toArray().at(1).toObject(), toJson(viewOf(u"buy"_s)));
}

void TestBoard::aWrongFileIsRefusedByPlace_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const QString &key, const QJsonValue &value) {
        QTest::newRow(name) << key << value;
    };
    const QJsonValue absent(QJsonValue::Undefined);
    row("another kind", u"emberline"_s, u"picture"_s);
    row("no kind", u"emberline"_s, absent);
    row("a newer version", u"version"_s, 2);
    row("version 0", u"version"_s, 0);
    row("no version", u"version"_s, absent);
    row("an endpoint", u"endpoint"_s, u"https://x/"_s);
    row("data", u"data"_s, QJsonArray());
    row("no title", u"title"_s, absent);
    row("a title that is too long", u"title"_s, QString(10'001, u'x'));
    row("no columns", u"columns"_s, absent);
    row("no column", u"columns"_s, 0);
    row("too many columns", u"columns"_s, mostBoardColumns + 1);
    row("no list of views", u"views"_s, absent);
    row("no views", u"views"_s, QJsonArray());
    row("a view that is text", u"views"_s, viewsOf(u"view"_s, 1));
    row("too many views", u"views"_s, viewsOf(toJson(View()), mostBoardViews + 1));
}

void TestBoard::aWrongFileIsRefusedByPlace()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    const Result<Board> read = boardFromJson(changed(key, value));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::MalformedReply);
    QVERIFY2(read.error().detail.startsWith(key + u": "_s), qUtf8Printable(read.error().detail));
}

void TestBoard::aProblemInAViewIsNamedByItsPlace_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("a board in a board") << u"emberline"_s << QJsonValue(u"board"_s);
    QTest::newRow("a newer version") << u"version"_s << QJsonValue(99);
    QTest::newRow("an unknown key") << u"endpoint"_s << QJsonValue(u"https://x/"_s);
    QTest::newRow("no query") << u"query"_s << QJsonValue(5);
}

void TestBoard::aProblemInAViewIsNamedByItsPlace()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject wrong = toJson(viewOf(u"buy"_s));
    wrong.insert(key, value);
    const QJsonArray views{toJson(viewOf(u"signup"_s)), wrong};
    const Result<Board> read = boardFromJson(changed(u"views"_s, views));
    QVERIFY(!read.hasValue());
    const QString place = u"views[1]."_s + key + u": "_s;
    QVERIFY2(read.error().detail.startsWith(place), qUtf8Printable(read.error().detail));
}

void TestBoard::theFileOfAViewIsABoardOfIt()
{
    const View view = viewOf(u"signup"_s);
    const Result<Board> read = boardFromBytes(bytesOf(toJson(view)));
    QVERIFY(read.hasValue());
    QVERIFY(*read == (Board{.columns = 1, .views = {view}}));
}

void TestBoard::aWrongViewFileIsRefused()
{
    QJsonObject view = toJson(viewOf(u"signup"_s));
    view.insert(u"version"_s, 99);
    const Result<Board> read = boardFromBytes(bytesOf(view));
    QVERIFY(!read.hasValue());
    QVERIFY(read.error().detail.startsWith(u"version: "_s));
}

void TestBoard::whatIsNoJsonObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("cut off") << bytesOf(toJson(richBoard())).chopped(3);
    QTest::newRow("no UTF-8") << QByteArray("{\"emberline\":\"\xff\xfe\"}");
    QTest::newRow("nested too deeply") << QByteArray(R"({"views":[)").repeated(100'000);
}

void TestBoard::whatIsNoJsonObjectIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Result<Board> read = boardFromBytes(bytes);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::MalformedReply);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestBoard::aFileThatIsTooLargeIsNotRead()
{
    const QByteArray bytes = bytesOf(toJson(richBoard()));
    const QByteArray blanks(largestBoardFile - bytes.size(), ' ');
    QVERIFY(boardFromBytes(bytes + blanks).hasValue());
    const Result<Board> read = boardFromBytes(bytes + blanks + ' ');
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::TooLarge);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestBoard)

#include "tst_board.moc"
