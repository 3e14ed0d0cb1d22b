// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/redactor.h"

#include <memory>

namespace emberline {

/// Stands before Qt's message handler as long as it lives: keys, user names and query strings are
/// taken out of every message before it is passed on. At most one at a time. Messages may come
/// from any thread; the handler itself belongs to the thread that made it.
class MessageHandler
{
public:
    explicit MessageHandler(const Redactor &redactor);
    /// Puts back the handler that was there before.
    ~MessageHandler();
    MessageHandler(const MessageHandler &) = delete;
    MessageHandler &operator=(const MessageHandler &) = delete;

    /// From the next message on @p secret is replaced, too.
    void addSecret(const QByteArray &secret);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// @p message as it may be written: redacted, and URLs without user name and query.
[[nodiscard]] QString loggable(const QString &message, const Redactor &redactor);

} // namespace emberline
