// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QObject>

class QWidget;

namespace emberline {

class PictureOpening;
class Preferences;
class ViewController;
class WorkPage;

/// Takes the picture of what is on screen away: to the clipboard or into a file.
class PictureActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; toasts appear over @p page.
    PictureActions(ViewController &controller, Preferences &preferences, WorkPage *page);

    /// As the last export was set.
    void copyImage();
    void exportImage();
    /// Offers the view that a file holds; files that are dropped on the window are offered, too.
    void openFile();
    /// Of what is on screen.
    [[nodiscard]] PictureSource pictureSource();

private:
    [[nodiscard]] BrandPtr brand();
    static void tellCopied(const QSize &pixels, QWidget *over);
    static void toast(const QString &text, QWidget *over);

    ViewController &m_controller;
    Preferences &m_preferences;
    QWidget *m_page;
    PictureOpening *m_opening; ///< the window's
    bool m_toldOfBrand = false; ///< that it is damaged
};

} // namespace emberline
