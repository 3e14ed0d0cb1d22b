// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparefeedback.h"

#include "ui/feedback/messagebar.h"
#include "ui/feedback/noticesentences.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto earlierBar = u"earlier"_s;

} // namespace

CompareFeedback::CompareFeedback(ViewController &controller, WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_page(*page)
{
    connect(&controller, &ViewController::earlierFailed, this, &CompareFeedback::tell);
    connect(&controller, &ViewController::viewChanged, this, &CompareFeedback::forget);
    connect(&controller, &ViewController::loadStarted, this, &CompareFeedback::forget);
    connect(&controller, &ViewController::workspaceOpened, this, &CompareFeedback::forget);
    connect(&controller, &ViewController::closed, this, &CompareFeedback::forget);
    connect(&page->messages(), &MessageBarStack::actionTriggered, this, &CompareFeedback::act);
}

void CompareFeedback::tell()
{
    if (m_controller.base()->failures.empty()) { // else there is a message already
        m_page.messages().put(earlierBar, earlierFailedMessage(), true);
    }
}

void CompareFeedback::forget()
{
    m_page.messages().remove(earlierBar);
}

void CompareFeedback::act(const QString &bar, MessageAction action)
{
    if (bar == earlierBar && action == MessageAction::RetryFailed) {
        forget();
        m_controller.retryEarlier();
    }
}

} // namespace emberline
