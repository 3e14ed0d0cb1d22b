// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/keykeeper.h"

namespace emberline {

namespace {

KeyProblem problemOf(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NotFound:
        return KeyProblem::LockedDeclinedOrRemoved;
    case KeychainProblem::Unavailable:
        return KeyProblem::KeychainUnavailable;
    case KeychainProblem::Declined:
        return KeyProblem::KeychainDeclined;
    case KeychainProblem::NotKept:
        return KeyProblem::KeychainNotKept;
    case KeychainProblem::NotRemoved:
        return KeyProblem::KeychainNotRemoved;
    case KeychainProblem::Unreadable:
        return KeyProblem::KeychainUnreadable;
    }
    Q_UNREACHABLE();
}

/// Calls @p then with the outcome of @p step, a child of @p call.
template <typename Then>
void after(KeyCall *call, SecretCall *step, Then then)
{
    QObject::connect(step, &SecretCall::stalled, call, &KeyCall::stalled);
    QObject::connect(step, &SecretCall::finished, call, [step, then](const SecretOutcome &outcome) {
        step->deleteLater();
        then(outcome);
    });
}

} // namespace

KeyKeeper::KeyKeeper(WorkspaceStore &workspaces, SecretStore &keychain, SecretStore &session)
    : m_workspaces(workspaces)
    , m_keychain(keychain)
    , m_session(session)
{ }

KeyPlace KeyKeeper::markOf(const QString &workspaceId) const
{
    const std::optional<Workspace> workspace = m_workspaces.find(workspaceId);
    return workspace ? workspace->keyPlace : KeyPlace::None;
}

KeyOutcome KeyKeeper::recorded(const QString &workspaceId, KeyPlace mark, KeyOutcome outcome)
{
    const std::optional<StoreError> error = m_workspaces.setKeyPlace(workspaceId, mark);
    if (error && !outcome.problem) {
        outcome.problem = KeyProblem::NotRecorded;
        outcome.detail = error->detail;
    }
    return outcome;
}

KeyCall *KeyKeeper::save(const QString &workspaceId, const ApiKey &key, QObject *parent)
{
    auto *call = new KeyCall(parent);
    after(call,
          m_keychain.write(workspaceId, key, call),
          [this, call, workspaceId, key](const SecretOutcome &outcome) {
              if (outcome.isOk()) {
                  savedInKeychain(call, workspaceId, key);
                  return;
              }
              // An older key may still be in the keychain; it must not come back as this one.
              keepForSession(call,
                             workspaceId,
                             {.key = key,
                              .place = KeyPlace::Session,
                              .problem = outcome.problem == KeychainProblem::NotFound
                                           ? KeyProblem::KeychainDeclined
                                           : problemOf(*outcome.problem),
                              .detail = outcome.detail},
                             KeyPlace::Session);
          });
    return call;
}

void KeyKeeper::savedInKeychain(KeyCall *call, const QString &workspaceId, const ApiKey &key)
{
    // A key of this session would hide the new one.
    after(call,
          m_session.remove(workspaceId, call),
          [this, call, workspaceId, key](const SecretOutcome &) {
              Q_EMIT call->finished(recorded(
                  workspaceId, KeyPlace::Keychain, {.key = key, .place = KeyPlace::Keychain}));
          });
}

KeyCall *KeyKeeper::useForSession(const QString &workspaceId, const ApiKey &key, QObject *parent)
{
    auto *call = new KeyCall(parent);
    const bool isInKeychain = markOf(workspaceId) == KeyPlace::Keychain;
    keepForSession(call,
                   workspaceId,
                   {.key = key, .place = KeyPlace::Session},
                   isInKeychain ? KeyPlace::Keychain : KeyPlace::Session);
    return call;
}

void KeyKeeper::keepForSession(KeyCall *call,
                               const QString &workspaceId,
                               const KeyOutcome &outcome,
                               KeyPlace mark)
{
    after(call,
          m_session.write(workspaceId, outcome.key, call),
          [this, call, workspaceId, outcome, mark](const SecretOutcome &) {
              Q_EMIT call->finished(recorded(workspaceId, mark, outcome));
          });
}

KeyCall *KeyKeeper::load(const QString &workspaceId, QObject *parent)
{
    auto *call = new KeyCall(parent);
    after(call,
          m_session.read(workspaceId, call),
          [this, call, workspaceId](const SecretOutcome &outcome) {
              if (outcome.isOk()) {
                  Q_EMIT call->finished({.key = outcome.key, .place = KeyPlace::Session});
              } else {
                  loadMarked(call, workspaceId);
              }
          });
    return call;
}

void KeyKeeper::loadMarked(KeyCall *call, const QString &workspaceId)
{
    switch (markOf(workspaceId)) {
    case KeyPlace::None:
        Q_EMIT call->finished({.problem = KeyProblem::NoKey});
        return;
    case KeyPlace::Session:
        Q_EMIT call->finished({.problem = KeyProblem::SessionEnded});
        return;
    case KeyPlace::Keychain:
        break;
    }
    after(call, m_keychain.read(workspaceId, call), [call](const SecretOutcome &outcome) {
        if (outcome.isOk()) {
            Q_EMIT call->finished({.key = outcome.key, .place = KeyPlace::Keychain});
        } else {
            Q_EMIT call->finished(
                {.problem = problemOf(*outcome.problem), .detail = outcome.detail});
        }
    });
}

KeyCall *KeyKeeper::remove(const QString &workspaceId, QObject *parent)
{
    auto *call = new KeyCall(parent);
    after(call,
          m_session.remove(workspaceId, call),
          [this, call, workspaceId](const SecretOutcome &) {
              // Without a mark, too: a save that was given up may have reached the keychain.
              after(call,
                    m_keychain.remove(workspaceId, call),
                    [this, call, workspaceId](const SecretOutcome &outcome) {
                        removedFromKeychain(call, workspaceId, outcome);
                    });
          });
    return call;
}

void KeyKeeper::removedFromKeychain(KeyCall *call,
                                    const QString &workspaceId,
                                    const SecretOutcome &outcome)
{
    if (!outcome.isOk() && markOf(workspaceId) == KeyPlace::Keychain) {
        Q_EMIT call->finished({.place = KeyPlace::Keychain,
                               .problem = problemOf(*outcome.problem),
                               .detail = outcome.detail});
        return;
    }
    const bool hasMark = markOf(workspaceId) != KeyPlace::None;
    Q_EMIT call->finished(hasMark ? recorded(workspaceId, KeyPlace::None, {}) : KeyOutcome{});
}

} // namespace emberline
