// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/workspace/namedidmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestNamedIdModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void itKeepsTheRulesOfModels();
    static void aRowWithoutAnIdIsNoEntry();
    static void aNameLeftOutIsTheId();
    static void theFirstOfEqualIdsCounts();
    static void namesAreShownWithoutControlCharacters();
    static void blanksAroundAnIdAreCut();
};

void TestNamedIdModel::itKeepsTheRulesOfModels()
{
    NamedIdModel model(u"App ID"_s);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({.id = u"1"_s, .name = u"One"_s});
    model.append({});
    QVERIFY(model.setData(model.index(1, 1), u"2"_s, Qt::EditRole));
    QVERIFY(model.removeRows(0, 1));
    model.setEntries({{.id = u"3"_s, .name = u"Three"_s}});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.removeRows(0, 2));
}

void TestNamedIdModel::aRowWithoutAnIdIsNoEntry()
{
    NamedIdModel model(u"App ID"_s);
    model.append({.id = {}, .name = u"Shop"_s});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.entries().empty());
}

void TestNamedIdModel::aNameLeftOutIsTheId()
{
    NamedIdModel model(u"App ID"_s);
    model.append({.id = u"abc"_s});
    QCOMPARE(model.entries(), (std::vector<NamedId>{{.id = u"abc"_s, .name = u"abc"_s}}));
}

void TestNamedIdModel::theFirstOfEqualIdsCounts()
{
    NamedIdModel model(u"App ID"_s);
    model.setEntries({{.id = u"abc"_s, .name = u"One"_s}, {.id = u"abc"_s, .name = u"Two"_s}});
    QCOMPARE(model.entries(), (std::vector<NamedId>{{.id = u"abc"_s, .name = u"One"_s}}));
}

void TestNamedIdModel::namesAreShownWithoutControlCharacters()
{
    NamedIdModel model(u"App ID"_s);
    const QString raw = u"a\u202Eb"_s;
    model.append({.id = u"1"_s, .name = raw});
    QCOMPARE(model.index(0, 0).data(Qt::DisplayRole).toString(), u"ab"_s);
    QCOMPARE(model.index(0, 0).data(Qt::EditRole).toString(), raw);
}

void TestNamedIdModel::blanksAroundAnIdAreCut()
{
    NamedIdModel model(u"App ID"_s);
    model.append({});
    model.setData(model.index(0, 1), u" abc\n"_s, Qt::EditRole);
    QCOMPARE(model.entries().front().id, u"abc"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestNamedIdModel)

#include "tst_namedidmodel.moc"
