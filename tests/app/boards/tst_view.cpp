// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aViewSurvivesItsFile_data();
    static void aViewSurvivesItsFile();
    static void anyNameSurvivesItsFile_data();
    static void anyNameSurvivesItsFile();
    static void theFileIsVersionedAndHoldsNothingElse();
    static void anEndIsReadAtItsInstant_data();
    static void anEndIsReadAtItsInstant();
    static void aWrongFileIsRefusedByPlace_data();
    static void aWrongFileIsRefusedByPlace();
    static void whatIsNoJsonObjectIsRefused_data();
    static void whatIsNoJsonObjectIsRefused();
    static void aFileThatIsTooLargeIsNotRead();
    static void aSmallFileCanNotAskForAMillionSeries();
};

namespace {

View richView()
{
    View view{.title = u"Checkouts by tier"_s};
    view.query.events = QStringList{u"checkout_completed"_s, u"signup"_s};
    view.query.apps = {{}, {.id = u"a-1"_s, .label = u"iOS"_s}};
    view.query.segments = {{.id = u"s-1"_s, .label = u"Gold"_s}, {}};
    view.query.unit = Unit::Hour;
    view.query.granularity = Granularity::Hour;
    view.query.range = LastUnits{
        .length = 48, .endingAt = QDateTime(QDate(2026, 3, 29), QTime(1, 30, 0, 250), Qt::UTC)};
    return view;
}

QByteArray bytesOf(const View &view)
{
    return QJsonDocument(toJson(view)).toJson();
}

/// The JSON of a good view with @p value at @p path ("query.range.length").
QByteArray changed(const QString &path, const QJsonValue &value)
{
    QJsonObject view = toJson(richView());
    const QStringList keys = path.split(u'.');
    std::vector<QJsonObject> objects{view};
    for (qsizetype i = 0; i + 1 < keys.size(); ++i) {
        objects.push_back(objects.back().value(keys.at(i)).toObject());
    }
    QJsonValue inner = value;
    for (qsizetype i = keys.size(); i-- > 0;) {
        QJsonObject object = objects.at(static_cast<std::size_t>(i));
        if (inner.isUndefined()) {
            object.remove(keys.at(i));
        } else {
            object.insert(keys.at(i), inner);
        }
        inner = object;
    }
    return QJsonDocument(inner.toObject()).toJson();
}

QJsonArray listOf(const QJsonValue &value, int count)
{
    QJsonArray list;
    for (int i = 0; i < count; ++i) {
        list.append(value);
    }
    return list;
}

QJsonObject emptyChoice()
{
    return {{u"id"_s, QString()}, {u"label"_s, QString()}};
}

} // namespace

void TestView::aViewSurvivesItsFile_data()
{
    QTest::addColumn<View>("view");
    QTest::newRow("an empty one") << View();
    QTest::newRow("one with everything") << richView();
    View view = richView();
    std::get<LastUnits>(view.query.range).endingAt.reset();
    QTest::newRow("one that ends now") << view;
    view.query.range = LastUnits{.length = longestRange};
    view.query.unit = Unit::Day;
    view.query.granularity = Granularity::Day;
    QTest::newRow("the longest range") << view;
}

void TestView::aViewSurvivesItsFile()
{
    QFETCH(View, view);
    const Result<View> read = viewFromBytes(bytesOf(view));
    QVERIFY2(read.hasValue(), read ? "" : qUtf8Printable(read.error().detail));
    QVERIFY(*read == view);
    QCOMPARE(bytesOf(*read), bytesOf(view));
}

void TestView::anyNameSurvivesItsFile_data()
{
    // Half a pair has no place in UTF-8.
    addNames([](const QString &name) { return name.isValidUtf16(); });
}

void TestView::anyNameSurvivesItsFile()
{
    QFETCH(QString, name);
    View view = richView();
    view.title = name;
    view.query.events = QStringList{name};
    view.query.segments = {{.id = name, .label = name}};
    const Result<View> read = viewFromBytes(bytesOf(view));
    QVERIFY(read.hasValue());
    QVERIFY(*read == view);
}

void TestView::theFileIsVersionedAndHoldsNothingElse()
{
    const QJsonObject json = toJson(richView());
    QCOMPARE(json.keys(), (QStringList{u"comparison"_s,
                          u"emberline"_s,
                          u"look"_s,
                          u"query"_s,
                          u"title"_s,
                          u"version"_s}));
    QCOMPARE(json.value(u"version"_s).toInt(), 3);
    QCOMPARE(json.value(u"query"_s).toObject().keys(),
             (QStringList{
                 u"apps"_s, u"events"_s, u"granularity"_s, u"range"_s, u"segments"_s, u"unit"_s}));
}

