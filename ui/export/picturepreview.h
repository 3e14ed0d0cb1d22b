// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QTimer>
#include <QWidget>

namespace emberline {

/// Shows a picture as it will be, painted by the real renderer on as many pixels as there is room
/// for; shortly after the last change.
class PicturePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PicturePreview(PictureSource source, QWidget *parent = nullptr);

    void setOptions(const PictureOptions &options);
    /// For PictureTheme::Brand.
    void setBrand(const BrandPtr &brand);
    /// What is shown; null before the first painting.
    [[nodiscard]] const QImage &image() const { return m_image; }

Q_SIGNALS:
    void rendered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();

    PictureSource m_source;
    PictureOptions m_options;
    QImage m_image;
    QTimer m_timer;
};

} // namespace emberline
