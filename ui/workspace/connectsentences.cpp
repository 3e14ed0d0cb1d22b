// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/connectsentences.h"

#include "app/core/apikey.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString ConnectSentences::wordOf(Permission permission)
{
    switch (permission) {
    case Permission::EventsDataSeries:
        return u"events.data_series"_s;
    case Permission::EventsList:
        return u"events.list"_s;
    case Permission::SegmentsList:
        return u"segments.list"_s;
    }
    return {};
}

QString ConnectSentences::purposeOf(Permission permission)
{
    switch (permission) {
    case Permission::EventsDataSeries:
        return tr("counts over time, required");
    case Permission::EventsList:
        return tr("event names in the picker");
    case Permission::SegmentsList:
        return tr("segment names in the picker");
    }
    return {};
}

QString ConnectSentences::adviceFor(Permission permission)
{
    switch (permission) {
    case Permission::EventsDataSeries:
        return tr("Add it to the key in Braze. There are no counts without it.");
    case Permission::EventsList:
        return tr("Add it to the key in Braze, or type event names by hand.");
    case Permission::SegmentsList:
        return tr("Add it to the key in Braze, or paste segment IDs by hand.");
    }
    return {};
}

QString ConnectSentences::endpointProblem(EndpointProblem problem)
{
    switch (problem) {
    case EndpointProblem::Empty:
        return tr("Choose the endpoint of your Braze instance.");
    case EndpointProblem::NotAUrl:
        return tr("This is no host. An endpoint looks like rest.iad-01.braze.com.");
    case EndpointProblem::NotHttps:
        return tr("An endpoint begins with https. The key would travel unprotected.");
    case EndpointProblem::HasExtras:
        return tr("Only the host, please: nothing after it, no user name.");
    case EndpointProblem::SdkHost:
        return tr("This is the SDK endpoint of apps. Use the REST endpoint.");
    case EndpointProblem::LookAlike:
        return tr("This host only looks like one of Braze's. The key would go to a stranger.");
    }
    return {};
}

QString ConnectSentences::keyProblem(const QString &text)
{
    constexpr int longest = 512;
    const QString key = text.trimmed();
    if (ApiKey::fromText(key)) {
        return {};
    }
    if (key.isEmpty()) {
        return tr("Paste the API key that you made in Braze.");
    }
    const bool hasBlank = std::any_of(key.cbegin(), key.cend(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control;
    });
    if (hasBlank) {
        return tr("A key has no blanks or line breaks. Copy it again from Braze.");
    }
    if (key.size() > longest) {
        return tr(
            "A key has at most %Ln character(s). Copy it again from Braze.", nullptr, longest);
    }
    return tr("A key has only plain letters, digits and signs. Copy it again from Braze.");
}

QString ConnectSentences::testFailure(const Error &error, const QString &host)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        return tr("Braze did not accept this key. It may belong to another endpoint.");
    case ErrorKind::Forbidden:
        return tr("The key lacks a permission, or the account is not active.");
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return tr("%1 cannot be reached. Check the endpoint and your connection.").arg(host);
    case ErrorKind::ProxyAuthentication:
        return error.loginRefused
                 ? tr("The proxy %1 did not accept the name or the password.").arg(error.proxy)
                 : tr("The proxy %1 asks for a name and a password.").arg(error.proxy);
    case ErrorKind::Tls:
        return tr("%1 could not prove who it is. The key was not sent.").arg(host);
    case ErrorKind::Redirected:
        return tr("%1 points to another address. The key was not sent there.").arg(host);
    case ErrorKind::NotFound:
        return tr("%1 does not know Braze's REST API. Check the endpoint.").arg(host);
    case ErrorKind::RateLimited:
        return tr("Braze asked us to wait. Test again in a few minutes.");
    case ErrorKind::Server:
        return tr("Braze has a problem (%1). Test again later.").arg(error.httpStatus);
    case ErrorKind::MalformedReply:
    case ErrorKind::TooLarge:
    case ErrorKind::BadRequest:
    case ErrorKind::InvalidQuery:
        return tr("The answer of %1 was not in the expected form. Check the endpoint.").arg(host);
    case ErrorKind::Keychain:
        return tr("The stored key could not be read. Enter the key.");
    case ErrorKind::Cancelled:
    case ErrorKind::File:
        return tr("The test did not finish. Test again.");
    }
    return {};
}

bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Forbidden;
}

ConnectVerdict verdictOf(const std::vector<PermissionFinding> &findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.permission == Permission::EventsDataSeries;
    });
    if (found == findings.end()) {
        return ConnectVerdict::Failed;
    }
    if (found->granted) {
        return ConnectVerdict::Usable;
    }
    if (!found->error || isRefusal(*found->error)) {
        return ConnectVerdict::Missing;
    }
    const ErrorKind kind = found->error->kind;
    return kind == ErrorKind::Network || kind == ErrorKind::Timeout ? ConnectVerdict::Unreachable
                                                                    : ConnectVerdict::Failed;
}

} // namespace emberline