void TestView::anEndIsReadAtItsInstant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("UTC") << u"2026-03-10T12:00:00Z"_s << true;
    QTest::newRow("an offset") << u"2026-03-10T13:00:00+01:00"_s << true;
    QTest::newRow("an offset of three quarters") << u"2026-03-10T17:45:00+05:45"_s << true;
    QTest::newRow("milliseconds") << u"2026-03-10T12:00:00.000Z"_s << true;
    QTest::newRow("no offset") << u"2026-03-10T12:00:00"_s << false;
    QTest::newRow("a date alone") << u"2026-03-10"_s << false;
    QTest::newRow("no such day") << u"2026-02-30T12:00:00Z"_s << false;
    QTest::newRow("words") << u"now"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestView::anEndIsReadAtItsInstant()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const Result<View> read = viewFromBytes(changed(u"query.range.ending_at"_s, text));
    QCOMPARE(read.hasValue(), good);
    if (good) {
        QCOMPARE(std::get<LastUnits>(read->query.range).endingAt->toString(Qt::ISODate),
                 u"2026-03-10T12:00:00Z"_s);
    } else {
        QVERIFY(read.error().detail.startsWith(u"query.range.ending_at: "_s));
    }
}

void TestView::aWrongFileIsRefusedByPlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("place");
    const auto row =
        [](const char *name, const QString &path, const QJsonValue &value, const QString &place) {
            QTest::newRow(name) << path << value << (place.isEmpty() ? path : place);
        };
    const QJsonValue absent(QJsonValue::Undefined);
    row("another kind", u"emberline"_s, u"board"_s, {});
    row("no kind", u"emberline"_s, absent, {});
    row("a newer version", u"version"_s, 4, {});
    row("version 0", u"version"_s, 0, {});
    row("a version as text", u"version"_s, u"1"_s, {});
    row("no version", u"version"_s, absent, {});
    row("an unknown key", u"endpoint"_s, u"https://x/"_s, {});
    row("an unknown key inside", u"query.metric"_s, 1, {});
    row("an unknown key in the range", u"query.range.zone"_s, u"UTC"_s, {});
    row("a title that is a number", u"title"_s, 5, {});
    row("a title that is too long", u"title"_s, QString(10'001, u'x'), {});
    row("no query", u"query"_s, absent, {});
    row("a query that is a list", u"query"_s, QJsonArray(), {});
    row("events as text", u"query.events"_s, u"e"_s, {});
    row("an event that is null", u"query.events"_s, listOf(QJsonValue(), 1), {});
    row("101 events", u"query.events"_s, listOf(u"e"_s, 101), {});
    row("101 segments", u"query.segments"_s, listOf(emptyChoice(), 101), {});
    row("segments as texts", u"query.segments"_s, listOf(u"s"_s, 1), {});
    row("a segment without a label",
        u"query.segments"_s,
        listOf(QJsonObject{{u"id"_s, u"s"_s}}, 1),
        u"query.segments[0].label"_s);
    row("an app with more than that",
        u"query.apps"_s,
        listOf(QJsonObject{{u"id"_s, u"s"_s}, {u"label"_s, u"s"_s}, {u"key"_s, u"k"_s}}, 1),
        u"query.apps[0].key"_s);
    row("another unit", u"query.unit"_s, u"week"_s, {});
    row("a unit in capitals", u"query.unit"_s, u"Hour"_s, {});
    row("length 0", u"query.range.length"_s, 0, {});
    row("a length beyond all reason", u"query.range.length"_s, longestRange + 1, {});
    row("a fraction as length", u"query.range.length"_s, 1.5, {});
    row("an absurd length", u"query.range.length"_s, 1e300, {});
    row("an end that is a number", u"query.range.ending_at"_s, 1'700'000'000, {});
    row("an end that is null", u"query.range.ending_at"_s, QJsonValue(), {});
}

void TestView::aWrongFileIsRefusedByPlace()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, place);
    const Result<View> read = viewFromBytes(changed(path, value));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::MalformedReply);
    QVERIFY2(read.error().detail.startsWith(place + u": "_s), qUtf8Printable(read.error().detail));
}

void TestView::whatIsNoJsonObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a NUL") << QByteArray(1, '\0');
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><title>Sign in</title>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a number") << QByteArray("5");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("cut off") << bytesOf(richView()).chopped(3);
    QTest::newRow("something behind it") << bytesOf(richView()) + "x";
    QTest::newRow("no UTF-8") << QByteArray("{\"emberline\":\"\xff\xfe\"}");
    QTest::newRow("nested too deeply") << QByteArray(100'000, '[');
    QTest::newRow("objects nested too deeply") << QByteArray(R"({"a":)").repeated(100'000);
}

void TestView::whatIsNoJsonObjectIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Result<View> read = viewFromBytes(bytes);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::MalformedReply);
    QVERIFY(!read.error().detail.isEmpty());
    QVERIFY(!read.error().detail.contains(u"no error"_s));
}

void TestView::aFileThatIsTooLargeIsNotRead()
{
    const QByteArray bytes = bytesOf(richView());
    const qsizetype most = 1 << 20;
    const QByteArray blanks(most - bytes.size(), ' ');
    QVERIFY(viewFromBytes(bytes + blanks).hasValue());
    const Result<View> read = viewFromBytes(bytes + blanks + ' ');
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, ErrorKind::TooLarge);
}

void TestView::aSmallFileCanNotAskForAMillionSeries()
{
    View view;
    view.query.events = QStringList(100, u"e"_s);
    view.query.apps = std::vector<Choice>(100);
    view.query.segments = std::vector<Choice>(100);
    const Result<View> read = viewFromBytes(bytesOf(view));
    QVERIFY(!read.hasValue());
    QVERIFY(read.error().detail.startsWith(u"query"_s));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestView)

#include "tst_view.moc"
