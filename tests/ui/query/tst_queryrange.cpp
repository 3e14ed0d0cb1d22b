// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"

#include <QLineEdit>
#include <QToolButton>
#include <QTranslator>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The English plurals, as a catalogue would have them.
class EnglishPlurals : public QTranslator
{
    Q_OBJECT

public:
    QString translate(const char * /*context*/,
                      const char *text,
                      const char * /*disambiguation*/,
                      int n) const override
    {
        QString word = QString::fromUtf8(text);
        return word.contains(u"(s)"_s) ? word.replace(u"(s)"_s, n == 1 ? u""_s : u"s"_s)
                                       : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

/// The length of the range, its unit and its end.
class TestQueryRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aLengthOutOfRangeIsRefused_data();
    static void aLengthOutOfRangeIsRefused();
    static void theLengthStepsWithinItsRange();
    static void theUnitFollowsTheNumber_data();
    static void theUnitFollowsTheNumber();
    static void aLargeNumberIsGrouped();
    static void theEndIsInTheWorkspacesZone();
    static void anEndInTheFutureIsRefused();
    static void backToNowForgetsTheEnd();
    static void anEndInAMissingHourIsStillATime();
    static void theHintSaysTheDates_data();
    static void theHintSaysTheDates();
    static void theUnitIsChosenByKey();
    static void theWheelChangesNothingByPassing();
};

void TestQueryRange::aLengthOutOfRangeIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("settled");
    QTest::newRow("nothing") << u"0"_s << 1;
    QTest::newRow("one too many") << u"7306"_s << 7305;
    QTest::newRow("all that fits in") << u"999999"_s << 7305;
}

void TestQueryRange::aLengthOutOfRangeIsRefused()
{
    QFETCH(QString, typed);
    QFETCH(int, settled);
    FormBench bench;
    bench.chooseLast();
    QTest::keyClicks(bench.length(), typed);
    QVERIFY(bench.label(u"lengthProblem"_s)->isVisible());
    QVERIFY(!bench.label(u"lengthProblem"_s)->text().isEmpty());
    QVERIFY(bench.length()->property("invalid").toBool());
    QTest::keyClick(bench.length(), Qt::Key_Return);
    QCOMPARE(bench.length()->value(), settled);
    QVERIFY(!bench.length()->property("invalid").toBool());
    QVERIFY(bench.label(u"lengthProblem"_s)->isVisible()); // why it is another number
    for (const QVariantList &arguments : std::as_const(bench.spy)) {
        const int length = std::get<LastUnits>(qvariant_cast<Query>(arguments.at(0)).range).length;
        QVERIFY(length >= 1 && length <= 7305);
    }
    QCOMPARE(std::get<LastUnits>(bench.last().range).length, settled);
    bench.length()->setValue(50);
    QVERIFY(bench.label(u"lengthProblem"_s)->isHidden());
}

void TestQueryRange::theLengthStepsWithinItsRange()
{
    FormBench bench;
    bench.chooseLast();
    bench.length()->setValue(7305);
    bench.length()->stepUp();
    QCOMPARE(bench.length()->value(), 7305);
    bench.length()->setValue(1);
    bench.length()->stepDown();
    QCOMPARE(bench.length()->value(), 1);
}

void TestQueryRange::theUnitFollowsTheNumber_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("hours");
    QTest::addColumn<QString>("text");
    QTest::newRow("one day") << 1 << false << u"1 day"_s;
    QTest::newRow("two days") << 2 << false << u"2 days"_s;
    QTest::newRow("one hour") << 1 << true << u"1 hour"_s;
    QTest::newRow("100 hours") << 100 << true << u"100 hours"_s;
}

void TestQueryRange::theUnitFollowsTheNumber()
{
    QFETCH(int, length);
    QFETCH(bool, hours);
    QFETCH(QString, text);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    FormBench bench;
    bench.find<QToolButton>(hours ? u"hourButton"_s : u"dayButton"_s)->click();
    bench.chooseLast();
    bench.length()->setValue(length);
    QCOMPARE(bench.length()->text(), text);
    QCoreApplication::removeTranslator(&plurals);
}

void TestQueryRange::aLargeNumberIsGrouped()
{
    const FormBench bench;
    bench.chooseLast();
    bench.length()->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    QTest::keyClicks(bench.length(), u"3650"_s);
    QTest::keyClick(bench.length(), Qt::Key_Return);
    QVERIFY2(bench.length()->text().startsWith(u"3,650 "_s), qPrintable(bench.length()->text()));
    QCOMPARE(std::get<LastUnits>(bench.last().range).length, 3650);
}

