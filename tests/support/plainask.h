// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrl>

#include <memory>
#include <utility>
#include <vector>

namespace emberline::test {

using PlainParameters = std::vector<std::pair<QString, QString>>;

/// What a service at @p server says of a series, asked and read without a line of our client: the
/// times as sent, with their counts.
inline QMap<QString, qint64> plainSeries(const QUrl &server,
                                         const QByteArray &key,
                                         const PlainParameters &parameters)
{
    QByteArray query;
    for (const auto &[name, value] : parameters) {
        query += (query.isEmpty() ? "" : "&") + name.toLatin1() + '='
               + QUrl::toPercentEncoding(value);
    }
    QNetworkRequest request(QUrl::fromEncoded(server.toEncoded() + "/events/data_series?" + query));
    request.setRawHeader("Authorization", "Bearer " + key);
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait();
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    if (!document.object().value(QLatin1String("data")).isArray()) {
        qFatal("the service did not say what the test wants to compare with");
    }
    QMap<QString, qint64> counts;
    const QJsonArray rows = document.object().value(QLatin1String("data")).toArray();
    for (const auto &row : rows) {
        counts.insert(row.toObject().value(QLatin1String("time")).toString(),
                      row.toObject().value(QLatin1String("count")).toInteger());
    }
    return counts;
}

} // namespace emberline::test
