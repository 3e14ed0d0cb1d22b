// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/listparser.h"

#include "app/braze/envelope.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

Result<QJsonArray> rowsOf(const QByteArray &body, const QString &field)
{
    const Result<QJsonObject> envelope = objectFrom(body);
    if (!envelope) {
        return envelope.error();
    }
    return listFrom(*envelope, field);
}

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const auto &value : array) {
        if (!value.toString().isEmpty()) {
            texts.append(value.toString());
        }
    }
    return texts;
}

} // namespace

Result<EventsPage> parseEventsPage(const QByteArray &body)
{
    const Result<QJsonArray> rows = rowsOf(body, u"events"_s);
    if (!rows) {
        return rows.error();
    }
    return EventsPage{.names = textsOf(*rows), .received = static_cast<int>(rows->size())};
}

Result<SegmentsPage> parseSegmentsPage(const QByteArray &body)
{
    const Result<QJsonArray> rows = rowsOf(body, u"segments"_s);
    if (!rows) {
        return rows.error();
    }
    SegmentsPage page{.received = static_cast<int>(rows->size())};
    for (const auto &value : *rows) {
        const QJsonObject row = value.toObject();
        const QJsonValue name = row.value("name"_L1);
        Segment segment{.id = row.value("id"_L1).toString(),
                        .name = name.toString(),
                        .tracked = row.value("analytics_tracking_enabled"_L1).toBool(),
                        .tags = textsOf(row.value("tags"_L1).toArray())};
        if (!segment.id.isEmpty() && name.isString()) {
            page.segments.push_back(std::move(segment));
        }
    }
    return page;
}

} // namespace emberline
