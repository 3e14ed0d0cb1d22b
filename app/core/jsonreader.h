// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>
#include <vector>

namespace emberline {

/// Reads one JSON object strictly: every key must be asked for, every value must have its type.
/// The first problem is kept with its place ("query.range.length"); after it every read gives a
/// default, so a caller reads everything and asks error() once at the end.
class JsonReader
{
public:
    explicit JsonReader(QJsonObject object, QString place = {});

    QString text(const QString &key, qsizetype longest = 10'000);
    /// Absent is empty.
    QString optionalText(const QString &key, qsizetype longest = 10'000);
    int integer(const QString &key, int least, int most);
    bool boolean(const QString &key);
    QStringList texts(const QString &key, qsizetype most = 1'000);
    JsonReader object(const QString &key);
    std::vector<JsonReader> objects(const QString &key, qsizetype most = 1'000);
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }

    /// Records a problem at @p key of this object.
    void fail(const QString &key, const QString &problem);
    /// Takes over the problem of a reader that object() or objects() gave.
    void adopt(const JsonReader &inner);

    /// The first problem, unknown keys last.
    [[nodiscard]] std::optional<Error> error() const;

private:
    QJsonValue take(const QString &key);

    QJsonObject m_object;
    QString m_place;
    QStringList m_asked;
    QString m_problem;
};

/// The object that @p bytes spell out; an error if they hold anything else.
[[nodiscard]] Result<QJsonObject> jsonObjectFrom(const QByteArray &bytes);

} // namespace emberline
