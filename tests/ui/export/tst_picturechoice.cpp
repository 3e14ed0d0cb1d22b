// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/export/picturechoice.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What is remembered of pictures, and how it is read again.
class TestPictureChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everythingComesBack();
    static void everyThemeComesBack();
    static void wordsAreNotRemembered();
    static void nothingIsAsUsual();
    static void whatIsOddIsAsUsual_data();
    static void whatIsOddIsAsUsual();
    static void theRestOfAnOddChoiceIsRead();
};

namespace {

PictureChoice unusual()
{
    return {.options = {.format = PictureFormat::Svg,
                        .size = QSize(777, 555),
                        .scale = 3,
                        .theme = PictureTheme::Dark,
                        .background = PictureOptions::Background::Transparent,
                        .parts = {.title = false,
                                  .subtitle = false,
                                  .endLabels = false,
                                  .legend = true,
                                  .summary = true,
                                  .footnote = false},
                        .embedsView = false},
            .asOnScreen = true};
}

} // namespace

void TestPictureChoice::everythingComesBack()
{
    const QByteArray bytes = QJsonDocument(toJson(unusual())).toJson();
    QCOMPARE(pictureChoiceFrom(QJsonDocument::fromJson(bytes).object()), unusual());
}

void TestPictureChoice::everyThemeComesBack()
{
    for (const PictureTheme theme :
         {PictureTheme::Light, PictureTheme::Dark, PictureTheme::Brand}) {
        PictureChoice choice = unusual();
        choice.options.theme = theme;
        QCOMPARE(pictureChoiceFrom(toJson(choice)), choice);
    }
}

void TestPictureChoice::wordsAreNotRemembered()
{
    PictureChoice choice = unusual();
    choice.options.words = {.title = u"Secret plan"_s, .footnote = u"Of ours"_s};
    QCOMPARE(toJson(choice), toJson(unusual()));
}

void TestPictureChoice::nothingIsAsUsual()
{
    QCOMPARE(pictureChoiceFrom({}), PictureChoice());
}

void TestPictureChoice::whatIsOddIsAsUsual_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {R"({"format":"gif"})",
                             R"({"format":7})",
                             R"({"width":100,"height":100})",
                             R"({"width":800})",
                             R"({"width":99999,"height":800})",
                             R"({"width":"800","height":"600"})",
                             R"({"width":800.5,"height":600})",
                             R"({"scale":0})",
                             R"({"scale":5})",
                             R"({"scale":"2"})",
                             R"({"scale":1e300})",
                             R"({"scale":-9223372036854775808})",
                             R"({"theme":"pink"})",
                             R"({"background":null})",
                             R"({"title":"no","legend":1,"embeds_view":[]})",
                             R"({"surprise":true})"}) {
        QTest::newRow(json) << QByteArray(json);
    }
}

void TestPictureChoice::whatIsOddIsAsUsual()
{
    QFETCH(QByteArray, json);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isObject());
    QCOMPARE(pictureChoiceFrom(document.object()), PictureChoice());
}

void TestPictureChoice::theRestOfAnOddChoiceIsRead()
{
    QJsonObject json = toJson(unusual());
    json.insert(u"theme"_s, u"pink"_s);
    json.insert(u"width"_s, -1);
    PictureChoice expected = unusual();
    expected.options.theme = PictureTheme::Light;
    expected.options.size = PictureOptions().size;
    QCOMPARE(pictureChoiceFrom(json), expected);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPictureChoice)
#include "tst_picturechoice.moc"
