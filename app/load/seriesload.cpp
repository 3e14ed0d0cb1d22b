// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/seriesload.h"

#include "app/braze/client.h"
#include "app/braze/metric.h"
#include "app/braze/seriesrequest.h"

#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// So many requests wait in the client: it never runs dry, and a cancelled load leaves at once.
constexpr std::size_t mostOpen = 8;
constexpr std::chrono::milliseconds partialInterval{250};
/// A partial answer may take at most this share of the time.
constexpr int partialShare = 10;
/// Larger answers are parsed on another thread: a request's worth has some 5 KiB.
constexpr qsizetype largeBody = qsizetype{256} * 1024;

bool hasValues(const Dataset &dataset)
{
    return std::any_of(dataset.series.begin(), dataset.series.end(), [](const Series &series) {
        return std::any_of(series.states.begin(), series.states.end(), hasValue);
    });
}

} // namespace

SeriesLoad::SeriesLoad(const LoadSources &sources,
                       Plan plan,
                       const LoadOptions &options,
                       const DatasetPtr &known,
                       QObject *parent)
    : Load(parent)
    , m_sources(sources)
    , m_plan(std::move(plan))
    , m_options(options)
    , m_isKnown(m_plan.series.size(), false)
    , m_notices(m_plan.series.size())
{
    m_fetches.reserve(m_plan.series.size());
    for (const SeriesKey &key : m_plan.series) {
        m_fetches.emplace_back(key, m_plan);
        m_isKnown[m_fetches.size() - 1] = takeOver(m_fetches.size() - 1, known);
    }
    m_partial.setSingleShot(true);
    m_partial.setInterval(partialInterval);
    connect(&m_partial, &QTimer::timeout, this, &SeriesLoad::tellPartial);
    m_elapsed.start();
    readHistory();
}

bool SeriesLoad::takeOver(std::size_t index, const DatasetPtr &known)
{
    const SeriesKey &key = m_plan.series[index];
    const auto isOurs = [&key](const auto &other) {
        return other.key == key;
    };
    const auto series = std::find_if(known->series.begin(), known->series.end(), isOurs);
    if (series == known->series.end()
        || std::any_of(known->failures.begin(), known->failures.end(), isOurs)
        || std::find(series->states.begin(), series->states.end(), BucketState::Unread)
               != series->states.end()) {
        return false;
    }
    m_fetches[index].takeOver(*series, known->times, fetchedAtOf(*known, *series));
    std::copy_if(
        known->notices.begin(), known->notices.end(), std::back_inserter(m_notices[index]), isOurs);
    return true;
}

void SeriesLoad::readHistory()
{
    if (m_sources.history == nullptr || m_plan.wanted.empty()) {
        QTimer::singleShot(0, this, [this] { begin(HeldBuckets(m_fetches.size())); });
        return;
    }
    const HeldSpan span = heldSpanFor(m_plan);
    HistoryRead *read = m_sources.history->read(m_plan.series, span, this);
    connect(read, &HistoryRead::finished, this, [this, read, first = span.first](HeldBuckets held) {
        read->deleteLater();
        for (std::size_t i = 0; i < m_fetches.size(); ++i) {
            m_fetches[i].noteOlder(held[i], first);
        }
        begin(held);
    });
}

void SeriesLoad::begin(const HeldBuckets &held)
{
    std::vector<const std::vector<HeldBucket> *> lists;
    lists.reserve(held.size());
    std::transform(held.begin(), held.end(), std::back_inserter(lists), [](const auto &list) {
        return &list;
    });
    const std::vector<BucketTime> axis = axisFor(m_plan, lists);
    int most = 0;
    for (std::size_t i = 0; i < m_fetches.size(); ++i) {
        if (!m_isKnown[i]) {
            m_fetches[i].begin(held[i], axis, m_options.mode);
        }
        m_total += m_fetches[i].queued();
        most = std::max(most, m_fetches[i].queued());
    }
    const QPointer<SeriesLoad> self(this); // whoever listens may delete us
    tellHeld(held);
    if (self && m_options.mostRequests && m_total > *m_options.mostRequests) {
        Q_EMIT costly(most, m_total);
    } else if (self) {
        proceed();
    }
}

