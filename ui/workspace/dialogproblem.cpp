// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/dialogproblem.h"

#include "ui/feedback/messagebar.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString problemBar = u"problem"_s;

} // namespace

DialogProblem::DialogProblem(QWidget *parent)
    : QWidget(parent)
    , m_bars(new MessageBarStack(this))
{
    m_bars->setObjectName(u"dialogProblem"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bars);
    hide();
}

void DialogProblem::tell(const Message &message)
{
    clear();
    m_heightBefore = window()->height();
    Message shown = message;
    shown.actions.clear();
    const MessageBar *bar = m_bars->put(problemBar, shown);
    show();
    const int width = window()->width();
    window()->resize(width,
                     m_heightBefore
                         + std::max(bar->heightForWidth(width), bar->minimumSizeHint().height()));
}

void DialogProblem::clear()
{
    if (isHidden()) {
        return;
    }
    m_bars->remove(problemBar);
    hide();
    window()->layout()->activate(); // or its old least size would hold
    window()->resize(window()->width(), m_heightBefore);
}

} // namespace emberline
