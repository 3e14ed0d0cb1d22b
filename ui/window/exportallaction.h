// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace emberline {

class Commands;
class PictureActions;
class Preferences;

/// Takes every panel of what is on screen away as a picture of its own.
class ExportAllAction final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it, @p page as its owner; toasts appear over it.
    ExportAllAction(PictureActions &pictures,
                    Preferences &preferences,
                    const Commands &commands,
                    QWidget *page);

private:
    void open();

    PictureActions &m_pictures;
    Preferences &m_preferences;
    QWidget *m_page;
};

} // namespace emberline
