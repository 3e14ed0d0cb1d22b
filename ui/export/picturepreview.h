// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace emberline {

/// Shows a picture as it will be, painted by the real renderer shortly after the last change: the
/// whole of it on as many pixels as there is room for, or a part of it pixel by pixel, which the
/// mouse drags and the arrow keys move.
class PicturePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PicturePreview(PictureSource source, QWidget *parent = nullptr);

    void setSource(const PictureSource &source);
    void setOptions(const PictureOptions &options);
    /// For PictureTheme::Brand.
    void setBrand(const BrandPtr &brand);
    /// A pixel of the picture on a pixel of the screen.
    void setActualSize(bool actual);
    [[nodiscard]] const PictureSource &source() const { return m_source; }
    [[nodiscard]] const PictureOptions &options() const { return m_options; }
    /// What is shown; null before the first painting.
    [[nodiscard]] const QImage &image() const { return m_image; }
    /// The pixel of the picture that stands in the upper left corner, where not all of it is seen.
    [[nodiscard]] QPoint origin() const { return m_origin; }

Q_SIGNALS:
    void rendered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QSize viewPixels() const;
    [[nodiscard]] QRect imagePlace() const;
    void render();
    void moveTo(const QPoint &origin);
    void follow();

    PictureSource m_source;
    PictureOptions m_options;
    QImage m_image;
    QTimer m_timer;
    bool m_actual = false;
    QPoint m_origin; ///< of what is seen, in pixels of the picture
    QPoint m_imageOrigin; ///< of m_image, likewise
    std::optional<QPoint> m_grip; ///< the pixel that the mouse holds
};

} // namespace emberline
