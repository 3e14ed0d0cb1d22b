// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/storedkeytester.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Fetches the key first, then hands over to the real test.
class StoredKeyTest final : public ConnectionTest
{
    Q_OBJECT

public:
    StoredKeyTest(ConnectionTester &inner, KeyCall *key, const QUrl &endpoint, QObject *parent)
        : ConnectionTest(parent)
    {
        key->setParent(this);
        connect(key, &KeyCall::finished, this, [this, &inner, endpoint](const KeyOutcome &outcome) {
            if (outcome.key.isEmpty()) {
                refuse();
                return;
            }
            ConnectionTest *test = inner.start(endpoint, outcome.key, this);
            connect(test, &ConnectionTest::finished, this, &ConnectionTest::finished);
        });
    }

private:
    void refuse()
    {
        const Error error{.kind = ErrorKind::Keychain,
                          .detail = u"The stored key cannot be read"_s};
        Q_EMIT finished({{.permission = Permission::EventsDataSeries, .error = error},
                         {.permission = Permission::EventsList, .error = error},
                         {.permission = Permission::SegmentsList, .error = error}},
                        {});
    }
};

} // namespace

StoredKeyTester::StoredKeyTester(ConnectionTester &inner, KeyKeeper &keys, QString workspaceId)
    : m_inner(inner)
    , m_keys(keys)
    , m_workspaceId(std::move(workspaceId))
{ }

ConnectionTest *StoredKeyTester::start(const QUrl &endpoint, const ApiKey &key, QObject *parent)
{
    if (!key.isEmpty()) {
        return m_inner.start(endpoint, key, parent);
    }
    KeyCall *call = m_keys.load(m_workspaceId, nullptr);
    return new StoredKeyTest(m_inner, call, endpoint, parent); // the caller's; takes the call over
}

} // namespace emberline

#include "storedkeytester.moc"
