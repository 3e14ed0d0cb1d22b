// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/windows.h"
#include "tests/support/cuttingservice.h"
#include "tests/support/strictness.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Random questions to random services: what must hold of every one of them.
class TestWindowsProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyQuestionIsAnswered_data();
    static void everyQuestionIsAnswered();
};

namespace {

enum class Ends { Open, LongOver, CutInThePast };

/// One question, the service it goes to, and what came back.
struct Question
{
    CuttingService service = {};
    WindowContext context = {};
    Ends ends = Ends::Open;
    std::vector<BucketTime> range = {}; ///< without holes
    std::vector<BucketTime> needed = {};
};

struct Rounds
{
    std::vector<Window> first = {};
    std::vector<BucketTime> still = {};
    std::vector<Window> second = {};
    std::vector<PlacedRow> rows = {};
};

const std::array zones{"UTC",
                       "Pacific/Kiritimati",
                       "Etc/GMT+12",
                       "Asia/Kathmandu",
                       "Europe/London",
                       "Europe/Paris",
                       "America/New_York",
                       "America/St_Johns",
                       "America/Santiago",
                       "Atlantic/Azores",
                       "Australia/Lord_Howe",
                       "Pacific/Auckland",
                       "Africa/Cairo"};

class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    { }

    int upTo(int most) { return m_random.bounded(most + 1); }
    bool oneIn(int many) { return m_random.bounded(many) == 0; }
    QTimeZone zone()
    {
        return QTimeZone(zones.at(static_cast<std::size_t>(upTo(int{zones.size()} - 1))));
    }

    /// Any instant of three years, leap day and all changes of clocks included; often on a
    /// boundary.
    QDateTime instant()
    {
        qint64 ms = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        ms += m_random.bounded(1200) * msPerDay + m_random.bounded(int{msPerDay});
        if (oneIn(4)) {
            const qint64 step = oneIn(2) ? msPerHour : msPerDay;
            ms -= ms % step;
        }
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    }

    /// Short ones and those that just fill their windows more often.
    int length(int useful, int most)
    {
        switch (upTo(9)) {
        case 0:
            return 1 + upTo(most - 1);
        case 1:
        case 2:
        case 3:
            return useful * (1 + upTo(3)) + upTo(5) - 2;
        default:
            return 1 + upTo(useful);
        }
    }

private:
    QRandomGenerator m_random;
};

CuttingService anyService(Dice &dice, Unit unit)
{
    CuttingService service{.zone = dice.zone()};
    service.reading = static_cast<EndReading>(dice.upTo(unit == Unit::Day ? 2 : 1));
    service.cutsTheFirst = dice.oneIn(2);
    service.missingPercent = dice.oneIn(5) ? 1 + dice.upTo(30) : 0;
    if (unit == Unit::Hour && dice.oneIn(3)) {
        service.hourPhase = (1 + dice.upTo(2)) * msPerHour / 4;
    }
    return service;
}

/// Holes where numbers are held: none, a few stretches, or single buckets.
std::vector<BucketTime> withHoles(const std::vector<BucketTime> &range, Dice &dice)
{
    const int stretch = dice.oneIn(3) ? 1 : 1 + dice.upTo(200);
    const int share = dice.oneIn(2) ? 100 : dice.upTo(100);
    std::vector<BucketTime> needed;
    bool keeps = true;
    for (std::size_t i = 0; i < range.size(); ++i) {
        if (i % static_cast<std::size_t>(stretch) == 0) {
            keeps = dice.upTo(99) < share;
        }
        if (keeps) {
            needed.push_back(range[i]);
        }
    }
    return needed;
}

