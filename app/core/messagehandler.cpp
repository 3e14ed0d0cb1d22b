// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/messagehandler.h"

#include <QRegularExpression>

#include <functional>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

struct MessageHandler::State
{
    std::mutex mutex;
    Redactor redactor;
    QtMessageHandler previous = nullptr;
};

namespace {

/// Redacts one message and hands it on; set while a MessageHandler lives.
using Forward = std::function<void(QtMsgType, const QMessageLogContext &, const QString &)>;

std::mutex &installedMutex()
{
    static std::mutex mutex;
    return mutex;
}

std::shared_ptr<const Forward> &installed()
{
    static std::shared_ptr<const Forward> forward;
    return forward;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    std::shared_ptr<const Forward> forward;
    {
        const std::lock_guard lock(installedMutex());
        forward = installed();
    }
    // No lock is held here: the next handler may log, or never return.
    if (forward) {
        (*forward)(type, context, message);
    }
}

/// Returns whether that was a mistake: there is one already.
bool install(std::shared_ptr<const Forward> forward)
{
    const std::lock_guard lock(installedMutex());
    if (forward && installed()) {
        return true;
    }
    installed() = std::move(forward);
    return false;
}

} // namespace

QString loggable(const QString &message, const Redactor &redactor)
{
    static const QRegularExpression userName(u"(\\b[a-z][a-z0-9+.-]*://)[^\\s/?#\"'@]*@"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(u"(\\bhttps?://[^\\s?#\"']*)\\?[^\\s\"'()]*"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // Secrets first: they would no longer be found in a text that was cut.
    QString text = redactor.redacted(message);
    text.replace(userName, u"\\1"_s);
    text.replace(query, u"\\1"_s);
    return text;
}

MessageHandler::MessageHandler(const Redactor &redactor)
    : m_state(std::make_shared<State>())
{
    m_state->redactor = redactor;
    const auto forward =
        [state = m_state](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            QString shown;
            QtMessageHandler next = nullptr;
            {
                const std::lock_guard stateLock(state->mutex);
                shown = loggable(text, state->redactor);
                next = state->previous;
            }
            next(type, context, shown);
        };
    bool isSecond = false;
    {
        const std::lock_guard lock(m_state->mutex);
        isSecond = install(std::make_shared<const Forward>(forward));
        if (!isSecond) {
            m_state->previous = qInstallMessageHandler(handle);
        }
    }
    // Said without a lock: the handlers below would wait for it.
    if (isSecond) {
        qFatal("there is a message handler already");
    }
}

MessageHandler::~MessageHandler()
{
    qInstallMessageHandler(m_state->previous);
    install(nullptr);
}

void MessageHandler::addSecret(const QByteArray &secret)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->redactor.addSecret(secret);
}

} // namespace emberline
