// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/catalogcodec.h"

#include <QDataStream>
#include <QIODevice>

namespace emberline {

namespace {

constexpr auto format = QDataStream::Qt_6_0;

quint8 numberOf(ListState state)
{
    switch (state) {
    case ListState::Unread:
        return 0;
    case ListState::Read:
        return 1;
    case ListState::NotPermitted:
        return 2;
    case ListState::Failed:
        return 3;
    }
    Q_UNREACHABLE();
}

qint64 msOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : qint64{-1};
}

QDateTime readTime(QDataStream &in)
{
    qint64 ms = -1;
    in >> ms;
    return ms < 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

ListState readState(QDataStream &in)
{
    quint8 number = 0;
    in >> number;
    switch (number) {
    case 0:
        return ListState::Unread;
    case 1:
        return ListState::Read;
    case 2:
        return ListState::NotPermitted;
    case 3:
        return ListState::Failed;
    default:
        in.setStatus(QDataStream::ReadCorruptData);
        return ListState::Unread;
    }
}

std::vector<Segment> readSegments(QDataStream &in)
{
    quint32 count = 0;
    in >> count;
    std::vector<Segment> segments;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Segment segment;
        in >> segment.id >> segment.name >> segment.tracked >> segment.tags;
        segments.push_back(std::move(segment));
    }
    return segments;
}

} // namespace

QByteArray encodeCatalog(const Catalog &catalog)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(format);
    out << msOf(catalog.readAt);
    out << numberOf(catalog.eventsState) << numberOf(catalog.segmentsState) << catalog.events;
    out << static_cast<quint32>(catalog.segments.size());
    for (const Segment &segment : catalog.segments) {
        out << segment.id << segment.name << segment.tracked << segment.tags;
    }
    out << msOf(catalog.eventsReadAt) << msOf(catalog.segmentsReadAt);
    return bytes;
}

std::optional<Catalog> decodeCatalog(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(format);
    Catalog catalog;
    catalog.readAt = readTime(in);
    catalog.eventsState = readState(in);
    catalog.segmentsState = readState(in);
    in >> catalog.events;
    catalog.segments = readSegments(in);
    if (in.status() == QDataStream::Ok && in.atEnd()) { // written before lists had their own times
        catalog.eventsReadAt = catalog.readAt;
        catalog.segmentsReadAt = catalog.readAt;
        return catalog;
    }
    catalog.eventsReadAt = readTime(in);
    catalog.segmentsReadAt = readTime(in);
    if (in.status() != QDataStream::Ok || !in.atEnd()) {
        return {};
    }
    return catalog;
}

} // namespace emberline
