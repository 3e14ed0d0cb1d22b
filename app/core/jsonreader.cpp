// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/jsonreader.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

JsonReader::JsonReader(QJsonObject object, QString place)
    : m_object(std::move(object))
    , m_place(std::move(place))
{ }

QJsonValue JsonReader::take(const QString &key)
{
    m_asked.append(key);
    return m_object.value(key);
}

void JsonReader::fail(const QString &key, const QString &problem)
{
    if (m_problem.isEmpty()) {
        const QString place = m_place.isEmpty() ? key : m_place + u'.' + key;
        m_problem = place + u": "_s + problem;
    }
}

void JsonReader::adopt(const JsonReader &inner)
{
    const std::optional<Error> error = inner.error();
    if (m_problem.isEmpty() && error) {
        m_problem = error->detail;
    }
}

QString JsonReader::text(const QString &key, qsizetype longest)
{
    const QJsonValue value = take(key);
    if (!value.isString() || value.toString().size() > longest) {
        fail(key, u"a text of at most %1 characters is expected"_s.arg(longest));
        return {};
    }
    return value.toString();
}

QString JsonReader::optionalText(const QString &key, qsizetype longest)
{
    if (!has(key)) {
        m_asked.append(key);
        return {};
    }
    return text(key, longest);
}

int JsonReader::integer(const QString &key, int least, int most)
{
    const QJsonValue value = take(key);
    const double number = value.toDouble();
    if (!value.isDouble() || number < least || number > most
        || number != static_cast<double>(static_cast<int>(number))) {
        fail(key, u"a whole number from %1 to %2 is expected"_s.arg(least).arg(most));
        return least;
    }
    return static_cast<int>(number);
}

bool JsonReader::boolean(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isBool()) {
        fail(key, u"true or false is expected"_s);
    }
    return value.toBool();
}

QStringList JsonReader::texts(const QString &key, qsizetype most)
{
    const QJsonArray array = take(key).toArray();
    if (!m_object.value(key).isArray() || array.size() > most) {
        fail(key, u"a list of at most %1 texts is expected"_s.arg(most));
        return {};
    }
    QStringList list;
    for (const auto &value : array) {
        if (!value.isString()) {
            fail(key, u"only texts are expected"_s);
            return {};
        }
        list.append(value.toString());
    }
    return list;
}

JsonReader JsonReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isObject()) {
        fail(key, u"an object is expected"_s);
    }
    return JsonReader(value.toObject(), m_place.isEmpty() ? key : m_place + u'.' + key);
}

std::vector<JsonReader> JsonReader::objects(const QString &key, qsizetype most)
{
    const QJsonArray array = take(key).toArray();
    if (!m_object.value(key).isArray() || array.size() > most) {
        fail(key, u"a list of at most %1 objects is expected"_s.arg(most));
        return {};
    }
    std::vector<JsonReader> readers;
    readers.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &value : array) {
        if (!value.isObject()) {
            fail(key, u"only objects are expected"_s);
            return {};
        }
        const QString place = m_place.isEmpty() ? key : m_place + u'.' + key;
        readers.emplace_back(value.toObject(),
                             place + u"[%1]"_s.arg(static_cast<qsizetype>(readers.size())));
    }
    return readers;
}

std::optional<Error> JsonReader::error() const
{
    const auto malformed = [](const QString &detail) {
        return Error{.kind = ErrorKind::MalformedReply, .detail = detail};
    };
    if (!m_problem.isEmpty()) {
        return malformed(m_problem);
    }
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        if (!m_asked.contains(key)) {
            return malformed((m_place.isEmpty() ? key : m_place + u'.' + key) + u": unknown key"_s);
        }
    }
    return std::nullopt;
}

Result<QJsonObject> jsonObjectFrom(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{.kind = ErrorKind::MalformedReply, .detail = problem.errorString()};
    }
    if (!document.isObject()) {
        return Error{.kind = ErrorKind::MalformedReply, .detail = u"A JSON object is expected"_s};
    }
    return document.object();
}

} // namespace emberline
