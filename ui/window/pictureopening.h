// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pictureinfo.h"

#include <QObject>

#include <optional>

class QMimeData;

namespace emberline {

class ViewController;
class WorkPage;

/// Opens files that hold a view, pictures above all: those that are dropped on the window or chosen
/// in a dialog. Nothing happens by itself: the view is offered in a message. What a file says is
/// checked strictly, and is about a view only: never about where to ask, or with which key.
class PictureOpening final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; @p window takes the drops.
    PictureOpening(ViewController &controller, WorkPage &page, QWidget *window);

    /// Asks for a file.
    void choose();

    /// Offers what the file at @p path holds, or says why not.
    void offer(const QString &path);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();
    void restore();
    [[nodiscard]] static QString fileOf(const QMimeData *data);

    ViewController &m_controller;
    WorkPage &m_page;
    QWidget *m_window;
    QString m_path; ///< of what is offered
    std::optional<PictureInfo> m_offered;
    Error m_error; ///< what the message has for *Details*
};

/// What the file at @p path, a picture or a view file, holds. File: it can't be read.
[[nodiscard]] Result<PictureInfo> pictureInfoOf(const QString &path);

} // namespace emberline