Question anyQuestion(Dice &dice, Unit unit)
{
    Question question{.service = anyService(dice, unit), .ends = static_cast<Ends>(dice.upTo(2))};
    WindowContext &context = question.context;
    context = {.unit = unit, .now = dice.instant(), .namesEnd = dice.oneIn(4)};
    context.end = context.now;
    if (question.ends == Ends::CutInThePast) {
        context.end = context.now.addMSecs(-1 - dice.upTo(400) * msPerHour * 7);
    }
    // The workspace may be wrong about where the service's days end.
    const QTimeZone zone = dice.oneIn(3) ? dice.zone() : question.service.zone;
    BucketTime last = bucketAt(context.end.addMSecs(-1), unit, zone);
    if (question.ends == Ends::LongOver) {
        last -= (1 + dice.upTo(400)) * bucketWidth(unit);
    }
    const int length = unit == Unit::Day ? dice.length(98, 1500) : dice.length(100, 4000);
    for (int i = length - 1; i >= 0; --i) {
        question.range.push_back(last - i * bucketWidth(unit));
    }
    question.needed = withHoles(question.range, dice);
    return question;
}

/// A request without an end is answered a while after it was planned.
std::vector<WindowAnswer> ask(const std::vector<Window> &windows,
                              const Question &question,
                              Dice &dice)
{
    std::vector<WindowAnswer> answers;
    for (const Window &window : windows) {
        QDateTime end = window.endingAt.value_or(question.context.now.addMSecs(dice.upTo(240'000)));
        if (window.endingAt) {
            end = end.addMSecs(-end.time().msec()); // the wire has seconds
        }
        answers.push_back(
            {.window = window,
             .rows = question.service.rows(question.context.unit, window.length, end)});
    }
    return answers;
}

Rounds played(const Question &question, Dice &dice)
{
    const WindowContext &context = question.context;
    Rounds rounds{.first = windowsFor(question.needed, context)};
    std::vector<WindowAnswer> answers = ask(rounds.first, question, dice);
    rounds.still = stillWanted(question.needed, mergedRows(answers, context), context);
    rounds.second = windowsFor(rounds.still, context);
    for (WindowAnswer &answer : ask(rounds.second, question, dice)) {
        answers.push_back(std::move(answer));
    }
    rounds.rows = mergedRows(answers, context);
    return rounds;
}

/// Empty, or what is wrong with the windows.
QString problemOf(const std::vector<Window> &windows, const WindowContext &context)
{
    const bool named = context.namesEnd || context.end < context.now;
    QDateTime above = context.end.addMSecs(1);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (windows[i].length < 1 || windows[i].length > 100) {
            return u"a length of %1"_s.arg(windows[i].length);
        }
        if (!windows[i].endingAt && (i > 0 || named)) {
            return u"window %1 names no end"_s.arg(i);
        }
        const QDateTime end = windows[i].endingAt.value_or(context.end);
        if (end >= above) {
            return u"window %1 ends too late"_s.arg(i);
        }
        above = end;
    }
    return {};
}

int roundedUp(qsizetype count, int useful)
{
    return static_cast<int>((count + useful - 1) / useful);
}

/// How many windows the range without holes may take.
int mostWindows(const Question &question)
{
    const auto count = static_cast<qsizetype>(question.range.size());
    if (question.context.unit == Unit::Hour) {
        return roundedUp(count, 100);
    }
    const qint64 overEverywhere = question.range.back() + msPerDay + 12 * msPerHour;
    return overEverywhere > question.context.end.toMSecsSinceEpoch()
             ? std::max(1, roundedUp(count - 1, 98))
             : roundedUp(count + 1, 98);
}

int mostInTheSecondRound(const Question &question, const Rounds &rounds)
{
    if (question.service.missingPercent > 0 || question.service.hourPhase != 0) {
        return static_cast<int>(rounds.first.size()) + 1;
    }
    return question.context.unit == Unit::Day ? 2 : 1;
}

/// What the service calls the needed bucket; its hours may begin at another minute.
BucketTime ownTime(BucketTime needed, const Question &question)
{
    if (question.context.unit == Unit::Day) {
        return needed;
    }
    const qint64 phase = question.service.hourPhase;
    const bool begun = question.needed.back() + phase < question.context.end.toMSecsSinceEpoch();
    return needed + phase - (begun ? 0 : msPerHour);
}

/// Whether two rounds must have brought the whole count of a bucket.
bool isOwed(BucketTime bucket, const Question &question)
{
    const qint64 end = question.context.end.toMSecsSinceEpoch();
    if (question.context.unit == Unit::Hour) {
        return bucket + msPerHour <= end;
    }
    return bucket + msPerDay + 12 * msPerHour <= end // over in every zone
        && bucket < question.service.newest(Unit::Day, question.context.end); // never inside else
}

/// Empty, or the first bucket that is wrong.
QString problemOf(const std::vector<PlacedRow> &rows, const Question &question)
{
    std::vector<BucketTime> whole;
    for (const PlacedRow &row : rows) {
        const QString time =
            QDateTime::fromMSecsSinceEpoch(row.row.time, Qt::UTC).toString(Qt::ISODate);
        if (row.place == RowPlace::Inside
            && row.row.value != CuttingService::countOf(row.row.time)) {
            return u"a part of %1 looks final"_s.arg(time);
        }
        if (row.place == RowPlace::Inside) {
            whole.push_back(row.row.time);
        }
    }
    for (const BucketTime needed : question.needed) {
        const BucketTime own = ownTime(needed, question);
        if (question.service.missingPercent == 0 && isOwed(own, question)
            && !std::binary_search(whole.begin(), whole.end(), own)) {
            return QDateTime::fromMSecsSinceEpoch(own, Qt::UTC).toString(Qt::ISODate) + u" lacks"_s;
        }
    }
    return {};
}

/// Empty, or the first property that does not hold.
QString problemOf(const Question &question, const Rounds &rounds)
{
    const auto first = static_cast<int>(rounds.first.size());
    const auto second = static_cast<int>(rounds.second.size());
    if (rounds.first.empty() != question.needed.empty()) {
        return u"a window for nothing, or none for something"_s;
    }
    if (first > mostWindows(question)) {
        return u"too many windows"_s;
    }
    if (second > mostInTheSecondRound(question, rounds)) {
        return u"too many windows in the second round"_s;
    }
    if (windowsFor(question.needed, question.context) != rounds.first) {
        return u"other windows for the same question"_s;
    }
    const QString order = problemOf(rounds.first, question.context)
                        + problemOf(rounds.second, question.context);
    return order.isEmpty() ? problemOf(rounds.rows, question) : order;
}

QByteArray wordsOf(const QString &problem, const Question &question, const Rounds &rounds)
{
    const auto day = [](BucketTime time) {
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
    };
    return QString(
               problem
               + u": %1, reading %2, phase %3, now %4, end %5, %6 of %7 from %8 to %9: %10 and %11 windows"_s)
        .arg(QString::fromLatin1(question.service.zone.id()))
        .arg(static_cast<int>(question.service.reading))
        .arg(question.service.hourPhase / 60'000)
        .arg(question.context.now.toString(Qt::ISODateWithMs),
             question.context.end.toString(Qt::ISODateWithMs))
        .arg(question.needed.size())
        .arg(question.range.size())
        .arg(day(question.range.front()), day(question.range.back()))
        .arg(rounds.first.size())
        .arg(rounds.second.size())
        .toUtf8();
}

} // namespace

void TestWindowsProperties::everyQuestionIsAnswered_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed) {
        QTest::addRow("days, seed %u", seed) << Unit::Day << seed;
        QTest::addRow("hours, seed %u", seed) << Unit::Hour << seed;
    }
}

void TestWindowsProperties::everyQuestionIsAnswered()
{
    QFETCH(Unit, unit);
    QFETCH(quint32, seed);
    Dice dice(seed);
    for (int i = 0; i < 200; ++i) {
        const Question question = anyQuestion(dice, unit);
        const Rounds rounds = played(question, dice);
        const QString problem = problemOf(question, rounds);
        QVERIFY2(problem.isEmpty(), wordsOf(problem, question, rounds).constData());
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWindowsProperties)

#include "tst_windowsproperties.moc"
