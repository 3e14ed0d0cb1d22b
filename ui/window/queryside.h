// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace emberline {

class Drawer;

/// The place of the query form: a dock where the window is wide, a drawer over the work area where
/// it is narrow.
class QuerySide final : public QObject
{
    Q_OBJECT

public:
    /// @p form becomes a child of the window. @p work is what the drawer covers.
    QuerySide(QWidget *form, QWidget *work, QMainWindow *window);

    /// Without a workspace there is nothing to ask.
    void setAvailable(bool available);
    void setNarrow(bool narrow);
    void toggle();
    /// Makes the form visible.
    void open();
    /// Closes the drawer, if that is where the form is; tells whether it did.
    bool closeDrawer();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void openChanged(bool open);

private:
    [[nodiscard]] QWidget *makeTitle(QWidget *parent) const;
    void place();

    QWidget *m_form;
    QDockWidget *m_dock; ///< the window's
    QWidget *m_host; ///< the dock's, with a title above the form
    Drawer *m_drawer; ///< the work area's
    bool m_available = false;
    bool m_narrow = false;
    bool m_wanted = true; ///< of the dock
};

} // namespace emberline
