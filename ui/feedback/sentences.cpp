// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/sentences.h"

#include "app/core/text.h"
#include "app/series/datetext.h"
#include "ui/feedback/agetext.h"
#include "ui/feedback/markedtext.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(emberline::Sentences)

public:
    static Message badRequest(const Error &error);
    static Message unauthorized(const MessageContext &context);
    static Message forbidden(const Error &error, const MessageContext &context);
    static Message notFound(const MessageContext &context);
    static Message rateLimited(const Error &error, const MessageContext &context);
    static Message server(const Error &error);
    static Message unreachable(const MessageContext &context);
    static Message offline(const MessageContext &context);
    static Message proxy(const Error &error);
    static Message timeout(const Error &error);
    static Message redirected(const MessageContext &context);
    static Message keychain(const MessageContext &context);
};

using enum MessageAction;

Message make(MessageKind kind, const QString &sentence, std::vector<MessageAction> actions)
{
    const auto iconOf = [](MessageKind which) {
        switch (which) {
        case MessageKind::Info:
            return u"info"_s;
        case MessageKind::Warning:
            return u"warn"_s;
        case MessageKind::Error:
            return u"error"_s;
        case MessageKind::Success:
            return u"check"_s;
        }
        Q_UNREACHABLE();
    };
    auto [text, bold] = unmarked(sentence);
    return {kind, iconOf(kind), std::move(text), std::move(bold), std::move(actions)};
}

Message withIcon(Message message, const QString &icon)
{
    message.icon = icon;
    return message;
}

/// "events.data_series" from "GET https://host/events/data_series?…"; empty when it can't be told.
QString permissionOf(const Error &error)
{
    QString path = QUrl(error.request.section(u' ', -1), QUrl::StrictMode).path();
    while (path.startsWith(u'/')) {
        path.remove(0, 1);
    }
    return path.replace(u'/', u'.');
}

QString timeOf(const QDateTime &moment, const MessageContext &context)
{
    return clockText(moment.toTimeZone(context.zone).time(), context.locale);
}

Message Sentences::badRequest(const Error &error)
{
    if (error.serverMessage.trimmed().isEmpty()) {
        return make(
            MessageKind::Error, tr("Braze could not use this request."), {ChangeQuery, Details});
    }
    return make(MessageKind::Error,
                tr("Braze could not use this request: “%1”.")
                    .arg(displayText(error.serverMessage.trimmed())),
                {ChangeQuery, Details});
}

Message Sentences::unauthorized(const MessageContext &context)
{
    return make(MessageKind::Error,
                tr("Braze did not accept the key for %1. It may have been deleted or lack a "
                   "permission.")
                    .arg(marked(context.workspaceName)),
                {EditConnection, Details});
}

Message Sentences::forbidden(const Error &error, const MessageContext &context)
{
    const QString permission = permissionOf(error);
    if (permission.isEmpty()) {
        return make(MessageKind::Error,
                    tr("The key for %1 lacks a permission. Add it to the key in Braze.")
                        .arg(marked(context.workspaceName)),
                    {EditConnection, Details});
    }
    return make(MessageKind::Error,
                tr("The key for %1 lacks the permission %2. Add it to the key in Braze.")
                    .arg(marked(context.workspaceName), marked(permission)),
                {EditConnection, Details});
}

Message Sentences::notFound(const MessageContext &context)
{
    return make(MessageKind::Error,
                tr("%1 does not know this request. Check the endpoint; it must match your Braze "
                   "instance.")
                    .arg(marked(context.host)),
                {EditConnection, Details});
}

Message Sentences::rateLimited(const Error &error, const MessageContext &context)
{
    const QString sentence = error.retryAt
                               ? tr("Braze asked us to wait until %1. Your earlier data stays on "
                                    "screen.")
                                     .arg(timeOf(*error.retryAt, context))
                               : tr("Braze asked us to wait. Your earlier data stays on screen.");
    return withIcon(make(MessageKind::Warning, sentence, {Retry, Details}), u"hourglass"_s);
}

Message Sentences::server(const Error &error)
{
    QString sentence = error.httpStatus > 0 ? tr("Braze has a problem (%1).").arg(error.httpStatus)
                                            : tr("Braze has a problem.");
    if (error.attempts > 1) {
        sentence += u' ' + tr("Tried %n times.", nullptr, error.attempts);
    }
    return make(MessageKind::Warning, sentence, {Retry, Details});
}

Message Sentences::unreachable(const MessageContext &context)
{
    return make(MessageKind::Error,
                tr("Cannot reach %1. Check the endpoint; it must match your Braze instance.")
                    .arg(marked(context.host)),
                {EditConnection, Retry, Details});
}

