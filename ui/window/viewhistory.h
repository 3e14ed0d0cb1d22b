// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"

#include <QUndoStack>

namespace emberline {

/// The views that the window has shown, as steps that can be undone.
class ViewHistory final : public QObject
{
    Q_OBJECT

public:
    explicit ViewHistory(QObject *parent = nullptr);

    /// The step from @p before to @p after, which is shown already. One that @p continues the zoom
    /// before it is one step with that: turning a wheel is not twenty.
    void note(const View &before, const View &after, bool continues = false);
    void clear();
    [[nodiscard]] QUndoStack &steps() { return m_steps; }

Q_SIGNALS:
    /// A step was undone or done again: @p view is to be shown.
    void wanted(const emberline::View &view);

private:
    QUndoStack m_steps;
};

/// What @p after does to @p before in a few words: "Hide series", "Change range".
[[nodiscard]] QString stepText(const View &before, const View &after);

} // namespace emberline
