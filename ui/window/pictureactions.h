// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"
#include "ui/export/picturechoice.h"

#include <QObject>

#include <optional>

class QWidget;

namespace emberline {

class PictureOpening;
class Preferences;
class Toast;
class ViewController;
class WorkPage;

/// Takes the picture of what is on screen away: to the clipboard or into a file.
class PictureActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; toasts appear over @p page.
    PictureActions(ViewController &controller, Preferences &preferences, WorkPage *page);

    /// As pictures were taken away last.
    void copyImage();
    void exportImage();
    /// Offers the view that a file holds; files that are dropped on the window are offered, too.
    void openFile();
    /// Of what is on screen.
    [[nodiscard]] PictureSource pictureSource();
    /// As pictures were taken away last, else as people want it remembered.
    [[nodiscard]] PictureChoice choice() const;
    /// Of the chart, or of all panels.
    [[nodiscard]] QSize screenSize() const;

private:
    [[nodiscard]] BrandPtr brand();
    void keep(const PictureChoice &choice, bool remember);
    static Toast *tellCopied(const QSize &pixels, QWidget *over, const QString &action = {});

    ViewController &m_controller;
    Preferences &m_preferences;
    WorkPage *m_page;
    PictureOpening *m_opening; ///< the window's
    bool m_toldOfBrand = false; ///< that it is damaged
    std::optional<PictureChoice> m_last; ///< that was used since the program began
};

} // namespace emberline
