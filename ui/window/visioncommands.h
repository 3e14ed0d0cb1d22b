// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colorvision.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace emberline {

/// What helps to tell lines apart, and to see how others see them, as actions of the View menu.
class VisionCommands final : public QObject
{
    Q_OBJECT

public:
    /// @p window outlives them.
    explicit VisionCommands(QWidget *window);

    void fillMenu(QMenu *menu);
    /// Emits nothing.
    void setPatterns(bool patterns);

Q_SIGNALS:
    void patternsChosen(bool patterns);
    void visionChosen(emberline::ColorVision vision);

private:
    QAction *m_patterns; ///< the window's
    QActionGroup *m_visions; // a child
};

} // namespace emberline
