// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/table/tablebench.h"
#include "ui/export/picture.h"

#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What another program gets when it pastes: on a real X server, read by xclip.
class TestClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void anotherProgramPastesText();
    static void anotherProgramPastesATable();
    static void anotherProgramPastesAPictureAndItsWords();
};

namespace {

/// Answers its questions meanwhile.
QByteArray pasted(const QString &target)
{
    QProcess xclip;
    QSignalSpy ended(&xclip, &QProcess::finished);
    xclip.start(u"xclip"_s, {u"-o"_s, u"-selection"_s, u"clipboard"_s, u"-t"_s, target});
    return ended.wait() ? xclip.readAllStandardOutput() : QByteArray("no answer");
}

} // namespace

void TestClipboard::init()
{
    failOnAnyWarning();
    if (QGuiApplication::platformName() != u"xcb"_s
        || QStandardPaths::findExecutable(u"xclip"_s).isEmpty()) {
        QSKIP("it takes an X server and xclip");
    }
}

void TestClipboard::anotherProgramPastesText()
{
    TableBench bench;
    bench.show(sample());
    bench.view->selectAll();
    bench.table.copyWithHeaders();
    QCOMPARE(pasted(u"UTF8_STRING"_s),
             QByteArray("Date\tAll users\tGold\n2026-11-23\t9120\t2880\n2026-11-22\t2000\t4655\n"
                        "2026-11-21\t10000\t\n2026-11-20\t900\t"));
}

void TestClipboard::anotherProgramPastesATable()
{
    TableBench bench;
    bench.show(sample(), u"<b>\u00E9</b>"_s);
    bench.view->selectAll();
    bench.table.copyWithHeaders();
    const QByteArray html = pasted(u"text/html"_s);
    QCOMPARE(html.count("<tr>"), 5);
    QVERIFY(html.contains("&lt;b&gt;\xC3\xA9&lt;/b&gt;"));
    QVERIFY(html.contains(">10000</td>"));
    QVERIFY(html.contains(">2026-11-23</td>"));
}

void TestClipboard::anotherProgramPastesAPictureAndItsWords()
{
    const PictureOptions options{.size = QSize(640, 360), .scale = 2};
    PictureSource source;
    source.text.title = u"Gold rose"_s;
    source.text.footnote = u"Demo data."_s;
    QCOMPARE(copyPicture(source, options), QSize(1'280, 720));
    const QImage image = QImage::fromData(pasted(u"image/png"_s), "png");
    QCOMPARE(image.convertToFormat(QImage::Format_RGB32), renderPicture(source, options));
    QCOMPARE(pasted(u"UTF8_STRING"_s), QByteArray("Gold rose\nDemo data."));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestClipboard)

#include "tst_clipboard.moc"
