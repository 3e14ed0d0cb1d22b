// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QWidget>

#include <vector>

namespace emberline {

class AppMenu;
class ChoiceButton;
class HintLabel;

/// The apps that are asked about: all of them, one, or several that are told apart.
class AppPicker final : public QWidget
{
    Q_OBJECT

public:
    explicit AppPicker(QWidget *parent = nullptr);

    /// Without "All apps", which is always there first.
    void setApps(const std::vector<Choice> &apps);
    /// Emits nothing.
    void setChosen(const std::vector<Choice> &chosen);
    /// A sentence under the field until something else is chosen; empty: all is well.
    void setProblem(const QString &sentence);
    /// Focuses the field and opens its list.
    void open();

Q_SIGNALS:
    /// The user chose these; never empty.
    void chosenEdited(const std::vector<emberline::Choice> &chosen);

private:
    void showChosen();

    AppMenu *m_menu; // children
    ChoiceButton *m_button;
    HintLabel *m_problem;
};

} // namespace emberline
