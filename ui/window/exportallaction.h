// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace emberline {

class PictureActions;
class Preferences;

/// Takes every panel of what is on screen away as a picture of its own.
class ExportAllAction final : public QObject
{
    Q_OBJECT

public:
    /// Follows @p action. All outlive it, @p page as its owner; toasts appear over it.
    ExportAllAction(PictureActions &pictures,
                    Preferences &preferences,
                    QAction &action,
                    QWidget *page);

private:
    void open();

    PictureActions &m_pictures;
    Preferences &m_preferences;
    QWidget *m_page;
};

} // namespace emberline
