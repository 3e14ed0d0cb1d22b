// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventshortcuts.h"

#include "app/models/eventlistmodel.h"
#include "ui/query/eventchip.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int chipCount = 3;
constexpr int gap = 4;

} // namespace

EventShortcuts::EventShortcuts(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    for (int i = 0; i < chipCount; ++i) {
        auto *chip = new EventChip(this);
        chip->setObjectName(u"eventChip%1"_s.arg(i));
        layout->addWidget(chip);
        m_chips.push_back(chip);
        connect(chip, &EventChip::clicked, this, [this, chip] {
            const QString name = chip->name(); // the chip is another one once it is chosen
            Q_EMIT chosen(name);
        });
    }
    layout->addStretch();
    hide();
}

void EventShortcuts::follow(const EventListModel &model)
{
    const QStringList names = model.shortcuts(chipCount);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < names.size();
        if (used) {
            const QString &name = names.at(static_cast<qsizetype>(i));
            m_chips[i]->setEvent(name, model.isStarred(name));
        }
        m_chips[i]->setVisible(used);
    }
    setVisible(!names.isEmpty());
}

} // namespace emberline