Message Sentences::offline(const MessageContext &context)
{
    const QString sentence = context.dataFrom
                               ? tr("You are offline. Showing data from %1.")
                                     .arg(dayAndTimeText(
                                         *context.dataFrom, context.zone, context.locale))
                               : tr("You are offline.");
    return withIcon(make(MessageKind::Warning, sentence, {Retry}), u"offline"_s);
}

Message Sentences::proxy(const Error &error)
{
    const QString name = marked(error.proxy);
    const QString sentence =
        error.loginRefused ? tr("The proxy %1 did not accept the name or the password.").arg(name)
                           : tr("The proxy %1 asks for a name and a password.").arg(name);
    return withIcon(make(MessageKind::Warning, sentence, {SignIn, Details}), u"key"_s);
}

Message Sentences::timeout(const Error &error)
{
    QString sentence = tr("Braze did not answer in time. Nothing was changed.");
    if (error.attempts > 1) {
        sentence += u' ' + tr("Tried %n times.", nullptr, error.attempts);
    }
    return make(MessageKind::Warning, sentence, {Retry, Details});
}

Message Sentences::redirected(const MessageContext &context)
{
    return make(MessageKind::Error,
                tr("%1 sent us on to another address. That was not followed, so that your key "
                   "stays safe. Check the endpoint.")
                    .arg(marked(context.host)),
                {EditConnection, Details});
}

Message Sentences::keychain(const MessageContext &context)
{
    return withIcon(make(MessageKind::Warning,
                         tr("The key for %1 could not be read. The keyring is locked, the request "
                            "was declined, or the key was removed.")
                             .arg(marked(context.workspaceName)),
                         {Retry, EnterKey}),
                    u"key"_s);
}

/// Minutes and seconds, as a clock that counts down shows them.
QString countdown(qint64 seconds)
{
    constexpr qint64 minute = 60;
    const qint64 left = std::max<qint64>(0, seconds);
    return u"%1:%2"_s.arg(left / minute).arg(left % minute, 2, 10, QLatin1Char('0'));
}

} // namespace

QString labelOf(MessageAction action, const QString &place)
{
    switch (action) {
    case EditConnection:
        return Sentences::tr("Edit connection");
    case ChangeQuery:
        return Sentences::tr("Change query");
    case Retry:
        return Sentences::tr("Try again");
    case RetryFailed:
        return Sentences::tr("Retry");
    case TryNow:
        return Sentences::tr("Try now");
    case Cancel:
        return Sentences::tr("Cancel");
    case EnterKey:
        return Sentences::tr("Enter key");
    case ChooseFolder:
        return Sentences::tr("Choose another folder");
    case Load:
        return Sentences::tr("Load");
    case LoadRest:
        return Sentences::tr("Load the rest");
    case UseDays:
        return Sentences::tr("Use days");
    case StartLater:
        return place.isEmpty() ? Sentences::tr("Start later")
                               : Sentences::tr("Start at %1").arg(place);
    case Connect:
        return Sentences::tr("Connect…");
    case Hide:
        return Sentences::tr("Hide");
    case UseSessionKey:
        return Sentences::tr("Use a key for this session");
    case KeepWaiting:
        return Sentences::tr("Keep waiting");
    case RetryRemoval:
        return Sentences::tr("Try deleting again");
    case DeleteAnyway:
        return Sentences::tr("Delete anyway");
    case CopyReport:
        return Sentences::tr("Copy report (without key)");
    case SignIn:
        return Sentences::tr("Sign in…");
    case RestoreView:
        return Sentences::tr("Restore view");
    case Details:
        return Sentences::tr("Details");
    }
    Q_UNREACHABLE();
}

