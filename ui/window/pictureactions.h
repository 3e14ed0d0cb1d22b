// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QObject>

class QWidget;

namespace emberline {

class Preferences;
class ViewController;

/// Takes the picture of what is on screen away: to the clipboard or into a file.
class PictureActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; toasts appear over @p page.
    PictureActions(ViewController &controller, Preferences &preferences, QWidget *page);

    /// As the last export was set.
    void copyImage();
    void exportImage();

private:
    [[nodiscard]] PictureSource pictureSource();
    static void tellCopied(const QSize &pixels, QWidget *over);
    static void toast(const QString &text, QWidget *over);

    ViewController &m_controller;
    Preferences &m_preferences;
    QWidget *m_page;
};

} // namespace emberline
