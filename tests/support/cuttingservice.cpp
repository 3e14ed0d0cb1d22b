// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttingservice.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr qint64 hourLong = 60LL * 60 * 1000;
constexpr qint64 dayLong = 24 * hourLong;

qint64 dayNumber(BucketTime bucket)
{
    return QDate(1970, 1, 1).daysTo(QDateTime::fromMSecsSinceEpoch(bucket, Qt::UTC).date());
}

/// The part of a bucket between two instants that has passed before @p instant.
double passed(qint64 from, qint64 to, qint64 instant)
{
    const auto part = static_cast<double>(instant - from) / static_cast<double>(to - from);
    return std::clamp(part, 0.0, 1.0);
}

double partBefore(qint64 end, BucketTime bucket, Unit unit, const QTimeZone &zone)
{
    if (unit == Unit::Hour) {
        return passed(bucket, bucket + hourLong, end);
    }
    const QDate day = QDate(1970, 1, 1).addDays(dayNumber(bucket));
    return passed(day.startOfDay(zone).toMSecsSinceEpoch(),
                  day.addDays(1).startOfDay(zone).toMSecsSinceEpoch(),
                  end);
}

} // namespace

double CuttingService::countOf(BucketTime bucket)
{
    return 1000 + static_cast<double>(bucket / hourLong * 7919 % 997);
}

bool CuttingService::misses(BucketTime bucket) const
{
    return (bucket / hourLong * 48271 % 2147483647 + 7) % 100 < missingPercent;
}

BucketTime CuttingService::newest(Unit unit, const QDateTime &end) const
{
    const bool leftOut = reading == EndReading::CutBucketLeftOut;
    if (unit == Unit::Hour) {
        const qint64 sinceFirst = end.toMSecsSinceEpoch() - hourPhase;
        const qint64 whole = sinceFirst / hourLong; // since 1970 only
        const bool cut = sinceFirst % hourLong != 0;
        return (whole - (cut && !leftOut ? 0 : 1)) * hourLong + hourPhase;
    }
    QDate last = end.toTimeZone(zone).date().addDays(-1); // over at the end
    const bool cut = last.addDays(1).startOfDay(zone) < end;
    if (reading == EndReading::MidnightOfItsDate) {
        last = end.toUTC().date().addDays(-1);
    } else if (cut && !leftOut) {
        last = last.addDays(1);
    }
    return QDateTime(last, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

std::vector<Row> CuttingService::rows(Unit unit, int length, const QDateTime &end) const
{
    const qint64 width = unit == Unit::Hour ? hourLong : dayLong;
    const qint64 until = end.toMSecsSinceEpoch();
    const BucketTime last = newest(unit, end);
    const BucketTime first = last - (length - 1) * width;
    std::vector<Row> rows;
    for (BucketTime bucket = first; bucket <= last; bucket += width) {
        double part = bucket == last ? partBefore(until, bucket, unit, zone) : 1;
        if (bucket == first && cutsTheFirst) {
            const qint64 begin = until - length * hourLong;
            part *= unit == Unit::Day ? 0.5 : 1 - passed(bucket, bucket + hourLong, begin);
        }
        if (!misses(bucket)) {
            const double whole = countOf(bucket);
            rows.push_back(
                {.time = bucket,
                 .value = part < 1 ? std::min(std::floor(whole * part), whole - 1) : whole});
        }
    }
    return rows;
}

FaultServer::Responder CuttingService::responder(const QDateTime &now) const
{
    return [service = *this, now](const HttpRequest &request) {
        const auto parameters = queryParameters(request.query).value_or(QHash<QString, QString>());
        const Unit unit = parameters.value(u"unit"_s) == u"hour"_s ? Unit::Hour : Unit::Day;
        const QString named = parameters.value(u"ending_at"_s);
        const QDateTime end = named.isEmpty() ? now : QDateTime::fromString(named, Qt::ISODate);
        if (!end.isValid() || end > now) {
            return jsonScript(R"({"message":"ending_at must not be in the future"})", 400);
        }
        QByteArray data;
        for (const Row &row :
             service.rows(unit, parameters.value(u"length"_s).toInt(), end.toUTC())) {
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.time, Qt::UTC);
            const QString label = unit == Unit::Hour ? time.toString(Qt::ISODate)
                                                     : time.date().toString(Qt::ISODate);
            data += data.isEmpty() ? "" : ",";
            data += R"({"time":")" + label.toLatin1() + R"(","count":)"
                  + QByteArray::number(static_cast<qint64>(row.value)) + '}';
        }
        return jsonScript(R"({"message":"success","data":[)" + data + "]}");
    };
}

} // namespace emberline::test
