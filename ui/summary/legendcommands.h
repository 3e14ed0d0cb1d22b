// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QObject>

#include <vector>

namespace emberline {

class ViewController;
class WorkPage;

/// What people do in the summary strip changes the look of the view, as steps that can be undone;
/// the strip and the lines in the chart that it points at follow.
class LegendCommands final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    LegendCommands(ViewController &controller, WorkPage &page, QObject *parent);

private:
    void hide(std::size_t series, bool hidden);
    void isolate(std::size_t series);
    void showAll();
    void followView();
    void setHidden(std::vector<SeriesId> hidden);

    ViewController &m_controller;
    WorkPage &m_page;
};

/// @p hidden with or without @p series.
[[nodiscard]] std::vector<SeriesId> withHidden(std::vector<SeriesId> hidden,
                                               const SeriesId &series,
                                               bool isHidden);

/// What is hidden when only @p series of @p all is to be seen; if that is so already, nothing of
/// them. What else is in @p hidden stays.
[[nodiscard]] std::vector<SeriesId> isolated(const std::vector<SeriesId> &hidden,
                                             const std::vector<SeriesId> &all,
                                             const SeriesId &series);

} // namespace emberline
