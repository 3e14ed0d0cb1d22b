// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/seriesrequest.h"

#include "app/braze/metric.h"
#include "app/query/query.h"

#include <QTimeZone>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString withoutLoneSurrogates(const QString &text)
{
    QString whole = text;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const QChar c = whole.at(i);
        if (!c.isSurrogate()) {
            continue;
        }
        if (c.isHighSurrogate() && i + 1 < whole.size() && whole.at(i + 1).isLowSurrogate()) {
            ++i;
        } else {
            whole[i] = QChar(QChar::ReplacementCharacter);
        }
    }
    return whole;
}

bool fits(const QString &value, Presence presence)
{
    switch (presence) {
    case Presence::No:
        return value.isEmpty();
    case Presence::Optional:
        return true;
    case Presence::Required:
        return !value.isEmpty();
    }
    return false;
}

/// Why @p request must not be sent; empty: nothing is wrong with it.
QString problemOf(const Request &request, const MetricRules &rules)
{
    if (!fits(request.key.metric.name, rules.name)) {
        return u"a name is missing, or given where none belongs"_s;
    }
    if (!fits(request.key.appId, rules.app)) {
        return u"this metric can't be filtered by app"_s;
    }
    if (!fits(request.key.segmentId, rules.segment)) {
        return u"this metric needs a segment, or can't be filtered by one"_s;
    }
    if (request.key.unit == Unit::Hour && !rules.hours) {
        return u"this metric is not counted by the hour"_s;
    }
    if (request.length < 1 || request.length > longestRequest) {
        return u"length is %1, outside 1 to %2"_s.arg(request.length).arg(longestRequest);
    }
    if (request.endingAt && !request.endingAt->isValid()) {
        return u"the end is no date"_s;
    }
    return {};
}

QByteArray parameter(QLatin1StringView name, const QString &value)
{
    if (value.isEmpty()) {
        return {};
    }
    return '&' + QByteArray(name.data(), name.size()) + '=' + percentEncoded(value);
}

} // namespace

QByteArray percentEncoded(const QString &value)
{
    return QUrl::toPercentEncoding(withoutLoneSurrogates(value));
}

Result<QByteArray> seriesTarget(const Request &request)
{
    const MetricRules &rules = rulesOf(request.key.metric.kind);
    const QString problem = problemOf(request, rules);
    if (!problem.isEmpty()) {
        return Error{.kind = ErrorKind::InvalidQuery, .detail = problem};
    }
    QByteArray query = parameter(rules.nameParameter, request.key.metric.name);
    query += parameter("length"_L1, QString::number(request.length));
    query += parameter("unit"_L1, request.key.unit == Unit::Hour ? u"hour"_s : u"day"_s);
    if (request.endingAt) {
        // Z, never an offset: a bare "+" would arrive as a blank.
        query += parameter("ending_at"_L1,
                           request.endingAt->toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s));
    }
    query += parameter("app_id"_L1, request.key.appId);
    query += parameter("segment_id"_L1, request.key.segmentId);
    query.front() = '?';
    return QByteArray(QByteArray(rules.path.data(), rules.path.size()) + query);
}

QByteArray eventsListTarget(int page)
{
    return "/events/list?page=" + QByteArray::number(page);
}

QByteArray segmentsListTarget(int page)
{
    return "/segments/list?page=" + QByteArray::number(page) + "&sort_direction=asc";
}

} // namespace emberline
