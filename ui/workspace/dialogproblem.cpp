// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/dialogproblem.h"

#include "ui/feedback/messagebar.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString problemBar = u"problem"_s;

} // namespace

MessageBarStack *makeProblemPlace(QVBoxLayout *layout)
{
    auto *place = new MessageBarStack; // the layout's widget takes it over
    place->setObjectName(u"dialogProblem"_s);
    layout->addWidget(place);
    return place;
}

void showDialogProblem(MessageBarStack *place, const Message &message)
{
    hideDialogProblem(place);
    Message shown = message;
    shown.actions.clear();
    const MessageBar *bar = place->put(problemBar, shown);
    QWidget *dialog = place->window();
    const int room = bar->heightForWidth(dialog->width());
    dialog->resize(dialog->width(),
                   dialog->height() + std::max(room, bar->minimumSizeHint().height()));
}

void hideDialogProblem(MessageBarStack *place)
{
    const MessageBar *bar = place->bar(problemBar);
    if (bar == nullptr) {
        return;
    }
    QWidget *dialog = place->window();
    const int room = bar->height();
    place->remove(problemBar);
    dialog->layout()->activate(); // or its old least size would hold
    dialog->resize(dialog->width(), dialog->height() - room);
}

} // namespace emberline