Message messageFor(const Error &error, const MessageContext &context)
{
    switch (error.kind) {
    case ErrorKind::InvalidQuery:
        return make(MessageKind::Warning,
                    Sentences::tr("This cannot be asked as it is. Change the query."),
                    {ChangeQuery, Details});
    case ErrorKind::BadRequest:
        return Sentences::badRequest(error);
    case ErrorKind::Unauthorized:
        return Sentences::unauthorized(context);
    case ErrorKind::Forbidden:
        return Sentences::forbidden(error, context);
    case ErrorKind::NotFound:
        return Sentences::notFound(context);
    case ErrorKind::RateLimited:
        return Sentences::rateLimited(error, context);
    case ErrorKind::Server:
        return Sentences::server(error);
    case ErrorKind::Network:
        return context.offline ? Sentences::offline(context) : Sentences::unreachable(context);
    case ErrorKind::ProxyAuthentication:
        return Sentences::proxy(error);
    case ErrorKind::Tls:
        return Sentences::unreachable(context);
    case ErrorKind::Timeout:
        return context.offline ? Sentences::offline(context) : Sentences::timeout(error);
    case ErrorKind::Redirected:
        return Sentences::redirected(context);
    case ErrorKind::MalformedReply:
        return make(MessageKind::Error,
                    Sentences::tr("The answer from Braze was not in the expected form. Nothing was "
                                  "changed."),
                    {CopyReport, Details});
    case ErrorKind::TooLarge:
        return make(MessageKind::Error,
                    Sentences::tr("The answer from Braze was too large to be read. Nothing was "
                                  "changed."),
                    {ChangeQuery, Details});
    case ErrorKind::Cancelled:
        return make(MessageKind::Info, Sentences::tr("Loading was cancelled."), {Retry});
    case ErrorKind::Keychain:
        return Sentences::keychain(context);
    case ErrorKind::File:
        return make(MessageKind::Error,
                    Sentences::tr("The file could not be written."),
                    {ChooseFolder, Details});
    }
    Q_UNREACHABLE();
}

Message messageFor(const Error &error, const QString &workspaceName, const QString &host)
{
    return messageFor(error, MessageContext{.workspaceName = workspaceName, .host = host});
}

Message waitMessage(const QDateTime &until, const QDateTime &now, const MessageContext &context)
{
    const QString left = marked(Sentences::tr("(in %1)").arg(countdown(now.secsTo(until))));
    return withIcon(make(MessageKind::Warning,
                         Sentences::tr("Braze asked us to wait. Trying again at %1 %2. Your "
                                       "earlier data stays on screen.")
                             .arg(timeOf(until, context), left),
                         {TryNow, Cancel}),
                    u"hourglass"_s);
}

Message partialFailureMessage(int loaded, int total, const QStringList &failed)
{
    // The number of all decides the plural of "series", that of the failed ones nothing else.
    QString sentence = Sentences::tr("%L1 of %Ln series loaded.", nullptr, total).arg(loaded);
    if (!failed.isEmpty()) {
        QStringList names;
        constexpr qsizetype most = 3;
        for (const QString &name : failed.first(std::min(most, failed.size()))) {
            names.append(marked(name));
        }
        const QString listed = names.join(u", "_s);
        const auto others = static_cast<int>(failed.size() - names.size());
        sentence += u' '
                  + (others == 0
                         ? Sentences::tr("%1 could not be loaded.").arg(listed)
                         : Sentences::tr("%1 and %Ln others could not be loaded.", nullptr, others)
                               .arg(listed));
    }
    return make(MessageKind::Warning, sentence, {RetryFailed, Details, Hide});
}

Message unreadableMessage(int unreadable, int total, Unit unit)
{
    const QString sentence = unit == Unit::Hour
                               ? Sentences::tr("%L1 of %Ln hours unreadable.", nullptr, total)
                               : Sentences::tr("%L1 of %Ln days unreadable.", nullptr, total);
    return make(MessageKind::Warning, sentence.arg(unreadable), {Details});
}

Message restMessage()
{
    return make(MessageKind::Info, Sentences::tr("Not all of this range is loaded."), {LoadRest});
}

Message expensiveRangeMessage(Unit unit, int days, int requestsPerSeries, int requestsInAll)
{
    const QString requests = Sentences::tr("%Ln requests per series", nullptr, requestsPerSeries);
    const QString inAll = requestsInAll > requestsPerSeries
                            ? u' ' + Sentences::tr("That makes %Ln in all.", nullptr, requestsInAll)
                            : QString();
    switch (unit) {
    case Unit::Hour:
        return make(MessageKind::Info,
                    Sentences::tr("Hours for %Ln days need %1.", nullptr, days).arg(requests)
                        + inAll,
                    {Load, UseDays, Cancel});
    case Unit::Day:
        return make(MessageKind::Info,
                    Sentences::tr("%Ln days need %1.", nullptr, days).arg(requests) + inAll,
                    {Load, Cancel});
    }
    Q_UNREACHABLE();
}

Message cannotWriteMessage(const QString &place)
{
    return make(MessageKind::Error,
                Sentences::tr("%1 cannot be written to.").arg(marked(place)),
                {ChooseFolder});
}

Message demoMessage()
{
    return withIcon(make(MessageKind::Info,
                         Sentences::tr("Demo data. Connect your workspace when ready."),
                         {Connect}),
                    u"play"_s);
}

} // namespace emberline
