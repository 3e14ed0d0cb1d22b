// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/load/earlierrunner.h"
#include "app/load/session.h"
#include "app/models/shown.h"
#include "app/workspace/workspace.h"
#include "ui/batch/renderexit.h"

#include <QObject>

#include <memory>

namespace emberline {

/// One of the views that are rendered.
struct ViewTask
{
    View view = {}; ///< without a problem
    Workspace workspace = {};
    bool offline = false;
    bool isPictured = false; ///< only pictures show earlier times

    [[nodiscard]] Calendar calendar() const
    {
        return {.zone = workspace.zone, .weekStart = workspace.weekStart};
    }
};

/// What came of a view.
struct LoadedView
{
    View view = {};
    Shown shown = {}; ///< without any series unless something is to be written
    RenderExit exit = RenderExit::Written; ///< or Partly, or why nothing came
};

/// Whether there is something to write.
[[nodiscard]] inline bool hasSeries(const LoadedView &loaded)
{
    return !loaded.shown.dataset->series.empty();
}

/// What people call @p view.
[[nodiscard]] QString nameOf(const View &view);

/// Loads one view, with what it is compared with, and says on stderr what of it is missing.
class ViewRender final : public QObject
{
    Q_OBJECT

public:
    /// @p session and @p clock outlive it.
    ViewRender(ViewTask task, Session &session, const Clock &clock, QObject *parent = nullptr);
    ~ViewRender() override;

    void start();

Q_SIGNALS:
    /// Exactly once, never inside start().
    void finished(const emberline::LoadedView &loaded);

private:
    void handle(const DatasetPtr &answer);
    void compare();
    void finish();
    void dropUnusable(Dataset &dataset) const;
    void report(const Dataset &dataset) const;
    void reportFailures(const Dataset &dataset) const;
    void reportNotices(const Dataset &dataset) const;

    ViewTask m_task;
    Session &m_session;
    std::unique_ptr<Load> m_load;
    EarlierRunner m_earlier;
    DatasetPtr m_answer; ///< what of it is usable
    bool m_lacksEarlier = false; ///< some of what it is compared with did not come
};

} // namespace emberline
