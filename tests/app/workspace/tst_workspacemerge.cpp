// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacemerge.h"
#include "tests/app/workspace/sampleprofile.h"
#include "tests/support/strictness.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWorkspaceMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void withoutOthersItIsOurs();
    static void withoutUsItIsTheirs();
    static void ofTheSameFieldOursCounts();
    static void listsAreMergedEntryByEntry_data();
    static void listsAreMergedEntryByEntry();
    static void anAppIsOneAppWhateverItsName();
    static void aColourIsNotGivenTwice();
};

void TestWorkspaceMerge::withoutOthersItIsOurs()
{
    Workspace ours = acme();
    ours.name = u"Shop"_s;
    ours.endpoint = QUrl(u"https://rest.fra-01.braze.eu"_s);
    ours.zone = QTimeZone("Asia/Kolkata");
    ours.apps = {ours.apps.back(), ours.apps.front()}; // the order counts
    ours.segments.clear();
    ours.recentEvents = {u"signup"_s, u"checkout & pay"_s};
    ours.colorSlots.insert(u"s-9"_s, 1);
    QCOMPARE(mergedWorkspace(acme(), ours, acme()), ours);
}

void TestWorkspaceMerge::withoutUsItIsTheirs()
{
    Workspace theirs = acme();
    theirs.name = u"Shop"_s;
    theirs.keyPlace = KeyPlace::Session;
    theirs.weekStart = Qt::Monday;
    theirs.apps.clear();
    theirs.starredEvents.clear();
    QCOMPARE(mergedWorkspace(acme(), acme(), theirs), theirs);
}

void TestWorkspaceMerge::ofTheSameFieldOursCounts()
{
    Workspace ours = acme();
    ours.name = u"Ours"_s;
    Workspace theirs = acme();
    theirs.name = u"Theirs"_s;
    QCOMPARE(mergedWorkspace(acme(), ours, theirs).name, u"Ours"_s);
}

void TestWorkspaceMerge::listsAreMergedEntryByEntry_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("merged");
    QTest::newRow("both added") << u"a b x"_s << u"a b y"_s << u"a b x y"_s;
    QTest::newRow("both removed") << u"a"_s << u"b"_s << QString();
    QTest::newRow("one added, one removed") << u"a b x"_s << u"b"_s << u"b x"_s;
    QTest::newRow("both added the same") << u"a b x"_s << u"x a b"_s << u"a b x"_s;
}

void TestWorkspaceMerge::listsAreMergedEntryByEntry()
{
    QFETCH(const QString, ours);
    QFETCH(const QString, theirs);
    QFETCH(const QString, merged);
    const auto with = [](const QString &words) {
        return Workspace{.starredEvents = words.split(u' ', Qt::SkipEmptyParts)};
    };
    const Workspace result = mergedWorkspace(with(u"a b"_s), with(ours), with(theirs));
    QCOMPARE(result.starredEvents.join(u' '), merged);
}

void TestWorkspaceMerge::anAppIsOneAppWhateverItsName()
{
    Workspace ours = acme();
    ours.apps.front().name = u"iPhone"_s;
    Workspace theirs = acme();
    theirs.apps.back().name = u"Site"_s;
    theirs.apps.push_back({.id = u"a-3"_s, .name = u"Android"_s});
    const std::vector<NamedId> expected{{.id = u"a-1"_s, .name = u"iPhone"_s},
                                        {.id = u"a-2"_s, .name = u"Site"_s},
                                        {.id = u"a-3"_s, .name = u"Android"_s}};
    QCOMPARE(mergedWorkspace(acme(), ours, theirs).apps, expected);
}

void TestWorkspaceMerge::aColourIsNotGivenTwice()
{
    Workspace ours = acme();
    ours.colorSlots.insert(u"here"_s, 1);
    Workspace theirs = acme();
    theirs.colorSlots.insert(u"there"_s, 1);
    const Workspace merged = mergedWorkspace(acme(), ours, theirs);
    QCOMPARE(merged.colorSlots.value(u"there"_s), 1);
    QCOMPARE(merged.colorSlots.value(u"here"_s), 2);
    QCOMPARE(merged.colorSlots.size(), 4);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWorkspaceMerge)

#include "tst_workspacemerge.moc"