void TestQueryRange::theEndIsInTheWorkspacesZone()
{
    FormBench bench;
    bench.chooseLast();
    bench.endKind()->setFocus();
    QTest::keyClick(bench.endKind(), Qt::Key_Down);
    QVERIFY(bench.end()->isVisible());
    QCOMPARE(std::get<LastUnits>(bench.last().range).endingAt, std::optional(bench.clock.now()));
    QCOMPARE(bench.end()->dateTime().time(), QTime(14, 5)); // Paris
    bench.end()->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(std::get<LastUnits>(bench.last().range).endingAt,
             std::optional(utc(u"2026-06-30T22:00:00Z"_s)));
    bench.form.setCalendar({.zone = QTimeZone("America/New_York")});
    QCOMPARE(bench.end()->dateTime().date(), QDate(2026, 6, 30));
}

void TestQueryRange::anEndInTheFutureIsRefused()
{
    View view = checkouts();
    std::get<LastUnits>(view.query.range).endingAt = utc(u"2026-11-20T12:00:00Z"_s);
    FormBench bench{view};
    bench.end()->setFocus();
    bench.end()->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 6), Qt::UTC));
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.end()->property("invalid").toBool());
    QVERIFY(bench.label(u"endProblem"_s)->isVisible());
    QTest::keyClick(bench.end(), Qt::Key_Return);
    QCOMPARE(bench.end()->dateTime().time(), QTime(14, 5));
    QVERIFY(!bench.end()->property("invalid").toBool());
    QVERIFY(bench.label(u"endProblem"_s)->isVisible()); // why it is another time
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(std::get<LastUnits>(bench.last().range).endingAt, std::optional(bench.clock.now()));
}

void TestQueryRange::backToNowForgetsTheEnd()
{
    View view = checkouts();
    std::get<LastUnits>(view.query.range).endingAt = utc(u"2026-11-20T12:00:00Z"_s);
    FormBench bench{view};
    bench.endKind()->setFocus();
    QTest::keyClick(bench.endKind(), Qt::Key_Up);
    QVERIFY(!std::get<LastUnits>(bench.last().range).endingAt.has_value());
    QVERIFY(bench.end()->isHidden());
}

void TestQueryRange::anEndInAMissingHourIsStillATime()
{
    View view = checkouts();
    std::get<LastUnits>(view.query.range).endingAt = utc(u"2026-03-20T12:00:00Z"_s);
    FormBench bench{view};
    bench.end()->setDateTime(QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC));
    QCOMPARE(bench.spy.size(), 1);
    QVERIFY(std::get<LastUnits>(bench.last().range).endingAt->isValid());
    const qint64 gap =
        std::get<LastUnits>(bench.last().range).endingAt->secsTo(utc(u"2026-03-29T01:00:00Z"_s));
    QVERIFY(qAbs(gap) <= 3600);
}

void TestQueryRange::theHintSaysTheDates_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("hint");
    QTest::newRow("until now") << 30 << QString() << u"25 Oct – 23 Nov 2026"_s;
    QTest::newRow("until a midnight, which is exclusive")
        << 2 << u"2026-11-19T23:00:00Z"_s << u"18 – 19 Nov 2026"_s;
    QTest::newRow("across a year")
        << 2 << u"2026-01-01T12:00:00Z"_s << u"31 Dec 2025 – 1 Jan 2026"_s;
}

void TestQueryRange::theHintSaysTheDates()
{
    QFETCH(int, length);
    QFETCH(QString, end);
    QFETCH(QString, hint);
    View view = checkouts();
    view.query.range = LastUnits{.length = length};
    if (!end.isEmpty()) {
        std::get<LastUnits>(view.query.range).endingAt = utc(end);
    }
    const FormBench bench{view};
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), hint);
}

void TestQueryRange::theUnitIsChosenByKey()
{
    FormBench bench;
    bench.find<QToolButton>(u"dayButton"_s)->setFocus();
    QTest::keyClick(bench.find<QToolButton>(u"dayButton"_s), Qt::Key_Left);
    QCOMPARE(bench.last().unit, Unit::Hour);
    QCOMPARE(bench.last().granularity, Granularity::Hour);
}

void TestQueryRange::theWheelChangesNothingByPassing()
{
    FormBench bench;
    bench.chooseLast();
    bench.find<QLineEdit>(u"eventField"_s)->setFocus();
    QWheelEvent wheel(QPointF(5, 5),
                      bench.length()->mapToGlobal(QPointF(5, 5)),
                      {},
                      QPoint(0, 120),
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(bench.length(), &wheel);
    QCOMPARE(bench.length()->value(), 30);
    QCOMPARE(bench.spy.size(), 0);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestQueryRange)

#include "tst_queryrange.moc"