void SeriesLoad::tellHeld(const HeldBuckets &held)
{
    std::size_t buckets = 0;
    for (const std::vector<HeldBucket> &list : held) {
        buckets += list.size();
    }
    if (buckets == 0) {
        return;
    }
    QStringList events;
    for (const SeriesKey &key : m_plan.series) {
        events.append(key.metric.name);
    }
    events.removeDuplicates();
    const QPointer<SeriesLoad> self(this);
    Q_EMIT historyRead({.source = RequestSource::History,
                        .startedAt = m_plan.context.now,
                        .duration = std::chrono::milliseconds(m_elapsed.elapsed()),
                        .buckets = static_cast<int>(buckets),
                        .events = events,
                        .series = static_cast<int>(m_plan.series.size())});
    if (self && m_total > 0) {
        Q_EMIT arrived(dataset(true));
    }
}

void SeriesLoad::proceed()
{
    if (std::exchange(m_mayAsk, true)) {
        return;
    }
    if (m_plan.wanted.empty()) {
        for (std::size_t i = 0; i < m_fetches.size(); ++i) {
            fail(i, {.kind = ErrorKind::InvalidQuery, .detail = u"the range has no bucket"_s});
        }
    }
    ask();
}

void SeriesLoad::ask()
{
    pump();
    if (isOver()) {
        finish();
    }
}

/// The series of which the least was asked for: so all of them come, their newest part first.
std::size_t SeriesLoad::nextFetch() const
{
    std::size_t next = m_fetches.size();
    for (std::size_t i = 0; i < m_fetches.size(); ++i) {
        const bool isBetter = next == m_fetches.size()
                           || m_fetches[i].taken() < m_fetches[next].taken();
        if (m_fetches[i].queued() > 0 && isBetter) {
            next = i;
        }
    }
    return next;
}

void SeriesLoad::pump()
{
    while (m_open.size() < mostOpen) {
        const std::size_t next = nextFetch();
        if (next == m_fetches.size()) {
            return;
        }
        send(next);
    }
}

void SeriesLoad::send(std::size_t index)
{
    SeriesFetch &fetch = m_fetches[index];
    const Window window = fetch.takeWindow();
    const Result<QByteArray> target = seriesTarget(
        {.key = fetch.key(), .length = window.length, .endingAt = window.endingAt});
    if (!target) {
        fail(index, target.error());
        return;
    }
    Call *call = m_sources.client->get(*target, this);
    m_open.push_back({.fetch = index, .window = window, .call = call});
    connect(call, &Call::waiting, this, &SeriesLoad::waiting);
    connect(call, &Call::finished, this, [this, call](const Result<Answer> &result) {
        settle(call, result);
    });
}

void SeriesLoad::retryNow()
{
    for (const Open &open : m_open) {
        open.call->retryNow();
    }
}

void SeriesLoad::settle(Call *call, const Result<Answer> &result)
{
    call->deleteLater();
    const auto place = std::find_if(
        m_open.begin(), m_open.end(), [call](const Open &open) { return open.call == call; });
    const Open open = *place;
    m_open.erase(place);
    if (result) {
        readSoon(open, *result);
        return;
    }
    fail(open.fetch, result.error());
    advance(open.fetch);
}

void SeriesLoad::readSoon(const Open &open, const Answer &answer)
{
    const auto parse = [body = answer.body,
                        rules = rulesOf(m_fetches[open.fetch].key().metric.kind),
                        unit = m_plan.context.unit] {
        return parseSeries(body, rules, unit);
    };
    if (answer.body.size() < largeBody) {
        read(open, answer, parse());
        return;
    }
    const auto promise = std::make_shared<QPromise<Result<SeriesAnswer>>>();
    promise->future().then(this, [this, open, answer](const Result<SeriesAnswer> &parsed) {
        read(open, answer, parsed);
    });
    QThreadPool::globalInstance()->start([promise, parse] {
        promise->start();
        promise->addResult(parse());
        promise->finish();
    });
}

