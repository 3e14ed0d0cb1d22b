// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/xlsx.h"

#include <QObject>

namespace emberline {

class Commands;
class Preferences;
class ViewController;
class WorkPage;

/// Takes the numbers of what is on screen away, into a file.
class TableActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it, @p page as its owner.
    TableActions(ViewController &controller,
                 Preferences &preferences,
                 const Commands &commands,
                 WorkPage *page);

    void exportTable();

private:
    [[nodiscard]] XlsxBook book() const;

    ViewController &m_controller;
    Preferences &m_preferences;
    WorkPage *m_page;
};

} // namespace emberline
