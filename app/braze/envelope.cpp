// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/envelope.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype longestWords = 2'000;

QString textOf(const QJsonValue &value)
{
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    return value.toVariant().toString();
}

Error malformed(const QString &detail)
{
    return Error{.kind = ErrorKind::MalformedReply, .detail = detail};
}

} // namespace

Result<QJsonObject> objectFrom(const QByteArray &body)
{
    if (body.trimmed().isEmpty()) {
        return malformed(u"the answer is empty"_s);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return malformed(u"the answer is not JSON: %1 at byte %2"_s.arg(problem.errorString())
                             .arg(problem.offset));
    }
    if (!document.isObject()) {
        return malformed(u"the answer is JSON, but no object"_s);
    }
    return document.object();
}

Result<QJsonArray> listFrom(const QJsonObject &envelope, const QString &field)
{
    const QJsonValue list = envelope.value(field);
    if (!list.isArray()) {
        return malformed(u"the answer has no list \"%1\""_s.arg(field));
    }
    return list.toArray();
}

QString wordsOf(const QJsonObject &envelope)
{
    QStringList words;
    const QString message = textOf(envelope.value("message"_L1)).trimmed();
    if (message.compare("success"_L1, Qt::CaseInsensitive) != 0) {
        words.append(message);
    }
    const QJsonValue errors = envelope.value("errors"_L1);
    if (errors.isArray()) {
        const QJsonArray list = errors.toArray();
        std::transform(list.begin(), list.end(), std::back_inserter(words), textOf);
    } else {
        words.append(textOf(errors));
    }
    words.removeAll(QString());
    return words.join("; "_L1).left(longestWords);
}

bool looksLikeObject(const QByteArray &body)
{
    QByteArrayView text(body);
    if (text.startsWith("\xEF\xBB\xBF")) {
        text = text.sliced(3);
    }
    text = text.trimmed();
    return text.startsWith('{') && text.endsWith('}') && text.size() >= 2;
}

} // namespace emberline