void SeriesLoad::read(const Open &open, const Answer &answer, const Result<SeriesAnswer> &parsed)
{
    SeriesFetch &fetch = m_fetches[open.fetch];
    if (fetch.error() || fetch.outstanding() == 0) {
        return; // the series was given up while the answer was parsed
    }
    if (!parsed) {
        fail(open.fetch, errorIn(answer, parsed.error()));
        advance(open.fetch);
        return;
    }
    const std::vector<HeldBucket> sure = fetch.answer(
        {.window = open.window, .rows = parsed->rows});
    if (m_sources.history != nullptr && !sure.empty()) {
        m_sources.history->store(fetch.key(), sure);
    }
    if (parsed->unreadable > 0) {
        fetch.noteUnreadable();
    }
    note(fetch.key(), *parsed, fetch.isSecondRound());
    ++m_done;
    const QPointer<SeriesLoad> self(this);
    Q_EMIT bucketsRead(answer.serial, static_cast<int>(parsed->rows.size()));
    if (self) {
        advance(open.fetch);
    }
}

void SeriesLoad::note(const SeriesKey &key, const SeriesAnswer &answer, bool isSecondRound)
{
    const auto place = std::find(m_plan.series.begin(), m_plan.series.end(), key);
    std::vector<LoadNotice> &notices =
        m_notices[static_cast<std::size_t>(place - m_plan.series.begin())];
    const auto add = [&notices, &key](LoadNotice::Kind kind, int count, const QString &text) {
        const auto same = std::find_if(
            notices.begin(), notices.end(), [kind, &text](const LoadNotice &notice) {
                return notice.kind == kind && notice.text == text;
            });
        if (same != notices.end()) {
            same->count += count;
        } else if (count > 0 || !text.isEmpty()) {
            notices.push_back({.kind = kind, .key = key, .count = count, .text = text});
        }
    };
    if (!isSecondRound) { // the same rows again
        add(LoadNotice::Kind::UnreadableRows, answer.unreadable, {});
        add(LoadNotice::Kind::ClampedValues, answer.clamped, {});
    }
    if (!answer.note.isEmpty()) {
        add(LoadNotice::Kind::ServerMessage, 0, m_sources.client->redacted(answer.note));
    }
}

/// What else was to be asked for this series would fail in the same way.
void SeriesLoad::fail(std::size_t index, const Error &error)
{
    const auto isItsOwn = [index](const Open &open) {
        return open.fetch == index;
    };
    for (const Open &open : m_open) {
        if (isItsOwn(open)) {
            open.call->disconnect(this);
            open.call->deleteLater();
        }
    }
    m_open.erase(std::remove_if(m_open.begin(), m_open.end(), isItsOwn), m_open.end());
    m_done += m_fetches[index].outstanding();
    m_fetches[index].fail(error);
}

void SeriesLoad::advance(std::size_t index)
{
    SeriesFetch &fetch = m_fetches[index];
    if (fetch.isOver() && !fetch.error() && !fetch.isSecondRound()) {
        fetch.askOnceMore();
        m_total += fetch.queued();
    }
    const QPointer<SeriesLoad> self(this);
    Q_EMIT progressed(m_done, m_total);
    if (!self) {
        return;
    }
    if (!m_partial.isActive()) {
        m_partial.start();
    }
    ask();
}

void SeriesLoad::tellPartial()
{
    QElapsedTimer elapsed;
    elapsed.start();
    const DatasetPtr partial = dataset(true);
    const QPointer<SeriesLoad> self(this);
    if (hasValues(*partial)) {
        Q_EMIT arrived(partial);
    }
    if (self) {
        m_partial.setInterval(
            std::max(partialInterval, std::chrono::milliseconds(elapsed.elapsed() * partialShare)));
    }
}

bool SeriesLoad::isOver() const
{
    return std::all_of(m_fetches.begin(), m_fetches.end(), [](const SeriesFetch &fetch) {
        return fetch.isOver();
    });
}

void SeriesLoad::finish()
{
    m_partial.stop();
    const DatasetPtr whole = dataset(false);
    for (std::size_t i = 0; i < m_fetches.size(); ++i) {
        const std::vector<HeldBucket> left = m_fetches[i].leftovers(whole->times);
        if (m_sources.history != nullptr && !m_isKnown[i] && !left.empty()) {
            m_sources.history->store(m_fetches[i].key(), left);
        }
    }
    Q_EMIT finished(whole);
}

DatasetPtr SeriesLoad::dataset(bool isLoading) const
{
    auto dataset = std::make_shared<Dataset>(datasetOf(m_plan, m_fetches));
    dataset->isLoading = isLoading;
    for (const std::vector<LoadNotice> &notices : m_notices) {
        dataset->notices.insert(dataset->notices.end(), notices.begin(), notices.end());
    }
    return dataset;
}

} // namespace emberline
