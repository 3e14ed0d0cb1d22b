// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trackingnotice.h"

#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/notcollected.h"
#include "ui/feedback/messagebar.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto trackingBar = u"tracking"_s;

QString labelOfSegment(const Query &query, const QString &id)
{
    const auto found = std::find_if(query.segments.begin(),
                                    query.segments.end(),
                                    [&id](const Choice &choice) { return choice.id == id; });
    return found == query.segments.end() || found->label.isEmpty() ? id : found->label;
}

/// "3 Nov", with the year where it is not that of the range's end; an hour with its time.
QString startText(const Dataset &base, BucketTime start, const QLocale &locale)
{
    const Granularity granularity = granularityOf(base.unit);
    const QDateTime clock = wallClockOf(start, granularity, base.zone);
    const QDate known = wallClockOf(base.times.back(), granularity, base.zone).date();
    const QString day = shortRangeText(
        {.first = clock.date(), .last = clock.date()}, known, locale);
    return base.unit == Unit::Hour ? day + u", "_s + clockText(clock.time(), locale) : day;
}

/// What is left of the answer from @p start on.
Range rangeFrom(const Dataset &base, BucketTime start)
{
    switch (base.unit) {
    case Unit::Hour:
        return HourSpan{.first = QDateTime::fromMSecsSinceEpoch(start, Qt::UTC),
                        .last = QDateTime::fromMSecsSinceEpoch(base.times.back(), Qt::UTC)};
    case Unit::Day:
        return DaySpan{.first = dayOf(start), .last = dayOf(base.times.back())};
    }
    Q_UNREACHABLE();
}

} // namespace

TrackingNotice::TrackingNotice(ViewController &controller, WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_page(*page)
{
    connect(controller.model(), &DatasetModel::modelReset, this, &TrackingNotice::tell);
    connect(controller.model(), &DatasetModel::looksChanged, this, &TrackingNotice::tell);
    connect(&page->messages(), &MessageBarStack::actionTriggered, this, &TrackingNotice::act);
    connect(&page->messages(), &MessageBarStack::closed, this, [this](const QString &bar) {
        if (bar == trackingBar && m_told) {
            m_putAway.insert(m_told->segmentId);
        }
    });
}

std::optional<TrackingNotice::Latest> TrackingNotice::latest() const
{
    const Dataset &base = *m_controller.base();
    const DatasetModel &model = *m_controller.model();
    std::optional<Latest> latest;
    for (std::size_t i = 0; i < model.looks().size() && i < base.series.size(); ++i) {
        const Series &series = base.series[i];
        const std::optional<std::size_t> first = firstCollected(series);
        const QString &id = series.key.segmentId;
        const bool counts = first && !model.look(i).hidden && !m_putAway.contains(id);
        if (counts && (!latest || base.times[*first] > latest->start)) {
            latest = Latest{.segmentId = id,
                            .name = labelOfSegment(m_controller.answeredView().query, id),
                            .start = base.times[*first]};
        }
    }
    return latest;
}

void TrackingNotice::tell()
{
    const Dataset &base = *m_controller.base();
    m_told = base.isLoading ? std::nullopt : latest();
    if (!m_told) {
        m_page.messages().remove(trackingBar);
        return;
    }
    const QString sentence = tr("%1 has been tracked since %2; there is nothing before.");
    const QString name = displayText(m_told->name);
    const QString start = startText(base, m_told->start, QLocale());
    m_page.messages().put(trackingBar,
                          {.kind = MessageKind::Info,
                           .icon = u"info"_s,
                           .text = sentence.arg(name, start),
                           .bold = {{.start = sentence.indexOf(u"%1"_s), .length = name.size()}},
                           .actions = {MessageAction::StartLater},
                           .place = start},
                          true);
}

void TrackingNotice::act(const QString &bar, MessageAction action)
{
    if (bar == trackingBar && action == MessageAction::StartLater && m_told) {
        Query query = m_controller.view().query;
        query.range = rangeFrom(*m_controller.base(), m_told->start);
        m_controller.setQuery(query);
    }
}

} // namespace emberline
