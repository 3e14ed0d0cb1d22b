// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/outcome.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace emberline {

/// One attempt on the wire: collects the body of a reply under a cap and a deadline. Emits done()
/// exactly once, never inside the constructor; deleting it cancels silently.
class Exchange : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds deadline{};
        qint64 maxBody = 0;
    };

    /// Takes @p reply over.
    Exchange(QNetworkReply *reply, const Limits &limits, QObject *parent);
    ~Exchange() override;

Q_SIGNALS:
    void done(const emberline::Outcome &outcome);

private:
    void checkAnnouncedSize();
    void collect();
    void conclude(Outcome::Stop stop);
    void dropReply();

    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_body;
    qint64 m_maxBody;
};

} // namespace emberline
