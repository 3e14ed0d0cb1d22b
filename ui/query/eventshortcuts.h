// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace emberline {

class EventChip;
class EventListModel;

/// A few starred and recent events in a row; those that are chosen are left out.
class EventShortcuts final : public QWidget
{
    Q_OBJECT

public:
    explicit EventShortcuts(QWidget *parent = nullptr);

    /// Shows what @p model has now; hidden when that is none.
    void follow(const EventListModel &model);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    std::vector<EventChip *> m_chips; ///< children
};

} // namespace emberline
