// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/seriesbytes.h"

#include "app/history/varint.h"

namespace emberline {

namespace {

quint8 numberOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::CustomEvent:
        return 1;
    }
    Q_UNREACHABLE();
}

quint8 numberOf(Unit unit)
{
    switch (unit) {
    case Unit::Hour:
        return 1;
    case Unit::Day:
        return 2;
    }
    Q_UNREACHABLE();
}

void write(ByteWriter &out, const QString &text)
{
    out.number(static_cast<quint64>(text.size()));
    for (const QChar unit : text) {
        out.byte(static_cast<quint8>(unit.unicode() & 0xFF));
        out.byte(static_cast<quint8>(unit.unicode() >> 8));
    }
}

} // namespace

QByteArray seriesBytes(const SeriesKey &key)
{
    ByteWriter out;
    out.byte(numberOf(key.metric.kind));
    out.byte(numberOf(key.unit));
    write(out, key.metric.name);
    write(out, key.appId);
    write(out, key.segmentId);
    return out.bytes();
}

} // namespace emberline
