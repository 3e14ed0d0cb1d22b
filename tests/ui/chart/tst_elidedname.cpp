// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartstyle.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Names of series where there is little room.
class TestElidedName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNameThatFitsIsWhole();
    static void theEventGivesWayToTheSegment();
    static void theStartAndTheEndOfAnEventStay();
    static void aSegmentThatDoesNotFitIsCutInItsMiddle();
    static void everyNameFits_data() { addNames(); }
    static void everyNameFits();
};

void TestElidedName::aNameThatFitsIsWhole()
{
    const QString name = u"checkout · Gold members"_s;
    const QFont font;
    QCOMPARE(elidedName(name, font, textWidth(name, font) + 1), name);
}

void TestElidedName::theEventGivesWayToTheSegment()
{
    const QFont font;
    const QString gold = u"checkout_completed_in_the_app · Gold members"_s;
    const QString silver = u"checkout_completed_in_the_app · Silver members"_s;
    const qreal room = textWidth(silver, font) * 0.7;
    QVERIFY(elidedName(gold, font, room).endsWith(u" · Gold members"_s));
    QVERIFY(elidedName(silver, font, room).endsWith(u" · Silver members"_s));
    QVERIFY(elidedName(gold, font, room).startsWith(u"ch"_s));
    QVERIFY(elidedName(gold, font, room).contains(u'…'));
}

void TestElidedName::theStartAndTheEndOfAnEventStay()
{
    const QFont font;
    const QString name = u"checkout_completed_on_the_web"_s;
    const QString cut = elidedName(name, font, textWidth(name, font) * 0.6);
    QVERIFY2(cut.startsWith(u"check"_s) && cut.endsWith(u"web"_s), qPrintable(cut));
}

void TestElidedName::aSegmentThatDoesNotFitIsCutInItsMiddle()
{
    const QFont font;
    const QString name = u"open · Customers who bought twice in spring"_s;
    const QString cut = elidedName(name, font, textWidth(name, font) * 0.5);
    QVERIFY2(cut.startsWith(u"open"_s) && cut.endsWith(u"spring"_s), qPrintable(cut));
}

void TestElidedName::everyNameFits()
{
    QFETCH(QString, name);
    const QFont font;
    const qreal room = 120;
    const QStringList texts{name, name + u" · "_s + name};
    for (const QString &text : texts) {
        QVERIFY(textWidth(elidedName(text, font, room), font) <= room + 1);
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestElidedName)

#include "tst_elidedname.moc"
