// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qint64 msOfHour = 3'600'000;
constexpr qint64 msOfDay = 24 * msOfHour;
constexpr int eventsPerPage = 250;
constexpr int segmentsPerPage = 100;

HttpAnswer jsonAnswer(int status, const QByteArray &body)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

HttpAnswer jsonAnswer(const QJsonObject &object)
{
    return jsonAnswer(200, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<int> wholeNumber(const QString &text)
{
    static const QRegularExpression digits(u"\\A[+-]?[0-9]{1,9}\\z"_s);
    if (!digits.match(text).hasMatch()) {
        return std::nullopt;
    }
    return text.toInt();
}

/// ISO 8601: a date (its midnight), or a date and time; without an offset it is UTC.
std::optional<QDateTime> instant(const QString &text)
{
    static const QRegularExpression shape(
        u"\\A(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)?)?\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QString clock = match.captured(2).isEmpty()
                            ? u"00:00"_s
                            : QString(match.captured(2) + match.captured(3));
    const QTime time = QTime::fromString(clock, Qt::ISODateWithMs);
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    QString offset = match.captured(4).remove(u':');
    int minutes = 0;
    if (offset.size() == 5) {
        minutes = offset.mid(1, 2).toInt() * 60 + offset.mid(3, 2).toInt();
        minutes = offset.startsWith(u'-') ? -minutes : minutes;
    }
    return QDateTime(date, time, QTimeZone::utc()).addSecs(-60LL * minutes);
}

quint64 mixed(quint64 hash, quint64 value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

/// The page that was asked for, 0-based; nothing if it is none.
std::optional<int> pageOf(const QHash<QString, QString> &parameters)
{
    const std::optional<int> page = wholeNumber(parameters.value(u"page"_s, u"0"_s));
    return page && *page >= 0 ? page : std::nullopt;
}

} // namespace

struct DemoService::SeriesRequest
{
    QString event = {};
    bool known = false; ///< the catalog has the event
    bool hours = false;
    int length = 0;
    qint64 end = 0; ///< UTC ms
    std::optional<int> app = {};
    ShopAudience audience = {};
    QString segmentId = {};
    std::optional<QDate> trackedSince = {};
};

std::optional<DemoEndpoint> demoEndpoint(const QByteArray &path)
{
    const QString decoded = percentDecoded(path).value_or(QString());
    if (decoded == u"/events/data_series"_s) {
        return DemoEndpoint::EventsDataSeries;
    }
    if (decoded == u"/events/list"_s) {
        return DemoEndpoint::EventsList;
    }
    if (decoded == u"/segments/list"_s) {
        return DemoEndpoint::SegmentsList;
    }
    return std::nullopt;
}

QString permissionOf(DemoEndpoint endpoint)
{
    switch (endpoint) {
    case DemoEndpoint::EventsDataSeries:
        return u"events.data_series"_s;
    case DemoEndpoint::EventsList:
        return u"events.list"_s;
    case DemoEndpoint::SegmentsList:
        return u"segments.list"_s;
    }
    return {};
}

HttpAnswer messageAnswer(int status, const QString &message)
{
    const QJsonObject object{{u"message"_s, message}};
    return jsonAnswer(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

DemoService::DemoService(DemoCatalog catalog, int missingPercent)
    : m_catalog(std::move(catalog))
    , m_missingPercent(missingPercent)
{
    m_catalog.events.sort();
}

HttpAnswer DemoService::answer(DemoEndpoint endpoint,
                               const QByteArray &query,
                               const QDateTime &now) const
{
    const std::optional<Parameters> parameters = queryParameters(query);
    if (!parameters) {
        return messageAnswer(400, u"The query is not percent-encoded UTF-8"_s);
    }
    switch (endpoint) {
    case DemoEndpoint::EventsDataSeries:
        return dataSeries(*parameters, now);
    case DemoEndpoint::EventsList:
        return eventsList(*parameters);
    case DemoEndpoint::SegmentsList:
        return segmentsList(*parameters);
    }
    return messageAnswer(404, u"Invalid URL"_s);
}

QString DemoService::readSlice(const Parameters &parameters, SeriesRequest &request) const
{
    if (parameters.contains(u"app_id"_s)) {
        const QString id = parameters.value(u"app_id"_s);
        const auto found = std::find_if(m_catalog.apps.cbegin(),
                                        m_catalog.apps.cend(),
                                        [&](const DemoApp &app) { return app.id == id; });
        if (found == m_catalog.apps.cend()) {
            return u"app_id must be a string of the App api identifier"_s;
        }
        request.app = static_cast<int>(found - m_catalog.apps.cbegin());
    }
    if (parameters.contains(u"segment_id"_s)) {
        const QString id = parameters.value(u"segment_id"_s);
        const auto found = std::find_if(
            m_catalog.segments.cbegin(),
            m_catalog.segments.cend(),
            [&](const DemoSegment &segment) { return segment.id == id; });
        if (found == m_catalog.segments.cend()) {
            return u"segment_id must be a string of the Segment api identifier"_s;
        }
        if (!found->tracked) {
            return u"segment_id must be of a segment with analytics tracking enabled"_s;
        }
        request.segmentId = id;
        request.audience = shopAudience(id);
        request.trackedSince = found->trackedSince;
    }
    return {};
}

HttpAnswer DemoService::dataSeries(const Parameters &parameters, const QDateTime &now) const
{
    SeriesRequest request{.event = parameters.value(u"event"_s)};
    // Braze keeps "$" for names of its own.
    if (request.event.isEmpty() || request.event.startsWith(u'$')) {
        return messageAnswer(400, u"event must be a string of the name of a custom event"_s);
    }
    request.length = wholeNumber(parameters.value(u"length"_s)).value_or(0);
    if (request.length < 1 || request.length > 100) {
        return messageAnswer(400, u"length must be an integer between 1 and 100"_s);
    }
    const QString unit = parameters.value(u"unit"_s, u"day"_s);
    if (unit != u"day"_s && unit != u"hour"_s) {
        return messageAnswer(400, u"unit must be one of day, hour"_s);
    }
    request.hours = unit == u"hour"_s;
    std::optional<QDateTime> end = now;
    if (parameters.contains(u"ending_at"_s)) {
        end = instant(parameters.value(u"ending_at"_s));
    }
    if (!end) {
        return messageAnswer(400, u"ending_at must be an ISO 8601 datetime"_s);
    }
    if (*end > now) {
        return messageAnswer(400, u"ending_at must not be in the future"_s);
    }
    request.end = end->toMSecsSinceEpoch();
    if (const QString problem = readSlice(parameters, request); !problem.isEmpty()) {
        return messageAnswer(400, problem);
    }
    request.known = m_catalog.events.contains(request.event);
    return jsonAnswer(200, R"({"message":"success","data":[)" + rows(request) + "]}");
}

QByteArray DemoService::rows(const SeriesRequest &request) const
{
    const qint64 width = request.hours ? msOfHour : msOfDay;
    // The bucket that the end lies in is the last one; an end on a boundary is exclusive.
    const qint64 inside = request.end - 1;
    const qint64 last = inside - ((inside % width) + width) % width;
    const qint64 first = last - (request.length - 1) * width;
    const qint64 tracked =
        request.trackedSince
            ? QDateTime(*request.trackedSince, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch()
            : first;
    const ShopEvent event(request.event);
    QByteArray rows;
    rows.reserve(qsizetype{request.length} * 56);
    for (qint64 bucket = first; bucket <= last; bucket += width) {
        if (bucket < tracked || isDropped(request, bucket)) {
            continue;
        }
        const qint64 to = std::min(bucket + width, request.end);
        const qint64 count = request.known ? event.count(request.audience, request.app, bucket, to)
                                           : 0;
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(bucket, QTimeZone::utc());
        rows += rows.isEmpty() ? R"({"time":")" : R"(,{"time":")";
        rows += time.date().toString(Qt::ISODate).toLatin1();
        if (request.hours) {
            rows += 'T' + time.time().toString(Qt::ISODateWithMs).toLatin1() + 'Z';
        }
        rows += R"(","count":)" + QByteArray::number(count) + '}';
    }
    return rows;
}

bool DemoService::isDropped(const SeriesRequest &request, qint64 bucket) const
{
    if (m_missingPercent <= 0) {
        return false;
    }
    // Of what is asked alone, never of when: the same bucket is missing however often one asks.
    quint64 hash = request.hours ? 1 : 2;
    hash = mixed(hash, static_cast<quint64>(bucket / msOfHour));
    hash = mixed(hash, request.app ? static_cast<quint64>(*request.app) + 1 : 0);
    const QString stream = request.event + u'\n' + request.segmentId;
    for (const QChar c : stream) {
        hash = mixed(hash, c.unicode());
    }
    return static_cast<int>(hash % 100) < m_missingPercent;
}

HttpAnswer DemoService::eventsList(const Parameters &parameters) const
{
    const std::optional<int> page = pageOf(parameters);
    if (!page) {
        return messageAnswer(400, u"page must be an integer of 0 or more"_s);
    }
    const QStringList names = m_catalog.events.mid(qint64{*page} * eventsPerPage, eventsPerPage);
    return jsonAnswer(QJsonObject{{u"message"_s, u"success"_s},
                                  {u"events"_s, QJsonArray::fromStringList(names)}});
}

HttpAnswer DemoService::segmentsList(const Parameters &parameters) const
{
    const std::optional<int> page = pageOf(parameters);
    if (!page) {
        return messageAnswer(400, u"page must be an integer of 0 or more"_s);
    }
    const QString direction = parameters.value(u"sort_direction"_s, u"asc"_s);
    if (direction != u"asc"_s && direction != u"desc"_s) {
        return messageAnswer(400, u"sort_direction must be one of asc, desc"_s);
    }
    const auto size = static_cast<qint64>(m_catalog.segments.size());
    const qint64 from = std::min(size, qint64{*page} * segmentsPerPage);
    const qint64 to = std::min(size, from + segmentsPerPage);
    QJsonArray segments;
    for (qint64 i = from; i < to; ++i) {
        const DemoSegment &segment = m_catalog.segments.at(
            static_cast<std::size_t>(direction == u"asc"_s ? i : size - 1 - i));
        segments.append(QJsonObject{{u"id"_s, segment.id},
                                    {u"name"_s, segment.name},
                                    {u"analytics_tracking_enabled"_s, segment.tracked},
                                    {u"tags"_s, QJsonArray::fromStringList(segment.tags)}});
    }
    return jsonAnswer(QJsonObject{{u"message"_s, u"success"_s}, {u"segments"_s, segments}});
}

} // namespace emberline
