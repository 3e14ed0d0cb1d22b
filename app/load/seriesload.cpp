// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/seriesload.h"

#include "app/braze/client.h"
#include "app/braze/metric.h"
#include "app/braze/seriesparser.h"
#include "app/braze/seriesrequest.h"
#include "app/series/alignment.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <iterator>

namespace emberline {

namespace {

std::vector<Row> rowsOf(const Dataset &dataset, const Series &series)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < dataset.times.size(); ++i) {
        if (hasValue(series.states[i])) {
            rows.push_back({.time = dataset.times[i], .value = series.values[i]});
        }
    }
    return rows;
}

} // namespace

SeriesLoad::SeriesLoad(
    Client &client, Plan plan, const Dataset &known, const QTimeZone &zone, QObject *parent)
    : Load(parent)
    , m_client(client)
    , m_plan(std::move(plan))
    , m_unit(known.unit)
    , m_zone(zone)
    , m_outcomes(m_plan.requests.size())
    , m_calls(m_plan.requests.size(), nullptr)
{
    for (std::size_t index = 0; index < m_plan.requests.size(); ++index) {
        if (!takeOver(index, known)) {
            start(index);
        }
    }
    if (m_done == m_plan.requests.size()) { // nothing was sent: still answer later
        QTimer::singleShot(0, this, &SeriesLoad::finishIfDone);
    }
}

bool SeriesLoad::takeOver(std::size_t index, const Dataset &known)
{
    const SeriesKey &key = m_plan.requests[index].key;
    const auto series = std::find_if(known.series.begin(),
                                     known.series.end(),
                                     [&key](const Series &other) { return other.key == key; });
    if (series == known.series.end()) {
        return false;
    }
    m_outcomes[index].rows = rowsOf(known, *series);
    std::copy_if(known.notices.begin(),
                 known.notices.end(),
                 std::back_inserter(m_outcomes[index].notices),
                 [&key](const LoadNotice &notice) { return notice.key == key; });
    ++m_known;
    ++m_done;
    return true;
}

void SeriesLoad::start(std::size_t index)
{
    const Result<QByteArray> target = seriesTarget(m_plan.requests[index]);
    if (!target) {
        m_outcomes[index].error = target.error();
        ++m_done;
        return;
    }
    Call *call = m_client.get(*target, this);
    m_calls[index] = call;
    connect(call, &Call::waiting, this, &SeriesLoad::waiting);
    connect(call, &Call::finished, this, [this, index](const Result<Answer> &result) {
        m_calls[index]->deleteLater();
        m_calls[index] = nullptr;
        settle(index, result);
    });
}

void SeriesLoad::retryNow()
{
    for (Call *call : m_calls) {
        if (call != nullptr) {
            call->retryNow();
        }
    }
}

void SeriesLoad::settle(std::size_t index, const Result<Answer> &result)
{
    if (result) {
        read(index, *result);
    } else {
        m_outcomes[index].error = result.error();
    }
    ++m_done;
    const QPointer<SeriesLoad> self(this); // whoever listens may delete us
    Q_EMIT progressed(static_cast<int>(m_done - m_known),
                      static_cast<int>(m_outcomes.size() - m_known));
    if (self) {
        finishIfDone();
    }
}

void SeriesLoad::read(std::size_t index, const Answer &answer)
{
    const SeriesKey &key = m_plan.requests[index].key;
    Result<SeriesAnswer> parsed = parseSeries(answer.body, rulesOf(key.metric.kind), m_unit);
    if (!parsed) {
        m_outcomes[index].error = errorIn(answer, parsed.error());
        return;
    }
    m_outcomes[index].rows = parsed->rows;
    Q_EMIT bucketsRead(answer.serial, static_cast<int>(parsed->rows.size()));
    std::vector<LoadNotice> &notices = m_outcomes[index].notices;
    const auto note = [&notices, &key](LoadNotice::Kind kind, int count, const QString &text) {
        if (count > 0 || !text.isEmpty()) {
            notices.push_back({.kind = kind, .key = key, .count = count, .text = text});
        }
    };
    note(LoadNotice::Kind::UnreadableRows, parsed->unreadable, {});
    note(LoadNotice::Kind::ClampedValues, parsed->clamped, {});
    note(LoadNotice::Kind::ServerMessage, 0, m_client.redacted(parsed->note));
}

DatasetPtr SeriesLoad::dataset() const
{
    auto dataset = std::make_shared<Dataset>();
    dataset->unit = m_unit;
    dataset->granularity = granularityOf(m_unit);
    dataset->zone = m_zone;
    dataset->fetchedAt = m_plan.now;

    std::vector<const std::vector<Row> *> answers;
    answers.reserve(m_outcomes.size());
    for (const Outcome &outcome : m_outcomes) {
        answers.push_back(&outcome.rows);
    }
    dataset->times = axisFor(m_plan.wanted, answers, m_unit, m_plan.completeUpTo());
    for (std::size_t index = 0; index < m_outcomes.size(); ++index) {
        const SeriesKey &key = m_plan.requests[index].key;
        const Outcome &outcome = m_outcomes[index];
        dataset->notices.insert(
            dataset->notices.end(), outcome.notices.begin(), outcome.notices.end());
        if (outcome.error) {
            dataset->failures.push_back({.key = key, .error = *outcome.error});
        } else {
            dataset->series.push_back(
                seriesOn(dataset->times, key, outcome.rows, m_plan.completeUpTo(), m_zone));
        }
    }
    return dataset;
}

void SeriesLoad::finishIfDone()
{
    if (m_done == m_outcomes.size()) {
        Q_EMIT finished(dataset());
    }
}

} // namespace emberline
